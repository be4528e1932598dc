import { describe, expect, it } from 'vitest';
import { type FindIn, find } from '#domain/search/find.ts';
import { foldingOf } from '#domain/search/folding.ts';
import type { Chosen } from '#domain/search/found.ts';
import { parseQuery } from '#domain/search/query.ts';
import type { SearchNames } from '#domain/search/search-names.ts';
import { arrayEngine, type PageText } from './array-engine.ts';

const FOLDING = foldingOf('麥麦');
const NAMES: SearchNames = {
  names: [
    { text: '贡嘎', sounds: ['gong ga'], romanised: ['Gonggar'], tibetan: ['གོང་དཀར'] },
    { text: '玉麦', sounds: ['yu mai'] },
    { text: '玉麦乡', sounds: ['yu mai xiang'] },
    { text: '公嘎', sounds: ['gong ga'] },
    { text: '嘎嘎', sounds: ['ga ga'] },
  ],
  same: [],
};
const page = (url: string, title: string, text: string, more: Partial<PageText> = {}): PageText => ({
  url,
  title,
  blocks: text.split('|').map((block) => ({ text: block })),
  ...more,
});

async function search(typed: string, pages: readonly PageText[], options: Partial<FindIn> = {}) {
  const engine = arrayEngine(pages, FOLDING);
  const found = await find(parseQuery(typed, FOLDING), {
    engine,
    names: NAMES,
    folding: FOLDING,
    chosen: {},
    ...options,
  });
  return { ...found, asked: engine.asked, ids: found.exact.map(({ id }) => id) };
}

const COUNTIES = [page('/g/', '贡嘎', '在贡嘎县'), page('/m/', '公嘎的信', '信'), page('/y/', '玉麥乡', '玉麦 的信')];

describe('what is found', () => {
  it('holds every part, each inside one block', async () => {
    const pages = [page('/1/', '甲', '援藏工作'), page('/2/', '甲', '援|藏 工作'), page('/3/', '工作', '援藏')];
    expect((await search('援藏 工作', pages)).ids.sort()).toEqual(['/1/', '/3/']);
  });

  it.each([
    ['20人', ['/20/']],
    ['2亿', []],
    ['1.2亿', ['/12/']],
    ['玉麥', ['/20/', '/12/']],
    ['ＡＰＰ', ['/12/']],
  ])('%s has borders and spellings as a reader means them', async (typed, ids) => {
    const pages = [page('/20/', '甲', '20人，玉麦'), page('/120/', '甲', '120人'), page('/12/', '玉麦', '1.2亿 app')];
    expect((await search(typed, pages)).ids.sort()).toEqual([...ids].sort());
  });

  it('says what is marked, and where it stands', async () => {
    const found = await search('玉麦', COUNTIES);
    expect(found.marks).toEqual([['玉', '麦']]);
    expect(found.exact).toEqual([{ id: '/y/', inTitle: true, at: [0, 4] }]);
  });

  it.each(['', '。', '字'.repeat(101)])('is nothing for %s, and the index is not asked', async (typed) => {
    const found = await search(typed, COUNTIES);
    expect([found.exact, found.related, found.facets.kind]).toEqual([[], [], []]);
    expect(found.asked).toEqual({ phrases: [], pages: [], facets: 0 });
  });
});

describe('a query in other letters', () => {
  it.each([
    ['gongga', ['按拼音：贡嘎、公嘎'], ['/g/', '/m/']],
    ['gong ga', ['按拼音：贡嘎、公嘎'], ['/g/', '/m/']],
    ['Gonggar', ['按拼音：贡嘎'], ['/g/']],
    ['ga ga', ['按拼音：嘎嘎'], []],
    ['yu mai xiang', ['按拼音：玉麦乡'], ['/y/']],
    ['gong ga yu mai', ['按拼音：贡嘎、公嘎、玉麦'], []],
    ['yumai 信', ['按拼音：玉麦'], ['/y/']],
    ['信 yu mai', ['按拼音：玉麦'], ['/y/']],
    ['གོང་དཀར་', ['按藏文：贡嘎'], ['/g/']],
    ['yumai གོང་དཀར', ['按拼音：玉麦', '按藏文：贡嘎'], []],
  ])('%s is replaced by the names it stands for', async (typed, readAs, ids) => {
    const found = await search(typed, COUNTIES);
    expect(found.readAs).toEqual(readAs);
    expect(found.ids.sort()).toEqual(ids);
  });

  it.each(['"gongga"', 'gongg', '2019'])('%s is taken as it stands', async (typed) => {
    const pages = [...COUNTIES, page('/l/', 'gongga', '2019年')];
    const found = await search(typed, pages);
    expect(found.readAs).toEqual([]);
    expect(found.ids).toEqual(['/l/']);
  });
});

describe('the order', () => {
  it('is the title itself, then in the title, then weight, then date', async () => {
    const pages = [
      page('/new/', '甲', '援藏一事', { date: '2020-02-02' }),
      page('/old/', '甲', '援藏一事', { date: '2019-02-02' }),
      page('/full/', '甲', '援藏援藏援藏', { date: '2018-01-01' }),
      page('/in/', '说说援藏的事情', '援藏', { date: '2017-01-01' }),
      page('/is/', '援藏', '别的', { date: '2001-01-01' }),
      page('/half/', '援藏记', '援藏', { date: '2000-01-01' }),
    ];
    expect((await search('援藏', pages)).ids).toEqual(['/is/', '/half/', '/in/', '/full/', '/new/', '/old/']);
  });

  it('puts a word in a long title before a page full of it', async () => {
    const title = '关于进一步做好今后几年全省各级组织援藏各项具体工作的通知';
    const pages = [page('/full/', '甲', '援藏'.repeat(30)), page('/in/', title, '别的'.repeat(40))];
    expect((await search('援藏', pages)).ids).toEqual(['/in/', '/full/']);
  });

  it('puts a title that says little else before one that says much', async () => {
    const pages = [
      page('/long/', '关于援藏这件事的许多话', '甲', { date: '2020-01-01' }),
      page('/short/', '援藏记', '乙说了一些别的话'.repeat(3)),
    ];
    expect((await search('援藏', pages)).ids).toEqual(['/short/', '/long/']);
  });

  it('is newest first among the names that a query in other letters stands for', async () => {
    const pages = [
      page('/old/', '甲', '贡嘎', { date: '2019-01-01' }),
      page('/new/', '甲', '公嘎', { date: '2020-01-01' }),
    ];
    expect((await search('gongga', pages)).ids).toEqual(['/new/', '/old/']);
  });

  it.each(['援藏，工作。', '“援藏”来了'])('begins with the page whose title is %s', async (title) => {
    const pages = [
      page('/other/', `${title}吗`, title.repeat(20), { date: '2030-01-01' }),
      page('/is/', title, '别的'),
    ];
    expect((await search(title, pages)).ids[0]).toBe('/is/');
  });

  it('takes a page as a title hit only where all parts stand in the title', async () => {
    const pages = [page('/one/', '援藏', '工作'), page('/both/', '关于援藏和其他许多事情的工作', '别的')];
    const { exact } = await search('援藏 工作', pages);
    expect(exact.map(({ id, inTitle }) => [id, inTitle])).toEqual([
      ['/both/', true],
      ['/one/', false],
    ]);
  });
});

describe('facets', () => {
  const facets = (kind: string, city: string[], year: string) => ({ facets: { kind: [kind], city, year: [year] } });
  const PAGES = [
    page('/1/', '援藏', '一', facets('解读', ['长沙', '株洲'], '2019')),
    page('/2/', '援藏', '二', facets('解读', ['长沙'], '2020')),
    page('/3/', '援藏', '三', facets('乡镇', ['岳阳'], '2019')),
    page('/4/', '别的', '四', facets('部门', ['常德'], '2019')),
  ];
  const counts = (list: readonly { value: string; count: number }[]) =>
    list.map(({ value, count }) => `${value}${count}`);
  const chosenIn = async (chosen: Chosen) => search('援藏', PAGES, { chosen });

  it('count the hits, most first', async () => {
    const found = await chosenIn({});
    expect(counts(found.facets.kind)).toEqual(['解读2', '乡镇1']);
    expect(counts(found.facets.city)).toEqual(['长沙2', '岳阳1', '株洲1']);
    expect(found.facets.project).toEqual([]);
  });

  it('narrow the hits and count with the other chosen ones in force', async () => {
    const found = await chosenIn({ kind: '解读', year: '2019' });
    expect(found.ids).toEqual(['/1/']);
    expect(counts(found.facets.kind)).toEqual(['乡镇1', '解读1']);
    expect(counts(found.facets.year)).toEqual(['20191', '20201']);
    expect(counts(found.facets.city)).toEqual(['株洲1', '长沙1']);
  });

  it('keep a chosen value that no hit has', async () => {
    const found = await chosenIn({ city: '常德' });
    expect(found.ids).toEqual([]);
    expect(counts(found.facets.city)).toContain('常德0');
  });

  it('are not asked for where nothing was found', async () => {
    const found = await search('没有', PAGES, { chosen: { kind: '解读' } });
    expect(found.asked.facets).toBe(0);
    expect(counts(found.facets.kind)).toEqual(['解读0']);
  });
});

describe('what a search costs', () => {
  it('is one question for each phrase and no page, where phrases are short', async () => {
    const found = await search('援藏 "援藏" 工作', [page('/1/', '甲', '援藏工作')]);
    expect(found.ids).toEqual(['/1/']);
    expect(new Set(found.asked.phrases).size).toBe(found.asked.phrases.length);
    expect(found.asked.pages).toEqual([]);
  });

  it('is a look into the few pages that hold a piece of a long phrase', async () => {
    const pages = [
      page('/yes/', '甲', '立足西藏实际、结合西藏特点，深入细致地做好工作'),
      page('/no/', '甲', '立足西藏实际、结合西藏特点，深入细致地做了工作'),
      page('/far/', '甲', '别的'),
    ];
    const found = await search('“结合西藏特点，深入细致地做好工作”', pages);
    expect(found.ids).toEqual(['/yes/']);
    expect(found.asked.pages.length).toBeLessThanOrEqual(2);
    expect(found.asked.phrases.some((phrase) => phrase.split(' ').length > 8)).toBe(false);
  });

  it('is no page at all where many hold the piece', async () => {
    const pages = Array.from({ length: 40 }, (_, i) =>
      page(`/${i}/`, '甲', `立足西藏实际情况并且结合${i < 20 ? '西藏' : '当地'}特点`),
    );
    const found = await search('立足西藏实际情况并且结合西藏特点', pages);
    expect(found.ids).toHaveLength(20);
    expect(found.asked.pages).toEqual([]);
  });

  it('is never paid with a wrong page: where many hold the pieces, the whole phrase is asked for', async () => {
    const phrase = '第一期资助困难学生2人';
    const pages = Array.from({ length: 14 }, (_, i) =>
      page(`/${i}/`, '甲', '第二期资助困难学生2人|第一期资助困难学生20人'),
    );
    const engine = arrayEngine(pages, FOLDING);
    // Pagefind tells one place for certain; the others may hold the same words in another order.
    const guessing = {
      ...engine,
      phrase: async (bases: readonly string[]) =>
        bases.length > 8
          ? engine.phrase(bases)
          : new Map([...engine.pages.keys()].map((id) => [id, [2, 3, 4, 5, 6, 13, 14]])),
    };
    expect((await search(phrase, pages, { engine: guessing })).ids).toEqual([]);
  });
});
