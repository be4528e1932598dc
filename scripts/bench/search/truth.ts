import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from './page-blocks.ts';
import { contains, type PlainText, plainText } from './plain-text.ts';

/** An indexed page of a built site, as plain text. */
export interface TruePage {
  /** With the base path, without `index.html`. */
  readonly url: string;
  readonly title: string;
  /** As they stand in the page: what queries are sampled from. */
  readonly blocks: readonly string[];
  /** The value of `data-search`. */
  readonly data: string | null;
  /** All blocks, one a line. */
  readonly plain: PlainText;
}

/** All indexed pages of a built site, in the order of their paths. */
export function truePages(folder: string, base: string): TruePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((file) => {
      const page = blocksOf(readFileSync(join(folder, file), 'utf8'));
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      return page ? [{ url: encodeURI(base + path), ...page, plain: plainBlocks(page.blocks) }] : [];
    });
}

/** Blocks one after the other as plain text; a line break, which no query has, keeps them apart. */
export function plainBlocks(blocks: readonly string[]): PlainText {
  const plain = blocks.map(plainText);
  const text = plain.map((block) => block.text).join('\n');
  const inNumber = new Uint8Array(text.length + 1);
  let at = 0;
  for (const block of plain) {
    inNumber.set(block.inNumber, at);
    at += block.text.length + 1;
  }
  return { text, inNumber };
}

const QUOTED = /^(?:"[^"]*"|“[^“”]*”|「[^「」]*」|『[^『』]*』|‘[^‘’]*’)$/u;

/** The parts of a query, all of which a page must hold: parted by white space and commas; a pair of quotes is dropped. */
function partsOf(query: string): PlainText[] {
  return query
    .replace(/[。．.！!？?；;：:]+$/u, '')
    .split(/[\s\u3000、，]+|,(?!\d{3})|(?<!\d),/u)
    .map((part) => plainText(QUOTED.test(part) ? part.slice(1, -1) : part))
    .filter(({ text }) => text !== '');
}

/** Whether a page holds a query: each part stands as it is in one block. */
export function holds({ plain }: Pick<TruePage, 'plain'>, query: string): boolean {
  const parts = partsOf(query);
  return parts.length > 0 && parts.every((part) => contains(plain, part));
}

/** The addresses of all pages that hold a query. */
export function truthOf(pages: readonly TruePage[], query: string): Set<string> {
  return new Set(pages.filter((page) => holds(page, query)).map(({ url }) => url));
}
