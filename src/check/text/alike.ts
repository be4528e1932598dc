import { readingsOf } from '#format/pinyin.ts';
import { isHan } from './character-set.ts';
import shapes from './look-alikes.json' with { type: 'json' };

/** How easily one character is written for another: `alike` of one sound or one look, `near` of nearly one sound. */
export type Likeness = 'alike' | 'near';

/** Sounds that not everyone who types tells apart: what the input methods offer as 模糊音. */
const NEAR_SOUNDS: readonly (readonly [is: RegExp, also: string])[] = [
  [/^([zcs])h/u, '$1'],
  [/^([zcs])(?!h)/u, '$1h'],
  [/^n/u, 'l'],
  [/^l/u, 'n'],
  [/^f/u, 'h'],
  [/^h/u, 'f'],
  [/([aei]n)g$/u, '$1'],
  [/([aei]n)$/u, '$1g'],
];
/** One sound is taken for another at its beginning or at its end, hardly at both at once. */
const nearSounds = (syllable: string): string[] =>
  NEAR_SOUNDS.flatMap(([is, also]) => (is.test(syllable) ? [syllable.replace(is, also)] : []));

/** All that names and stories are written with but for the rarest: the characters of GB 2312, row by row. */
function usualCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(new Uint8Array(bytes)).replaceAll(/\P{Script=Han}/gu, '');
}

/** Characters by their syllables without tones. */
function charactersBySound(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const characters = usualCharacters();
  for (const [at, readings] of readingsOf(characters).entries())
    for (const syllable of new Set(readings)) found.set(syllable, (found.get(syllable) ?? '') + characters.charAt(at));
  return found;
}

/** Each character with those that look like it; the table has each pair once. */
function charactersByLook(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (one: string, other: string) => found.set(one, (found.get(one) ?? '') + other);
  for (const [first = '', ...others] of shapes.alike.join(' ').split(' '))
    for (const other of others) {
      add(first, other);
      add(other, first);
    }
  return found;
}

let tables: { readonly sounds: ReadonlyMap<string, string>; readonly looks: ReadonlyMap<string, string> } | null = null;

function readConfused(character: string): ReadonlyMap<string, Likeness> {
  // Made at the first question: most commands ask none.
  tables ??= { sounds: charactersBySound(), looks: charactersByLook() };
  const { sounds, looks } = tables;
  const own = new Set(isHan(character, 0) ? readingsOf(character)[0] : []);
  const ofSounds = (syllables: Iterable<string>) =>
    [...syllables].flatMap((syllable) => [...(sounds.get(syllable) ?? '')]);
  const found = new Map<string, Likeness>();
  for (const near of ofSounds([...own].flatMap(nearSounds))) found.set(near, 'near');
  for (const alike of [...ofSounds(own), ...(looks.get(character) ?? '')]) found.set(alike, 'alike');
  found.delete(character);
  return found;
}

const known = new Map<string, ReadonlyMap<string, Likeness>>();

/** Characters that are easily written for this one, because they sound or look like it. */
export function confusedWith(character: string): ReadonlyMap<string, Likeness> {
  const confused = known.get(character) ?? readConfused(character);
  known.set(character, confused);
  return confused;
}

/** How easily one character is written for the other; null where it is hardly a slip. */
export const likenessOf = (written: string, right: string): Likeness | null => confusedWith(right).get(written) ?? null;
