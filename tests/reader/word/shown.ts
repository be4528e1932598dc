import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesInMemory, type UnreadableFile } from '#reader/office/zip-parts.ts';
import { readWord } from '#reader/word/read-word.ts';
import type { Block, Inline, Manuscript } from '#stories/manuscript/manuscript.ts';
import { type DocxWords, docx } from '../../fixtures/word/write-docx.ts';

const inlineText = (inline: Inline): string => {
  switch (inline.type) {
    case 'text':
      return inline.position === 'normal' ? inline.text : `〔${inline.position} ${inline.text}〕`;
    case 'break':
      return '↵';
    case 'tab':
      return '⇥';
    case 'picture':
      return `〔图 ${inline.picture}${inline.alt && ` ${inline.alt}`}〕`;
    case 'note':
      return `〔注 ${inline.id}〕`;
    case 'link':
      return `〔${inline.inlines.map(inlineText).join('')}→${inline.href}〕`;
  }
};

/** A block as a line or more: its level, what the program writes before it, its words. */
function blockLines(block: Block): string[] {
  if (block.type === 'paragraph') {
    const before = `${block.box ? '[框] ' : ''}${block.outline ? `${'#'.repeat(block.outline)} ` : ''}`;
    return [`${before}${block.label === null ? '' : `${block.label}｜`}${block.inlines.map(inlineText).join('')}`];
  }
  return block.rows.map((row) => {
    const cells = row.map(({ blocks, columns, rows, column }) => {
      const size = columns * rows > 1 ? ` ${columns}×${rows}` : '';
      return `${column}${size}: ${blocks.flatMap(blockLines).join(' / ')}`;
    });
    return `| ${cells.join(' | ')} |`;
  });
}

/** A manuscript as text that a person can compare with the document: blocks, notes, what was left out. */
export const shownLines = ({ blocks, notes, left }: Manuscript): string[] => [
  ...blocks.flatMap(blockLines),
  ...notes.map((note) => `〔${note.id}〕${note.blocks.flatMap(blockLines).join(' / ')}`),
  ...left.map(({ what, words, place }) => `－ ${what}：${words}${place ? `（${place.block} ${place.words}）` : ''}`),
];

/** Where the pictures of documents lie that these tests read. */
const folder = mkdtempSync(join(tmpdir(), 'word-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What is read of a document that lies in memory. */
export const readBytes = (bytes: Uint8Array, fileName = '稿子.docx'): Promise<Manuscript | UnreadableFile> =>
  readWord(bytesInMemory(bytes), fileName, mkdtempSync(join(folder, 'of-')));

/** A document that is read. Throws where it is refused. */
export async function manuscriptOf(words: DocxWords | string | Uint8Array): Promise<Manuscript> {
  const read = await readBytes(words instanceof Uint8Array ? words : docx(words));
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

/** The blocks and notes of a document as lines. */
export const linesOf = async (words: DocxWords | string | Uint8Array): Promise<string[]> => {
  const read = await manuscriptOf(words);
  return shownLines({ ...read, left: [] });
};

/** What was left out of a document, without its places. */
export const leftOf = async (words: DocxWords | string | Uint8Array): Promise<string[]> =>
  (await manuscriptOf(words)).left.map(({ what, words: held }) => (held === '' ? what : `${what}：${held}`));
