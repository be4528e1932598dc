import type { Programme } from '#domain/programme/programme.ts';
import { isProved } from '../../text/count-words.ts';
import { matchesIn } from '../../text/glance.ts';
import { type NumberReader, numeral } from '../../text/numbers.ts';
import { fieldsOf } from '../counts/things.ts';
import type { PlanRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { namedIn, namedPairings, SUBSET } from '../scope.ts';
import { equals, type LineKnown } from './known.ts';
import { MASK, type ProjectMention } from './names.ts';
import { countsLine, meant } from './nouns.ts';
import { claimReader } from './sentences.ts';
import { namesOtherTime, timeOf } from './time.ts';

/** Two years of a line that are set against each other, where the difference is another one. */
interface WrongDifference extends Range {
  readonly expected: string;
  readonly written: string;
}

const YEAR =
  /(?<year>(?:19|20)\d{2})年|(?<first>头一年|第一年|前一年|上一年|上年|首年)|(?<second>第二年|次年|翌年|后一年|隔年)/gu;
const CHANGE =
  /(?<than>比)?[^，。；比]{0,10}?(?<how>多|少|增加|减少|增|减|降|涨)(?:了|出)(?=[\d一二三四五六七八九十百千])|比[^，。；]{0,10}(?<how2>多|少|增加|减少|增|减)(?=[\d一二三四五六七八九十百千])/gu;

/** 两年差了6人. */
const APART =
  /(?:两年|两个年度|前后)(?:里|间)?(?:的数|的人数|的钱|的金额|人数|金额)?(?:之间)?(?:相差|差了?|差额(?:是|为)?)(?=[\d一二三四五六七八九十百])/gu;

/** 2020年比2019年少15人, 从第一年到第二年少了25万元. `text`: the sentence with names blotted out. */
function wrongDifferences(text: string, known: LineKnown, read: NumberReader): WrongDifference[] {
  const year = (groups: Readonly<Record<string, string | undefined>>) =>
    groups['year'] ? Number(groups['year']) : known.years[groups['first'] ? 0 : 1];
  const [first, second] = known.years.map((y) => known.inYear(y, 'all'));
  const apart = matchesIn(text, APART).flatMap(({ index, 0: words }): WrongDifference[] => {
    const end = index + words.length;
    const number = read(text.slice(end, end + 12))[0];
    if (!first || !second || !number || number.start > 1 || number.approximate || known.years.length !== 2) return [];
    const right = Math.abs(first.value - second.value);
    if (equals(number.value, number.unit, { value: right, unit: known.line.unit }) || /[＃市城]/u.test(text)) return [];
    return [
      {
        ...{ start: index, end: end + number.end + number.unit.length },
        expected: `${first.words}，${second.words}，相差${right}${known.line.unit}`,
        written: `${first.written}；${second.written}`,
      },
    ];
  });
  const changed = matchesIn(text, CHANGE).flatMap(({ index, 0: words, groups = {} }): WrongDifference[] => {
    const end = index + words.length;
    const from = Math.max(text.lastIndexOf('；', index), text.lastIndexOf('。', index)) + 1;
    const named = matchesIn(text.slice(from, end), YEAR);
    const [a, b] = named.slice(-2).map((m) => year(m.groups ?? {}));
    const number = read(text.slice(end, end + 12))[0];
    if (a === undefined || b === undefined || a === b || !number || number.start > 1 || number.approximate) return [];
    const [one, other] = [known.inYear(a, 'all'), known.inYear(b, 'all')];
    if (!one || !other || /[＃市城]/u.test(text.slice(from, end))) return [];
    // 甲年比乙年多 looks from the first, 从甲年到乙年 from the second.
    const last = named.at(-1);
    const than = text.slice(from, from + (last?.index ?? 0)).includes('比');
    const more = /多|增|涨/u.test(groups['how'] ?? groups['how2'] ?? '') ? 1 : -1;
    const right = (one.value - other.value) * more * (than ? 1 : -1);
    if (equals(number.value, number.unit, { value: right, unit: known.line.unit })) return [];
    if (number.unit !== known.line.unit && !/^[人名位个批]$|元$/u.test(number.unit)) return [];
    return [
      {
        ...{ start: index, end: end + number.end + number.unit.length },
        expected: `${one.words}，${other.words}，相差${Math.abs(right)}${known.line.unit}`,
        written: `${one.written}；${other.written}`,
      },
    ];
  });
  return [...apart, ...changed];
}

/** One way to read what a share is of. */
interface Ratio {
  readonly value: number;
  /** 11÷28 */
  readonly words: string;
}

/** Of the whole quantity of a line in its years, somebody's part or one year's. */
const ratio = (part: number, whole: number): Ratio[] =>
  whole > 0 && part < whole ? [{ value: part / whole, words: `${part}÷${whole}` }] : [];

/** One year's part of a line that is planned for several. */
const ofYear = ([k]: readonly LineKnown[], year: number): Ratio[] =>
  k ? ratio(k.inYear(year, 'all')?.value ?? 0, k.inAll('all')?.value ?? 0) : [];

const PLACED =
  /^(?:的?(?:钱|资金|经费|金额|人数|名额|人|数))?(?:都|是|要|会)?(?:安排|放|排|落|用|花|列|投|集中)?(?:在|于|到)了?(?<year>(?:19|20)\d{2})年(?:$|[，。；、！）])/u;

/** 超过八成安排在2019年: the year of which a share is, as it stands behind the share; null where none of `years` does. */
function yearBehind(after: string, years: readonly number[]): number | null {
  const year = Number(PLACED.exec(after)?.groups?.['year'] ?? 0);
  return years.includes(year) ? year : null;
}

/** 七成走的是某项目, 过半的乡镇都在某县: what stands behind a share and before whose it is. */
const GOES_TO =
  /^(?:的)?(?:\p{Script=Han}{1,4}?)?(?:全都|都|是|要|就)?(?:走的是|拿的是|领的是|来自|落在|分给|分在|给了?|归|由|属于|属|集中在|在|是)[“「]?$/u;
/** Whether words behind a share lead to whose it is. */
const leadsTo = (words: string) => GOES_TO.test(words);

const WHOLE =
  /^[^，。；\d、]{0,10}[，,]?(?:正好|刚好|约|只)?(?:占|是|为)(?:了|到)?(?:全部|全体|所有|总共|总数|全市|全省)?(?:的)?$/u;
const OF = /^[^，。；、\d]{0,8}的(?:将近|接近|近|约|大约|不到|不足|超过|整整)?$/u;
/** The part is no number that stands alone, or is not the whole of what is divided. */
const MORE = /合|共|加|总|都|各|每|其中|另/u;

/** 4个乡镇，占全部28个的五分之一: the two numbers right before a share; null where they are not plainly its part and whole. */
function isDivided(before: string, read: NumberReader): { readonly part: number; readonly whole: number } | null {
  const numbers = read(before).slice(-3);
  const [part, whole] = numbers.slice(-2);
  if (!part || !whole || part.approximate || whole.approximate || part.ordinal || whole.ordinal) return null;
  if (part.unit === '' || part.unit !== whole.unit || /^[年月日%％]$/u.test(part.unit)) return null;
  const between = before.slice(part.end + part.unit.length, whole.start);
  if (!WHOLE.test(between) || MORE.test(between.replace(/总共|总数/u, ''))) return null;
  if (!OF.test(before.slice(whole.end + whole.unit.length))) return null;
  // 8个、4个，占28个的…: the part may be all of them.
  const [earlier] = numbers.length === 3 ? numbers : [];
  if (earlier && earlier.unit === part.unit) return null;
  return whole.value > part.value ? { part: part.value, whole: whole.value } : null;
}

/**
 * 过半的乡镇都在某县, 受援的乡镇，四成归某市: a county's among all; null where no county stands behind the share.
 */
function townshipRatios(programme: Programme): (sentence: string, share: Range) => Ratio[] | null {
  const pairings = namedPairings(programme);
  const all = new Set(pairings.flatMap((p) => p.thirds)).size;
  const below = programme.words.third?.noun ?? '乡镇';
  return (sentence, { start, end }) => {
    const behind = sentence.slice(end, end + 20);
    const before = sentence.slice(Math.max(sentence.lastIndexOf('；', start) + 1, start - 40), start);
    // Before the share the whole must be plain: nothing of somebody's, nothing of some of them.
    const whole = before.includes(below) && namedIn(before, pairings).named.length === 0 && !SUBSET.test(before);
    if (!behind.includes(below) && !whole) return null;
    const { named, first } = namedIn(behind, pairings);
    const [one, ...more] = named;
    return one && more.length === 0 && leadsTo(behind.slice(0, first)) ? ratio(one.townships, all) : null;
  };
}

/** 四成由某部牵头, 一半归某部, 三分之一属于某行动: whose the share of the projects is, right behind it; null where it does not stand there. */
function projectRatios(programme: Programme): (sentence: string, share: Range) => Ratio[] | null {
  const { projects, departments } = programme;
  const fields = fieldsOf(programme);
  const shortly = (name: string) => name.replace(/(?:行动|工程)$/u, '');
  return (sentence, { start, end }) => {
    const before = sentence.slice(Math.max(sentence.lastIndexOf('；', start) + 1, start - 40), start);
    const behind = sentence.slice(end, end + 30);
    if (!/项目|任务|工作/u.test(before + behind) || SUBSET.test(before)) return null;
    const at = (name: string) => {
      const found = behind.indexOf(name);
      return found >= 0 && leadsTo(behind.slice(0, found)) ? found : -1;
    };
    const department = departments.find(({ name }) => at(name) >= 0);
    if (department) {
      const [role] =
        /^(?:来|负责|共同|一起)*(?:牵头|主抓|负责|承担|配合|协助)|^(?=$|[，。；！）])/u.exec(
          behind.slice(at(department.name) + department.name.length),
        ) ?? [];
      if (role === undefined) return null;
      const of = /配合|协助/u.test(role) ? 'partners' : 'lead';
      return ratio(projects.filter((p) => p[of].includes(department.id)).length, projects.length);
    }
    const field = fields.find(({ name }) => shortly(name) !== '' && at(shortly(name)) >= 0);
    return field ? ratio(field.projects.length, projects.length) : null;
  };
}

/** Shares of townships and of projects: a county's among all, the towns among a county's, a department's or a field's. */
function thingRatios(programme: Programme): (clause: string, sentence: string) => Ratio[] {
  const pairings = namedPairings(programme);
  const all = new Set(pairings.flatMap((p) => p.thirds)).size;
  const { projects, departments } = programme;
  const fields = fieldsOf(programme).map(({ name, projects: some }) => ({
    name: new RegExp(RegExp.escape(name.replace(/(?:行动|工程)$/u, '')) || '(?!)', 'u'),
    count: some.length,
  }));
  const townships = (clause: string, sentence: string): Ratio[] => {
    if (!/乡|镇/u.test(sentence)) return [];
    const here = namedIn(clause, pairings).named;
    // 不到某县的一半: it is the whole, and the part is somebody else's.
    if (here.length > 0 && namedIn(clause, pairings).end >= clause.length - 1) return [];
    const [only, ...more] = here.length > 0 ? here : namedIn(sentence, pairings).named;
    const kind = /(?:^|[^乡])镇(?:[^，。；]{0,6}|在[^，。；]{2,14}(?:里|中)占了?)$/u.test(clause)
      ? '镇'
      : /乡(?!镇)[^，。；]{0,6}$/u.test(clause)
        ? '乡'
        : null;
    if (kind !== null) {
      const some = only ? [only, ...more] : pairings;
      const [part, whole] = [
        some.reduce((sum, p) => sum + (p.kinds.get(kind) ?? 0), 0),
        some.reduce((sum, p) => sum + p.townships, 0),
      ];
      return ratio(part, whole);
    }
    // 某市结对5个乡镇，占全部的三分之一: whose they are stands in the clause before.
    if (here.length === 0 && /^占(?:了|到)?(?:全部|总数|全体|所有)(?:的?乡镇)?的?/u.test(clause)) {
      const { named } = namedIn(sentence, pairings);
      return named.length === 1 && named[0] ? ratio(named[0].townships, all) : [];
    }
    return here.length > 0
      ? ratio(
          here.reduce((sum, p) => sum + p.townships, 0),
          all,
        )
      : [];
  };
  return (clause, sentence) => {
    if (!sentence.includes('项目')) return townships(clause, sentence);
    const inSentence = departments.filter(({ name }) => sentence.includes(name));
    const department =
      departments.find(({ name }) => clause.includes(name)) ?? (inSentence.length === 1 ? inSentence[0] : undefined);
    const role = clause.includes('配合') ? 'partners' : /牵(?:头|了|着|的)/u.test(clause) ? 'lead' : null;
    const led = department && role ? projects.filter((p) => p[role].includes(department.id)).length : 0;
    const field = fields.find(({ name }) => name.test(clause));
    return [...(led > 0 ? ratio(led, projects.length) : []), ...(field ? ratio(field.count, projects.length) : [])];
  };
}

/** A share as it is said, with what it may be. */
interface Share extends Range {
  readonly least: number;
  readonly most: number;
}

const N = '(?:\\d{1,3}(?:\\.\\d+)?|[一二两三四五六七八九十百]{1,4})';
const SHARE = new RegExp(
  `(?<lead>不到|不足|未到|少于|低于|超过|超|多于|过了?|逾|将近|接近|近|约|大约|差不多)?(?:(?<most>大半|多半|大多数|多数|大头|大部分|绝大部分)|(?<few>小半|少半|一小半|小头|零头)|(?<half>一半|半数|(?<!倍)半)(?=以上|$|[，。；、！）了的多]|(?:都|是|全)?(?:安排|放|排|落|用|花|列|投|集中)?(?:在|于|到|归|由|属|来自|分给))|(?<tens>[一二两三四五六七八九])成(?:(?<five>半)|(?<ones>[一二三四五六七八九])(?![个名人位成年月万]))?(?!立|为|员|长|功|果|就|绩|都|[熟本人])|(?<whole>${N})分之(?<part>${N})|(?<percent>\\d{1,3}(?:\\.\\d+)?)[%％])(?<behind>以上|以下|多|强|左右)?`,
  'gu',
);
const AHEAD = /(不到|不足|未到|超过|多于|将近|接近|近|约)[^，。；]{0,12}的$/u;

function exactOf(groups: Readonly<Record<string, string | undefined>>): { value: number; slack: number } | null {
  const { half, tens, five, ones, whole, part, percent } = groups;
  if (half) return { value: 0.5, slack: 0.02 };
  if (tens && ones) return { value: numeral(tens) / 10 + numeral(ones) / 100, slack: 0.011 };
  if (tens) return { value: numeral(tens) / 10 + (five ? 0.05 : 0), slack: 0.05 };
  if (percent) return { value: Number(percent) / 100, slack: 0.011 };
  if (whole === undefined || part === undefined || numeral(whole) === 0) return null;
  return { value: numeral(part) / numeral(whole), slack: 0.02 };
}

/** The shares of a text: 一半, 四成, 五分之一, 百分之三十, 30%, 大半, with 不到, 超过, 近, 约 and 以上 beside them. */
function sharesIn(text: string): Share[] {
  return matchesIn(text, SHARE).flatMap((match): Share[] => {
    const groups = match.groups ?? {};
    const { behind = '', most, few } = groups;
    // 不到全部乡镇的三成: the word stands before what it is a share of.
    const lead = groups['lead'] ?? AHEAD.exec(text.slice(Math.max(0, match.index - 16), match.index))?.[1] ?? '';
    const range = { start: match.index, end: match.index + match[0].length };
    if (most) return [{ ...range, least: 0.5, most: 1 }];
    if (few) return [{ ...range, least: 0, most: 0.5 }];
    const exact = exactOf(groups);
    if (!exact || exact.value > 1) return [];
    const { value, slack } = exact;
    if (/不到|不足|未到|少于|低于/u.test(lead) || behind === '以下') return [{ ...range, least: 0, most: value }];
    if (/超|多于|过|逾/u.test(lead) || /以上|多|强/u.test(behind)) return [{ ...range, least: value, most: 1 }];
    if (/近/u.test(lead)) return [{ ...range, least: value - 0.1, most: value }];
    const wide = lead !== '' || behind !== '' ? Math.max(0.06, slack) : slack;
    return [{ ...range, least: value - wide, most: value + wide }];
  });
}

/** How a later value is to an earlier one: `least` and `most` times it. */
interface Growth extends Range {
  readonly least: number;
  readonly most: number;
}

const TIMES = [
  [/翻(?:了)?(?:一番|番(?!茄)|倍|一倍)|(?:增加|增长|多|扩大|提高|上升)(?:了|出)?(?:整整)?一倍/gu, 2],
  [/翻(?:了)?两番/gu, 4],
  [/(?:是|为|达到?)(?:前一年|上一年|上年|头一年|第一年)的(?:两|二|2)倍/gu, 2],
  [/(?:增加|扩大|增长)到(?:原来的)?(?:两|二|2)倍/gu, 2],
  [/(?:减少|下降|降低|缩减|压缩|少)(?:了)?(?:整整)?(?:一半|五成)|(?:减|降|缩|少)[到至为]?了?一半|减半|腰斩/gu, 0.5],
] as const;
const TREND: readonly (readonly [RegExp, number, number])[] = [
  [
    /(?:头一年|第一年|前一年|(?:19|20)\d{2}年)(?:跟|和|与|同)(?:第二年|后一年|次年|(?:19|20)\d{2}年)[^，。；\d]{0,8}?(?:一个样|一样|相同|持平|不变|相等|没变)/gu,
    1,
    1,
  ],
  [/(?:逐年|年年|一年比一年)(?:都|在)?(?:增加|增长|递增|上升|提高|增多|多)/gu, 1.0001, Number.POSITIVE_INFINITY],
  [/(?:逐年|年年|一年比一年)(?:都|在)?(?:减少|递减|下降|降低|缩减|少)/gu, 0, 0.9999],
  [
    /(?:[两三四五六七八九十]年(?!级)|各年|每年)(?:的数|的人数|的资金|的金额)?(?:都|完全)?(?:持平|一样多|一样|相同|没有变化|不变)/gu,
    1,
    1,
  ],
];

/** 2020年比上一年多, 2019年4人，2020年增加到8人: more or less from the first year to the last. */
const DIRECTION =
  /(?<one>(?:19|20)\d{2})年[^。；]{0,20}?(?:比(?:上一年|前一年|上年|头一年|第一年|(?<other>(?:19|20)\d{2})年)[^，。；\d]{0,8}(?:要|还|更|反而)?(?:多|(?<less>少)|高|(?<less2>低))(?:了|出|些|一些|出?不少|很多|得多)*(?=$|[，。；！])|[，、](?:到)?(?<last>(?:19|20)\d{2})年(?:则|就|又|便|再|反而)?(?:增加|增|涨|提高|扩大|升|翻|(?<less3>减少|减|降|缩减|压缩|缩|下降))(?:到|至|为))/gu;
/** 第一年少、第二年多; 后一年比前一年多: from the first year to the second, neither by its number. */
const NTH_DIRECTION =
  /(?:第一年|头一年|前一年)[^。；\d]{0,8}?(?:(?<more>多)|少)[^。；\d多少]{0,3}[、，](?:第二年|后一年|次年|来年)[^。；\d]{0,8}?[多少]|(?:第二年|后一年|次年)[^。；\d]{0,6}?比(?:第一年|头一年|前一年|上一年|上年)[^，。；\d]{0,6}?(?:多|(?<less>少))(?!\d)/gu;
function nthDirections(text: string): (Growth & { readonly back: boolean })[] {
  return matchesIn(text, NTH_DIRECTION).map(({ index, 0: words, groups = {} }) => {
    const less = groups['more'] !== undefined || groups['less'] !== undefined;
    const range = { start: index, end: index + words.length, back: false };
    return less ? { ...range, least: 0, most: 0.9999 } : { ...range, least: 1.0001, most: Number.POSITIVE_INFINITY };
  });
}

function directionsIn(text: string): (Growth & { readonly back: boolean })[] {
  return matchesIn(text, DIRECTION).map(({ index, 0: words, groups = {} }) => {
    const less = (groups['less'] ?? groups['less2'] ?? groups['less3']) !== undefined;
    const [one, other] = [Number(groups['one']), Number(groups['other'] ?? groups['last'] ?? 0)];
    const back = groups['other'] !== undefined && one < other;
    const range = { start: index, end: index + words.length, back };
    return less ? { ...range, least: 0, most: 0.9999 } : { ...range, least: 1.0001, most: Number.POSITIVE_INFINITY };
  });
}

/** 比2019年少了三分之一: what is left, or what is more. */
const CHANGED = /(?<less>减少|少|下降|降低|降|缩减|压缩)(?:了)?$|(?<more>增加|增长|多|提高|上升)(?:了)?$/u;
const changesIn = (text: string): Growth[] =>
  sharesIn(text).flatMap(({ start, end, least, most }): Growth[] => {
    const { less, more } = CHANGED.exec(text.slice(Math.max(0, start - 4), start))?.groups ?? {};
    if (less) return [{ start, end, least: 1 - most, most: 1 - least }];
    return more ? [{ start, end, least: 1 + least, most: 1 + most }] : [];
  });

/** What a text says of how a value goes on from year to year: 翻一番, 减半, 逐年增加, 两年一样多. */
function growthsIn(text: string): Growth[] {
  return [
    ...changesIn(text),
    ...TIMES.flatMap(([words, times]) =>
      matchesIn(text, words).map(({ index, 0: word }) => ({
        ...{ start: index, end: index + word.length },
        ...{ least: times * 0.96, most: times * 1.04 },
      })),
    ),
    ...TREND.flatMap(([words, least, most]) =>
      matchesIn(text, words).map(({ index, 0: word }) => ({ start: index, end: index + word.length, least, most })),
    ),
  ];
}

/** The share ends what is said: 占一半，… ; 超过一半是女生 is of somebody else. */
const ENDS =
  /^(?:$|[，。；、！）]|了[，。；]|(?:还多|还要多|以上)?[，。；]|的(?:人数|资金|名额|项目|乡镇|数|钱|份额)?[，。；])/u;
/** 减少了一半, 减到一半 is no share. */
const SHARES_CHANGED = /(?:增加|增长|减少|下降|降低|缩减|提高|上升|压缩|多|少|降|涨|减|缩)(?:了|出|到|至|为)?$/u;
const OTHER =
  /实际|已经|报名|参加了|到场|来了|男|女|队员|其余|另|如果|假如|不是|并非|[？?][”’」』）)]*\s*$|今年|去年|明年|出席|党员|师生比|正确率|出勤|湿度|折/u;
/** Shares and growth of the plan's own numbers that are not so: half of the townships, twice the money of the year before. */
export const projectShares: PlanRule = ({ programme }) => {
  const { executors, lines, read, subjects } = claimReader(programme);
  const things = thingRatios(programme);
  const townshipsBehind = townshipRatios(programme);
  const projectsBehind = projectRatios(programme);
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));

  /** Shares of a line: one year's, somebody's, or one line's among several. */
  function ofLines(clause: string, ahead: string, own: readonly LineKnown[], named: readonly LineKnown[]): Ratio[] {
    // 四个里，某市占一半: the whole is typed, no year's part of it is meant.
    const isWhole = (k: LineKnown) =>
      read(ahead).some((n) => n.value === k.inAll('all')?.value && countsLine(n.unit, k));
    // 某年的人数，只占总数的三分之一: the part stands before the pause.
    const told = /^(?:只|就|仅|才|也|要|约|大约)*占/u.test(clause) ? ahead.slice(-30) + clause : clause;
    const [nth, ...more] = timeOf(told, '', { total: false, unit: '', read }, years).years;
    const written = [...told.matchAll(/(?:19|20)\d{2}(?=年)/gu)].map(([y]) => Number(y)).at(-1);
    const year = written ?? (more.length === 0 ? nth : undefined);
    const who = executors.read(clause);
    // 每市两年100人，占四市总数的…: each of them among all.
    const each = [who, executors.read(ahead)].some(({ kind, who: all }) => kind === 'each' && all === 'all');
    const some = who.kind !== 'open' && who.who !== 'all' ? who.who : null;
    // 是2019年的一半: of another year.
    const before = /(?:前一年|上一年|上年|头一年|第一年)的$/u.test(clause) ? String(years[0] ?? '') : undefined;
    const whole = before ?? /(?<year>(?:19|20)\d{2})年的$/u.exec(clause)?.groups?.['year'];
    if (whole !== undefined) {
      return named.flatMap((k) =>
        k.years.flatMap((y) => ratio(k.inYear(y, 'all')?.value ?? 0, k.inYear(Number(whole), 'all')?.value ?? 0)),
      );
    }
    return named.flatMap((k): Ratio[] => {
      const [all, inYear] = [k.inAll('all'), year === undefined ? null : k.inYear(year, 'all')];
      const ofYear = all && inYear ? ratio(inYear.value, all.value) : [];
      const ofEach = each ? k.executors.flatMap((e) => ratio(k.inAll([e])?.value ?? 0, all?.value ?? 0)) : [];
      const ofSome = some
        ? [
            k.inAll(some),
            ...(isWhole(k) || (k.uneven && year === undefined) ? [] : k.years.map((y) => k.inYear(y, some))),
          ].flatMap((part, i) => {
            const whole = i === 0 ? all : k.inYear(k.years[i - 1] ?? 0, 'all');
            return part && whole ? ratio(part.value, whole.value) : [];
          })
        : [];
      const others = named.length > 1 ? named : [...lines.values()].filter(({ project }) => project === k.project);
      const among = others.filter((o) => o.line.unit === k.line.unit);
      const ofLine =
        own.includes(k) && among.length > 1
          ? [...k.years.map((y) => (o: LineKnown) => o.inYear(y, 'all')), (o: LineKnown) => o.inAll('all')].flatMap(
              (of) =>
                ratio(
                  of(k)?.value ?? 0,
                  among.reduce((sum, o) => sum + (of(o)?.value ?? 0), 0),
                ),
            )
          : [];
      return [...ofYear, ...ofEach, ...ofSome, ...ofLine];
    });
  }

  /** The number typed last before the share among larger ones of its unit. */
  function ofNumbers(sentence: string, at: number, known: readonly LineKnown[]): Ratio[] {
    const numbers = read(sentence.slice(0, at))
      .map((n) => meant(n, sentence))
      .filter((n) => !n.approximate && !n.ordinal && n.unit !== '' && n.unit !== '年' && n.unit !== '月');
    const part = numbers.at(-1);
    if (!part || !known.some((k) => countsLine(part.unit, k) || k.cost !== null)) return [];
    // 40万元，占120万元的…: behind 占 stands the whole.
    if (
      /占(?:了|到|全部|全体)?[^，。；\d]{0,12}[\d.一二三四五六七八九十百]+[^，。；\d]{0,4}的$/u.test(
        sentence.slice(0, at),
      )
    )
      return numbers.slice(0, -1).flatMap((n) => (n.unit === part.unit ? ratio(n.value, part.value) : []));
    return numbers.slice(0, -1).flatMap((n) => (n.unit === part.unit ? ratio(part.value, n.value) : []));
  }

  /** A line's own number among a larger one that is typed: 85万元里，某行占…. */
  function ofTyped(sentence: string, at: number, own: readonly LineKnown[]): Ratio[] {
    const [k] = own;
    if (!k || own.length > 1) return [];
    const parts = [k.inAll('all'), ...k.years.map((y) => k.inYear(y, 'all'))].filter((p) => p !== null);
    return read(sentence.slice(0, at))
      .map((n) => meant(n, sentence))
      .filter((n) => !n.approximate && !n.ordinal && countsLine(n.unit, k))
      .flatMap((n) => parts.flatMap((p) => (p.unit === n.unit ? ratio(p.value, n.value) : [])));
  }

  /** 七成走的是某项目, 过半的乡镇都在某县; null where whose it is does not stand behind it. */
  function whoseBehind(one: Share, sentence: string, mentions: readonly ProjectMention[]): Ratio[] | null {
    const { end } = one;
    // 七成的助学名额给了某项目: what is shared out may be named in between.
    const leads = ({ start }: ProjectMention) => leadsTo(sentence.slice(end, start).replaceAll(MASK, '项'));
    const next = mentions.find((m) => m.start >= end && m.start - end < 14 && leads(m));
    if (next) {
      const [k, ...more] = [...new Set(next.lines)].flatMap((id) => lines.get(id) ?? []);
      const all = k
        ? [...lines.values()].filter(({ project, line }) => project === k.project && line.unit === k.line.unit)
        : [];
      if (!k || more.length > 0 || all.length < 2) return null;
      const of = (size: (o: LineKnown) => number) =>
        ratio(
          size(k),
          all.reduce((sum, o) => sum + size(o), 0),
        );
      return [
        ...k.years.flatMap((y) => of((o) => o.inYear(y, 'all')?.value ?? 0)),
        ...of((o) => o.inAll('all')?.value ?? 0),
      ];
    }
    return townshipsBehind(sentence, one) ?? projectsBehind(sentence, one);
  }

  function share(
    source: ProseBlock,
    block: number,
    sentence: string,
    offset: number,
    mentions: readonly ProjectMention[],
  ) {
    return sharesIn(sentence).flatMap((one): ProseFinding[] => {
      const placed = yearBehind(sentence.slice(one.end), years);
      const given = whoseBehind(one, sentence, mentions);
      if (given)
        return given.length > 0 && !given.some(({ value }) => fits(one, value))
          ? [finding(source, block, offset, one, given)]
          : [];
      if ((!ENDS.test(sentence.slice(one.end)) && placed === null) || SHARES_CHANGED.test(sentence.slice(0, one.start)))
        return [];
      const from = Math.max(...['，', '；', '。', '：'].map((mark) => sentence.lastIndexOf(mark, one.start - 1))) + 1;
      const clause = sentence.slice(from, one.start);
      const known = (some: readonly ProjectMention[]) =>
        [...new Set(some.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
      const named = known(mentions);
      const here = known(mentions.filter((m) => m.start >= from && m.end <= one.start));
      // 某行40个名额，占全部的四成: the one that is named stands before the pause.
      // What stands behind 占 is the whole: 占全部助学名额的四成.
      const ahead = known(mentions.filter((m) => m.start < from));
      const own = /^(?:只|就|仅|才|也|要|约|大约)*占/u.test(clause) && ahead.length === 1 ? ahead : here;
      const typed = isDivided(sentence.slice(0, one.start), read);
      if (typed !== null) {
        const right = { value: typed.part / typed.whole, words: `${typed.part}÷${typed.whole}` };
        return fits(one, right.value) ? [] : [finding(source, block, offset, one, [right])];
      }
      if (placed !== null) {
        const right = named.length === 1 ? ofYear(named, placed) : [];
        const wrong = right.length > 0 && !right.some(({ value }) => fits(one, value));
        return wrong ? [finding(source, block, offset, one, right)] : [];
      }
      const ratios = [
        ...(named.length > 0
          ? [
              ...ofLines(clause, sentence.slice(0, from), own, named),
              ...ofNumbers(sentence, one.start, named),
              ...ofTyped(sentence, one.start, own),
            ]
          : []),
        ...things(clause, sentence),
      ];
      if (ratios.length === 0 || ratios.some(({ value }) => fits(one, value))) return [];
      return [finding(source, block, offset, one, ratios.slice(0, 2))];
    });
  }

  function growth(
    source: ProseBlock,
    block: number,
    sentence: string,
    offset: number,
    mentions: readonly ProjectMention[],
  ) {
    const ids = new Set(mentions.flatMap((m) => m.lines));
    const [known] = [...ids].flatMap((id) => lines.get(id) ?? []);
    const [first, last] = [years[0], years.at(-1)];
    if (!known || ids.size > 1 || first === undefined || last === undefined || first === last) return [];
    const [before, after] = [known.inYear(first, 'all'), known.inYear(last, 'all')];
    if (!before || !after || before.value === 0) return [];
    const directions = [...directionsIn(sentence), ...nthDirections(sentence)].filter(({ back }) => {
      // 正文每年4人: which of the two is told stands in the sentence.
      return !back && !/正文/u.test(sentence);
    });
    const growths = /正文/u.test(sentence) && /附件/u.test(sentence) ? [] : growthsIn(sentence);
    return [...growths, ...directions].flatMap((one): ProseFinding[] => {
      // 2019年比2020年多一倍 counts the other way.
      const back = new RegExp(`${first}年[^，。；]{0,12}比${last}年`, 'u').test(sentence);
      const value = back ? before.value / after.value : after.value / before.value;
      if (one.least <= value && value <= one.most) return [];
      const words = `${before.words}，${after.words}`;
      return [{ ...finding(source, block, offset, one, []), expected: words, written: before.written }];
    });
  }

  function differences(
    source: ProseBlock,
    block: number,
    text: string,
    offset: number,
    mentions: readonly ProjectMention[],
  ) {
    const [known, ...others] = [...new Set(mentions.flatMap((m) => m.lines))].flatMap((id) => lines.get(id) ?? []);
    if (!known || others.length > 0) return [];
    return wrongDifferences(text, known, read).map(({ start, end, expected, written }) => ({
      ...finding(source, block, offset, { start, end }, []),
      ...{ code: 'project-number', what: '两年相差的数与文件不一致', expected, written },
      mend: '照附件的两个数减一遍，改成相差的数；如果说的是实际数，写明“实际”。',
    }));
  }

  return ({ blocks }) =>
    blocks.flatMap((source, block) => {
      if (
        !/半|成|[多少]|大头|小头|零头|部分|多数|分之|[%％]|翻|倍|逐年|年年|一年比|一样|一个样|持平|不变|相同|比|[多少增减降涨差]了|差|增加|减少|增至|减至|涨到|降到/u.test(
          source.text,
        )
      )
        return [];
      return subjects(source).flatMap(({ start, raw, text: sentence, mentions }): ProseFinding[] => {
        if (raw.length > 400 || OTHER.test(raw) || namesOtherTime(raw, years, issued)) return [];
        return [
          ...share(source, block, sentence, start, mentions),
          ...growth(source, block, sentence, start, mentions),
          ...differences(source, block, sentence, start, mentions),
        ].filter((f) => !isProved(source, f));
      });
    });
};

const fits = ({ least, most }: Share, value: number) => value >= least - 1e-9 && value <= most + 1e-9;

function finding(
  source: ProseBlock,
  block: number,
  offset: number,
  { start, end }: Range,
  ratios: readonly Ratio[],
): ProseFinding {
  const range = { start: start + offset, end: end + offset };
  const right = ratios.map(({ value, words }) => `${words}，占${Math.round(value * 1000) / 10}%`);
  return {
    ...{ block, ...range, severity: source.quoted ? 'warning' : 'error', code: 'wrong-share' },
    what: '比例和文件里的数对不上',
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: [...new Set(right)].join('；'),
    written: null,
    mend: '照附件的数重新算一遍，把比例改对；如果说的是别的数，写明是什么数。',
  };
}
