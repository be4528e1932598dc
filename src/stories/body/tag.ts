import type { StoryComponentName } from '#domain/stories/components.ts';
import { type BodyProblem, clipped, mistake, quoted } from './problem.ts';

/** Something in a tag that the MDX parser would stop at. */
export interface TagFault {
  /**
   * `wide` a full-width sign · `quotes` other quotation marks than English ones · `bare` no quotation marks · `open` a
   * quotation mark that is not closed · `inner` English quotation marks inside a value · `expression` a value in braces ·
   * `stray` anything else that has no place there
   */
  readonly kind: 'wide' | 'quotes' | 'bare' | 'open' | 'inner' | 'expression' | 'stray';
  readonly at: number;
  readonly end: number;
  /** How it is written rightly, where that is known. */
  readonly better?: string;
}

/** One attribute as it is written. */
export interface TagAttribute {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** What stands in the quotation marks; null where there is no value that could be read. */
  readonly value: string | null;
  readonly valueAt: number;
}

/** A component's tag as it is written, read with more patience than the MDX parser has. */
export interface Tag {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  readonly kind: 'open' | 'close' | 'self';
  /** As it is written. */
  readonly name: string;
  /** The component that is meant. */
  readonly component: StoryComponentName;
  readonly attributes: readonly TagAttribute[];
  /** What the MDX parser would stop at, or read otherwise than it was meant. */
  readonly faults: readonly TagFault[];
  /** Whether it ends at all. */
  readonly ended: boolean;
}

interface ReadAttribute {
  readonly attribute: TagAttribute | null;
  readonly faults: readonly TagFault[];
  readonly end: number;
}

/** What may follow a value: the next attribute, the end of the tag, the end of the line. */
const AFTER = String.raw`(?=\s+[^\s=＝"'<>]+\s*[=＝]|\s*[/／]?\s*[>＞]|\s*?(?:\n|$))`;
const ASCII_END = new RegExp(`"${AFTER}`, 'g');
const CHINESE_END = new RegExp(`[”“"＂’'」』〞〟]${AFTER}`, 'g');
const CHINESE_QUOTE = /[“”„＂‘’「」『』〝〞〟«»]/;
/** Values are short; one that runs on for longer was not closed. */
const LONGEST = 2000;

/** Inside a value: the beginning of another attribute, an empty line, another tag. */
const OVERRUN = /\s[A-Za-z_]+\s*[=＝]\s*$|\n[^\S\n]*\n|[/／]?[>＞][^"]*<\/?[A-Za-z]/;

/** Offset of the first match from an offset on, in the same paragraph; -1 where there is none. */
function find(pattern: RegExp, source: string, from: number): number {
  const blank = source.slice(from, from + LONGEST).search(/\n[^\S\n]*\n/);
  const part = source.slice(from, from + (blank < 0 ? LONGEST : blank));
  pattern.lastIndex = 0;
  const at = pattern.exec(part)?.index ?? -1;
  return at < 0 ? -1 : from + at;
}

interface ReadValue {
  readonly value: string | null;
  readonly valueAt: number;
  readonly end: number;
  readonly fault?: Pick<TagFault, 'kind'>;
}

/** Offset behind the last character of a value that nothing closes. */
const openEnd = (source: string, from: number) => find(new RegExp(`[^\\s/／]${AFTER}`, 'g'), source, from) + 1 || from;

/** A value in English double quotation marks, the right way; or what can be made of it. */
function inDoubleQuotes(source: string, at: number): ReadValue {
  const from = at + 1;
  const value = (end: number, after: number, kind?: TagFault['kind']): ReadValue => ({
    ...{ value: source.slice(from, end), valueAt: from, end: after, ...(kind && { fault: { kind } }) },
  });
  const next = source.indexOf('"', from);
  const inside = source.slice(from, next < 0 ? undefined : next);
  // The next English mark opens the value of the next attribute: this value was closed by another, or not at all.
  if (next < 0 || inside.length > LONGEST || OVERRUN.test(inside)) {
    const chinese = find(CHINESE_END, source, from);
    const other = chinese >= 0 && (next < 0 || chinese < next);
    return other ? value(chinese, chinese + 1, 'quotes') : value(openEnd(source, from), openEnd(source, from), 'open');
  }
  const ends = /^([\s/／>＞,，;；、]|[A-Za-z_]+=["']|$)/.test(source.slice(next + 1, next + 40));
  const last = ends ? -1 : find(ASCII_END, source, next);
  return last < 0 ? value(next, next + 1) : value(last, last + 1, 'inner');
}

function inBraces(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(source.length, at + LONGEST); i++) {
    if (source[i] === '{') depth++;
    if (source[i] === '}' && --depth === 0) return i + 1;
    if (source[i] === '\n' && source[i + 1] === '\n') break;
  }
  return at + 1;
}

function readValue(source: string, at: number): ReadValue {
  const sign = source[at] ?? '';
  if (sign === '"') return inDoubleQuotes(source, at);
  if (sign === '{') return { value: null, valueAt: at, end: inBraces(source, at), fault: { kind: 'expression' } };
  if (sign === "'") {
    const end = find(/'/g, source, at + 1);
    if (end >= 0) return { value: source.slice(at + 1, end), valueAt: at + 1, end: end + 1 };
  }
  if (CHINESE_QUOTE.test(sign)) {
    const end = find(CHINESE_END, source, at + 1);
    if (end >= 0) return { value: source.slice(at + 1, end), valueAt: at + 1, end: end + 1, fault: { kind: 'quotes' } };
  }
  const bare = /^[^\s>＞<]*?(?=[\s>＞<]|[/／][>＞]|$)/.exec(source.slice(at, at + LONGEST))?.[0] ?? '';
  return { value: bare.replaceAll(/["'“”]/g, ''), valueAt: at, end: at + bare.length, fault: { kind: 'bare' } };
}

/** English quotation marks inside a value become Chinese ones, in turn the first and the second of a pair. */
function inChineseQuotes(value: string): string {
  let open = false;
  return value.replaceAll('"', () => {
    open = !open;
    return open ? '“' : '”';
  });
}

/** Reads one attribute. null: what stands here belongs to no tag any more. */
export function readAttribute(source: string, at: number): ReadAttribute | null {
  if (source[at] === '{') {
    const end = inBraces(source, at);
    return { attribute: null, faults: [{ kind: 'expression', at, end }], end };
  }
  const name = /^[^\s=＝/／>＞<"“”'＂{},，;；、。！？]+/.exec(source.slice(at, at + 100))?.[0] ?? '';
  if (name === '') return { attribute: null, faults: [{ kind: 'stray', at, end: at + 1 }], end: at + 1 };
  const equals = afterSpace(source, at + name.length);
  const sign = source[equals];
  if (sign !== '=' && sign !== '＝') {
    // Words with nothing that ends the tag behind them: the tag was left open, and this is the story again.
    const end = at + name.length;
    if (!/^[\w-]+$/.test(name) && !/^[^\n<]*[>＞]/.test(source.slice(end, end + LONGEST))) return null;
    if (!/^[A-Za-z_][\w-]*$/.test(name)) return { attribute: null, faults: [{ kind: 'stray', at, end }], end };
    return { attribute: { name, at, end, value: null, valueAt: at }, faults: [], end };
  }
  const read = readValue(source, afterSpace(source, equals + 1));
  const { value, valueAt, end, fault } = read;
  const faults: TagFault[] = [];
  if (sign === '＝') faults.push({ kind: 'wide', at: equals, end: equals + 1 });
  if (fault) faults.push({ ...fault, at, end, ...(value && { better: `${name}="${inChineseQuotes(value)}"` }) });
  return { attribute: { name, at, end, value, valueAt }, faults, end };
}

export const SPACE = /\s*/y;

/** Where the white space ends that begins at an offset. */
export function afterSpace(source: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(source);
  return SPACE.lastIndex;
}

/** No tag has so many attributes: what goes on for longer is the story. */
const MOST = 60;

/** An empty line ends a tag that was not closed, unless what follows it can only belong to a tag. */
function brokenOff(source: string, from: number, to: number): boolean {
  if (!/\n[^\S\n]*\n/.test(source.slice(from, to))) return false;
  return !/^([A-Za-z_]+\s*[=＝]|[/／]?[>＞])/.test(source.slice(to, to + 40));
}

/**
 * Reads the tag of a component from its `<` on. Full-width signs, Chinese quotation marks and the like count as what
 * they were meant to be, and are told as faults.
 * @param nameEnd behind its name
 */
export function readTag(source: string, start: number, nameEnd: number, component: StoryComponentName): Tag {
  const closing = source[start + 1] === '/';
  const faults: TagFault[] = [];
  const attributes: TagAttribute[] = [];
  const name = source.slice(start + (closing ? 2 : 1), nameEnd);
  const tag = (end: number, kind: Tag['kind'], ended: boolean): Tag => ({
    ...{ start, end, kind: closing ? 'close' : kind, name, component, attributes, faults, ended },
  });
  for (let at = nameEnd; ; ) {
    const next = afterSpace(source, at);
    const sign = source[next];
    if (sign === undefined || sign === '<' || brokenOff(source, at, next)) return tag(at, 'open', false);
    const close = /^([/／]?)\s*([>＞])/.exec(source.slice(next, next + 20));
    if (close) {
      const end = next + close[0].length;
      for (const [i, wide] of [...close[0]].entries())
        if (wide === '／' || wide === '＞') faults.push({ kind: 'wide', at: next + i, end: next + i + 1 });
      if (closing && close[1]) faults.push({ kind: 'stray', at: next, end: next + 1 });
      return tag(end, close[1] ? 'self' : 'open', true);
    }
    const read = attributes.length < MOST ? readAttribute(source, next) : null;
    if (read === null) return tag(at, 'open', false);
    faults.push(...read.faults);
    if (read.attribute && closing) faults.push({ kind: 'stray', at: next, end: read.end });
    else if (read.attribute) attributes.push(read.attribute);
    at = read.end;
  }
}

interface Words {
  readonly code: string;
  readonly what: string;
  readonly expected: (better: string | undefined) => string;
  readonly mend: string;
}

const WORDS: Readonly<Record<TagFault['kind'], Words>> = {
  wide: {
    code: 'story-full-width',
    what: '标签里用了全角符号',
    expected: () => '半角的 < > = " /',
    mend: '切换到英文输入法，把这个符号重新打一遍。',
  },
  quotes: {
    code: 'story-attribute-quotes',
    what: '属性的引号不是英文的',
    expected: (better) => better ?? '英文双引号',
    mend: '切换到英文输入法，把两边的引号改成英文的 " 。',
  },
  bare: {
    code: 'story-attribute-quotes',
    what: '属性的值没有引号',
    expected: (better) => better ?? '放在英文双引号里的值',
    mend: '在值的两边加上英文双引号。',
  },
  open: {
    code: 'story-attribute-quotes',
    what: '属性的引号没有关上',
    expected: (better) => better ?? '前后一对英文双引号',
    mend: '在值的末尾补上英文双引号。',
  },
  inner: {
    code: 'story-attribute-quotes',
    what: '属性的值里又有英文双引号',
    expected: (better) => better ?? '值里只有中文引号“”',
    mend: '外面的一对保留英文双引号，里面的改成中文引号“”。',
  },
  expression: {
    code: 'story-attribute-expression',
    what: '属性里不能用大括号',
    expected: (better) => better ?? '属性名="值"',
    mend: '去掉大括号，把值直接写在英文双引号里。',
  },
  stray: {
    code: 'story-attribute-stray',
    what: '标签里多了东西',
    expected: () => '只有“属性名="值"”，中间用空格隔开',
    mend: '删掉它；是属性就写成 属性名="值"。',
  },
};

/** The faults of one tag, each kind once: whoever mends the first sees the others beside it. */
export function faultsOf(tag: Tag, source: string): BodyProblem[] {
  const kinds = Map.groupBy(tag.faults, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, [first, ...more]]) => {
    if (!first) return [];
    const { code, what, expected, mend } = WORDS[kind];
    const better = first.better === undefined ? undefined : clipped(first.better);
    const also = more.length > 0 ? `这个标签里一共有${more.length + 1}处。` : '';
    const found = quoted(source, first.at, first.end);
    return [mistake(first.at, { code, what, found, expected: expected(better), mend: mend + also })];
  });
}
