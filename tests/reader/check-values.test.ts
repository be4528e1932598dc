import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'a misspelt key, told once though the right one is missing',
    mutations: [{ file: 'places.yaml', replace: ['  name: 长沙', '  nmae: 长沙'] }],
    told: [
      'places.yaml:7:3 error unknown-key｜不认识这个键：现在是“nmae”，应当是level、name、name_today、name_since、former_names、romanisations、names、name_bo、other_spellings、code、position、elevation 中的一个。｜把“nmae”改成“name”。',
    ],
    refused: true,
  },
  {
    title: 'a key that nothing resembles',
    mutations: [{ file: 'projects/pen-pals.yaml', replace: ['short: 书信交流', 'short: 书信交流\nremarks: 无'] }],
    told: [
      'projects/pen-pals.yaml:4:1 error unknown-key｜不认识这个键：现在是“remarks”，应当是number、title、short、deed、aliases、field、clause、lead、partners、lines、statements、wordings 中的一个。｜删掉这一行，或者改成上面列出的键。',
    ],
    refused: true,
  },
  {
    title: 'a missing key',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['number: 3\n', ''] }],
    told: [
      'projects/go-west.yaml:1:1 error missing-key｜少了“number”这一项：现在是没有写，应当是数字。｜加上一行“number: …”。',
    ],
    refused: true,
  },
  {
    title: 'a publisher of whom nobody says whether it has confirmed',
    mutations: [{ file: 'site.yaml', replace: [', confirmed: null }', ' }'] }],
    told: [
      'site.yaml:9:12 error missing-key｜少了“confirmed”这一项：现在是没有写，应当是一组“键: 值”或 null。｜加上一行“confirmed: …”；还不知道就写 null。',
    ],
    refused: true,
  },
  {
    title: 'a licence of the data that nobody who answers for the site can have decided on',
    mutations: [
      {
        file: 'site.yaml',
        replace: [
          'data_licence: null',
          'data_licence: { name: 样例许可, id: Sample-1.0, url: https://licence.example.cn/ }',
        ],
      },
    ],
    told: [
      'site.yaml:51:15 warning data-licence｜数据的许可写了，建设单位还没有确认：现在是“样例许可”，应当是“null”，或者先写 publisher 的 confirmed。｜许可由建设单位决定。它书面确认以前写 null，网页上写“还没有定”；确认以后写 publisher 的 confirmed，这一项才显示。',
    ],
    refused: false,
  },
  {
    title: 'a licence of the data without the place where it stands',
    mutations: [{ file: 'site.yaml', replace: ['data_licence: null', 'data_licence: { name: 样例许可, id: 样例 }'] }],
    told: [
      'site.yaml:51:15 error missing-key｜少了“url”这一项：现在是没有写，应当是文字。｜加上一行“url: …”。',
      'site.yaml:51:33 error bad-licence-id｜许可的代号写法不对：现在是“样例”，应当是只有字母、数字、点和连字符 -。｜照抄它的代号，例如 CC-BY-4.0；没有代号的，这一行整行删掉，名称写在 name。',
    ],
    refused: true,
  },
  {
    title: 'a licence of the data as words alone',
    mutations: [{ file: 'site.yaml', replace: ['data_licence: null', 'data_licence: CC-BY-4.0'] }],
    told: [
      'site.yaml:51:15 error not-a-group｜这里要写一组“键: 值”：现在是“CC-BY-4.0”，应当是一组“键: 值”或 null。｜换行，缩进两格，每行写一个“键: 值”；键有name、id、url，见 content/README.md。',
    ],
    refused: true,
  },
  {
    title: 'a publisher that has confirmed, without the paper',
    mutations: [{ file: 'site.yaml', replace: ['confirmed: null', "confirmed: { date: '2026-12-01' }"] }],
    told: ['site.yaml:9:40 error missing-key｜少了“paper”这一项：现在是没有写，应当是文字。｜加上一行“paper: …”。'],
    refused: true,
  },
  {
    title: 'an empty value',
    mutations: [{ file: 'projects/go-west.yaml', replace: ['title: 湖南省——山南市西部计划专项项目', 'title:'] }],
    told: [
      'projects/go-west.yaml:2:1 error empty-value｜“title”空着：现在是空着（null），应当是文字。｜这一项必须填，不能空着。',
    ],
    refused: true,
  },
  {
    title: 'a number with full-width digits',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['changsha: 50', 'changsha: ５０'] }],
    told: [
      'plan/annex-3.yaml:31:25 error full-width-digit｜数字是全角的：现在是“５０”，应当是数字。｜切换到英文输入法，改成 50。',
    ],
    refused: true,
  },
  {
    title: 'a number with a comma',
    mutations: [{ file: 'projects/student-aid.yaml', replace: ['amount: 5000', "amount: '5,000'"] }],
    told: [
      'projects/student-aid.yaml:18:26 error number-with-comma｜数字里有逗号：现在是“5,000”，应当是数字。｜去掉逗号，改成 5000。',
    ],
    refused: true,
  },
  {
    title: 'a number in quotation marks',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['total: 400', "total: '400'"] }],
    told: [
      'plan/annex-3.yaml:33:12 error quoted-number｜数字加了引号，变成了文字：现在是带引号的“400”，应当是数字或 null。｜去掉引号，改成 400。',
    ],
    refused: true,
  },
  {
    title: 'a number with its unit',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['total: 400', 'total: 400人'] }],
    told: [
      'plan/annex-3.yaml:33:12 error number-with-unit｜数字后面带了别的字：现在是“400人”，应当是数字或 null。｜只留数字，改成 400；单位写在它自己的那一项里。',
    ],
    refused: true,
  },
  {
    title: 'a word where a number should stand',
    mutations: [{ file: 'plan/annex-3.yaml', replace: ['total: 400', 'total: 四百'] }],
    told: [
      'plan/annex-3.yaml:33:12 error not-a-number｜这里要写数字：现在是“四百”，应当是数字或 null。｜改成阿拉伯数字，不带单位、逗号、引号。',
    ],
    refused: true,
  },
  {
    title: 'a code without quotation marks',
    mutations: [{ file: 'places.yaml', replace: ["value: '430100'", 'value: 430100'] }],
    told: [
      "places.yaml:10:12 error not-a-text｜这里要写文字：现在是没有引号的 430100，应当是文字。｜加上英文单引号，改成 '430100'。",
    ],
    refused: true,
  },
  {
    title: 'a code of seven digits',
    mutations: [{ file: 'places.yaml', replace: ["value: '430100'", "value: '4301001'"] }],
    told: [
      'places.yaml:10:12 error bad-code｜区划代码的位数不对：现在是“4301001”，应当是6位数字，下一级（乡、镇、街道）的9位。｜查国家统计局的统计用区划代码，下一级取前9位，加英文引号。',
    ],
    refused: true,
  },
  {
    title: 'a level that does not exist',
    mutations: [{ file: 'places.yaml', replace: ['level: county', 'level: conuty'] }],
    told: [
      'places.yaml:96:10 error not-an-option｜这里只能从几个词里选：现在是“conuty”，应当是其中一个：市写 city，县写 county，乡镇写 township，受援地区写 region，机关写 office，部门写 department，前方指挥部写 command，企业写 enterprise，学校写 school，医院写 hospital。｜是不是想写“county”（县）？',
    ],
    refused: true,
  },
  {
    title: 'a full-width colon',
    mutations: [
      { file: 'site.yaml', replace: ['own_level: { id: province, name: 团省委本级 }', 'own_level: id：province'] },
    ],
    told: [
      'site.yaml:21:12 error full-width-colon｜冒号是全角的：现在是“id：province”，应当是一组“键: 值”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
    ],
    refused: true,
  },
  {
    title: 'an id with capitals',
    mutations: [{ file: 'places.yaml', replace: ['changguo:', 'Changguo:'] }],
    told: [
      'places.yaml:182:1 error bad-id｜id 的写法不对：现在是“Changguo”，应当是小写拼音字母开头，只有小写字母、数字和连字符 -。｜改成 changguo 这样，不带声调的小写拼音。',
    ],
    refused: true,
  },
  {
    title: 'a colour by its name',
    mutations: [{ file: 'pairings.yaml', replace: ["'#b3202a'", '红'] }],
    told: [
      "pairings.yaml:7:8 error bad-colour｜颜色的写法不对：现在是“红”，应当是'#rrggbb' 六位小写十六进制数。｜改成 '#a35f00' 这样，要加英文引号。",
    ],
    refused: true,
  },
  {
    title: 'a date that does not exist',
    mutations: [{ file: 'plan/document.yaml', replace: ['2019-05-08', '2019-02-30'] }],
    told: [
      'plan/document.yaml:7:7 error no-such-date｜没有这一天：现在是“2019-02-30”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
    refused: true,
  },
  {
    title: 'a date written differently',
    mutations: [{ file: 'plan/document.yaml', replace: ["'2019-05-08'", '2019年5月8日'] }],
    told: [
      "plan/document.yaml:7:7 error bad-date｜日期的写法不对：现在是“2019年5月8日”，应当是年-月-日，月和日都是两位。｜改成 '2019-05-08'。",
    ],
    refused: true,
  },
  {
    title: 'an address without protocol',
    mutations: [{ file: 'site.yaml', replace: ['https://xiangqing.example.invalid/', 'xiangqing.cn'] }],
    told: [
      'site.yaml:4:10 error bad-url｜网址的写法不对：现在是“xiangqing.cn”，应当是完整的网址。｜改成 https://xiangqing.cn，前面的 https:// 也要写。',
    ],
    refused: true,
  },
  {
    title: 'too few cells',
    mutations: [{ file: 'plan/annex-1.yaml', replace: ['[长沙, 贡嘎县, 昌', '[贡嘎县, 昌'] }],
    told: ['plan/annex-1.yaml:9:12 error list-length｜列表的项数不对：现在是2项，应当是至少3项。｜补上缺的项。'],
    refused: true,
  },
  {
    title: 'too many review steps',
    mutations: [{ file: 'site.yaml', replace: ['person: 3', 'person: 5'] }],
    told: ['site.yaml:30:25 error out-of-range｜数超出了范围：现在是“5”，应当是不大于3的数。｜核对这个数。'],
    refused: true,
  },
  {
    title: 'a number with a comma inside braces',
    mutations: [{ file: 'projects/student-aid.yaml', replace: ['amount: 5000', 'amount: 5,000'] }],
    told: [
      'projects/student-aid.yaml:18:28 error unknown-key｜不认识这个键：现在是“0”，应当是amount、unit、per、source、quote 中的一个。｜删掉这一行，或者改成上面列出的键。',
    ],
    refused: true,
  },
];

describe('A value of the wrong form is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
