import { describe, expect, test } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import sentences from './programme-sentences.json' with { type: 'json' };
import { fictionalKnowledge, proseOf, realKnowledge } from './prose/prose-of.ts';

/** Sentences on several programmes, written from their content alone, before the rules were read; each with its verdict. */
const PROGRAMMES = ['shannan', 'hospitals', 'schools', 'agreement', 'region'] as const;
type Of = (typeof PROGRAMMES)[number];

/** Not caught, and why. */
const MISSED: Readonly<Record<string, string>> = {
  '按安排，2021年种树210棵。': 'a project named by a part of its name only, without an alias in the content',
};

const readers = new Map(
  PROGRAMMES.map((of) => {
    const known = of === 'shannan' ? realKnowledge() : fictionalKnowledge(of);
    return [of, proseReaders(known, known.programme)] as const;
  }),
);
const told = (of: Of, text: string) =>
  (readers.get(of) ?? [])
    .flatMap((read) => read(proseOf(text)))
    .map((one) => ({
      words: text.slice(one.start, one.end),
      says: `${one.code} ${text.slice(one.start, one.end)}｜${one.expected}`,
    }));
const listed = (of: Of) => sentences.filter((sentence) => sentence.of === of);

describe.each(PROGRAMMES)('sentences about %s', (of) => {
  test('are told where they are wrong, at the words that are, but for those named here', () => {
    const missed = listed(of).flatMap(({ say, wrong }) =>
      wrong === null || told(of, say).some(({ words }) => words.includes(wrong)) ? [] : [say],
    );
    expect(missed.filter((say) => !Object.hasOwn(MISSED, say))).toEqual([]);
  });

  test('are let alone where they are right', () => {
    const alarms = listed(of).flatMap(({ say, wrong }) =>
      wrong === null ? told(of, say).map(({ says }) => `${say} ${says}`) : [],
    );
    expect(alarms).toEqual([]);
  });
});
