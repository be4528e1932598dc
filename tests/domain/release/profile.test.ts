import { describe, expect, it } from 'vitest';
import { clearedText } from '#domain/release/cleared-story.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import type { Profile } from '#domain/stories/profile.ts';
import { fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from './fictional-records.ts';

const DAY = '2026-06-01';
const jia = person('jia', { name: '冯远志' });
const yi = person('yi', { name: '张远舟' });
const story = (profile: Profile, more = {}) =>
  fictionalStory('a', { kind: 'person', people: ['冯远志'], profile, ...more });

describe('the box of a person', () => {
  it.each<[keyof Profile, string]>([
    ['from', '和张远舟一起从样例大学来'],
    ['at', '样例小学，张远舟的班'],
    ['words', '张远舟教了我三年'],
  ])('keeps the story back for somebody whom it names in “%s” and who permitted nothing', (key, text) => {
    const records = recordsOf([jia, yi], [consent('jia')]);
    expect(clearingOf(story({ [key]: text }), records, DAY).holds).toMatchObject([
      { kind: 'consent', printed: '张远舟', scopes: ['story', 'name'] },
    ]);
    expect(clearingOf(story({ [key]: '样例大学' }), records, DAY).holds).toEqual([]);
  });

  it('asks about a name that nobody knows, also where running words would not: nothing else stands in a box', () => {
    const holds = clearingOf(story({ from: '由谢敏从样例大学带来' }), recordsOf([jia], [consent('jia')]), DAY).holds;
    expect(holds).toEqual([{ kind: 'undecided', printed: '谢敏' }]);
  });

  it('bears the 化名 of who did not permit the name, in all its words, and leaves ids and dates alone', () => {
    const records = recordsOf([jia], [consent('jia', { scope: ['story'] })]);
    const profile = { from: '样例大学，冯远志的家乡', at: 'feng-yuan-zhi', since: '2019-08', words: '我冯远志还来' };
    const told = story(profile, { fallbacks: [{ person: '冯远志', name: '样例小禾' }] });
    const clearing = clearingOf(told, records, DAY);
    expect(clearing.holds).toEqual([]);
    const { front } = clearedText(told, clearing, records);
    expect(front.people).toEqual(['样例小禾']);
    expect(front.profile).toEqual({
      from: '样例大学，样例小禾的家乡',
      at: 'feng-yuan-zhi',
      since: '2019-08',
      words: '我样例小禾还来',
    });
  });
});
