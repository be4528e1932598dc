import { isRough } from '#domain/plan/amount.ts';
import { isMoney } from '#domain/plan/quantity.ts';
import { isQuantified } from '#domain/programme/project.ts';
import { numeral } from '../../text/numbers.ts';
import { called, type Verdict } from './finding.ts';
import { holds, isFarOff, type Known, type LineKnown } from './known.ts';
import { OTHER_PURPOSE } from './money.ts';
import { countsLine, familyOf, mayBePersons, mayBeThings } from './nouns.ts';
import type { Claim } from './sentences.ts';
import { BY_PLAN, DOING, isBare, isOtherRate, isPart, PLAN, tellsOther } from './signs.ts';
import { inYuan, quantitiesOf, type Right, rightFor, supported } from './values.ts';

const EVENT =
  /年\d{1,2}月|\d月\d{1,2}日|\d{1,2}日|(?:他们|她们|来自|队员们|孩子们|同学们|暑假|寒假|暑期|春节|夏天|夏季|秋天|春天|冬天|仪式|现场|座谈会|开班|结业)/u;

/** The project itself does it: …组织30名, …共选派30人. */
const ITSELF = /[＊](?:项目|活动|行动|这一?项)?(?:将|要|共)?(?:组织|选派|资助|选取|选定|扶助|建设|建立|安排|支持)$/u;

/** 某项目的青少年不到200人: what the project counts, bounded, with no word of doing. */
const COUNTED =
  /[＊]”?的?(?:\p{Script=Han}{0,3}(?:青少年|孩子|学生|大学生|新生|同学|干部|辅导员|人员|对象|名额))?(?:人数)?(?:的?(?:钱|资金|经费))?(?:[，,]?[两三四五六]年(?:里|间|一共|总共|合计|共)?(?:的?(?:钱|资金|经费|人数|人))?)?[还也]?(?:不足|不到|不满|超过|多于|少于|不止|至少|至多|最多|不超过|不少于|接近|将近|近)了?$/u;

/** 2020年的某项目还是50万元: the number is said of it in one of its years, with nothing but a copula between. */
const isStated = ({ clauseBefore, clauseAfter, time }: Claim): boolean =>
  time.kind !== 'open' &&
  /[＊年][^，。；\d]{0,4}(?:是|为|有)$/u.test(clauseBefore) &&
  /^(?:$|[，。；！）])/u.test(clauseAfter);

/** A clause that uses the words of the plan at length speaks of the plan. */
function usesItsWords({ clause }: Claim, words: string): boolean {
  const text = clause.replaceAll(/[＊＃]/gu, ' ');
  for (let i = 0; i + 5 <= text.length; i++) {
    const run = text.slice(i, i + 5);
    if (/^\p{Script=Han}+$/u.test(run) && words.includes(run)) return true;
  }
  return false;
}

/** How surely a claim speaks of the plan: 2 it says so, 1 it states or does something, 0 it may be anything. */
function sureness(claim: Claim, first: LineKnown): 0 | 1 | 2 {
  const { clause, sentence, total, time } = claim;
  if (time.kind === 'each' || claim.saidSo || PLAN.test(clause) || usesItsWords(claim, first.words)) return 2;
  if (BY_PLAN.test(claim.before)) return 2;
  if (EVENT.test(clause) || (EVENT.test(sentence) && !PLAN.test(sentence))) return 0;
  if (time.kind !== 'open' && PLAN.test(sentence)) return 2;
  if (ITSELF.test(claim.clauseBefore)) return 2;
  return total || DOING.test(clause) || isBare(clause) || COUNTED.test(claim.clauseBefore) || isStated(claim) ? 1 : 0;
}

/** Whether what is counted may be what the line counts. */
function countsSame({ number, clauseAfter }: Claim, known: LineKnown): boolean {
  if (!countsLine(number.unit, known)) return false;
  const family = familyOf(number.unit);
  if (family === 'people') return mayBePersons(clauseAfter, known);
  return family === 'sites' ? mayBeThings(clauseAfter, known) : true;
}

/** What lines that are named together make when they are added: in one year, or in all. */
function sumsOf(lines: readonly LineKnown[], { time, executors }: Claim): Known[] {
  const [first] = lines;
  if (!first || lines.length < 2) return [];
  const { kind, years } = time;
  const together = (of: (known: LineKnown) => Known | null | undefined, when: string): Known[] => {
    const parts = lines.map(of);
    if (parts.some((part) => !part)) return [];
    const value = parts.reduce((sum, part) => sum + (part?.value ?? 0), 0);
    const words = `${lines.map(called).join('加')}${when}${value}${first.line.unit}`;
    const written = [...new Set(parts.flatMap((part) => part?.written ?? []))].join('；');
    return [{ value, unit: first.line.unit, fact: null, words, written }];
  };
  const inOne = (year: number) => together((k) => k.inYear(year, executors.who), `${year}年`);
  const inText = together((k) => k.texts.find(({ per }) => per !== 'total'), '每年');
  const inAll = together((k) => k.inAll(executors.who), '各年共');
  if (kind === 'each') return [...first.years.flatMap(inOne), ...inText];
  if (kind === 'sum' && years.length === 1) return [...years.flatMap(inOne), ...inText];
  return kind === 'sum' ? inAll : [...first.years.flatMap(inOne), ...inText, ...inAll];
}

/** Whether the number is said to be of all the named lines together. */
function saysTogether({ number, clauseBefore, clauseAfter, sentence }: Claim): boolean {
  const behind = sentence.slice(number.end, number.end + 24);
  // 两条线加起来，每年扶助六十名: said in the clause before.
  const before = sentence.slice(0, Math.max(0, number.start - clauseBefore.length));
  if (/(?:加起来|加在一起|合起来|合在一起|合并|相加|一起算|都算上|放在一起)[，,]$/u.test(before)) return true;
  return (
    /(?:共(?!青|同)|合计|总计|加起来|加在一起|相加|合起来|[两二三2-9](?:项|行|个项目|类)[^，。；\d]{0,6}[，]?(?:一起|合|每年|一年)?)[^，。；\d]{0,10}$/u.test(
      clauseBefore,
    ) || /^[^。；\d]{0,8}(?:[两二三](?:项|行)?|都)?(?:加在一起|加起来|合在一起|合计|一起算)/u.test(clauseAfter + behind)
  );
}

/** Whether a number is the sum of the last two or more numbers of its unit before it; 某行20、某行40 leave the unit to the sum. */
function addsUp({ number, before }: Claim): boolean {
  const unit = familyOf(number.unit) === 'people' ? '[人名位]' : RegExp.escape(number.unit);
  const end = `(?:${unit}|(?=[、，；和]))`;
  const values = [...before.matchAll(new RegExp(`(?<![\\d.])(\\d+(?:\\.\\d+)?)${end}`, 'gu'))].map(([, value]) =>
    Number(value),
  );
  const sums = values.map((_, i) => values.slice(i).reduce((sum, value) => sum + value, 0));
  return sums.slice(0, -1).includes(number.value);
}

/** What is right of a part of a year, where the annex sets the year in parts; undefined where none is named. */
function inPartOf(known: LineKnown, { before, time, executors }: Claim): Right | null | undefined {
  const [year, ...more] = time.years;
  if (year === undefined || more.length > 0 || time.kind !== 'sum') return undefined;
  const words = before.slice(Math.max(before.lastIndexOf(String(year)), before.lastIndexOf('；'), 0));
  const own = known.inPart(year, words, executors.who);
  return own ? { fit: [own], told: [own], missing: [], pinned: true } : own;
}

const SOME_CITIES = /[两二三23](?:个|座)?(?:市|城)|另一|其他/u;
const OPEN = { kind: 'open', years: [] } as const;
const ALL = { kind: 'open', who: 'all' } as const;

/** Of what the plan itself says only roughly 左右 is no sign of another number. */
function asRough(claim: Claim, lines: readonly LineKnown[]): Claim {
  const { clauseBefore, clauseAfter } = claim;
  const all = lines.flatMap(({ texts, years, inYear, inAll }) => [
    ...texts,
    ...[...years.map((year) => inYear(year, 'all')), inAll('all')].flatMap((known) => known ?? []),
  ]);
  if (!all.some(({ amount }) => amount && isRough(amount))) return claim;
  const plain = (words: string) => words.replaceAll(/左右|上下|大约/gu, '');
  return { ...claim, clauseBefore: plain(clauseBefore), clauseAfter: plain(clauseAfter) };
}

/** 四市都有，一年两个; 四市各摊一个，分两年建: it is what each of them has, in a year or in all. */
function isOfEach({ number, before, clauseBefore, executors }: Claim, known: LineKnown): boolean {
  if (known.executors.length < 2 || executors.who !== 'all') return false;
  const is = (values: readonly (Known | null)[]) => values.every((k) => k !== null && k.value === number.value);
  if (/[一每]年/u.test(clauseBefore) && /都有|各有/u.test(before))
    return is(known.executors.flatMap((one) => known.years.map((year) => known.inYear(year, [one]))));
  return (
    /[各摊]/u.test(clauseBefore) &&
    !/[一每]年/u.test(clauseBefore) &&
    is(known.executors.map((one) => known.inAll([one])))
  );
}

/** A number of what the line counts that fits none of the readings its sentence allows. */
export function judgeQuantity(claim: Claim): Verdict | null {
  const { number, executors, time, total } = claim;
  const lines = claim.lines.filter(
    (k) => isQuantified(k.line) && countsSame(claim, k) && (k.executors.length > 0 || executors.kind === 'open'),
  );
  const [first] = lines;
  if (!first || tellsOther(asRough(claim, lines)) || isOtherRate(claim, first.words, number.unit)) return null;
  if (isPart(claim.before, /[＃]/u)) return null;
  // 培训和某项目合起来是48人: something that is not named is added.
  if (claim.named.length < 2 && saysTogether(claim) && /\p{Script=Han}[和与及、]＊/u.test(claim.before)) return null;
  // A county is no executor: how much of its city's number is its own is not said.
  if (claim.countyNamed && executors.kind === 'open' && first.executors.length > 0) return null;
  if (first.executors.length > 0 && executors.kind === 'open' && SOME_CITIES.test(claim.clauseBefore)) return null;
  if (number.unit === '批' && time.kind === 'open') return null;
  // 另有老师、医生，合影共30人: others are counted too.
  const ahead = claim.before.slice(claim.before.lastIndexOf('；') + 1);
  if (/另有|另外|还有|外加|加上|连同|带队/u.test(ahead) && claim.named.length < 2) return null;
  const parts = lines.map((k) => inPartOf(k, claim));
  // The annex sets this year in parts, and not in the one that is named.
  if (parts.includes(null)) return null;
  const rights = lines.map((k, i) => parts[i] ?? rightFor(k, time, executors));
  const fits = (k: Known) => holds(number, number.unit, k);
  const together = /共|合|加|一起|总|两项|两行/u.test(claim.sentence) ? claim.named : lines;
  const sums = sumsOf(
    together.filter((k) => countsLine(number.unit, k)),
    claim,
  );
  if (sums.some(fits) || isOfEach(claim, first)) return null;
  // 三项共68人, of which one is not named: what is added up is not known.
  const said = /(?<many>[两二三四五六七八九2-9])(?:项|行|个项目)[^，。；\d]{0,6}$/u.exec(claim.clauseBefore)?.groups?.[
    'many'
  ];
  if (said !== undefined && numeral(said === '两' ? '二' : said) !== new Set(claim.named).size) return null;
  // 照正文每年4名来算是8名.
  if (claim.source.kind === 'text' && /算|推|乘/u.test(claim.clauseBefore)) return null;
  // 培训40人，某项目8人，相加为48人: the sum of what stands before it.
  if (saysTogether(claim) && addsUp(claim)) return null;
  const sure = sureness(claim, first);
  if (lines.length > 1 && sums.length > 0 && saysTogether(claim))
    return sure === 0 ? null : sumVerdict(lines, sums, time.kind !== 'open');
  if (rights.some((r) => r.fit.some(fits))) return null;
  // Of several lines it is not clear which number is for which: any of theirs will do.
  if (lines.length > 1 && lines.some((k) => rightFor(k, OPEN, ALL).fit.some(fits))) return null;
  const nowhere = rights.every(({ told, fit }) => told.length === 0 && fit.length === 0);
  return (nowhere ? notWritten(claim, first, sure) : null) ?? verdict(claim, first, rights, sure, total);
}

const sumVerdict = (lines: readonly LineKnown[], told: readonly Known[], pinned: boolean): Verdict => ({
  severity: pinned ? 'error' : 'warning',
  code: 'project-number',
  what: `${lines.map(called).join('、')}加起来的数与文件不一致`,
  told: told.filter((k, i) => told.findIndex(({ value }) => value === k.value) === i),
  expected: [...new Set(told.map((k) => k.words))].join('；'),
  mend: '照附件把几项加一遍，改成加起来的数；如果说的是其中一项，写明是哪一项。',
});

/** 正文写每市50人, where the text names no number for the line: it stands in the annex. */
function notWritten({ source, number }: Claim, first: LineKnown, sure: 0 | 1 | 2): Verdict | null {
  if (source.kind !== 'text' || sure === 0) return null;
  const year = first.years[0] ?? 0;
  const annex = first.where(year).split('，')[0] ?? '';
  return {
    severity: number.approximate ? 'warning' : 'error',
    code: 'project-source',
    what: `正文没有写${called(first)}的${first.texts.length > 0 ? '这个' : ''}数`,
    told: [],
    expected: `写明数取自${annex}`,
    written: first.where(year),
    mend: `把“正文”改成${annex}，照${annex}写数。`,
  };
}

function verdict(
  claim: Claim,
  first: LineKnown,
  rights: readonly Right[],
  sure: 0 | 1 | 2,
  total: boolean,
): Verdict | null {
  const { number, executors } = claim;
  const told = rights.flatMap((r) => r.told);
  const missing = rights.flatMap((r) => r.missing);
  const pinned = rights.every((r) => r.pinned);
  if (sure === 0 || (told.length === 0 && missing.length === 0)) return null;
  if (number.approximate) return estimate(claim, first, told, { pinned, sure });
  const [year] = missing;
  if (year !== undefined && told.length === 0) return notListed(first, year, executors.who);
  if (!pinned && !(sure === 2 || total || executors.kind !== 'open' || isBare(claim.clause))) return null;
  // 一个活动室: a small number in words is often no count at all.
  if (!pinned && number.value <= 2 && !isMoney(number.unit)) return null;
  const oneOfSeveral =
    first.executors.length > 0 &&
    executors.kind === 'open' &&
    first.executors.some((e) => first.years.some((y) => first.inYear(y, [e])?.value === number.value));
  if (oneOfSeveral && claim.cityNamed) return null;
  // 每年20人 of the text, added up by the writer: not what the annex has in all, but no slip either.
  const { kind, years } = claim.time;
  const addedUp =
    kind === 'sum' &&
    years.length > 1 &&
    first.texts.some((t) => t.per === 'year' && t.value * first.years.length === number.value);
  if (addedUp && /正文|每年/u.test(claim.sentence)) return null;
  const certain = addedUp ? false : pinned ? !oneOfSeveral : total;
  return {
    severity: certain ? 'error' : 'warning',
    code: 'project-number',
    what: `${called(first)}的数与文件不一致`,
    told,
    ...(year === undefined
      ? {}
      : {
          expected: `${called(first)}${told.map((k) => k.words).join('；')}；${missing.map(first.unplanned).join('、')}`,
        }),
  };
}

function notListed(known: LineKnown, year: number, who: Claim['executors']['who']): Verdict {
  const others = known.years.flatMap((y) => known.inYear(y, who) ?? []);
  const when = others.map((k) => k.words).join('；');
  return {
    severity: 'error',
    code: 'project-year-not-listed',
    what: `${called(known)}${year}年没有计划数`,
    told: others,
    expected: `${called(known)}${known.unplanned(year)}${when === '' ? '' : `；${when}`}`,
    written: known.where(year, who),
    mend: `${known.where(year, who)}没有数：改成写了数的年份，或者写“${known.unplanned(year)}”；如果说的是做了多少，写明是上报数。`,
  };
}

function estimate(
  { number, total, saidSo }: Claim,
  first: LineKnown,
  told: readonly Known[],
  { pinned, sure }: { pinned: boolean; sure: 0 | 1 | 2 },
): Verdict | null {
  if (told.length === 0 || !(pinned || total || saidSo)) return null;
  if (number.bound !== 'about') {
    return {
      severity: sure === 2 && number.bound !== 'near' ? 'error' : 'warning',
      code: 'project-bound',
      what: `${called(first)}的数，大小与文件不符`,
      told,
    };
  }
  const isOwn = told.every(({ amount }) => amount && isRough(amount));
  if (!isOwn && !isFarOff(number.value, number.unit, told)) return null;
  return { severity: 'warning', code: 'project-number', what: `${called(first)}的约数与文件相差很大`, told };
}

/** The sentence speaks of the plan, of one of its years, or says what each gets. */
const isOfPlan = (claim: Claim): boolean => {
  const { time, sentence, number, lines } = claim;
  const [first] = lines;
  const sure = first === undefined ? 0 : sureness(claim, first);
  // 2019年他来参训，同班有35人: the year is another clause's.
  const near = /[＊年]/u.test(claim.clauseBefore) && !EVENT.test(sentence);
  const pinned = time.kind !== 'open' && (sure > 0 || near);
  return pinned || PLAN.test(sentence) || (isMoney(number.unit) && /每[人名位个]|一次性/u.test(sentence));
};

/**
 * A number of what a line counts, in a sentence about the plan, that no reading makes right: neither a year's nor a
 * city's, no sum, difference or product of what the document has for the lines named.
 */
export function judgeUnsupported(claim: Claim): Verdict | null {
  const { number, lines, named } = claim;
  const [first] = lines;
  if (!first || number.approximate || number.value <= 1) return null;
  const own = lines.filter((known) => isQuantified(known.line) && (isMoney(number.unit) || countsSame(claim, known)));
  if (own.length === 0 || !isOfPlan(claim)) return null;
  if (tellsOther(claim) || isOtherRate(claim, first.words, number.unit) || isPart(claim.before, /[＃]/u)) return null;
  if (isMoney(number.unit) && OTHER_PURPOSE.test(claim.sentence)) return null;
  const values = supported([...new Set([...own, ...named])], number);
  const value = isMoney(number.unit) ? inYuan(number) : number.value;
  if (values === null || [...values].some((one) => Math.abs(one - value) < 0.005)) return null;
  return {
    severity: 'warning',
    code: 'project-number',
    what: `${called(first)}没有这个数`,
    told: own.flatMap(quantitiesOf).slice(0, 3),
  };
}
