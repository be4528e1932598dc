import { expect, test } from 'vitest';
import { drawOverviewCell } from '#charts/overview/draw.ts';
import { cellHref, layoutOverview, layoutOverviewCell, type OverviewCell } from '#charts/overview/layout.ts';
import { overview } from '#charts/overview/overview.ts';
import { lineYearsOf } from '#domain/plan/line-year.ts';
import type { ProgressRow } from '#domain/programme/progress.ts';
import type { Report } from '#domain/programme/report.ts';
import { LONG, line, links, report, row, text, years } from './fictional-rows.ts';
import { programmeOfContent } from './programme-of-content.ts';
import { troubles } from './svg-texts.ts';

const reporter = { measure: '个', noun: '单位' };
const one = line('x');
const place = { x: 0, y: 0, height: 34, yearWidth: 360, size: 15, small: 13 };
/** A number of another line that is due in a month: the document says when. */
const elsewhere = [row(line('y'), 2021, 'a', 20, null, { month: '5月' })];
const layoutOf = (rows: readonly ProgressRow[], of = one, some = years) =>
  layoutOverview({
    fields: [{ title: '样例', lines: [of] }],
    lineYears: lineYearsOf(rows),
    annex: '附件',
    reporter,
    line: { short: '行' },
    years: some,
  });
const rowOf = (rows: readonly ProgressRow[], of = one, some = years) => {
  const layout = layoutOf([...rows, ...elsewhere], of, some);
  const found = layout.fields[0]?.rows[0];
  if (!found) throw new Error('no row');
  return found;
};
const cellOf = (...args: [number | null, number | null, (string | null)?]) =>
  rowOf([row(one, 2021, 'a', args[0], args[1], { month: args[2] ?? '5月' })], one, [2021, 2022]).cells[0] ??
  expect.fail('no cell');

function realInput(reports: readonly Report[] = []) {
  const programme = programmeOfContent(reports);
  const fields = [...Map.groupBy(programme.projects, (p) => p.field)].map(([field, projects]) => ({
    title: programme.passages.get(field)?.text ?? field,
    lines: projects.flatMap((p) => p.lines.map((l) => ({ ...l, number: p.number }))),
  }));
  return {
    fields,
    lineYears: programme.lineYears,
    years: programme.document.years,
    annex: '附件',
    reporter,
    line: { short: '行' },
  };
}

test.each([
  ['5月', 5, 5, null],
  ['3—6月', 3, 6, null],
  ['全年', 1, 12, '全年'],
  [null, 1, 12, '未写月份'],
  ['上半年', 1, 6, null],
  ['7、8月', 7, 8, null],
  ['暑期', 1, 12, '暑期'],
  ['11—2月', 1, 12, '11—2月'],
  ['13月', 1, 12, '13月'],
])('planned %s: months %i–%i, words %s', (month, from, to, words) => {
  const cell = rowOf([row(one, 2021, 'a', 20, null, { month })]).cells[0];
  expect(cell).toMatchObject({ from, to, words });
});

test('each state has its own numbers and words', () => {
  expect(cellOf(20, null)).toMatchObject({
    figure: '20',
    of: null,
    share: 0,
    tenths: 0,
    spoken: '2021年，5月：计划20人，暂未收录',
  });
  expect(cellOf(40, 32)).toMatchObject({ figure: '32', of: '40', share: 0.8, tenths: 8, inside: false });
  expect(cellOf(20, 20)).toMatchObject({ share: 1, tenths: 10, inside: true, status: 'met' });
  expect(cellOf(20, 25)).toMatchObject({ share: 1, tenths: 10, inside: false, status: 'above' });
  expect(cellOf(20, 0)).toMatchObject({ figure: '0', share: 0, status: 'zero', inside: false });
  expect(cellOf(null, null)).toMatchObject({
    kind: 'not-listed',
    figure: '',
    words: '本年未列',
    spoken: '2021年：本年未列',
  });
  expect(cellOf(null, 7)).toMatchObject({ kind: 'not-listed', figure: '上报7', spoken: '2021年：上报7人，本年未列' });
});

test('a plan of nought stands open nowhere: there is nothing to fill, and nought reported meets it', () => {
  expect(cellOf(0, null)).toMatchObject({ figure: '0', nothing: true, share: 0, status: 'no-report' });
  expect(cellOf(0, 0)).toMatchObject({ figure: '0', of: '0', nothing: true, share: 0, status: 'met' });
  expect(cellOf(0, 3)).toMatchObject({ figure: '3', of: '0', nothing: false, share: 1, status: 'above' });
  const drawn = (target: number) => drawOverviewCell(cellOf(target, null), place);
  expect(drawn(20)).toContain('stroke-width="1.5"');
  expect(drawn(0)).not.toContain('stroke-width');
});

test('a document that names no month has no months drawn, and none is missed', () => {
  const layout = layoutOf([row(one, 2021, 'a', 50, 50), row(one, 2021, 'b', 50, null)]);
  expect(layout.timed).toBe(false);
  expect(layout.fields[0]?.rows[0]?.cells[0]).toMatchObject({
    words: '部分上报：2个单位中1个',
    spoken: '2021年：计划100人，上报50人，部分上报：2个单位中1个',
  });
  expect(layoutOf(elsewhere).timed).toBe(true);
});

test('a sum that some executors are missing from is neither short of the plan nor at it', () => {
  const sum = (...reported: (number | null)[]) =>
    rowOf(
      reported.map((r, i) => row(one, 2021, String.fromCharCode(97 + i), 50, r)),
      one,
      [2021],
    ).cells[0] ?? expect.fail();
  expect(sum(50, null)).toMatchObject({ status: 'partial', figure: '50', of: '100', share: 0.5, inside: false });
  expect(sum(50, null)).toMatchObject({
    words: '部分上报：2个单位中1个　未写月份',
    spoken: '2021年，未写月份：计划100人，上报50人，部分上报：2个单位中1个',
  });
  expect(sum(0, null)).toMatchObject({ status: 'partial', figure: '0', share: 0 });
  expect(sum(120, null).share).toBeLessThan(1);
  expect(sum(50, 50)).toMatchObject({ status: 'met', words: '未写月份', share: 1 });
  const loose = (cell: OverviewCell) => drawOverviewCell(cell, place).match(/<path/g)?.length ?? 0;
  expect([loose(sum(50, null)), loose(sum(50, 30))]).toEqual([1, 0]);
});

test('a part of the plan is never drawn as nothing or as all of it', () => {
  expect(cellOf(1000, 1).tenths).toBe(1);
  expect(cellOf(1000, 999).tenths).toBe(9);
});

test('late in the year the number stands left of its cell, and stays within its year', () => {
  expect(cellOf(40, 32, '8月').side).toBe('right');
  for (let month = 1; month <= 12; month++) {
    const cell = cellOf(12000, 900, `${month}月`);
    const { at, width } = layoutOverviewCell(cell, place);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at + width).toBeLessThanOrEqual(360);
  }
});

test('the drawing fills from below, exactly', () => {
  const { box } = layoutOverviewCell(cellOf(40, 10), place);
  expect(box).toEqual({ x: 120, y: 5, width: 31, height: 25 });
  const rows = [row(one, 2021, 'a', 40, 10, { month: '5月' })];
  const figure = overview({
    fields: [{ title: '样例', lines: [one] }],
    lineYears: lineYearsOf(rows),
    annex: '附件',
    reporter,
    line: { short: '行' },
    years: [2021],
    links,
    name: 'o',
    title: 't',
  });
  expect(figure.forms[0]?.svg).toMatch(/height="6\.25" fill="var\(--ink\)"/);
});

test('an unquantified line is one mark over all years; a report is told in its year', () => {
  const open = line('y', { unit: '次' });
  delete (open as { row?: string }).row;
  const own = years.map((year) => row(open, year, 'a', null, year === 2022 ? 3 : null));
  const { cells, unit, reportedWords } = rowOf(own, open);
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({
    kind: 'unquantified',
    column: 0,
    columns: 3,
    reports: [{ column: 1, words: '上报3次' }],
  });
  expect(cells[0]?.spoken).toBe('文件未定量，2022年上报3次');
  expect([unit, reportedWords]).toEqual([null, '1个年度']);
});

test('a contradicting text stands by the name, once', () => {
  const rows = [2021, 2022].map((year) => row(one, year, 'a', 40, null, { disagreement: text(20) }));
  expect(rowOf(rows).notes).toEqual(['正文每年20人']);
  expect(rowOf([row(one, 2021, 'a', 40, null, { disagreement: text(60, 'total') })]).notes).toEqual(['正文共60人']);
});

test('a cell of one number leads to its place in the document, a sum of several to the project', () => {
  const alone = rowOf([row(one, 2021, 'a', 20, null)]).cells[0] ?? expect.fail();
  const several = rowOf(['a', 'b'].map((id) => row(one, 2021, id, 20, null))).cells[0] ?? expect.fail();
  expect(cellHref(alone, links)).toBe('/plan/#a2-x-2021-a');
  expect(cellHref(several, links)).toBe('/projects/p-x/');
});

test('three years, long names, words instead of a month: nothing cut off, nothing overlaps', () => {
  const long = line('l', { short: LONG, unit: '平方公里', number: 12 });
  const open = line('y', { short: '样例帮扶', unit: '次' });
  delete (open as { row?: string }).row;
  const rows = [
    row(long, 2021, 'a', 15000, 9000, { month: '二〇二一年春季学期开学以后分三批组织实施', disagreement: text(9000) }),
    row(long, 2022, 'a', 0, null, { month: '12月' }),
    row(long, 2023, 'a', 120, 130, { month: '1月' }),
    ...years.map((year, i) => row(open, year, 'a', null, i === 0 ? 12 : null)),
    ...years.map((year, i) => row(one, year, 'a', i === 2 ? null : 20, 20, { month: ['8月', '9月', null][i] ?? null })),
  ];
  for (const some of [[2021], [2021, 2022], years, [...years, 2024]]) {
    const kept = lineYearsOf(rows.filter((r) => r.year !== null && some.includes(r.year)));
    const input = {
      fields: [{ title: '一、样例行动', lines: [long, open, one] }],
      lineYears: kept,
      years: some,
      annex: '附件',
      reporter,
      line: { short: '行' },
    };
    const figure = overview({ ...input, links, name: 'overview', title: LONG });
    expect(troubles(figure.forms[0]?.svg ?? '')).toEqual([]);
    expect(figure.forms[0]?.svg).not.toMatch(/style=|NaN|undefined/);
  }
});

test('the real plan: 13 lines, 23 cells, one open line, all in the drawing, the table and the sentence', () => {
  const input = realInput();
  const figure = overview({ ...input, links, name: 'overview', title: '两年任务' });
  expect(figure.sentence).toBe('2019—2020年，12个项目分13行任务，其中1行文件未定量；按年度分开，有计划数的共23项。');
  expect(figure.table.rows).toHaveLength(26);
  expect(figure.source).toBe('计划：附件2、附件3');
  expect(figure.forms[0]?.width).toBe(1200);
  expect(figure.forms[0]?.svg.match(/aria-label=/g)).toHaveLength(25);
  expect(troubles(figure.forms[0]?.svg ?? '')).toEqual([]);
  expect(layoutOverview(input).stacked).toBe(false);
});

test('with reports the sentence and the rows count them', () => {
  const input = realInput([
    report('changsha', [{ line: 'pen-pals', year: 2019, quantity: 50, unit: '人' }]),
    report('province', [
      { line: 'furong', year: 2019, quantity: 40, unit: '人' },
      { line: 'furong', year: 2020, quantity: 41, unit: '人' },
    ]),
  ]);
  const layout = layoutOverview(input);
  expect([layout.planned, layout.answered]).toEqual([23, 3]);
  const rows = layout.fields.flatMap((f) => f.rows);
  expect(rows.find((r) => r.id === 'furong')?.reportedWords).toBe('2个年度');
  expect(rows.find((r) => r.id === 'go-west')?.reportedWords).toBe('暂未收录');
  const figure = overview({ ...input, links, name: 'overview', title: '两年任务' });
  expect(figure.sentence).toContain('有计划数的共23项，其中3项收录了上报。');
  expect(figure.source).toContain('样稿');
  expect(troubles(figure.forms[0]?.svg ?? '')).toEqual([]);
});
