import type { Engine, IndexedPage, SearchPages } from '#domain/search/engine.ts';
import { type Folding, foldingOf } from '#domain/search/folding.ts';
import type { SearchNames } from '#domain/search/search-names.ts';
import { SEPARATOR } from '#domain/search/tokens.ts';
import { FACETS, type Facet, type FacetValues } from '#domain/stories/facets.ts';
import { IndexError, type Line, load, openLine } from './line.ts';
import type { Fragment, Pagefind, PagefindModule, RawResult } from './pagefind.ts';
import { startsOf } from './places.ts';

/** Where the data of the search lies. */
export interface Addresses {
  /** The folder of the index. */
  readonly index: string;
  readonly names: string;
  readonly pages: string;
}

/** An index that can be asked. */
export interface Opened {
  readonly engine: Engine;
  readonly names: SearchNames;
  readonly folding: Folding;
  close(): void;
}

/** How many files come before an index answers: Pagefind's list, the list of pages, its engine. */
const STARTING_FILES = 3;
/** Those, Pagefind's script, the names and the pages: for showing how far it is. */
export const OPENING_STEPS = STARTING_FILES + 3;
/** How the index copy marks where an address ends. */
const NO_ANCHOR = '-';

type Ask = (...question: Parameters<Pagefind['search']>) => Promise<readonly RawResult[]>;

/**
 * The index of the site. It is opened anew after an {@link IndexError}: `attempt` counts, because browsers remember a
 * script that did not come. `onStep` hears of each thing that came.
 */
export async function pagefindEngine(addresses: Addresses, attempt = 0, onStep = () => {}): Promise<Opened> {
  const opened =
    (await open(addresses, attempt, 'default', onStep)) ?? (await open(addresses, attempt, 'reload', onStep));
  if (!opened) throw new IndexError('index and site differ');
  return opened;
}

/** null where the index and the list of pages are of two builds: the site was published in between. */
async function open(
  addresses: Addresses,
  attempt: number,
  cache: RequestCache,
  onStep: () => void,
): Promise<Opened | null> {
  const line = openLine(addresses.index, onStep);
  const data = async (address: string): Promise<unknown> => {
    const response = await load(address, cache);
    onStep();
    return response.json();
  };
  const [pagefind, names, pages] = await Promise.all([
    start(addresses.index, attempt, line, onStep),
    data(addresses.names) as Promise<SearchNames>,
    data(addresses.pages) as Promise<SearchPages>,
  ]);
  const ask: Ask = async (...question) => (await line.unlessBroken(pagefind.search(...question))).results;
  const all = await ask(null, { sort: { order: 'asc' } });
  const close = () => void pagefind.destroy();
  if (all.length === pages.titles.length) {
    return { engine: engineOf(ask, pagefind, line, all, pages), names, folding: foldingOf(pages.folding), close };
  }
  close();
  return null;
}

async function start(folder: string, attempt: number, line: Line, onStep: () => void): Promise<Pagefind> {
  const script = (again: number): Promise<PagefindModule> => {
    const address = new URL(`${folder}pagefind.js${again > 0 ? `?again=${again}` : ''}`, location.href).href;
    return import(/* @vite-ignore */ address);
  };
  const module = await script(2 * attempt)
    .catch(() => script(2 * attempt + 1))
    .catch(() => {
      throw new IndexError('pagefind.js');
    });
  onStep();
  const pagefind = module.createInstance({ noWorker: true });
  await line.unlessBroken(line.files(STARTING_FILES));
  return pagefind;
}

function engineOf(ask: Ask, pagefind: Pagefind, line: Line, all: readonly RawResult[], pages: SearchPages): Engine {
  const results = new Map(all.map((result) => [result.id, result]));
  const texts = new Map<string, Promise<IndexedPage>>();
  let facets: ReturnType<Engine['facets']> | null = null;
  const standing = ({ id }: RawResult, place: number) =>
    [id, { place, title: pages.titles[place] ?? 0, length: pages.lengths[place] ?? 1 }] as const;
  const text = async (id: string) => {
    const result = results.get(id);
    if (!result) throw new IndexError(id);
    return pageOf(await line.unlessBroken(result.data()));
  };
  return {
    pages: new Map(all.map(standing)),
    phrase: (bases) => phrase(ask, bases),
    page: (id) => {
      const known = texts.get(id) ?? text(id);
      texts.set(id, known);
      return known;
    },
    facets: () => {
      facets ??= line.unlessBroken(pagefind.filters()).then((values) => facetsOf(ask, values));
      return facets;
    },
  };
}

/** A phrase tells where it stands first; where else, the positions of its words tell, no chunk more. */
async function phrase(ask: Ask, bases: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const term = bases.join(' ');
  const exact = (await ask(`"${term}"`)).filter(({ words }) => words.length > 0);
  if (exact.length === 0) return new Map();
  const loose = new Map((await ask(term)).map(({ id, words }) => [id, words]));
  return new Map(exact.map(({ id, words }) => [id, startsOf(words[0] ?? 0, loose.get(id) ?? [], bases.length)]));
}

function pageOf({ raw_url: url, raw_content: content, anchors, filters }: Fragment): IndexedPage {
  return {
    url,
    words: content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(SEPARATOR),
    anchors: anchors.map(({ id, location: at }) => ({ id: id === NO_ANCHOR ? '' : id, at })),
    facets: filters,
  };
}

async function facetsOf(
  ask: Ask,
  values: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<ReadonlyMap<string, FacetValues>> {
  const found = new Map<string, Partial<Record<Facet, string[]>>>();
  for (const facet of FACETS) {
    for (const value of Object.keys(values[facet] ?? {})) {
      for (const { id } of await ask(null, { filters: { [facet]: [value] } })) {
        const page = found.get(id) ?? {};
        found.set(id, { ...page, [facet]: [...(page[facet] ?? []), value] });
      }
    }
  }
  return found;
}
