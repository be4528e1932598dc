import type { LineYear } from '../plan/line-year.ts';
import type { ProgrammeParts } from '../programme/parts.ts';
import type { ProgressRow } from '../programme/progress.ts';
import type { Line } from '../programme/project.ts';
import { type Fact, factIndex } from './fact.ts';
import { moneyFacts, programmeMoney } from './money.ts';
import { departmentFacts, documentFacts, statementFacts } from './other.ts';
import { journeyFacts, placeFacts } from './place.ts';
import { planFacts } from './plan.ts';
import { programmeFacts } from './programme.ts';
import { reportedYearFact, reportFacts } from './report.ts';

/** Years in which a line's text and annex differ, with the number of the statement in the text. */
function disagreeing(line: Line, lineYears: readonly LineYear[]): Map<number | null, number> {
  const differing = lineYears.filter((y) => y.line === line.id && y.disagreement !== null);
  return new Map(differing.map((y) => [y.year, y.disagreement?.at ?? 0] as const));
}

/** Every fact the site may print, by id, from the assembled parts of a programme. */
export function allFacts(
  parts: ProgrammeParts,
  progress: readonly ProgressRow[],
  lineYears: readonly LineYear[],
  executorName: (id: string) => string,
): Map<string, Fact> {
  const { projects, cells, journeys, places, document, clauses, departments, words } = parts;
  const lines = projects.flatMap((p) => p.lines);
  const dateClause = clauses.find((c) => c.role === 'date');
  const facts: Fact[] = [
    ...documentFacts(document, words.issued, dateClause?.id ?? null, dateClause?.text ?? ''),
    ...programmeFacts(journeys, projects, cells, lineYears, document, words),
    ...[...places.values()].flatMap(placeFacts),
    ...journeys.flatMap((journey) => journeyFacts(journey, journeys, words.third)),
    ...projects.flatMap(statementFacts),
    ...departments.flatMap((d) => departmentFacts(d.id, d.name, projects)),
  ];
  for (const line of lines) {
    const own = { cells: cells.filter((c) => c.line === line.id), years: document.years, executorName };
    const planned = planFacts(line, own, disagreeing(line, lineYears));
    facts.push(...planned, ...moneyFacts(line, document.years, new Map(planned.map((f) => [f.id, f]))));
    facts.push(
      ...reportFacts(
        line,
        progress.filter((r) => r.line === line.id),
        executorName,
      ),
    );
    for (const year of lineYears.filter((y) => y.line === line.id && y.rows.length > 1)) {
      facts.push(...reportedYearFact(line, year, words.reporter));
    }
  }
  const index = factIndex(facts);
  for (const year of [undefined, ...document.years])
    facts.push(...programmeMoney(lines, index, words.line.short, year));
  return factIndex(facts);
}
