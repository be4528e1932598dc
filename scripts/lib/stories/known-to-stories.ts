import { figureCatalogue } from '#charts/catalogue.ts';
import type { Person } from '#domain/consent/person.ts';
import type { Draft } from '#domain/consistency/draft.ts';
import type { Named } from '#domain/consistency/meant-id.ts';
import { namedThings } from '#domain/consistency/named-things.ts';
import type { Fact } from '#domain/fact.ts';
import { namesOfPlaces } from '#domain/people/place-names.ts';
import { assemble, type Content } from '#domain/programme.ts';
import { proseReaders } from '#domain/prose/all-prose-rules.ts';
import { DocumentText } from '#domain/prose/document/document-text.ts';
import type { Terms } from '#domain/prose/language/terms.ts';
import type { ProseReader } from '#domain/prose/prose.ts';
import { routesUnder } from '#format/routes.ts';
import { sha256 } from '../sha256.ts';

/** What a story may name, as far as it is known; null: unknown, because a file that says it could not be read. */
export interface KnownToStories {
  readonly facts: ReadonlySet<string> | null;
  readonly figures: ReadonlySet<string> | null;
  readonly passages: ReadonlySet<string> | null;
  readonly projects: ReadonlySet<string> | null;
  /** Cities, counties and townships. */
  readonly places: ReadonlySet<string> | null;
  /** What things are called, for who writes a name where an id belongs. */
  readonly named: { readonly projects: readonly Named[]; readonly places: readonly Named[] };
  /** The facts themselves; empty where they are unknown. */
  readonly values: ReadonlyMap<string, Fact>;
  /** All that reads the words of a story. */
  readonly readers: readonly ProseReader[];
  /** What places are called, also without the word for their kind. */
  readonly placeNames: ReadonlySet<string>;
  /** Whether words are the document's own, each piece between …… standing there. */
  readonly quotesDocument: (words: string) => boolean;
  /** Changes with everything that readers compare with. */
  readonly fingerprint: string;
}

/** What the words of stories are compared with, besides the plan. */
export interface ProseSources {
  readonly terms: Terms;
  readonly people: readonly Person[];
}

/** Collects what stories may name; `content` is null where it has errors, then facts and figures cannot be made. */
export function knownToStories(content: Content | null, draft: Draft, sources: ProseSources): KnownToStories {
  const programme = content && assemble(content);
  const named = namedThings(draft);
  const text = programme && new DocumentText(programme);
  return {
    facts: programme && new Set(programme.facts.keys()),
    figures: programme && new Set(figureCatalogue(programme, routesUnder('/')).named.keys()),
    passages: draft.clauses && draft.tablesWhole ? new Set(draft.passages.keys()) : null,
    projects: draft.projectsWhole ? new Set(draft.projects.map((project) => project.id)) : null,
    places: draft.knownPlaces && new Set(draft.knownPlaces.keys()),
    named: { projects: named.project, places: named.place },
    values: programme?.facts ?? new Map(),
    placeNames: namesOfPlaces(draft.places),
    readers: proseReaders({ ...sources, today: draft.today }, programme),
    quotesDocument: (words) => text?.holds(words) ?? false,
    fingerprint: sha256(JSON.stringify([sources, draft.today, content])),
  };
}
