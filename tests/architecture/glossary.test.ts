import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, projectFolder } from './source-files.ts';

/** A row of the glossary: the name of a thing, and words that are not its name. */
interface Entry {
  readonly word: string;
  readonly names: readonly string[];
  readonly banned: readonly string[];
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The rows of the table under `## 词`. */
function glossary(): readonly Entry[] {
  const text = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith('词\n')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  return rows.map((row) => {
    const [, word = '', name = '', , banned = ''] = row.split('|');
    return { word: word.trim(), names: quoted(name), banned: quoted(banned) };
  });
}

const EXPORTED =
  /^export (?:default )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) +(\w+)/gm;

/** Every name that files of src or scripts export, with those files. */
function exportedNames(): Map<string, readonly string[]> {
  const files = filesBelow(['src', 'scripts'], ['.ts', '.astro']);
  const found = files.flatMap(({ path, text }) =>
    [...text.matchAll(EXPORTED)].map(([, name = '']) => ({ name, path })),
  );
  return new Map(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, all]) => [name, all.map(({ path }) => path)] as const),
  );
}

/** `readPictureFile` → read, picture, file; `MOST_BYTES` → most, bytes. */
const wordsOf = (name: string) =>
  name
    .replaceAll(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .split(/[\s_]+/);

describe('the glossary', () => {
  const entries = glossary();
  const names = exportedNames();

  it('names things that are there under that name', () => {
    expect(entries.length).toBeGreaterThan(20);
    const twice = entries.flatMap(({ names: own }) => own.filter((name) => (names.get(name)?.length ?? 0) > 1));
    expect(twice).toEqual([]);
    const lost = entries.flatMap(({ word, names: own }) =>
      own.filter((name) => !names.has(name)).map((name) => `${word} ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('has one word for one thing, and one thing for one word', () => {
    const all = entries.flatMap(({ word, names: own }) => [word, ...own]);
    expect(all.filter((one, i) => all.indexOf(one) < i)).toEqual([]);
  });

  it('is kept to by every exported name: no other word for the same', () => {
    const instead = new Map(
      entries.flatMap(({ names: own, banned }) => banned.map((word) => [word, own.join(', ')] as const)),
    );
    const wrong = [...names].flatMap(([name, [path]]) =>
      wordsOf(name).flatMap((word) => {
        const right = instead.get(word) ?? instead.get(word.replace(/s$/, ''));
        return right === undefined ? [] : [`${path}: ${name} says ${word}, the word is ${right}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('sees the words in a name', () => {
    expect(wordsOf('readSVGChart')).toEqual(['read', 'svg', 'chart']);
    expect(wordsOf('MOST_GOALS')).toEqual(['most', 'goals']);
  });
});
