import { byDateSaid, yearOfSaid } from '#domain/outside/citation.ts';
import type { Coverage } from '#domain/outside/coverage.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { instantOf } from '#domain/stories/story.ts';
import { dayInChina, saidDate, yearSpan } from '#format/date.ts';
import { pairName } from '#format/pair-name.ts';
import { speaker } from '#format/publisher.ts';
import { SEEN_AS_WORDS } from '#format/seen-as.ts';
import { apartWords } from './outside.ts';
import { coverageData } from './page-search.ts';
import { pageOfPlace } from './place.ts';
import { build, routes } from './programme.ts';

/** A report of others as a list shows it. */
export interface CoverageLine {
  readonly id: string;
  readonly title: string;
  /** Its place on the page of all reports. */
  readonly href: string;
  readonly publisher: string;
  readonly date: string;
  readonly seen: string | null;
  readonly direct: boolean;
}

/** The reports on what a page is about, the direct ones first; beyond the first few where all are. */
export interface CoverageHere {
  readonly lines: readonly CoverageLine[];
  readonly more: { readonly text: string; readonly href: string } | null;
}

/** So many of the newest stand open on the page of all reports, a year as a whole; older years fold. */
const OPEN = 6;

/** As many stand on the page of a place or a project, so that it does not grow with the archive. */
const MOST_HERE = 8;

const lineOf = ({ id, title, publisher, date, seenAs, direct }: Coverage): CoverageLine => ({
  ...{ id, title, publisher, direct },
  href: routes.coverageOf(id),
  date: saidDate(date),
  seen: SEEN_AS_WORDS[seenAs],
});

const placeAnchor = (id: string) => `place-${id}`;
const projectAnchor = (id: string) => `project-${id}`;

function here(own: readonly Coverage[], anchor: string | null): CoverageHere | null {
  if (own.length === 0) return null;
  const rest = anchor === null ? { text: '更多媒体报道', href: routes.coverage } : null;
  const all = rest ?? { text: `全部${own.length}篇`, href: routes.coverageOf(anchor ?? '') };
  return { lines: own.slice(0, MOST_HERE).map(lineOf), more: own.length > MOST_HERE ? all : null };
}

/** The reports on the places of a page. */
export function coverageOfPlaces({ content }: Programme, ids: readonly string[]): CoverageHere | null {
  const [only] = ids;
  const own = content.coverage.filter(({ places }) => ids.some((id) => places.includes(id)));
  return here(own, only !== undefined && ids.length === 1 ? placeAnchor(only) : null);
}

export const coverageOfProject = ({ content }: Programme, id: string): CoverageHere | null =>
  here(
    content.coverage.filter(({ projects }) => projects.includes(id)),
    projectAnchor(id),
  );

/** What a report is listed under: a place or a project, with its page and all reports on it. */
export interface CoverageGroup {
  readonly anchor: string;
  readonly name: string;
  readonly href: string;
  readonly lines: readonly CoverageLine[];
}

/** A report in full: what it is about, where to read it, what it belongs to. */
function entryOf(programme: Programme, report: Coverage) {
  const { projects } = programme;
  return {
    ...lineOf(report),
    url: report.url,
    summary: report.summary,
    caution: report.caution,
    about: [
      ...report.places.map((id) => ({ text: nameOf(programme, id), href: pageOfPlace(programme, id) })),
      ...report.projects.map((id) => ({
        text: projects.find((project) => project.id === id)?.short ?? id,
        href: routes.project(id),
      })),
    ],
  };
}
export type CoverageEntry = ReturnType<typeof entryOf>;

const nameOf = ({ places, site }: Programme, id: string): string =>
  places.get(id)?.name ?? (site.aiding?.id === id ? site.aiding.name : id);

/** Places under the pairing to which they belong, in its order, each place once; the sides as a whole before them, others after them. */
function placesByPairing({ journeys, site, content }: Programme) {
  const given = new Set<string>();
  const ungiven = (ids: readonly string[]) =>
    ids.filter((id) => {
      const first = !given.has(id);
      given.add(id);
      return first;
    });
  const wholes = [site.aiding?.id, site.aided].filter((id) => id !== undefined);
  return [
    { name: null, ids: ungiven(wholes) },
    ...journeys.map((journey) => {
      const { city, county, threads } = journey;
      return { name: pairName(journey), ids: ungiven([city.id, county.id, ...threads.map(({ place }) => place.id)]) };
    }),
    { name: null, ids: ungiven(content.places.map(({ id }) => id)) },
  ];
}

/** What others published: the direct ones, the others year by year, and all by place and by project. */
export async function coverageView() {
  const { programme } = await build();
  const { content, document, projects, words } = programme;
  const all = content.coverage;
  const entry = (report: Coverage) => entryOf(programme, report);
  const direct = all.filter((report) => report.direct);
  const years = [...Map.groupBy(all, ({ date }) => yearOfSaid(date))].toSorted(([a], [b]) => byDateSaid(a, b));
  const groups = (anchor: string, name: string, href: string, own: readonly Coverage[]): CoverageGroup[] =>
    own.length > 0 ? [{ anchor, name, href, lines: own.map(lineOf) }] : [];
  return {
    search: coverageData(programme),
    count: all.length,
    direct: direct.map(entry),
    years: years.map(([year, own], at) => ({
      year,
      open: at === 0 || years.slice(0, at + 1).reduce((sum, [, reports]) => sum + reports.length, 0) <= OPEN,
      anchor: `year-${year}`,
      title: `${year}年`,
      direct: own.filter((report) => report.direct).map(lineOf),
      entries: own.filter((report) => !report.direct).map(entry),
    })),
    places: placesByPairing(programme).flatMap(({ name, ids }) => {
      const own = ids.flatMap((id) =>
        groups(
          placeAnchor(id),
          nameOf(programme, id),
          pageOfPlace(programme, id),
          all.filter(({ places }) => places.includes(id)),
        ),
      );
      const count = all.filter(({ places }) => ids.some((id) => places.includes(id))).length;
      return own.length > 0 ? [{ name: name ?? own.map((group) => group.name).join('、'), count, groups: own }] : [];
    }),
    projects: projects.flatMap(({ id, short }) =>
      groups(
        projectAnchor(id),
        short,
        routes.project(id),
        all.filter((report) => report.projects.includes(id)),
      ),
    ),
    feed: routes.coverageFeed,
    /** That it is of others, and of when the document is. */
    apart: apartWords(programme),
    span: `${words.document.noun}说的是${yearSpan(document.years)}；报道各有各的时间，请看日期。`,
  };
}

/** The feed of the reports, newest first whatever they tell of. Addresses of this site are under the base path, not yet whole. */
export async function coverageFeedView() {
  const { programme, now } = await build();
  const { content, site } = programme;
  const newest = content.coverage.toSorted((a, b) => byDateSaid(a.date, b.date) || (a.id < b.id ? -1 : 1));
  return {
    title: `${site.name}：媒体报道`,
    description: `别人登过的报道：标题、媒体、日期，一句说明。${apartWords(programme)}`,
    publisher: speaker(site, dayInChina(now)),
    home: routes.coverage,
    self: routes.coverageFeed,
    items: newest.map((report) => {
      const { title, publisher, date, seen, summary, caution, url, href, about } = entryOf(programme, report);
      return {
        ...{ title, url, href },
        summary: `${summary}${caution === null ? '' : `注意：${caution}`}（${[publisher, date, ...(seen ? [seen] : [])].join('，')}）`,
        // What is known by month or year alone has no day to be sorted by.
        published: report.date.length === 10 ? instantOf(report.date) : null,
        categories: about.map(({ text }) => text),
        source: publisher,
      };
    }),
  };
}
