import { cellsOf, isSet, membersOf, totalsAlone } from '#domain/plan/cell.ts';
import { partWords, periodOf } from '#domain/plan/period.ts';
import { defaultExecutors } from '#domain/programme/programme.ts';
import type { Report } from '#domain/programme/report.ts';
import { listed } from '#domain/search/nearest.ts';
import { type Finding, finding, shown } from '../finding.ts';
import { calledIn } from './called.ts';
import { type Draft, fileOfReport, type Rule } from './draft.ts';
import { idMend, meantId, namedThings } from './named-things.ts';
import { executorsOf, executorsSaid, usualExecutors } from './pairing-roles.ts';

/** What those who report are called, as `site.yaml` has it; `thisReporter`: 这所学校. */
const reporterOf = ({ site }: Draft): string => site?.words?.reporter?.noun ?? '单位';
const thisReporter = (draft: Draft): string => `这${draft.site?.words?.reporter?.measure ?? '个'}${reporterOf(draft)}`;

/** The report as a whole: who, and when. */
function wholeReport(draft: Draft, report: Report): Finding[] {
  const file = fileOfReport(report);
  const known = executorsOf(draft);
  const found: Finding[] = [];
  if (known && !known.has(report.executor)) {
    const meant = meantId(report.executor, namedThings(draft).executor);
    const near = meant ? idMend(report.executor, namedThings(draft).executor) : '';
    const mend = `${near}文件名是“${reporterOf(draft)}id-年-月-日.yaml”，${reporterOf(draft)}只能是：${listed(usualExecutors(draft))}。`;
    found.push(
      finding({
        file,
        path: [],
        code: 'unknown-executor',
        what: '没有这个执行单位',
        found: `文件名里的“${report.executor}”`,
        expected: executorsSaid(draft),
        mend,
      }),
    );
  }
  if (report.date > draft.today) {
    found.push(
      finding({
        file,
        path: [],
        code: 'report-in-future',
        what: '上报日期还没有到',
        found: `文件名里的“${report.date}”`,
        expected: `不晚于今天（${draft.today}）`,
        mend: '改正文件名里的日期；今天的日期由 SITE_NOW 指定，不指定就是电脑上的今天。',
      }),
    );
  }
  if (report.as_of > report.date) {
    found.push(
      finding({
        file,
        path: ['as_of'],
        code: 'as-of-after-report',
        what: '截至日期晚于上报日期',
        found: shown(report.as_of),
        expected: `不晚于文件名里的 ${report.date}`,
        mend: '改正 as_of，或者改正文件名里的日期。',
      }),
    );
  }
  return found;
}

function row(draft: Draft, report: Report, index: number, seen: Set<string>): Finding[] {
  const called = calledIn(draft);
  const { line, year, unit, period } = report.rows[index] ?? { line: '', year: 0, unit: '' };
  const when = period === undefined ? `${year}年` : `${year}年${partWords(periodOf(period))}`;
  const at = (key: string) => ({ file: fileOfReport(report), path: ['rows', index, key] });
  if (draft.knownLines && !draft.knownLines.has(line)) {
    const mend = idMend(line, namedThings(draft).line);
    return [
      finding({
        ...at('line'),
        code: 'unknown-line',
        what: `没有这${called.lines}`,
        found: shown(line),
        expected: `projects/ 里有的${called.line} id`,
        mend,
      }),
    ];
  }
  const found: Finding[] = [];
  if (seen.has(`${line} ${when}`)) {
    found.push(
      finding({
        ...at('line'),
        code: 'line-twice-in-report',
        what: '同一份上报里同一行写了两次',
        found: `“${line}”${when}又出现了一次`,
        expected: `每${called.lines}每一年、每一段时间只有一行`,
        mend: '删掉一行；要改数就只留改后的数。',
      }),
    );
  }
  seen.add(`${line} ${when}`);
  const years = draft.document?.years;
  if (years && !years.includes(year)) {
    found.push(
      finding({
        ...at(period === undefined ? 'year' : 'period'),
        code: 'year-outside-plan',
        what: `这一年不在${called.document}的年度里`,
        found: period ?? String(year),
        expected: `${years.join('、')}中的一年`,
        mend: period === undefined ? '改正年份。' : '改正 period 开头的年份。',
      }),
    );
    return found;
  }
  const [own, another] = draft.projects.flatMap((p) => p.lines).filter((l) => l.id === line);
  if (own && !another && own.unit !== unit) {
    found.push(
      finding({
        ...at('unit'),
        code: 'wrong-unit',
        what: '单位不对',
        found: shown(unit),
        expected: `“${own.unit}”`,
        mend: `改成 ${own.unit}；数也要按这个单位写。`,
      }),
    );
  }
  return [
    ...found,
    ...(own ? cell(draft, report, index, own.row === undefined ? (own.executors ?? null) : undefined) : []),
  ];
}

/** Who reports has a cell for this line and year; `unquantified` are those who report on a line that no annex lists. */
function cell(
  draft: Draft,
  report: Report,
  index: number,
  unquantified: readonly string[] | null | undefined,
): Finding[] {
  const called = calledIn(draft);
  const { line, year } = report.rows[index] ?? { line: '', year: 0 };
  if (executorsOf(draft)?.has(report.executor) === false) return [];
  const inAnnex = draft.tables.some(({ table }) => table.kind === 'targets' && table.rows.some((r) => r.line === line));
  // A line and its annex row that do not find each other are told by their own rule.
  if (inAnnex === (unquantified !== undefined)) return [];
  const base = { file: fileOfReport(report), path: ['rows', index, 'line'] };
  if (unquantified !== undefined) {
    const allowed =
      unquantified ??
      (draft.site && draft.pairings ? defaultExecutors({ site: draft.site, pairings: draft.pairings }) : null);
    if (!allowed || allowed.includes(report.executor)) return [];
    return [
      finding({
        ...base,
        code: 'not-an-executor',
        what: `${thisReporter(draft)}不报这一行`,
        found: `${report.executor} 报“${line}”`,
        expected: `由 ${listed(allowed)} 上报`,
        mend: '删掉这一行；如果确实由它上报，就加到项目文件里这一行的 executors。',
      }),
    ];
  }
  if (!draft.tablesWhole) return [];
  const cells = draft.tables
    .flatMap(({ table }) => (table.kind === 'targets' ? [...cellsOf(table), ...totalsAlone(table)] : []))
    .filter((c) => c.line === line && (c.year === year || (c.year === null && isSet(c))));
  // A number that is set for all years together, or for several units, is reported by each in each year.
  const all = cells.filter((c) => membersOf(c.executor).includes(report.executor));
  const own = all.find(isSet) ?? all[0];
  if (!own) {
    const who = [...new Set(cells.flatMap((c) => membersOf(c.executor)))];
    const expected = who.length > 0 ? `由 ${listed(who)} 上报` : `${called.annex}里有的一${called.cells}`;
    return [
      finding({
        ...base,
        code: 'not-an-executor',
        what: `${called.annex}里这一行这一年没有${thisReporter(draft)}的${called.cell}`,
        found: `${report.executor} 报“${line}”${year}年`,
        expected,
        mend: `核对${called.line}、年份和文件名里的${reporterOf(draft)}，改错的那一个。`,
      }),
    ];
  }
  if (isSet(own)) return [];
  return [
    finding({
      ...base,
      severity: 'warning',
      code: 'report-on-empty-cell',
      what: `${called.annex}里这一${called.cells}是空的`,
      found: `${report.executor} 报“${line}”${year}年`,
      expected: `有计划数的一${called.cells}`,
      mend: `核对年份和${called.line}；确实做了计划外的事，可以不改，网页上写“本年未列”。`,
    }),
  ];
}

/** Reports fit the plan: known lines, units, years and executors, each number once, dates that have come. */
export const reports: Rule = (draft) =>
  draft.reports.flatMap((report) => {
    const seen = new Set<string>();
    return [...wholeReport(draft, report), ...report.rows.flatMap((_, index) => row(draft, report, index, seen))];
  });
