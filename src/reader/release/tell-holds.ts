import { type Finding, finding, shown } from '#check/finding.ts';
import { namesMeant } from '#domain/people/bearers.ts';
import { peopleFound } from '#domain/people/found-people.ts';
import { type DecisionFault, decisionFaults } from '#domain/people/name-decisions.ts';
import type { ConsentHold, Hold, ImportHold, UndecidedHold } from '#domain/release/hold.ts';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import type { Records } from '#domain/release/records.ts';
import { wordsOfProfile } from '#domain/stories/profile.ts';
import { fileOfStory, type Story } from '#domain/stories/story.ts';
import { holdWords } from '#format/hold-words.ts';
import { NAME_KIND_WORDS } from '#format/name-words.ts';
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
  const inProfile = wordsOfProfile(story.profile).find(({ text }) => holds(text));
  if (inProfile) return ['profile', inProfile.key];
  return correction < 0 ? null : ['corrections', correction, 'text'];
}

function tellPerson(files: ContentFiles, read: ReadStory, hold: ConsentHold | UndecidedHold, records: Records): void {
  const { story } = read;
  const file = fileOfStory(story);
  const { text, mend } = holdWords(hold, story.id);
  const code = hold.kind === 'undecided' ? 'name-undecided' : `consent-${hold.why}`;
  const told = { severity: 'warning', code, says: heldBack(text), mend } as const;
  const place = placeOf(read, hold, records);
  if (place === null) files.report(file, told);
  else if (typeof place === 'number') files.tell(file, [finding({ at: place, ...told })], read.position);
  else files.add([finding({ file, path: place, ...told })]);
}

function tellUnwritten(files: ContentFiles, { story }: ReadStory, hold: ImportHold): void {
  const { text, mend } = holdWords(hold, story.id);
  const told = { severity: 'warning', code: 'import-open', says: heldBack(text), mend } as const;
  const [key] = hold.unwritten;
  if (key === undefined) files.report(fileOfStory(story), told);
  else files.add([finding({ file: fileOfStory(story), path: [key], ...told })]);
}

const heldBack = (text: string) => `${text.replace(/。$/, '')}，这一篇先不发布。`;

/**
 * Tells of a real story what its editor must mend before it can come out: consents that are missing or over, and
 * approvals that do not count any more. That a step is still to be done, or an hour to come, is no mistake.
 */
export function tellHolds(files: ContentFiles, read: ReadStory, holds: readonly Hold[], records: Records): void {
  for (const hold of holds) {
    if (hold.kind === 'consent' || hold.kind === 'undecided') tellPerson(files, read, hold, records);
    if (hold.kind === 'import') tellUnwritten(files, read, hold);
    if (hold.kind === 'review' && hold.why.length > 0) {
      const { text, mend } = holdWords(hold, read.story.id);
      const says = heldBack(text);
      files.report(fileOfStory(read.story), { severity: 'warning', code: 'approval-void', says, mend });
    }
  }
}

type Told = Pick<Finding, 'code' | 'severity' | 'mend'> & { readonly what: string; readonly expected: string };

/** What to say of each fault. */
const FAULTS: Readonly<Record<DecisionFault['kind'], Told>> = {
  unused: {
    code: 'name-decision-unused',
    severity: 'warning',
    what: '稿件里没有这个名字',
    expected: '稿件里印着的名字',
    mend: '名字改过了，就照稿件里印的写；稿件里已经没有他，就从 names 里删掉这一条。',
  },
  twice: {
    code: 'name-decision-twice',
    severity: 'error',
    what: '同一个名字定了两次',
    expected: '每个名字只定一次',
    mend: '留下对的一条，删掉另一条。',
  },
  unknown: {
    code: 'name-decision-unknown',
    severity: 'error',
    what: '授权记录里没有这个人',
    expected: '授权记录 people/ 里有的人',
    mend: '先建好他的记录（npm run new:person），或者换成 public、published、alias、not-a-person 中合适的一种。',
  },
  sourceless: {
    code: 'name-decision-source',
    severity: 'error',
    what: '没有写出处',
    expected: 'source 里写明哪里公布的、什么职务，或者哪家登的、哪一天',
    mend: '在这一条里加上 source；写不出出处的，请本人授权，建好他的记录。',
  },
  overruled: {
    code: 'name-decision-refused',
    severity: 'error',
    what: '这个名字不能这样定',
    expected: '授权记录里的真名、people 里写的人，都是人',
    mend: '从 names 里删掉这一条；他没有同意的，从稿件里去掉他，或者在 fallbacks 里写明换成什么化名。',
  },
};

/** Tells what is wrong with what a story's front matter decides on names, each at its place. */
export function decisionFindings(story: Story, records: Records, recordsWhole: boolean): Finding[] {
  return decisionFaults(story, records, recordsWhole).map(({ kind, index, name, is }) =>
    finding({
      file: fileOfStory(story),
      path: ['names', index, kind === 'overruled' ? 'is' : 'name'],
      ...FAULTS[kind],
      found: `${shown(name)}，${is}（${NAME_KIND_WORDS[is]}）`,
    }),
  );
}
