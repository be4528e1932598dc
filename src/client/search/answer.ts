import type { Engine } from '#domain/search/engine.ts';
import { excerptOf } from '#domain/search/excerpt.ts';
import { find } from '#domain/search/find.ts';
import type { Found, Hit, Shown } from '#domain/search/found.ts';
import type { Groups } from '#domain/search/groups.ts';
import { parseQuery } from '#domain/search/query.ts';
import { KIND_WORDS, PAGE_KINDS } from '#format/kinds.ts';
import type { SearchState } from './address.ts';
import type { Opened } from './engine.ts';
import type { ShownFolded, ShownRelated } from './results.ts';

/** What is shown of a search. */
export interface Answer {
  readonly found: Found;
  /** The parts of the query as they were typed. */
  readonly parts: readonly string[];
  /** Those in sight. */
  readonly exact: readonly Shown[];
  /** What stands folded; its texts are loaded when it is unfolded. null: nothing is. */
  readonly folded: ShownFolded | null;
  readonly related: readonly ShownRelated[];
}

/** Stories and people before all other pages; facts, of which there are many, folded. */
const GROUPS: Groups = { first: new Set<string>(Object.values(KIND_WORDS)), folded: PAGE_KINDS.fact };

/**
 * Asks the index; only of the pages that are shown the text is loaded. null where nobody waits for the answer any more:
 * what it would still cost is not spent.
 */
export async function answer(
  { q, chosen, size }: SearchState,
  { engine, names, folding }: Opened,
  isWanted: () => boolean,
): Promise<Answer | null> {
  if (!isWanted()) return null;
  const query = parseQuery(q, folding);
  const found = await find(query, { engine, names, folding, chosen, groups: GROUPS });
  if (!isWanted()) return null;
  const show = async (hit: Hit, marks: Found['marks']) => {
    const page = await engine.page(hit.id);
    return excerptOf(page, hit, marks, folding, standingOf(engine, hit));
  };
  const seen = found.exact.slice(0, found.exact.length - found.folded);
  const facts = found.exact.slice(seen.length);
  const [exact, related] = await Promise.all([
    Promise.all(seen.slice(0, size === 'all' ? undefined : size).map((hit) => show(hit, found.marks))),
    Promise.all(found.related.map(async (hit) => ({ shown: await show(hit, found.relatedMarks), why: hit.why }))),
  ]);
  const showFacts = () => Promise.all(facts.map((hit) => show(hit, found.marks)));
  const folded = {
    count: facts.length,
    shown: size === 'all' ? await showFacts() : null,
    show: showFacts,
  };
  return {
    found,
    parts: query.kind === 'parts' ? query.parts.map(({ text }) => text) : [],
    exact,
    folded: facts.length > 0 ? folded : null,
    related,
  };
}

function standingOf({ pages }: Engine, { id }: Hit) {
  return pages.get(id) ?? { place: 0, title: 0, length: 1 };
}
