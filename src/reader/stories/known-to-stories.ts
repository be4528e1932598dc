import { proseReaders } from '#check/prose/all-rules.ts';
import { DocumentText } from '#check/prose/document/text.ts';
import type { Terms } from '#check/prose/language/terms.ts';
import type { Draft } from '#check/rules/draft.ts';
import { namedThings } from '#check/rules/named-things.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { namesOfPlaces } from '#domain/people/place-names.ts';
import { namedFigures } from '#domain/programme/figure-names.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import type { KnownToStories } from '#stories/known.ts';
import { sha256 } from '../sha256.ts';

/** What the words of stories are compared with, besides the plan. */
export interface ProseSources {
  readonly terms: Terms;
  readonly people: readonly Person[];
}

/** Makes a thing when it is first asked for, and hands out the same from then on. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}

/** Collects what stories may name; `content` is null where it has errors, then facts and figures cannot be made. */
export function knownToStories(content: Content | null, draft: Draft, sources: ProseSources): KnownToStories {
  const programme = content && assemble(content);
  const named = namedThings(draft);
  // Both are prepared when the first story is read: where none changed they are a third of the reading.
  const text = whenAsked(() => programme && new DocumentText(programme));
  const readers = whenAsked(() => proseReaders({ ...sources, today: draft.today }, programme));
  return {
    facts: programme && new Set(programme.facts.keys()),
    figures: programme && new Set(namedFigures(programme).map(({ name }) => name)),
    passages: draft.clauses && draft.tablesWhole ? new Set(draft.passages.keys()) : null,
    projects: draft.projectsWhole ? new Set(draft.projects.map((project) => project.id)) : null,
    places: draft.knownPlaces && new Set(draft.knownPlaces.keys()),
    languageNames: new Map(draft.places.flatMap(({ id, names = [] }) => (names.length > 0 ? [[id, names]] : []))),
    named: { projects: named.project, places: named.place },
    values: programme?.facts ?? new Map(),
    placeNames: namesOfPlaces(draft.places),
    readers,
    quotesDocument: (words) => text()?.holds(words) ?? false,
    // What others published, what was put right and what was frozen are compared with no story: one more has none read again.
    fingerprint: sha256(
      JSON.stringify([
        ...[sources, draft.today],
        content && { ...content, outside: [], coverage: [], corrections: [], dataReleases: [] },
      ]),
    ),
  };
}
