import type { FacetValues } from '../stories/facets.ts';
import type { Engine } from './engine.ts';
import { facetCounts, narrowed } from './facet-counts.ts';
import { distinctPhrases } from './fold-text.ts';
import type { Folding } from './folding.ts';
import type { Chosen, Found } from './found.ts';
import { type Groups, inGroups } from './groups.ts';
import { type Occurrences, occurrencesIn } from './occurrences.ts';
import type { Query } from './query.ts';
import { type Asked, idsOfAll, type NeedleHits, ranked } from './rank.ts';
import { type Needle, type Reading, readQuery } from './read-query.ts';
import { relatedTo } from './related.ts';
import type { SearchNames } from './search-names.ts';

/** What a query is looked up in. */
export interface FindIn {
  readonly engine: Engine;
  readonly names: SearchNames;
  readonly folding: Folding;
  readonly chosen: Chosen;
  /** Left out: the hits stand as they are ranked. */
  readonly groups?: Groups;
}

/** With fewer exact hits, others are offered beside them. */
const FEW = 5;

/** The pages that hold all parts of a query, the best first; where they are few, what is near. */
export async function find(
  query: Query,
  { engine, names, folding, chosen, groups = AS_RANKED }: FindIn,
): Promise<Found> {
  if (query.kind !== 'parts') return NOTHING;
  const occurrences = occurrencesIn(engine);
  const reading = readQuery(query.parts, query.whole, names.names, folding);
  const { needles, readAs } = reading;
  const hits = await Promise.all(needles.map((needle) => hitsOf(needle, occurrences)));
  const ids = idsOfAll(hits);
  const values = await valuesFor(ids, engine);
  const best = ranked(narrowed(ids, chosen, values), askedOf(query, reading, hits), engine.pages);
  const { hits: exact, folded } = inGroups(best, groups, values);
  const holding = new Set(ids);
  const allowed = async (near: readonly string[]) => {
    const others = near.filter((id) => !holding.has(id));
    return Object.keys(chosen).length === 0 ? others : narrowed(others, chosen, await valuesFor(others, engine));
  };
  const near =
    exact.length < FEW ? await relatedTo({ needles, hits, engine, names, folding, occurrences, allowed }) : [];
  return {
    readAs,
    marks: distinctPhrases(needles.flatMap(({ phrases }) => phrases)),
    exact: exact.map(({ id, inTitle, at }) => ({ id, inTitle, at })),
    folded,
    facets: facetCounts(ids, chosen, values),
    related: near.map(({ id, inTitle, at, why }) => ({ id, inTitle, at, why })),
    relatedMarks: distinctPhrases(near.flatMap(({ phrases }) => phrases)),
  };
}

const AS_RANKED: Groups = { first: new Set(), folded: '' };

const NOTHING: Found = {
  readAs: [],
  marks: [],
  exact: [],
  folded: 0,
  facets: facetCounts([], {}, new Map()),
  related: [],
  relatedMarks: [],
};

function hitsOf({ phrases }: Needle, occurrences: Occurrences): Promise<NeedleHits> {
  return Promise.all(phrases.map(async (phrase) => ({ length: phrase.length, where: await occurrences(phrase) })));
}

/** The values are asked for only where they tell something. */
async function valuesFor(ids: readonly string[], engine: Engine): Promise<ReadonlyMap<string, FacetValues>> {
  return ids.length === 0 ? new Map() : engine.facets();
}

/** A title can only be the whole query as it was typed where the query was taken as it stands. */
function askedOf(query: Query & { kind: 'parts' }, { readAs }: Reading, needles: readonly NeedleHits[]): Asked {
  const searched = query.parts.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return { needles, searched, typed: readAs.length === 0 ? query.tokens : -1 };
}
