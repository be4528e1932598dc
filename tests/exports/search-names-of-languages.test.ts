import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '#domain/programme/programme.ts';
import { askedFor } from '#domain/search/names.ts';
import { searchNames } from '#exports/search-names.ts';
import { readContent } from '#reader/read-content.ts';
import { fictionalStory } from '../domain/fictional-story.ts';

/** What the search page promises of names, for places and people of a fictional programme. */

const dir = join(import.meta.dirname, '../fixtures/agreement');
const { content } = readContent({ dir, samples: true, now: new Date('2023-06-01T00:00:00Z') });
if (!content) throw new Error('the fixture has errors');

/** The search of the fixture with these places added and these people in a story. */
function asking({ places = [], people = [] }: { places?: { id: string; name: string }[]; people?: string[] }) {
  const more = places.map((place) => ({ ...place, level: 'township' as const }));
  const programme = assemble({
    ...content!,
    places: [...content!.places, ...more],
    stories: [fictionalStory('a', { people })],
  });
  const { names } = searchNames(programme);
  return (typed: string) => askedFor(typed, names);
}

describe('a place', () => {
  const asked = asking({
    places: [
      { id: 'putaochi', name: '葡萄池镇' },
      { id: 'xingdu', name: '行都街道' },
      { id: 'leping-xiang', name: '乐屏乡' },
      { id: 'no-1', name: '乌什样乡' },
      { id: 'no-2', name: '新都样镇' },
      { id: 'no-3', name: '长行样镇' },
    ],
  });

  it.each([
    ['putaochi', '葡萄池'],
    ['pu tao chi zhen', '葡萄池镇'],
    ['pú táo chí', '葡萄池'],
    ['ptcz', '葡萄池镇'],
    ['xingdu', '行都'],
    ['leping', '乐屏'],
    ['wushiyang', '乌什样'],
    ['xinduyang', '新都样'],
    ['changxingyang', '长行样'],
    ['zhanghangyang', '长行样'],
  ])('is found by %s', (typed, name) => {
    expect(asked(typed)).toEqual({ texts: [name], by: '拼音' });
  });

  it('is read as its id says, and in no other way', () => {
    for (const typed of ['hangdu', 'xingdou', 'yueping']) expect(asked(typed), typed).toBeNull();
  });

  it.each([
    ['بەپتەپ چۇۋچۇۋ', '维吾尔文'],
    ['بەپتەپ', '维吾尔文'],
    ['  بەپـتەپ ', '维吾尔文'],
    ['ᠠᠪᠠᠪᠠ', '蒙古文'],
  ])('is found by %s, in %s', (typed, by) => {
    expect(asked(typed)).toEqual({ texts: ['样北'], by });
  });

  it('is found by another language in the same letters, under its own name', () => {
    expect(asked('غۇپغۇپ')).toEqual({ texts: ['样南'], by: '哈萨克文' });
  });

  it('is found by letters of the forms that stand inside a word, as old files have them', () => {
    expect(asked('ﭘەگپەگ')?.texts).toEqual(['荷桥']);
  });
});

describe('a name in Latin letters with marks', () => {
  const names = [{ text: '样园', sounds: ['yang yuan'], romanised: ['Bëpköl Sämpü'] }];

  it.each(['Bëpköl Sämpü', 'bepkol sampu', 'BEPKOLSAMPU', 'bëpkol sampü', "bep'kol sampu", 'bepkol sampv'])(
    'is found by %s',
    (typed) => {
      expect(askedFor(typed, names)?.texts).toEqual(['样园']);
    },
  );
});

describe('a person', () => {
  const asked = asking({
    people: ['阿依古丽·样例', '阿都力·样例别克', '样乐', '样行', '乐样', '样都', '阿依古丽（化名）'],
  });

  it.each([
    ['ayiguli', '阿依古丽'],
    ['a yi gu li', '阿依古丽'],
    ['ayiguliyangli', '阿依古丽·样例'],
    ['ayiguli·yangli', '阿依古丽·样例'],
    ['aygl', '阿依古丽'],
    ['aduli', '阿都力'],
    ['aduliyanglibieke', '阿都力·样例别克'],
    ['yangle', '样乐'],
    ['yangyue', '样乐'],
    ['yangxing', '样行'],
    ['yanghang', '样行'],
    ['yueyang', '乐样'],
    ['leyang', '乐样'],
    ['yangdu', '样都'],
  ])('is found by %s', (typed, name) => {
    expect(asked(typed)?.texts).toContain(name);
  });

  it('whose name is of several doubtful characters is read in a few ways, not in all there are', () => {
    const programme = assemble({ ...content!, stories: [fictionalStory('a', { people: ['乐行长朝'] })] });
    const found = searchNames(programme).names.find(({ text }) => text === '乐行长朝');
    expect(found?.sounds).toHaveLength(8);
    expect(found?.sounds[0]).toBe('yue xing chang chao');
  });
});
