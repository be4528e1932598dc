import { fileOfStory, isOut, type Story } from '#domain/story.ts';
import type { ContentFiles } from '../content-files.ts';
import type { KnownToStories } from './known-to-stories.ts';
import { type FoundStory, readStory } from './read-story.ts';
import { findStories } from './story-folders.ts';

/** The day in China at an instant, `YYYY-MM-DD`. */
const dayInChina = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A sample has an address of its own: the two would stand in the same place. */
function sameId(files: ContentFiles, places: readonly FoundStory[]): boolean {
  const own = new Set(places.filter(({ sample }) => !sample).map(({ id }) => id));
  const twins = places.filter(({ id, sample }) => sample && own.has(id));
  for (const twin of twins) {
    const message = `稿件 id“${twin.id}”用了两次：现在 stories/ 和 samples/stories/ 里各有一个，应当各用各的。`;
    files.report(fileOfStory(twin), 'id-twice', message, '给样稿的文件夹换一个名字。');
  }
  return twins.length > 0;
}

/**
 * Reads all stories and tells everything that is wrong with them. `stories` are those that are out and have no error;
 * `whole` says whether none was left out because of one.
 */
export function readStories(
  files: ContentFiles,
  known: KnownToStories,
  { samples, now }: { samples: boolean; now: Date },
): { stories: Story[]; whole: boolean } {
  const found = (samples ? [false, true] : [false]).map((sample) => findStories(files, sample));
  const places = found.flatMap((part) => part.places);
  const twins = sameId(files, places);
  const today = dayInChina(now);
  const stories = places.map((place) => readStory(files, place, known, today));
  const whole = !twins && found.every((part) => part.whole) && !stories.includes(null);
  return { stories: stories.flatMap((story) => (story && isOut(story, now) ? [story] : [])), whole };
}
