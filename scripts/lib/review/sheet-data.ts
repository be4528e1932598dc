import { stateHash } from '#domain/approval/reviewed.ts';
import { CHANNELS } from '#domain/consent/consent.ts';
import type { Problem } from '#domain/problem.ts';
import type { Programme } from '#domain/programme.ts';
import { beginOf } from '#domain/release/hours.ts';
import type { Records } from '#domain/release/records.ts';
import { instantOf } from '#domain/story.ts';
import type { ReviewSheetData, SheetFinding, SheetStep } from '#exports/review-sheet-data.ts';
import { CHANNEL_WORDS } from '#format/consent-words.ts';
import { dayInChina, longDate, minuteInChina } from '#format/date.ts';
import { holdWords } from '#format/hold-words.ts';
import { publisherWords } from '#format/publisher.ts';
import { KIND_WORDS } from '#format/story-kind.ts';
import type { Standing } from '../release/release-stories.ts';
import { sha256 } from '../sha256.ts';
import { sheetPeople } from './sheet-people.ts';
import { sheetPictures } from './sheet-pictures.ts';
import { sheetNumbers, sheetText, sheetUnproved } from './sheet-text.ts';

/** What a sheet is made of. */
export interface SheetSources {
  readonly standing: Standing;
  readonly programme: Programme;
  readonly records: Records;
  /** What the check says of the whole content. */
  readonly problems: readonly Problem[];
  readonly contentDir: string;
  readonly now: Date;
}

function findingsOf({ standing, problems }: SheetSources): SheetFinding[] {
  const { story, file, accepted } = standing;
  const reason = (code: string) => story.accept?.find((one) => one.code === code)?.reason ?? null;
  const told = problems.filter((problem) => problem.file === file);
  return [
    ...told.map(({ severity, line, message, mend }) => ({ kind: severity, line, message, mend, reason: null })),
    ...accepted.map(({ line, message, mend, code }) => ({
      kind: 'accepted' as const,
      line,
      message,
      mend,
      reason: reason(code),
    })),
  ];
}

const stepsOf = ({ state }: Standing): SheetStep[] =>
  state.steps.map(({ step, needed, status, by, at }) => ({
    ...{ step, needed, status: status.kind, by },
    why: status.kind === 'missing' ? [] : status.why,
    at: at === null ? null : minuteInChina(new Date(at)),
  }));

/** Collects everything a reviewer has to see of one story. */
export async function sheetData(sources: SheetSources): Promise<ReviewSheetData> {
  const { standing, programme, records, contentDir, now } = sources;
  const { story, holds, parts } = standing;
  const { site, facts } = programme;
  const own: Records = {
    ...records,
    people: records.people.filter(({ sample }) => sample === story.sample),
    consents: records.consents.filter(({ sample }) => sample === story.sample),
  };
  const consents = holds.filter(({ kind }) => kind === 'consent');
  return {
    ...{
      site: site.name,
      publisher: publisherWords(site, dayInChina(now.toISOString())),
      made: minuteInChina(now),
      hash: stateHash(parts, sha256),
    },
    ...{ id: story.id, sample: story.sample, kind: KIND_WORDS[story.kind], title: story.title },
    ...{ subtitle: story.subtitle ?? null, summary: story.summary, date: longDate(story.date) },
    embargo: beginOf(story) > now ? minuteInChina(beginOf(story)) : null,
    end: story.unpublish_at === undefined ? null : minuteInChina(instantOf(story.unpublish_at)),
    ...{
      author: story.author ?? null,
      editor: story.editor,
      source: story.source,
      sourceUrl: story.source_url ?? null,
    },
    projects: (story.projects ?? []).map((id) => programme.projects.find((p) => p.id === id)?.short ?? id),
    places: (story.places ?? []).map((id) => programme.places.get(id)?.name ?? id),
    length: story.body.length,
    corrections: (story.corrections ?? []).map(({ date, text }) => ({ date: longDate(date), text })),
    steps: stepsOf(standing),
    text: sheetText(standing, facts),
    numbers: sheetNumbers(standing, programme),
    unproved: sheetUnproved(standing),
    pictures: await sheetPictures(standing, contentDir),
    channels: CHANNELS.map((channel) => CHANNEL_WORDS[channel]),
    people: sheetPeople(story, own, dayInChina(now.toISOString())),
    findings: findingsOf(sources),
    questions: consents.map((hold) => holdWords(hold, story.id).text),
  };
}
