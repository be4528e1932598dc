import { afterEach, describe, expect, it, vi } from 'vitest';
import { find } from '#domain/search/find.ts';
import { foldingOf, NO_FOLDING } from '#domain/search/folding.ts';
import type { Chosen } from '#domain/search/found.ts';
import { parseQuery } from '#domain/search/query.ts';
import type { SearchNames } from '#domain/search/search-names.ts';
import { wordsOf } from '#domain/search/segments.ts';
import { arrayEngine, type PageText } from './array-engine.ts';

const NAMES: SearchNames = {
  names: [
    { text: '玉麦乡', sounds: ['yu mai xiang'] },
    { text: '雪沙', sounds: ['xue sha'] },
  ],
  same: [
    {
      texts: [
        { text: '雪沙', why: '通知里的写法' },
        { text: '雪萨', why: '今名' },
      ],
    },
  ],
};
const page = (url: string, text: string, kind = '解读'): PageText => ({
  url,
  title: '甲',
  blocks: [{ text }],
  facets: { kind: [kind] },
});

async function related(typed: string, pages: readonly PageText[], chosen: Chosen = {}, folding = NO_FOLDING) {
  const engine = arrayEngine(pages, folding);
  const found = await find(parseQuery(typed, folding), { engine, names: NAMES, folding, chosen });
  return { ...found, asked: engine.asked, why: found.related.map(({ id, why }) => `${id} ${why}`) };
}

afterEach(() => vi.unstubAllGlobals());

describe('related pages', () => {
  it('are those with another name first, then those with a word', async () => {
    const pages = [page('/words/', '资助大学生的事'), page('/new/', '雪萨的事'), page('/yes/', '雪沙助学')];
    expect((await related('雪沙', pages)).why).toEqual(['/new/ 雪萨（今名）']);
    expect((await related('xuesha', pages)).why).toEqual(['/new/ 雪萨（今名）']);
  });

  it('are those with a name one character away', async () => {
    expect((await related('玉脉乡', [page('/y/', '在玉麦乡')])).why).toEqual(['/y/ 名字相近：玉麦乡']);
  });

  it('are found for traditional characters as for simplified ones', async () => {
    const asked = (typed: string) => related(typed, [page('/y/', '在玉麦乡的雪萨')], {}, foldingOf('鄉乡脈脉薩萨'));
    expect((await asked('玉脈鄉')).why).toEqual(['/y/ 名字相近：玉麦乡']);
    expect((await asked('雪薩')).why).toEqual([]);
    const former = await related('雪薩', [page('/s/', '在雪沙')], {}, foldingOf('薩萨'));
    expect(former.why).toEqual(['/s/ 雪沙（通知里的写法）']);
  });

  it('are those with the words of the query, most and longest first', async () => {
    const pages = [page('/one/', '大学生的事'), page('/two/', '助学和大学生'), page('/none/', '别的')];
    const found = await related('大学生助学项目', pages);
    expect(found.exact).toEqual([]);
    expect(found.why).toEqual(['/two/ 含“大学生”“助学”', '/one/ 含“大学生”']);
    expect(found.related[0]?.at).toEqual([2, 5]);
    expect(found.relatedMarks.map((phrase) => phrase.join(''))).toEqual(['大学生', '助学']);
  });

  it('name a part of the query that stands as a whole', async () => {
    expect((await related('大学生助学 没有的', [page('/a/', '大学生助学')])).why).toEqual(['/a/ 含“大学生助学”']);
  });

  it('hold the other parts of the query where a name is replaced', async () => {
    const pages = [page('/both/', '雪萨的志愿者'), page('/name/', '雪萨')];
    expect((await related('雪沙 志愿者', pages)).why[0]).toBe('/both/ 雪萨（今名）');
    expect((await related('雪沙 志愿者', pages)).why).not.toContain('/name/ 雪萨（今名）');
  });

  it('are never exact ones, chosen or not, and none stands twice', async () => {
    const pages = [page('/a/', '雪沙和雪萨'), page('/b/', '雪沙', '乡镇'), page('/c/', '雪萨，雪萨')];
    const found = await related('雪沙', pages, { kind: '解读' });
    expect(found.exact.map(({ id }) => id)).toEqual(['/a/']);
    expect(found.related.map(({ id }) => id)).toEqual(['/c/']);
  });

  it('have the chosen values', async () => {
    const pages = [page('/a/', '雪萨'), page('/b/', '雪萨', '乡镇')];
    expect((await related('雪沙', pages, { kind: '乡镇' })).related.map(({ id }) => id)).toEqual(['/b/']);
  });

  it('are none where five are exact, and eight at most', async () => {
    const exact = Array.from({ length: 5 }, (_, i) => page(`/e${i}/`, '雪沙'));
    const near = Array.from({ length: 12 }, (_, i) => page(`/n${i}/`, '雪萨'));
    expect((await related('雪沙', [...exact, ...near])).related).toEqual([]);
    expect((await related('雪沙', [...exact.slice(1), ...near])).related).toHaveLength(8);
  });

  it('leave out a word that stands on more than half of many pages', async () => {
    const pages = Array.from({ length: 30 }, (_, i) => page(`/${i}/`, i === 0 ? '工作和大学生' : '工作'));
    expect((await related('大学生工作', pages)).why).toEqual(['/0/ 含“大学生”']);
  });

  it('ask the index six words at most', async () => {
    const typed = '青年干部人才学生志愿服务乡镇教育医疗卫生文化旅游';
    const { asked } = await related(typed, [page('/a/', '别的')]);
    expect(asked.phrases.length).toBeLessThanOrEqual(7);
  });
});

describe('the words of a text', () => {
  it.each([
    ['大学生助学', ['大学生', '助学']],
    ['资助263万元', ['资助', '263万元']],
    ['2019年的App', ['2019年', 'App']],
    ['卓嘎', ['卓嘎']],
    ['找张志民', ['找张志民', '找张', '张志', '志民']],
    ['招收20名', ['招收', '20名']],
    ['的', []],
  ])('%s are those that mean something', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('are every two characters where the language knows no words', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(wordsOf('大学生，助学')).toEqual(['大学', '学生', '助学']);
  });
});
