import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { planFonts, writeFonts } from '../fonts/site-fonts.ts';
import { type SearchedPage, writeSearchIndex } from '../search/write-index.ts';
import { type FinishedPage, finishPage, sealPage } from './finish-page.ts';

/** How a site is finished. */
export interface Finishing {
  /** Path under which the site lies; starts and ends with `/`. */
  readonly base: string;
  /** Finishes one page; where it is left out, every page anew. */
  readonly finish?: (html: string) => FinishedPage;
  /** Where fonts are kept from one build to the next; null: nowhere. */
  readonly keptFonts?: string | null;
}

/** A page of a site; its file with `/`, below the folder of the site. */
export interface SitePage extends FinishedPage {
  readonly file: string;
}

/** All pages in a folder, finished, by the order of their files. */
export function readPages(folder: string, finish: (html: string) => FinishedPage = finishPage): SitePage[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'));
  return files
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ file, ...finish(readFileSync(join(folder, file), 'utf8')) }));
}

/** The pages that are searched. */
export const searchedPages = (pages: readonly SitePage[]): SearchedPage[] =>
  pages.flatMap(({ file, search: copy }) => (copy ? [{ file, copy }] : []));

/**
 * After Astro has made the pages: cuts the fonts down to what the pages show, gives each page only what is its own of
 * what Astro gives to all, and writes the index of the search. Each page is read once, parsed once and written once.
 */
export async function finishSite(folder: string, { base, finish, keptFonts = null }: Finishing): Promise<void> {
  const pages = readPages(folder, finish);
  const fonts = planFonts(pages);
  for (const { file, html } of pages) {
    const own = fonts.ownFont.get(file);
    writeFileSync(join(folder, file), sealPage(html, own === undefined ? null : base + own));
  }
  // Pagefind is a process of its own: it reads while fonts are cut.
  await Promise.all([writeFonts(folder, fonts, keptFonts), writeSearchIndex(folder, base, searchedPages(pages))]);
}
