import { describe, expect, it } from 'vitest';
import { beginOf, hourOf } from '#domain/release/hours.ts';
import { fictionalStory } from '../fictional-story.ts';

const at = (text: string) => new Date(text);

describe('the hour of a story', () => {
  it('comes with its day in China, not with the day in Greenwich', () => {
    const story = fictionalStory('a', { date: '2026-11-26' });
    expect(hourOf(story, at('2026-11-25T15:59:59Z'))).toBe('before');
    expect(hourOf(story, at('2026-11-25T16:00:00Z'))).toBe('now');
  });

  it('is the later one of its day and its publish_at', () => {
    const early = fictionalStory('a', { date: '2026-11-26', publish_at: '2026-11-01 08:00' });
    const late = fictionalStory('b', { date: '2026-11-26', publish_at: '2026-11-27 08:00' });
    expect([beginOf(early), beginOf(late)]).toEqual([at('2026-11-25T16:00:00Z'), at('2026-11-27T00:00:00Z')]);
  });

  it('is over from the very moment of unpublish_at, also where it never began', () => {
    const story = fictionalStory('a', { date: '2026-11-01', unpublish_at: '2026-11-25 09:00' });
    expect(hourOf(story, at('2026-11-25T00:59:59Z'))).toBe('now');
    expect(hourOf(story, at('2026-11-25T01:00:00Z'))).toBe('over');
  });
});
