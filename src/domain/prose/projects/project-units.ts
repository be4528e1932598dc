import { called, type Verdict } from './project-finding.ts';
import type { Known, LineKnown } from './project-known.ts';
import { countsLine } from './project-nouns.ts';
import type { Claim } from './project-sentences.ts';
import { isBare, isOtherRate, isPart, PLAN, tellsOther } from './project-signs.ts';
import { rightFor } from './project-values.ts';

/** Units in which somebody may state a line by mistake; times, ranks and shares are none. */
const MISTAKEN = /^(?:[人名位个所间处座批元封篇册本套件场次户家支课节]|批次|万元|亿元|人次|场次|课时|学时)$/u;

/** A number that is the plan's, with a unit in which the plan does not count the line: 某项目2019年5人. */
export function judgeUnit(claim: Claim): Verdict | null {
  const { number, lines, time, executors, clause, clauseAfter } = claim;
  const [first] = lines;
  if (!first || lines.length > 1 || first.line.row === undefined || number.approximate) return null;
  if (!MISTAKEN.test(number.unit) || countsLine(number.unit, first)) return null;
  // 每人5元 is no number of the line; 10场宣讲 counts something else.
  if (!/^(?:$|[，,。；;、）)！])/u.test(clauseAfter)) return null;
  if (tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u) || /每[人名位个所]/u.test(clause))
    return null;
  if (time.kind === 'open' && executors.kind === 'open') return null;
  const { fit, told } = rightFor(first, time, executors);
  if (!fit.some(({ value }) => value === number.value)) return null;
  const plain = isBare(clause.replaceAll(number.unit, ''));
  if (!plain && !PLAN.test(clause) && time.kind !== 'each') return null;
  return { ...unitVerdict(first, told), severity: plain ? 'error' : 'warning' };
}

const unitVerdict = (known: LineKnown, told: readonly Known[]): Verdict => ({
  severity: 'error',
  code: 'project-unit',
  what: `${called(known)}的单位与文件不一致`,
  told,
});
