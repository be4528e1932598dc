import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const cases: Case[] = [
  {
    title: 'an empty file',
    mutations: [{ file: 'pairings.yaml', write: '' }],
    told: [
      'pairings.yaml:1:1 error empty-file｜文件是空的：现在一个字也没有，应当有内容。｜照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。',
    ],
    refused: true,
  },
  {
    title: 'a file of comments only',
    mutations: [{ file: 'pairings.yaml', write: '# 以后再写\n' }],
    told: [
      'pairings.yaml:1:1 error empty-file｜文件是空的：现在只有注释，应当有内容。｜照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。',
    ],
    refused: true,
  },
  {
    title: 'a missing file',
    mutations: [{ file: 'departments.yaml', write: null }],
    told: [
      'departments.yaml:1:1 error missing-file｜缺少文件：现在没有 departments.yaml，应当有这个文件。｜照 content/README.md 里的例子建好这个文件。',
    ],
    refused: true,
  },
  {
    title: 'a file in GBK',
    mutations: [{ file: 'pairings.yaml', write: new Uint8Array([35, 32, 97, 10, 35, 32, 203, 181, 195, 247, 10]) }],
    told: [
      'pairings.yaml:2:4 error not-utf-8｜文件的编码不对：第2行（第9个字节）不是 UTF-8，多半是用 GBK（ANSI）保存的；应当是 UTF-8。｜用记事本打开这个文件，选“另存为”，编码选 UTF-8，保存后再检查一次。',
    ],
    refused: true,
  },
  {
    title: 'a file in UTF-16',
    mutations: [{ file: 'pairings.yaml', write: new Uint8Array([255, 254, 35, 0]) }],
    told: [
      'pairings.yaml:1:1 error not-utf-8｜文件的编码不对：现在是 UTF-16（Unicode），应当是 UTF-8。｜用记事本打开这个文件，选“另存为”，编码选 UTF-8，保存后再检查一次。',
    ],
    refused: true,
  },
  {
    title: 'a tab as indentation',
    mutations: [{ file: 'places.yaml', replace: ['  level: city', '\tlevel: city'] }],
    told: [
      'places.yaml:6:1 error tab-indent｜行首用了制表符（Tab 键）：现在是 Tab，应当是空格。｜删掉行首的 Tab，改用空格，每层两个。',
    ],
    refused: true,
  },
  {
    title: 'wide spaces as indentation',
    mutations: [{ file: 'places.yaml', replace: ['  level: city', '　　level: city'] }],
    told: [
      'places.yaml:6:1 error wide-space-indent｜行首用了全角空格：现在是全角空格，应当是半角空格。｜删掉行首的空格，切换到英文输入法，再按空格键，每层两个。',
    ],
    refused: true,
  },
  {
    title: 'a quotation mark that is not closed',
    mutations: [{ file: 'site.yaml', replace: ['to: 西藏山南', "to: '西藏山南"] }],
    told: [
      "site.yaml:12:5 error broken-yaml｜这里少了一个符号（引号、括号、逗号，或冒号后面的空格）：现在是“to: '西藏山南”，应当是“键: 值”或以“- ”开头的一行。｜引号和括号要成对，都用英文的；英文冒号后面要空一格。",
    ],
    refused: true,
  },
  {
    title: 'indentation that fits no level',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南', ' from: 湖南'] }],
    told: [
      'site.yaml:10:14 error broken-yaml｜这一行里有两个“键: 值”，或者下一行多缩进了：现在是“description: 共青团湖南省委2019—2020年援建西藏山南市的计划…”，应当是“键: 值”或以“- ”开头的一行。｜一行只写一个“键: 值”，同一层的行首空格一样多；值里有英文冒号加空格时，把值放进英文引号里。',
    ],
    refused: true,
  },
  {
    title: 'a key given twice',
    mutations: [{ file: 'site.yaml', replace: ['to: 西藏山南', 'to: 西藏山南\nfrom: 湘'] }],
    told: [
      'site.yaml:13:1 error duplicate-key｜键“from”写了两次：现在同一层里有两个，应当只有一个。｜删掉一个；如果是两样东西，请给其中一个换名字。',
    ],
    refused: true,
  },
  {
    title: 'a place given twice in one file',
    mutations: [{ file: 'places.yaml', replace: ['zhuzhou:\n', 'changsha:\n'] }],
    told: [
      'places.yaml:22:1 error duplicate-key｜键“changsha”写了两次：现在同一层里有两个，应当只有一个。｜删掉一个；如果是两样东西，请给其中一个换名字。',
    ],
    refused: true,
  },
  {
    title: 'an anchor and an alias',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南\nto: 西藏山南', 'from: &a 湖南\nto: *a'] }],
    told: [
      'site.yaml:11:10 error yaml-feature｜用了本站不用的写法：现在是记号 &a，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
      'site.yaml:12:5 error yaml-feature｜用了本站不用的写法：现在是引用 *a，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
    ],
    refused: true,
  },
  {
    title: 'a tag',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南', 'from: !!str 湖南'] }],
    told: [
      'site.yaml:11:13 error yaml-feature｜用了本站不用的写法：现在是标签 !!str，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
    ],
    refused: true,
  },
  {
    title: 'a character that turns the direction of writing',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南', 'from: 湖\u202e南'] }],
    told: [
      'site.yaml:11:8 error bidi-character｜这一行第8个字是改变文字方向的隐形字符（U+202E），应当只有看得见的字。｜把光标移到这里，删掉这个字；不好删就把整行重新打一遍。',
    ],
    refused: true,
  },
  {
    title: 'a zero-width character',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南', 'from: 湖\u200b南'] }],
    told: [
      'site.yaml:11:8 warning invisible-character｜文字里有看不见的零宽字符：现在共1个，在第11行，应当一个也没有；读的时候已经去掉。｜不用一个一个删，不去掉也不影响网页；稿件运行 npm run tidy -- <稿件id>，从文件里一次去掉。',
    ],
    refused: false,
  },
  {
    title: 'a NUL',
    mutations: [{ file: 'site.yaml', replace: ['from: 湖南', 'from: 湖\u0000南'] }],
    told: [
      'site.yaml:11:8 error control-character｜这一行第8个字是控制字符（U+0000），应当只有看得见的字。｜把光标移到这里，删掉这个字；不好删就把整行重新打一遍。',
    ],
    refused: true,
  },
  {
    title: 'broken JSON',
    mutations: [{ file: 'map/waters.json', write: '{"type":\n"FeatureCollection",,}' }],
    told: [
      'map/waters.json:2:21 error broken-json｜JSON 读不懂：现在这里的符号不对，应当是成对的引号、括号和一个个英文逗号。｜这个文件由程序生成，请用原来的程序重新导出，不要手改。',
    ],
    refused: true,
  },
  {
    title: 'an annex that does not exist',
    mutations: [{ file: 'plan/document.yaml', replace: ['annex-3]', 'annex-4]'] }],
    told: [
      'plan/document.yaml:12:29 error missing-file｜没有这张表的文件：现在是“annex-4”，应当是 plan/ 里有的文件名（不带 .yaml）。｜是不是想写“annex-3”？',
      'plan/annex-3.yaml:1:1 error unexpected-file｜网站不读这个文件：现在放在这里，应当是能用的文件名。｜正文后面的表要列在 plan/document.yaml 的 annexes 里（不带 .yaml）；用不着就删掉这个文件。',
    ],
    refused: true,
  },
  {
    title: 'a report with another ending',
    mutations: [{ file: 'reports/changsha-2020-12-31.yml', write: 'as_of: 1' }],
    told: [
      'reports/changsha-2020-12-31.yml:1:1 error unexpected-file｜网站不读这个文件：现在放在这里，应当是能用的文件名。｜文件名改成“单位id-年-月-日.yaml”，例如 <单位id>-2019-12-31.yaml。',
    ],
    refused: true,
  },
  {
    title: 'a report whose name is no unit and day',
    mutations: [{ file: 'reports/长沙上报.yaml', write: 'as_of: 1' }],
    told: [
      'reports/长沙上报.yaml:1:1 error unexpected-file｜网站不读这个文件：现在放在这里，应当是能用的文件名。｜文件名改成“单位id-年-月-日.yaml”，例如 <单位id>-2019-12-31.yaml。',
    ],
    refused: true,
  },
  {
    title: 'full-width punctuation inside braces',
    mutations: [
      {
        file: 'plan/annex-3.yaml',
        replace: ['{ changsha: 50, zhuzhou: 50, yueyang', '{ changsha: 50，zhuzhou: 50, yueyang'],
      },
    ],
    told: [
      'plan/annex-3.yaml:31:25 error broken-yaml｜大括号或方括号里夹了分行的写法：现在是“2019: { changsha: 50，zhuzhou: 50, yueyan…”，应当是“键: 值”或以“- ”开头的一行。｜这一行里有全角的“，”或“：”，用作分隔的要改成英文的 , 和 : 。把括号里的内容写在一行里，各项用英文逗号隔开。',
    ],
    refused: true,
  },
];

describe('A file that cannot be read as content is told with file, line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', ({ mutations, told: expected, refused }) => {
    const result = problemsAfter(mutations);
    expect(result.problems.map(told)).toEqual(expected);
    expect(result.refused).toBe(refused);
  });
});
