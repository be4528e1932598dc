import { describe, expect, it } from 'vitest';
import { mayShowPortrait, peopleOfStories } from '#domain/stories/people.ts';
import { NOT_YET_TAKEN, type Story } from '#domain/stories/story.ts';
import { fictionalCover as cover, fictionalStory as story } from '../fictional-story.ts';

const person = (id: string, people: readonly string[], more: Partial<Story> = {}) =>
  story(id, { kind: 'person', people: [...people], ...more });
const wall = (...stories: Story[]) =>
  peopleOfStories(stories).map(({ name, stories: own }) => `${name}: ${own.map(({ id }) => id).join()}`);
const portraits = (...stories: Story[]) =>
  peopleOfStories(stories).map(({ name, portrait }) => [name, portrait?.id ?? null]);

describe('the people of the stories', () => {
  it('are those named in stories of people and collectives, each once by name', () => {
    const team = story('team', { kind: 'collective', people: ['样例队'], date: '2025-01-01' });
    expect(wall(person('a', ['甲']), team)).toEqual(['甲: a', '样例队: team']);
  });

  it('get links from all other stories that name them, which bring nobody in themselves', () => {
    const news = story('news', { people: ['甲', '乙'], date: '2026-06-01' });
    expect(wall(news, person('a', ['甲']))).toEqual(['甲: a,news']);
    expect(wall(news)).toEqual([]);
  });

  it('are led by the story that tells of them alone, however new the others', () => {
    const both = person('both', ['甲', '乙'], { date: '2026-06-01' });
    expect(wall(both, person('alone', ['甲']))).toEqual(['乙: both', '甲: alone,both']);
  });

  it('come in the order of the stories that lead them', () => {
    expect(wall(person('a', ['甲']), person('b', ['乙'], { weight: 1 }))).toEqual(['乙: b', '甲: a']);
  });
});

describe('the portrait of someone', () => {
  /** Everyone permitted it. */
  const permitted = {
    clearance: { portraits: ['甲', '乙', '样例队'], agreed: [], aliases: [], open: [], press: NOT_YET_TAKEN },
  };

  it('is shown of nobody who did not permit it', () => {
    expect(portraits(person('a', ['甲'], cover('甲')))).toEqual([['甲', null]]);
    expect(portraits(person('a', ['甲'], { ...permitted, ...cover('甲') }))).toEqual([['甲', 'a']]);
    expect(mayShowPortrait(person('a', ['甲'], permitted), '丙')).toBe(false);
  });

  it('is never a picture in which someone else can be recognised', () => {
    expect(portraits(person('a', ['甲'], { ...permitted, ...cover('甲、乙') }))).toEqual([['甲', null]]);
    expect(portraits(person('a', ['甲', '乙'], { ...permitted, ...cover('甲') }))).toEqual([
      ['甲', 'a'],
      ['乙', null],
    ]);
    expect(portraits(person('a', ['甲', '乙'], { ...permitted, ...cover('无') }))).toEqual([
      ['甲', null],
      ['乙', null],
    ]);
  });

  it('is, for a collective, the picture of whoever belongs to it', () => {
    const team = story('team', { kind: 'collective', people: ['样例队'], ...permitted, ...cover('甲、乙') });
    expect(portraits(team)).toEqual([['样例队', 'team']]);
  });

  it('is not there where the story has no cover', () => {
    expect(portraits(person('a', ['甲'], permitted))).toEqual([['甲', null]]);
  });
});
