import type {
  Block,
  EmbeddedPicture,
  Inline,
  Manuscript,
  TableBlock,
  TableCell,
  TextBlock,
} from '#stories/manuscript/manuscript.ts';

type Words = Extract<Inline, { type: 'text' }>;

/** Words of one look. */
export const words = (text: string, look: Partial<Omit<Words, 'type' | 'text'>> = {}): Words => ({
  ...{ type: 'text', text, bold: false, italic: false, strike: false, underline: false, position: 'normal' },
  ...look,
});

/** A paragraph as most are: of the size of body text, on the left. */
export function text(
  own: string | readonly Inline[],
  look: Partial<Omit<TextBlock, 'type' | 'inlines'>> = {},
): TextBlock {
  const inlines = typeof own === 'string' ? (own === '' ? [] : [words(own, look.bold ? { bold: true } : {})]) : own;
  return {
    ...{ type: 'paragraph', place: { block: 0, words: typeof own === 'string' ? own.slice(0, 24) : '' }, inlines },
    ...{ styles: ['Normal'], outline: null, align: 'left', size: 12, bold: false, label: null, list: null, box: false },
    ...look,
  };
}

/** An item of a list. */
export const item = (own: string, label: string, level = 0, id = '1'): TextBlock =>
  text(own, { label, list: { id, level, ordered: /\d/.test(label) } });

export const shows = (picture: string, alt = ''): Inline => ({ type: 'picture', picture, alt });

const cellOf = (own: string | readonly Block[], column: number): TableCell => ({
  ...{ blocks: typeof own === 'string' ? [text(own)] : own, columns: 1, rows: 1, column },
});

/** A table of plain cells; a cell may be given whole. */
export const table = (...rows: readonly (readonly (string | readonly Block[] | TableCell)[])[]): TableBlock => ({
  ...{ type: 'table', place: { block: 0, words: '' } },
  rows: rows.map((row) =>
    row.map((cell, i) => (typeof cell === 'string' || !('columns' in cell) ? cellOf(cell as string, i) : cell)),
  ),
});

export const picture = (id: string): EmbeddedPicture => ({ id, kind: 'png', file: `${id}.png`, width: 1, height: 1 });

/** A document of these blocks, their places counted. */
export function manuscript(blocks: readonly Block[], rest: Partial<Omit<Manuscript, 'blocks'>> = {}): Manuscript {
  return { blocks, notes: [], pictures: [], left: [], ...rest };
}
