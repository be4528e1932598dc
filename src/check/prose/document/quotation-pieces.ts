import { CharacterSet, WHITE_SPACE } from '../../text/character-set.ts';
import { matchesIn } from '../../text/glance.ts';
import { keptByText } from '../../text/kept-by-text.ts';

/** A text with what may be written in several ways made one, and of each of its characters where it stood. */
export interface Folded {
  readonly text: string;
  readonly at: Int32Array;
}

const SPACES_AND_MARKS = `${WHITE_SPACE}\u200b“”‘’「」『』"'＂＇`;
const DASHES = '—–―－﹣～~-';
const DOTS = '·・•‧∙';
const SPACE_OR_MARK = new CharacterSet(SPACES_AND_MARKS);
const DASH = new CharacterSet(DASHES);
const DOT = new CharacterSet(DOTS);
const FULL_WIDTH = String.fromCharCode(...Array.from({ length: 0x5e }, (_, i) => 0xff01 + i));
/** All that may be written in another way; nearly all characters are not among them. */
const SEVERAL = new CharacterSet(SPACES_AND_MARKS + DASHES + DOTS + FULL_WIDTH);

/** Where the characters of a text stand that needed no folding; longer ones get their own. */
const IN_PLACE = Int32Array.from({ length: 4000 }, (_, at) => at);

function fold(source: string): Folded {
  const plain = SEVERAL.firstIn(source);
  if (plain === source.length && plain <= IN_PLACE.length) return { text: source, at: IN_PLACE.subarray(0, plain) };
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < source.length; i++) {
    if (SPACE_OR_MARK.isAt(source, i)) continue;
    const code = source.charCodeAt(i);
    const one = DASH.isAt(source, i)
      ? '-'
      : DOT.isAt(source, i)
        ? '·'
        : code > 0xff00 && code < 0xff5f
          ? String.fromCharCode(code - 0xfee0)
          : source.charAt(i);
    if (one === '-' && text.endsWith('-')) continue;
    text += one;
    at.push(i);
  }
  return { text, at: Int32Array.from(at) };
}

/** Width, spaces, dashes and the kind of quotation marks made one; no character is changed into another one. */
export const folded = keptByText(fold);

const DIGIT = /\d/;

/** Whether words stand in a text; a number is not cut: 1 does not stand in 10. */
export function standsIn(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const cut =
      (DIGIT.test(words.charAt(0)) && DIGIT.test(text.charAt(at - 1))) ||
      (DIGIT.test(words.charAt(words.length - 1)) && DIGIT.test(text.charAt(end)));
    if (!cut) return true;
  }
  return false;
}

/** What is left out of a quotation. */
const LEFT_OUT = /…+|⋯+|\.{3,}|。{3,}|（略）|〔略〕/gu;
const EDGE = /^[，。；：、！？,.;:!?-]+|[，。；：、！？,.;:!?-]+$/gu;

/** A piece of a quotation: folded, and where it stands in the quotation. */
export interface Piece {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What a quotation takes over word for word: the pieces between ……; pauses at their ends count for nothing. */
export function piecesOf(quotation: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number): void => {
    const { text, at } = folded(quotation.slice(from, to));
    const words = text.replace(EDGE, '');
    const lead = words === '' ? 0 : text.indexOf(words);
    const [first, last] = [at[lead], at[lead + words.length - 1]];
    if (words !== '' && first !== undefined && last !== undefined)
      pieces.push({ words, start: from + first, end: from + last + 1 });
  };
  for (const { index, 0: mark } of matchesIn(quotation, LEFT_OUT)) {
    take(index);
    from = index + mark.length;
  }
  take(quotation.length);
  return pieces;
}
