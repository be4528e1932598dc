import type { TagAttribute, TagFault } from './tag-types.ts';

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
