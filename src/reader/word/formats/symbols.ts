import { codePoint } from 'dingbat-to-unicode';

/** Signs that most typefaces have, in place of the rarest of the table. */
const COMMON: Readonly<Record<string, string>> = {
  'WINGDINGS 28': '☎',
  'WINGDINGS 2A': '✉',
  'WINGDINGS 6C': '●',
  'WINGDINGS 6D': '○',
  'WINGDINGS 6E': '■',
  'WINGDINGS 6F': '□',
  'WINGDINGS 70': '□',
  'WINGDINGS 71': '❑',
  'WINGDINGS 72': '❒',
  'WINGDINGS 73': '◆',
  'WINGDINGS 74': '◆',
  'WINGDINGS 75': '◆',
  'WINGDINGS 76': '❖',
  'WINGDINGS 77': '◆',
  'WINGDINGS 9F': '•',
  'WINGDINGS A1': '○',
  'WINGDINGS A7': '▪',
  'WINGDINGS A8': '□',
  'WINGDINGS D8': '➢',
  'WINGDINGS E0': '→',
  'WINGDINGS FB': '✗',
  'WINGDINGS FC': '✓',
  'WINGDINGS FD': '☒',
  'WINGDINGS FE': '☑',
  'WINGDINGS 80': '⓪',
  'WINGDINGS 2 81': '○',
  'WINGDINGS 2 97': '•',
  'WINGDINGS 2 98': '●',
  'WINGDINGS 2 4F': '✗',
  'WINGDINGS 2 50': '✓',
  'WINGDINGS 2 51': '☒',
  'WINGDINGS 2 52': '☑',
  'WINGDINGS 2 53': '☒',
  'WINGDINGS 2 54': '☒',
  'WINGDINGS 2 A3': '□',
  'WINGDINGS 2 2A': '□',
};

const SYMBOL_FACES = /^(?:symbol|wingdings(?: [23])?|webdings)$/i;

/** Whether the letters of a typeface are signs and no letters. */
export const isSymbolFace = (typeface: string): boolean => SYMBOL_FACES.test(typeface);

/**
 * The sign that a typeface of signs draws for a number, as a character that every typeface can show; null: there is none.
 * Where the typeface is none of them the number is a character of Unicode, unless it lies where only such typefaces have
 * any: then it is looked for in the one that has most of the bullets.
 */
export function symbolOf(typeface: string, number: number): string | null {
  const isPrivate = number >= 0xf000 && number <= 0xf0ff;
  if (!isSymbolFace(typeface)) {
    if (isPrivate) return symbolOf('Symbol', number);
    const usable = number >= 0x20 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xf8ff);
    return usable ? String.fromCodePoint(number) : null;
  }
  const place = isPrivate ? number - 0xf000 : number;
  if (place > 0xff) return String.fromCodePoint(number);
  const name = typeface.toUpperCase();
  if (name === 'WINGDINGS' && place > 0x80 && place <= 0x8a) return String.fromCodePoint(0x2460 + place - 0x81);
  const found =
    COMMON[`${name} ${place.toString(16).toUpperCase().padStart(2, '0')}`] ?? codePoint(name, place)?.string;
  if (found === undefined || /[\p{Co}\p{Cn}]/u.test(found)) return null;
  return found;
}
