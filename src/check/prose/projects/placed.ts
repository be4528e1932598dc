import { NUMBER_WORD } from '../../text/count-words.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { withoutOverlaps } from '../../text/range.ts';
import { clausesIn } from '../../text/sentences.ts';
import type { Range } from '../prose.ts';
import type { ExecutorReader } from './executors.ts';
import { called, type Wrong } from './finding.ts';
import type { LineKnown, Who } from './known.ts';
import { onlyLine, type Said } from './subjects.ts';

/** The years in which somebody carries a line out, as a sentence has it. */
interface Placed extends Range {
  readonly who: Who;
  readonly year: number;
}
/** Finds who carries a line out. */
interface Cities {
  readonly read: ExecutorReader;
  readonly city: RegExp;
}

const PLACED =
  /(?:(?:安排|排|放|列|定|落|写|填|记|计划|拟定?)(?:在|到|进|于)了?|只(?:安排|排|列|写|填|做)了?(?:一年|一个年度)[，,]?(?:也?就)?是|(?<=[＊])(?:只有|只在|仅在)|(?:指标|任务|名额|计划|年份|年度|时间)(?:就|都|则|也)?(?:是在|在|是|为)|(?<=[＊]”?(?:项目|活动)?)(?:是?在|于)?(?=(?:19|20)\d{2}年(?:办|开展|举行|举办|进行|组织|启动|实施|建)(?:$|[，。；])))(?<year>(?:19|20)\d{2})年(?:\d{1,2}月)?(?=$|[，。；、！）]|这一|那一|一[格栏列]|有数|开展|进行|实施|举行|举办|组织|办|启动|建)/gu;
const YEAR =
  /(?<!\d)(?<year>(?:19|20)\d{2})(?!\d)|(?<first>第一年|头一年|首年|前一年)|(?<second>第二年|后一年|次年|翌年)/gu;
/** A clause of these characters alone says who, when and what of the plan, and nothing that happened. */
const PLAIN =
  /^[＃＊年第头首次翌前后先再两建设立完善支持安排计划放列写填记数有任务个所间处是在的则就才要只都各均分别等到轮换成为于定一二三四1-4市县团委这那行格栏名额也又而自负责承担落实做项目附件表里中上按照据由与和及其余另外他座城级，、：:；。！“”（）()\s]+$/u;
/** 四市每年都有. */
const EVERY = /每年|年年|每个年度|[两三四五六七八九十]年都/u;
const DENIED = /没|空|不|未|无|除|停|误|错|如果|假如|实际|上报|[？?]|[^头前第后]了/u;
const THAN =
  /^(?<before>[^，。；]*＃[^，。；比]{0,8})比(?<other>＃[^，。；早晚]{0,6})(?<how>早|晚|先|后|提前|推后)(?:了)?(?:一年|1年)/u;

/** 先建甲市，后建乙市: the first of two years, then the second. */
const FIRST_THEN =
  /先(?:建|办|放|排|安排|落)?(?:在|到)?[^，。；先后]{2,20}[，,](?<then>(?:后|再|然后)(?:建|办|放|排|安排|落)?(?:在|到)?[^，。；先后]{2,20})/gu;

/** A year in which the annex leaves a line's cell empty, though a sentence places the line there. */
export function wrongYears(said: Said, lines: ReadonlyMap<string, LineKnown>, cities: Cities): Wrong[] {
  const known = onlyLine(said.mentions, lines);
  if (!known || !/年|\d{4}|先/u.test(said.text)) return [];
  const told = [
    ...placedIn(said.text, cities.read),
    ...(known.uneven
      ? [
          ...givenTo(said.text, known, cities),
          ...byCity(said.text, known, cities),
          ...inOrder(said.text, known, cities),
        ]
      : []),
  ];
  const wrong = told.flatMap((placed) => wrongOf(known, placed));
  if (wrong.length === 0 && known.uneven) wrong.push(...placedAtLarge(said.text, known, cities));
  return withoutOverlaps(wrong).concat(
    known.uneven ? [...orderOf(said.text, known, cities), ...countedCities(said, known, cities)] : [],
  );
}

function wrongOf(known: LineKnown, { who, year, start, end }: Placed): Wrong[] {
  if (!known.years.includes(year) || (who !== 'all' && known.executors.length === 0)) return [];
  const some = who === 'all' ? ['all' as const] : who.map((one) => [one]);
  const right = known.years.filter((y) => some.every((one) => known.inYear(y, one) !== null));
  if (some.every((one) => known.inYear(year, one) !== null)) return [];
  const when = right.length > 0 ? right.map((y) => `${y}年`).join('、') : `${year}年不是都有数`;
  return [
    {
      ...{ start, end, code: 'project-year-not-listed', severity: 'error' },
      what: `${called(known)}${year}年没有计划数`,
      expected: when,
      written: known.where(right[0] ?? year, who),
      mend: `改成${when}；如果说的是实际在哪一年，写明“实际”。`,
    },
  ];
}

/** 2019年的某项目指标给了甲市和乙市, 甲市2019年要建的某项目. */
const GIVEN_TO =
  /(?<year>(?:19|20)\d{2})年的?[^，。；]{0,4}[＊]+[^，。；＊]{0,8}?(?:给了?|分给了?|分到|落在|落到|归|由|轮到|轮给|交给)(?<who>[^，。；]{2,16})(?=$|[，。；])|(?<who3>[^，。；]{2,12})(?<year3>(?:19|20)\d{2})年(?:就|便|才|已经?)?(?:领了?|分到|拿到|轮到|承担了?|得到)[^，。；]{0,10}[＊]|(?<who2>[^，。；]{2,12})(?<year2>(?:19|20)\d{2})年(?:要|将|计划|该)?(?:建|办|设|做|承担|负责)的[＊]/gu;
function givenTo(text: string, known: LineKnown, { read }: Cities): Placed[] {
  if (DENIED.test(text.replaceAll(/给了|轮到了/gu, ''))) return [];
  return matchesIn(text, GIVEN_TO).flatMap(({ index, 0: words, groups = {} }): Placed[] => {
    const year = Number(groups['year'] ?? groups['year2'] ?? groups['year3']);
    const { who, kind } = read(groups['who'] ?? groups['who2'] ?? groups['who3'] ?? '');
    if (who === 'all' || kind === 'one' || kind === 'open' || !known.years.includes(year)) return [];
    return [{ start: index, end: index + words.length, who, year }];
  });
}

/** 三个市2019年有某项目的指标: how many of those who share a line out have a number in a year. */
const MANY = new RegExp(
  `(?<!第|每|另|其余|其他|其它|余下|剩下|剩余)(?<many>${NUMBER_WORD})(?:个|座)?(?:市级团委|团市委|城市|市)(?!委|里|当中|中|之中|级|[镇乡])`,
  'gu',
);
const HAS_IT = /有|安排|承担|列|排|建|办|放|落|轮|做|任务|指标|名额/u;
function countedCities({ text }: Said, known: LineKnown, { city }: Cities): Wrong[] {
  if (!known.uneven || known.executors.length < 2 || DENIED.test(text)) return [];
  const years = new Set(yearsIn(text, known).map(({ year }) => year));
  const [year, ...more] = years;
  if (year === undefined || more.length > 0 || !HAS_IT.test(text)) return [];
  const all = known.executors.length;
  const counts = matchesIn(text, MANY).map(({ index, 0: word, groups }) => ({
    ...{ start: index, end: index + word.length, many: numeral((groups?.['many'] ?? '').replace('两', '二')) },
  }));
  const named = matchesIn(text, city).filter(
    ({ 0: word }) => !new RegExp(NUMBER_WORD, 'u').test(word) && !/^[每各]/u.test(word),
  );
  const own = known.executors.filter((one) => known.inYear(year, [one]) !== null).length;
  // 四个市里: the whole of which it is a part.
  const [one, ...others] = counts.filter(({ start, end }) => !/[里中]/u.test(text.slice(end, end + 2)) || start > 0);
  if (!one || others.length > 0 || named.length > 0 || one.many > all || one.many === own) return [];
  const cities = known.executors.filter((e) => known.inYear(year, [e]) !== null);
  return [
    {
      ...{ start: one.start, end: one.end, code: 'project-year-not-listed', severity: 'warning' },
      what: `${year}年有${called(known)}的个数与附件不一致`,
      expected: `${own}个`,
      written: known.where(year, cities),
      mend: '照附件数一数这一年有数的格；如果说的是实际，写明“实际”。',
    },
  ];
}

/** Cities that come first and those that come then, of a line that has two years. */
const inOrder = (text: string, { years }: LineKnown, { read }: Cities): Placed[] => {
  const [first, second, ...more] = years;
  if (first === undefined || second === undefined || more.length > 0) return [];
  return matchesIn(text, FIRST_THEN).flatMap(({ index, 0: words, groups }): Placed[] => {
    const at = words.lastIndexOf(groups?.['then'] ?? '');
    const [one, other] = [read(words.slice(0, at)), read(words.slice(at))];
    if (one.who === 'all' || other.who === 'all' || DENIED.test(words)) return [];
    return [
      { start: index, end: index + at, who: one.who, year: first },
      { start: index + at, end: index + words.length, who: other.who, year: second },
    ];
  });
};

/** 某市的某项目排在2019年. `text`: with names blotted out. */
const placedIn = (text: string, read: ExecutorReader): Placed[] =>
  matchesIn(text, PLACED).flatMap((match): Placed[] => {
    const { index } = match;
    const from = Math.max(...['，', '；', '。'].map((mark) => text.lastIndexOf(mark, index - 1))) + 1;
    const { who, kind } = read(text.slice(from, index));
    if (kind === 'one') return [];
    return [{ start: index, end: index + match[0].length, who, year: Number(match.groups?.['year']) }];
  });

/** The plan has it so: in the annex, planned, its turn. */
const OF_PLAN = /附件|任务表|计划|方案|指标|名额|任务|安排|轮到/u;

/** 甲和乙的某项目同在2019年: the cities and the one year of a sentence about the plan, however the words stand. */
function placedAtLarge(text: string, known: LineKnown, { read, city }: Cities): Wrong[] {
  const years = new Set(yearsIn(text, known).map(({ year }) => year));
  const [year, ...more] = years;
  const names = matchesIn(text, city);
  if (year === undefined || more.length > 0 || !OF_PLAN.test(text) || DENIED.test(text)) return [];
  // 先轮到甲，乙要等到2020年: whose year it is, where both are named, the clauses say.
  if (clausesIn(text).filter((clause) => matchesIn(clause.text, city).length > 0).length !== 1) return [];
  return names.flatMap(({ index, 0: name }): Wrong[] => {
    const { who, kind } = read(name);
    if (who === 'all' || kind === 'one' || kind === 'open') return [];
    return wrongOf(known, { start: index, end: index + name.length, who, year });
  });
}

/** The years of a clause, in order; 第一年 is the plan's first. */
const yearsIn = (text: string, { years }: LineKnown) =>
  matchesIn(text, YEAR).flatMap(({ index, 0: word, groups = {} }) => {
    const year = groups['year'] ? Number(groups['year']) : groups['first'] ? years[0] : years[1];
    return year === undefined ? [] : [{ index, end: index + word.length, year }];
  });

/** 甲市、乙市建在2020年，丙市的建在2019年: clause by clause, where a clause says nothing else. */
function byCity(text: string, known: LineKnown, { read, city }: Cities): Placed[] {
  let before: number | null = null;
  return clausesIn(text).flatMap(({ start, end, text: clause }): Placed[] => {
    const years = yearsIn(clause, known);
    const named = clause.match(city) ?? [];
    const [only, ...more] = years;
    const every = EVERY.test(clause) ? known.years : null;
    const year = more.length > 0 ? null : (only?.year ?? (named.length > 0 ? before : null));
    before = named.length === 0 && more.length === 0 ? (only?.year ?? before) : null;
    const plain = clause.replaceAll(YEAR, '').replace(EVERY, '').replaceAll(city, '＃');
    const asked = every ?? (year === null ? [] : [year]);
    if (named.length === 0 || !PLAIN.test(plain) || DENIED.test(clause)) return [];
    const last = matchesIn(clause, city).at(-1);
    const { who, kind } = read(clause.slice(0, (last?.index ?? 0) + (last?.[0].length ?? 0)));
    if (kind === 'one' || kind === 'open') return [];
    return asked.map((one) => ({ start, end, who: who === 'all' ? known.executors : who, year: one }));
  });
}

/** 甲市比乙市晚一年. */
function orderOf(text: string, known: LineKnown, { read, city }: Cities): Wrong[] {
  return clausesIn(text).flatMap(({ start, end, text: clause }): Wrong[] => {
    const { how } = THAN.exec(clause.replaceAll(city, (name) => `＃${'一'.repeat(name.length - 1)}`))?.groups ?? {};
    const at = clause.indexOf('比');
    if (how === undefined || DENIED.test(clause)) return [];
    const [one, other] = [read(clause.slice(0, at)), read(clause.slice(at, clause.indexOf(how)))].map(({ who }) => {
      const own = who === 'all' ? [] : known.years.filter((y) => known.inYear(y, who) !== null);
      return who !== 'all' && who.length === 1 && own.length === 1 ? own[0] : undefined;
    });
    if (one === undefined || other === undefined || one - other === (/早|先|前/u.test(how) ? -1 : 1)) return [];
    const expected = `${one}年，${other}年`;
    return [
      {
        ...{ start, end, code: 'project-year-not-listed', severity: 'error', expected, written: known.where(one) },
        what: `${called(known)}哪一市在前，与附件不一致`,
        mend: `照附件改：前一个是${one}年，后一个是${other}年。`,
      },
    ];
  });
}
