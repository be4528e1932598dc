import type { Fact } from '#domain/facts/fact.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { pageData } from '#domain/search/page-data.ts';
import { FACET_TITLES, type Facet, type FacetNames, facetWords } from '#domain/stories/facets.ts';
import type { Story } from '#domain/stories/story.ts';
import { endNouns } from '#format/counted.ts';
import { KIND_WORDS, PAGE_KINDS } from '#format/kinds.ts';

const once = (values: readonly string[]) => [...new Set(values)];

/** The words for what stories are picked by. */
export const facetNames = ({ projects, places }: Programme): FacetNames => ({ kinds: KIND_WORDS, projects, places });

/** What pages can be picked by, as it is called in this programme: its two ends have words of their own. */
export function facetTitles({ words }: Pick<Programme, 'words'>): Readonly<Record<Facet, string>> {
  const [city, county] = endNouns(words);
  return { ...FACET_TITLES, city, county };
}

/** The pairings a page belongs to, as what it can be narrowed by. */
const placesOf = (journeys: readonly Journey[]) => ({
  city: once(journeys.map((j) => j.city.name)),
  county: once(journeys.map((j) => j.county.name)),
});

const years = (programme: Programme) => programme.document.years.map(String);

/** `data-search` of a page of one kind, called as the programme calls it, that belongs to these pairings, or to none. */
export function kindData(
  kind: keyof typeof PAGE_KINDS,
  journeys: readonly Journey[] = [],
  word: string = PAGE_KINDS[kind],
): string {
  return pageData({ kind: [word], ...placesOf(journeys) });
}

/** `data-search` of a project's page; of that of all projects without one. */
export function projectData(programme: Programme, short?: string): string {
  return pageData({ kind: [PAGE_KINDS.project], project: short ? [short] : [], year: years(programme) });
}

/** `data-search` of a page on the document or on what was done in all its years. */
export function yearsData(programme: Programme, kind: keyof typeof PAGE_KINDS): string {
  return pageData({ kind: [PAGE_KINDS[kind]], year: years(programme) });
}

/** `data-search` of the page of what others published: the pairings and projects that it tells of. */
export function coverageData(programme: Programme): string {
  const { coverage } = programme.content;
  const told = new Set(coverage.flatMap(({ places }) => places));
  const touched = ({ city, county, threads }: Journey) =>
    [city.id, county.id, ...threads.map(({ place }) => place.id)].some((id) => told.has(id));
  return pageData({
    kind: [PAGE_KINDS.coverage],
    ...placesOf(programme.journeys.filter(touched)),
    project: programme.projects
      .filter(({ id }) => coverage.some(({ projects }) => projects.includes(id)))
      .map(({ short }) => short),
  });
}

/** `data-search` of a story. */
export const storyData = (programme: Programme, story: Story): string =>
  pageData(facetWords(story, programme, facetNames(programme)), story.date);

/** `data-search` of a fact: where its subject lies, and the year its id names. */
export function factData(programme: Programme, { id, subject }: Fact): string {
  const touches = (j: Journey) => [j.city.id, j.county.id, ...j.threads.map((t) => t.place.id)].includes(subject.id);
  const year = /-(\d{4})(?:-|$)/.exec(id)?.[1];
  return pageData({
    kind: [PAGE_KINDS.fact],
    ...placesOf(['pairing', 'place'].includes(subject.kind) ? programme.journeys.filter(touches) : []),
    project:
      subject.kind === 'project' ? programme.projects.filter((p) => p.id === subject.id).map((p) => p.short) : [],
    year: year ? [year] : [],
  });
}
