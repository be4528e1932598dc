import { namesMeant } from '#domain/people/bearers.ts';
import { peopleFound } from '#domain/people/found-people.ts';
import type { ConsentHold, Hold, UndecidedHold } from '#domain/release/hold.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import type { Records } from '#domain/release/records.ts';
import { fileOfStory, type Story } from '#domain/stories/story.ts';
import { holdWords } from '#format/hold-words.ts';
import type { ContentFiles } from '../content-files.ts';
import type { ReadStory } from '../stories/read-story.ts';

/** Where a story names somebody: a path of its front matter, or an offset of its body; null: nowhere but in its address. */
function placeOf(
  { story }: ReadStory,
  hold: ConsentHold | UndecidedHold,
  records: Records,
): readonly (string | number)[] | number | null {
  const { printed } = hold;
  if (hold.kind === 'consent' && hold.address !== undefined) return null;
  if (hold.kind === 'consent' && hold.sameAs) {
    if (story.cover?.src === hold.sameAs.src) return ['cover', 'src'];
    return Math.max(story.body.source.indexOf(hold.sameAs.src), 0);
  }
  const at = firstMention(story, printed, records)?.at;
  if (at) return at.path ?? at.start;
  return recordedPlace(story, printed, records);
}

/** Whom a story lists it tells of where it lists them; everybody else where they are named first. */
function firstMention(story: Story, printed: string, records: Records) {
  const found = peopleFound(story, records).find(({ name }) => name === printed)?.mentions;
  return found?.find(({ part }) => part === 'people') ?? found?.[0];
}

/** Keys of the front matter in which a name of the records may stand, in the order in which they are told. */
const FRONT = ['title', 'subtitle', 'summary', 'author', 'editor', 'source', 'source_url'] as const;

/** Where somebody stands whom only the records know: however the name is written, anywhere. */
function recordedPlace(story: Story, printed: string, records: Records): readonly (string | number)[] | number | null {
  const finder = nameFinder(namesMeant(printed, records), records.spelling);
  const holds = (text: string | undefined) => text !== undefined && finder.find(text, 'markdown').length > 0;
  const key = FRONT.find((one) => holds(story[one]));
  if (key) return [key];
  const [found] = finder.find(story.body.source, 'markdown');
  if (found) return found.start;
  const inCover = Object.entries(story.cover ?? {}).find(([, text]) => holds(text));
  const correction = (story.corrections ?? []).findIndex(({ text }) => holds(text));
  if (inCover) return ['cover', inCover[0]];
  return correction < 0 ? null : ['corrections', correction, 'text'];
}

function tellPerson(files: ContentFiles, read: ReadStory, hold: ConsentHold | UndecidedHold, records: Records): void {
  const { story } = read;
  const file = fileOfStory(story);
  const { text, mend } = holdWords(hold, story.id);
  const code = hold.kind === 'undecided' ? 'name-undecided' : `consent-${hold.why}`;
  const told = { file, severity: 'warning', code, message: heldBack(text), mend } as const;
  const place = placeOf(read, hold, records);
  if (place === null) files.problems.push({ ...told, line: 1, column: 1 });
  else if (typeof place === 'number') files.problems.push({ ...told, ...read.position(place) });
  else files.add([{ ...told, path: place, found: '', expected: '' }]);
}

const heldBack = (text: string) => `${text.replace(/。$/, '')}，这一篇先不发布。`;

/**
 * Tells of a real story what its editor must mend before it can come out: consents that are missing or over, and
 * approvals that do not count any more. That a step is still to be done, or an hour to come, is no mistake.
 */
export function tellHolds(files: ContentFiles, read: ReadStory, holds: readonly Hold[], records: Records): void {
  for (const hold of holds) {
    if (hold.kind === 'consent' || hold.kind === 'undecided') tellPerson(files, read, hold, records);
    if (hold.kind === 'review' && hold.why.length > 0) {
      const { text, mend } = holdWords(hold, read.story.id);
      const place = { file: fileOfStory(read.story), line: 1, column: 1 };
      files.problems.push({ ...place, severity: 'warning', code: 'approval-void', message: heldBack(text), mend });
    }
  }
}
