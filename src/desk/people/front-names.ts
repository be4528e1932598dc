import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FrontMatter } from '#domain/stories/story.ts';

export type NameDecision = NonNullable<FrontMatter['names']>[number];

/** The front matter of a story file, between its two lines `---`; offsets of the whole text. */
const FRONT = /(?<![\s\S])\ufeff?\s*---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)^---[ \t]*$/mu;

/** The front matter cannot be taken apart well enough to write into it. */
export class UnreadFront extends Error {}

/** A text as YAML writes it between commas: bare where that reads back as the same words. */
function scalar(text: string): string {
  const bare = parseDocument(`[${text}]`);
  const [first, ...more] = bare.errors.length === 0 && isSeq(bare.contents) ? bare.contents.items : [];
  const same = more.length === 0 && isScalar(first) && first.value === text;
  return same && !/[#:{}[\],"']/u.test(text) ? text : JSON.stringify(text);
}

const itemOf = ({ name, is, source }: NameDecision) =>
  `{ name: ${scalar(name)}, is: ${is}${source === undefined ? '' : `, source: ${scalar(source)}`} }`;

/** Where a line ends, in front of its break. */
function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/\r|\n/u);
  return found < 0 ? text.length : at + found;
}

/** What is to be put in, and where: everything else stays as it is. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insertion(front: string, decisions: readonly NameDecision[], breaks: string): Insertion {
  const items = decisions.map(itemOf);
  const lines = (indent: string) => items.map((item) => `${indent}- ${item}`).join(breaks);
  const { contents, errors } = parseDocument(front);
  if (errors.length > 0 || !isMap(contents)) throw new UnreadFront();
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'names');
  if (!pair) return { at: front.length, text: `names:${breaks}${lines('  ')}${breaks}` };
  const { key, value } = pair;
  if (isSeq(value) && value.flow) {
    const [start, end] = value.range ?? [0, 0];
    const inside = front.slice(start + 1, end - 1).trimEnd();
    const before = inside === '' || inside.endsWith(',') ? '' : ',';
    return { at: start + 1 + inside.length, text: `${before}${inside === '' ? '' : ' '}${items.join(', ')}` };
  }
  if (isSeq(value) && value.items.length > 0) {
    const last = value.items.at(-1);
    const range = (isMap(last) || isScalar(last) ? last.range : undefined) ?? [0, 0];
    const [first] = value.items;
    const begin = (isMap(first) || isScalar(first) ? first.range?.[0] : undefined) ?? 0;
    const lead =
      front
        .slice(0, begin)
        .split(/\r\n|\n|\r/u)
        .at(-1) ?? '';
    const indent = /^[ \t]*/u.exec(lead)?.[0] ?? '  ';
    return { at: lineEnd(front, trimmedEnd(front, range[1])), text: `${breaks}${lines(indent)}` };
  }
  const [, end] = (isScalar(key) && key.range) || [0, front.length];
  return { at: lineEnd(front, end), text: `${breaks}${lines('  ')}` };
}

/** The end of a value without the break and the indent that may count to it. */
const trimmedEnd = (text: string, end: number) => text.slice(0, end).trimEnd().length;

/** The names of the front matter of a story file; empty where there are none. */
function namesIn(front: string): unknown[] {
  const { names } = (parseDocument(front).toJS() ?? {}) as { names?: unknown };
  return Array.isArray(names) ? names : [];
}

/**
 * A story file with more decisions in the front matter's `names`. No other byte changes: comments, quotes, order and line
 * ends stay. Throws `UnreadFront` where that cannot be promised.
 */
export function withNames(text: string, decisions: readonly NameDecision[]): string {
  const match = FRONT.exec(text);
  const front = match?.[1];
  if (front === undefined || !match) throw new UnreadFront();
  const begin = match.index + match[0].indexOf(front, match[0].indexOf('---') + 3);
  const breaks = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const { at, text: more } = insertion(front, decisions, breaks);
  const written = `${front.slice(0, at)}${more}${front.slice(at)}`;
  const expected = JSON.stringify([...namesIn(front), ...decisions]);
  if (JSON.stringify(namesIn(written)) !== expected || !agreesElsewhere(front, written)) throw new UnreadFront();
  return `${text.slice(0, begin)}${written}${text.slice(begin + front.length)}`;
}

/** Whether everything but the names says the same as before. */
function agreesElsewhere(before: string, after: string): boolean {
  const rest = (text: string) => {
    const { names: _names, ...others } = (parseDocument(text).toJS() ?? {}) as Record<string, unknown>;
    return JSON.stringify(others);
  };
  return rest(before) === rest(after);
}
