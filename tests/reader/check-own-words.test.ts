import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#check/finding.ts';
import { readContent } from '#reader/read-content.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/agreement');
const CHANGES: readonly (readonly [file: string, from: string, to: string])[] = [
  [
    'site.yaml',
    'contact:',
    'words: { line: { noun: 事项, measure: 项 }, cell: { noun: 任务数, measure: 个 } }\ncontact:',
  ],
  // A column outside the plan, a row without its number, a total that is none, a row of no line, one line twice.
  ['plan/biao-yi.yaml', '{ year: 2023, label: 2023年', '{ year: 2029, label: 2029年'],
  ['plan/biao-yi.yaml', 'total: 不少于9', 'total: 不少于8'],
  ['plan/fubiao-2.yaml', '2023: { yangli-wu: 300, yangli-ji: null }', '2023: { yangli-wu: 300 }'],
  ['plan/minge.yaml', 'line: camp', 'line: camps'],
  ['projects/books.yaml', '[a1-books, a2-books]', 'a2-books'],
  ['projects/letters.yaml', 'row: a1-letters', 'row: a1-lessons'],
  ['projects/visits.yaml', 'unit: 批次, row: a1-visits', 'unit: 元, row: a1-visits'],
  ['projects/night-school.yaml', 'row: a3-classes', 'row: a3'],
  ['projects/matches.yaml', 'source: c-art7', 'source: c-art77'],
  ['reports/yuanjianban-2023-01-10.yaml', 'line: camp', 'line: cmap'],
  ['reports/yuanjianban-2023-01-10.yaml', 'line: matches, year: 2022', 'line: matches, year: 2031'],
  ['reports/yuanjianban-2023-01-10.yaml', 'line: letters, year: 2022', 'line: visits, year: 2022'],
];

let problems: readonly Problem[] = [];
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'own-words-'));
  cpSync(FIXTURE, dir, { recursive: true });
  for (const [file, from, to] of CHANGES) {
    const before = readFileSync(join(dir, file), 'utf8');
    if (!before.includes(from)) throw new Error(`${file} 里没有“${from}”`);
    writeFileSync(
      join(dir, file),
      before.replace(from, () => to),
    );
  }
  problems = readContent({ dir, samples: true, now: new Date('2024-11-25T00:00:00Z') }).problems;
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('what the check says of content files', () => {
  test('calls document, annexes, lines and cells as the programme does', () => {
    const said = problems.map(({ message, mend }) => `${message}｜${mend}`);
    expect(said.filter((words) => /附件|任务行|方案|通知|[一这]格/u.test(words))).toEqual([]);
    const of = (code: string) => problems.find((p) => p.code === code);
    expect(of('line-twice-in-report')?.message).toContain('应当是每项事项每一年');
    expect(of('missing-cell')?.message).toContain('每一栏都有一个任务数');
    expect(of('missing-cell')?.mend).toContain('原件这一个任务数空着就写');
    expect(of('unit-differs')?.message).toBe('单位和表不同：现在是“元”，应当是表里的“批次”。');
    expect(of('year-outside-plan')?.message).toMatch(/^这一年不在协议的年度里：/u);
    expect(of('unknown-line')?.message).toBe('没有这项事项：现在是“camps”，应当是projects/ 里有的事项 id。');
  });
});

describe('what the check says of the time of a reported number', () => {
  const saidOf = (time: string) => {
    const copy = mkdtempSync(join(tmpdir(), 'own-words-'));
    cpSync(FIXTURE, copy, { recursive: true });
    const row = `{ line: visits, ${time}quantity: 5, unit: 批次 }`;
    const report = `as_of: '2022-12-31'\nreported_by: 援建办（虚构）\nrows:\n  - ${row}\n`;
    writeFileSync(join(copy, 'reports/yuanjianban-2023-01-10.yaml'), report);
    const told = readContent({ dir: copy, samples: true, now: new Date('2024-11-25T00:00:00Z') }).problems;
    rmSync(copy, { recursive: true });
    return told
      .filter((p) => p.file.startsWith('reports/'))
      .map((p) => `${p.line}｜${p.message.split('：')[0]}｜${p.mend}`);
  };

  test.each([
    [
      'year: 2022, period: 2022-h1, ',
      'year 和 period 只能写一个',
      '是整年的数，删掉 period；只是那一段时间的数，删掉 year。',
    ],
    ['', '没有写是哪一年、哪一段时间的', '整年的加上“year: 2022”，上半年的加上“period: 2022-h1”，年份照实写。'],
    ['period: whole, ', '上报的数是一年的，或者一年里一段时间的', '几年合起来的数，按年分开写，一年一行。'],
    ['period: 2022年上半年, ', '时间段的写法不对', '改成 2022-h1。'],
    ['period: 2022-H2, ', '时间段的写法不对', '改成 2022-h2。'],
    ['period: 2022年第三季度, ', '时间段的写法不对', '改成 2022-q3。'],
    ['period: 2022年7、8月, ', '时间段的写法不对', '改成 2022-m7-8。'],
    ['year: 2022上半年, ', 'year 只写整年', '改成“period: 2022-h1”。'],
    ['period: 2022-m8-7, ', '时间段的月份倒了', '把两个月对调；跨年的分成两段，各写各的年。'],
    ['period: 2029-h1, ', '这一年不在协议的年度里', '改正 period 开头的年份。'],
    ['yaer: 2022, ', '不认识这个键', '把“yaer”改成“year”。'],
  ])('%s', (time, message, mend) => {
    expect(saidOf(time)).toEqual([`4｜${message}｜${mend}`]);
  });

  test.each(['year: 2022, ', 'period: 2022-h1, ', 'period: 2022-m7-8, '])('nothing of %s', (time) => {
    expect(saidOf(time)).toEqual([]);
  });
});

/** Mistakes of form, each alone: they are told before any word of the programme is known. */
const FORMS: typeof CHANGES = [
  ['projects/matches.yaml', 'source: c-art7', 'source: 第七条'],
  ['plan/biao-yi.yaml', 'id: a1', 'id: biao1'],
  ['plan/document.yaml', 'biao-yi, fubiao-2', 'biao-yi, fubiao-9'],
  ['places.yaml', 'name: 样南区', "name: 样南区\n  code: { value: '98012', source: 虚构 }"],
  ['projects/night-school.yaml', 'id: class-hours', 'id: classes-text'],
  ['plan/biao-yi.yaml', 'yuanjianban: 2 }', 'yuanjianban: 两批 }'],
  ['stories/signs/index.mdx', '样北区的门牌上', '<Quote by="样例" clause="c-9">第一条</Quote>\n\n样北区的门牌上'],
];

test.each(FORMS)(
  'a mistake of form in %s (%s → %s) is told without the words of another programme',
  (file, from, to) => {
    const copy = mkdtempSync(join(tmpdir(), 'own-forms-'));
    try {
      cpSync(FIXTURE, copy, { recursive: true });
      const before = readFileSync(join(copy, file), 'utf8');
      writeFileSync(
        join(copy, file),
        before.replace(from, () => to),
      );
      const found = readContent({ dir: copy, samples: true, now: new Date('2024-11-25T00:00:00Z') }).problems;
      const said = found
        .filter(({ code }) => code !== 'placeholder-address')
        .map(({ message, mend }) => `${message}｜${mend}`);
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((words) => /附件|任务行|通知|印发|乡镇|藏文/u.test(words))).toEqual([]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
);
