import { describe, expect, test } from 'vitest';
import { monthsOf } from '#domain/plan/cell.ts';
import { passagesOf } from '#domain/plan/locator.ts';
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

describe('months of a cell', () => {
  test.each([
    ['5月', { from: 5, to: 5 }],
    ['10月', { from: 10, to: 10 }],
    ['5—6月', { from: 5, to: 6 }],
    ['全年', { from: 1, to: 12 }],
    ['下半年', null],
    [null, null],
  ])('%j', (words, months) => {
    expect(monthsOf(words)).toEqual(months);
  });
});
