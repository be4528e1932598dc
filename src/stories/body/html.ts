import { type BodyProblem, mistake, quoted } from './problem.ts';

/** What takes the place of an HTML element: [what should stand there, how to mend it]. */
type Instead = readonly [expected: string, mend: string];

const BOLD: Instead = ['**粗体**', '要加粗就在字的两边各写两个星号：**要加粗的字**。'];
const BREAK: Instead = ['空一行', '要另起一段就空一行；删掉这个标签。'];
const PLAIN: Instead = ['不带标签的文字', '删掉标签，只留文字；段落之间空一行，样子由网站统一安排。'];
const HEADING: Instead = ['## 标题', '标题写成单独一行，前面写“## ”（两个井号加空格），小一级的写“### ”。'];
const LIST: Instead = ['每行以“- ”开头的列表', '一项写一行，前面写“- ”；编号的写“1. ”。'];
const TABLE: Instead = ['用竖线 | 画的表格', '每行写成“| 甲 | 乙 |”，第二行写“|---|---|”。'];
const NEVER: Instead = ['只有文字和网站的组件', '删掉它：网站不放程序、视频和别的网站的内容。'];

/** Names of elements by what takes their place. */
const NAMES: readonly (readonly [names: string, instead: Instead])[] = [
  ['b strong', BOLD],
  ['br wbr', BREAK],
  ['i em cite dfn', ['*强调*', '要强调就在字的两边各写一个星号。']],
  ['s del strike', ['~~删除~~', '要画删除线就在字的两边各写两个波浪号。']],
  ['h1 h2 h3 h4 h5 h6', HEADING],
  ['ul ol li dl dt dd', LIST],
  ['table thead tbody tfoot tr td th col colgroup caption', TABLE],
  ['p div span font center section article header footer main nav aside hgroup address body html head title', PLAIN],
  ['u small big sup sub ins mark ruby rt rp abbr time label details summary nobr pre code tt kbd var samp', PLAIN],
  ['bdi bdo data o picture source text', PLAIN],
  ['script style iframe video audio object embed param track applet frame frameset noscript template slot', NEVER],
  ['form input button select option textarea link meta base svg canvas math map area dialog marquee', NEVER],
  ['a', ['[要点的字](网址)', '链接写成 [要点的字](https://网址)，站内的写成 [要点的字](/页面/)。']],
  ['img', ['<Photo …/> 组件', '图片文件放在稿件旁边，写成 <Photo src="文件名" …/>，说明、作者、权利都要写。']],
  ['hr', ['单独一行 ---', '要画一条线，就空一行，写 ---，再空一行。']],
  ['blockquote', ['每行以“> ”开头的引文', '引文的每行前面写“> ”；突出的一句原话用 <Quote> 组件。']],
  ['q', ['中文引号“”', '引文用中文引号“”。']],
];

const INSTEAD: ReadonlyMap<string, Instead> = new Map(
  NAMES.flatMap(([names, instead]) => names.split(' ').map((name) => [name, instead] as const)),
);

/** Elements whose content is no text of the story either. */
export const RAW_ELEMENTS: readonly string[] =
  'script style iframe object svg video audio noscript textarea math template'.split(' ');

export const isHtmlName = (name: string) => INSTEAD.has(name.toLowerCase());

/** An HTML element, or something that looks like one. */
export function htmlProblem(source: string, start: number, end: number, name: string): BodyProblem {
  const [expected, mend] = INSTEAD.get(name.toLowerCase()) ?? PLAIN;
  const found = quoted(source, start, end);
  return mistake(start, { code: 'story-html', what: '稿件里不能用 HTML 标签', found, expected, mend });
}

/** What begins with `<` and is neither a component nor an element, with the end of it. */
const OTHERS: readonly { readonly pattern: RegExp; readonly problem: Omit<Parameters<typeof mistake>[1], 'found'> }[] =
  [
    {
      pattern: /<!--[\s\S]*?(?:-->|\n[^\S\n]*\n|$)/y,
      problem: {
        code: 'story-comment',
        what: '稿件里不能写注释',
        expected: '只有给读者看的字',
        mend: '删掉它；要给同事留话，写在别处。',
      },
    },
    {
      pattern: /<!(?:\[CDATA\[[\s\S]*?(?:\]\]>|$)|[A-Za-z][^<>\n]*>?)|<\?[\s\S]*?(?:\?>|\n|$)/y,
      problem: {
        code: 'story-html',
        what: '稿件里不能用网页代码',
        expected: '只有文字和网站的组件',
        mend: '删掉它。这多半是从网页里带出来的：请用“只粘贴文本”。',
      },
    },
    {
      pattern: /<(?:https?:\/\/|mailto:|tel:|ftp:\/\/|www\.)[^\s<>]*>?|<[\w.+-]+@[\w.-]+\.[A-Za-z]+>/iy,
      problem: {
        code: 'story-autolink',
        what: '网址两边不能用尖括号',
        expected: '不带尖括号的网址，或者 [要点的字](网址)',
        mend: '删掉两边的 < 和 >；网址会自己变成链接。',
      },
    },
    {
      pattern: /<\/?>/y,
      problem: {
        code: 'story-html',
        what: '标签里没有名字',
        expected: '文字，或者一个组件',
        mend: '删掉它；要写书名号用《》。',
      },
    },
  ];

/** A comment, a declaration, an address in angle brackets or a tag without name at an offset; null: none of them. */
export function otherMarkup(source: string, start: number): { problem: BodyProblem; end: number } | null {
  for (const { pattern, problem } of OTHERS) {
    pattern.lastIndex = start;
    if (!pattern.test(source)) continue;
    const end = pattern.lastIndex;
    return { problem: mistake(start, { ...problem, found: quoted(source, start, end) }), end };
  }
  return null;
}
