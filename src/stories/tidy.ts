import { STRAIGHT_DOUBLE, withWideMarks } from '#check/prose/language/half-width-marks.ts';
import { withNarrowDigits, withoutGaps } from '#check/prose/language/pasted-characters.ts';
import { isMeantBreak, isPlainLine, tabbedCells, wideBarCells } from '#domain/stories/lines.ts';

/** What was put right in a story's file, in words, with how often. */
export interface Tidied {
  readonly text: string;
  /** In the order in which it was done: 去掉看不见的字符, 5处. */
  readonly done: readonly { readonly what: string; readonly count: number }[];
}

/** A step: the text after it, and how many places it touched. */
type Step = readonly [what: string, tidy: (text: string) => { text: string; count: number }];

/** Replaces a pattern everywhere and counts. */
function replaced(text: string, pattern: RegExp, by: (found: string, ...groups: (string | undefined)[]) => string) {
  let count = 0;
  const next = text.replace(pattern, (...found: unknown[]) => {
    // Behind the groups stand the place and the whole text.
    const [words = '', ...groups] = found.slice(0, -2) as (string | undefined)[];
    const instead = by(words, ...groups);
    if (instead !== words) count++;
    return instead;
  });
  return { text: next, count };
}

/** Hidden signs, but for what joins the parts of an emoji. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/** What stands in a line that is no prose: tags, addresses, code, signs by their number. Their signs mean what they say. */
const KEPT = /<\/?[A-Za-z][^<>]*>|\]\([^)\n]*\)|`[^`\n]*`|https?:\/\/[!-~]+|&(?:amp;)?(?:#\d{1,7}|[a-z]{2,8});/g;

/** Changes the prose of a text, and leaves tags, addresses and code alone. */
function inProse(text: string, change: (prose: string) => { text: string; count: number }) {
  let [result, count, at] = ['', 0, 0];
  const take = (piece: string) => {
    const done = change(piece);
    result += done.text;
    count += done.count;
  };
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    take(text.slice(at, index));
    result += kept;
    at = index + kept.length;
  }
  take(text.slice(at));
  return { text: result, count };
}

const HAN = '[\\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]';
const STRAIGHT_SINGLE = new RegExp(`(?<![A-Za-z])'(?=${HAN})([^'\\n]*)'|(?<![A-Za-z])'([^'\\n]*)(?<=${HAN})'`, 'gu');

/** Signs of Markdown as a Chinese keyboard types them, where nothing else can be meant. */
const WIDE_MARKS: readonly (readonly [RegExp, (found: string, ...groups: (string | undefined)[]) => string])[] = [
  [/^[ \u3000]*([#＃]{2,6})[ \u3000]*(?=[^#＃\s])/gm, (_, marks = '') => `${'#'.repeat(marks.length)} `],
  [/＊＊(?=\S)([^＊\n]+)＊＊/g, (_, words = '') => `**${words}**`],
  [/^([ \u3000]*)[－﹣](?:[ \u3000]+)(?=\S)/gm, () => '- '],
  [/^([ \t]*)([-*])\u3000+/gm, (_, indent = '', mark = '') => `${indent}${mark} `],
];

/** Numbers of the lines, from 0, that belong to no prose: inside a tag over several lines, or inside a block of code. */
function linesApart(text: string): ReadonlySet<number> {
  const apart = new Set<number>();
  let [at, line] = [0, 0];
  for (const { 0: tag, index } of text.matchAll(/<\/?[A-Za-z][^<>]*>|^[ \t]*(?:```|~~~)[\s\S]*?^[ \t]*(?:```|~~~)/gm)) {
    for (; at < index; at++) if (text[at] === '\n') line++;
    const breaks = tag.split('\n').length - 1;
    if (breaks > 0) for (let i = 0; i <= breaks; i++) apart.add(line + i);
  }
  return apart;
}

const cell = (text: string) => text.replaceAll('|', '\\|') || ' ';
const row = (cells: readonly string[], width: number) =>
  `| ${Array.from({ length: width }, (_, i) => cell(cells[i] ?? '')).join(' | ')} |`;

/** Rows pasted from a spreadsheet, or typed with wide bars, as a table. */
function tables(text: string) {
  let count = 0;
  const result: string[] = [];
  let rows: string[][] = [];
  const close = () => {
    const [head, ...rest] = rows;
    if (!head) return;
    const width = Math.max(...rows.map((one) => one.length));
    if (result.length > 0 && result.at(-1)?.trim() !== '') result.push('');
    result.push(row(head, width), `|${' --- |'.repeat(width)}`, ...rest.map((one) => row(one, width)));
    rows = [];
    count++;
  };
  const apart = linesApart(text);
  for (const [i, line] of text.split('\n').entries()) {
    const cells = isPlainLine(line) && !apart.has(i) ? (tabbedCells(line) ?? wideBarCells(line)) : null;
    if (cells?.every((one) => /^[-—－:：]*$/.test(one)) && rows.length > 0) continue;
    if (cells) {
      rows.push(cells);
      continue;
    }
    const wasTable = rows.length > 0;
    close();
    if (wasTable && line.trim() !== '') result.push('');
    result.push(line);
  }
  close();
  return { text: result.join('\n'), count };
}

/** An empty line between two lines that their writer meant as two paragraphs. */
function paragraphs(text: string) {
  let count = 0;
  const apart = linesApart(text);
  const lines = text.split('\n');
  const result = lines.flatMap((line, i) => {
    const below = lines[i + 1];
    const glued =
      !apart.has(i) && below !== undefined && isPlainLine(line) && !/ {2}$|\\$/.test(line) && isMeantBreak(line, below);
    if (!glued) return [line];
    count++;
    return [line, ''];
  });
  return { text: result.join('\n'), count };
}

/** What is put right in words, whatever stands round them. */
const PROSE_STEPS: readonly Step[] = [
  [
    '把直引号改成中文引号',
    (text) => {
      const double = inProse(text, (prose) => replaced(prose, STRAIGHT_DOUBLE, (_, a, b) => `“${a ?? b ?? ''}”`));
      const single = inProse(double.text, (prose) =>
        replaced(prose, STRAIGHT_SINGLE, (_, a, b) => `‘${a ?? b ?? ''}’`),
      );
      return { text: single.text, count: double.count + single.count };
    },
  ],
  ['把中文里的半角标点改成全角', wideMarks],
  ['把全角的数字、字母改成半角', (text) => inProse(text, withNarrowDigits)],
  ['去掉一个字一个字之间的空格', (text) => inProse(text, withoutGaps)],
];

const BODY_STEPS: readonly Step[] = [
  [
    '改正全角的井号、星号、编号',
    (text) => {
      let count = 0;
      const next = WIDE_MARKS.reduce((rest, [pattern, by]) => {
        const done = replaced(rest, pattern, by);
        count += done.count;
        return done.text;
      }, text);
      return { text: next, count };
    },
  ],
  ['把粘来的表格排成表', tables],
  ['去掉段首的空格', (text) => replaced(text, /^[\u3000\u00a0]+(?=\S)/gm, () => '')],
  ['在段和段之间空一行', paragraphs],
  ...PROSE_STEPS,
];

/** What a tag says in words: its values with Chinese in them. */
const SAID = /(?<=\s[a-z_]+=")[^"\n]*\p{Script=Han}[^"\n]*(?=")/gu;

/** Wide marks for narrow ones in Chinese: in prose, and in what tags say. */
function wideMarks(text: string) {
  let inTags = 0;
  const prose = inProse(text, withWideMarks);
  const all = prose.text.replaceAll(/<[A-Z][^<>]*>/g, (tag) =>
    tag.replaceAll(SAID, (words) => {
      const done = withWideMarks(words);
      inTags += done.count;
      return done.text;
    }),
  );
  return { text: all, count: prose.count + inTags };
}

/** Keys whose value is a list in square brackets. */
const LISTS = /^(people|projects|places):[ \t]*\[([^\]\n]*)\]/gm;

const FRONT_STEPS: readonly Step[] = [
  [
    '把稿头列表里的中文逗号改成英文逗号',
    (text) => replaced(text, LISTS, (_, key = '', items = '') => `${key}: [${items.split(/[,，、]\s*/).join(', ')}]`),
  ],
  [
    '把标题、摘要里的半角标点改成全角',
    (text) => {
      let count = 0;
      // Quotation marks around the whole value are those of the file.
      const next = text.replaceAll(
        /(?<=^(?:title|subtitle|summary):[ \t]+)(?:(["'])(.*)\1[ \t]*$|\S.*$)/gm,
        (value: string, mark: string | undefined, inside: string | undefined) => {
          const done = withWideMarks(mark === undefined ? value : (inside ?? ''));
          count += done.count;
          return mark === undefined ? done.text : `${mark}${done.text}${mark}`;
        },
      );
      return { text: next, count };
    },
  ],
];

const WHOLE_STEPS: readonly Step[] = [
  ['统一换行', (text) => replaced(text, /\r\n?|\v|\u2028|\u2029/g, () => '\n')],
  ['去掉看不见的字符', (text) => replaced(text, INVISIBLE, () => '')],
];

function run(steps: readonly Step[], text: string, done: { what: string; count: number }[]): string {
  return steps.reduce((rest, [what, tidy]) => {
    const { text: next, count } = tidy(rest);
    if (count > 0) done.push({ what, count });
    return next;
  }, text);
}

/** The same for words alone, where no sign is one of Markdown: those of one paragraph of a document. */
export function tidyWords(words: string): Tidied {
  const done: { what: string; count: number }[] = [];
  return { text: run(PROSE_STEPS, run(WHOLE_STEPS, words, done), done), done };
}

/**
 * Puts right what pasting and a Chinese keyboard do to a story's file: hidden signs, line ends, wide marks of Markdown,
 * pasted tables, paragraphs that stand line under line, straight quotation marks, narrow marks in Chinese. Changes no word. Tidying what is tidy
 * changes nothing.
 * @param split takes the text apart where the body begins
 */
export function tidyStory(file: string, split: (text: string) => number): Tidied {
  const done: { what: string; count: number }[] = [];
  const text = run(WHOLE_STEPS, file, done);
  const at = split(text);
  const front = run(FRONT_STEPS, text.slice(0, at), done);
  return { text: front + run(BODY_STEPS, text.slice(at), done), done };
}
