import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'a line that does not exist',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pal, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:13 error unknown-line｜没有这个任务行：现在是“pen-pal”，应当是projects/ 里有的任务行 id。｜是不是想写“pen-pals”（书信交流）？',
    ],
    refused: true,
  },
  {
    title: 'an unknown unit',
    mutations: [
      {
        file: 'reports/changhsa-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changhsa-2020-12-31.yaml:1:1 error unknown-executor｜没有这个执行单位：现在是文件名里的“changhsa”，应当是site.yaml 里 own_level 的 id，或者 places.yaml 里一个市的 id。｜是不是想写“changsha”（长沙）？文件名是“单位id-年-月-日.yaml”，单位只能是：province、changsha、zhuzhou、yueyang、changde。',
    ],
    refused: true,
  },
  {
    title: 'another unit of count',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 封 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:54 error wrong-unit｜单位不对：现在是“封”，应当是“人”。｜改成 人；数也要按这个单位写。',
    ],
    refused: true,
  },
  {
    title: 'a year outside the plan',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2021, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:29 error year-outside-plan｜这一年不在方案的年度里：现在是2021，应当是2019、2020中的一年。｜改正年份。',
    ],
    refused: true,
  },
  {
    title: 'a line that this unit has no cell in',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: furong, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:13 error not-an-executor｜附件里这一行这一年没有这个单位的格子：现在是changsha 报“furong”2020年，应当是由 province 上报。｜核对任务行、年份和文件名里的单位，改错的那一个。',
    ],
    refused: true,
  },
  {
    title: 'an unquantified line that others report',
    mutations: [
      {
        file: 'reports/province-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: hundred-branches, year: 2020, quantity: 1, unit: 次 }\n",
      },
    ],
    told: [
      'reports/province-2020-12-31.yaml:4:13 error not-an-executor｜这个单位不报这一行：现在是province 报“hundred-branches”，应当是由 changsha、zhuzhou、yueyang、changde 上报。｜删掉这一行；如果确实由它上报，就加到项目文件里这一行的 executors。',
    ],
    refused: true,
  },
  {
    title: 'an unquantified line that others report, where those who report have a word of their own',
    mutations: [
      { file: 'site.yaml', replace: [/$/, '\nwords:\n  reporter: { noun: 学校, measure: 所 }\n'] },
      {
        file: 'reports/province-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: hundred-branches, year: 2020, quantity: 1, unit: 次 }\n",
      },
    ],
    told: [
      'reports/province-2020-12-31.yaml:4:13 error not-an-executor｜这所学校不报这一行：现在是province 报“hundred-branches”，应当是由 changsha、zhuzhou、yueyang、changde 上报。｜删掉这一行；如果确实由它上报，就加到项目文件里这一行的 executors。',
    ],
    refused: true,
  },
  {
    title: 'a cell that is empty in the annex',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: grassroots-league, year: 2020, quantity: 1, unit: 个 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:13 warning report-on-empty-cell｜附件里这一格是空的：现在是changsha 报“grassroots-league”2020年，应当是有计划数的一格。｜核对年份和任务行；确实做了计划外的事，可以不改，网页上写“本年未列”。',
    ],
    refused: false,
  },
  {
    title: 'one line twice',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n  - { line: pen-pals, year: 2020, quantity: 2, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:5:13 error line-twice-in-report｜同一份上报里同一行写了两次：现在是“pen-pals”2020年又出现了一次，应当是每个任务行每一年、每一段时间只有一行。｜删掉一行；要改数就只留改后的数。',
    ],
    refused: true,
  },
  {
    title: 'a day in the future',
    mutations: [
      {
        file: 'reports/changsha-2027-01-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2027-01-31.yaml:1:1 error report-in-future｜上报日期还没有到：现在是文件名里的“2027-01-31”，应当是不晚于今天（2026-11-25）。｜改正文件名里的日期；今天的日期由 SITE_NOW 指定，不指定就是电脑上的今天。',
    ],
    refused: true,
  },
  {
    title: 'a day in its name that does not exist',
    mutations: [
      {
        file: 'reports/changsha-2020-02-30.yaml',
        write:
          "as_of: '2020-02-01'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-02-30.yaml:1:1 error no-such-date｜没有这一天：现在文件名里是“2020-02-30”，应当是日历上有的日期。｜对照日历改正文件名里的日期。',
    ],
    refused: true,
  },
  {
    title: 'a day inside that does not exist',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-11-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:1:8 error no-such-date｜没有这一天：现在是“2020-11-31”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
    refused: true,
  },
  {
    title: 'figures as of later than the report',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2021-01-01'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: 1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:1:8 error as-of-after-report｜截至日期晚于上报日期：现在是“2021-01-01”，应当是不晚于文件名里的 2020-12-31。｜改正 as_of，或者改正文件名里的日期。',
    ],
    refused: true,
  },
  {
    title: 'a negative number',
    mutations: [
      {
        file: 'reports/changsha-2020-12-31.yaml',
        write:
          "as_of: '2020-12-31'\nreported_by: 办公室\nrows:\n  - { line: pen-pals, year: 2020, quantity: -1, unit: 人 }\n",
      },
    ],
    told: [
      'reports/changsha-2020-12-31.yaml:4:45 error out-of-range｜数超出了范围：现在是“-1”，应当是不小于0的数。｜核对这个数。',
    ],
    refused: true,
  },
];

describe('A report that does not fit the plan is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
