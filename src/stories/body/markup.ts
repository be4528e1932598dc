import type { Said } from '#check/finding.ts';
import { editDistance, listed, nearest } from '#domain/search/nearest.ts';
import { STORY_COMPONENT_NAMES, STORY_COMPONENTS, type StoryComponentName } from '#domain/stories/components.ts';
import type { Mask } from './mask.ts';
import { type BodyProblem, clipped, mistake, quoted } from './problem.ts';
import { readTag, type Tag } from './tag.ts';

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
const RAW_ELEMENTS: readonly string[] =
  'script style iframe object svg video audio noscript textarea math template'.split(' ');

const isHtmlName = (name: string) => INSTEAD.has(name.toLowerCase());

/** An HTML element, or something that looks like one. */
function htmlProblem(source: string, start: number, end: number, name: string): BodyProblem {
  const [expected, mend] = INSTEAD.get(name.toLowerCase()) ?? PLAIN;
  const found = quoted(source, start, end);
  return mistake(start, { code: 'story-html', what: '稿件里不能用 HTML 标签', found, expected, mend });
}

/** What begins with `<` and is neither a component nor an element, with the end of it. */
const OTHERS: readonly { readonly pattern: RegExp; readonly problem: Omit<Said, 'found'> }[] = [
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
function otherMarkup(source: string, start: number): { problem: BodyProblem; end: number } | null {
  for (const { pattern, problem } of OTHERS) {
    pattern.lastIndex = start;
    if (!pattern.test(source)) continue;
    const end = pattern.lastIndex;
    return { problem: mistake(start, { ...problem, found: quoted(source, start, end) }), end };
  }
  return null;
}

const BY_SMALL_NAME = new Map(STORY_COMPONENT_NAMES.map((name) => [name.toLowerCase(), name]));
/** Whether a name is a component's to the letter. */
const isComponent = (name: string): name is StoryComponentName =>
  STORY_COMPONENT_NAMES.includes(name as StoryComponentName);

/** What a name was meant to be, and how many of its letters belong to it. */
interface Meant {
  readonly component: StoryComponentName;
  readonly how: 'letters' | 'joined' | 'near';
  readonly length: number;
}

/** The component that was meant: by its letters, with an attribute that follows without a space, by what is nearest. */
function meant(name: string): Meant | null {
  const same = BY_SMALL_NAME.get(name.toLowerCase());
  if (same) return { component: same, how: 'letters', length: name.length };
  if (isHtmlName(name) || /[^A-Za-z_]/.test(name)) return null;
  const joined = STORY_COMPONENT_NAMES.find(
    (known) => name.startsWith(known) && Object.hasOwn(STORY_COMPONENTS[known].attributes, name.slice(known.length)),
  );
  if (joined) return { component: joined, how: 'joined', length: joined.length };
  const near = nearest(name, STORY_COMPONENT_NAMES);
  return near && editDistance(name, near) <= name.length / 2
    ? { component: near as StoryComponentName, how: 'near', length: name.length }
    : null;
}

/** A name that is nearly a component's, or not at all. */
function wrongName(source: string, start: number, end: number, name: string): BodyProblem {
  const found = meant(name);
  const near = found ? `是不是想写“${found.component}”？` : '改成上面的一个，大小写也要一样。';
  return mistake(start, {
    code: 'story-unknown-component',
    what:
      found?.how === 'letters' ? '组件名的大小写不对' : found?.how === 'joined' ? '组件名后面少了空格' : '没有这个组件',
    found: quoted(source, start, end),
    expected: listed(STORY_COMPONENT_NAMES, 20),
    mend: found?.how === 'joined' ? `组件名后面空一格：<${found.component} …。` : near,
  });
}

/** The words around a sign, in its line. */
function around(source: string, at: number): string {
  const before = /[^\n<，。；：]{0,8}$/.exec(source.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  const behind = /^<[^\n<，。；]{0,8}/.exec(source.slice(at, at + 9))?.[0] ?? '<';
  return `“${clipped(before + behind)}”`;
}

/** A `<` that is no tag: a sign of mathematics, an arrow, or a bracket around Chinese words. */
function lessThan(source: string, at: number): BodyProblem {
  const found = around(source, at);
  const base = { code: 'story-less-than', found };
  const behind = source.slice(at + 1, at + 60);
  if (/^-/.test(behind)) {
    return mistake(at, {
      ...base,
      what: '箭头不能用 < 拼',
      expected: '箭头 ←，或者全角的＜',
      mend: '把 <- 改成 ←。',
    });
  }
  if (/^\p{Script=Han}[^<>\n]{0,40}>/u.test(behind)) {
    return mistake(at, {
      ...base,
      what: '中文不能放在英文尖括号里',
      expected: '书名号《》，或者全角的＜＞',
      mend: '把两边的 < 和 > 改成《》；标点用中文输入法打。',
    });
  }
  return mistake(at, {
    ...base,
    what: '小于号不能直接写',
    expected: '“小于”两个字，或者全角的＜',
    mend: '把 < 改成“小于”或“＜”；<= 改成“不大于”或“≤”。',
  });
}

const COMPONENTS = STORY_COMPONENT_NAMES.join('|');
const WIDE = new RegExp(
  String.raw`[＜《〈][ \u3000]*[/／]?[ \u3000]*(?:${COMPONENTS})(?![A-Za-z])[^＜《〈<\n]*?[/／＞》〉>]*[＞》〉>]`,
  'iy',
);

/** A component's tag in full-width or Chinese brackets: to its author it looks like a tag. null: an ordinary bracket. */
function wideTag(source: string, at: number): { problem: BodyProblem; end: number } | null {
  WIDE.lastIndex = at;
  const [text] = WIDE.exec(source) ?? [];
  // 《Photo》 alone may be the name of a magazine: a tag has attributes, or a slash.
  if (text === undefined || !/[=＝/／]/.test(text)) return null;
  const end = at + text.length;
  const problem = mistake(at, {
    code: 'story-full-width',
    what: '组件两边的尖括号不是英文的',
    found: quoted(source, at, end),
    expected: '英文的 < 和 >',
    mend: '切换到英文输入法，把两边的括号、引号、等号和斜线都重新打一遍。',
  });
  return { problem, end };
}

/** Everything in a story that begins with `<` or was meant to. */
export interface Markup {
  /** Tags of components, in order; those that are misspelt as what they were meant to be. */
  readonly tags: readonly Tag[];
  readonly problems: readonly BodyProblem[];
  /** What the MDX parser must not see. */
  readonly masks: readonly Mask[];
}

const NAME = /<\/?([\p{ID_Start}$_][\p{ID_Continue}$_\-.:]*)/uy;
/** Whether an odd number of backslashes stands before an offset, which makes a plain character of what stands there. */
function escaped(source: string, at: number): boolean {
  let first = at;
  while (source[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Where a tag ends that is no component's: at its `>` in the same line, before the next tag; null where it has none. */
function endOfTag(source: string, nameEnd: number): number | null {
  const rest = /^(?:[\s/][^<>\n]*)?>/.exec(source.slice(nameEnd, nameEnd + 2000))?.[0];
  return rest === undefined ? null : nameEnd + rest.length;
}

/** Collects what begins with `<`, one after another. */
class Scan {
  readonly tags: Tag[] = [];
  readonly problems: BodyProblem[] = [];
  readonly masks: Mask[] = [];
  /** Elements that were opened, so that their closing tags are not told again. */
  readonly #open = new Map<string, number>();

  /** Elements that are closed nowhere behind the first of them. */
  readonly #endless = new Set<string>();
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  refuse(problem: BodyProblem | null, start: number, end: number): number {
    if (problem) this.problems.push(problem);
    this.masks.push({ start, end });
    return end;
  }

  /** Reads what stands at a `<` and says where to go on. */
  step(start: number): number {
    const { source } = this;
    const other = otherMarkup(source, start);
    if (other) return this.refuse(other.problem, start, other.end);
    NAME.lastIndex = start;
    const name = NAME.exec(source)?.[1];
    if (name === undefined) return this.refuse(lessThan(source, start), start, start + 1);
    const nameEnd = NAME.lastIndex;
    if (isComponent(name) || meant(name)) return this.component(start, nameEnd, name);
    const end = endOfTag(source, nameEnd);
    const latin = /^[A-Za-z][\w.:-]*$/.test(name);
    if (!latin || (end === null && !(isHtmlName(name) && name.length > 1))) {
      return this.refuse(lessThan(source, start), start, start + 1);
    }
    if (/^[A-Z]|[.:]/.test(name) && !isHtmlName(name)) {
      return this.refuse(wrongName(source, start, end ?? nameEnd, name), start, end ?? nameEnd);
    }
    return this.element(start, end ?? nameEnd, name.toLowerCase());
  }

  component(start: number, nameEnd: number, name: string): number {
    const found = isComponent(name) ? { component: name, length: name.length } : meant(name);
    if (!found) return nameEnd;
    const tag = readTag(this.source, start, nameEnd - name.length + found.length, found.component);
    this.tags.push({ ...tag, name });
    if (name !== found.component) this.problems.push(wrongName(this.source, start, tag.end, name));
    return tag.end;
  }

  element(start: number, end: number, name: string): number {
    const { source } = this;
    const open = this.#open.get(name) ?? 0;
    if (source[start + 1] === '/') {
      this.#open.set(name, Math.max(open - 1, 0));
      return this.refuse(open > 0 ? null : htmlProblem(source, start, end, name), start, end);
    }
    const problem = htmlProblem(source, start, end, name);
    if (source[end - 2] === '/') return this.refuse(problem, start, end);
    const close = RAW_ELEMENTS.includes(name) ? this.closing(name, end) : null;
    if (close !== null) return this.refuse(problem, start, close);
    this.#open.set(name, open + 1);
    return this.refuse(problem, start, end);
  }

  /** Behind the closing tag of an element; null where there is none. */
  closing(name: string, from: number): number | null {
    const pattern = new RegExp(`</${name}\\s*>`, 'gi');
    pattern.lastIndex = from;
    if (this.#endless.has(name) || !pattern.test(this.source)) {
      this.#endless.add(name);
      return null;
    }
    return pattern.lastIndex;
  }
}

/** Finds all tags of components and tells everything else that MDX would take for one. */
export function readMarkup(source: string): Markup {
  const scan = new Scan(source);
  const bracket = /[<＜《〈]/g;
  for (let found = bracket.exec(source); found; found = bracket.exec(source)) {
    const at = found.index;
    const wide = found[0] === '<' ? null : wideTag(source, at);
    if (wide) bracket.lastIndex = scan.refuse(wide.problem, at, wide.end);
    else if (found[0] === '<' && !escaped(source, at)) bracket.lastIndex = scan.step(at);
  }
  return scan;
}
