import type { Fact } from '#domain/facts/fact.ts';
import type { Coverage } from '#domain/outside/coverage.ts';
import { journeysOf } from '#domain/places/journey.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { type Facet, storyFacets } from '#domain/stories/facets.ts';
import type { Story } from '#domain/stories/story.ts';
import { routesUnder } from '#format/routes.ts';

/** The day on which something was last said, `YYYY-MM-DD`. */
type Day = string;

const newest = (days: readonly Day[]): Day => days.toSorted().at(-1) ?? '';

/** The day of a story, or of its newest correction that has come. */
export const storyDay = ({ date, corrections = [] }: Pick<Story, 'date' | 'corrections'>, today: Day): Day =>
  newest([date, ...corrections.map((correction) => correction.date).filter((day) => day <= today)]);

/** The days of facts by their ids: what was reported is as new as its report, what is worked out as what it rests on. */
function factDays(facts: ReadonlyMap<string, Fact>, planned: Day): (id: string) => Day {
  const known = new Map<string, Day>();
  const dayOf = (id: string): Day => {
    const day = known.get(id);
    if (day !== undefined) return day;
    const basis = facts.get(id)?.basis;
    const from = basis?.kind === 'derived' ? basis.from.map(dayOf) : [];
    const own = newest([planned, ...from, ...(basis?.kind === 'reported' ? [basis.date] : [])]);
    known.set(id, own);
    return own;
  };
  return dayOf;
}

/**
 * When what a page shows was last changed, by its path: the newest of the plan's day, the reports that bear on it and
 * the stories it lists. From the content alone: the same content and day give the same dates, whenever it is built.
 * @param base the path under which the site stands
 * @param today the day in China; what is dated later is not there yet
 */
export function pageDates(content: Content, base: string, today: Day): (path: string) => Day {
  const routes = routesUnder(base);
  const { document, projects } = content;
  const stories = content.stories.filter(({ date }) => date <= today);
  const reports = content.reports.filter(({ date }) => date <= today);
  const journeys = journeysOf(content.pairings, new Map(content.places.map((place) => [place.id, place])));
  const planned = document.date;
  const ofStories = (list: readonly Story[]) => newest([planned, ...list.map((story) => storyDay(story, today))]);
  const all = ofStories(stories);
  const reported = newest([planned, ...reports.map(({ date }) => date)]);
  const put = newest([planned, ...content.corrections.map(({ date }) => date)]);
  const frozen = newest([planned, ...content.dataReleases.map(({ date }) => date)]);
  const dates = new Map<string, Day>([
    [routes.home, newest([all, reported, put])],
    [routes.stories, all],
    [routes.people, ofStories(stories.filter(({ people = [] }) => people.length > 0))],
    [routes.departments, all],
    [routes.pairings, all],
    [routes.feeds, all],
    [routes.facts, newest([reported, put])],
    [routes.dataTables, newest([reported, frozen])],
    [
      routes.corrections,
      newest([
        put,
        ...stories.flatMap(({ corrections = [] }) => corrections.map(({ date }) => date).filter((day) => day <= today)),
      ]),
    ],
    ...content.dataReleases.map(({ date }): [string, Day] => [routes.dataRelease(date), date]),
    [routes.progress, reported],
    [routes.projects, reported],
    [routes.figures, reported],
    ...stories.map((story): [string, Day] => [routes.story(story.id), storyDay(story, today)]),
  ]);
  const groups = storyFacets(stories, journeys, projects);
  const of = (facet: Facet, value: string) => groups.find((g) => g.facet === facet && g.value === value)?.stories ?? [];
  for (const { facet, value, stories: own } of groups) dates.set(routes.storiesBy(facet, value), ofStories(own));
  for (const { id, lines } of projects) {
    const own = new Set(lines.map((line) => line.id));
    const bearing = reports.filter(({ rows }) => rows.some(({ line }) => own.has(line)));
    dates.set(routes.project(id), newest([ofStories(of('project', id)), ...bearing.map(({ date }) => date)]));
  }
  for (const journey of journeys) {
    const { city } = journey;
    const own = reports.filter(({ executor }) => executor === city.id);
    dates.set(routes.pairing(city.id), newest([ofStories(of('city', city.id)), ...own.map(({ date }) => date)]));
    for (const { place } of townshipsOf(journey)) {
      dates.set(routes.township(place.id), ofStories(stories.filter(({ places = [] }) => places.includes(place.id))));
    }
  }
  // What others published is as new as its last day; one that is known by month or year alone makes no page newer.
  const published = (own: readonly Coverage[]) => newest(own.map(({ date }) => (date.length === 10 ? date : planned)));
  const raise = (path: string, own: readonly Coverage[]) =>
    dates.set(path, newest([dates.get(path) ?? planned, published(own)]));
  const { coverage } = content;
  raise(routes.coverage, coverage);
  const { facts, corrected } = assemble({ ...content, stories: [], reports });
  const dayOfFact = factDays(facts, planned);
  for (const id of facts.keys()) dates.set(routes.fact(id), newest([dayOfFact(id), corrected.get(id)?.date ?? '']));
  for (const { id } of projects)
    raise(
      routes.project(id),
      coverage.filter((one) => one.projects.includes(id)),
    );
  for (const { city, county, threads } of journeys) {
    const ends = [city.id, county.id];
    raise(
      routes.pairing(city.id),
      coverage.filter(({ places }) => ends.some((id) => places.includes(id))),
    );
    for (const { place } of threads.filter((thread) => thread.place.id !== county.id))
      raise(
        routes.township(place.id),
        coverage.filter(({ places }) => places.includes(place.id)),
      );
  }
  // The further pages of a list are as new as the list.
  return (path) => dates.get(path) ?? dates.get(path.replace(/page\/\d+\/$/u, '')) ?? planned;
}
