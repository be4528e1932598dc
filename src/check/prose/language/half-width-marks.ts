import { matchesIn } from '../../text/glance.ts';
import { dottedNamesIn } from '../../text/names/dotted.ts';
import type { OwnRule, ProseFinding, Range } from '../prose.ts';

/** A narrow mark in Chinese text, with the spaces about it, and what stands there rightly. */
interface NarrowMark extends Range {
  readonly instead: string;
}

/** Addresses: their marks mean what they are. */
const ADDRESS = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]{1,80}/gu;
/** Behind these, with spaces or without, Chinese goes on. */
const HAN = String.raw`\p{Script=Han}\p{Script=Tibetan}”’》）】〉」』％`;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '.': '。' };
/** 信到了,大家; 2019, 他; not 3,000. */
const PAUSE = new RegExp(
  `(?<=[${HAN}]) {0,3}(?<behind>[,;?]|:(?!:)|!(?!\\[)) {0,3}|(?<=[A-Za-z0-9%]) {0,3}(?<before>[,;]) {0,3}(?=[\\p{Script=Han}“《（])`,
  'gu',
);
/** A stop at the end, or before a space; between two characters it may be the dot of a name. */
const STOP = new RegExp(`(?<=[${HAN}]) {0,3}\\.(?!\\.)(?: {1,3}(?=\\S)|(?=[”’」』）)*_'"]*(?:$|\\n))) {0,3}`, 'gu');
/** A stop right between two characters: 种好了树.一个上午. */
const STOP_BETWEEN = new RegExp(`(?<=[${HAN}])\\.(?=[\\p{Script=Han}“《（])`, 'gu');
/** So much of a sentence stands before it, and behind it: less is a number, a place in a place, the parts of a title. */
const SENTENCE_BEFORE = /[\p{Script=Han}\d][^。！？.!?\n]{4}$/u;
const SENTENCE_BEHIND = /^[“《（]?[\p{Script=Han}\d]{2}/u;
const NUMERAL = /[〇零一二三四五六七八九十百千]\.[〇零一二三四五六七八九十百千]/u;

/** Whether a stop between two characters ends a sentence; else it parts a name, a number or the parts of a title. */
function endsSentence(text: string, at: number): boolean {
  if (!SENTENCE_BEFORE.test(text.slice(Math.max(0, at - 6), at)) || !SENTENCE_BEHIND.test(text.slice(at + 1, at + 4)))
    return false;
  if (NUMERAL.test(text.slice(at - 1, at + 2))) return false;
  const from = Math.max(0, at - 12);
  const around = `${text.slice(from, at)}·${text.slice(at + 1, at + 12)}`;
  return !dottedNamesIn(around).some(({ start, end }) => start + from < at && at < end + from);
}

/** 一. at the beginning of a line is a number. */
const NUMBERED = /(?:^|\n)[ \t#>*-]*[一二三四五六七八九十]{1,3}$/u;
const DOTS = new RegExp(`(?<=[${HAN}])\\.{3,6}`, 'gu');
/** A pair of brackets on one line; it is Chinese where Chinese stands in it or right before it. */
const BRACKETS = /(?<open>\() {0,2}(?<inside>[^()\n]{1,200}?) {0,2}\)/gu;

const BESIDE = '[\\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]';
/** A pair of straight quotation marks with Chinese on one of its inner sides. */
export const STRAIGHT_DOUBLE = new RegExp(`"(?=${BESIDE})([^"\\n]*)"|"([^"\\n]*)(?<=${BESIDE})"`, 'gu');

const ends = (text: string, at: number) => new RegExp(`[${HAN}]$`, 'u').test(text.slice(Math.max(0, at - 2), at));

/** All narrow marks of a text that belong to Chinese, in order. */
function narrowMarks(original: string): NarrowMark[] {
  if (!/[,:;?!.("]/.test(original)) return [];
  const text = original.replaceAll(ADDRESS, (address) => 'a'.repeat(address.length));
  const marks: NarrowMark[] = [];
  for (const match of matchesIn(text, PAUSE)) {
    const mark = match.groups?.['behind'] ?? match.groups?.['before'] ?? '';
    marks.push({ start: match.index, end: match.index + match[0].length, instead: WIDE[mark] ?? mark });
  }
  for (const { index: start, 0: found } of matchesIn(text, STOP)) {
    if (!NUMBERED.test(text.slice(Math.max(0, start - 12), start)))
      marks.push({ start, end: start + found.length, instead: '。' });
  }
  for (const { index: start } of matchesIn(text, STOP_BETWEEN))
    if (endsSentence(text, start)) marks.push({ start, end: start + 1, instead: '。' });
  for (const { index: start, 0: found } of matchesIn(text, DOTS))
    marks.push({ start, end: start + found.length, instead: '……' });
  for (const { index: start, 0: found, groups } of matchesIn(text, BRACKETS)) {
    const inside = groups?.['inside'] ?? '';
    if (!/\p{Script=Han}/u.test(inside) && !ends(text, start)) continue;
    marks.push({ start, end: start + 1, instead: '（' });
    marks.push({ start: start + found.length - 1, end: start + found.length, instead: '）' });
  }
  for (const { index: start, 0: found } of matchesIn(text, STRAIGHT_DOUBLE)) {
    marks.push({ start, end: start + 1, instead: '“' });
    marks.push({ start: start + found.length - 1, end: start + found.length, instead: '”' });
  }
  return marks
    .toSorted((a, b) => a.start - b.start)
    .filter((mark, i, all) => i === 0 || mark.start >= (all[i - 1]?.end ?? 0));
}

/** A text with its narrow marks wide, and how many they were. */
export function withWideMarks(text: string): { text: string; count: number } {
  const marks = narrowMarks(text);
  let [result, at] = ['', 0];
  for (const { start, end, instead } of marks) {
    result += text.slice(at, start) + instead;
    at = end;
  }
  return { text: result + text.slice(at), count: marks.length };
}

/** How much of the text stands before and behind a mark that is told. */
const AROUND = 2;

/** Narrow , : ; ? ! . ( ) and straight quotation marks in Chinese text; of one paragraph all at once. `npm run tidy` mends the same. */
export const halfWidthMarks: OwnRule = () => {
  return ({ blocks }) =>
    blocks.flatMap(({ text }, block): ProseFinding[] => {
      const marks = narrowMarks(text);
      const [first] = marks;
      if (!first) return [];
      const { start, end, instead } = first;
      const [before, behind] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
      const many = marks.length > 1 ? `，这一段共${marks.length}处` : '';
      return [
        {
          ...{ block, start, end, severity: 'warning', code: 'half-width-mark', written: null },
          what: '中文里用了半角的标点',
          found: `“${before}${text.slice(start, end)}${behind}”${many}`,
          expected: `“${before}${instead}${behind}”`,
          mend: '运行 npm run tidy -- <稿件id>，一次改好；或者切换到中文输入法自己改。',
        },
      ];
    });
};
