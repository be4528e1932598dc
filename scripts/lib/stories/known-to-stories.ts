import { figureCatalogue } from '#charts/catalogue.ts';
import type { Draft } from '#domain/consistency/draft.ts';
import { assemble, type Content } from '#domain/programme.ts';
import { routesUnder } from '#format/routes.ts';

/** What a story may name, as far as it is known; null: unknown, because a file that says it could not be read. */
export interface KnownToStories {
  readonly facts: ReadonlySet<string> | null;
  readonly figures: ReadonlySet<string> | null;
  readonly passages: ReadonlySet<string> | null;
  readonly projects: ReadonlySet<string> | null;
  /** Cities, counties and townships. */
  readonly places: ReadonlySet<string> | null;
}

/** Collects what stories may name; `content` is null where it has errors, then facts and figures cannot be made. */
export function knownToStories(content: Content | null, draft: Draft): KnownToStories {
  const programme = content && assemble(content);
  return {
    facts: programme && new Set(programme.facts.keys()),
    figures: programme && new Set(figureCatalogue(programme, routesUnder('/')).named.keys()),
    passages: draft.clauses && draft.tablesWhole ? new Set(draft.passages.keys()) : null,
    projects: draft.projectsWhole ? new Set(draft.projects.map((project) => project.id)) : null,
    places: draft.knownPlaces && new Set(draft.knownPlaces.keys()),
  };
}
