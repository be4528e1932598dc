import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { proseReaders } from '#check/prose/all-rules.ts';
import { Glance } from '#check/text/glance.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import sentences from './plan-sentences.json' with { type: 'json' };
import { proseOf, realKnowledge } from './prose/prose-of.ts';
import { PAIRS, RIGHT, WRONG } from './prose-sentences.ts';

afterEach(() => vi.restoreAllMocks());

test('every rule says the same of every sentence, whether it takes a glance first or reads it all', () => {
  const notice = readFileSync(join(projectFolder, 'tests/fixtures/notice.txt'), 'utf8');
  const texts = [
    ...PAIRS.flat(),
    ...RIGHT,
    ...WRONG,
    ...sentences.flatMap(({ wrong, right }) => [wrong, right]),
    notice,
  ];
  const readAll = () => {
    const readers = proseReaders(realKnowledge(), realKnowledge().programme);
    return texts.map((text) => readers.flatMap((read) => read(proseOf(text))));
  };
  const glanced = readAll();
  vi.spyOn(Glance.prototype, 'mayBeIn').mockReturnValue(true);
  expect(glanced).toEqual(readAll());
  expect(glanced.flat().length).toBeGreaterThan(500);
});
