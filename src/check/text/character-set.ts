const HIGHEST = 0x10000;

/** Whether a bit is set in a table of bits; a code that is none has none. */
const isSet = (bits: Int32Array, code: number): boolean => ((bits[code >> 5] ?? 0) & (1 << (code & 31))) !== 0;

/**
 * Characters that each character of every text is looked up in: a table by code, many times as quick as a `Set`. A bit
 * for each: dozens of such tables are asked in turn, and have to stay in the nearest cache together.
 */
export class CharacterSet {
  readonly #bits = new Int32Array(HIGHEST >> 5);

  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at);
      this.#bits[code >> 5] = (this.#bits[code >> 5] ?? 0) | (1 << (code & 31));
    }
  }

  /** Whether it holds the first character of some; of none it does not. */
  has(character: string): boolean {
    return isSet(this.#bits, character.charCodeAt(0));
  }

  /** Whether it holds the character at an offset; outside the text stands none. */
  isAt(text: string, at: number): boolean {
    return isSet(this.#bits, text.charCodeAt(at));
  }

  /** Where the first of them stands in a text from an offset on; its length where none does. */
  firstIn(text: string, from = 0): number {
    const bits = this.#bits;
    let at = from;
    while (at < text.length && !isSet(bits, text.charCodeAt(at))) at++;
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
