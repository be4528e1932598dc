import { type Browser, chromium, type Page } from 'playwright-core';
import type { CountedServer } from './counted-server.ts';
import type { Query, QueryKind } from './queries.ts';
import { type Outcome, quantile } from './score.ts';
import { type Answer, ask, FIELD, open } from './search-tab.ts';
import { type TruePage, truthOf } from './truth.ts';

/** Middle and nearly worst of some amounts of bytes. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** What searching transfers, bytes; fonts and pictures apart. */
export interface SearchBytes {
  /** With an empty cache, the page, engine, index and excerpts, for queries of so many characters. */
  readonly cold: readonly (Spread & { readonly kind: QueryKind })[];
  /** All the cold ones together. */
  readonly allCold: Spread;
  /** Another query in a tab in which some were asked already. */
  readonly next: Spread;
  /** The same query once more. */
  readonly again: Spread;
}

/** Kinds of query whose cold search has a budget. */
const COLD: readonly QueryKind[] = ['两个字', '三个字', '四个字'];
const COLD_EACH = 12;
const TIMED_EACH = 12;
/** So many queries a tab has seen before "another one" is weighed: what a reader does in a few minutes. */
const WARMED = 5;

/** Starts a browser. Chromium refuses to sandbox the superuser, which is who runs us in most containers. */
export function startBrowser(executablePath: string): Promise<Browser> {
  const args = ['--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}

async function inNewTab<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Asks every query for all its hits; some of each kind also as a reader does, for the time that takes. */
export async function outcomes(
  browser: Browser,
  server: CountedServer,
  pages: readonly TruePage[],
  queries: readonly Query[],
): Promise<Outcome[]> {
  const timed = [...Map.groupBy(queries, ({ kind }) => kind).values()].flatMap((own) => own.slice(0, TIMED_EACH));
  const times = new Map(await askAll(browser, `${server.url}search/`, timed));
  const answers = await askAll(browser, `${server.url}search/?size=all`, queries);
  return answers.map(([query, { exact }]) => ({
    query,
    truth: truthOf(pages, query.text),
    found: exact,
    milliseconds: times.get(query)?.milliseconds ?? null,
  }));
}

function askAll(browser: Browser, url: string, queries: readonly Query[]): Promise<[Query, Answer][]> {
  return inNewTab(browser, async (page) => {
    const answers: [Query, Answer][] = [];
    await page.goto(url, { waitUntil: 'load' });
    for (const query of queries) answers.push([query, await ask(page, query.text)]);
    return answers;
  });
}

/** Weighs cold and repeated searches. */
export async function searchBytes(
  browser: Browser,
  server: CountedServer,
  queries: readonly Query[],
): Promise<SearchBytes> {
  const cold: { kind: QueryKind; bytes: number }[] = [];
  for (const kind of COLD) {
    for (const { text } of queries.filter((query) => query.kind === kind).slice(0, COLD_EACH)) {
      server.taken();
      await inNewTab(browser, async (page) => {
        await open(page, `${server.url}search/?q=${encodeURIComponent(text)}`);
        await page.waitForLoadState('networkidle');
      });
      cold.push({ kind, bytes: server.taken() });
    }
  }
  const { next, again } = await inNewTab(browser, (page) => repeated(page, server, queries));
  const spread = (bytes: readonly number[]): Spread => ({ median: quantile(bytes, 0.5), p95: quantile(bytes, 0.95) });
  const of = (kind: QueryKind) => cold.filter((one) => one.kind === kind).map(({ bytes }) => bytes);
  return {
    cold: COLD.map((kind) => ({ kind, ...spread(of(kind)) })),
    allCold: spread(cold.map(({ bytes }) => bytes)),
    next: spread(next),
    again: spread(again),
  };
}

/** Queries one after the other in one tab: what each costs, and what it costs to ask it again at once. */
async function repeated(page: Page, server: CountedServer, queries: readonly Query[]) {
  const [next, again]: [number[], number[]] = [[], []];
  const asked = COLD.flatMap((kind) => queries.filter((query) => query.kind === kind).slice(-COLD_EACH));
  await page.goto(`${server.url}search/`, { waitUntil: 'load' });
  for (const [i, { text }] of asked.toSorted((a, b) => (a.text < b.text ? -1 : 1)).entries()) {
    server.taken();
    await ask(page, text);
    await page.waitForLoadState('networkidle');
    const bytes = server.taken();
    if (i >= WARMED) next.push(bytes);
    await page.locator(FIELD).fill('');
    await ask(page, text);
    again.push(server.taken());
  }
  return { next, again };
}
