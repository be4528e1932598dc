const HIGHEST = 0x10000;

/** Characters that each character of every text is looked up in: a table by code, many times as quick as a `Set`. */
export class CharacterSet {
  readonly #table = new Uint8Array(HIGHEST);

  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++) this.#table[characters.charCodeAt(at)] = 1;
  }

  /** Whether it holds the first character of some; of none it does not. */
  has(character: string): boolean {
    return this.#table[character.charCodeAt(0)] === 1;
  }

  /** Whether it holds the character at an offset; outside the text stands none. */
  isAt(text: string, at: number): boolean {
    return this.#table[text.charCodeAt(at)] === 1;
  }

  /** Where the first of them stands in a text from an offset on; its length where none does. */
  firstIn(text: string, from = 0): number {
    const table = this.#table;
    let at = from;
    while (at < text.length && table[text.charCodeAt(at)] !== 1) at++;
    return at;
  }
}

/** All that `\s` stands for. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const HAN = /\p{Script=Han}/u;
/** What was asked before: 1 is a Chinese character, 2 is none. */
const asked = new Uint8Array(HIGHEST);

/** Whether a Chinese character stands at an offset; half of one that is written in two is none. */
export function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (asked[code] === 0) asked[code] = HAN.test(String.fromCharCode(code)) ? 1 : 2;
  return asked[code] === 1;
}
