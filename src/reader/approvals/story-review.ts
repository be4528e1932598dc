import type { Problem } from '#check/finding.ts';
import type { FoundApproval, Parts } from '#domain/approvals/approval.ts';
import type { ReviewState } from '#domain/approvals/review-state.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';
import type { Site } from '#domain/programme/site.ts';
import type { Story } from '#domain/stories/story.ts';

/** A story with how far it has come in its review. */
export interface StoryReview {
  readonly story: Story;
  /** Its file and its folder inside the content folder. */
  readonly file: string;
  readonly folder: string;
  readonly sample: boolean;
  /** How many steps it needs, 0–3. */
  readonly needed: number;
  /** How many were found in it, whoever they are: what a reviewer is told of. */
  readonly people: number;
  /** What would be approved now, and the story's file with it. */
  readonly parts: Parts;
  readonly fileText: string;
  /** Who may sign; null where nobody has said so. */
  readonly reviewers: Reviewers | null;
  /** Whether what changed since a copy was signed is a slip of the pen. */
  readonly isSmall: (signed: string) => boolean;
  readonly approvals: readonly FoundApproval[];
  readonly state: ReviewState;
  /** How many errors the check has for it. */
  readonly errors: number;
}

/** The stories of a content folder as they are reviewed. */
export interface ReadForReview {
  readonly problems: readonly Problem[];
  /** By id; a story with an error in it may not be among them. */
  readonly stories: ReadonlyMap<string, StoryReview>;
  /** null where it could not be read. */
  readonly site: Site | null;
}

export interface ReadForReviewOptions {
  /** Absolute, both. */
  readonly contentDir: string;
  readonly recordsDir: string;
  /** Whether somebody said where they lie: then they must be there. */
  readonly recordsExpected: boolean;
  readonly now: Date;
  readonly samples: boolean;
}

/** Reads a content folder for a review. */
export type ReviewReader = (options: ReadForReviewOptions) => ReadForReview;
