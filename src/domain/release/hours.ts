import { instantOf, type Story } from '../stories/story.ts';

/** Whether a story's hour is still to come, has come, or is over. */
export type Hour = 'before' | 'now' | 'over';

/** The moment from which a story may be there: of its day and its hour the later one. */
export function beginOf({ date, publish_at: from }: Pick<Story, 'date' | 'publish_at'>): Date {
  const [day, hour] = [instantOf(date), from === undefined ? null : instantOf(from)];
  return hour && hour > day ? hour : day;
}

/** Where a moment lies in the life of a story. */
export function hourOf(story: Pick<Story, 'date' | 'publish_at' | 'unpublish_at'>, now: Date): Hour {
  if (story.unpublish_at !== undefined && instantOf(story.unpublish_at) <= now) return 'over';
  return beginOf(story) <= now ? 'now' : 'before';
}
