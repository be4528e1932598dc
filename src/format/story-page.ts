import { storyCorrections } from '#domain/corrections/story-corrections.ts';
import { targetOf } from '#domain/facts/plan.ts';
import { reportedOf } from '#domain/facts/report.ts';
import type { LanguageName } from '#domain/places/language-name.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { isQuantified, type Project } from '#domain/programme/project.ts';
import { placesOfStory } from '#domain/stories/places.ts';
import { readingMinutes } from '#domain/stories/reading-time.ts';
import type { Story } from '#domain/stories/story.ts';
import { longDate } from './date.ts';
import { KIND_WORDS } from './kinds.ts';
import { pairName } from './pair-name.ts';
import { personBox } from './person-box.ts';
import { type PrintedNumber, printedById, printedIfAny } from './printed-number.ts';
import type { Routes } from './routes.ts';
import { slipOf } from './slip-title.ts';
import { STATUS_WORDS } from './status.ts';
import { piecesOf } from './title-pieces.ts';

/** Words that lead somewhere, or nowhere. */
export interface Linked {
  readonly text: string;
  readonly href: string | null;
}

/** One row of the box beside a story: words and links, or numbers each with what they count. */
export interface BoxRow {
  readonly term: string;
  readonly links?: readonly Linked[];
  readonly numbers?: readonly { readonly number: PrintedNumber; readonly note: string }[];
  /** Said where a number is not known. */
  readonly none?: string;
  /** The term is a whole phrase and stands above what it says. */
  readonly phrase?: true;
}

export interface StoryBox {
  readonly title: string;
  readonly rows: readonly BoxRow[];
}

/** More numbers than these no box holds; the rest stand in the text. */
const MOST_NUMBERS = 6;

const row = (term: string, links: readonly Linked[]): BoxRow[] => (links.length > 0 ? [{ term, links }] : []);

/** Planned and reported, year by year, of a project that is one line with a plan. */
function planRows(programme: Programme, project: Project, routes: Routes): BoxRow[] {
  const [line, ...more] = project.lines;
  if (!line || more.length > 0 || !isQuantified(line)) return [];
  const years = programme.lineYears.filter((y) => y.line === line.id);
  const invented = new Set(
    programme.progress.filter((r) => r.line === line.id && r.reported?.report.sample).map((r) => r.year),
  );
  const numbers = (key: 'target' | 'reported') =>
    years.flatMap((y) => {
      const fact = key === 'target' ? targetOf(line, y) : reportedOf(line, y);
      const number = y[key] === null ? null : printedIfAny(programme, fact, routes);
      const sample = key === 'reported' && invented.has(y.year) ? '　样稿' : '';
      return number ? [{ number, note: `${y.when}${sample}` }] : [];
    });
  const reported = numbers('reported');
  return [
    ...(numbers('target').length > 0 ? [{ term: '计划', numbers: numbers('target') }] : []),
    reported.length > 0 ? { term: '上报', numbers: reported } : { term: '上报', none: STATUS_WORDS['no-report'] },
  ];
}

/** The pairings that a story tells of. */
const pairingsOf = (programme: Programme, story: Story, routes: Routes): Linked[] =>
  placesOfStory(story, programme.journeys).journeys.map((journey) => ({
    text: pairName(journey),
    href: routes.pairing(journey.city.id),
  }));

function placeRows(programme: Programme, story: Story, routes: Routes): BoxRow[] {
  const { townships } = placesOfStory(story, programme.journeys);
  const name = (id: string) => programme.places.get(id)?.name ?? id;
  return [
    ...row('结对', pairingsOf(programme, story, routes)),
    ...row(
      programme.words.third?.noun ?? '',
      townships.map((id) => ({ text: name(id), href: routes.township(id) })),
    ),
  ];
}

function projectRows(programme: Programme, projects: readonly Project[], routes: Routes): BoxRow[] {
  const [only] = projects.length === 1 ? projects : [];
  const leads = [...new Set(projects.flatMap((p) => p.lead))];
  const partners = only?.partners ?? [];
  const departments = (ids: readonly string[]) =>
    ids.map((id) => ({
      text: programme.departments.find((d) => d.id === id)?.name ?? id,
      href: routes.department(id),
    }));
  const clauses = projects.map((p) => ({
    text: programme.passages.get(p.clause)?.short ?? p.clause,
    href: routes.passage(p.clause),
  }));
  return [
    ...row(
      '项目',
      projects.map((p) => ({ text: p.short, href: routes.project(p.id) })),
    ),
    ...(only ? planRows(programme, only, routes) : []),
    ...row('牵头', departments(leads)),
    ...row('配合', departments(partners)),
    ...row('出处', clauses),
  ];
}

/** The numbers a story prints itself, where it belongs to no project that would bring its own. */
function factRows(programme: Programme, story: Story, routes: Routes): BoxRow[] {
  const numbers = story.body.facts.flatMap((id) => {
    const number = printedIfAny(programme, id, routes);
    return number ? [number] : [];
  });
  return numbers.slice(0, MOST_NUMBERS).map((number) => ({
    term: number.label,
    phrase: true,
    numbers: [{ number, note: '' }],
  }));
}

/**
 * The box beside a story: who, where, which project, and the numbers of it. null where it has nothing to say.
 * @param introduced whether a box of their own says who it tells of
 */
export function storyBox(programme: Programme, story: Story, routes: Routes, introduced = false): StoryBox | null {
  const projects = programme.projects.filter((p) => story.projects?.includes(p.id));
  const people = introduced ? [] : (story.people ?? []).map((text) => ({ text, href: null }));
  const about = [
    ...row(story.kind === 'collective' ? '集体' : '人物', people),
    ...placeRows(programme, story, routes),
    ...projectRows(programme, projects, routes),
  ];
  const numbers = projects.length === 1 ? [] : factRows(programme, story, routes);
  const rows = [...about, ...numbers];
  if (rows.length === 0) return null;
  // Who somebody is stands in the box of that person: here stands what they are part of.
  const ofPeople = story.kind === 'person' || story.kind === 'collective';
  return { title: !ofPeople && rows.some((r) => r.numbers) ? '这件事的数' : '这件事', rows };
}

/** 来源, 作者, 编辑, in this order, each where it is known. */
function bylineOf(story: Story) {
  const said = (term: string, text: string | undefined, href: string | null = null) =>
    text ? [{ term, text, href }] : [];
  return [
    ...said('来源', story.source, story.source_url ?? null),
    ...said('作者', story.author),
    ...said('编辑', story.editor),
  ];
}

/**
 * What a reader of a story sees round its text, and what the components in its text ask for by name; pictures aside,
 * which each medium has in a kind of its own. The page and the review sheet are made of it, so that they say the same.
 */
export function storyPage(programme: Programme, story: Story, routes: Routes) {
  const { body } = story;
  const profile = personBox(programme, story, routes);
  const pairings = pairingsOf(programme, story, routes);
  return {
    kind: { text: KIND_WORDS[story.kind], href: routes.storiesBy('kind', story.kind) },
    projects: (story.projects ?? []).map((id) => ({
      text: programme.projects.find((project) => project.id === id)?.short ?? id,
      href: routes.project(id),
    })),
    /** The pairing it tells of, where it is one. */
    pairing: pairings.length === 1 ? (pairings[0] ?? null) : null,
    title: story.title,
    /** Who the person is whom it tells of. */
    profile,
    /** The title on the slip of the cover; null: it is too long for one and stands beside it. */
    slip: slipOf(story.title, piecesOf(programme.content)),
    subtitle: story.subtitle ?? null,
    summary: story.summary,
    byline: bylineOf(story),
    date: story.date,
    dateText: longDate(story.date),
    minutes: readingMinutes(body.length),
    /** Names in it that are 化名: a reader is told. */
    aliases: story.clearance.aliases,
    coverRights: story.cover ?? null,
    corrections: storyCorrections(story).map(({ id, date, text }) => ({
      ...{ date, dateText: longDate(date), text, href: routes.correction(id) },
    })),
    box: storyBox(programme, story, routes, profile !== null),
    numbers: new Map<string, PrintedNumber>(body.facts.map((id) => [id, printedById(programme, id, routes)])),
    names: new Map<string, readonly LanguageName[]>(
      body.foreign.flatMap(({ place }) => (place ? [[place, programme.places.get(place)?.names ?? []]] : [])),
    ),
    /** The passage at a locator, as a quotation cites it. */
    passage: (locator: string): Linked => ({
      text: `${programme.document.short}，${programme.passages.get(locator)?.short ?? locator}`,
      href: routes.passage(locator),
    }),
    sides: { left: programme.site.from, right: programme.site.to },
  };
}

export type StoryPage = ReturnType<typeof storyPage>;
