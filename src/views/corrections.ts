import type { Correction } from '#domain/corrections/correction.ts';
import { storyCorrections } from '#domain/corrections/story-corrections.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { quantity } from '#format/number.ts';
import { speaker } from '#format/publisher.ts';
import { lastHeld } from './fact-history.ts';
import { pageOfPlace } from './place.ts';
import { build, routes } from './programme.ts';
import { feedLinks, type MachineLink } from './site.ts';

/** Something that was put right, as lists and feeds tell it. Addresses are under the base path. */
export interface CorrectionLine {
  readonly id: string;
  /** Its place on the page of all corrections. */
  readonly href: string;
  readonly date: string;
  readonly dateText: string;
  /** 数, 稿件, 地方, 项目. */
  readonly kind: string;
  /** What was put right; leads to its page where it has one. */
  readonly of: { readonly text: string; readonly href: string | null };
  /** What stood there and what stands there; null of a story, which says so in its words. */
  readonly was: string | null;
  /** null: it is no longer there, or it is a story. */
  readonly now: string | null;
  /** Why; of a story all that it says. */
  readonly text: string;
  readonly source: string | null;
}

const KINDS = { fact: '数', place: '地方', project: '项目' } as const;

/** The words of a correction with the unit of the fact behind them, where they have none. */
const withUnit = (words: string, unit: string) => (unit !== '' && words.endsWith(unit) ? words : quantity(words, unit));

/** What an entry is of: its name, its page and its unit. */
function thingOf(programme: Programme, { of, subject }: Correction) {
  if (of === 'fact') {
    const fact = programme.facts.get(subject) ?? lastHeld(programme, subject);
    return { text: fact?.label ?? subject, href: routes.fact(subject), unit: fact?.unit ?? '' };
  }
  if (of === 'project') {
    const project = programme.projects.find(({ id }) => id === subject);
    return { text: project?.short ?? subject, href: routes.project(subject), unit: '' };
  }
  return { text: programme.places.get(subject)?.name ?? subject, href: pageOfPlace(programme, subject), unit: '' };
}

function lineOf(programme: Programme, correction: Correction): CorrectionLine {
  const { id, date, was, now, why, source } = correction;
  const { unit, ...of } = thingOf(programme, correction);
  return {
    ...{ id, date, of, source, text: why, href: routes.correction(id), dateText: longDate(date) },
    ...{ kind: KINDS[correction.of], was: withUnit(was, unit), now: now === null ? null : withUnit(now, unit) },
  };
}

const storyLines = (story: Story): CorrectionLine[] =>
  storyCorrections(story).map(({ id, date, text }) => ({
    ...{ id, date, text, href: routes.correction(id), dateText: longDate(date), kind: '稿件', was: null, now: null },
    of: { text: `《${story.title}》`, href: routes.story(story.id) },
    source: null,
  }));

/** Everything that was put right, newest first. */
async function allLines(): Promise<CorrectionLine[]> {
  const { programme } = await build();
  const { corrections, stories } = programme.content;
  const lines = [...corrections.map((one) => lineOf(programme, one)), ...stories.flatMap(storyLines)];
  return lines.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

/** The corrections of a place or of a project, for its page. */
export const correctionsOfThing = (programme: Programme, of: 'place' | 'project', ids: readonly string[]) =>
  programme.content.corrections
    .filter((one) => one.of === of && ids.includes(one.subject))
    .map((one) => lineOf(programme, one));

/** The links to the feed of the corrections. */
export async function correctionLinks(): Promise<MachineLink[]> {
  const { programme } = await build();
  return feedLinks(`${programme.site.name}：更正`, routes.correctionsFeed);
}

/** So many facts that followed a corrected one are named with it. */
const MOST_FOLLOWING = 6;

/** All corrections, each with the numbers that changed with it. */
export async function correctionsView() {
  const { programme } = await build();
  const lines = await allLines();
  const following = (line: CorrectionLine) =>
    [...programme.corrected]
      .filter(([id, by]) => by.id === line.id && by.subject !== id)
      .flatMap(([id]) => programme.facts.get(id) ?? []);
  return {
    entries: lines.map((line) => {
      const all = following(line);
      return {
        ...line,
        following: all.slice(0, MOST_FOLLOWING).map(({ id, label, value, unit, approximate }) => ({
          ...{ label, href: routes.fact(id), value: quantity(value, unit, approximate) },
        })),
        more: Math.max(0, all.length - MOST_FOLLOWING),
      };
    }),
    feeds: { rss: routes.correctionsFeed('xml'), json: routes.correctionsFeed('json') },
    releases: programme.content.dataReleases.length,
    data: routes.dataTables,
  };
}

/** So many of the newest stand in the feed. */
const MOST = 20;

/** The feed of the corrections. */
export async function correctionsFeedView() {
  const { programme, now } = await build();
  const { site } = programme;
  return {
    title: `${site.name}：更正`,
    description: '发表以后改过的数和稿件：原来是什么，现在是什么，为什么。',
    publisher: speaker(site, dayInChina(now)),
    home: routes.corrections,
    address: routes.correctionsFeed,
    source: site.name,
    entries: (await allLines()).slice(0, MOST),
  };
}
