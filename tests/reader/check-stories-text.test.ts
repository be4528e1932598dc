import { describe, expect, test } from 'vitest';
import { type StoryCase, toldOfCase } from './story-mutation.ts';

const cases: StoryCase[] = [
  {
    title: 'headings without a space',
    body: '##小标题\n\n文\n\n####又一个',
    told: [
      '10:1 error story-heading-space｜标题的井号后面少了空格：现在是“##小标题”，应当是“## 小标题”。｜井号和字之间空一格；一级的写“## ”，下一级的写“### ”。',
      '14:1 error story-heading-space｜标题的井号后面少了空格：现在是“####又一个”，应当是“#### 又一个”。｜井号和字之间空一格；一级的写“## ”，下一级的写“### ”。',
    ],
  },
  {
    title: 'one sign, one line and no topic',
    body: '#小标题',
    told: [
      '10:1 warning story-heading-space｜井号会原样显示出来：现在是“#小标题”，应当是“## 小标题”。｜是标题，就写成“## ”加标题；是话题，就写成 #小标题#。',
    ],
  },
  {
    title: 'headings with full-width signs, and a topic',
    body: '＃＃ 小标题\n\n＃ 小标题\n\n＃话题＃ 文字',
    told: [
      '10:1 error story-heading-full-width｜标题的井号是全角的：现在是“＃＃ 小标题”，应当是“## 小标题”。｜切换到英文输入法，把 ＃ 改成 #，后面空一格；一级的写“## ”，下一级的写“### ”。',
      '12:1 error story-heading-full-width｜标题的井号是全角的：现在是“＃ 小标题”，应当是“## 小标题”。｜切换到英文输入法，把 ＃ 改成 #，后面空一格；一级的写“## ”，下一级的写“### ”。',
    ],
  },
  {
    title: 'a heading behind wide spaces',
    body: '\u3000\u3000## 小标题',
    told: [
      '10:3 error story-heading-space｜标题的空格是全角的：现在是行首有全角空格的“## 小标题”，应当是“## 小标题”。｜删掉井号前面的空格，井号后面用半角空格。',
    ],
  },
  {
    title: 'a heading of the first level',
    body: '# 大标题\n\n## 小标题',
    told: [
      '10:1 error story-h1｜正文里不用一个井号的标题：现在是“# 大标题”，应当是“## 大标题”。｜稿件的大标题在稿头的 title 里，正文的标题从两个井号“## ”开始。',
    ],
  },
  {
    title: 'a heading that skips a level',
    body: '## 一\n\n#### 二\n\n### 三',
    told: [
      '12:1 warning story-heading-skipped｜标题跳了级：现在是“#### 二”，应当是3个井号“### ”。｜改成“### ”；标题一级一级往下写。',
    ],
  },
  {
    title: 'a first heading of the third level',
    body: '### 三',
    told: [
      '10:1 warning story-heading-skipped｜标题跳了级：现在是“### 三”，应当是2个井号“## ”。｜改成“## ”；标题一级一级往下写。',
    ],
  },
  {
    title: 'words with a line right under them',
    body: '文字\n---\n文字\n\n文字\n===',
    told: [
      '10:1 error story-heading-underline｜下面紧跟着一条线，这几个字会变成标题：现在是“文字 ---”，应当是字和线之间空一行，或者“## 标题”。｜想画一条线，就在这条线上面空一行；想写标题，就在字的前面写“## ”，删掉下面的线。',
      '14:1 error story-heading-underline｜下面紧跟着一条线，这几个字会变成标题：现在是“文字 ===”，应当是字和线之间空一行，或者“## 标题”。｜想画一条线，就在这条线上面空一行；想写标题，就在字的前面写“## ”，删掉下面的线。',
    ],
  },
  {
    title: 'a heading without words',
    body: '##',
    told: ['10:1 error story-heading-empty｜标题没有字：现在是“##”，应当是“## 标题”。｜写上标题，或者删掉这一行。'],
  },
  {
    title: 'stars that find no other half',
    body: '**没有关上，文字\n\n文字 ** 有空格 ** 文字',
    told: [
      '10:1 warning story-stars｜星号会原样显示出来：现在是“**没有关上，文字”，应当是**粗体**，两边成对，星号和字之间没有空格。｜补上另一边的两个星号，去掉星号里面的空格；不要加粗就删掉。',
      '12:4 warning story-stars｜星号会原样显示出来：现在是“** 有空格 ** 文字”，应当是**粗体**，两边成对，星号和字之间没有空格。｜补上另一边的两个星号，去掉星号里面的空格；不要加粗就删掉。',
    ],
  },
  {
    title: 'links that would run a program',
    body: '[甲](javascript:alert(1))，[乙](JaVaScRiPt:x)，[丙](&#106;avascript:x)，[丁](java&Tab;script:x)，[戊](javascript%3Ax)，[己](%6Aavascript:x)',
    told: [
      '10:1 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“javascript:alert(1)”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:26 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“JaVaScRiPt:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:44 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“javascript:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:67 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“java script:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:90 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“javascript%3Ax”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:110 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“%6Aavascript:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
    ],
  },
  {
    title: 'links to data and files',
    body: '[甲](data:text/html,x)，[乙](vbscript:x)，[丙](file:///c:/x)',
    told: [
      '10:1 error story-link-unsafe｜不能链接到 data: 开头的地址：现在是“data:text/html,x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:23 error story-link-unsafe｜不能链接到 vbscript: 开头的地址：现在是“vbscript:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '10:39 error story-link-unsafe｜不能链接到 file: 开头的地址：现在是“file:///c:/x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
    ],
  },
  {
    title: 'links without a protocol, that lead to another site',
    body: '[甲](//example.cn)，[乙](/\\example.cn)，[丙](&#x2f;/example.cn)',
    told: [
      '10:1 error story-link-unsafe｜网址不能以两条斜线开头：现在是“//example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜别的网站写全 https://，本站的页面只写一条斜线：/页面/。',
      '10:19 error story-link-unsafe｜网址不能以两条斜线开头：现在是“/\\example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜别的网站写全 https://，本站的页面只写一条斜线：/页面/。',
      '10:37 error story-link-unsafe｜网址不能以两条斜线开头：现在是“//example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜别的网站写全 https://，本站的页面只写一条斜线：/页面/。',
    ],
  },
  {
    title: 'links that lead nowhere',
    body: '[甲](../about/)，[乙](page.html)，[丙](www.example.cn)，[丁]()，[戊](https://)',
    told: [
      '10:1 error story-link-relative｜这个链接哪里也到不了：现在是“../about/”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜本站的页面从斜线写起，如 /projects/；别的网站以 https:// 开头。',
      '10:16 error story-link-relative｜这个链接哪里也到不了：现在是“page.html”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜本站的页面从斜线写起，如 /projects/；别的网站以 https:// 开头。',
      '10:31 error story-link-relative｜这个链接哪里也到不了：现在是“www.example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜前面加上 https://：https://www.example.cn。',
      '10:51 error story-link-broken｜链接没有网址：现在是空的，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜在圆括号里写上网址，或者去掉链接。',
      '10:57 error story-link-broken｜网址不完整：现在是“https://”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜核对网址：https:// 后面是网站的名字，如 www.example.cn。',
    ],
  },
  {
    title: 'links with a mistake in them',
    body: '[甲](https：//example.cn)，[乙](https://example.cn，好)，[丙](https://me@example.cn)，[丁](mailto:某人)',
    told: [
      '10:1 error story-link-broken｜网址里的冒号是全角的：现在是“https：//example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜把“：”改成英文的“:”。',
      '10:25 error story-link-broken｜网址不完整：现在是“https://example.cn，好”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜核对网址：https:// 后面是网站的名字，如 www.example.cn。',
      '10:51 error story-link-broken｜网址不完整：现在是“https://me@example.cn”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜核对网址：https:// 后面是网站的名字，如 www.example.cn。',
      '10:78 error story-link-broken｜邮箱或电话不完整：现在是“mailto:某人”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜写成 mailto:name@example.cn 或 tel:0100000000。',
    ],
  },
  {
    title: 'a link by reference that would run a program',
    body: '[甲][乙]\n\n[乙]: javascript:x',
    told: [
      '12:1 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“javascript:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
    ],
  },
  {
    title: 'a link without words',
    body: '[](/plan/)',
    told: [
      '10:1 error story-link-empty｜链接没有字：现在是“[](/plan/)”，应当是[要点的字](网址)。｜在方括号里写上读者要点的字。',
    ],
  },
  {
    title: 'a note in brackets that Markdown takes for an address',
    body: '[注]: 以上是去年的数。',
    told: [
      '10:1 error story-line-hidden｜这一行不会显示出来：现在是“[注]: 以上是去年的数。”，应当是看得见的文字。｜把方括号后面的英文冒号改成中文冒号“：”；用不着就删掉这一行。',
    ],
  },
  {
    title: 'links and pictures that stay as they were typed',
    body: '[甲]（https://example.cn），[乙] (https://example.cn)，【丙】(https://example.cn)\n\n![丁](a b.png)\n\n！[戊](a.png)',
    told: [
      '10:1 warning story-link-literal｜链接的写法不对，会原样显示出来：现在是“[甲]（https://example.cn）”，应当是[要点的字](网址)。｜方括号和圆括号都用英文的，中间不要空格。',
      '10:25 warning story-link-literal｜链接的写法不对，会原样显示出来：现在是“[乙] (https://example.cn)”，应当是[要点的字](网址)。｜方括号和圆括号都用英文的，中间不要空格。',
      '10:50 warning story-link-literal｜链接的写法不对，会原样显示出来：现在是“【丙】(https://example.cn)”，应当是[要点的字](网址)。｜方括号和圆括号都用英文的，中间不要空格。',
      '12:1 warning story-picture-literal｜图片的写法不对，会原样显示出来：现在是“![丁](a b.png)”，应当是<Photo …/> 组件，或者 ![画面上有什么](文件名)。｜感叹号和括号都用英文的，中间不要空格；文件名里也不要空格。',
      '14:2 error story-link-relative｜这个链接哪里也到不了：现在是“a.png”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜是要放图片，就用 <Photo …/> 组件；写成 ![…](…) 的，感叹号要用英文的。',
    ],
  },
  {
    title: 'a footnote without its text, and one without its mark',
    body: '文[^1]字[^a]\n\n[^2]: 没有人引用',
    told: [
      '10:2 warning footnote-undefined｜注释没有内容：现在是“[^1]”，应当是另有一行以“[^编号]: ”开头的注释。｜在文末加一行，例如“[^1]: 注释的内容”，编号和这里的一样；冒号用英文的。',
      '10:7 warning footnote-undefined｜注释没有内容：现在是“[^a]”，应当是另有一行以“[^编号]: ”开头的注释。｜在文末加一行，例如“[^1]: 注释的内容”，编号和这里的一样；冒号用英文的。',
      '12:1 warning footnote-unused｜这条注释不会显示出来：现在是“[^2]: …”，应当是文中有地方引用它。｜在文中要加注的地方写 [^2]；用不着就删掉这一条。',
    ],
  },
  {
    title: 'two footnotes of one number',
    body: '文[^1]\n\n[^1]: 一\n\n[^1]: 二',
    told: [
      '14:1 warning footnote-twice｜同一个编号的注释写了两条：现在是“[^1]: …”，应当是每条注释各有编号。｜给这一条换一个编号，文中也改；现在只有前一条会显示。',
    ],
  },
  {
    title: 'a footnote with a full-width colon',
    body: '文[^1]\n\n[^1]：注释',
    told: [
      '10:2 warning footnote-undefined｜注释没有内容：现在是“[^1]”，应当是另有一行以“[^编号]: ”开头的注释。｜在文末加一行，例如“[^1]: 注释的内容”，编号和这里的一样；冒号用英文的。',
      '12:1 warning footnote-undefined｜注释没有内容：现在是“[^1]”，应当是另有一行以“[^编号]: ”开头的注释。｜在文末加一行，例如“[^1]: 注释的内容”，编号和这里的一样；冒号用英文的。',
    ],
  },
  {
    title: 'a table without its second line',
    body: '| 甲 | 乙 |\n| 1 | 2 |',
    told: [
      '10:1 warning story-table-literal｜表格的写法不对，竖线会原样显示出来：现在是“| 甲 | 乙 |”，应当是第二行是“|---|---|”，每行的格数一样。｜表格前面空一行，在第一行下面加一行“|---|---|”，有几格写几段。',
    ],
  },
  {
    title: 'all kinds of mistakes in one story',
    body: '#标题\n\n人数<20人{甲}。<br>\n\n<Num fact=“books-count-2012”/>册\n\n<Note>\n\n文[乙](javascript:x)\n\n</Note>\n\n##又一个\n\n**没有关上\n\n<Figure name="overview"\n\n</Letter>',
    told: [
      '10:1 warning story-heading-space｜井号会原样显示出来：现在是“#标题”，应当是“## 标题”。｜是标题，就写成“## ”加标题；是话题，就写成 #标题#。',
      '12:3 error story-less-than｜小于号不能直接写：现在是“人数<20人{甲}”，应当是“小于”两个字，或者全角的＜。｜把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
      '12:7 error story-brace｜稿件里不能用英文大括号：现在是“{甲}”，应当是全角的｛｝，或者括号（）。｜改成全角的｛｝或（）；前面加反斜杠也不行。',
      '12:11 error story-html｜稿件里不能用 HTML 标签：现在是“<br>”，应当是空一行。｜要另起一段就空一行；删掉这个标签。',
      '14:6 error story-attribute-quotes｜属性的引号不是英文的：现在是“fact=“books-count-2012””，应当是fact="books-count-2012"。｜切换到英文输入法，把两边的引号改成英文的 " 。',
      '14:12 error unknown-fact｜没有这个事实：现在是“books-count-2012”，应当是网站“事实”页上有的编号。｜是不是想写“books-count-2021”？',
      '16:1 error story-attribute-missing｜Note 少了必须写的属性：现在是没有写“kind”，应当是写上。｜加上 kind="…"（哪一种）。',
      '18:2 error story-link-unsafe｜不能链接到 javascript: 开头的地址：现在是“javascript:x”，应当是https://… 、/页面/ 、#标题 、mailto: 或 tel:。｜换成 https:// 开头的网址；没有就去掉链接，只留文字。',
      '22:1 error story-heading-space｜标题的井号后面少了空格：现在是“##又一个”，应当是“## 又一个”。｜井号和字之间空一格；一级的写“## ”，下一级的写“### ”。',
      '24:1 warning story-stars｜星号会原样显示出来：现在是“**没有关上”，应当是**粗体**，两边成对，星号和字之间没有空格。｜补上另一边的两个星号，去掉星号里面的空格；不要加粗就删掉。',
      '26:1 error story-tag-open｜Figure 没有关上：现在是“<Figure name="overview"”，应当是<Figure …/>。｜在最后一个属性后面写 />。',
      '28:1 error story-tag-close｜标签只有结尾：现在是“</Letter>”，前面没有开始的标签，应当是<Letter …> 和 </Letter> 一对。｜在内容前面另起一行写 <Letter …>；用不着就删掉这里的 </Letter>。',
    ],
  },
];

describe('Markdown that does not come out as it was meant is told with line, column, what stands there and how to mend it', () => {
  test.each(cases)('$title', (one) => {
    expect(toldOfCase(one)).toEqual(one.told);
  });
});
