import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { House } from '#exports/posters/sheet.ts';
import type { TitlePieces } from '#format/title-pieces.ts';
import { drawingsIn, writeFigures } from '../drawings/write-figures.ts';
import { writeShared } from '../drawings/write-shared.ts';
import { withOwnFonts } from '../fonts/drawing-fonts.ts';
import { planFonts, writeFonts } from '../fonts/site-fonts.ts';
import type { KeptShared } from '../guard/shared-pictures.ts';
import { withKitSizes } from '../kits/kit-sizes.ts';
import { type KitPacking, writeKits } from '../kits/write-kits.ts';
import type { TakePacked } from '../search/pagefind-index.ts';
import { type SearchedPage, writeSearchIndex } from '../search/write-index.ts';
import { type FinishedPage, finishPage, sealPage } from './finish-page.ts';
import { type UnfitFile, UnfitSite, unfitWords } from './unfit-words.ts';

/** A page as it was finished; what of it goes to the index is asked for when it is indexed. */
export interface FinishedBefore extends Omit<FinishedPage, 'search'> {
  readonly search: () => FinishedPage['search'];
}

/** How a site is finished. */
export interface Finishing {
  /** Addresses inside the document, which no page shows as words. */
  readonly addresses: ReadonlySet<string>;
  /** Path under which the site lies; starts and ends with `/`. */
  readonly base: string;
  /** Finishes one page; where it is left out, every page anew, titles as they stand. */
  readonly finish?: (html: string) => FinishedBefore;
  /** Where fonts are kept from one build to the next; null: nowhere. */
  readonly keptFonts?: string | null;
  /** Where the pictures of figures are; null: nowhere. */
  readonly keptFigures?: string | null;
  /** As in `pagefindIndex`. */
  readonly takePacked?: TakePacked | undefined;
  /** What press kits are packed with; where it is left out no page lays one out. */
  readonly kits?: KitPacking;
  /** What the pictures are drawn by that pages are passed on with, and where they are kept; left out: none are drawn. */
  readonly shared?: { readonly house: House; readonly kept: KeptShared | null };
}

/** What is held of a page of a site, of which there are thousands: not its HTML. Its file with `/`, below the folder. */
export interface SitePage extends Omit<FinishedBefore, 'html'> {
  readonly file: string;
}

/** The files in a folder and below it, with `/`, in order. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .sort();

/** Finishes pages of which nothing is known. */
export const finishAnew =
  (cut?: TitlePieces) =>
  (html: string): FinishedBefore => {
    const { search, ...page } = finishPage(html, cut);
    return { ...page, search: () => search };
  };

/** All pages in a folder, finished, by the order of their files. */
export function readPages(
  folder: string,
  finish: (html: string, file: string) => FinishedBefore = finishAnew(),
): SitePage[] {
  return filesIn(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const { html: _, ...page } = finish(readFileSync(join(folder, file), 'utf8'), file);
      return { file, ...page };
    });
}

const unfitPages = (pages: readonly SitePage[]): UnfitFile[] =>
  pages.flatMap(({ file, unfit }) => unfit.map((one) => ({ file, ...one })));

/** Tables and drawings to take away. The words of stories are in other files, as their editors wrote them. */
const TAKEN_AWAY = /^(?:data|figures|embed)\/.*\.(?:csv|json|svg)$/;

/** Data names its rows by address; whoever opens a table or a drawing reads what stands in it. */
function unfitTables(folder: string): UnfitFile[] {
  return filesIn(folder)
    .filter((file) => TAKEN_AWAY.test(file))
    .flatMap((file) => {
      const found = readFileSync(join(folder, file), 'utf8').split('\n').flatMap(unfitWords);
      return found
        .filter(({ word }) => !(file.endsWith('.json') && /^[ac]/.test(word)))
        .map((one) => ({ file, ...one }));
    });
}

/** Drawings to take away are drawn as pictures too, and get the fonts that their names need. */
async function finishDrawings(folder: string, kept: string | null): Promise<void> {
  const drawings = drawingsIn(folder);
  await writeFigures(folder, drawings, kept);
  for (const { file, svg } of drawings) {
    const own = await withOwnFonts(svg);
    if (own !== svg) writeFileSync(join(folder, file), own);
  }
}

/** The pages that are searched. */
export const searchedPages = (pages: readonly SitePage[]): SearchedPage[] =>
  pages.flatMap(({ file, search }) => {
    const copy = search();
    return copy ? [{ file, copy }] : [];
  });

/**
 * After Astro has made the pages: cuts the fonts down to what the pages show, gives each page only what is its own of
 * what Astro gives to all, writes the index of the search, and finishes the drawings. Each page is parsed once, and no more than
 * one held at a time: a site may be of any size.
 */
export async function finishSite(
  folder: string,
  { addresses, base, finish = finishAnew(), keptFonts = null, keptFigures = null, shared, takePacked, kits }: Finishing,
): Promise<void> {
  const pages = readPages(folder, (html, file) => {
    const page = finish(html);
    if (page.html !== html) writeFileSync(join(folder, file), page.html);
    return page;
  });
  const unfit = [...unfitPages(pages), ...unfitTables(folder)].filter(
    ({ word }) => !/^(?:c|a\d+)-/.test(word) || addresses.has(word),
  );
  if (unfit.length > 0) throw new UnfitSite(unfit);
  // Drawn before the index is made: each needs memory that the other has let go of by then.
  await finishDrawings(folder, keptFigures);
  const drawn = pages.flatMap((page) => page.shared ?? []);
  if (shared) await writeShared(folder, drawn, shared.house, shared.kept);
  const sizes = kits ? await writeKits(folder, kits) : new Map();
  const fonts = planFonts(pages);
  for (const { file } of pages) {
    const own = fonts.ownFont.get(file);
    const html = withKitSizes(readFileSync(join(folder, file), 'utf8'), sizes);
    writeFileSync(join(folder, file), sealPage(html, own === undefined ? null : base + own));
  }
  // Pagefind is asked for its program while fonts are cut.
  await Promise.all([
    writeFonts(folder, fonts, keptFonts),
    writeSearchIndex(folder, base, searchedPages(pages), takePacked),
  ]);
}
