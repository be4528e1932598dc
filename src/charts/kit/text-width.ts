const FULL_WIDTH = /[⺀-鿿豈-﫿︰-﹏！-｠“”‘’—…≠×、。]/u;
const NEVER_FIRST = '，。、；：！？）》”’…—';

/** Em of one character, on the wide side of the fonts a reader may have: labels must not touch where fonts differ. */
function em(char: string): number {
  if (FULL_WIDTH.test(char)) return 1;
  if (/[0-9]/.test(char)) return 0.6;
  if (/[A-Z]/.test(char)) return 0.72;
  return /[ ./,:]/.test(char) ? 0.42 : 0.6;
}

/** Estimated px of a line of text: there is no DOM to measure in. Counts the gap that browsers set between 汉字 and digits. */
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

/** Breaks a text into lines of at most `width` px; no line begins with closing punctuation. Never returns an empty list. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines = [''];
  for (const char of text) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && textWidth(line + char, size) > width && !NEVER_FIRST.includes(char)) lines.push(char);
    else lines[lines.length - 1] = line + char;
  }
  return lines;
}
