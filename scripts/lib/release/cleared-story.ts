import { clearedPictures, clearedText } from '#domain/release/cleared-story.ts';
import type { Clearing } from '#domain/release/clearing.ts';
import type { Story } from '#domain/story.ts';
import { checkedBody } from '../stories/story-check-body.ts';

/** A story as it may be shown: its words changed where someone did not permit them, and what it holds read afresh. */
export function clearedStory(story: Story, clearing: Clearing): Story {
  const { replaced, leftOut, portraits, aliases } = clearing;
  const clearance = { portraits, aliases, open: [] };
  if (replaced.size === 0 && leftOut.length === 0) return { ...story, clearance };
  const { front, source } = clearedText(story, clearing);
  const { body } = checkedBody(source);
  if (!body) throw new Error(`稿件 ${story.id} 换成化名以后读不懂了`);
  const { id, sample } = story;
  const { firstLine } = story.body;
  return {
    ...front,
    id,
    sample,
    body: { ...body, source, firstLine, pictures: clearedPictures(story, clearing) },
    clearance,
  };
}
