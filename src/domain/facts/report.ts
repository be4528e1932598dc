import { isRateUnit } from '../plan/amount.ts';
import { membersOf } from '../plan/cell.ts';
import type { LineYear } from '../plan/line-year.ts';
import { inQuotes } from '../plan/quotation.ts';
import type { PlaceWord } from '../programme/place-words.ts';
import { type ProgressRow, whenOf } from '../programme/progress.ts';
import type { Line } from '../programme/project.ts';
import type { Fact } from './fact.ts';
import { yearFactId } from './plan.ts';

/** The id of the value reported for one number. */
export function reportedFactId(line: Line, { year, executor }: Pick<ProgressRow, 'year' | 'executor'>): string {
  const sum = reportedYearFactId(line, year);
  return membersOf(executor).length > 1 ? sum : `${sum}-${executor}`;
}
/** The id of the sum reported for a line in a year. */
export const reportedYearFactId = (line: Line, year: number | null) => `${line.id}-reported-${year ?? 'whole'}`;

/** The id of what was reported for a line in a year: of one executor its own value, of several their sum. */
export function reportedOf(line: Line, { rows, year }: Pick<LineYear, 'rows' | 'year'>): string {
  const [only, ...more] = rows;
  return only && more.length === 0 ? reportedFactId(line, only) : reportedYearFactId(line, year);
}

/** Whether a row has no report of its own: it adds up those of single years and units. */
const isSum = ({ year, executor }: ProgressRow) => year === null || membersOf(executor).length > 1;

/** What was reported so far of a number that is set for several years or units together. */
function sumReported(line: Line, row: ProgressRow, rows: readonly ProgressRow[], executorName: (id: string) => string) {
  const members = membersOf(row.executor);
  const all = rows.filter(
    (one) =>
      !isSum(one) && one.reported && members.includes(one.executor) && (row.year === null || one.year === row.year),
  );
  // Shares are not added: the newest stands for how far it has come.
  const isRate = isRateUnit(line.unit);
  const parts = isRate ? all.filter((one) => one.reported?.report === row.reported?.report).slice(-1) : all;
  const said = `${row.reported?.quantity}${line.unit}`;
  return {
    id: reportedFactId(line, row),
    subject: { kind: 'project' as const, id: line.project },
    label: `${line.short}${whenOf(row)}上报数，${executorName(row.executor)}`,
    value: row.reported?.quantity ?? 0,
    unit: line.unit,
    sentence: `${whenOf(row)}，${inQuotes(line.title)}已上报${said}，${isRate ? '是最近一次上报的' : '各次上报的合计'}。`,
    basis: {
      kind: 'derived' as const,
      steps: [{ expression: parts.map((one) => one.reported?.quantity).join(' + '), result: said }],
      from: parts.map((one) => reportedFactId(line, one)),
    },
  };
}

/** Values that count now, each from the report it stands in. Superseded ones stay in the history, not here. */
export function reportFacts(line: Line, rows: readonly ProgressRow[], executorName: (id: string) => string): Fact[] {
  return rows.flatMap((row) => {
    if (!row.reported) return [];
    const { quantity, report } = row.reported;
    if (isSum(row)) return sumReported(line, row, rows, executorName);
    return {
      id: reportedFactId(line, row),
      subject: { kind: 'project' as const, id: line.project },
      label: `${line.short}${row.year}年上报数，${executorName(row.executor)}`,
      value: quantity,
      unit: line.unit,
      sentence: `${executorName(row.executor)}上报：${row.year}年${row.reported.part ?? ''}${inQuotes(line.title)}${quantity}${line.unit}，截至${report.as_of}。`,
      basis: {
        kind: 'reported' as const,
        by: report.reported_by,
        date: report.date,
        sample: report.sample,
      },
    };
  });
}

/** Sum of what was reported for a line in a year, with who is still missing in the words. */
export function reportedYearFact(line: Line, year: LineYear, reporter: PlaceWord): Fact[] {
  const answered = year.rows.filter((r) => r.reported !== null);
  if (year.reported === null) return [];
  const all = year.answered === year.concerned;
  return [
    {
      id: reportedYearFactId(line, year.year),
      subject: { kind: 'project', id: line.project },
      label: `${line.short}${year.when}上报数，${all ? '' : `已报${reporter.noun}`}合计`,
      value: year.reported,
      unit: line.unit,
      sentence: `${year.when}${inQuotes(line.title)}已上报${year.reported}${line.unit}，${year.concerned}${reporter.measure}${reporter.noun}${all ? '都' : `中${year.answered}${reporter.measure}`}有上报。`,
      basis: {
        kind: 'derived',
        steps: [
          {
            expression: answered.map((r) => r.reported?.quantity).join(' + '),
            result: `${year.reported}${line.unit}`,
          },
        ],
        from: [
          ...answered.map((r) => reportedFactId(line, r)),
          ...(year.target === null ? [] : [yearFactId(line, year.year)]),
        ],
      },
    },
  ];
}
