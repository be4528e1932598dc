/** A mark of Markdown at the beginning of a line: what follows is no plain paragraph. */
const MARKED =
  /^\s*(?::{3,}|!!!\s|\$\$|[-*+]\s|\d{1,9}[.)]\s|>|#{1,6}\s|\||```|~~~|<\/?[A-Za-z]|\[\^[^\]]+\]:|(?:-{3,}|\*{3,}|_{3,})\s*$|={3,}\s*$)/;
/** How many characters a line has at least that an editor broke by its width. */
const WRAPPED = 28;
const ENDS = /[。！？!?；;：:…”’」』）)》.]\s*$/u;

/** Whether a line is plain words: no list, heading, table, quotation, tag or note begins in it. */
export const isPlainLine = (line: string) => line.trim() !== '' && !MARKED.test(line);

/**
 * Whether the break between two lines of one paragraph means something to its writer: the line above ends a sentence or
 * is too short to have been broken by its width. A page shows both as one paragraph.
 */
export const isMeantBreak = (above: string, below: string): boolean =>
  isPlainLine(below) &&
  // Between Latin words a break is a space, as anywhere on the web.
  /[\p{Script=Han}\p{Script=Tibetan}]/u.test(above) &&
  (ENDS.test(above) || [...above.trim()].length < WRAPPED);

/** Cells of a line pasted from a spreadsheet, between tabs; null where it has none. */
export const tabbedCells = (line: string): string[] | null => {
  const cells = line.trim().split('\t');
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : null;
};

/**
 * Cells of a line typed as a row of a table with the wide bars of a Chinese keyboard: a bar at both ends. Without them it
 * is a line of words that bars part, as headlines and captions have it; null.
 */
export const wideBarCells = (line: string): string[] | null => {
  const text = line.trim();
  if (text.length < 3 || !text.startsWith('｜') || !text.endsWith('｜')) return null;
  return text
    .slice(1, -1)
    .split(/[|｜]/)
    .map((cell) => cell.trim());
};
