import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesIn, shownName } from '#check/text/names/names.ts';
import { explainers } from '../counts-texts.ts';

const found = (text: string) => namesIn(text).map(({ name }) => name);

describe('names of people in a text', () => {
  test.each([
    ['surname and given name', '学生李小花说，她想看海。', '李小花'],
    ['a surname of two characters', '（右二为欧阳静）', '欧阳静'],
    ['a surname that begins a word, behind an office', '秘书长夏天出席。', '夏天'],
    ['Tibetan parts', '贫困学生达瓦卓玛领到了助学金。', '达瓦卓玛'],
    ['Tibetan syllables that are no part', '三年级（2）班的玉措给小朋友写了信。', '玉措'],
    ['a part and two syllables', '初二女生米玛布赤坐了五分钟。', '米玛布赤'],
    ['a part and a syllable that closes it', '扎西措的日记。', '扎西措'],
    ['parts joined by a dot', '坚参·洛追，2009年生。', '坚参·洛追'],
    ['names of other languages', '阿依古丽·买买提来自喀什。', '阿依古丽·买买提'],
    ['the same behind where somebody is from', '来自特克斯的吾尔开·努尔在长沙念预科。', '吾尔开·努尔'],
    ['a clan of the Yi', '在工地扎钢筋的海来·木呷从凉山来。', '海来·木呷'],
    ['a Mongol name that ends like a word', '皮匠巴图·苏和在样例县开铺十年。', '巴图·苏和'],
    ['the same before a bracket', '学生代表巴图·那顺（样例学校）发言。', '巴图·那顺'],
    ['names of other languages without a dot', '青年巴特尔在镇上开面馆。', '巴特尔'],
    ['小 and one character', '小石今年上四年级。', '小石'],
    ['小 and a letter', '二年级学生小X，爱笑。', '小X'],
    ['小 and a Tibetan name', '小旺堆今年8岁。', '小旺堆'],
    ['a surname with 某', '罗某某，初一学生。', '罗某某'],
    ['someone made up', '样例小明是三年级的学生。', '样例小明'],
    ['two like characters', '今年9岁的彭彭随妈妈搬家。', '彭彭'],
    ['whatever is said to be a name', '大家都叫他“小胖”。', '小胖'],
    ['alone between pauses', '孩子们：嘎松、尼珍。', '嘎松'],
  ])('%s: %s', (_form, text, name) => {
    expect(found(text)).toContain(name);
  });

  test.each([
    '高山草甸上的风很大，白天黑夜都在吹。',
    '关键时刻，还得靠大家。',
    '方案分六个部分，易读好记。',
    '达娃乡的格桑花开了，扎西德勒！',
    '马上就到周末，许多人来到高原。',
    '向世界介绍，曾希望早日建成。',
    '样例小学、样例乡、样例大学。',
    '小学生和小朋友，老师和老乡，阿姨和阿爸。',
    '某个人在某一天。',
  ])('nobody is named: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['谢敏', '来自长沙'],
    ['谢敏', '来了三年'],
    ['李强', '去西藏教书'],
    ['李强', '赴西藏挂职'],
    ['王芳', '从长沙来'],
    ['王芳', '随队进藏'],
    ['张伟', '到玉麦乡'],
    ['张伟', '经成都到山南'],
    ['赵磊', '支教一年'],
    ['赵磊', '考到拉萨'],
    ['刘洋', '返湘以后'],
    ['孙丽', '长在隆子县'],
    ['欧阳娜', '来自湖南师范大学'],
    ['冯远志', '在雪沙乡教书'],
  ])('where somebody comes from or goes to is no part of the name: %s｜%s', (name, goes) => {
    for (const lead of ['', '志愿者']) expect(found(`${lead}${name}${goes}`)).toEqual([name]);
  });

  test.each(['李春来，湖南人。', '老师王守经说，路不好走。', '学生张长在。'])(
    'a name that ends like a word stays whole: %s',
    (text) => {
      expect(found(text)[0]).toMatch(/^(?:李春来|王守经|张长)$/u);
    },
  );

  test('a school whose name begins with a word of grammar is nobody', () => {
    expect(found('向阳小学')).toEqual([]);
  });

  test('once somebody is known the bare name is enough', () => {
    expect(found('学生李小花走了。天黑了，李小花还没回来。')).toEqual(['李小花', '李小花']);
  });

  test('a name is cut at its place and told with what stands beside it', () => {
    expect(namesIn('五年级学生扎西同学到了。')).toMatchObject([
      { start: 5, end: 7, name: '扎西', form: 'tibetan', before: { word: '学生' }, after: { word: '同学' } },
    ]);
  });

  test('only the first character of a name is shown', () => {
    expect(shownName('李小花')).toBe('李＊');
  });

  test('a list of others: most names, hardly a word that is none', () => {
    const list: { text: string; names: string[]; not: string[] }[] = JSON.parse(
      readFileSync(join(import.meta.dirname, '../lists/names.json'), 'utf8'),
    );
    let names = 0;
    const missed: string[] = [];
    const wrong: string[] = [];
    for (const { text, names: right, not } of list) {
      const read = new Set(found(text.replaceAll('**', '')));
      names += right.length;
      missed.push(...right.filter((name) => !read.has(name)));
      wrong.push(...not.filter((word) => read.has(word) && !right.includes(word)));
    }
    console.info(
      `names: ${names - missed.length} of ${names}; not found: ${missed.join(' ')}; wrong: ${wrong.join(' ')}`,
    );
    expect(missed.length / names).toBeLessThanOrEqual(0.2);
    expect(wrong.length).toBeLessThanOrEqual(3);
  });

  test.each([
    '、',
    '·',
    '阿·',
    '卓玛',
    '卓玛、',
    '李',
    '李小花、',
    '某',
    '小',
    '叫',
    '的',
    '妞',
    'a',
    '汉',
    '“',
    '学生',
  ])('a text of nothing but %s is read once through', (part) => {
    expect(namesIn(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(100_000);
  });
});

test('the explainers name nobody for certain', () => {
  const texts = explainers().flatMap(([, { blocks }]) => blocks.map(({ text }) => text));
  const certain = texts.flatMap(namesIn).filter(({ certainty }) => certainty === 'certain');
  expect(certain.map(({ name }) => name).filter((name) => !name.startsWith('样例'))).toEqual([]);
});
