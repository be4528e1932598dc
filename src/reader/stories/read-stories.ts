import { fileOfStory } from '#domain/stories/story.ts';
import type { KnownToStories } from '#stories/known.ts';
import type { ContentFiles } from '../content-files.ts';
import { findStories } from './folders.ts';
import { type FoundStory, type KeptStories, type ReadStory, readStory } from './read-story.ts';

/** A sample has an address of its own: the two would stand in the same place. */
function sameId(files: ContentFiles, places: readonly FoundStory[]): boolean {
  const own = new Set(places.filter(({ sample }) => !sample).map(({ id }) => id));
  const twins = places.filter(({ id, sample }) => sample && own.has(id));
  for (const twin of twins) {
    const words = {
      what: `稿件 id“${twin.id}”用了两次`,
      now: 'stories/ 和 samples/stories/ 里各有一个',
      should: '各用各的',
    };
    files.report(fileOfStory(twin), { code: 'id-twice', ...words, mend: '给样稿的文件夹换一个名字。' });
  }
  return twins.length > 0;
}

/**
 * Reads all stories and tells everything that is wrong with them. Those with an error are not among them; `whole` says
 * whether there was none.
 */
export function readStories(
  files: ContentFiles,
  known: KnownToStories,
  { samples, today, kept }: { samples: boolean; today: string; kept?: KeptStories | undefined },
): { read: ReadStory[]; whole: boolean } {
  const found = (samples ? [false, true] : [false]).map((sample) => findStories(files, sample));
  const places = found.flatMap((part) => part.places);
  const twins = sameId(files, places);
  const stories = places.map((place) => readStory(files, place, known, today, kept));
  const whole = !twins && found.every((part) => part.whole) && !stories.includes(null);
  return { read: stories.filter((story) => story !== null), whole };
}
