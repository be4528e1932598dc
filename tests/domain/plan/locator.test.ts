import { describe, expect, test } from 'vitest';
import { monthsOf } from '#domain/plan/cell.ts';
import { passagesOf } from '#domain/plan/locator.ts';
import type { Clause } from '#domain/plan/plan.ts';
import { realProgramme } from '../real-programme.ts';

const { passages, cells } = realProgramme();
const label = (locator: string) => passages.get(locator)?.label;

describe('locators', () => {
  test.each([
    ['c-4-1-1', '四（一）1'],
    ['c-4-4-12', '四（四）12'],
    ['c-5-1', '五、1'],
    ['c-2-p1', '二，第1段'],
    ['c-0', '开头'],
    ['a1-changsha', '附件1，长沙贡嘎县'],
    ['a2-furong-2019', '附件2，芙蓉学子，2019年，团省委本级'],
    ['a3-pen-pals-2019-changsha', '附件3，中小学生“手拉手”结对书信交流，2019年，长沙'],
    ['a3-pen-pals-total', '附件3，中小学生“手拉手”结对书信交流，合计'],
    ['a3-note-2', '附件3，备注2'],
    ['c-imprint', '印发栏'],
  ])('%s is cited as %s', (locator, words) => {
    expect(label(locator)).toBe(words);
  });

  test('37 cells are filled; an empty one has the empty string, not 0', () => {
    expect(cells.filter((c) => c.quantity !== null)).toHaveLength(37);
    expect(passages.get('a2-one-family-exchange-2020')?.text).toBe('');
    expect([...passages.values()].filter((p) => p.locator.endsWith('-total'))).toHaveLength(12);
  });

  test('a city with two rows has the county in their addresses', () => {
    const cellsOfRow: [string, string, string] = ['甲市', '乙县', '丙乡'];
    const table = {
      id: 'a1',
      kind: 'pairings' as const,
      label: '附件1',
      title: '表',
      columns: ['市', '县', '乡镇'] as [string, string, string],
      rows: [
        { city: 'jia', county: 'yi', cells: cellsOfRow },
        { city: 'jia', county: 'ding', cells: cellsOfRow },
      ],
    };
    expect([...passagesOf([], [table]).keys()]).toEqual(['a1', 'a1-jia-yi', 'a1-jia-ding']);
  });
});

describe('a document numbered by chapters and articles', () => {
  const clauses: Clause[] = [
    { id: 'c-title', role: 'title', text: '样例办与样例地区携手协议' },
    { id: 'c-p1', role: 'paragraph', text: '为把结对做实，双方约定如下。' },
    { id: 'c-ch1', role: 'section', text: '第一章　总则' },
    { id: 'c-art1', role: 'item', text: '第一条　双方每年会商两次。' },
    { id: 'c-art1-2', role: 'paragraph', text: '会商由双方轮流召集。' },
    { id: 'c-ch2', role: 'section', text: '第二章　事项' },
    { id: 'c-ch2-s1', role: 'field', text: '第一节　来往' },
    { id: 'c-art2', role: 'item', text: '第二条　夏令营' },
    { id: 'c-art2-p', role: 'paragraph', text: '三年共接待150名少年。' },
    { id: 'c-art2-1', role: 'item', text: '（一）每年7、8月。' },
    { id: 'c-art2-2', role: 'item', text: '(二)每批不少于20人。' },
    { id: 'c-art2-2-1', role: 'item', text: '1.每批5天。' },
    { id: 'c-art3', role: 'item', text: '第三条　一是办班，二是送教。' },
    { id: 'c-first', role: 'item', text: '一是办班。' },
    { id: 'c-second', role: 'item', text: '二是送教。' },
    { id: 'c-rest', role: 'section', number: '附则', text: '附则　其他' },
    { id: 'c-rest-p', role: 'paragraph', text: '本协议一式两份。' },
    { id: 'c-sign', role: 'signature', text: '样例办' },
  ];
  const cited = passagesOf(clauses, []);

  test.each([
    ['c-p1', '开头'],
    ['c-ch1', '第一章'],
    ['c-art1', '第一条'],
    ['c-art1-2', '第一条第2款'],
    ['c-ch2-s1', '第二章第一节'],
    ['c-art2', '第二条'],
    ['c-art2-p', '第二条第1款'],
    ['c-art2-1', '第二条（一）'],
    ['c-art2-2', '第二条（二）'],
    ['c-art2-2-1', '第二条（二）1'],
    ['c-art3', '第三条'],
    ['c-first', '第三条，一是'],
    ['c-second', '第三条，二是'],
    ['c-rest', '附则'],
    ['c-rest-p', '附则，第1段'],
    ['c-sign', '落款'],
  ])('%s is cited as %s', (locator, words) => {
    expect(cited.get(locator)?.short).toBe(words);
  });
});

describe('a document of another kind of numbering', () => {
  const shorts = (...texts: (readonly [Clause['role'], string])[]) =>
    [
      ...passagesOf(
        texts.map(([role, text], i) => ({ id: `c-${i}`, role, text })),
        [],
      ).values(),
    ].map((p) => p.short);

  test('counts its paragraphs where it has no numbers at all', () => {
    expect(shorts(['title', '样例意见'], ['paragraph', '其一。'], ['paragraph', '其二。'])).toEqual([
      '标题',
      '第1段',
      '第2段',
    ]);
  });

  test('by levels is cited by its last number', () => {
    expect(
      shorts(['section', '1 总则'], ['field', '1.1 目的'], ['item', '1.1.1 送书'], ['item', '1.1.2 送教']),
    ).toEqual(['1 总则', '1.1', '1.1.1', '1.1.2']);
  });

  test('never says undefined of an item that has no number', () => {
    expect(shorts(['section', '一、总则'], ['item', '送书。'], ['item', '送教。'])).toEqual([
      '一',
      '一，第1段',
      '一，第2段',
    ]);
  });

  test('goes down through parts, headings, items and what is below them', () => {
    expect(
      shorts(
        ['section', '第一部分　任务'],
        ['field', '一、来往'],
        ['item', '（一）送书'],
        ['item', '1、每年200册'],
        ['item', '①课本'],
        ['item', '（二）送教'],
      ),
    ).toEqual([
      '第一部分',
      '第一部分，一',
      '第一部分，一（一）',
      '第一部分，一（一）1',
      '第一部分，一（一）1①',
      '第一部分，一（二）',
    ]);
  });
});

describe('months of a cell', () => {
  test.each([
    ['5月', { from: 5, to: 5 }],
    ['10月', { from: 10, to: 10 }],
    ['5—6月', { from: 5, to: 6 }],
    ['全年', { from: 1, to: 12 }],
    ['7、8月', { from: 7, to: 8 }],
    ['7月至8月', { from: 7, to: 8 }],
    ['下半年', { from: 7, to: 12 }],
    ['第三季度', { from: 7, to: 9 }],
    ['暑期', null],
    ['放假以后', null],
    [null, null],
  ])('%j', (words, months) => {
    expect(monthsOf(words)).toEqual(months);
  });
});
