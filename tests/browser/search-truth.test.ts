import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '#reader/read-content.ts';
import { QUERY_KINDS, sampleQueries } from '../../scripts/bench/search/queries.ts';
import { queryNames } from '../../scripts/bench/search/query-names.ts';
import { faultOf } from '../../scripts/bench/search/score.ts';
import { type Answer, ask } from '../../scripts/bench/search/search-tab.ts';
import { type TruePage, truePages, truthOf } from '../../scripts/bench/search/truth.ts';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { builtSites, SITE_NOW } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const sites = await builtSites('production', 'based', 'samples');
const dir = join(projectFolder, 'content');
const { content } = readContent({ dir, samples: false, now: new Date(SITE_NOW) });
if (!content) throw new Error('content does not pass its check');
const names = queryNames(content);
const { places } = content;

/** A site under the eyes of a browser, its search page open. */
interface Searched {
  readonly pages: readonly TruePage[];
  readonly seen: Visit;
  readonly close: () => Promise<void>;
}

let browser: Browser;
const opened = new Map<string, Searched>();

const production = truePages(sites.production.folder, sites.production.base);

async function openSearch(name: 'production' | 'based' | 'samples'): Promise<Searched> {
  const site = sites[name];
  const served: ServedFolder = await serveFolder(site);
  // What the page is opened with holds for every query that is typed into it.
  const seen = await visit(browser, `${served.url}search/?size=all`);
  const close = async () => {
    await seen.close();
    await served.close();
  };
  return { pages: name === 'production' ? production : truePages(site.folder, site.base), seen, close };
}

beforeAll(async () => {
  browser = await openBrowser();
  for (const name of ['production', 'based', 'samples'] as const) opened.set(name, await openSearch(name));
});
afterAll(async () => {
  for (const { close } of opened.values()) await close();
  await browser?.close();
});

function at(name: string): Searched {
  const found = opened.get(name);
  if (!found) throw new Error(`the site "${name}" is not open`);
  return found;
}

/** What is wrong with the answers to some queries, each with its query. */
async function faults(site: Searched, queries: readonly { kind: (typeof QUERY_KINDS)[number]; text: string }[]) {
  const found = [];
  for (const query of queries) {
    const { state, exact, said } = await ask(site.seen.page, query.text);
    const truth = truthOf(site.pages, query.text);
    const fault = faultOf({ query, truth, found: exact });
    const counted = said.includes(`找到${truth.size}篇`);
    if (fault || state !== 'done' || !counted) found.push({ ...query, ...fault, state, said });
  }
  return found;
}

describe('what is typed into the search of the production site', () => {
  const queries = sampleQueries(production, { names, seed: 20_261_125, each: 11 });

  it('is of every kind, and enough to mean something', () => {
    expect(queries.length).toBeGreaterThan(150);
    const asked = new Set(queries.map(({ kind }) => kind));
    // Nobody is named in a story yet: the kind is there for the day when someone is.
    expect(QUERY_KINDS.filter((kind) => !asked.has(kind) && kind !== '人名')).toEqual([]);
  });

  it.each(QUERY_KINDS)('finds every page that holds it, and no other: %s', async (kind) => {
    const own = queries.filter((query) => query.kind === kind);
    expect(await faults(at('production'), own)).toEqual([]);
  });
});

describe.each(['based', 'samples'] as const)('the search of the site "%s"', (name) => {
  /** Whose hits take no long time to load: what is on every page says nothing new here. */
  const FEW = 12;

  it('is as exact: every page, no other, with the addresses of that site', async () => {
    const site = at(name);
    const sampled = sampleQueries(site.pages, { names: { places: [], people: names.people }, seed: 7, each: 8 });
    const queries = sampled.filter(({ text }) => truthOf(site.pages, text).size <= FEW).slice(0, 15);
    expect(queries.length).toBe(15);
    expect(await faults(site, queries)).toEqual([]);
  });
});

describe('the name of a place in other letters', () => {
  /** The names the page says it searched for. */
  const readAs = ({ said }: Answer) => /按拼音：([^\s；]+)/u.exec(said)?.[1]?.split('、') ?? [];
  const unionOf = (texts: readonly string[]) => new Set(texts.flatMap((text) => [...truthOf(production, text)]));

  /** A name of one character is one only together with what it is. */
  const sound = ({ id, name }: (typeof places)[number]) =>
    /^.[县乡镇]$/u.test(name) ? pinyin(name, { toneType: 'none' }) : id.replaceAll('-', ' ');
  const initials = (name: string) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  /** Some of them: that every name has its sounds is seen in tests/exports/search-names.test.ts. */
  const some = places.filter(({ name }, i) => name.length > 2 && i % 6 === 0);
  const written = some.flatMap((place) => [
    { typed: sound(place), name: place.name },
    { typed: initials(place.name), name: place.name },
  ]);

  it.each(written)('stands for it and finds exactly its pages: $typed for $name', async ({ typed, name }) => {
    const answer = await ask(at('production').seen.page, typed);
    const texts = readAs(answer);
    expect(texts.some((text) => name.startsWith(text) || text.startsWith(name))).toBe(true);
    expect(
      faultOf({ query: { kind: '地名和项目', text: typed }, truth: unionOf(texts), found: answer.exact }),
    ).toBeNull();
  });
});

describe('another name, or another word for the same', () => {
  const ofPlaces = places
    .filter(({ name, name_today, former_names }) => former_names || !(name_today ?? name).startsWith(name))
    .map(({ name, name_today, former_names = [] }) => [name, ...(name_today ? [name_today] : []), ...former_names]);
  const groups = parse(readFileSync(join(dir, 'synonyms.yaml'), 'utf8')) as { words: string[] }[];
  /** Of each group the first word that few pages hold while others hold another one: there it has to be offered. */
  const asked = [...ofPlaces, ...groups.map(({ words }) => words)].flatMap((texts) => {
    const truths = texts.map((text) => ({ text, truth: truthOf(production, text) }));
    const few = truths.find(({ truth }) => truth.size < 5 && truths.some((other) => !other.truth.isSubsetOf(truth)));
    const near = truths.map(({ truth }) => truth).reduce((all, truth) => all.union(truth), new Set<string>());
    return few ? [{ ...few, near: near.difference(few.truth) }] : [];
  });

  it.each(asked)('is not taken for $text, but offered with the reason', async ({ text, truth, near }) => {
    const { exact, related } = await ask(at('production').seen.page, text);
    expect(new Set(exact)).toEqual(truth);
    expect(related.filter(({ url, why }) => truth.has(url) || why.trim() === '')).toEqual([]);
    expect(related.some(({ url }) => near.has(url))).toBe(true);
  });

  it('is there to be tested', () => {
    expect(asked.length).toBeGreaterThan(5);
  });
});

describe('searching', () => {
  it.each(['production', 'based', 'samples'] as const)(
    'breaks no policy, loses no file and asks nobody else: "%s"',
    async (name) => {
      const { consoleErrors, failedRequests, foreignRequests } = at(name).seen;
      expect({ consoleErrors, failedRequests, foreignRequests }).toEqual({
        ...{ consoleErrors: [], failedRequests: [], foreignRequests: [] },
      });
    },
  );
});
