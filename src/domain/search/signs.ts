/**
 * Signs of punctuation as the index holds them. Pagefind indexes letters only, so each sign travels as one letter of a
 * script that few pages use (Yi, from U+A000; a real one is told apart by the last mark): `（` finds `(`, and a phrase with a dash in it stays a phrase.
 * A row is one sign in its spellings; the first spelling is the plain one, the others are told apart by a mark, so that
 * an excerpt shows what the page shows. New rows go to the end: the place in the table is the letter.
 */
const ROWS: readonly string[] = [
  '-—–－―─‐‑‒−﹣ー',
  '.．',
  ',，',
  '、',
  '。｡',
  ':：',
  ';；',
  '!！',
  '?？',
  '(（',
  ')）',
  '[［',
  ']］',
  '{｛',
  '}｝',
  '<＜',
  '>＞',
  '《',
  '》',
  '〈',
  '〉',
  '【',
  '】',
  '〔',
  '〕',
  '「',
  '」',
  '『',
  '』',
  '“',
  '”',
  '‘',
  '’',
  '"＂',
  "'＇",
  '·•・‧∙･',
  '…',
  '/／',
  '\\＼',
  '&＆',
  '%％',
  '#＃',
  '@＠',
  '+＋',
  '=＝',
  '*＊×',
  '_＿',
  '|｜',
  '~～〜',
  '^＾',
  '`｀',
  '$＄',
  '¥￥',
  '°',
  '№',
  '→',
  '←',
  '↔',
  '≠',
  '≈',
  '≥',
  '≤',
  '±',
  '÷',
  '§',
  '©',
  '▭',
  '་༌',
  '།',
  '‰',
  '★',
  '☆',
  '●',
  '○',
  '◆',
  '◇',
  '■',
  '□',
  '▲',
  '△',
  '▼',
  '▽',
  '※',
  '✓',
  '√',
  '∞',
  '€',
  '£',
  '¢',
  '′',
  '″',
  '↑',
  '↓',
];

const FIRST_LETTER = 0xa000;
const FIRST_MARK = 0xfe00;

/** The mark of a letter that is a letter: no sign has so many spellings. */
export const ITSELF = 16;

const letterOfSign = new Map<string, string>();
const markOfSign = new Map<string, string>();
for (const [row, spellings] of ROWS.entries()) {
  for (const [i, sign] of [...spellings].entries()) {
    letterOfSign.set(sign, String.fromCodePoint(FIRST_LETTER + row));
    markOfSign.set(sign, markOf(i));
  }
}

/** The mark of the i-th spelling: none for the plain one. There are 16 marks; Pagefind drops them when it compares. */
export function markOf(i: number): string {
  return i === 0 ? '' : String.fromCodePoint(FIRST_MARK + i - 1);
}

/** Which spelling the mark at the end of a word names: 0 without one. */
export function spellingOf(word: string): number {
  const mark = word.codePointAt(word.length - 1) ?? 0;
  return mark >= FIRST_MARK && mark < FIRST_MARK + 16 ? mark - FIRST_MARK + 1 : 0;
}

/** The letter and the mark under which a sign is indexed; null where the character is no sign of the table. */
export function letterOf(sign: string): { letter: string; mark: string } | null {
  const letter = letterOfSign.get(sign);
  return letter === undefined ? null : { letter, mark: markOfSign.get(sign) ?? '' };
}

/** The sign that a letter with its spelling stands for; null where the letter is an ordinary one. */
export function signOf(letter: string, spelling: number): string | null {
  const row = ROWS[(letter.codePointAt(0) ?? 0) - FIRST_LETTER];
  if (row === undefined || spelling === ITSELF) return null;
  const spellings = [...row];
  return spellings[spelling] ?? spellings[0] ?? null;
}
