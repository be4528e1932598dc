import { describe, expect, it } from 'vitest';
import { NOT_YET_TAKEN, type Story } from '#domain/stories/story.ts';
import { lineOf, personBox } from '#format/person-box.ts';
import { routesUnder } from '#format/routes.ts';
import { fictionalStory, JOURNEYS } from '../domain/fictional-story.ts';

const places = new Map(
  JOURNEYS.flatMap(({ city, county, threads }) => [city, county, ...threads.map(({ place }) => place)]).map((place) => [
    place.id,
    { ...place, name: `${place.id}乡` },
  ]),
);
const boxOf = (more: Partial<Story>) =>
  personBox(
    { places, journeys: JOURNEYS },
    fictionalStory('a', { kind: 'person', people: ['样例甲'], ...more }),
    routesUnder('/'),
  );

describe('the box of a person', () => {
  it('leads to a place that is written by its id, and prints other words as they are', () => {
    expect(boxOf({ profile: { from: 'jia', at: 'shan-dong', since: '2019' } })?.rows).toEqual([
      { term: '从哪来', text: 'jia乡', href: '/pairings/jia/' },
      { term: '在哪儿', text: 'shan-dong乡', href: '/townships/shan-dong/' },
      { term: '多久', text: '2019年起', href: null },
    ]);
    expect(boxOf({ profile: { at: '样例小学' } })?.rows).toEqual([{ term: '在哪儿', text: '样例小学', href: null }]);
  });

  it('has no row for what is not known, and is not there where it would say nothing but the name', () => {
    expect(boxOf({ profile: { words: '好' } })).toEqual({ name: '样例甲', alias: false, rows: [], words: '“好”' });
    expect(lineOf(boxOf({ profile: { words: '好' } }))).toEqual([]);
    expect(boxOf({ profile: {} })).toBeNull();
    expect(boxOf({})).toBeNull();
    expect(boxOf({ people: [], profile: { at: '样例小学' } })).toBeNull();
  });

  it('says of a 化名 that it is one, whether the story says so or the records do', () => {
    const profile = { at: '样例小学' };
    expect(boxOf({ people: ['样例小溪（化名）'], profile })).toMatchObject({ name: '样例小溪', alias: true });
    const clearance = { portraits: [], agreed: [], aliases: ['样例小禾'], open: [], press: NOT_YET_TAKEN };
    expect(boxOf({ people: ['样例小禾'], profile, clearance })).toMatchObject({ name: '样例小禾', alias: true });
  });

  it('quotes in one pair of marks, whatever marks were written', () => {
    expect(boxOf({ profile: { words: '“他说“好”，就走了。”' } })?.words).toBe('“他说‘好’，就走了。”');
  });
});
