import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPages, searchedPages } from '#site/pages/finish-site.ts';
import { writeSearchIndex } from '#site/search/write-index.ts';
import { findChromium } from '../../setup/find-chromium.mjs';
import { outcomes, searchBytes, startBrowser } from './browser-measures.ts';
import { serveCounted } from './counted-server.ts';
import { growSite } from './grown-site.ts';
import { indexingCost } from './indexing-cost.ts';
import { writeMadePages } from './made-pages.ts';
import { type QueryNames, sampleQueries } from './queries.ts';
import { scoreOf, scoresByKind } from './score.ts';
import type { SearchResult } from './search-budgets.ts';
import { type TruePage, truePages } from './truth.ts';

/** How many pages are searched: some years of the site. */
const SEARCHED = 1500;
/** How many pages are indexed for time and memory. */
const INDEXED = 2000;
const SEED = 20_261_125;
const EACH = 30;

export interface SearchBenchOptions {
  /** A built site at `/`; it stays as it is. */
  readonly site: string;
  /** Where the grown site and the indexes may lie. */
  readonly folder: string;
  readonly names: QueryNames;
  /** Names that made pages tell of. */
  readonly townships: readonly string[];
  readonly progress: (line: string) => void;
}

/** Measures search on a site grown to 1,500 pages: what it finds, what it takes, what it transfers. */
export async function searchBench(options: SearchBenchOptions): Promise<SearchResult> {
  const { site, folder, names, townships, progress } = options;
  const from = { pages: truePages(site, '/'), names: townships, seed: SEED };
  if (from.pages.length === 0) throw new Error(`${site} holds no page with data-pagefind-body: nothing to search`);

  progress(`■ 给${INDEXED}页做索引，我们的做法和 Pagefind 原来的做法各一次……`);
  const many = join(folder, 'search-many');
  rmSync(many, { recursive: true, force: true });
  writeMadePages(join(many, 'ours'), INDEXED, from);
  writeMadePages(join(many, 'stock'), INDEXED, from);
  const stock = await indexingCost('stock', join(many, 'stock'), join(many, 'stock-index'));
  const ours = await indexingCost('ours', join(many, 'ours'), '');

  progress(`■ 把网站添到${SEARCHED}页，在浏览器里搜索……`);
  const grown = join(folder, 'search-site');
  mkdirSync(folder, { recursive: true });
  growSite(site, grown, SEARCHED, from);
  await writeSearchIndex(grown, '/', searchedPages(readPages(grown)));
  const pages = truePages(grown, '/');
  const indexing = { pages: INDEXED, ours, stock };
  return { pages: pages.length, indexing, browser: await inBrowser(grown, pages, names, progress) };
}

async function inBrowser(
  grown: string,
  pages: readonly TruePage[],
  names: QueryNames,
  progress: (line: string) => void,
): Promise<SearchResult['browser']> {
  const executable = findChromium();
  if (!executable) {
    progress('  没有找到 Chromium 或 Chrome，在浏览器里搜索的部分没有量。');
    return null;
  }
  const queries = sampleQueries(pages, { names, seed: SEED, each: EACH });
  const server = await serveCounted(grown);
  const browser = await startBrowser(executable);
  try {
    const bytes = await searchBytes(browser, server, queries);
    const all = await outcomes(browser, server, pages, queries);
    const absentFound = all.filter(({ truth, found }) => truth.size === 0 && found.length > 0).length;
    return { scores: scoresByKind(all), all: scoreOf(all), absentFound, bytes };
  } finally {
    await browser.close();
    await server.close();
  }
}
