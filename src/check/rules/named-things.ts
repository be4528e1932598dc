import type { Referred } from '#domain/plan/reference.ts';
import { type Draft, executorsOf } from './draft.ts';
import type { Named } from './meant-id.ts';

/** Everything that can be named by its id, by kind, with what it is called; of a file that could not be read, what is known. */
export type NamedThings = Readonly<Record<Referred, readonly Named[]>>;

/** The ids and names of a content folder. */
export function namedThings(draft: Draft): NamedThings {
  const placeNames = new Map(
    draft.places.map(({ id, name, name_today: today, former_names: former = [], other_spellings: others = [] }) => [
      id,
      [name, ...(today ? [today] : []), ...former, ...others.map(({ text }) => text)],
    ]),
  );
  const place = [...(draft.knownPlaces?.keys() ?? [])].map((id) => ({ id, names: placeNames.get(id) ?? [] }));
  const lines = draft.projects.flatMap((project) => project.lines);
  const lineNames = new Map(lines.map(({ id, short, title }) => [id, [short, title]]));
  const own = draft.site?.own_level;
  const executors = executorsOf(draft) ?? new Set<string>();
  return {
    place,
    project: draft.projects.map(({ id, short, title, aliases = [], lines: own }) => ({
      id,
      names: [short, title, ...aliases, ...own.flatMap((line) => [line.short, line.title])],
    })),
    department: [...(draft.knownDepartments ?? [])].map(([id, name]) => ({ id, names: name ? [name] : [] })),
    line: [...(draft.knownLines ?? [])].map((id) => ({ id, names: lineNames.get(id) ?? [] })),
    executor: [
      ...(own ? [{ id: own.id, names: [own.name] }] : []),
      ...place.filter(({ id }) => executors.has(id) && id !== own?.id),
    ],
  };
}
