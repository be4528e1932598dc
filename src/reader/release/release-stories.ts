import type { Problem, Statement } from '#check/finding.ts';
import { counts } from '#domain/approvals/review-state.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { Site } from '#domain/programme/site.ts';
import { type Clearing, clearingOf } from '#domain/release/clearing.ts';
import type { Hold, ImportHold, LeftOut, ReviewHold } from '#domain/release/hold.ts';
import { beginOf, hourOf } from '#domain/release/hours.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import { replaceNames } from '#domain/release/names/replace-names.ts';
import { type Change, changesOf, inTime } from '#domain/release/next-changes.ts';
import { pressClearanceOf } from '#domain/release/press.ts';
import type { Records } from '#domain/release/records.ts';
import { stepsNeeded } from '#domain/release/steps-needed.ts';
import { type Tombstone, tombstoneOf } from '#domain/release/tombstone.ts';
import { fileOfStory, instantOf, type OpenPoint, type Story, unwrittenKeys } from '#domain/stories/story.ts';
import { holdWords, leftOutWords } from '#format/hold-words.ts';
import { textChanges } from '#stories/text-changes.ts';
import type { StoryReview } from '../approvals/story-review.ts';
import type { ContentFiles } from '../content-files.ts';
import type { ReadStory } from '../stories/read-story.ts';
import { clearedStory } from './cleared-story.ts';
import { reviewOf } from './review-of-story.ts';
import { decisionFindings, tellHolds } from './tell-holds.ts';

/** Where a story stands on its way out. */
export interface Standing extends StoryReview {
  readonly unproved: ReadStory['unproved'];
  readonly position: ReadStory['position'];
  readonly holds: readonly Hold[];
  readonly leftOut: readonly LeftOut[];
  readonly accepted: readonly Problem[];
}

/** What decides whether a story is out. */
export interface ReleaseContext {
  readonly records: Records;
  /** Whether all records could be read; else nobody's consent is judged. */
  readonly recordsWhole: boolean;
  /** Who may sign: stories, and samples. null where nobody has said so. */
  readonly reviewers: { readonly own: Reviewers | null; readonly samples: Reviewers | null };
  /** What counts as a name whoever appears. */
  readonly names: readonly string[];
  readonly site: Site;
  /** null where content has an error and they could not be made. */
  readonly facts: ReadonlyMap<string, Fact> | null;
  /** Whether stories are shown that are not yet allowed out. */
  readonly preview: boolean;
  readonly now: Date;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Real names that nobody permitted to show. */
  readonly unnamed: readonly string[];
}

export interface Released {
  readonly stories: Story[];
  readonly tombstones: Tombstone[];
  readonly standings: Standing[];
  readonly changes: Change[];
  /** Hashes of pictures that nobody may see any more. */
  readonly bannedPictures: string[];
}

/** Everything that keeps a story from its readers: people first, then the review, then the hour. */
function holdsOf({ story, imported }: ReadStory, clearing: Clearing, review: StoryReview, now: Date): Hold[] {
  const hour = hourOf(story, now);
  const time: Hold[] = [];
  if (hour === 'before') time.push({ kind: 'hour', begin: beginOf(story) });
  if (hour === 'over') time.push({ kind: 'end', end: instantOf(story.unpublish_at ?? story.date) });
  return [...clearing.holds, ...toBeWritten(story, review, imported), ...waitsFor(review), ...time];
}

/** What an import could not know; where nobody signs the story, all that it asks. */
function toBeWritten(story: Story, { state }: StoryReview, imported: boolean): ImportHold[] {
  const unwritten = unwrittenKeys(story);
  const unsigned = imported && !state.steps.some(({ needed }) => needed);
  return unwritten.length > 0 || unsigned ? [{ kind: 'import', unwritten }] : [];
}

/** The step that comes next, and every one that does not count any more. */
function waitsFor({ state, approvals, fileText }: StoryReview): ReviewHold[] {
  return state.steps.flatMap((one): ReviewHold[] => {
    const { step, needed, status, by } = one;
    const why = status.kind === 'missing' ? [] : status.why;
    // Of a slip of the pen only the last signature is asked for.
    const asked = step === state.next || (why.length > 0 && status.kind !== 'small');
    if (!needed || counts(one) || !asked) return [];
    const signed = approvals.find(({ approval }) => approval.step === step)?.signed ?? null;
    const changes = signed === null ? [] : textChanges(signed, fileText);
    return [{ kind: 'review', step, by, why, small: status.kind === 'small', changes }];
  });
}

/** Decides of each story whether it may be shown, as what, and what is still open for it; tells what editors must know. */
export function releaseStories(files: ContentFiles, read: readonly ReadStory[], context: ReleaseContext): Released {
  const { records, recordsWhole, site, preview, now, today } = context;
  const released = { stories: [] as Story[], tombstones: [] as Tombstone[], standings: [] as Standing[] };
  const changes: Change[] = [];
  const hidden: string[] = [];
  const reminders = Map.groupBy(files.problems, ({ file }) => file);
  const ofSamples = recordsOfStories(records, true);
  const ofOthers = recordsOfStories(records, false);
  const mask = masking(context);
  for (const one of read) {
    const { story, accepted } = one;
    const own = story.sample ? ofSamples : ofOthers;
    const clearing = clearingOf(story, own, today);
    const needed = stepsNeeded(story, site, one.unproved.length, own);
    const reviewers = context.reviewers[story.sample ? 'samples' : 'own'];
    const { facts, names } = context;
    const review = reviewOf(files, one, needed, { records: own, recordsWhole, reviewers, names, facts });
    const holds = holdsOf(one, clearing, review, now);
    const { leftOut } = clearing;
    const { unproved, position } = one;
    released.standings.push({ ...review, holds, leftOut, accepted, unproved, position });
    if (!story.sample) changes.push(...changesOf(story, own, now, today));
    const judged = holds.filter(({ kind }) => (kind !== 'consent' && kind !== 'undecided') || recordsWhole);
    files.add(decisionFindings(story, own, recordsWhole));
    if (!story.sample) tellHolds(files, one, judged, own);
    const told = reminders.get(fileOfStory(story)) ?? [];
    const open = preview ? openPoints(story, told, holds, leftOut).map((point) => masked(point, mask)) : [];
    // An address that is made of a name that may not be read answers no more.
    const stone = clearing.addressTells ? null : tombstoneOf(holds, preview || review.state.once);
    const shown = preview ? !clearing.addressTells && (stone === null || stone === 'review') : holds.length === 0;
    const cleared = shown ? clearedStory(storyAsOf(story, today), clearing, own) : null;
    if (shown && !cleared) files.report(fileOfStory(story), UNCLEAR);
    const press = pressClearanceOf(story, clearing, own, today, isOut(story, holds));
    if (cleared) released.stories.push({ ...cleared, clearance: { ...cleared.clearance, open, press } });
    else if (stone) released.tombstones.push({ id: story.id, sample: story.sample, why: stone, open });
    // What waits for its review or its hour may keep what was made of it: nobody forbade it.
    if (cleared || isForbidden(holds)) hidden.push(...picturesOf(story));
  }
  const shown = new Set(released.stories.flatMap(picturesOf));
  return { ...released, changes: inTime(changes), bannedPictures: hidden.filter((hash) => !shown.has(hash)) };
}

/** A story as it is on a day: what is put right later is not said yet. */
function storyAsOf({ corrections = [], ...story }: Story, today: string): Story {
  const said = corrections.filter(({ date }) => date <= today);
  return { ...story, ...(said.length > 0 && { corrections: said }) };
}

/** Whether nothing keeps a story in; of samples, which nobody signs, nothing but their review. */
const isOut = ({ sample }: Story, holds: readonly Hold[]): boolean =>
  holds.every(({ kind }) => sample && kind === 'review');

const UNCLEAR: Statement = {
  code: 'story-unclear',
  severity: 'warning',
  what: '换成化名以后这一篇读不懂了，先不发布',
  now: '名字里夹着格式',
  should: '是连着写的名字',
  mend: '在正文里把名字写成连着的几个字，中间不放链接、星号、换行。',
};

/** The records that are asked for stories, or for samples. */
export const recordsOfStories = (records: Records, sample: boolean): Records => ({
  ...records,
  people: records.people.filter((person) => person.sample === sample),
  consents: records.consents.filter((paper) => paper.sample === sample),
});

/** Somebody permitted once what they do not permit now. */
const isForbidden = (holds: readonly Hold[]) =>
  holds.some((hold) => hold.kind === 'consent' && (hold.why === 'withdrawn' || hold.why === 'expired'));

/** Takes real names that nobody may read out of a text: only who knows them understands who is meant. */
function masking({ records, unnamed }: ReleaseContext): (words: string) => string {
  const finder = nameFinder(unnamed, records.spelling);
  return (words) => replaceNames(words, 'markdown', finder, (name) => `${[...name][0]}××`);
}

/** The same without real names that nobody may read. */
const masked = ({ text, who, mend, changes = [] }: OpenPoint, hide: (words: string) => string): OpenPoint => {
  // A name may lie across what changed and what stands around it: where one does, only the line is told.
  const shown = changes.filter((one) =>
    [one.was, one.now].every((part) => hide(one.lead + part + one.tail) === one.lead + part + one.tail),
  );
  return { text: hide(text), who, mend: hide(mend), changes: shown };
};

const picturesOf = ({ coverFile, body }: Story) => [
  ...(coverFile ? [coverFile.hash] : []),
  ...body.pictures.map(({ file }) => file.hash),
];

/** What is still open for a story: what keeps it in, what was left out, and what the check reminds of. */
function openPoints(
  { id }: Story,
  told: readonly Problem[],
  holds: readonly Hold[],
  leftOut: readonly LeftOut[],
): OpenPoint[] {
  // Of a picture that is left out its own words are enough.
  const reminders = told.filter(({ code }) => code !== 'picture-expired');
  return [
    ...holds.map((hold) => holdWords(hold, id)),
    ...leftOut.map(leftOutWords),
    ...reminders.map(({ line, message, mend }) => ({ text: `第${line}行　${message}`, who: '编辑', mend })),
  ];
}
