import { describe, expect, test } from 'vitest';
import { FRONT, PNG, type StoryCase, toldOfCase } from './story-mutation.ts';

/** A file whose front matter has one thing changed. */
const front = (from: string | RegExp, to: string) => `${FRONT.replace(from, to)}\n正文一句。\n`;
const BODY = '\n正文一句。\n';

const cases: StoryCase[] = [
  {
    title: 'no front matter at all',
    text: '正文一句。\n',
    told: [
      '1:1 error front-matter-missing｜没有稿头：现在文件的开头是“正文一句。”，应当是一行三个英文连字符 ---，下面逐行写“键: 值”，再写一行 ---。｜照别的稿件的样子，在文件最前面写好稿头：kind、title、summary、date、editor、source。',
    ],
  },
  {
    title: 'front matter without its first line',
    text: FRONT.slice(4) + BODY,
    told: [
      '1:1 error front-matter-missing｜稿头少了开头的一行：现在文件的开头是“kind: news”，应当先有一行三个英文连字符 ---。｜在文件最前面加一行，只写 ---。',
    ],
  },
  {
    title: 'front matter that is never closed',
    text: `${FRONT.slice(0, -4)}\n正文的一句话写得很长，看得出来它不是稿头里的一项。\n`,
    told: [
      '1:1 error front-matter-open｜稿头没有关上：现在第1行的 --- 下面没有第二个 ---，应当在稿头的末尾再写一行 ---。｜在第7行的下面加一行，只写三个英文连字符 ---。',
    ],
  },
  {
    title: 'front matter that is not closed, though a line is drawn further down',
    text: `${FRONT.slice(0, -4)}\n## 小标题\n\n文字\n\n---\n\n文字\n`,
    told: [
      '1:1 error front-matter-open｜稿头没有关上：现在第1行的 --- 下面没有第二个 ---，应当在稿头的末尾再写一行 ---。｜在第7行的下面加一行，只写三个英文连字符 ---。',
    ],
  },
  {
    title: 'a first line with a space behind it',
    text: FRONT.replace('---', '--- ') + BODY,
    told: [
      '1:1 error front-matter-fence｜稿头的开头一行写得不对：现在是“--- ”，应当是三个英文连字符 ---。｜切换到英文输入法，这一行只写 ---，前后不留空格。',
    ],
  },
  {
    title: 'a first line of Chinese dashes',
    text: FRONT.replace('---', '———') + BODY,
    told: [
      '1:1 error front-matter-fence｜稿头的开头一行写得不对：现在是“———”，应当是三个英文连字符 ---。｜切换到英文输入法，这一行只写 ---，前后不留空格。',
    ],
  },
  {
    title: 'a last line of four hyphens',
    text: front(/---\n$/, '----\n'),
    told: [
      '8:1 error front-matter-fence｜稿头的结尾一行写得不对：现在是“----”，应当是三个英文连字符 ---。｜切换到英文输入法，这一行只写 ---，前后不留空格。',
    ],
  },
  {
    title: 'a last line that is indented',
    text: front(/---\n$/, ' ---\n'),
    told: [
      '8:1 error front-matter-fence｜稿头的结尾一行写得不对：现在是“ ---”，应当是三个英文连字符 ---。｜切换到英文输入法，这一行只写 ---，前后不留空格。',
    ],
  },
  {
    title: 'empty lines before the first line',
    text: `\n\n${FRONT}${BODY}`,
    told: [
      '1:1 error front-matter-fence｜稿头前面有空行：现在第3行才是 ---，应当是文件的第1行。｜删掉文件开头的空行。',
    ],
  },
  {
    title: 'an empty file',
    text: '',
    told: [
      '1:1 error empty-file｜文件是空的：现在一个字也没有，应当有内容。｜照 content/README.md 里的样子把内容写进去；这个文件用不着就把它删掉。',
    ],
  },
  {
    title: 'front matter without any key, and a text',
    text: `---\n---\n${BODY}`,
    told: [
      '1:1 error missing-key｜少了“kind”这一项：现在是没有写，应当是其中一个：人物写 person，集体写 collective，成果写 achievement，好办法写 practice，动态写 news，解读写 explainer。｜加上一行“kind: …”，从里面选一个。',
      '1:1 error missing-key｜少了“title”这一项：现在是没有写，应当是文字。｜加上一行“title: …”。',
      '1:1 error missing-key｜少了“summary”这一项：现在是没有写，应当是文字。｜加上一行“summary: …”。',
      '1:1 error missing-key｜少了“date”这一项：现在是没有写，应当是文字。｜加上一行“date: …”。',
      '1:1 error missing-key｜少了“editor”这一项：现在是没有写，应当是文字。｜加上一行“editor: …”。',
      '1:1 error missing-key｜少了“source”这一项：现在是没有写，应当是文字。｜加上一行“source: …”。',
    ],
  },
  {
    title: 'front matter without a text',
    text: FRONT,
    told: [
      '9:1 error story-no-text｜正文是空的：现在是稿头后面一个字也没有，应当是一篇稿件的正文。｜在第二个 --- 的下面空一行，写正文。',
    ],
  },
  {
    title: 'a file in UTF-16',
    text: new Uint8Array([255, 254, 45, 0]),
    told: [
      '1:1 error not-utf-8｜文件的编码不对：现在是 UTF-16（Unicode），应当是 UTF-8。｜用记事本打开这个文件，选“另存为”，编码选 UTF-8，保存后再检查一次。',
    ],
  },
  {
    title: 'a file in GBK',
    text: new Uint8Array([45, 45, 45, 10, 0xb1, 0xea, 10]),
    told: [
      '2:1 error not-utf-8｜文件的编码不对：第2行（第5个字节）不是 UTF-8，多半是用 GBK（ANSI）保存的；应当是 UTF-8。｜用记事本打开这个文件，选“另存为”，编码选 UTF-8，保存后再检查一次。',
    ],
  },
  {
    title: 'a NUL, and a brace further down',
    text: `${FRONT}\n正\u0000文\n{文}\n`,
    told: [
      '10:1 warning story-lines-joined｜这几行在网页上会连成一段：现在是“正 文”下面紧接着“{文}”，应当是段和段之间空一行；名单每行前面写“- ”。｜运行 npm run tidy -- <稿件id>，一次排好；或者自己空行。本来就是一段的，写在一行里。',
      '10:2 error control-character｜这一行第2个字是控制字符（U+0000），应当只有看得见的字。｜把光标移到这里，删掉这个字；不好删就把整行重新打一遍。',
      '11:1 error story-brace｜稿件里不能用英文大括号：现在是“{文}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'a character that turns the direction of writing',
    text: front('小事', '小\u202e事'),
    told: [
      '3:11 error bidi-character｜这一行第11个字是改变文字方向的隐形字符（U+202E），应当只有看得见的字。｜把光标移到这里，删掉这个字；不好删就把整行重新打一遍。',
    ],
  },
  {
    title: 'zero-width characters, told once and taken out',
    text: `${FRONT}\n正\u200b文\u200b一\u200b句。\n`,
    told: [
      '10:2 warning invisible-character｜文字里有看不见的零宽字符：现在共3个，在第10行，应当一个也没有；读的时候已经去掉。｜不用一个一个删，不去掉也不影响网页；稿件运行 npm run tidy -- <稿件id>，从文件里一次去掉。',
    ],
  },
  {
    title: 'a key given twice',
    text: front('date:', 'title: 又一个\ndate:'),
    told: [
      '5:1 error duplicate-key｜键“title”写了两次：现在同一层里有两个，应当只有一个。｜删掉一个；如果是两样东西，请给其中一个换名字。',
    ],
  },
  {
    title: 'a misspelt key',
    text: front('editor', 'edtior'),
    told: [
      '6:1 error unknown-key｜不认识这个键：现在是“edtior”，应当是kind、title、subtitle、summary、date、projects、places、people、fallbacks、names、author、editor、source、source_url、cover、weight、publish_at、unpublish_at、corrections、accept、profile 中的一个。｜把“edtior”改成“editor”。',
    ],
  },
  {
    title: 'a key that nothing resembles',
    text: front('editor: 编辑部', 'editor: 编辑部\nremark: 无'),
    told: [
      '7:1 error unknown-key｜不认识这个键：现在是“remark”，应当是kind、title、subtitle、summary、date、projects、places、people、fallbacks、names、author、editor、source、source_url、cover、weight、publish_at、unpublish_at、corrections、accept、profile 中的一个。｜删掉这一行，或者改成上面列出的键。',
    ],
  },
  {
    title: 'a key in Chinese, which is not missing as well',
    text: front('title', '标题'),
    told: [
      '3:1 error unknown-key｜不认识这个键：现在是“标题”，应当是kind、title、subtitle、summary、date、projects、places、people、fallbacks、names、author、editor、source、source_url、cover、weight、publish_at、unpublish_at、corrections、accept、profile 中的一个。｜键用英文写：把“标题”改成“title”。',
    ],
  },
  {
    title: 'a kind in Chinese',
    text: front('news', '动态'),
    told: [
      '2:7 error not-an-option｜这里只能从几个词里选：现在是“动态”，应当是其中一个：人物写 person，集体写 collective，成果写 achievement，好办法写 practice，动态写 news，解读写 explainer。｜“动态”在这里写 news。',
    ],
  },
  {
    title: 'a misspelt kind',
    text: front('news', 'newz'),
    told: [
      '2:7 error not-an-option｜这里只能从几个词里选：现在是“newz”，应当是其中一个：人物写 person，集体写 collective，成果写 achievement，好办法写 practice，动态写 news，解读写 explainer。｜是不是想写“news”（动态）？',
    ],
  },
  {
    title: 'a tag',
    text: front('一件', '!!str 一件'),
    told: [
      '3:14 error yaml-feature｜用了本站不用的写法：现在是标签 !!str，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
    ],
  },
  {
    title: 'an anchor and an alias',
    text: front(/title: .*\nsummary: .*/, 'title: &a 一件\nsummary: *a'),
    told: [
      '3:11 error yaml-feature｜用了本站不用的写法：现在是记号 &a，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
      '4:10 error yaml-feature｜用了本站不用的写法：现在是引用 *a，应当是直接写出内容。｜把内容原样写出来；如果这是文字的一部分，请把整段文字放进英文引号里。',
    ],
  },
  {
    title: 'a full-width colon, and behind it a mistake in another line',
    text: front(/title: .*\nsummary: .*\ndate: .*/, 'title：一件小事\nsummary: 一句话\ndate: 2026-02-30'),
    told: [
      '3:6 error full-width-colon｜冒号是全角的：现在是“title：”，应当是“title: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '5:7 error no-such-date｜没有这一天：现在是“2026-02-30”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
  },
  {
    title: 'full-width colons all over',
    text: FRONT.replaceAll(': ', '：') + BODY,
    told: [
      '2:5 error full-width-colon｜冒号是全角的：现在是“kind：”，应当是“kind: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '3:6 error full-width-colon｜冒号是全角的：现在是“title：”，应当是“title: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '4:8 error full-width-colon｜冒号是全角的：现在是“summary：”，应当是“summary: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '5:5 error full-width-colon｜冒号是全角的：现在是“date：”，应当是“date: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '6:7 error full-width-colon｜冒号是全角的：现在是“editor：”，应当是“editor: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
      '7:7 error full-width-colon｜冒号是全角的：现在是“source：”，应当是“source: ”。｜切换到英文输入法，把“：”改成“:”，冒号后面空一格。',
    ],
  },
  {
    title: 'a colon without a space, and a wrong value behind it in its right column',
    text: front('kind: news', 'kind:newz'),
    told: [
      '2:5 error colon-without-space｜冒号后面少了空格：现在是“kind:”紧接着值，应当是“kind: ”再写值。｜英文冒号后面空一格，再写值。',
      '2:6 error not-an-option｜这里只能从几个词里选：现在是“newz”，应当是其中一个：人物写 person，集体写 collective，成果写 achievement，好办法写 practice，动态写 news，解读写 explainer。｜是不是想写“news”（动态）？',
    ],
  },
  {
    title: 'a tab as indentation',
    text: front('source:', 'people:\n\t- 张三\nsource:'),
    told: [
      '8:1 error tab-indent｜行首用了制表符（Tab 键）：现在是 Tab，应当是空格。｜删掉行首的 Tab，改用空格，每层两个。',
    ],
  },
  {
    title: 'wide spaces as indentation',
    text: front('source:', 'people:\n\u3000\u3000- 张三\nsource:'),
    told: [
      '8:1 error wide-space-indent｜行首用了全角空格：现在是全角空格，应当是半角空格。｜删掉行首的空格，切换到英文输入法，再按空格键，每层两个。',
    ],
  },
  {
    title: 'a missing key',
    text: front('editor: 编辑部\n', ''),
    told: ['2:1 error missing-key｜少了“editor”这一项：现在是没有写，应当是文字。｜加上一行“editor: …”。'],
  },
  {
    title: 'an empty title',
    text: front('一件小事', ''),
    told: ['3:1 error empty-value｜“title”空着：现在是空着（null），应当是文字。｜这一项必须填，不能空着。'],
  },
  {
    title: 'a title of spaces',
    text: front('一件小事', "'  '"),
    told: [
      '3:8 error text-length｜文字的长短不对：现在是只有空格，应当是至少1个字。｜写上内容；没有内容就把这一行整行删掉。',
    ],
  },
  {
    title: 'a title of 61 characters',
    text: front('一件小事', '长'.repeat(61)),
    told: [
      '3:8 error text-length｜文字太长：现在是“长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…”，共61个字，应当是最多60个字。｜删短一些，到60个字以内；标点也算。',
    ],
  },
  {
    title: 'a title of several lines',
    text: front('一件小事', '|\n  一件\n  小事'),
    told: [
      '3:8 error text-lines｜这一项要写在一行里：现在是“一件↵小事”，应当是一行文字，中间和末尾都没有换行。｜去掉 | 和 >，把文字和键写在同一行。',
    ],
  },
  {
    title: 'a title with a topic, which is a remark to YAML',
    text: front('一件小事', '一件 #小事#'),
    told: [
      '3:11 warning yaml-remark｜# 后面的字不算内容：现在是“#小事#”，应当是没有 # 的值，或者放在英文引号里。｜要这些字，就把整个值放进英文单引号；不要，就删掉。',
    ],
  },
  {
    title: 'a title that is all topic',
    text: front('一件小事', '#小事#'),
    told: [
      '3:1 error empty-value｜“title”空着：现在是空着（null），应当是文字。｜这一项必须填，不能空着。',
      '3:8 warning yaml-remark｜# 后面的字不算内容：现在是“#小事#”，应当是没有 # 的值，或者放在英文引号里。｜要这些字，就把整个值放进英文单引号；不要，就删掉。',
    ],
  },
  {
    title: 'a colon inside a title, and a wrong kind all the same',
    text: front(/kind: news\ntitle: .*/, 'kind: newz\ntitle: 问: 答'),
    told: [
      '2:7 error not-an-option｜这里只能从几个词里选：现在是“newz”，应当是其中一个：人物写 person，集体写 collective，成果写 achievement，好办法写 practice，动态写 news，解读写 explainer。｜是不是想写“news”（动态）？',
      '3:8 error broken-yaml｜这一行里有两个“键: 值”，或者下一行多缩进了：现在是“title: 问: 答”，应当是“键: 值”或以“- ”开头的一行。｜一行只写一个“键: 值”，同一层的行首空格一样多；值里有英文冒号加空格时，把值放进英文引号里。',
    ],
  },
  {
    title: 'a line without a colon, and a wrong day all the same',
    text: front(/title: .*\n(.*)\ndate: .*/, 'title 一件小事\n$1\ndate: 2026-02-30'),
    told: [
      '3:1 error broken-yaml｜键占了两行，多半是上一行少了冒号或引号没有关上：现在是“title 一件小事”，应当是“键: 值”或以“- ”开头的一行。｜每一行都写成“键: 值”，用英文冒号，冒号后面空一格。',
      '5:7 error no-such-date｜没有这一天：现在是“2026-02-30”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
  },
  {
    title: 'a quotation mark that is not closed',
    text: front('一件小事', "'一件小事"),
    told: [
      "3:8 error broken-yaml｜这里少了一个符号（引号、括号、逗号，或冒号后面的空格）：现在是“title: '一件小事”，应当是“键: 值”或以“- ”开头的一行。｜引号和括号要成对，都用英文的；英文冒号后面要空一格。",
    ],
  },
  {
    title: 'a day that does not exist',
    text: front('2026-01-05', '2026-02-30'),
    told: [
      '5:7 error no-such-date｜没有这一天：现在是“2026-02-30”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
  },
  {
    title: 'a day written in Chinese',
    text: front('2026-01-05', '2026年1月5日'),
    told: [
      "5:7 error bad-date｜日期的写法不对：现在是“2026年1月5日”，应当是年-月-日，月和日都是两位。｜改成 '2026-01-05'。",
    ],
  },
  {
    title: 'a day as one number',
    text: front('2026-01-05', '20260105'),
    told: [
      "5:7 error bad-date｜日期的写法不对：现在是“20260105”，应当是年-月-日，月和日都是两位。｜改成 '2026-01-05'。",
    ],
  },
  {
    title: 'an hour that does not exist',
    text: front('source:', 'publish_at: 2026-02-01 25:00\nsource:'),
    told: [
      '7:13 error no-such-date｜没有这个时刻：现在是“2026-02-01 25:00”，应当是日历和钟上有的时刻。｜对照日历改正：月从01到12，日看当月，时从00到23，分从00到59。',
    ],
  },
  {
    title: 'a moment on a day that does not exist',
    text: front('source:', 'publish_at: 2026-02-30 08:00\nsource:'),
    told: [
      '7:13 error no-such-date｜没有这个时刻：现在是“2026-02-30 08:00”，应当是日历和钟上有的时刻。｜对照日历改正：月从01到12，日看当月，时从00到23，分从00到59。',
    ],
  },
  {
    title: 'a moment written differently',
    text: front('source:', 'unpublish_at: 2026-02-01 8:00\nsource:'),
    told: [
      '7:15 error bad-date｜时间的写法不对：现在是“2026-02-01 8:00”，应当是年-月-日，或者 年-月-日 时:分。｜改成 2019-05-08 或 2019-05-08 09:00 这样：半角的数字、连字符和冒号，时和分都是两位。',
    ],
  },
  {
    title: 'taken back at the moment it appears',
    text: front('source:', 'publish_at: 2026-02-01 08:00\nunpublish_at: 2026-02-01T00:00Z\nsource:'),
    told: [
      '8:15 error never-out｜撤下的时间不在发布以后，这一篇永远不会出现：现在是“2026-02-01T00:00Z”，应当是晚于 publish_at 的 2026-02-01 08:00。｜改正 unpublish_at 或 publish_at；不打算撤下就删掉 unpublish_at。',
    ],
  },
  {
    title: 'taken back before its day',
    text: front('source:', 'unpublish_at: 2025-12-31\nsource:'),
    told: [
      '7:15 error never-out｜撤下的时间不在发布以后，这一篇永远不会出现：现在是“2025-12-31”，应当是晚于 date 的 2026-01-05。｜改正 unpublish_at 或 date；不打算撤下就删掉 unpublish_at。',
    ],
  },
  {
    title: 'an address without protocol',
    text: front('source:', 'source_url: www.example.cn\nsource:'),
    told: [
      '7:13 error bad-url｜网址的写法不对：现在是“www.example.cn”，应当是完整的网址。｜改成 https://www.example.cn，前面的 https:// 也要写。',
    ],
  },
  {
    title: 'an address with words behind it',
    text: front('source:', 'source_url: https://example.cn，谢谢\nsource:'),
    told: [
      '7:13 error bad-url｜网址的写法不对：现在是“https://example.cn，谢谢”，应当是完整的网址。｜改成 https://www.example.cn/ 这样，以 https:// 开头。',
    ],
  },
  {
    title: 'an unknown project and an unknown place',
    text: front('source:', 'projects: [boks]\nplaces: [jia, nowhere]\nsource:'),
    told: [
      '7:12 error unknown-project｜没有这个项目：现在是“boks”，应当是projects/ 里有的项目 id（文件名去掉 .yaml）。｜是不是想写“books”（捐书）？',
      '8:15 error unknown-place｜没有这个地方：现在是“nowhere”，应当是places.yaml 里有的地方、单位的 id。｜照抄 places.yaml 里的 id；不在这些地方就删掉。',
    ],
  },
  {
    title: 'a project that is no list',
    text: front('source:', 'projects: books\nsource:'),
    told: ['7:11 error not-a-list｜这里要写一个列表：现在是“books”，应当是列表。｜写成 [books]。'],
  },
  {
    title: 'an id with capitals',
    text: front('source:', 'projects: [Books]\nsource:'),
    told: ['7:12 error bad-id｜id 的写法不对：现在是“Books”，应当是books。｜是不是想写“books”（捐书）？'],
  },
  {
    title: 'an empty item of a list',
    text: front('source:', 'people:\n  - 张三\n  -\nsource:'),
    told: ['9:4 error empty-value｜“people”的第2项空着：现在是空着（null），应当是文字。｜写上内容，或者删掉这一项。'],
  },
  {
    title: 'projects, places and people twice',
    text: front('source:', 'projects: [books, books]\nplaces: [jia, jia]\npeople: [张三, 张三]\nsource:'),
    told: [
      '7:19 error listed-twice｜“projects”里同一个写了两次：现在是第二个“books”，应当是每个只写一次。｜删掉重复的一个。',
      '8:15 error listed-twice｜“places”里同一个写了两次：现在是第二个“jia”，应当是每个只写一次。｜删掉重复的一个。',
      '9:14 error listed-twice｜“people”里同一个写了两次：现在是第二个“张三”，应当是每个只写一次。｜删掉重复的一个。',
    ],
  },
  {
    title: 'a weight that is too large',
    text: front('source:', 'weight: 100\nsource:'),
    told: ['7:9 error out-of-range｜数超出了范围：现在是“100”，应当是不大于99的数。｜核对这个数。'],
  },
  {
    title: 'a correction on a day that does not exist',
    text: front('source:', 'corrections:\n  - date: 2026-13-01\n    text: 改了一处\nsource:'),
    told: [
      '8:11 error no-such-date｜没有这一天：现在是“2026-13-01”，应当是日历上有的日期。｜对照日历改正，例如二月没有30日。',
    ],
  },
  {
    title: 'an acceptance without a reason',
    text: front('source:', 'accept:\n  - code: any-code\n    reason: 无\nsource:'),
    told: [
      '9:13 error text-length｜文字的长短不对：现在是“无”，应当是至少4个字。｜写上内容；没有内容就把这一行整行删掉。',
    ],
  },
  {
    title: 'a cover that is only a file name',
    text: front('source:', 'cover: a.png\nsource:'),
    beside: { 'stories/one/b.png': PNG },
    told: [
      '7:8 error not-a-group｜这里要写一组“键: 值”：现在是“a.png”，应当是一组“键: 值”。｜换行，缩进两格，每行写一个“键: 值”；键有src、alt、caption、photographer、holder、licence、people、expires、map_approval、press、form、focus，见 content/README.md。',
      'stories/one/b.png:1:1 warning picture-unused｜这张图片没有用到：现在稿件里没有写“b.png”，应当是用到的图片。｜在稿件里用上它，或者从文件夹里删掉。',
    ],
  },
  {
    title: 'a cover without rights',
    text: front('source:', 'cover:\n  src: a.png\nsource:'),
    beside: { 'stories/one/a.png': PNG },
    told: [
      '8:3 error missing-key｜少了“alt”这一项：现在是没有写，应当是文字。｜加上一行“alt: …”。',
      '8:3 error missing-key｜少了“caption”这一项：现在是没有写，应当是文字。｜加上一行“caption: …”。',
      '8:3 error missing-key｜少了“photographer”这一项：现在是没有写，应当是文字。｜加上一行“photographer: …”。',
      '8:3 error missing-key｜少了“holder”这一项：现在是没有写，应当是文字。｜加上一行“holder: …”。',
      '8:3 error missing-key｜少了“licence”这一项：现在是没有写，应当是文字。｜加上一行“licence: …”。',
      '8:3 error missing-key｜少了“people”这一项：现在是没有写，应当是文字。｜加上一行“people: …”。',
    ],
  },
  {
    title: 'Windows line ends and a byte order mark: columns and lines stay right',
    text: `\ufeff${FRONT}\n正文{a}\n`.replaceAll('\n', '\r\n'),
    told: [
      '10:3 error story-brace｜稿件里不能用英文大括号：现在是“{a}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
  {
    title: 'line ends of old Macintoshes',
    text: `${FRONT}\n正文{a}\n`.replaceAll('\n', '\r'),
    told: [
      '10:3 error story-brace｜稿件里不能用英文大括号：现在是“{a}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
    ],
  },
];

describe('The front matter of a story is told with line, what stands there, what is expected and how to mend it', () => {
  test.each(cases)('$title', (one) => {
    expect(toldOfCase(one)).toEqual(one.told);
  });
});
