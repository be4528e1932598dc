import { namesOfPlaces } from '../people/place-names.ts';
import type { Content } from './programme.ts';

/** The content's own names and terms, each in the forms in which a title may hold it. */
export function namesInTitles(content: Content): ReadonlySet<string> {
  const { site, places, projects, departments, synonyms, document, stories } = content;
  const ofProjects = projects.flatMap(({ title, short, aliases = [], lines }) => [
    ...[title, short, ...aliases],
    ...lines.flatMap((line) => [line.title, line.short]),
  ]);
  const units = [
    ...[site.organisation, site.publisher.name, site.own_level?.name ?? '', document.issuer, document.author],
    ...Object.values(departments.departments).map(({ name }) => name),
  ];
  const people = stories.flatMap(({ people: told = [], named }) => [
    ...told,
    // The dictionary of the runtime cuts names of other languages anywhere.
    ...named.flatMap(({ name }) => (name.includes('·') ? [name] : [])),
  ]);
  const terms = synonyms.flatMap(({ words }) => words);
  return new Set([site.name, ...namesOfPlaces(places), ...ofProjects, ...units, ...people, ...terms]);
}
