import { reviewState } from '#domain/approvals/review-state.ts';
import { partsOf } from '#domain/approvals/reviewed.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { bareName } from '#domain/people/bearers.ts';
import { appearancesOf } from '#domain/release/appearances.ts';
import type { Records } from '#domain/release/records.ts';
import { fileOfStory, folderOfStory } from '#domain/stories/story.ts';
import { readApprovals } from '../approvals/read-approvals.ts';
import { reviewedOf } from '../approvals/reviewed-of.ts';
import { changedLittle } from '../approvals/signed-copy.ts';
import type { StoryReview } from '../approvals/story-review.ts';
import type { ContentFiles } from '../content-files.ts';
import { sha256 } from '../sha256.ts';
import type { ReadStory } from '../stories/read-story.ts';

/** What of other files a review answers for. */
export interface AroundStory {
  readonly records: Records;
  /** Whether all records could be read. */
  readonly recordsWhole: boolean;
  /** Who may sign stories of its kind, sample or not; null where nobody has said so. */
  readonly reviewers: Reviewers | null;
  /** Names that count as such whoever appears: of places, projects, departments. */
  readonly names: readonly string[];
  /** null where content has an error and they could not be made. */
  readonly facts: ReadonlyMap<string, Fact> | null;
}

/**
 * How far a story has come in its review: what would be approved now, beside what was approved. What an error elsewhere
 * keeps unknown voids no approval.
 */
export function reviewOf(
  files: ContentFiles,
  { story, raw, text }: ReadStory,
  needed: number,
  { records, recordsWhole, reviewers, names, facts }: AroundStory,
): StoryReview {
  const { consents } = records;
  const folder = folderOfStory(story);
  const pictures = [...(story.coverFile ? [story.coverFile] : []), ...story.body.pictures.map(({ file }) => file)];
  const found = appearancesOf(story, records);
  // Who is in a picture only as another story tells it was no matter of this one's review.
  // And what covers somebody without a record stands in the front matter, which is reviewed as it is.
  const appearances = found.filter(
    ({ sameAs, declared, persons }) => sameAs === null && (declared || persons.length > 0),
  );
  const reviewed = reviewedOf({
    front: raw,
    body: story.body.source,
    // Its bytes were read and digested when the picture was looked at; that digest stands for them.
    pictures: pictures.map(({ src, hash }) => ({ src, bytes: () => Buffer.from(hash) })),
    facts,
    used: story.body.facts,
    people: appearances.map(({ printed, persons }) => ({
      printed,
      records: [...persons, ...consents.filter((paper) => persons.some(({ id }) => id === paper.person))],
    })),
  });
  const parts = partsOf(reviewed, sha256);
  const approvals = readApprovals(files, folder);
  const ofRecords = ['consents' as const, 'reviewers' as const];
  const unknown = [...(facts ? [] : ['facts' as const]), ...(recordsWhole ? [] : ofRecords)];
  const all = [...names, ...appearances.map(({ printed }) => bareName(printed))];
  const isSmall = (signed: string) => changedLittle(signed, text, all);
  const state = reviewState({ needed, approvals, parts, reviewers, isSmall, unknown, digest: sha256 });
  const { sample } = story;
  const file = fileOfStory(story);
  return {
    story,
    fileText: text,
    file,
    folder,
    sample,
    needed,
    people: found.length,
    parts,
    reviewers,
    isSmall,
    approvals,
    state,
    errors: 0,
  };
}
