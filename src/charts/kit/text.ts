/** The one measure of text: there is no DOM to measure in, so widths are estimates by the sort of each character. */
import type { Box } from './geometry.ts';

const FULL_WIDTH = /[⺀-鿿ꀀ-꓆豈-﫿︰-﹏！-｠“”‘’—…≠×、。]/u;
/** Tibetan stacks hang on one base letter: vowel signs and subjoined letters take no room. */
const STACKED = /[\u0f71-\u0fbc]/u;
const TIBETAN = /[\u0f00-\u0fff]/u;
/** What may not begin a line, and what may not end one. */
const NOT_FIRST = /^[，。、；：！？）》」』】”’…—,.;:!?)%℃°/\]]/u;
const NOT_LAST = /[（《「『【“‘([]$/u;

/** Em of one character, on the wide side of the fonts a reader may have: labels must not touch where fonts differ. */
function em(char: string): number {
  if (FULL_WIDTH.test(char)) return 1;
  if (STACKED.test(char)) return 0;
  if (TIBETAN.test(char)) return 0.62;
  if (/[0-9]/.test(char)) return 0.6;
  if (/[A-Z]/.test(char)) return 0.72;
  return /[ ./,:]/.test(char) ? 0.42 : 0.6;
}

/** Estimated px of a line of text. Counts the gap that browsers set between 汉字 and digits. */
export function textWidth(text: string, size: number): number {
  const chars = [...text];
  const gaps = chars.filter((c, i) => {
    const before = chars[i - 1];
    return (
      before !== undefined &&
      /\p{Script=Han}/u.test(before) !== /\p{Script=Han}/u.test(c) &&
      /[0-9A-Za-z]/.test(before + c)
    );
  }).length;
  return size * (chars.reduce((sum, c) => sum + em(c), 0) + gaps / 8);
}

/** The pieces between which a line may be broken: a wide character each, a Latin word or number whole. */
function pieces(text: string): string[] {
  const raw =
    text.match(/[A-Za-z0-9\u00c0-\u024f\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af.,:/%°+#@_-]+\s*|\s+|./gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/**
 * Breaks a text into lines of at most `width` px, Chinese between any two characters, Latin between words, closing marks
 * never first and opening ones never last. A word longer than a line (an address) is cut where the line ends.
 */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string) => textWidth(words.trimEnd(), size) <= width;
  for (const piece of pieces(text).flatMap((whole) => (fits(whole) ? [whole] : Array.from(whole)))) {
    if (line && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** px: `lead` and `tail` of a figure. */
const SMALL = 13;

/** A text in its place, px; `lead` and `tail` stand small before and after it. */
export interface Label {
  readonly role: 'township' | 'place' | 'language' | 'small' | 'river' | 'way' | 'figure';
  readonly text: string;
  /** The language of a name in another one. */
  readonly lang?: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly vertical?: boolean;
  readonly lead?: string;
  readonly tail?: string;
}

/** The room a label takes, px. */
export function labelBox(label: Label): Box {
  const { x, y, size, role } = label;
  const small = textWidth((label.lead ?? '') + (label.tail ?? ''), SMALL);
  const long = textWidth(label.text, size) + small + (label.tail ? 4 : 0);
  const before = label.anchor === 'start' ? 0 : label.anchor === 'end' ? long : long / 2;
  if (label.vertical) return { left: x - size / 2, right: x + size / 2, top: y - before, bottom: y - before + long };
  const [rise, fall] = role === 'language' ? [0.85, 0.5] : [0.88, 0.14];
  return { left: x - before, right: x - before + long, top: y - rise * size, bottom: y + fall * size };
}
