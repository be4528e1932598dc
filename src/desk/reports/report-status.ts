import type { Programme } from '#domain/programme/programme.ts';
import { type ReportedNumber, reportedNumbers, reportingUnits } from '#domain/programme/reported-numbers.ts';
import { longDate } from '#format/date.ts';
import { act } from '../act.ts';
import { programmeOf, wantUnit, wantYear } from './asked-programme.ts';
import { lastReportOf } from './filled-report.ts';

/** Numbers of which the plan says that they are to come, or of which something came all the same. */
const isAwaited = ({ own, shared }: ReportedNumber) =>
  own === null ? shared !== null : own.status !== 'not-listed' || own.reported !== null;

/** What has come of a unit in a year, and what has not. */
function yearLine(programme: Programme, unit: string, year: number): string | null {
  const awaited = reportedNumbers(programme, unit, year).filter(isAwaited);
  if (awaited.length === 0) return null;
  const missing = awaited.filter(({ own }) => !own?.reported);
  const known = awaited.length - missing.length;
  const rest = missing.map(({ line }) => line.short).join('、');
  const state = known === 0 ? `${awaited.length}项都还没有收到` : `${awaited.length}项里收到${known}项`;
  return `  ${year}年　${state}${known > 0 && missing.length > 0 ? `；还没有：${rest}` : ''}`;
}

/** Who has reported what of which year, and who has not. */
function statusOf(programme: Programme, units: readonly string[], years: readonly number[]): string {
  return units
    .map((unit) => {
      const last = lastReportOf(programme.content.reports, unit);
      const head = `${programme.executorName(unit)}（${unit}）`;
      const when = last ? `最近一份 ${longDate(last.date)}报，数字截至${longDate(last.as_of)}` : '还没有收到过';
      return [`${head}　${when}`, ...years.flatMap((year) => yearLine(programme, unit, year) ?? [])].join('\n');
    })
    .join('\n');
}

/** Shows who has reported what for which year, and who has not. */
export const reportStatus = act({
  name: 'report:status',
  values: ['unit', 'year'],
  switches: [],
  undone: '',
  failed: '没有看成',
  untouched: '什么也没有改。',
  run: ({ given }, { environment }) => {
    const programme = programmeOf(environment, '');
    const [unit, year] = [given.get('unit'), given.get('year')];
    const units = unit === undefined ? reportingUnits(programme) : [wantUnit(programme, unit)];
    const years = year === undefined ? programme.document.years : [wantYear(programme, year)];
    return `${statusOf(programme, units, years)}

下一步
  要一份空的上报表：npm run report:template -- --unit 单位编号 --year 年份
  收到填好的：npm run report:import -- 文件名`;
  },
});
