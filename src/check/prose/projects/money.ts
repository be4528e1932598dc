import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import { inQuotes } from '#domain/plan/quotation.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { numbersIn } from '../../text/numbers.ts';
import { called, type Verdict } from './finding.ts';
import { equals, holds, type Known, type LineKnown } from './known.ts';
import { MASK } from './names.ts';
import { familyOf } from './nouns.ts';
import type { Claim } from './sentences.ts';
import { isOtherRate, isPart, tellsOther } from './signs.ts';

const PER_BEFORE =
  /(?:每|人均|一)(?<measure>建(?:设|成|立)?(?:一|1)?个|人|名|位|个|所|间|处|生|册|套)?(?<noun>[^，。；\d每]{0,16})$/u;
const PER_AFTER = /^(?:[/／]|一|每)(?<measure>人|名|位|个|所|间|生)/u;
/** 每建成一个某室，按备注要…: what is paid for one stands in a clause of its own. */
const PER_ENDS = /(?:每|一)(?:建成?|办|盖|添)?(?:一|1)?(?:个|所|间|处|名)[^，。；\d每]{0,8}$/u;
/** 选中的新生，能领到四千元. */
const GETS = /(?:能|可以?|会|就)?(?:领到?|拿到?|得到?|发)(?:了)?(?:补助|资助)?$/u;
const ONE_WHO = /(?:新生|学生|学子|同学|孩子)(?:[，,]|都|就|能|可)?[^，。；\d]{0,4}$/u;
/** The sum is said to be the rate of one without 每. */
const RATE = /(?:标准|一次性补助|一次性资助|单价)(?![^，。；\d]*(?:共|合计|总计|加))[^，。；\d]{0,6}$/u;
/** Money for something else than what the plan names. */
export const OTHER_PURPOSE =
  /餐|伙食|交通|车票|机票|车费|路费|住宿|门票|邮费|邮票|书费|文具|保险|红包|零花|零用|学费|学杂|生活费|工资|月薪|年薪|收入|奖金|稿费|每[天日月周餐]|每学[年期]|学年|一天|一个月|押金|报酬|电脑|手机|奖学金|贷款|低保/u;
const OTHER_ONE =
  /^(?:县|乡|镇|市|城|学校|小学|中学|月|季|学期|班|村|支部|老师|教师|志愿者|辅导员|队员|工作人员|家庭|贫困户)/u;

/** What one of what is given costs: `person` or `thing`; null where the number is no such rate. */
function rateOf({ clauseBefore: own, clauseAfter, before: ahead }: Claim): 'person' | 'thing' | 'any' | null {
  // 每建一个活动室，所需经费5万元.
  const behind = ahead.slice(0, ahead.length - own.length).replace(/[，,]$/u, '');
  const clauseBefore =
    !PER_BEFORE.test(own) && (/^(?:所需|需要?|约需)/u.test(own) || PER_ENDS.test(behind))
      ? behind.slice(-40) + own
      : own;
  const before = PER_BEFORE.exec(clauseBefore);
  const { measure = '', noun = '' } = before?.groups ?? PER_AFTER.exec(clauseAfter)?.groups ?? {};
  // 一个某项目的建设经费是: the name counts for nothing.
  const words = noun.replaceAll(MASK, '').replace(/^的?(?:所需)?(?:建设)?(?:经费|费用|资金|钱|补助|投入)?/u, '');
  if (before && (before[0].startsWith('人均') || measure !== '')) {
    if (before[0].startsWith('一') && words.length > 4) return RATE.test(clauseBefore) ? 'any' : null;
    if (OTHER_ONE.test(noun)) return null;
  } else if (measure === '') {
    if (
      GETS.test(own) &&
      (ONE_WHO.test(ahead.replace(GETS, '')) || (/一次/u.test(own) && /新生|学生|学子/u.test(ahead)))
    )
      return 'person';
    return RATE.test(clauseBefore) ? 'any' : null;
  }
  if (measure === '个' || measure === '') return measure === '' ? 'person' : 'any';
  return /^[人名位生]$/u.test(measure) ? 'person' : 'thing';
}

/** 每个5万元出自正文第十二项, where the note of an annex has it. */
function misplacedCost({ source }: Claim, fitting: readonly LineKnown[]): Verdict | null {
  const [first] = fitting;
  const isThere = (k: LineKnown) =>
    k.costAt === source.kind &&
    (source.kind !== 'annex' || source.label === null || k.cost?.written.includes(source.label));
  if (source.kind === 'open' || !first?.cost || fitting.some(isThere)) return null;
  return {
    severity: 'error',
    code: 'project-source',
    what: `${called(first)}每${first.cost.per}多少钱，不写在${source.kind === 'text' ? '正文' : '附件'}里`,
    told: [],
    expected: `${first.cost.words}写在${first.cost.written}`,
    written: first.cost.written,
    mend: `把出处改成${first.cost.written}。`,
  };
}

const REGULAR =
  /每人[^，。；\d]{0,6}(?:每|一)(?:个)?(?:月|年|学[年期]|季度?)|(?:每个?|按|逐|月)(?:月|学[年期]|季度?)|一个?(?:月|学[年期])|按(?:学年|年|月|学期)|年年|每年(?:都|各)?(?:有|发|领|给)/u;
const ONCE = /一次|不是|并非|而非|生活费|学费|[？?]/u;

/** 每人每月3000元, where the plan gives the sum once. */
function givenRegularly({ number, lines, sentence, clauseBefore, clauseAfter, before }: Claim): Verdict | null {
  const [known] = lines.filter((k) => k.cost && holds(number, number.unit, k.cost) && ONCE.test(k.words));
  const clause = clauseBefore + clauseAfter;
  const told = REGULAR.exec(clause) ?? REGULAR.exec(before.slice(-24));
  if (!known?.cost || !told || ONCE.test(sentence) || !/每[人名位]|人均|补助|资助|新生|学子|领/u.test(sentence))
    return null;
  return {
    severity: 'error',
    code: 'project-cost',
    what: `${called(known)}的补助是一次性的，不是${inQuotes(told[0])}发的`,
    told: [known.cost],
    expected: `${known.cost.words}，一次性补助`,
    mend: `删去${inQuotes(told[0])}，写“一次性”。`,
  };
}

/** Money for one person or one site that contradicts what the plan names; undefined where the number is no such rate. */
export function judgeCost(claim: Claim): Verdict | null | undefined {
  const { number, lines, sentence } = claim;
  if (!isMoney(number.unit)) return undefined;
  const regular = givenRegularly(claim);
  if (regular) return regular;
  const rate = rateOf(claim);
  if (rate === null) return undefined;
  // 人数比某行少，一人的钱也少两千: by how much, told of two that were set against each other before.
  if (sentence.includes('比') && DIFFERENCE.test(claim.clauseBefore)) return null;
  const costs = lines.flatMap((k) => (k.cost ? [{ known: k, cost: k.cost }] : []));
  const fitting = costs.filter(({ cost }) => rate === 'any' || (rate === 'person') === /^[人名位]$/u.test(cost.per));
  const [first] = fitting;
  if (!first || number.bound === 'about' || OTHER_PURPOSE.test(sentence) || tellsOther(claim)) return null;
  // 两个渠道都是每人3000元, where they give different sums.
  const alike = fitting.length > 1 && /(?:都|均|一样|同样)[^，。；\d]{0,6}$/u.test(claim.clauseBefore);
  const fit = (of: typeof fitting) => of.filter(({ cost }) => holds(number, number.unit, cost));
  if (isPart(claim.before, /每/u)) return null;
  if (alike ? fit(fitting).length === fitting.length : fit(fitting).length > 0)
    return misplacedCost(
      claim,
      fit(fitting).map(({ known }) => known),
    );
  return {
    severity: 'error',
    code: 'project-cost',
    what: `${called(first.known)}每${first.cost.per}多少钱，与文件不一致`,
    told: fitting.map(({ cost }) => cost),
  };
}

/** What stands before a difference; 至少 and 最多 bound an amount. */
const DIFFERENCE = /(?<![至最])(?:少|多|差)了?$/u;

const DERIVED = /推算|测算|算下来|算得|算出|合计|总计|总额|共需|需要|所需|需|共(?!青|同)|按|乘|×/u;
/** 一年要30万元, 一年正好10万元: nothing else is said of the sum. */
const STATED =
  /(?:支出|要备|要出|备下|要花|花费|要|花|得|正好|恰好|刚好|就是|是|为|用|等于|补助|补助款|建设经费|经费|总额|这笔钱|费用)$/u;
/** 不足40万元: what is said of the sum stands before the bound. */
const BOUND =
  /(?:不足|不到|不满|少于|低于|超过|超出|多于|高于|不止|至少|至多|最多|不少于|不超过|接近|将近|近|大约|约|达到|达|多达)了?$/u;
/** 约30万元 of what is exactly 40: how far an estimate of a derived sum may be off. */
const ROUGHLY = 0.1;
/** So many of the line, and nothing but words of money before the sum. */
const COUNTED =
  /(?:\d+|[一二两三四五六七八九十百]+)[人名位个所间处座](?:[＊的]|大?学生|新生|对象|名额|建设|所需|[每一]?年|经费|资金|费用|补助款?|资助|金额|总额|一共|总共|合计|共计|共|要花|花费|需要?|要|是|为|就是){0,12}$/u;
/** 四个某行，建设经费加起来超过50万元: the clause before is of the count and nothing else, this one of its money. */
const COUNTED_AHEAD =
  /(?:^|[。；])(?:这|那)?(?:每年|一年)?(?:要?建)?(?:\d+|[一二两三四五六七八九十百]+)[人名位个所间处座][＊]+”?[，,]$/u;
const ONLY_MONEY =
  /^(?:一共|总共|合计|共计|共|总的?)?(?:建设|所需|需要|要花)?的?(?:经费|资金|费用|钱|补助款?|花费)(?:一共|总共|合计|总计|共计|共|加起来|加在一起|合起来|合在一起|算下来|总额)*(?:是|要|为|需要?|有)?$/u;
const PURPOSE = /买|购|餐|交通|车票|机票|邮|保险|文具|书(?!信)|电脑|手机|学费|生活费/u;

/** Where neither time nor executor is taken from the sentence. */
const OPEN = { time: { kind: 'open', years: [] }, executors: { kind: 'open', who: 'all' } } as const;

const isKnown = (k: Known | null): k is Known => k !== null;

/** What a line costs: quantity times what one costs, of those named and the time named; in several readings where it is open. */
function moneyOf(known: LineKnown, { time, executors }: Claim): readonly Known[] {
  const { cost, years } = known;
  if (!cost) return [];
  const each = executors.kind === 'each' ? [executors.who === 'all' ? known.executors : executors.who].flat() : null;
  const of = (quantity: Known | null, fact: Known | null): Known | null => {
    if (fact) return fact;
    if (!quantity) return null;
    const { value, unit } = convertMoney({ value: quantity.value * cost.value, unit: cost.unit }, '万元');
    const words = `${quantity.words}，${value}${unit}`;
    return { value, unit, fact: null, words, written: joinedWords([quantity.written, cost.written]) };
  };
  const who = each ? [] : [executors.who];
  const inYear = (year: number) => [
    ...who.map((w) => of(known.inYear(year, w), w === 'all' ? known.money(year) : null)),
    ...(each ?? []).map((e) => of(known.inYear(year, [e]), null)),
  ];
  const inAll = [
    ...who.map((w) => of(known.inAll(w), w === 'all' ? known.money() : null)),
    ...(each ?? []).map((e) => of(known.inAll([e]), null)),
  ];
  if (time.kind === 'each') return years.flatMap(inYear).filter(isKnown);
  if (time.kind === 'sum' && time.years.length === 1) return time.years.flatMap(inYear).filter(isKnown);
  return (time.kind === 'sum' ? inAll : [...years.flatMap(inYear), ...inAll]).filter(isKnown);
}

const joinedWords = (words: readonly string[]) => [...new Set(words)].join('；');

function subsets(all: readonly (Known | undefined)[]): Known[][] {
  let some: Known[][] = [[]];
  for (const k of all) if (k) some = some.concat(some.map((one) => [...one, k]));
  return some;
}

/** Every sum that some of the lines can make, each in one of its readings. */
function sumsOf(each: readonly (readonly Known[])[]): number[] {
  const yuan = (k: Known) => convertMoney(k, '元').value;
  // Of one time: 两年 of one line and 一年 of the other are never added.
  const [first = []] = each;
  if (each.length < 6 && each.every((readings) => readings.length === first.length))
    return [
      ...each.flat().map(yuan),
      ...first.flatMap((_, i) =>
        subsets(each.map((readings) => readings[i])).map((some) => some.reduce((s, k) => s + yuan(k), 0)),
      ),
    ];
  let sums = [0];
  for (const readings of each.slice(0, 5)) sums = [...sums, ...sums.flatMap((s) => readings.map((k) => s + yuan(k)))];
  return [...new Set(sums)].slice(0, 4000);
}

/** Every sum of all the lines, each in one of its readings; null where one has none. */
function fullSums(each: readonly (readonly Known[])[]): number[] | null {
  let sums = [0];
  for (const readings of each.slice(0, 5))
    sums = sums.flatMap((s) => readings.map((k) => s + convertMoney(k, '元').value)).slice(0, 4000);
  return sums.length > 0 && each.length < 6 ? [...new Set(sums)] : null;
}

/** What each of several lines costs, and all of them together where each has one reading. */
function withSum(each: readonly (readonly Known[])[]): readonly Known[] {
  const all = each.flat();
  const [first] = all;
  if (!first || all.length !== each.length) return all;
  const value = all.reduce((sum, k) => sum + convertMoney(k, '万元').value, 0);
  return [...all, { ...first, value, unit: '万元', fact: null, words: `合计${value}万元` }];
}

/** An amount for whole lines that count something else: it must be what quantity and cost of one make. */
export function judgeDerivedMoney(claim: Claim): Verdict | null {
  const { number, time, executors, clause, clauseBefore, clauseAfter, sentence } = claim;
  const lines = claim.lines.filter((k) => k.cost !== null);
  const [first] = lines;
  if (!isMoney(number.unit) || !first) return null;
  if (executors.kind !== 'open' && first.executors.length === 0) return null;
  if (tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u)) return null;
  const named = claim.named.filter((k) => k.cost !== null);
  // 一个某室加四个乙: something that has no name here is added.
  if (
    named.length < 2 &&
    /[个所间]\p{Script=Han}{2,6}(?:加上?|和|跟|与|外带)(?:[\d一二两三四五六七八九十]+[个所间])?＊/u.test(claim.before)
  )
    return null;
  const told = lines.flatMap((k) => moneyOf(k, claim));
  if (told.length === 0) return null;
  const rates = lines.flatMap((k) => (k.cost ? [k.cost] : []));
  const sums = sumsOf(named.map((k) => [...moneyOf(k, claim), ...moneyOf(k, { ...claim, ...OPEN })]));
  // 一个甲，四个乙，两年下来30万元: all that was named before, and nothing less.
  const several = (claim.before.slice(claim.before.lastIndexOf('；') + 1).match(/＊+/gu) ?? []).length > 1;
  const whole =
    several && named.length > 1 && !clause.includes(MASK) && /下来|加起来|合起来|总|一共|合计|共/u.test(clauseBefore);
  const all = whole ? fullSums(named.map((k) => moneyOf(k, claim))) : null;
  const own = told.map((k) => convertMoney(k, '元').value);
  const exact = all ?? (named.length > 1 ? [...sums, ...(lines.length === 1 ? own : [])] : own);
  const said = convertMoney(number, '元').value;
  const fits = (value: number) =>
    number.bound === null
      ? Math.abs(value - said) < 0.005
      : number.bound === 'about'
        ? Math.abs(value - said) <= value * ROUGHLY
        : holds(number, number.unit, { value, unit: '元' });
  // 每市两年，一个甲加四个乙，算下来30万元: what each of them has of all that is named.
  const ofEach = /每[个座]?市|各市|一个市/u.test(claim.before)
    ? first.executors.map((one) =>
        named.reduce(
          (sum, k) => sum + (k.inAll([one])?.value ?? 0) * (k.cost ? convertMoney(k.cost, '元').value : 0),
          0,
        ),
      )
    : [];
  if (named.length > 1 && ofEach.some(fits)) return null;
  const counted = countedBefore(claim, first);
  if (counted === null && exact.some(fits)) return null;
  if (!whole && rates.some((k) => equals(number.value, number.unit, k))) return null;
  // 甲每个10万元，乙每个5万元，各建一个是15万元: one of each.
  if (named.length > 1 && /各[^，。；\d]{0,8}[个名间所][^，。；]{0,6}$/u.test(clauseBefore)) return null;
  if (counted !== null) return fits(convertMoney(counted, '元').value) ? null : productVerdict(claim, first, counted);
  const pinned = time.kind !== 'open' || executors.kind !== 'open';
  const stated =
    STATED.test(clauseBefore.replace(BOUND, '')) && /^(?:$|[，。；、）])/u.test(clauseAfter) && !PURPOSE.test(sentence);
  if (!(pinned ? stated || DERIVED.test(clause) : /推算|共需|合计需|总共需/u.test(clause))) return null;
  const certain = pinned && (stated || /推算|测算|算|共|合计|总计|总额/u.test(clause));
  return {
    severity: certain && named.length < 2 && !number.approximate ? 'error' : 'warning',
    code: 'project-money',
    what: `${called(first)}的金额与推算的不一致`,
    told: (named.length > 1 ? withSum(named.map((k) => moneyOf(k, claim))) : told).map((k) => ({
      ...k,
      words: `推算${k.words}`,
    })),
  };
}

/** 8个队室的建设经费30万元: how many of the line stand right before the money, times what one costs; null where none do. */
function countedBefore({ clauseBefore, before }: Claim, { line, cost }: LineKnown): Known | null {
  const lead = clauseBefore.replace(BOUND, '');
  const ahead = before.slice(0, before.length - clauseBefore.length);
  const match = COUNTED.exec(lead) ?? (ONLY_MONEY.test(lead) ? COUNTED_AHEAD.exec(ahead) : null);
  const [count] = match ? numbersIn(match[0]) : [];
  if (!cost || !count || count.approximate || !(count.unit === line.unit || sameMeasure(count.unit, line.unit)))
    return null;
  const { value, unit } = convertMoney({ value: count.value * cost.value, unit: cost.unit }, '万元');
  const words = `${count.value}${line.unit}，${cost.words}，${value}${unit}`;
  return { value, unit, fact: null, words, written: cost.written };
}

const sameMeasure = (one: string, other: string) => familyOf(one) !== null && familyOf(one) === familyOf(other);

const productVerdict = ({ number }: Claim, first: LineKnown, right: Known): Verdict => ({
  severity: number.approximate ? 'warning' : 'error',
  code: 'project-money',
  what: `${called(first)}的金额与数量乘单价不一致`,
  told: [right],
});

/** 两年可推算263万元: the money of the whole programme, in a sentence that names no project. */
export function programmeMoney({ facts, document }: Programme): readonly Known[] {
  return [...document.years, undefined].flatMap((year) => {
    const id = `programme-money${year === undefined ? '' : `-${year}`}`;
    const fact = facts.get(id);
    if (!fact || typeof fact.value !== 'number') return [];
    const words = `${year === undefined ? '各年合计' : `${year}年`}${fact.value}${fact.unit}`;
    return [{ value: fact.value, unit: fact.unit, fact: id, words, written: `事实 ${id}` }];
  });
}
