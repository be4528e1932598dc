import { clearedPictures, clearedText } from '#domain/release/cleared-story.ts';
import type { Clearing } from '#domain/release/clearing.ts';
import type { Records } from '#domain/release/records.ts';
import { NOT_YET_TAKEN, type Story } from '#domain/stories/story.ts';
import { checkedBody } from '#stories/body/check-body.ts';

/**
 * A story as it may be shown: its words changed where someone did not permit them, and what it holds read afresh. null
 * where that cannot be read any more: then nothing of it may be shown.
 */
export function clearedStory(story: Story, clearing: Clearing, records: Pick<Records, 'spelling'>): Story | null {
  const { replaced, leftOut, portraits, agreed, aliases } = clearing;
  const clearance = { portraits, agreed, aliases, open: [], press: NOT_YET_TAKEN };
  if (replaced.size === 0 && leftOut.length === 0) return { ...story, clearance };
  const { front, source } = clearedText(story, clearing, records);
  const { body } = checkedBody(source);
  if (!body) return null;
  const { id, sample } = story;
  const { firstLine } = story.body;
  return {
    ...front,
    id,
    sample,
    body: { ...body, source, firstLine, pictures: clearedPictures(story, clearing, records) },
    clearance,
  };
}
