import { describe, expect, it } from 'vitest';
import { stepsNeeded } from '#domain/release/steps-needed.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { recordsOf } from './fictional-records.ts';

const NOBODY = recordsOf([], []);
const review_steps = { person: 3, collective: 3, achievement: 2, practice: 2, news: 1, explainer: 0 };

describe('the steps of review a story needs', () => {
  it('are those of its kind', () => {
    expect(stepsNeeded(fictionalStory('a', { kind: 'news' }), { review_steps }, 1, NOBODY)).toBe(1);
  });

  it('are none for an explainer that names nobody and types no number', () => {
    expect(stepsNeeded(fictionalStory('a', { kind: 'explainer' }), { review_steps }, 0, NOBODY)).toBe(0);
  });

  it('are all for an explainer that names or shows somebody, or types a number', () => {
    const explainer = { kind: 'explainer' } as const;
    const named = fictionalStory('a', { ...explainer, people: ['甲'] });
    const shown = fictionalStory('a', { ...explainer, ...fictionalCover('甲') });
    expect(stepsNeeded(named, { review_steps }, 0, NOBODY)).toBe(3);
    expect(stepsNeeded(shown, { review_steps }, 0, NOBODY)).toBe(3);
    expect(stepsNeeded(fictionalStory('a', explainer), { review_steps }, 1, NOBODY)).toBe(3);
  });

  it('are none anywhere where the site asks for none', () => {
    const none = { person: 0, collective: 0, achievement: 0, practice: 0, news: 0, explainer: 0 };
    expect(stepsNeeded(fictionalStory('a', { people: ['甲'] }), { review_steps: none }, 1, NOBODY)).toBe(0);
  });
});
