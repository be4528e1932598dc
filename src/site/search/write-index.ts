import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allPairs, pairsOf } from '#check/text/folding-table.ts';
import type { SearchPages } from '#domain/search/engine.ts';
import { type Folding, foldingOf } from '#domain/search/folding.ts';
import { indexCopy } from './index-copy.ts';
import { copyOf, type PageCopy } from './page-copy.ts';
import { type IndexInput, pagefindFiles } from './pagefind-files.ts';
import { type SearchedFile, searchedFiles } from './searched-files.ts';

/** What was written. */
export interface WrittenIndex {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** What is noted of the pages while their copies are made. */
interface Noted {
  readonly titles: number[];
  readonly lengths: number[];
  readonly characters: Set<string>;
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
  const pages = searchedFiles(folder, base.endsWith('/') ? base : `${base}/`);
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  rmSync(join(folder, 'search', 'pages.json'), { force: true });
  const nothing = { pages: 0, files: 0, bytes: 0 };
  if (pages.length === 0) return nothing;
  const noted: Noted = { titles: [], lengths: [], characters: new Set() };
  const files = await pagefindFiles(copies(folder, pages, foldingOf(allPairs()), noted));
  if (noted.titles.length === 0) return nothing;
  for (const { path, content } of files) write(join(folder, 'pagefind', path), content);
  write(join(folder, 'search', 'pages.json'), JSON.stringify(toldOf(noted)));
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  log(`${noted.titles.length} pages, ${files.length} files, ${Math.round(bytes / 1000)} kB`);
  return { pages: noted.titles.length, files: files.length, bytes };
}

/** One copy at a time, when Pagefind asks for it. */
function* copies(
  folder: string,
  pages: readonly SearchedFile[],
  folding: Folding,
  { titles, lengths, characters }: Noted,
): Generator<IndexInput> {
  for (const { file, url } of pages) {
    const copy = copyOf(readFileSync(join(folder, file), 'utf8'));
    if (!copy) continue;
    const { html, title, length } = indexCopy(copy, titles.length, folding);
    noteCharacters(copy, characters);
    titles.push(title);
    lengths.push(length);
    yield { file, url, html };
  }
}

function noteCharacters({ title, blocks }: PageCopy, characters: Set<string>): void {
  for (const text of [title, ...blocks.map((block) => block.text)]) {
    for (const character of text) characters.add(character);
  }
}

function toldOf({ titles, lengths, characters }: Noted): SearchPages {
  return { titles, lengths, folding: pairsOf(characters) };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
