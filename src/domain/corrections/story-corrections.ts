import type { Story } from '../stories/story.ts';

/** Something that was put right in a story, as its front matter says it. */
export interface StoryCorrection {
  /** Its anchor among all corrections, which later ones do not change. */
  readonly id: string;
  readonly date: string;
  readonly text: string;
}

/** What was put right in a story, in its own order: the newest first. */
export function storyCorrections({ id, corrections = [] }: Pick<Story, 'id' | 'corrections'>): StoryCorrection[] {
  return corrections.map(({ date, text }, at) => {
    // Counted from the oldest, so that a newer one of the same day takes nobody's anchor.
    const before = corrections.slice(at + 1).filter((one) => one.date === date).length;
    return { id: `story-${id}-${date}${before === 0 ? '' : `-${before + 1}`}`, date, text };
  });
}
