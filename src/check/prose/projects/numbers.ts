import type { PlanRule, ProseBlock, ProseFinding } from '../prose.ts';
import { judgeBatches } from './batches.ts';
import { clauseRules } from './clauses.ts';
import { wrongComparisons } from './comparisons.ts';
import { judgeCost } from './costs.ts';
import { judgeDays } from './days.ts';
import { findingOf, type Verdict, type Wrong } from './finding.ts';
import { judgeDerivedMoney } from './money.ts';
import { monthsIn } from './months.ts';
import { wrongPeriods } from './periods.ts';
import { wrongYears } from './placed.ts';
import { programmeMoneyReader } from './programme.ts';
import { judgeQuantity } from './quantities.ts';
import { type Claim, claimReader } from './sentences.ts';
import type { Said } from './subjects.ts';
import { planTables } from './tables.ts';
import { namesOtherTime } from './time.ts';
import { judgeUnit, wrongUnits } from './units.ts';
import { wrongPlaces } from './written-findings.ts';

/** What is wrong with a number, by what it states: for one, how long, how many, how much in all. */
function judge(claim: Claim): Verdict | null {
  const cost = judgeCost(claim);
  if (cost !== undefined) return cost;
  const days = judgeDays(claim);
  if (days !== undefined) return days;
  return judgeQuantity(claim) ?? judgeDerivedMoney(claim) ?? judgeBatches(claim) ?? judgeUnit(claim);
}

/** Numbers, months and years typed by hand beside the name of a project that contradict the plan. */
export const projectNumbers: PlanRule = ({ programme }) => {
  const { claims, executors, find, lines, read, subjects } = claimReader(programme);
  const inTables = planTables(programme);
  const wholeMoney = programmeMoneyReader(programme, find);
  const { years } = programme.document;
  const issued = Number(programme.document.date.slice(0, 4));
  const ofClauses = clauseRules(programme);
  const ofPlan = (rule: (said: Said) => Wrong[]) => (said: Said) =>
    namesOtherTime(said.text, years, issued) ? [] : rule(said);
  /** What a sentence says wrongly of a line besides its numbers. */
  const rules: readonly ((said: Said) => Wrong[])[] = [
    (said) => monthsIn(said, lines, (text) => namesOtherTime(text, years, issued)),
    (said) => wrongPeriods(said, programme),
    ofPlan((said) => wrongYears(said, lines, executors)),
    ofPlan((said) => wrongComparisons(said, { lines, executors, read })),
    ofPlan((said) => ofClauses(said, lines)),
    (said) => wrongUnits(said, lines),
    wrongPlaces({ executors: executors.read, lines, read }),
  ];
  const inSentence = (source: ProseBlock, block: number, said: Said): ProseFinding[] =>
    rules.flatMap((rule) =>
      rule(said).map(({ start, end, severity, ...told }): ProseFinding => {
        const range = { start: start + said.start, end: end + said.start };
        const found = `“${source.text.slice(range.start, range.end)}”`;
        return { block, ...range, ...told, found, severity: source.quoted ? 'warning' : severity };
      }),
    );

  return ({ blocks }) => {
    const cityNamed = blocks.some((b) => b.text.search(executors.city) >= 0 || executors.county.test(b.text));
    const told = blocks.flatMap((source, block) => {
      const sentences = subjects(source);
      const numbers = sentences.flatMap((said) =>
        claims(said, source, cityNamed).flatMap((claim) => {
          const verdict = said.implied ? judgeCost(claim) : judge(claim);
          return verdict ? [findingOf(claim, source.text, block, source.quoted, verdict)] : [];
        }),
      );
      // A number that is wrong is not told again as a year that is.
      const others = sentences
        .flatMap((said) => (said.implied ? [] : inSentence(source, block, said)))
        .filter((f) => !numbers.some((n) => n.start < f.end && f.start < n.end));
      return [...numbers, ...others, ...wholeMoney(source, block)];
    });
    return [...told, ...inTables(blocks)];
  };
};
