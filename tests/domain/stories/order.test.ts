import { describe, expect, it } from 'vitest';
import { byOrder } from '#domain/stories/order.ts';
import { fictionalStory } from '../fictional-story.ts';

const story = fictionalStory;
const ordered = (...stories: ReturnType<typeof story>[]) => stories.toSorted(byOrder).map(({ id }) => id);

describe('the order of stories', () => {
  it('is newest first', () => {
    expect(ordered(story('a', { date: '2019-12-31' }), story('b', { date: '2026-01-01' }))).toEqual(['b', 'a']);
  });

  it('puts weight before date; a story without weight weighs nothing, one below zero stands behind it', () => {
    const old = { date: '2019-01-01' };
    expect(
      ordered(story('light', { weight: -1 }), story('none'), story('heavy', { weight: 2, ...old }), story('zero', old)),
    ).toEqual(['heavy', 'none', 'zero', 'light']);
  });

  it('is the same however the stories came, also on one day', () => {
    const stories = ['c', 'a', 'd', 'b'].map((id) => story(id));
    expect(ordered(...stories)).toEqual(['a', 'b', 'c', 'd']);
    expect(ordered(...stories.toReversed())).toEqual(['a', 'b', 'c', 'd']);
  });
});
