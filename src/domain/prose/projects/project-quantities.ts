import { isMoney } from '../../quantity.ts';
import { equals, isFarOff } from './project-amounts.ts';
import { called, type Verdict } from './project-finding.ts';
import type { Known, LineKnown } from './project-known.ts';
import { countsLine, familyOf, mayBePersons, mayBeThings } from './project-nouns.ts';
import type { Claim } from './project-sentences.ts';
import { DOING, isBare, isOtherRate, isPart, PLAN, tellsOther } from './project-signs.ts';
import { type Right, rightFor } from './project-values.ts';

const EVENT =
  /年\d{1,2}月|\d月\d{1,2}日|\d{1,2}日|(?:他们|她们|来自|队员们|孩子们|同学们|暑假|寒假|暑期|春节|夏天|夏季|秋天|春天|冬天|仪式|现场|座谈会|开班|结业)/u;

/** The project itself does it: …组织30名, …共选派30人. */
const ITSELF = /[＊](?:项目|活动|行动|这一?项)?(?:将|要|共)?(?:组织|选派|资助|选取|选定|扶助|建设|建立|安排|支持)$/u;

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
  if (time.kind === 'each' || PLAN.test(clause) || usesItsWords(claim, first.words)) return 2;
  if (EVENT.test(clause) || (EVENT.test(sentence) && !PLAN.test(sentence))) return 0;
  if (time.kind !== 'open' && PLAN.test(sentence)) return 2;
  if (ITSELF.test(claim.clauseBefore)) return 2;
  return total || DOING.test(clause) || isBare(clause) ? 1 : 0;
}

/** Whether what is counted may be what the line counts. */
function countsSame({ number, clauseAfter }: Claim, known: LineKnown): boolean {
  if (!countsLine(number.unit, known)) return false;
  const family = familyOf(number.unit);
  if (family === 'people') return mayBePersons(clauseAfter, known);
  return family === 'sites' ? mayBeThings(clauseAfter, known) : true;
}

/** Lines that are named together are also added together. */
function withSums(rights: readonly Right[]): readonly number[] {
  if (rights.length < 2) return [];
  const [years, totals] = [rights.map((r) => r.told[0]?.value ?? 0), rights.map((r) => r.told.at(-1)?.value ?? 0)];
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  return [sum(years), sum(totals)];
}

const SOME_CITIES = /[两二三23](?:个|座)?(?:市|城)|另一|其他/u;
const OPEN = { kind: 'open', years: [] } as const;
const ALL = { kind: 'open', who: 'all' } as const;

/** A number of what the line counts that fits none of the readings its sentence allows. */
export function judgeQuantity(claim: Claim): Verdict | null {
  const { number, executors, time, total } = claim;
  const lines = claim.lines.filter(
    (k) => k.line.row !== undefined && countsSame(claim, k) && (k.executors.length > 0 || executors.kind === 'open'),
  );
  const [first] = lines;
  if (!first || tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u)) return null;
  // A county is no executor: how much of its city's number is its own is not said.
  if (claim.countyNamed && executors.kind === 'open' && first.executors.length > 0) return null;
  if (first.executors.length > 0 && executors.kind === 'open' && SOME_CITIES.test(claim.clauseBefore)) return null;
  if (number.unit === '批' && time.kind === 'open') return null;
  const rights = lines.map((k) => rightFor(k, time, executors));
  const fits = (k: Known) => equals(number.value, number.unit, k);
  if (rights.some((r) => r.fit.some(fits))) return null;
  // Of several lines it is not clear which number is for which: any of theirs will do.
  if (lines.length > 1 && lines.some((k) => rightFor(k, OPEN, ALL).fit.some(fits))) return null;
  const together = /共|合|加|一起|总|两项|两行/u.test(claim.sentence) ? claim.named : lines;
  const counted = together.filter((k) => countsLine(number.unit, k)).map((k) => rightFor(k, time, executors));
  if (withSums(counted).some((value) => equals(number.value, number.unit, asKnown(value, first)))) return null;
  return verdict(claim, first, rights, sureness(claim, first), total);
}

const asKnown = (value: number, { line }: LineKnown): Known => ({
  ...{ value, unit: line.unit, fact: null, words: '', written: '' },
});

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
  if (number.approximate) return estimate(claim, first, told, pinned);
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
      : { expected: `${called(first)}${told.map((k) => k.words).join('；')}；${missing.join('、')}年本年未列` }),
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
    expected: `${called(known)}${year}年本年未列${when === '' ? '' : `；${when}`}`,
    written: known.where(year, who),
    mend: `附件这一格是空的：改成写了数的年份，或者写“${year}年本年未列”；如果说的是做了多少，写明是上报数。`,
  };
}

function estimate({ number }: Claim, first: LineKnown, told: readonly Known[], pinned: boolean): Verdict | null {
  if (!pinned || told.length === 0 || !isFarOff(number.value, number.unit, told)) return null;
  return { severity: 'warning', code: 'project-number', what: `${called(first)}的约数与文件相差很大`, told };
}
