import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../scripts/bench/search/chance.ts';
import { madeTextFrom } from '../../scripts/bench/search/made-text.ts';
import { blocksOf } from '../../scripts/bench/search/page-blocks.ts';
import { contains, plainText } from '../../scripts/bench/search/plain-text.ts';
import { QUERY_KINDS, sampleQueries } from '../../scripts/bench/search/queries.ts';
import { faultOf, quantile, scoreOf } from '../../scripts/bench/search/score.ts';
import { searchReport } from '../../scripts/bench/search/search-table.ts';
import { holds, plainBlocks, type TruePage } from '../../scripts/bench/search/truth.ts';

const page = (...blocks: string[]): TruePage => ({
  url: '/a/',
  title: '',
  blocks,
  data: null,
  plain: plainBlocks(blocks),
});

describe('what counts as the same text', () => {
  it.each([
    ['东麦乡的小学', '東麥鄉', true],
    ['東麥鄉的小學', '东麦乡', true],
    ['２０１９年', '2019年', true],
    ['Zip 档案', 'zip档案', true],
    ['2019—2020年', '2019-2020年', true],
    ['（样例）', '(样例)', true],
    ['样例甲', '样例乙', false],
    ['120人', '20人', false],
    ['20人', '20人', true],
    ['200人', '20', false],
    ['1.2亿', '2亿', false],
    ['1.2亿', '1', false],
    ['1.2亿', '1.2亿', true],
    ['3,000人', '000人', false],
    ['3,000人', '3', false],
    ['2019 2020', '20192020', false],
    ['第5.', '5', true],
    ['5㎡', '5m2', true],
  ])('%s holds %s: %s', (text, query, held) => {
    expect(contains(plainText(text), plainText(query))).toBe(held);
  });
});

describe('whether a page holds a query', () => {
  const one = page('甲县的  学校有30人', '乙乡“学子”公益');

  it.each([
    ['学校　公益', true],
    ['学校、公益，30人', true],
    ['学校 丙', false],
    ['“甲县”', true],
    ['“学子”公益', true],
    ['县的学校', true],
    ['30人乙乡', false],
    ['公益。', true],
    ['。', false],
    ['', false],
  ])('%s: %s', (query, held) => {
    expect(holds(one, query)).toBe(held);
  });
});

describe('the blocks of a page', () => {
  const read = (body: string, head = '') => blocksOf(`<html><head>${head}</head><body>${body}</body></html>`);

  it('are parted by what stands apart on the page, not by what stands in a line', () => {
    const body =
      '<main data-pagefind-body><h1>题<b>目</b></h1><p>一<a>二</a>三<br>四</p>五<ul><li>六<li>七</ul></main>';
    expect(read(body)?.blocks).toEqual(['题目', '一二三\n四', '五', '六', '七']);
    expect(read('<table data-pagefind-body><tr><td>1<td>2</table>')?.blocks.slice(1)).toEqual(['1', '2']);
  });

  it('leave out furniture and what is hidden, and take the words for a picture', () => {
    const out = '<nav>x</nav><svg><text>x</text></svg><label>x</label><p hidden>x</p><p data-pagefind-ignore>x</p>';
    expect(read(`<div data-pagefind-body><h1>题</h1>${out}<p>上<img alt="图里的字">下</p></div>`)?.blocks).toEqual([
      '题',
      '上下',
      '图里的字',
    ]);
  });

  it('are of the indexed parts only; a page without one has none', () => {
    expect(read('<p>x</p><p data-pagefind-body>甲</p><p>x</p><p data-pagefind-body>乙</p>')?.blocks.slice(1)).toEqual([
      '甲',
      '乙',
    ]);
    expect(read('<main><p>x</p></main>')).toBeNull();
  });

  it('begin with the title of the window where no h1 is indexed', () => {
    expect(read('<p data-pagefind-body>甲</p>', '<title>窗口｜网站</title>')).toMatchObject({
      title: '窗口',
      blocks: ['窗口', '甲'],
    });
  });
});

describe('a sample of queries', () => {
  const text =
    '援助的学校在东麦乡，2019年有30人读书。（样例）甲乙丙丁，School和第2班；学生们写信给远方的朋友，朋友们也写信回来。';
  const pages = [
    page(text, '另外一段话里没有别的东西，只有一些用来抽取的字词和句子，长短不一，前后相接，可以从任何地方开始'),
  ];
  const options = { names: { places: ['东麦乡'], people: ['样例甲'] }, seed: 3, each: 6 };

  it('is the same for the same seed and another one for another', () => {
    expect(sampleQueries(pages, options)).toEqual(sampleQueries(pages, options));
    expect(sampleQueries(pages, { ...options, seed: 4 })).not.toEqual(sampleQueries(pages, options));
  });

  it('has every kind; the page holds all but those that nowhere stand, and perhaps not both of two words', () => {
    const queries = sampleQueries(pages, options);
    expect(new Set(queries.map(({ kind }) => kind))).toEqual(new Set(QUERY_KINDS));
    const [own] = pages;
    const free = ['没有的', '两个词', '人名', '带标点', '半句话', '字母', '全角', '数字'];
    const lost = queries.filter((query) => !free.includes(query.kind) && own && !holds(own, query.text));
    expect(lost).toEqual([]);
    expect(queries.filter((query) => query.kind === '没有的' && own && holds(own, query.text))).toEqual([]);
  });
});

describe('the score', () => {
  const query = { kind: '两个字', text: '甲乙' } as const;
  const outcome = (truth: string[], found: string[]) => ({ query, truth: new Set(truth), found, milliseconds: 10 });

  it.each([
    [['/a/', '/b/'], ['/b/', '/a/'], null],
    [['/a/', '/b/'], ['/a/'], { missed: ['/b/'], extra: [], twice: 0 }],
    [['/a/'], ['/a/', '/c/'], { missed: [], extra: ['/c/'], twice: 0 }],
    [['/a/'], ['/a/', '/a/'], { missed: [], extra: [], twice: 1 }],
  ])('of %j found as %j tells what is wrong: %j', (truth, found, fault) => {
    expect(faultOf(outcome(truth, found))).toEqual(fault && { ...query, ...fault });
  });

  it('counts pages, not queries', () => {
    const score = scoreOf([outcome(['/a/', '/b/', '/c/'], ['/a/', '/b/']), outcome(['/a/'], ['/a/', '/x/'])]);
    expect(score).toMatchObject({ queries: 2, recall: 3 / 4, precision: 3 / 4, wrong: 2 });
    expect([quantile([3, 1, 2, 4], 0.5), quantile([1, 2, 3], 0.95)]).toEqual([2, 3]);
  });

  it('is never rounded up to all', () => {
    const score = { queries: 9, recall: 0.99999, precision: 1, wrong: 1, p50: 8, p95: 20 };
    const spread = { median: 310_000, p95: 320_000 };
    const bytes = { cold: [], allCold: spread, next: spread, again: { median: 0, p95: 0 } };
    const cost = { seconds: 1, memory: null };
    const report = searchReport({
      pages: 1500,
      indexing: { pages: 2000, ours: cost, stock: cost },
      browser: { scores: [{ kind: '两个字', score }], all: score, absentFound: 0, bytes },
    });
    expect(report).toMatch(/99\.99% +100%/);
    expect(report).toContain('超出 10.0 kB');
    expect(report).toContain('这台电脑量不到');
  });
});

describe('made text', () => {
  it('is the same for the same seed, and brings characters that the text it is made from does not have', () => {
    const made = () => madeTextFrom(['学校里有三十个学生。学生写信。'], chanceOf(5)).text(400);
    expect(made()).toBe(made());
    expect([...made()].length).toBe(401);
    expect(new Set(made().replace(/[学校里有三十个生写信。]/gu, '')).size).toBeGreaterThan(20);
  });
});
