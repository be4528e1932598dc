import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pairsOf } from '#check/text/folding-table.ts';
import type { SearchPages } from '#domain/search/engine.ts';
import type { IndexCopy } from './index-copy.ts';
import { type IndexInput, pagefindIndex, type TakePacked } from './pagefind-index.ts';

/** A page that is searched. */
export interface SearchedPage {
  /** Below the folder of the site, with `/`. */
  readonly file: string;
  readonly copy: IndexCopy;
}

/** What was written. */
export interface WrittenIndex {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the search index of a built site into its folder: `pagefind/` and `search/pages.json`. Pages stay as they
 * are. A site without a page to be searched gets none.
 * @param take as in `pagefindIndex`
 */
export async function writeSearchIndex(
  folder: string,
  base: string,
  searched: Iterable<SearchedPage>,
  take?: TakePacked,
): Promise<WrittenIndex> {
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  rmSync(join(folder, 'search', 'pages.json'), { force: true });
  const pages = inOrder(searched, base);
  if (pages.length === 0) return { pages: 0, files: 0, bytes: 0 };
  const files = await pagefindIndex(pages, take);
  for (const { path, content } of files) write(join(folder, 'pagefind', path), content);
  write(join(folder, 'search', 'pages.json'), JSON.stringify(toldOf(pages.map(({ copy }) => copy))));
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return { pages: pages.length, files: files.length, bytes };
}

/** The pages as they stand in the index: newest first, those without a date after them. */
export function inOrder(searched: Iterable<SearchedPage>, base: string): IndexInput[] {
  const folder = base.endsWith('/') ? base : `${base}/`;
  const pages = [...searched].map(({ file, copy }) => ({ copy, url: urlOf(file, folder) }));
  return pages.sort((a, b) => compare(b.copy.date, a.copy.date) || compare(a.url, b.url));
}

function toldOf(copies: readonly IndexCopy[]): SearchPages {
  const characters = new Set<string>();
  for (const copy of copies) for (const character of copy.characters) characters.add(character);
  return {
    titles: copies.map(({ title }) => title),
    lengths: copies.map(({ length }) => length),
    folding: pairsOf(characters),
  };
}

function urlOf(file: string, base: string): string {
  const path = file.replace(/(?<=^|\/)index\.html$/u, '');
  return base + path.split('/').map(encodeURIComponent).join('/');
}

/** By code units: the same on every computer. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
