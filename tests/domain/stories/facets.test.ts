import { describe, expect, it } from 'vitest';
import { facetWords, storyFacets } from '#domain/stories/facets.ts';
import type { Story } from '#domain/stories/story.ts';
import { JOURNEYS, fictionalStory as story } from '../fictional-story.ts';

const PROJECTS = [{ id: 'trees' }, { id: 'books' }];
const groupsOf = (...stories: Story[]) =>
  storyFacets(stories, JOURNEYS, PROJECTS).map(({ facet, value, stories: own }) => [
    `${facet}/${value}`,
    own.map(({ id }) => id).join(),
  ]);

describe('the facets of stories', () => {
  it('count a story of a township for its county and the paired city', () => {
    expect(groupsOf(story('a', { places: ['shan-xi'] }))).toEqual([
      ['kind/news', 'a'],
      ['city/yi', 'a'],
      ['county/shan', 'a'],
      ['year/2026', 'a'],
    ]);
  });

  it('hold no value without a story: without stories there is none at all', () => {
    expect(groupsOf()).toEqual([]);
    expect(groupsOf(story('a')).map(([key]) => key)).toEqual(['kind/news', 'year/2026']);
  });

  it('come in reading order: kinds and projects as they are listed, places as in the plan, years from the newest', () => {
    const keys = groupsOf(
      story('a', { kind: 'explainer', date: '2019-05-08', projects: ['books'], places: ['yi'] }),
      story('b', { kind: 'person', date: '2026-05-08', projects: ['trees'], places: ['jia'] }),
      story('c', { kind: 'news', date: '2020-05-08', places: ['shan'] }),
    ).map(([key]) => key);
    expect(keys).toEqual([
      ...['kind/person', 'kind/news', 'kind/explainer'],
      ...['city/jia', 'city/yi', 'county/shan', 'project/trees', 'project/books'],
      ...['year/2026', 'year/2020', 'year/2019'],
    ]);
  });

  it('list a story once under a value, however often it names it, and under every project it belongs to', () => {
    const twice = story('a', { places: ['shui-dong', 'shui-xi', 'shui'], projects: ['books', 'trees', 'books'] });
    expect(groupsOf(twice)).toContainEqual(['county/shui', 'a']);
    expect(groupsOf(twice)).toContainEqual(['city/jia', 'a']);
    expect(groupsOf(twice)).toContainEqual(['project/trees', 'a']);
    expect(groupsOf(twice)).toContainEqual(['project/books', 'a']);
  });

  it('keep the order of the lists inside every value', () => {
    const groups = groupsOf(story('old', { date: '2026-01-01' }), story('new', { date: '2026-02-01' }));
    expect(groups).toContainEqual(['kind/news', 'new,old']);
    expect(groups).toContainEqual(['year/2026', 'new,old']);
  });

  it('are told to the search in words, in the order in which they are listed and not that of the story', () => {
    const names = {
      kinds: {
        person: '人物',
        collective: '集体',
        achievement: '成果',
        practice: '好办法',
        news: '动态',
        explainer: '解读',
      },
      projects: [
        { id: 'trees', short: '种树' },
        { id: 'books', short: '捐书' },
      ],
      places: new Map([['yi', { name: '乙市' }]]),
    };
    const both = story('a', { date: '2026-05-08', projects: ['books', 'trees'], places: ['yi'] });
    expect(facetWords(both, { journeys: JOURNEYS, projects: PROJECTS }, names)).toEqual({
      kind: ['动态'],
      city: ['乙市'],
      county: [],
      project: ['种树', '捐书'],
      year: ['2026'],
    });
  });
});
