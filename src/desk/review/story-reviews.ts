import type { ReadForReview, ReadForReviewOptions } from '#reader/approvals/story-review.ts';
import { readContent } from '#reader/read-content.ts';

/** Reads a content folder for a review: every story without errors, whether or not it may come out. */
export function readForReview({
  contentDir,
  recordsDir,
  recordsExpected,
  now,
  samples,
}: ReadForReviewOptions): ReadForReview {
  const { content, problems, standings } = readContent({ dir: contentDir, recordsDir, recordsExpected, samples, now });
  const stories = new Map(standings.map((standing) => [standing.story.id, standing]));
  return { problems, stories, site: content?.site ?? null };
}
