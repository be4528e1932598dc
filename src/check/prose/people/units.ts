import { cueAfter, cueBefore } from '../../text/names/cues.ts';
import { type FoundName, namesIn } from '../../text/names/names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, StoryProse } from '../prose.ts';
import { knownNames } from './records.ts';

type Declared = NonNullable<StoryProse['declared']>;
const NOTHING: Declared = { people: [], nobody: [] };

/** Where names that somebody declared stand in a text. */
const declaredNamesIn = (text: string, { people }: Declared): FoundName[] =>
  knownNames(people)(text).map((found) => ({
    ...found,
    ...{ form: 'called', certainty: 'certain' },
    ...{ before: cueBefore(text, found.start), after: cueAfter(text, found.end) },
  }));

/** What ends like a place is one, whatever else it may be. */
const PLACE = /(?<!江)村$|[乡镇县岭沟坳屯寨]$/u;

/** The names in a text: those declared, and those that are found beside them and are not declared to be none. */
function allNamesIn(text: string, declared: Declared): FoundName[] {
  const sure = declaredNamesIn(text, declared);
  const found = namesIn(text).filter(
    ({ start, end, name }) =>
      !PLACE.test(name) &&
      !declared.nobody.includes(name) &&
      !sure.some((other) => other.start < end && start < other.end),
  );
  return sure.length === 0 ? found : [...sure, ...found].toSorted((a, b) => a.start - b.start);
}

const known = new WeakMap<StoryProse, Map<ProseBlock, readonly FoundName[]>>();
/** The names of a block of a story; each is read once, whoever asks. */
export function namesOf(block: ProseBlock, prose: StoryProse): readonly FoundName[] {
  const own = known.get(prose) ?? new Map<ProseBlock, readonly FoundName[]>();
  known.set(prose, own);
  const names = own.get(block) ?? allNamesIn(block.text, prose.declared ?? NOTHING);
  own.set(block, names);
  return names;
}

/** A sentence, the row of a table or a line of a list, with the names in it. */
export interface Unit {
  readonly text: string;
  /** The same with a blank for each character of a name: what is told of people without saying who they are. */
  readonly masked: string;
  readonly names: readonly FoundName[];
  /** Number of the block in the story of each part of the text, in order. */
  readonly parts: readonly { readonly block: number; readonly at: number; readonly from: number }[];
  /** Where the unit's first block stands in the story. */
  readonly block: number;
  readonly quoted: boolean;
  /** Whether it is an attribute: who wrote a letter, a caption. */
  readonly attribute: boolean;
  /** The line above the list in which it stands, without its colon; '' where there is none. */
  readonly under: string;
}

/** Stands for a character of somebody's name. */
export const BLANK = '\ue000';

const maskedOf = (text: string, names: readonly FoundName[]): string => {
  let masked = '';
  let from = 0;
  for (const { start, end } of names) {
    masked += text.slice(from, start) + BLANK.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
};

type Part = Unit['parts'][number];
const unitOf = (
  text: string,
  names: readonly FoundName[],
  parts: readonly Part[],
  { quoted, part }: Pick<ProseBlock, 'quoted' | 'part'>,
  under = '',
): Unit => ({
  ...{ text, names, parts, quoted, masked: maskedOf(text, names), block: parts[0]?.block ?? 0 },
  attribute: part === 'words',
  under,
});

/** The cells of a row as one line, the headings of the columns before the words below them. */
function rowUnit(
  cells: readonly { readonly source: ProseBlock; readonly block: number }[],
  head: readonly string[],
  declared: Declared,
): Unit {
  let text = '';
  const parts: Part[] = [];
  const names: FoundName[] = [];
  for (const [column, { source, block }] of cells.entries()) {
    const title = head[column];
    if (column > 0) text += '，';
    if (title) text += `${title}：`;
    const from = text.length;
    parts.push({ block, at: 0, from });
    text += source.text;
    names.push(
      ...allNamesIn(text.slice(from - (title ? title.length + 1 : 0)), declared)
        .map((name) => moved(name, from - (title ? title.length + 1 : 0)))
        .filter(({ start }) => start >= from),
    );
  }
  return unitOf(text, names, parts, { quoted: false, part: 'cell' });
}

const moved = (name: FoundName, by: number): FoundName => ({ ...name, start: name.start + by, end: name.end + by });

/** Where an offset of a unit stands in the story. */
export function placeIn({ parts }: Unit, offset: number): { block: number; at: number } {
  const part = parts.findLast(({ from }) => from <= offset) ?? { block: 0, at: 0, from: 0 };
  return { block: part.block, at: part.at + offset - part.from };
}

/** A story in units, in order. A table's first row names its columns where it says 姓名, 学校 or the like. */
export function unitsOf(prose: StoryProse, mayTell: (text: string) => boolean): Unit[] {
  const { blocks, declared = NOTHING } = prose;
  const told = blocks.map(({ text }) => mayTell(text));
  const worth = blocks.map((_, at) => told[at] || told[at - 1] || told[at + 1] || told[at + 2]);
  const units: Unit[] = [];
  let head: string[] = [];
  let lastGroup: number | null = null;
  let under = '';
  for (let block = 0; block < blocks.length; block++) {
    const source = blocks[block];
    if (!source) continue;
    if (source.part === 'cell' && source.group !== null) {
      const cells: { source: ProseBlock; block: number }[] = [];
      for (let cell = blocks[block]; cell?.part === 'cell' && cell.group === source.group; cell = blocks[block]) {
        cells.push({ source: cell, block });
        block++;
      }
      block--;
      const isNext = lastGroup !== null && source.group === lastGroup + 1;
      const titles = cells.map((c) => c.source.text);
      if (!isNext) head = titles.some((t) => COLUMN.test(t)) ? titles : [];
      if (isNext || head.length === 0) units.push(rowUnit(cells, head, declared));
      lastGroup = source.group;
      continue;
    }
    lastGroup = null;
    // What is said to be said belongs to who says it: names are looked for in the whole block.
    const alone = source.part === 'words' && source.text.length <= LONGEST_NAME;
    const names = worth[block] || alone ? namesOf(source, prose) : [];
    let next = 0;
    for (const { start, end, text } of sentencesIn(source.text)) {
      const line = text.trim();
      const head = HEAD_OF_LIST.exec(line);
      if (!head && line.length > LONGEST_ITEM) under = '';
      const own: FoundName[] = [];
      for (let name = names[next]; name && name.start < end; name = names[++next]) own.push(moved(name, -start));
      units.push(unitOf(text, own, [{ block, at: start, from: 0 }], source, under));
      if (head) under = head[1] ?? '';
    }
  }
  return units;
}

/** A line that announces a list. */
const HEAD_OF_LIST =
  /^(?!亲爱|尊敬|敬爱|[^：:]*(?:好|问|答|说)[：:])(.{2,24})(?:[：:]|(?<=表|名单|登记|台账|明细|公示|对象|花名册))$/u;
/** A longer line is no item of a list. */
const LONGEST_ITEM = 30;

/** An attribute that is no longer may be a name and nothing else. */
const LONGEST_NAME = 14;
const COLUMN = /姓名|名字|学生|人员|对象|学校|班级|年级|户主|受助/u;
