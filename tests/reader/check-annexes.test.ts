import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'cells that contradict the total',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['total: 16', 'total: 18'] }],
    told: [
      'plan/annex-3.yaml:49:12 error total-differs｜“少先队阵地建设”各格加起来和合计对不上：现在是2＋2＋2＋2＋2＋2＋2＋2＝16，合计写的是18，应当是两数相等。｜对照原件核对这一行的每一格和合计，改掉抄错的那个。',
    ],
    refused: true,
  },
  {
    title: 'a cell that no column has',
    mutations: [
      { file: 'plan/annex-3.yaml', replace: ['2020: { changsha: 50, zhuzhou', '2020: { changsha: 50, zuzhou'] },
    ],
    told: [
      'plan/annex-3.yaml:32:13 error missing-cell｜“中小学生“手拉手”结对书信交流”少了一格：现在是没有写 2020 年的 zhuzhou，应当是表头里的每一栏都有一格。｜补上“zhuzhou: 数字”；原件这一格空着就写“zhuzhou: null”，不要写 0。',
      'plan/annex-3.yaml:32:29 error unknown-column｜2020年的表头里没有这个单位：现在是“zuzhou”，应当是changsha、zhuzhou、yueyang、changde。｜是不是想写“zhuzhou”？',
      'plan/annex-3.yaml:33:12 error total-differs｜“中小学生“手拉手”结对书信交流”各格加起来和合计对不上：现在是50＋50＋50＋50＋50＋50＋50＝350，合计写的是400，应当是两数相等。｜对照原件核对这一行的每一格和合计，改掉抄错的那个。',
    ],
    refused: true,
  },
  {
    title: 'a row of an unknown line',
    mutations: [{ file: 'plan/annex-2.yaml', replace: ['line: furong', 'line: furang'] }],
    told: [
      'plan/annex-2.yaml:63:11 error unknown-line｜没有这个任务行：现在是“furang”，应当是projects/ 里有的任务行 id。｜是不是想写“furong”（芙蓉学子）？',
      'projects/student-aid.yaml:15:10 error unknown-locator｜出处编号在文件里找不到：现在是“a2-furong”，应当是plan/ 里有的编号。｜是不是想写“a2-furang”？',
    ],
    refused: true,
  },
  {
    title: 'a line whose row is that of another',
    mutations: [{ file: 'projects/student-aid.yaml', replace: ['row: a2-furong', 'row: a2-green-aid'] }],
    told: [
      'projects/student-aid.yaml:15:10 error row-of-another-line｜附件行是别的任务行的：现在是“a2-green-aid”是“green-aid”的，应当是“furong”的那一行。｜改成 a2-furong。',
    ],
    refused: true,
  },
  {
    title: 'a line that does not name its row',
    mutations: [{ file: 'projects/pen-pals.yaml', replace: ['    row: a3-pen-pals\n', ''] }],
    told: [
      'projects/pen-pals.yaml:10:5 error row-missing｜“中小学生“手拉手”结对书信交流”没有写附件行：现在是没有 row 这一项，应当是a3-pen-pals。｜加上一行“row: a3-pen-pals”。',
    ],
    refused: true,
  },
  {
    title: 'a department of the annex that nobody knows',
    mutations: [
      { file: 'plan/annex-2.yaml', replace: ['departments: 学校部、省直团工委', 'departments: 学校部，省直团工委'] },
    ],
    told: [
      'plan/annex-2.yaml:44:54 error unknown-department｜没有这个部门：现在是“学校部，省直团工委”，应当是departments.yaml 里有的部门名。｜几个部门之间用顿号“、”隔开；确实是新部门，就加到 departments.yaml 里。',
    ],
    refused: true,
  },
  {
    title: 'a month that cannot be read (下半年, 7、8月 and 暑期 can)',
    mutations: [{ file: 'plan/annex-2.yaml', replace: ['month: 10月', 'month: 放假以后'] }],
    told: [
      'plan/annex-2.yaml:92:66 warning unreadable-month｜计划时间排不进月份表：现在是“放假以后”，应当是5月、5—6月、全年、上半年、第三季度这样的写法。｜如果原件就是这样写的，可以不改，月份表里按未写月份处理；否则照原件改正。',
    ],
    refused: false,
  },
  {
    title: 'a year outside the plan',
    mutations: [{ file: 'plan/document.yaml', replace: ['[2019, 2020]', '[2019, 2021]'] }],
    told: [
      'plan/annex-2.yaml:16:11 error year-outside-plan｜这一年不在方案的年度里：现在是2020，应当是plan/document.yaml 的 years：2019、2021。｜改正年份；如果方案确实管这一年，就加到 plan/document.yaml 的 years 里。',
      'plan/annex-3.yaml:17:11 error year-outside-plan｜这一年不在方案的年度里：现在是2020，应当是plan/document.yaml 的 years：2019、2021。｜改正年份；如果方案确实管这一年，就加到 plan/document.yaml 的 years 里。',
      'samples/reports/changsha-2020-09-30.yaml:5:29 error year-outside-plan｜这一年不在方案的年度里：现在是2020，应当是2019、2021中的一年。｜改正年份。',
      'samples/reports/province-2020-09-30.yaml:5:28 error year-outside-plan｜这一年不在方案的年度里：现在是2020，应当是2019、2021中的一年。｜改正年份。',
      'samples/reports/province-2020-09-30.yaml:6:27 error year-outside-plan｜这一年不在方案的年度里：现在是2020，应当是2019、2021中的一年。｜改正年份。',
    ],
    refused: true,
  },
  {
    title: 'a unit other than the annex’s',
    mutations: [{ file: 'projects/youth-startups.yaml', replace: ['unit: 万元', 'unit: 元'] }],
    told: [
      'projects/youth-startups.yaml:14:11 error unit-differs｜单位和附件不同：现在是“元”，应当是附件里的“金额/万元”。｜附件的数照附件的单位念：改成附件里的单位，或者核对附件那一行的 unit。',
      'samples/reports/province-2019-12-31.yaml:13:61 error wrong-unit｜单位不对：现在是“万元”，应当是“元”。｜改成 元；数也要按这个单位写。',
    ],
    refused: true,
  },
  {
    title: 'a misspelt key together with a wrong total in another file, all at once',
    mutations: [
      { file: 'plan/annex-3.yaml', replace: ['total: 16', 'total: 18'] },
      { file: 'departments.yaml', replace: ['kind: cities', 'knd: cities'] },
    ],
    told: [
      'departments.yaml:13:33 error unknown-key｜不认识这个键：现在是“knd”，应当是name、kind、source 中的一个。｜把“knd”改成“kind”。',
      'plan/annex-3.yaml:49:12 error total-differs｜“少先队阵地建设”各格加起来和合计对不上：现在是2＋2＋2＋2＋2＋2＋2＋2＝16，合计写的是18，应当是两数相等。｜对照原件核对这一行的每一格和合计，改掉抄错的那个。',
    ],
    refused: true,
  },
];

describe('An annex that contradicts itself or the projects is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
