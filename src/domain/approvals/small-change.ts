import type { TextChange } from './text-change.ts';

/** More places, or more characters in one, are no slip of the pen any more. */
const MOST_PLACES = 5;
const MOST_CHARACTERS = 4;

/** The only lines of the front matter in which a slip of the pen may be mended: what a reader reads as a sentence. */
const READ_KEYS = /^(title|subtitle|summary):/;
/** What numbers and dates are made of, in figures and in characters. */
const NUMERAL = /[\d０-９零〇○一二三四五六七八九十百千万亿兆廿卅两半几倍成分之点％%‰年月日号时周]/u;
/** What turns a sentence into its opposite. */
const TURNING = /[不没未无非勿莫否别]/u;
/** What opens or closes the words of somebody else, a tag, a link or a title: beyond one letter's change. */
const FRAME = /["'“”‘’「」『』《》〈〉<>[\](){}`|#*_~=\\/]/u;

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['<', '>'],
  ['](', ')'],
];
/** Components that hold what somebody else said. */
const VOICES = ['Quote', 'Letter', 'Interview'] as const;

const count = (text: string) => [...text].length;

/** Whether an offset lies between two signs of the same paragraph. */
function within(text: string, at: number, open: string, close: string): boolean {
  const start = text.lastIndexOf('\n\n', at) + 1;
  const before = text.slice(start, at);
  return before.lastIndexOf(open) > before.lastIndexOf(close);
}

/** Whether an offset lies in the words of somebody else: quotation marks, a title, a quoted block, a tag, an address. */
function inFrame(text: string, at: number): boolean {
  if (PAIRS.some(([open, close]) => within(text, at, open, close))) return true;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (/^\s*>/.test(text.slice(lineStart, at + 1))) return true;
  const before = text.slice(0, at);
  return VOICES.some((name) => before.lastIndexOf(`<${name}`) > before.lastIndexOf(`</${name}>`));
}

/** Whether a range of a text touches a name that stands there. */
function touchesName(text: string, from: number, to: number, names: readonly string[]): boolean {
  return names.some((name) => {
    const around = text.slice(Math.max(0, from - name.length), to + name.length);
    return around.includes(name);
  });
}

/** The line of a text on which an offset lies. */
const lineAt = (text: string, at: number) => {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? undefined : end);
};

/** Whether one side of a change, with the signs next to it, is free of everything somebody answers for. */
function harmless(text: string, at: number, part: string, frontEnd: number, names: readonly string[]): boolean {
  const end = at + part.length;
  const touched = text.slice(Math.max(0, at - 1), end + 1);
  if (/\n/.test(part) || TURNING.test(part) || FRAME.test(part) || NUMERAL.test(touched)) return false;
  if (at < frontEnd && !READ_KEYS.test(lineAt(text, at))) return false;
  return !inFrame(text, at) && !touchesName(text, at, end, names);
}

/** A story's file with the offset at which its front matter ends. */
export interface StoryText {
  readonly text: string;
  readonly frontEnd: number;
}

/**
 * Whether what was changed is so small that the last reviewer may answer for it alone: a few characters in a few places,
 * none of them in or beside a number, a date or a name, none in the words of somebody else, in a picture's or a link's
 * description or in a key that no reader reads as a sentence, and none that turns a sentence round.
 * @param names everything that counts as a name: people, places, projects, departments
 */
export function isSmallChange(
  before: StoryText,
  now: StoryText,
  changes: readonly TextChange[],
  names: readonly string[],
): boolean {
  if (changes.length === 0 || changes.length > MOST_PLACES) return false;
  return changes.every(
    (change) =>
      count(change.was) <= MOST_CHARACTERS &&
      count(change.now) <= MOST_CHARACTERS &&
      harmless(before.text, change.wasAt, change.was, before.frontEnd, names) &&
      harmless(now.text, change.nowAt, change.now, now.frontEnd, names),
  );
}
