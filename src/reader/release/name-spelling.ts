import { simplifiedOf } from '#check/text/folding-table.ts';
import type { LatinSpelling, NameSpelling } from '#domain/release/names/spelling.ts';
import { soundsOfPerson } from '#format/pinyin.ts';
import { tibetanParts } from '#format/tibetan-latin.ts';

/** Shorter words are found by chance. */
const SHORTEST = 6;

/** ü as it is typed: `lv`, `lu`, `lyu`. */
const typings = (sound: string) => [
  ...new Set([sound, sound.replaceAll('v', 'u'), sound.replaceAll(/(?<=[ln])v/gu, 'yu')]),
];

/** The surname first, as in China, and last, as elsewhere. */
function orders(sound: string): string[] {
  const [surname = '', ...given] = sound.split(' ');
  return given.length > 0 && given.length <= 2 ? [sound, [...given, surname].join(' ')] : [sound];
}

function pinyinOf(name: string): LatinSpelling[] {
  return soundsOfPerson(name)
    .flatMap(orders)
    .flatMap(typings)
    .map((words) => {
      const syllables = words.split(' ');
      return { words, capitals: syllables.length < 3 || syllables.join('').length < SHORTEST };
    });
}

/** Every spelling of a row of parts. */
const rows = (parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (all, spellings) => all.flatMap((row) => spellings.map((part) => `${row} ${part}`.trim())),
    [''],
  );

function latinOf(name: string): LatinSpelling[] {
  const characters = name.replaceAll(/[^\p{Script=Han}]/gu, '');
  if ([...characters].length < 2 || /[\p{Script=Latin}\d]/u.test(name)) return [];
  const simplified = [...characters.normalize('NFKC')].map(simplifiedOf).join('');
  const tibetan = rows(tibetanParts(simplified) ?? []).filter((words) => words !== '');
  return [...pinyinOf(simplified), ...tibetan.map((words) => ({ words, capitals: false }))];
}

/**
 * How names are spelt: characters as the search folds them; names in Han characters by their pinyin, and by the usual
 * spelling of Tibetan ones. A name of two syllables is a word too (`li-ming`): it counts with capitals only.
 */
export const nameSpelling: NameSpelling = { simplified: simplifiedOf, latin: latinOf };
