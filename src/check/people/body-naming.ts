import type { BodyNaming, Mention, MentionPart, NamingPart } from '#domain/people/mentions.ts';
import type { CellPlace, ProsePart } from '../prose/prose.ts';
import { isMarkedAlias } from '../text/names/aliases.ts';
import type { Range } from '../text/range.ts';
import { leadName, namesInField, type PlacedName } from './field-names.ts';
import { namesInWords, withoutOverlaps } from './names-in-words.ts';

/** Words of the body in which somebody may be named, as they are read. */
export interface NamingBlock {
  readonly part: ProsePart;
  readonly text: string;
  /** Of each character of the text, its offset in the source. */
  readonly offsets: ArrayLike<number>;
  readonly cell?: CellPlace;
  /** The component in which it stands; of an attribute its own. */
  readonly inside?: string;
  /** Of an attribute its name. */
  readonly attribute?: string;
  /** What is set apart in the source: bold, emphasis, links. */
  readonly spans?: readonly Range[];
}

/** Attributes that hold people and nothing else. */
const FIELDS: Readonly<Record<string, MentionPart>> = {
  'Letter from': 'letter-from',
  'Letter to': 'letter-to',
  'Interview by': 'interview-by',
  'Quote by': 'quote-by',
  'Photo people': 'photo-people',
};
const IN_COMPONENTS: Readonly<Record<string, MentionPart>> = { Letter: 'letter', Roster: 'roster', Quote: 'quote' };
const CAPTIONS: Readonly<Record<string, MentionPart>> = { caption: 'caption', alt: 'alt' };

function partOf({ part, inside, attribute }: NamingBlock): MentionPart {
  if (attribute !== undefined) return FIELDS[`${inside} ${attribute}`] ?? CAPTIONS[attribute] ?? 'label';
  if (part === 'heading' || part === 'cell' || part === 'note') return part;
  const own = IN_COMPONENTS[inside ?? ''];
  if (own) return own;
  return part === 'item' ? 'item' : 'paragraph';
}

/** Headings of columns that hold people. */
const OF_PEOPLE =
  /姓名|名字|名单|人员|学生|队员|成员|负责人|联系人|志愿者|老师|教师|班主任|讲述人|作者|孩子|监护人|家长|结对|对象|户主|受助|获奖|代表|^谁$|^人$/u;

/** The headings of the columns of all tables. */
function columnsOf(blocks: readonly NamingBlock[]): Map<string, string> {
  const columns = new Map<string, string>();
  for (const { cell, text } of blocks) if (cell?.row === 0) columns.set(`${cell.table} ${cell.column}`, text);
  return columns;
}

const moved = (name: PlacedName, by: number): PlacedName => ({ ...name, start: name.start + by, end: name.end + by });

/** Who speaks: 冯远志：…, **问：**; those who only ask have no name. */
const SPEAKER = /^[\s“*]{0,4}([^：:。，；！？\n]{2,14})[：:]/u;

function speakerOf(text: string): PlacedName[] {
  const speaker = SPEAKER.exec(text)?.[1];
  if (speaker === undefined) return [];
  return namesInField(speaker).map((name) => moved(name, text.indexOf(speaker)));
}

/** Words that greet: 亲爱的李小禾：. */
const GREETED = /^[\s]{0,4}(?:亲爱的|敬爱的|尊敬的|可爱的|远方的)([^：:！，。\n]{1,16})(?=[：:！，。]|$)/u;
/** Short lines that close a letter: 你的朋友：李小禾. */
const SIGNED =
  /^\s{0,4}(?:[^：:，。！？\n]{1,12}[：:]\s{0,4}([^：:，。！？\n]{2,24})|[^：:，。！？\s]{1,12}\s{1,4}([^：:，。！？\s]{2,12}))$/u;

function inLetter(text: string): PlacedName[] {
  const names: PlacedName[] = [];
  for (const pattern of [GREETED, SIGNED]) {
    const [, first, second] = (text.length < 40 && pattern.exec(text)) || [];
    const inside = first ?? second;
    if (inside === undefined) continue;
    const at = text.lastIndexOf(inside);
    names.push(
      ...namesInField(inside)
        .filter(({ certainty }) => certainty === 'certain')
        .map((name) => moved(name, at)),
    );
  }
  return names;
}

/** A member of a team: the words before the first mark. */
function memberOf(text: string): PlacedName[] {
  const [first = ''] = text.split(/[，,：:。；—]/u);
  return first.length < 24 ? namesInField(first) : [];
}

/** Where the characters of a text lie that stand between two offsets of the source. */
function rangeIn({ offsets, text }: NamingBlock, { start, end }: Range): Range {
  let from = 0;
  while (from < text.length && (offsets[from] ?? 0) < start) from++;
  let to = from;
  while (to < text.length && (offsets[to] ?? 0) < end) to++;
  return { start: from, end: to };
}

/** The lines of a text as they stand in the source: a list of names pasted without empty lines. */
function linesOf({ text, offsets }: NamingBlock, source: string): Range[] {
  const lines: Range[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    const [before, here] = [offsets[at - 1] ?? 0, offsets[at] ?? 0];
    if (here <= before + 1 || !source.slice(before + 1, here).includes('\n')) continue;
    lines.push({ start: from, end: at });
    from = at;
  }
  lines.push({ start: from, end: text.length });
  return lines;
}

/** Words that may be nothing but a name, or several: what is set apart, and lines of their own. */
function leadsIn(block: NamingBlock, source: string): PlacedName[] {
  const { text, spans = [] } = block;
  const ranges = [...spans.map((span) => rangeIn(block, span)), ...linesOf(block, source)];
  return ranges.flatMap(({ start, end }): PlacedName[] => {
    const words = text.slice(start, end);
    if (words.length > 200) return [];
    const [lead = ''] = words.split(/[：:，,\s（(]/u);
    const whole = leadName(words) ?? leadName(lead);
    const several = /[\s\u3000]/u.test(words.trim()) ? severalIn(words) : [];
    return [...(whole ? [whole] : []), ...several].map((name) => moved(name, start));
  });
}

/** A line of nothing but names with spaces between: 张远舟　李小禾　王　磊. */
function severalIn(words: string): PlacedName[] {
  const names = namesInField(words);
  const covered = names.reduce((sum, { start, end }) => sum + end - start, 0);
  const letters = words.replaceAll(/[\s\u3000、，,]/gu, '').length;
  const held = names.reduce((sum, { start, end }) => sum + words.slice(start, end).replaceAll(/\s/gu, '').length, 0);
  return names.length > 1 && covered > 0 && held === letters ? names : [];
}

/** Who is told to be seen in a picture, each name whole. */
const listedIn = (text: string): PlacedName[] =>
  [...text.matchAll(/[^、，,]+/gu)].flatMap(({ index, 0: item }): PlacedName[] => {
    const name = item.trim();
    const start = index + item.indexOf(name);
    return name === '' || name === '无' ? [] : [{ start, end: start + name.length, certainty: 'certain' }];
  });

function namesOf(block: NamingBlock, part: MentionPart, columns: ReadonlyMap<string, string>, source: string) {
  const { text, cell, inside, attribute } = block;
  if (part === 'photo-people') return listedIn(text);
  if (attribute !== undefined && part !== 'caption' && part !== 'alt' && part !== 'label') return namesInField(text);
  if (cell && cell.row > 0 && OF_PEOPLE.test(columns.get(`${cell.table} ${cell.column}`) ?? '')) {
    return namesInField(text);
  }
  const alone = part === 'heading' || part === 'cell' || part === 'item' || part === 'label' || part === 'roster';
  return withoutOverlaps([
    ...(part === 'roster' && block.part === 'item' ? memberOf(text) : []),
    ...(inside === 'Interview' ? speakerOf(text) : []),
    ...(inside === 'Letter' ? inLetter(text) : []),
    ...leadsIn(block, source),
    ...namesInWords(text, { alone, picture: part === 'caption' || part === 'alt' }),
  ]);
}

/** Who is named in the body of a story, and where. */
export function bodyNaming(blocks: readonly NamingBlock[], source: string): BodyNaming {
  const columns = columnsOf(blocks);
  const mentions: Mention[] = [];
  const parts: NamingPart[] = [];
  for (const block of blocks) {
    const { text, offsets } = block;
    const own = partOf(block);
    const end = (offsets[text.length - 1] ?? 0) + 1;
    parts.push({ part: own, start: offsets[0] ?? 0, end });
    const speakers = block.inside === 'Interview' ? speakerOf(text) : [];
    for (const name of namesOf(block, own, columns, source)) {
      const place = { path: null, start: offsets[name.start] ?? 0, end: (offsets[name.end - 1] ?? 0) + 1 };
      const speaks = speakers.some(({ start }) => start === name.start);
      mentions.push({
        ...{ name: text.slice(name.start, name.end), certainty: name.certainty, at: place },
        ...{ part: speaks ? 'speaker' : own, alias: isMarkedAlias(text, name) },
      });
    }
  }
  const inOrder = (a: Range, b: Range) => a.start - b.start;
  return { mentions: mentions.toSorted((a, b) => inOrder(a.at, b.at)), parts: parts.toSorted(inOrder) };
}
