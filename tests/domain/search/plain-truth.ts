const DASHES = /[-—–－―─‐‑‒−]/gu;
const ELLIPSIS = '…';

/** A text as truth compares it: NFKC, lower case, one dash, no white space. Written apart from the search itself. */
export function plain(text: string): string {
  return text
    .split(ELLIPSIS)
    .map((piece) => piece.normalize('NFKC'))
    .join(ELLIPSIS)
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(/\s/gu, '');
}

/** Whether a plain text holds a plain phrase, where numbers have borders. */
export function holdsPlain(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + phrase.length)];
    const cutsLeft = /^\d/u.test(phrase) && /\d(?:[.,]\d*)?$/u.test(before);
    const cutsRight = /\d$/u.test(phrase) && /^(?:[.,]?\d)/u.test(after);
    if (!cutsLeft && !cutsRight) return true;
  }
  return false;
}
