import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { proseReaders } from '#domain/prose/all-prose-rules.ts';
import { termsSchema } from '#domain/prose/language/terms.ts';
import { projectFolder } from '../../scripts/lib/install.mjs';
import { realProgramme } from '../domain/real-programme.ts';
import sentences from './plan-sentences.json' with { type: 'json' };
import { checkedStories, FRONT, KNOWN } from './story-mutation.ts';

const terms = termsSchema.parse(parse(readFileSync(join(projectFolder, 'content/terms.yaml'), 'utf8')));
const readers = proseReaders({ terms, people: [], today: '2026-11-25' }, realProgramme());
const known = { ...KNOWN, readers, fingerprint: 'the real programme' };

/** What the check says of a sentence that stands in a story. */
const told = (sentence: string) =>
  checkedStories({ 'stories/one/index.mdx': `${FRONT}\n第一段，什么也不说。\n\n${sentence}\n` }, { known }).problems;

/** Kinds of mistakes about the document: what is quoted, who does it, where it stands, how it is called. */
const OF_DOCUMENT = new Set(['quote', 'lead', 'post', 'pairing', 'document', 'phrase', 'terms']);
/** Codes of the rules that find them. */
const CODES = /^(?:quot|department-|official-post|document-|city-|township-county|place-|wrong-word)/u;
/** Not caught, and why. */
const MISSED: Readonly<Record<string, string>> = {
  'ph-033': 'the question names the township, the answer the city: pairings are read sentence by sentence',
};

describe('sentences about the document, written by others than the rules', () => {
  const own = sentences.filter(({ kind }) => OF_DOCUMENT.has(kind));

  it('are told where they are wrong, but for those named here', () => {
    const missed = own.filter(({ wrong }) => told(wrong).length === 0).map(({ id }) => id);
    console.info(`${own.length - missed.length} of ${own.length} wrong sentences about the document are told`);
    expect(missed).toEqual(Object.keys(MISSED));
  });

  it('are left alone by these rules where they are right', () => {
    const alarms = sentences.flatMap(({ id, right }) =>
      told(right)
        .filter(({ code }) => CODES.test(code))
        .map(({ message }) => `${id} ${message}`),
    );
    expect(alarms).toEqual([]);
  });
});
