import { called, type Verdict } from './finding.ts';
import { familyOf, mayBePersons } from './nouns.ts';
import type { Claim } from './sentences.ts';
import { isOtherRate, isPart, PLAN, tellsOther } from './signs.ts';

/** 每年2人 of a line that is planned in 批次: the plan names no number of persons. */
export function judgeBatches(claim: Claim): Verdict | null {
  const { number, time, clause, clauseAfter, lines } = claim;
  const [first] = lines;
  if (!first || lines.length > 1 || familyOf(number.unit) !== 'people' || familyOf(first.line.unit) !== 'batches')
    return null;
  if (number.approximate || tellsOther(claim) || isOtherRate(claim) || isPart(claim.before, /[＃]/u)) return null;
  if (!mayBePersons(clauseAfter, first)) return null;
  // A number of persons beside the number of batches is a detail, not a wrong unit.
  if (/\d*批次?/u.test(clause)) return null;
  if (time.kind !== 'each' && !(time.kind === 'sum' && PLAN.test(clause))) return null;
  const told = first.years.flatMap((y) => first.inYear(y, 'all') ?? []);
  return {
    severity: 'warning',
    code: 'project-unit',
    what: `${called(first)}在文件里按${first.line.unit}计，没有写人数`,
    told,
    mend: `把单位改成${first.line.unit}，或者写<Num fact="${told[0]?.fact ?? ''}"/>；如果说的是一批里的人数，写明出处。`,
  };
}
