import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { SearchPages } from '#domain/search/engine.ts';
import { foldingOf } from '#domain/search/folding.ts';
import { foldingPairs } from './folding-table.ts';
import { indexCopy } from './index-copy.ts';
import { copyOf, type PageCopy } from './page-copy.ts';
import { type IndexInput, pagefindFiles } from './pagefind-files.ts';

/** What was written. */
export interface WrittenIndex {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

interface SearchedPage {
  readonly file: string;
  readonly url: string;
  readonly copy: PageCopy;
}

/**
 * Writes the search index of a built site into its folder: `pagefind/` and `search/pages.json`. Pages stay as they
 * are. A site without a page to be searched gets none.
 */
export async function writeSearchIndex(
  folder: string,
  base: string,
  log: (line: string) => void,
): Promise<WrittenIndex> {
  const pages = searchedPages(folder, base.endsWith('/') ? base : `${base}/`);
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  rmSync(join(folder, 'search', 'pages.json'), { force: true });
  if (pages.length === 0) return { pages: 0, files: 0, bytes: 0 };
  const folding = foldingPairs(textsOf(pages));
  const [titles, lengths]: [number[], number[]] = [[], []];
  const files = await pagefindFiles(copies(pages, folding, titles, lengths));
  for (const { path, content } of files) write(join(folder, 'pagefind', path), content);
  write(join(folder, 'search', 'pages.json'), JSON.stringify({ titles, lengths, folding } satisfies SearchPages));
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  log(`${pages.length} pages, ${files.length} files, ${Math.round(bytes / 1000)} kB`);
  return { pages: pages.length, files: files.length, bytes };
}

/** The pages to be searched, newest first, those without a date after them. */
function searchedPages(folder: string, base: string): SearchedPage[] {
  const pages: SearchedPage[] = [];
  for (const file of htmlFiles(folder)) {
    const copy = copyOf(readFileSync(join(folder, file), 'utf8'));
    if (copy) pages.push({ file, url: urlOf(file, base), copy });
  }
  return pages.sort((a, b) => compare(b.copy.date, a.copy.date) || compare(a.url, b.url));
}

function htmlFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).split(sep).join('/'));
  return files.filter((file) => file.endsWith('.html')).sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function urlOf(file: string, base: string): string {
  const path = file.replace(/(?<=^|\/)index\.html$/u, '');
  return base + path.split('/').map(encodeURIComponent).join('/');
}

function* textsOf(pages: readonly SearchedPage[]): Generator<string> {
  for (const { copy } of pages) {
    yield copy.title;
    for (const { text } of copy.blocks) yield text;
  }
}

/** One copy at a time, so that not all lie in memory twice; what is told of each page is noted on the way. */
function* copies(
  pages: readonly SearchedPage[],
  pairs: string,
  titles: number[],
  lengths: number[],
): Generator<IndexInput> {
  const folding = foldingOf(pairs);
  for (const [order, { file, url, copy }] of pages.entries()) {
    const { html, title, length } = indexCopy(copy, order, folding);
    titles.push(title);
    lengths.push(length);
    yield { file, url, html };
  }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
