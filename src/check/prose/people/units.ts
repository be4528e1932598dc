import { CharacterSet } from '../../text/character-set.ts';
import { cueAfter, cueBefore } from '../../text/names/cues.ts';
import { type FoundName, looseNamesIn, namesIn } from '../../text/names/names.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, StoryProse } from '../prose.ts';
import { knownNames } from './records.ts';

type Declared = NonNullable<StoryProse['declared']>;
const NOTHING: Declared = { people: [], nobody: [] };

/** Where names that somebody declared stand in a text. */
const declaredNamesIn = (text: string, { people }: Declared): FoundName[] =>
  (people.length === 0 ? [] : knownNames(people)(text)).map((found) => ({
    ...found,
    ...{ form: 'called', certainty: 'certain' },
    ...{ before: cueBefore(text, found.start), after: cueAfter(text, found.end) },
  }));

/** What ends like a place is one, whatever else it may be. */
const PLACE = /(?<!江)村$|[乡镇县岭沟坳屯寨]$/u;

/** What a name is given to that is a body, a work or a thing: 卓玛刺绣合作社, 《卓娃桑姆》, 取名“向阳”. */
const OF_BODY =
  /^[”"’]?(?:(?![在的了和与是有到去创建领开办进入加帮为给把从成])\p{Script=Han}){0,4}(?:合作社|公司|工坊|作坊|厨房|客栈|民宿|超市|商店|商行|茶馆|饭馆|饭店|餐厅|藏餐|刺绣|编织厂|基金|工作室|艺术团|图书馆|书屋|奖学金|助学金计划)/u;
/** Animals, plants and made things that are given names: 小狗叫豆豆, 名叫卓玛的母牛. */
const THING = '(?:狗|犬|猫|牛|羊|马|驴|猪|鸡|鸽子?|鹰|鸟|树|花|苗|车|船|机器人|吉祥物|玩偶|木偶|品牌)';
const THING_BEFORE = new RegExp(`${THING}[^，。；！？]{0,4}(?:叫|名叫|取名|名为|叫做|名字[叫是])[“"‘]?$`, 'u');
const THING_AFTER = new RegExp(`^[”"’]?的[^，。；！？的]{0,4}${THING}`, 'u');
/** Places in a row, the word for their kind behind the last: 甲、乙等县. */
const OF_PLACES = /^(?:[、和]\p{Script=Han}{2,5}){0,5}等[\d一二三四五六七八九十几]{0,2}个?[县区市乡镇村地]/u;
const CALLED_SO = /(?:取名|命名|起名)(?:为|叫)?[“"‘]?$/u;
const SOMEBODY = /孩子|儿子|女儿|宝宝|[男女]孩|婴儿|娃|[他她]|孙/u;
/** Words that are made like names, and who of history bears one like those of the living. */
const HISTORIC = new Set(
  '拉美|艾滋|仓央嘉措|松赞干布|格萨尔|唐东杰布|宗喀巴|米拉日巴|赤松德赞|更敦群培|宇妥元丹|文成公主|海伦·凯勒|史蒂芬·霍金|斯蒂芬·霍金|尼克·胡哲|保尔·柯察金|张海迪|贝多芬|阿旺罗桑嘉措'.split(
    '|',
  ),
);
/** Whether what is made like a name belongs to a thing, a body, a work or somebody of history. */
function isOfThing(text: string, { start, end, name }: FoundName): boolean {
  if (HISTORIC.has(name)) return true;
  if (text.charAt(start - 1) === '《' && text.charAt(end) === '》') return true;
  if (OF_BODY.test(text.slice(end, end + 12))) return true;
  if (OF_PLACES.test(text.slice(end, end + 24))) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  if (THING_BEFORE.test(before)) return true;
  if (/叫[“"‘]?$/u.test(before) && THING_AFTER.test(text.slice(end, end + 12))) return true;
  return CALLED_SO.test(before) && !SOMEBODY.test(before.slice(before.lastIndexOf('。') + 1).slice(-16));
}

/** The names in a text: those declared, and those that are found beside them and are not declared to be none. */
function allNamesIn(text: string, declared: Declared, read = looseNamesIn): FoundName[] {
  const sure = declaredNamesIn(text, declared);
  const found = read(text).filter(
    ({ start, end, name, ...rest }) =>
      !PLACE.test(name) &&
      !isOfThing(text, { start, end, name, ...rest }) &&
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
  const names = own.get(block) ?? allNamesIn(block.text, prose.declared ?? NOTHING, namesIn);
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
  // What the document says is said of nobody in the story, whoever stands beside it.
  const ofDocument = ({ citation }: ProseBlock) => citation !== undefined && citation.clause !== null;
  const told = blocks.map((block) => !ofDocument(block) && mayTell(block.text));
  const worth = blocks.map((_, at) => told[at] || told[at - 1] || told[at + 1] || told[at + 2]);
  const units: Unit[] = [];
  let head: string[] = [];
  let lastGroup: number | null = null;
  let under = '';
  for (let block = 0; block < blocks.length; block++) {
    const source = blocks[block];
    if (!source || ofDocument(source)) continue;
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
    const names = worth[block] || alone ? allNamesIn(source.text, declared) : [];
    let next = 0;
    for (const { start, end, text } of sentencesIn(source.text)) {
      const line = text.trim();
      const head = HEAD_ENDS.has(line.slice(-1)) ? HEAD_OF_LIST.exec(line) : null;
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
/** With one of these it ends: most lines do not. */
const HEAD_ENDS = new CharacterSet('：:表单记账细示象册');
/** A longer line is no item of a list. */
const LONGEST_ITEM = 30;

/** An attribute that is no longer may be a name and nothing else. */
const LONGEST_NAME = 14;
const COLUMN = /姓名|名字|学生|人员|对象|学校|班级|年级|户主|受助|捐[赠款]|收款|领款|金额/u;
