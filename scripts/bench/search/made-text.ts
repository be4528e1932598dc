import type { Chance } from './chance.ts';

/** Text that reads like the one it was made from, for as long as one looks at two characters only. */
export interface MadeText {
  /** About this many characters, in sentences. */
  readonly text: (length: number) => string;
  /** A headline of 8 to 24 characters, without signs. */
  readonly title: () => string;
}

/** One character in ten comes from outside: real stories bring words that the notice does not have. */
const FOREIGN = 10;
const FIRST = '。';

/** The 3,755 common characters as GB 2312 lists them. */
function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].filter((c) => /\p{Script=Han}/u.test(c));
}

/** A chain of pairs of characters over some texts: each next character is one that follows the last one there. */
export function madeTextFrom(texts: readonly string[], chance: Chance): MadeText {
  const common = commonCharacters();
  const following = new Map<string, string[]>();
  for (const text of texts) {
    let last = FIRST;
    for (const character of `${text.replace(/[^\p{Script=Han}\d，。、；：“”（）]/gu, '')}${FIRST}`) {
      const known = following.get(last);
      if (known) known.push(character);
      else following.set(last, [character]);
      last = character;
    }
  }
  const starts = following.get(FIRST) ?? common;
  const next = (last: string) =>
    chance.below(FOREIGN) === 0 ? chance.one(common) : chance.one(following.get(last) ?? starts);

  function run(length: number): string {
    let text = '';
    let last = FIRST;
    for (let i = 0; i < length; i++) {
      last = next(last) ?? FIRST;
      text += last;
    }
    return text;
  }
  return {
    text: (length) => `${run(length)}${FIRST}`,
    title: () =>
      run(60)
        .replace(/[^\p{Script=Han}]/gu, '')
        .slice(0, 8 + chance.below(17)),
  };
}
