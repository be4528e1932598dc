import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import type { Report } from '#domain/programme/report.ts';
import { type ReportedNumber, reportedNumbers } from '#domain/programme/reported-numbers.ts';
import { dayInChina } from '#format/date.ts';
import { plannedWords, standingWords } from '#format/reported-number.ts';
import { act, type Desk, type Done, Misused, NotDone } from '../act.ts';
import { replaceFile } from '../replace-file.ts';
import { openTables } from '../spreadsheet/open-tables.ts';
import { programmeOf } from './asked-programme.ts';
import { type ReadForm, readForm } from './filled-report.ts';
import { filledForm } from './form-rows.ts';

const UNDONE = '没有写任何文件。';

/** A report as it lies in the content: a line of the plan a line of the file. */
export function reportYaml({ as_of, reported_by, rows }: Report): string {
  const document = new Document({ as_of, reported_by, rows });
  const day = document.get('as_of', true);
  if (isScalar(day)) day.type = Scalar.QUOTE_SINGLE;
  const list = document.get('rows');
  if (isSeq(list)) for (const row of list.items) if (isMap(row)) row.flow = true;
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** One number that the report changes, as the site has it now and afterwards. */
export interface ReportChange {
  readonly line: string;
  readonly title: string;
  readonly year: number;
  readonly quantity: number;
  readonly unit: string;
  readonly note: string | null;
  readonly planned: string;
  readonly before: string;
  readonly after: string;
}

/** What the site says of the numbers of a report, without it and with it. */
export function changesOf(programme: Programme, report: Report): ReportChange[] {
  const others = programme.content.reports.filter(({ id }) => id !== report.id);
  const next = assemble({ ...programme.content, reports: [...others, report] });
  const find = (one: Programme, line: string, year: number): ReportedNumber | undefined =>
    reportedNumbers(one, report.executor, year).find((number) => number.line.id === line);
  return report.rows.flatMap(({ line, year, quantity, unit, note }) => {
    const [before, after] = [find(programme, line, year), find(next, line, year)];
    if (!before || !after) return [];
    return {
      ...{ line, title: before.line.title, year, quantity, unit, note: note ?? null },
      planned: plannedWords(before, programme.executorName),
      ...{ before: standingWords(before), after: standingWords(after) },
    };
  });
}

const changeLines = ({ title, year, planned, before, after, note }: ReportChange): string =>
  `  ${title}　${year}年，计划：${planned}\n    现在　${before}\n    以后　${after}${note === null ? '' : `（说明：${note}）`}`;

/** What is printed for programs: one object. */
const asJson = (
  file: string,
  { report, errors, notes, unreported }: ReadForm,
  changes: readonly ReportChange[],
  written: string | null,
) =>
  JSON.stringify({
    file,
    unit: report?.executor ?? null,
    date: report?.date ?? null,
    as_of: report?.as_of ?? null,
    reported_by: report?.reported_by ?? null,
    rows: changes,
    unreported: unreported.map(({ line, year }) => ({ line: line.id, title: line.title, year })),
    errors,
    notes,
    written,
  });

/** What there is of a file in which no form was found. */
const NOTHING_READ: ReadForm = { errors: [], notes: [], report: null, numbers: [], unreported: [] };

/** Where a report lies; an older one of the same day that says the same is left, another one is not overwritten. */
function placeOf(report: Report, contentDir: string): { path: string; isThere: boolean } | { taken: string } {
  const path = join(contentDir, 'reports', `${report.id}.yaml`);
  if (!existsSync(path)) return { path, isThere: false };
  if (readFileSync(path, 'utf8') === reportYaml(report)) return { path, isThere: true };
  return {
    taken: `这个单位 ${report.date} 已经报过一份，数不一样：reports/${report.id}.yaml。报过的不改：更正的另报一份，“上报日期”写晚一天。`,
  };
}

function importFile(file: string, switches: ReadonlySet<'dry-run' | 'json'>, desk: Desk): Done {
  const { environment, cwd, shown, say } = desk;
  const json = switches.has('json');
  const name = basename(file);
  const opened = openTables(file, cwd);
  const form = 'refused' in opened ? { wrong: [opened.refused] } : filledForm(opened.tables);
  if ('wrong' in form || 'refused' in opened) {
    const errors = 'wrong' in form ? form.wrong : [];
    if (json) return { text: asJson(name, { ...NOTHING_READ, errors }, [], null), code: 1 };
    throw new NotDone(`${name}：${errors.join('\n')}\n\n${UNDONE}`);
  }
  const { left } = opened;
  if (!json) say('■ 读内容，和计划、和以前报的对……');
  const programme = programmeOf(environment, UNDONE);
  const filled = readForm(form, programme, dayInChina(environment.now.toISOString()));
  const read = { ...filled, notes: left === null ? filled.notes : [...filled.notes, left] };
  const { errors, notes, report, unreported } = read;
  if (!report) {
    if (json) return { text: asJson(name, read, [], null), code: 1 };
    if (errors.length === 0) throw new NotDone(`“完成数”一个也没有填。\n\n${UNDONE}`);
    const where = form.sheet === '' ? name : `${name}“${form.sheet}”`;
    const list = errors.map((one) => `  ${one}`).join('\n');
    throw new NotDone(`${where}有${errors.length}处要改：\n${list}\n改好以后再运行一次。\n\n${UNDONE}`);
  }
  const changes = changesOf(programme, report);
  const place = placeOf(report, environment.contentDir);
  if ('taken' in place) {
    if (json) return { text: asJson(name, { ...read, errors: [place.taken] }, changes, null), code: 1 };
    throw new NotDone(`${place.taken}\n\n${UNDONE}`);
  }
  const { path, isThere } = place;
  const dry = switches.has('dry-run');
  if (!isThere && !dry) replaceFile(path, reportYaml(report));
  const written = isThere || dry ? null : `reports/${report.id}.yaml`;
  if (json) return asJson(name, read, changes, written);
  const told = notes.length > 0 ? `\n\n看一下：\n${notes.map((one) => `  ${one}`).join('\n')}` : '';
  const head = `${programme.executorName(report.executor)}　${report.date}上报，数字截至${report.as_of}，${report.reported_by}`;
  const empty = unreported.map(({ line }) => line.short).join('、');
  const rest = empty === '' ? '' : `\n  没有填的（不是0，网页上不变）：${empty}`;
  const list = `${head}\n${changes.map(changeLines).join('\n')}${rest}${told}`;
  if (isThere) return `■ 以前导过，没有变：${shown(path)}\n${list}`;
  if (dry) return `网页上会这样变（还没有写）：\n${list}`;
  return `■ 记好了：${shown(path)}\n${list}\n\n下一步\n  npm run check，再 npm run build；谁报了、谁还没有，看 npm run report:status。`;
}

/** Reads a form that a unit filled in, shows what the site will say, and writes one report. */
export const reportImport = act({
  name: 'report:import',
  values: [],
  switches: ['dry-run', 'json'],
  others: 1,
  undone: UNDONE,
  failed: '没有记成',
  untouched: '没有写任何文件，以前的上报没有动。',
  run: ({ others: [file], switches }, desk) => {
    if (file === undefined) throw new Misused('要写填好的上报表是哪个文件：npm run report:import -- 上报表.xlsx');
    return importFile(file, switches, desk);
  },
});
