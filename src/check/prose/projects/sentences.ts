import type { Programme } from '#domain/programme/programme.ts';
import { isProved } from '../../text/count-words.ts';
import { matchesIn } from '../../text/glance.ts';
import { type NumberReader, type NumberWord, numeral, programmeNumbers } from '../../text/numbers.ts';
import type { ProseBlock, Range } from '../prose.ts';
import { type Executors, executorReader } from './executors.ts';
import { equals, type Known, knownLines, type LineKnown, type Who } from './known.ts';
import { clauseWords, mentionFinder, type ProjectMention } from './names.ts';
import { familyOf, meant } from './nouns.ts';
import { isOfPaper, type Surroundings, saysSo, statementAround, statesNothing } from './signs.ts';
import { type Said, subjectReader } from './subjects.ts';
import { namesOtherTime, type Time, timeOf } from './time.ts';

/** Names joined by 、和与及 belong together. */
function jointGroup(mentions: readonly ProjectMention[], at: number, text: string): ProjectMention[] {
  const joined = (a: ProjectMention, b: ProjectMention) =>
    /^[”」』]?[、和与及]?[“「『]?$/u.test(text.slice(a.end, b.start));
  let [from, to] = [at, at];
  for (let i = at; i > 0; i--) {
    const [a, b] = [mentions[i - 1], mentions[i]];
    if (!a || !b || !joined(a, b)) break;
    from = i - 1;
  }
  for (let i = at; i + 1 < mentions.length; i++) {
    const [a, b] = [mentions[i], mentions[i + 1]];
    if (!a || !b || !joined(a, b)) break;
    to = i + 1;
  }
  return mentions.slice(from, to + 1);
}

/** 某行某项目: of a line and its project named side by side the line is meant. */
function narrowerBefore(mentions: readonly ProjectMention[], at: number): ProjectMention | null {
  const [line, project] = [mentions[at - 1], mentions[at]];
  if (!line || !project || project.start - line.end > 2 || line.lines.length >= project.lines.length) return null;
  return line.lines.every((id) => project.lines.includes(id)) ? line : null;
}

/** 分别: the first number is for the first name, the second for the second. */
function inTurn(
  group: readonly ProjectMention[],
  number: NumberWord,
  text: string,
  read: NumberReader,
): readonly ProjectMention[] {
  const apart = text.lastIndexOf('分别', number.start);
  const last = group.at(-1);
  if (group.length < 2 || apart < 0 || !last || last.end > number.start) return group;
  const before = read(text.slice(last.end, number.start)).filter((n) => n.unit === number.unit);
  const own = group[before.length];
  return own ? [own] : group;
}

/** A number, then another label right before the next number. */
const OWN_LABEL = /\d[人名位个]、(?!其中|另|每|共|一共|合计|全部|第|头|次|后|前)\p{Script=Han}{2,6}$/u;

/** Which names a number is about: the one before it in its clause, behind it there, or the last one before. */
function namedFor(
  mentions: readonly ProjectMention[],
  number: NumberWord,
  clause: Range,
  { text, read }: { text: string; read: NumberReader },
) {
  const before = mentions.findLastIndex((m) => m.end <= number.start);
  // 两年4个甲、1个乙: what stands right behind the number, where nothing stands right before it.
  const close = mentions.findIndex((m) => m.start === number.end + number.unit.length);
  if (close >= 0 && /[、，和及与加]\p{Script=Han}{0,2}$/u.test(text.slice(0, number.start)))
    return jointGroup(mentions, close, text);
  const inClause = (m: ProjectMention | undefined) =>
    m !== undefined && m.start >= clause.start && m.start < clause.end;
  // 某行40人、别的8人: behind a number, a label of its own names something else.
  const gap = text.slice(mentions[before]?.end ?? number.start, number.start);
  if (OWN_LABEL.test(gap)) return [];
  const narrower = narrowerBefore(mentions, before);
  if (narrower) return [narrower];
  if (inClause(mentions[before])) return jointGroup(mentions, before, text);
  const behind = mentions.findIndex((m) => m.start >= number.end);
  if (inClause(mentions[behind])) return jointGroup(mentions, behind, text);
  if (before >= 0) return jointGroup(mentions, before, text);
  // 每年70人，其中某行40人: the number is of more than the line.
  const next = mentions[behind];
  if (!next || /其中|里面|当中/u.test(text.slice(number.end, next.start))) return [];
  // 经费共120万元，某行80万元: the name has a number of its own.
  if (read(text.slice(next.end, next.end + 40)).some(({ unit }) => unit === number.unit)) return [];
  // 每年选派10人、每人服务10天，这是……: only where one thing alone is named.
  return new Set(mentions.flatMap((m) => m.lines)).size === 1 ? mentions : [];
}

/** The names a number is about; of several that are told 分别 the one whose turn it is. */
const mentionsFor = (
  mentions: readonly ProjectMention[],
  number: NumberWord,
  clause: Range,
  words: { text: string; read: NumberReader },
) => inTurn(namedFor(mentions, number, clause, words), number, words.text, words.read);

/** Where a sentence says that a number stands: in the text, in an annex (of that number, if it has one), or it does not say. */
type Source =
  | { readonly kind: 'text' }
  | { readonly kind: 'annex'; readonly label: string | null }
  | { readonly kind: 'open' };

const OPEN: Source = { kind: 'open' };
const WORDS =
  /(?:(?<text>正文)|(?<annex>附件|附表|任务表|备注|(?<!\p{Script=Han}表)(?<=^|[，。；、：\s])表(?=[里上中]))(?<number>\d{1,2}|[一二三四五六七八九])?)(?![里中上]?(?:面|也|都|却|则|并)*(?:提到|说到|讲到|写到|没有?|找不到|查不到|看不到|见不到|未写|不见)(?:的|过)?)/gu;
/** 50人，这是正文写的数; 50人（附件3）. */
const BEHIND =
  /^[^，,。；;（(]{0,10}(?:[，,](?=(?:正文|附件|备注)[^，。；没未不找查\d]{0,10}(?:写|列|有|规定|定)[^，。；\d一二三四五六七八九十]*(?:[，。；]|$))|(?:[，,](?:这|那|这个数)?(?:是|见|出自|取自|来自|写在|列在|载于|据|按)|(?:出自|取自|来自|源自|见于|见|写在|列在|载于))|[（(](?:见|据|按)?)(?:通知|方案)?的?(?:正文|附件|附表|任务表|备注)/u;

const sourceIn = ({ groups }: RegExpExecArray): Source => {
  if (groups?.['text']) return { kind: 'text' };
  const number = groups?.['number'];
  return { kind: 'annex', label: number === undefined ? null : `附件${numeral(number)}` };
};

/** Where a number stands, by the words before it in its part of the sentence, or right behind it. */
function sourceOf(sentence: string, { start, end }: Range): Source {
  const before = sentence.slice(sentence.lastIndexOf('；', start) + 1, start);
  const last = matchesIn(before, WORDS).at(-1);
  if (last) return sourceIn(last);
  const behind = BEHIND.exec(sentence.slice(end, end + 40))?.[0];
  const named = behind && matchesIn(behind, WORDS).at(-1);
  return named ? sourceIn(named) : OPEN;
}

/** The words before a number without those that belong to another source: 正文写每年20人，附件写40人. Offsets stay. */
function withoutOtherSources(before: string): string {
  const places = matchesIn(before, WORDS).map(({ index }) => index);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  return before.slice(0, first) + '○'.repeat(last - first) + before.slice(last);
}

/** Whether the two are set against each other: then a number is that of the one named before it. */
const comparesSources = (sentence: string) =>
  /正文/u.test(sentence) && /附件|附表|任务表|备注|[，。；]表[里上中]/u.test(sentence);

const inText = (known: LineKnown): LineKnown => {
  const { texts, years } = known;
  const each = texts.find(({ per }) => per !== 'total');
  const whole = texts.find(({ per }) => per === 'total');
  const added = each && each.per === 'year' ? { ...each, value: each.value * years.length, fact: null } : null;
  const ofAll = (who: Who, value: Known | null | undefined) => (who === 'all' ? (value ?? null) : null);
  return {
    ...known,
    inYear: (_, who) => ofAll(who, each),
    inAll: (who) => ofAll(who, whole ?? (added && { ...added, words: `每年${each?.value}${added.unit}` })),
  };
};

/** What the text alone or the annexes alone say of a line. */
function saidIn(known: LineKnown, { kind }: Source): LineKnown {
  if (kind === 'open') return known;
  return kind === 'text' ? inText(known) : { ...known, texts: [] };
}

/** A number in a sentence that speaks of one line or of a few. */
export interface Claim extends Surroundings {
  readonly number: NumberWord;
  readonly lines: readonly LineKnown[];
  readonly time: Time;
  readonly executors: Executors;
  /** 共, 合计 before it. */
  readonly total: boolean;
  /** The clause with names blotted out; the sentence likewise. */
  readonly clause: string;
  readonly sentence: string;
  /** Where the sentence begins in its block. */
  readonly offset: number;
  readonly cityNamed: boolean;
  /** A county in its clause. */
  readonly countyNamed: boolean;
  /** All lines that the sentence names. */
  readonly named: readonly LineKnown[];
  /** Where the sentence says that the number stands. */
  readonly source: Source;
}

/** Sentences with more numbers are tables without lines: they are not read. */
const MOST = 60;

const TOTAL = /(?:共(?!青团|同|产|享|识|商)|合计|总计|总共|总数|总人数|总额|加起来)[^，。；\d]{0,12}$/u;
const PAUSES = /[。！？!?；;：:\n]|(?<!\d)[，,]|[，,](?!\d{3}(?!\d))|——/gu;
/** The clause around a place of a sentence. */
function clauseAround(sentence: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const { index, 0: mark } of matchesIn(sentence, PAUSES)) {
    if (index >= at) return { start, end: index };
    start = index + mark.length;
  }
  return { start, end: sentence.length };
}

/** Prepares what is needed to read the numbers of a block: names, executors, values. */
export function claimReader(programme: Programme) {
  const find = mentionFinder(programme);
  const read = programmeNumbers(programme);
  const executors = executorReader(programme);
  const lines = new Map(knownLines(programme).map((k) => [k.line.id, k]));
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));
  const ownUnits = new Set([...lines.values()].map(({ line }) => line.unit));

  const isOneProject = (ids: readonly string[]) => new Set(ids.map((id) => lines.get(id)?.project.id)).size === 1;
  const priced = [...lines].flatMap(([id, { cost }]) => (cost ? [id] : []));
  const subjects = subjectReader(find, isOneProject, executors.city, priced, clauseWords(programme));

  /** All lines of the projects of some. */
  const siblings = (ids: readonly string[]) => {
    const projects = new Set(ids.map((id) => lines.get(id)?.project.id));
    return [...lines.values()].filter(({ project }) => projects.has(project.id));
  };

  /** The numbers of one sentence. */
  function claims(
    { text: masked, start: offset, before: earlier, mentions }: Said,
    source: ProseBlock,
    cityNear: boolean,
  ): Claim[] {
    const named = mentions.flatMap((m) => m.lines);
    const text = hidden(masked);
    // 两处不一致: what each of the two says can be wrong all the same.
    const compared = comparesSources(text);
    const stated = compared ? text.replaceAll(/不一致|出入/gu, '') : text;
    if (named.length === 0) return [];
    const numbers = read(text);
    if (numbers.length === 0 || numbers.length > MOST) return [];
    const unitBefore = (at: number) => {
      const [id, ...others] = mentions.findLast(({ end }) => end <= at)?.lines ?? [];
      return others.length > 0 ? undefined : lines.get(id ?? '')?.line.unit;
    };
    const nearBefore = executors.only(earlier);
    return numbers.flatMap((plain): Claim[] => {
      const ranged = inRange(meant(plain, text), text, numbers, ownUnits);
      if (!ranged) return [];
      const unit = unitBefore(ranged.start);
      const number = asLeast(asCounted(ofCell(ranged, text, unit), text, unit), text);
      if (number.ordinal || isProved(source, { start: plain.start + offset, end: plain.end + offset })) return [];
      if (isIdiom(text, plain) || statesNothing(stated, number.start)) return [];
      if (namesOtherTime(statementAround(text, number.start), years, issued)) return [];
      const around = clauseAround(text, number.start);
      if (isDifference(number, text, lines.get(mentions[0]?.lines[0] ?? ''), siblings(named))) return [];
      const group = mentionsFor(mentions, number, around, { text, read }).flatMap((m) => m.lines);
      const from = sourceOf(text, number);
      const said = (ids: readonly string[]) =>
        [...new Set(ids)].flatMap((id) => lines.get(id) ?? []).map((k) => saidIn(k, from));
      const known = said(group);
      if (known.length === 0 || (stated !== text && from.kind === 'open')) return [];
      const clauseBefore = text.slice(around.start, number.start);
      const clauseAfter = text.slice(number.end + number.unit.length, around.end).replace(/^之间/u, '');
      const before = text.slice(0, number.start);
      const total = TOTAL.test(clauseBefore);
      // 2019年1个，2020年1个，共2个: behind other numbers a total may be of all of them.
      const parts = total ? numbers.findLast((n) => n.unit === plain.unit && n.end <= plain.start) : undefined;
      const reach = withoutOtherSources(before).slice(parts ? parts.end : 0);
      const near = executors.read(reach.slice(reach.lastIndexOf('；') + 1));
      const scope = parts && near.kind === 'open' ? executors.only(before.slice(before.lastIndexOf('；') + 1)) : near;
      return [
        {
          ...{ number, lines: known, clauseBefore, clauseAfter, before, total, sentence: text, offset },
          ofPaper: isOfPaper(text, number.start),
          saidSo: saysSo(text),
          time: ofColumn(
            sharedOut(timeOf(reach, clauseAfter, { total, unit: number.unit, read }, years), scope, reach),
            { clauseBefore, before, years },
          ),
          executors: {
            ...scope,
            carried: executors.read(clauseBefore).kind === 'open',
            ...(scope.kind === 'open' && nearBefore.kind !== 'open' ? { near: nearBefore.who } : {}),
          },
          clause: text.slice(around.start, around.end).replaceAll(executors.city, '＃'),
          cityNamed: cityNear,
          countyNamed: executors.county.test(text.slice(around.start, around.end)),
          named: said(named),
          source: from,
        },
      ];
    });
  }
  return { claims, executors, find, lines, read, subjects };
}

/** 每人少两千, 名额也多10个: by how much `one` differs from another line of its project, in what one gets or in how many. */
function isDifference(
  { start, value, unit }: NumberWord,
  text: string,
  one: LineKnown | undefined,
  lines: readonly LineKnown[],
): boolean {
  const before = text.slice(0, start);
  const sign = /(?:多|高|多出|高出|多了)$/u.test(before) ? 1 : /(?:少|低|差|少了|差了|相差)$/u.test(before) ? -1 : 0;
  if (!one || sign === 0 || /(?:[不至最减]少|[至不]多)$/u.test(before)) return false;
  return lines.some((other) => {
    if (other === one || other.project !== one.project) return false;
    const costs = one.cost && other.cost ? (one.cost.value - other.cost.value) * sign : 0;
    if (
      costs > 0 &&
      one.cost &&
      equals(value, unit === '' ? one.cost.unit : unit, { value: costs, unit: one.cost.unit })
    )
      return true;
    return one.years.some((year) => {
      const [a, b] = [one.inYear(year, 'all'), other.inYear(year, 'all')];
      return a !== null && b !== null && a.unit === b.unit && (a.value - b.value) * sign === value;
    });
  });
}

/** Words that lead to what stands in a cell: 合计栏填的是, 2019年那一格填着, 某项目｜. */
const CELL =
  /(?:[＊]”?|合计|总计|总数|小计|(?:19|20)\d{2}年?|[格栏列行]|[｜|])(?:的|那|这)?(?:一?[栏格列行])?(?:里|中|上)?(?:的?(?:任务)?数)?(?:是|都|就|却|倒|反而|也|只)*(?:填|写|列|记|印|标)?(?:的|着|了)?(?:数字?)?(?:是|为|：)?$/u;
/** 合计栏填的是200: in the unit of the line that is named last before it. */
function ofCell(number: NumberWord, text: string, unit: string | undefined): NumberWord {
  if (unit === undefined || number.unit !== '' || /[。]/u.test(text.slice(0, -1))) return number;
  const ends = /^(?:$|[，、。；！）｜|\s])/u.test(text.slice(number.end));
  const listed = /附件|附表|任务表|合计|总计|[｜|]/u.test(text);
  const before = text.slice(0, number.start);
  return ends && ((listed && CELL.test(before)) || /任务数(?:是|为|：)?$/u.test(before)) ? { ...number, unit } : number;
}
/** 少于40天都不算数: at least so many. */
function asLeast(number: NumberWord, text: string): NumberWord {
  const rest = text.slice(number.end + number.unit.length);
  const isLeast =
    number.bound === 'under' &&
    /^[，]?(?:都|就|可|便|则|是|一律)*(?:不算|不行|不成|不够|不作数|不合格|不达标|不许|不准|不可|白)/u.test(rest);
  return isLeast ? { ...number, bound: 'least' } : number;
}
/** 写信的名额，一年200个: persons, where the line that is spoken of counts them. */
function asCounted(number: NumberWord, text: string, unit: string | undefined): NumberWord {
  if (number.unit !== '个' || unit === undefined || familyOf(unit) !== 'people') return number;
  return /^个(?:$|[，。；！）])/u.test(text.slice(number.end)) ? { ...number, unit } : number;
}
/** 附件里，某行合计40人: the column of sums holds all years. */
function ofColumn(
  time: Time,
  { clauseBefore, before, years }: { clauseBefore: string; before: string; years: readonly number[] },
): Time {
  const ahead = before.slice(before.lastIndexOf('；') + 1);
  const summed =
    /附件|附表|任务表|[｜|]/u.test(ahead) &&
    (/(?:合计|总计)[^，。；\d]{0,8}$/u.test(clauseBefore) || /(?:合计|总计)(?:一?[栏列]|数)?[^。；]*$/u.test(ahead)) &&
    !/每[市年个]|各[市年]|分别|依次/u.test(ahead);
  return time.kind === 'open' && summed ? { kind: 'sum', years } : time;
}

/** 四市两年各一个: it is the cities that share, not the years. */
const sharedOut = (time: Time, { kind }: Executors, reach: string): Time =>
  kind === 'each' && time.kind === 'each' && !/每年|[每一]个?年度?|逐年|年年/u.test(reach)
    ? { ...time, kind: 'some' }
    : time;

/** Long titles of papers hold years and numbers of their own. */
const hidden = (text: string) => text.replaceAll(/《[^》]{12,}》/gu, (title) => '○'.repeat(title.length));
/** 一个都不能少, 一个不落; 一个队室所需经费五万元: what each of them costs. */
const isIdiom = (text: string, { value, end, unit }: NumberWord) =>
  value === 1 &&
  /^(?:[\d一二三四五六七八九十百千万]+(?:元|万元|块|千元|[，。；！])|(?:也|都)?(?:不|没|别|未)|[^，。；\d]{0,6}(?:所需|需要|要花)[^，。；\d]{0,6}[\d一二三四五六七八九十])/u.test(
    text.slice(end + unit.length),
  );
const DASH = /^(?:[人名个万元天])*[—–~～至到-]{1,2}$/u;
/** 60—80人, 20—30课时 where a line is counted so: at least the first and at most the second; null where the unit says that it is no quantity. */
function inRange(
  number: NumberWord,
  text: string,
  all: readonly NumberWord[],
  own: ReadonlySet<string>,
): NumberWord | null {
  const at = all.findIndex(({ start }) => start === number.start);
  const [before, next] = [all[at - 1], all[at + 1]];
  const joins = (a: NumberWord | undefined, b: NumberWord | undefined) =>
    a !== undefined && b !== undefined && (a.unit === '' || a.unit === b.unit) && DASH.test(text.slice(a.end, b.start));
  const [first, last] = [joins(number, next), joins(before, number)];
  if (!first && !last) return number;
  const unit = first ? (next?.unit ?? '') : number.unit;
  if (!(/^[人名个]$|元$/u.test(unit) || own.has(unit)) || number.ordinal) return null;
  const end = first && next ? next.end : number.end;
  return { ...number, end, unit, approximate: true, bound: first ? 'least' : 'most', ofRange: true };
}

export type ClaimReader = ReturnType<typeof claimReader>;
