/** What may not begin a line, and what may not end one. */
const NOT_FIRST = /^[，。、；：！？）》」』】”’…—,.;:!?)%℃°/\]]/u;
const NOT_LAST = /[（《「『【“‘([]$/u;

/** Width of one character in em: wide ones 1, Latin letters, digits and their marks a little over a half. */
function em(character: string): number {
  if (/[　-〿一-鿿㐀-䶿！-～“”‘’…—]/u.test(character)) return 1;
  if (/[ ,.;:!'|il]/.test(character)) return 0.3;
  return /[\u0f00-\u0fff]/u.test(character) ? 0.5 : 0.58;
}

/** Width of a text in em, by the sort of its characters: an estimate, good to a few percent. */
export function widthInEm(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + em(character), 0);
}

/** The pieces between which a line may be broken: a wide character each, a Latin word or number whole. */
function pieces(text: string): string[] {
  const raw = text.match(/[A-Za-z0-9\u00c0-\u024f\u0f00-\u0fff.,:/%°+#@_-]+\s*|\s+|./gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/**
 * Breaks a text into lines of at most `width` em, Chinese between any two characters, Latin between words, closing marks
 * never first and opening ones never last. A word longer than a line (an address) is cut where the line ends.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const whole = pieces(text).flatMap((piece) => (widthInEm(piece.trimEnd()) > width ? Array.from(piece) : [piece]));
  for (const piece of whole) {
    if (line && widthInEm((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}
