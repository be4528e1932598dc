import type { Nodes, Paragraph, Text } from 'mdast';
import { type BodyProblem, mistake, quoted, reminder } from './problem.ts';

/** A piece of Markdown that stays as it was typed, and that readers would see. */
interface Leftover {
  readonly pattern: RegExp;
  /** Looked for in a whole paragraph: parts of it may have become links or bold words. */
  readonly whole?: true;
  /** One mistake leaves several of them over: only the first is told. */
  readonly once?: true;
  readonly code: string;
  readonly what: string;
  readonly expected: string;
  readonly mend: string;
}

const LEFTOVERS: readonly Leftover[] = [
  {
    // Between digits it is a power, between spaces a sign; a backslash before it says that it is meant.
    pattern: /(?<![\\*\d])\*\*(?!\*)|(?<![\\*])\*\*(?![\d*])/g,
    once: true,
    code: 'story-stars',
    what: '星号会原样显示出来',
    expected: '**粗体**，两边成对，星号和字之间没有空格',
    mend: '补上另一边的两个星号，去掉星号里面的空格；不要加粗就删掉。',
  },
  {
    pattern: /!\[[^\]\n]*\][(（][^)）\n]*[)）]?|！\[[^\]\n]*\]/g,
    code: 'story-picture-literal',
    what: '图片的写法不对，会原样显示出来',
    expected: '<Photo …/> 组件，或者 ![画面上有什么](文件名)',
    mend: '感叹号和括号都用英文的，中间不要空格；文件名里也不要空格。',
  },
  {
    pattern:
      /\[[^\]\n]+\](?: \(| ?（)(?:https?:|www\.|\/[a-z])[^)）\n]*[)）]?|[【［][^】］\n]+[】］] ?[(（](?:https?:|\/[a-z])[^)）\n]*[)）]?/g,
    whole: true,
    code: 'story-link-literal',
    what: '链接的写法不对，会原样显示出来',
    expected: '[要点的字](网址)',
    mend: '方括号和圆括号都用英文的，中间不要空格。',
  },
  {
    pattern: /==[^=\s](?:[^=\n]{0,100}[^=\s])?==|(?<![A-Za-z\d+])\+\+[^+\s](?:[^+\n]{0,100}[^+\s])?\+\+/g,
    code: 'story-other-editor',
    what: '别的编辑器的记号，在网页上会原样显示',
    expected: '**要紧的话**',
    mend: '要突出的，改成两个星号：**要紧的话**；不要突出，就只留文字。',
  },
  {
    pattern: /^[ \t]*\[![A-Za-z]{2,20}\][^\n]{0,40}/gm,
    whole: true,
    once: true,
    code: 'story-other-editor',
    what: '别的编辑器的记号，在网页上会原样显示',
    expected: '<Note kind="提示"> 组件',
    mend: '提示、说明用组件 Note，写法见 content/README.md；不要框就只留文字。',
  },
  {
    pattern: /^[ \t]*[[【](?:toc|TOC|目录)[\]】][ \t]*$/gm,
    whole: true,
    once: true,
    code: 'story-other-editor',
    what: '别的编辑器的记号，在网页上会原样显示',
    expected: '没有这一行',
    mend: '删掉：网站的稿件不另排目录，小标题照样能链接。',
  },
  {
    pattern: /^[ \t]*(?::{3,}[ \t]*[^\s:][^\n]{0,40}|!!![ \t]+[A-Za-z][^\n]{0,40})/gm,
    whole: true,
    once: true,
    code: 'story-other-editor',
    what: '别的编辑器的记号，在网页上会原样显示',
    expected: '<Note kind="提示"> 组件',
    mend: '提示、说明用组件 Note，写法见 content/README.md；不要框就只留文字。末尾的 ::: 也删掉。',
  },
  {
    pattern:
      /\$\$[^$]{1,400}\$\$|(?<![\\$\w])\$(?=[^\s$])[^$\n\p{Script=Han}]{0,80}[\\^_=][^$\n\p{Script=Han}]{0,80}\$(?![\d$])/gu,
    whole: true,
    code: 'story-other-editor',
    what: '别的编辑器的公式，在网页上会原样显示',
    expected: '文字，例如 x²',
    mend: '简单的直接写字：x²、m²、≤；复杂的做成图片，用组件 Photo。',
  },
  {
    pattern:
      /(?<![\^[(（\d])(?<=[\p{L}\d)）])\^[^\s^[\]]{1,12}\^|(?<=[\p{L}\d)）])(?<!~)~[^\s~，。、]{1,6}~(?!~)(?=\p{L}|[，。；）]|$)/gu,
    code: 'story-other-editor',
    what: '别的编辑器的上标、下标，在网页上会原样显示',
    expected: '上标、下标的字，例如 m²、H₂O',
    mend: '换成本身就是上标、下标的字：² ³ ₂ ₃；没有这样的字就写成平常的字。',
  },
  {
    pattern: /!?\[\[[^[\]\n]{1,80}\]\]/g,
    whole: true,
    code: 'story-other-editor',
    what: '别的编辑器的链接，在网页上会原样显示',
    expected: '[要点的字](/页面/)，图片用组件 Photo',
    mend: '链接写成 [要点的字](网址)；图片放在稿件旁边，用组件 Photo；不要链接就只留文字。',
  },
  {
    pattern: /%%[^%\n]{1,200}%%/g,
    code: 'story-other-editor',
    what: '别的编辑器的注释，在网页上会原样显示',
    expected: '只有给读者看的字',
    mend: '删掉它；要给同事留话，写在别处。',
  },
  {
    pattern:
      /\[(?:微笑|撇嘴|色|发呆|得意|流泪|害羞|闭嘴|睡|大哭|尴尬|发怒|调皮|呲牙|惊讶|难过|囧|偷笑|愉快|可爱|憨笑|奋斗|疑问|嘘|晕|再见|鼓掌|坏笑|拥抱|玫瑰|爱心|心碎|太阳|月亮|强|弱|握手|胜利|抱拳|勾引|拳头|OK|合十|加油|哇|破涕为笑|庆祝|礼物|红包|發|福|烟花|爆竹|笑脸|捂脸|奸笑|机智|耶|嘿哈|加油加油|社会社会|好的|Emm|旺柴|吃瓜|苦涩|裂开|叹气|翻白眼)\]|(?<![\w:])(?::[a-z][a-z_]{2,20}:)(?![\w:])/g,
    code: 'story-other-editor',
    what: '表情的记号，在网页上会原样显示',
    expected: '表情本身，或者没有它',
    mend: '从输入法里选出表情本身；不要表情就删掉。',
  },
  {
    pattern:
      /(?:长按|识别)[^，。！？\n]{0,8}二维码[^，。！？\n]{0,8}|扫描?[^，。！？\n]{0,8}二维码[^，。！？\n]{0,4}关注[^，。！？\n]{0,10}|(?:点击|戳)[^，。！？\n“”]{0,6}[“"]?阅读原文[”"]?|点击[^，。！？\n]{0,4}蓝字[^，。！？\n]{0,4}|点个?[“"]?在看[”"]?|(?:点赞|分享|收藏|转发)[ 、](?:(?:点赞|分享|收藏|转发)[ 、]){0,3}在看/gu,
    whole: true,
    once: true,
    code: 'wechat-leftover',
    what: '公众号的话，放在网站上没有用',
    expected: '没有这句话',
    mend: '删掉；要读者去看别的，写成 [要点的字](网址)。',
  },
  {
    pattern: /~~/g,
    once: true,
    code: 'story-other-editor',
    what: '波浪线会原样显示出来',
    expected: '~~删掉的话~~，两边成对，波浪线和字之间没有空格',
    mend: '补上另一边的两个波浪线；不是要画删除线，就删掉。',
  },
  {
    pattern: /\[\^[^\]\s]+\]/g,
    code: 'footnote-undefined',
    what: '注释没有内容',
    expected: '另有一行以“[^编号]: ”开头的注释',
    mend: '在文末加一行，例如“[^1]: 注释的内容”，编号和这里的一样；冒号用英文的。',
  },
  {
    pattern: /^[ \t]*\|.*\|[ \t]*$/gm,
    whole: true,
    once: true,
    code: 'story-table-literal',
    what: '表格的写法不对，竖线会原样显示出来',
    expected: '第二行是“|---|---|”，每行的格数一样',
    mend: '表格前面空一行，在第一行下面加一行“|---|---|”，有几格写几段。',
  },
];

/** Nothing of all this is written without one of these. */
const MAY_BE_LEFT = /[*!！[【［=+$^~%:|]|二维码|原文|蓝字|在看/;

/** Places in the source of a node where a pattern is left over. What is escaped there is meant to be seen. */
function leftoversIn(node: Text | Paragraph, source: string): BodyProblem[] {
  const start = node.position?.start.offset ?? 0;
  const written = source.slice(start, node.position?.end.offset ?? start);
  if (!MAY_BE_LEFT.test(written)) return [];
  return LEFTOVERS.flatMap(({ pattern, whole = false, once = false, ...parts }) => {
    if (whole !== (node.type === 'paragraph') || (node.type === 'text' && node.value.search(pattern) < 0)) return [];
    return [...written.matchAll(pattern)].slice(0, once ? 1 : undefined).map(({ 0: text, index }) => {
      const found = parts.code === 'story-stars' ? quoted(written, index, index + 12) : quoted(text, 0, text.length);
      return reminder(start + index, { ...parts, found });
    });
  });
}

/** Cells of a row that has more than the header: nobody would see them. */
const lostCells = (nodes: readonly Nodes[]): BodyProblem[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'table') return [];
    const width = node.children[0]?.children.length ?? 0;
    return node.children.flatMap(({ children, position }) => {
      const more = children.length - width;
      const first = children[width];
      if (more <= 0 || !first) return [];
      return [
        mistake(first.position?.start.offset ?? position?.start.offset ?? 0, {
          code: 'story-table-cells',
          what: '这一行的格比表头多，多的在网页上没有',
          found: `表头${width}格，这一行${children.length}格`,
          expected: `每行${width}格`,
          mend: '表头少了就在表头和下面一行都补上；这一行多写了“|”就删掉。字里要有竖线的，写成“\\|”。',
        }),
      ];
    });
  });

/** Notes that nothing refers to are shown nowhere. */
function unusedNotes(nodes: readonly Nodes[]): BodyProblem[] {
  const used = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  const defined = new Set<string>();
  return nodes.flatMap((node) => {
    if (node.type !== 'footnoteDefinition') return [];
    const { identifier, label, position } = node;
    const name = label ?? identifier;
    const base = { found: `“[^${name}]: …”` };
    const at = position?.start.offset ?? 0;
    const again = defined.has(identifier);
    defined.add(identifier);
    if (again) {
      const parts = { ...base, code: 'footnote-twice', what: '同一个编号的注释写了两条', expected: '每条注释各有编号' };
      return [reminder(at, { ...parts, mend: '给这一条换一个编号，文中也改；现在只有前一条会显示。' })];
    }
    if (used.has(identifier)) return [];
    const parts = { ...base, code: 'footnote-unused', what: '这条注释不会显示出来', expected: '文中有地方引用它' };
    return [reminder(at, { ...parts, mend: `在文中要加注的地方写 [^${name}]；用不着就删掉这一条。` })];
  });
}

/** What readers would see of Markdown that was written wrongly, and what they would not see at all. */
export const leftoverProblems = (nodes: readonly Nodes[], source: string): BodyProblem[] => [
  ...unusedNotes(nodes),
  ...lostCells(nodes),
  ...nodes.flatMap((node) => (node.type === 'text' || node.type === 'paragraph' ? leftoversIn(node, source) : [])),
];
