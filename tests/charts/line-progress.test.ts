import { expect, test } from 'vitest';
import { layoutLineProgress, PHONE, WIDE } from '#charts/line-progress/layout.ts';
import { lineProgress } from '#charts/line-progress/line-progress.ts';
import { reportedYearFact } from '#domain/facts/report.ts';
import { lineYearsOf } from '#domain/plan/line-year.ts';
import { LONG, line, links, report, row, text, years } from './fictional-rows.ts';
import { programmeOfContent } from './programme-of-content.ts';
import { troubles } from './svg-texts.ts';

/** What those who report are called. */
const REPORTER = { measure: '个', noun: '单位', short: '单位', label: '单位' };

const names: Record<string, string> = {
  a: '样例市青少年社会工作联合服务中心筹备组甲',
  b: '乙市',
  c: '丙市',
  d: '丁市',
};
const common = {
  annex: '附件',
  reporter: REPORTER,
  executorName: (id: string) => names[id] ?? id,
  hueOf: (id: string) => (id === 'b' ? 2 : null),
  links,
  name: 'progress-x',
  title: LONG,
};
const one = line('x', { short: LONG });
const rows = [
  row(one, 2021, 'a', 0, null),
  row(one, 2022, 'a', 120, 0),
  row(one, 2023, 'a', null, 130),
  row(one, 2021, 'b', 120, 130),
  row(one, 2022, 'b', null, null),
  row(one, 2023, 'b', 0, 0),
  row(one, 2021, 'c', 60, 60),
  row(one, 2022, 'c', 60, 12),
  row(one, 2023, 'c', 60, null),
];

test('three executors and three years stand in one column on one scale', () => {
  const { groups } = layoutLineProgress({ ...common, rows }, WIDE);
  expect(groups.map((g) => g.x)).toEqual([0, 0, 0]);
  expect(groups.map((g) => g.bars.length)).toEqual([3, 3, 3]);
  const frame = (g: number, b: number) => groups[g]?.bars[b]?.bar;
  const whole = frame(0, 1)?.frame?.width ?? 0;
  expect(frame(2, 2)?.frame?.width).toBeCloseTo(whole / 2, 5);
  expect(frame(2, 1)?.fills[0]?.width).toBeCloseTo(whole / 10, 5);
});

test('from four executors on they stand in two columns when there is room, and never on a phone', () => {
  const four = [...rows, row(one, 2021, 'd', 50, null)];
  const wide = layoutLineProgress({ ...common, rows: four }, WIDE);
  expect(wide.groups.map((g) => g.x)).toEqual([0, 624, 0, 624]);
  expect(wide.groups[0]?.heading[0]?.y).toBe(wide.groups[1]?.heading[0]?.y);
  expect(new Set(layoutLineProgress({ ...common, rows: four }, PHONE).groups.map((g) => g.x))).toEqual(new Set([0]));
});

test('nothing is cut off and no words touch, with long names, large numbers and a contradicting text', () => {
  const large = line('z', { unit: '平方公里' });
  const numbers = [
    row(large, 2021, 'a', 1234567, 9876543, { disagreement: text(2000000) }),
    row(large, 2022, 'a', 15000, null),
  ];
  for (const some of [rows, numbers, [...rows, row(one, 2021, 'd', 50, null)], rows.slice(0, 1), []]) {
    for (const form of lineProgress({ ...common, line: one, rows: some }).forms) expect(troubles(form.svg)).toEqual([]);
  }
});

test('every bar leads to its cell, and says who, when and what', () => {
  const [wide] = lineProgress({ ...common, line: one, rows }).forms;
  expect(wide?.svg.match(/<a /g)).toHaveLength(rows.length);
  expect(wide?.svg).toContain('href="/plan/#a2-x-2021-b"');
  expect(wide?.svg).toContain('aria-label="乙市　2021　上报130　计划120　单位：人　高于计划"');
  expect(wide?.svg).not.toMatch(/style=|NaN|undefined/);
});

test('a city has its hue, others are ink', () => {
  const [wide] = lineProgress({ ...common, line: one, rows }).forms;
  expect(wide?.svg.match(/<rect [^>]*fill="var\(--h2\)"/g)).toHaveLength(2);
});

test('an unquantified line is dotted and leads to its project', () => {
  const open = line('y', { short: '样例帮扶', unit: '次' });
  delete (open as { row?: string }).row;
  const figure = lineProgress({
    ...common,
    line: open,
    rows: [row(open, 2021, 'b', null, null), row(open, 2022, 'b', null, 3)],
  });
  expect(figure.sentence).toBe('文件没有给“样例帮扶”定数量；2022年上报3次。');
  expect(figure.forms[0]?.svg).toContain('href="/projects/p-y/"');
  expect(figure.forms[0]?.svg.match(/stroke-dasharray="2 4"/g)).toHaveLength(2);
  expect(figure.table.rows[0]).toEqual(['乙市', 2021, null, null, '次', null, '文件未定量', null]);
  expect(figure.notes[0]).toContain('单位：次，记上报用，文件没有写。');
  expect(figure.forms[0]?.svg).toContain('aria-label="乙市　2021　文件未定量　暂未收录　文件未定量"');
});

test('what some executors of an unquantified line report is told as theirs, not as the whole', () => {
  const open = line('y', { short: '样例帮扶', unit: '次' });
  delete (open as { row?: string }).row;
  const some = ['a', 'b', 'c'].map((id) => row(open, 2022, id, null, id === 'b' ? 3 : null));
  expect(lineProgress({ ...common, line: open, rows: some }).sentence).toBe(
    '文件没有给“样例帮扶”定数量；2022年上报3次（3个单位中1个）。',
  );
  const [year] = lineYearsOf(some);
  expect(year).toMatchObject({ concerned: 3, answered: 1, status: 'unquantified-reported' });
  expect(year && reportedYearFact(open, year, REPORTER)[0]).toMatchObject({
    label: '样例帮扶2022年上报数，已报单位合计',
    sentence: '2022年“y”已上报3次，3个单位中1个有上报。',
  });
});

test('the number of the text is drawn only where one executor has the whole line', () => {
  const alone = lineProgress({ ...common, line: one, rows: [row(one, 2021, 'a', 40, 32, { disagreement: text(20) })] });
  expect(alone.forms[0]?.svg).toContain('stroke-dasharray="3 2.5"');
  expect(alone.notes[1]).toContain('正文与附件不一致：正文写“样例写20人”');
  const shared = ['a', 'b'].map((id) => row(one, 2021, id, 20, null, { disagreement: text(20) }));
  const both = lineProgress({ ...common, line: one, rows: shared });
  expect(both.forms[0]?.svg).not.toContain('stroke-dasharray');
  expect(both.notes[1]).toContain('正文与附件不一致');
});

test('the real letters: four cities in two columns, the sentence counts who has reported', () => {
  const letters = (reports: Parameters<typeof programmeOfContent>[0]) => {
    const programme = programmeOfContent(reports);
    const own = programme.progress.filter((r) => r.line === 'pen-pals');
    const found = programme.lines.get('pen-pals');
    if (!found) throw new Error('no such line');
    return lineProgress({ ...common, executorName: programme.executorName, line: found, rows: own });
  };
  expect(letters([]).sentence).toBe('2019年计划200人，2020年计划200人；做到了多少，暂未收录。');
  const figure = letters([report('changsha', [{ line: 'pen-pals', year: 2019, quantity: 50, unit: '人' }])]);
  expect(figure.sentence).toBe(
    '2019年计划200人，部分上报：4个单位中1个，上报50人；2020年计划200人，做到了多少，暂未收录。',
  );
  expect(figure.source).toBe('计划：附件3；上报：样稿，不是真数');
  expect(figure.table.rows).toHaveLength(8);
  expect(figure.table.rows[0]).toEqual(['长沙', 2019, 50, 50, '人', '2023-12-31', '等于计划', null]);
  for (const form of figure.forms) expect(troubles(form.svg)).toEqual([]);
});

test('years are told in the sentence one by one', () => {
  expect(lineProgress({ ...common, line: one, rows: rows.slice(0, 3) }).sentence).toBe(
    '2021年计划0人，做到了多少，暂未收录；2022年计划120人，上报0人；2023年附件未列，上报130人。',
  );
  expect(years).toHaveLength(3);
});

test('years in a row of the same plan, of which nothing is reported, are said once', () => {
  const told = (...more: ReturnType<typeof row>[]) =>
    lineProgress({
      ...common,
      line: one,
      rows: [...more, ...[2022, 2023, 2024].map((y) => row(one, y, 'a', 20, null))],
    }).sentence;
  expect(told(row(one, 2021, 'a', 20, 15))).toBe(
    '2021年计划20人，上报15人；2022—2024年每年计划20人，做到了多少，暂未收录。',
  );
  expect(told(row(one, 2021, 'a', 10, null))).toBe('2021年计划10人，2022—2024年每年计划20人；做到了多少，暂未收录。');
  const two = [2021, 2022].map((y) => row(one, y, 'a', 20, null));
  expect(lineProgress({ ...common, line: one, rows: two }).sentence).toContain('2021年计划20人，2022年计划20人');
});
