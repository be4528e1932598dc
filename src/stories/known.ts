import type { ProseReader } from '#check/prose/prose.ts';
import type { Named } from '#check/rules/named-things.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { LanguageName } from '#domain/places/language-name.ts';

/** What a story may name, as far as it is known; null: unknown, because a file that says it could not be read. */
export interface KnownToStories {
  readonly facts: ReadonlySet<string> | null;
  readonly figures: ReadonlySet<string> | null;
  readonly passages: ReadonlySet<string> | null;
  readonly projects: ReadonlySet<string> | null;
  /** Cities, counties and townships. */
  readonly places: ReadonlySet<string> | null;
  /** What places are called in other languages, by id; those that have such names only. */
  readonly languageNames: ReadonlyMap<string, readonly LanguageName[]>;
  /** What things are called, for who writes a name where an id belongs. */
  readonly named: { readonly projects: readonly Named[]; readonly places: readonly Named[] };
  /** The facts themselves; empty where they are unknown. */
  readonly values: ReadonlyMap<string, Fact>;
  /** All that reads the words of a story; made when it is first asked for. */
  readonly readers: () => readonly ProseReader[];
  /** What places are called, also without the word for their kind. */
  readonly placeNames: ReadonlySet<string>;
  /** Whether words are the document's own, each piece between …… standing there. */
  readonly quotesDocument: (words: string) => boolean;
  /** Changes with everything that readers compare with. */
  readonly fingerprint: string;
}
