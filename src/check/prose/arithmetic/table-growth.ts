import type { ProseFinding } from '../prose.ts';
import { differsBy, growsBy, growthSaid, type Written, written } from './growth.ts';
import type { Grid } from './table-figures.ts';

/** What a column or a row of growth is called. */
const GROWTH =
  /^(?:(?:同比|环比|比上年|比去年|较上年|较去年|年均?|年度)?(?:增长|增幅|增加|增减|增速|涨幅|变化)(?:情况|比例|百分比|率|额|数|人数|幅度|值|量)?|同比|比上年|比去年|较上年|较去年|与上年比|比上年同期)(?:[（(][^）)]{0,8}[）)])?$/u;
const IN_PERCENT = /率|幅|速|百分|比例|[%％]/u;
/** A year, or the one before: what grows from one to the next. */
const YEAR =
  /^(?:(?<year>(?:19|20)\d\d)(?:[—-](?:19|20)?\d\d学)?年?度?|(?<last>上年|去年|上一年|前一年)(?:度|同期)?|(?<now>本年|今年|当年)(?:度)?)(?:[（(]?[人次册封万元个件所名数]{0,4}[）)]?)?$/u;
const FIGURE = /^(?<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>\p{Script=Han}{0,3})$/u;
const STATED =
  /^(?<verb>增长|增加|提高|上升|下降|减少|降低|增|减|降|↑|↓)?(?<sign>[+＋\-－−])?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>[%％]|\p{Script=Han}{0,3})$/u;

/** The number of a year cell: 上年 is one before 本年. */
function yearOf(text: string): number | null {
  const { year, last, now } = YEAR.exec(text)?.groups ?? {};
  return year ? Number(year) : last ? -1 : now ? 0 : null;
}

function figure(text: string): (Written & { unit: string }) | null {
  const { digits, unit = '' } = FIGURE.exec(text)?.groups ?? {};
  return digits === undefined ? null : { ...written(digits), unit };
}

interface Compared {
  readonly at: readonly [row: number, column: number];
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
  readonly heading: string;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Every cell of growth with the two cells that it compares. */
function comparedIn({ rows, columns, text }: Grid): Compared[] {
  const found: Compared[] = [];
  const lines = range(1, rows);
  for (const column of range(1, columns).filter((c) => GROWTH.test(text(0, c)))) {
    const heading = text(0, column);
    const [before, last] = [yearOf(text(0, column - 2)), yearOf(text(0, column - 1))];
    if (before !== null && last !== null && column > 2) {
      // 2024年 | 2025年 | 增长.
      if (last - before !== 1) continue;
      for (const row of lines)
        found.push({ at: [row, column], from: [row, column - 2], to: [row, column - 1], heading });
    } else if (column === 2) {
      // 年份 | 人次 | 增长: each year against the one before, above or below it.
      for (const row of lines) {
        const year = yearOf(text(row, 0));
        const other = [row - 1, row + 1].find((r) => r > 0 && year !== null && yearOf(text(r, 0)) === year - 1);
        if (other !== undefined) found.push({ at: [row, column], from: [other, 1], to: [row, 1], heading });
      }
    }
  }
  for (const row of lines.filter((r) => r > 1 && GROWTH.test(text(r, 0)))) {
    // 项目 | 2024年 | 2025年, and below the numbers their growth.
    for (const column of range(2, columns)) {
      const [before, now] = [yearOf(text(0, column - 1)), yearOf(text(0, column))];
      if (before === null || now === null || now - before !== 1) continue;
      found.push({ at: [row, column], from: [row - 1, column - 1], to: [row - 1, column], heading: text(row, 0) });
    }
  }
  return found;
}

/** Growth of a table that does not follow from the two numbers it compares. */
export function growthOfTable(grid: Grid): ProseFinding[] {
  return comparedIn(grid).flatMap(({ at, from, to, heading }): ProseFinding[] => {
    const cell = grid.cell(...at);
    const [a, b] = [figure(grid.text(...from)), figure(grid.text(...to))];
    const { verb = '', sign = '', digits, unit = '' } = STATED.exec(grid.text(...at))?.groups ?? {};
    if (!cell || !a || !b || digits === undefined || a.unit !== b.unit || a.value <= 0) return [];
    if (cell.source.proved.length > 0) return [];
    const falls = /下降|减|降|↓/u.test(verb) || /[-－−]/u.test(sign);
    const size = written(digits);
    const stated = { ...size, value: falls ? -size.value : size.value };
    const percent = /[%％]/u.test(unit) || (unit === '' && IN_PERCENT.test(heading));
    const difference = !percent && unit !== '';
    const right =
      (!difference && growsBy(a, b, stated)) || (!percent && differsBy(a, b, stated)) || /倍|番|成/u.test(unit);
    if (right) return [];
    return [
      {
        ...{ block: cell.block, start: 0, end: cell.source.text.length, severity: 'warning', code: 'wrong-growth' },
        what: '增长的数和前后两个数对不上',
        found: `“${cell.source.text}”`,
        expected: growthSaid(a, b, percent ? 'percent' : difference ? 'difference' : 'either'),
        written: null,
        mend: '重新算一遍，查清是哪个数写错了，改对它；比的是别的年份，在表下写明。',
      },
    ];
  });
}
