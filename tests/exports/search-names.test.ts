import { describe, expect, it } from 'vitest';
import { askedFor, sameAs } from '#domain/search/names.ts';
import { bareName, searchNames } from '#exports/search-names.ts';
import { fictionalStory } from '../domain/fictional-story.ts';
import { realProgramme } from '../domain/real-programme.ts';

const programme = realProgramme();
const { names, same } = searchNames(programme);
const asked = (typed: string) => askedFor(typed, names)?.texts ?? [];

describe.each(programme.content.places.map((place) => [place.name, place] as const))('%s', (name, place) => {
  const letters = place.id.replace(/-(?:zhen|xiang)$/u, '');
  const bare = bareName(name);
  const entry = (text: string) => names.find((known) => known.text === text);

  it('is found by its id, in capitals too', () => {
    const whole = `${letters}${/^.(?:乡|镇)$/u.test(name) ? 'xiang' : ''}`;
    expect(asked(whole)).toContain(bare);
    expect(asked(whole.toUpperCase())).toContain(bare);
  });

  it('is found by its syllables with spaces, with tones, by initials, with what kind of place it is', () => {
    const sound = entry(name)?.sounds[0] ?? '';
    expect(sound.split(' ')).toHaveLength([...name].length);
    expect(asked(sound)).toContain(name);
    expect(asked(sound.replaceAll(' ', ''))).toContain(name);
    expect(asked(sound.replaceAll(/(?<= |$)| (?= )/gu, '4'))).toContain(name);
    expect(asked(sound.replaceAll('a', 'à').replaceAll('o', 'ǒ').replaceAll('u', 'ū'))).toContain(name);
    expect(asked(sound.replaceAll(/(\w)\w* ?/gu, '$1'))).toContain(name);
  });

  it('is found by its other spellings and its names in other languages', () => {
    for (const spelling of [...(place.romanisations ?? []), ...(place.names ?? []).map(({ text }) => text)]) {
      expect(asked(spelling), spelling).toContain(bare);
      expect(asked(spelling.toLowerCase().normalize('NFD')), spelling).toContain(bare);
    }
  });

  it('is found by the names it has or had, each under its own', () => {
    for (const other of [place.name_today, ...(place.former_names ?? [])].filter((s) => s !== undefined)) {
      expect(entry(other)?.sounds[0]?.split(' ')).toHaveLength([...other].length);
      expect(entry(bareName(other))).toBeDefined();
    }
  });
});

it.each([
  ['yumai', ['玉麦']],
  ['ymx', ['玉麦乡']],
  ['gongga', ['贡嘎']],
  ['lhoka', ['山南']],
  ['samye', ['桑耶']],
  ['lhunze', ['隆子']],
  ['xuesa', ['雪萨']],
  ['douyuluoba', ['斗玉珞巴']],
  ['shannandiqu', ['山南地区']],
  ['rongxiang', ['绒乡']],
  ['sangrixian', ['桑日县']],
  ['sangrizhen', ['桑日镇']],
  ['sangri', ['桑日']],
  ['changsha', ['长沙']],
  ['qiuyi', ['仇怡']],
  ['zeng hong jun', ['曾红军']],
  ['zhongna', ['钟娜']],
  ['liweifeng', ['李卫锋']],
  ['xibujihua', ['西部计划']],
  ['sanxiaxiang', ['三下乡']],
  ['lvsezhuxue', ['绿色助学']],
  ['xwb', ['希望办']],
  ['shijituanwei', ['市级团委']],
  ['yaluzangbujiang', ['雅鲁藏布江']],
  ['chouyi', []],
  ['cenghongjun', []],
])('%s asks for %j', (typed, texts) => {
  expect(asked(typed)).toEqual(texts);
});

it('reads every short name and other name of a project and of its tasks', () => {
  const shorts = programme.projects.flatMap((p) => [p.short, ...(p.aliases ?? []), ...p.lines.map((l) => l.short)]);
  const read = new Map(names.map(({ text, sounds }) => [text, sounds]));
  for (const short of shorts) expect(asked(read.get(short)?.[0] ?? ''), short).toEqual([short]);
});

it('names people only where the document surely does', () => {
  expect(names.some(({ text }) => /负责人|省委书记|组长|成员/u.test(text))).toBe(false);
});

it('names the people of stories as they are shown, a collective without a surname', () => {
  const people = ['曾样例（化名）', '单样例', '曾样例小学合唱队'];
  const told = { ...programme.content, stories: [fictionalStory('a', { people }), fictionalStory('b', { people })] };
  const read = new Map(searchNames({ ...programme, content: told }).names.map(({ text, sounds }) => [text, sounds]));
  expect(read.get('曾样例')).toEqual(['zeng yang li']);
  expect(read.get('单样例')).toEqual(['shan yang li', 'dan yang li']);
  expect(read.get('曾样例小学合唱队')?.[0]).toMatch(/^ceng /u);
  expect(read.has('曾样例（化名）')).toBe(false);
});

it('names nothing twice and sorts by the text, so that the file changes only where the content does', () => {
  const texts = names.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toEqual(texts.toSorted((a, b) => (a < b ? -1 : 1)));
});

it.each([
  ['山南地区', '山南'],
  ['斗玉珞巴民族乡', '斗玉珞巴'],
  ['样例自治县', '样例'],
  ['样例街道', '样例'],
  ['绒乡', '绒乡'],
  ['长沙', '长沙'],
])('%s without its kind is %s', (name, bare) => {
  expect(bareName(name)).toBe(bare);
});

it.each([
  ['雪沙', '雪萨（今名）'],
  ['雪萨', '雪沙（通知里的写法）'],
  ['雪沙乡', '雪萨乡（今名）'],
  ['三安曲林乡', '三林乡（通知里的写法）'],
  ['山南市', '山南地区（曾用名）'],
  ['团省委', '共青团湖南省委（同一个机构）'],
  ['来湖南', '来湘（意思相同）'],
])('beside %s stands %s', (typed, offered) => {
  expect(sameAs(typed, same).map(({ text, why }) => `${text}（${why}）`)).toContain(offered);
});
