import { finding } from '#check/finding.ts';
import type { Draft, FiledFacts, FiledTable } from '#check/rules/draft.ts';
import { sourcesSchema } from '#domain/outside/citation.ts';
import { coverageSchema, type WrittenCoverage } from '#domain/outside/coverage.ts';
import { outsideFactsSchema } from '#domain/outside/outside-fact.ts';
import { type PlanDocument, tableSchema } from '#domain/plan/plan.ts';
import { type Project, projectSchema } from '#domain/programme/project.ts';
import { type Report, reportName, reportSchema } from '#domain/programme/report.ts';
import { nearest } from '#domain/search/nearest.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { ContentFiles } from './content-files.ts';

const DATA_FILE = /\.(ya?ml|json|txt|csv|xlsx?|docx?)$/i;
const ID = /^[a-z][a-z0-9-]*$/;

/** A file that lies where content is read but would be passed over: an error, for its writer thinks it counts. */
function passedOver(files: ContentFiles, file: string, mend: string): void {
  const severity = DATA_FILE.test(file) ? 'error' : 'warning';
  files.report(file, {
    code: 'unexpected-file',
    what: '网站不读这个文件',
    now: '放在这里',
    should: '是能用的文件名',
    mend,
    severity,
  });
}

/** The annexes that `document.yaml` lists, in its order; files that it does not list are told. */
export function readTables(
  files: ContentFiles,
  document: PlanDocument | null,
): { tables: FiledTable[]; whole: boolean } {
  const present = files.names('plan').filter((name) => name !== 'document.yaml' && name !== 'body.yaml');
  const names = document?.annexes ?? present.filter((n) => n.endsWith('.yaml')).map((n) => n.slice(0, -5));
  const tables: FiledTable[] = [];
  for (const name of names) {
    const file = `plan/${name}.yaml`;
    if (!present.includes(`${name}.yaml`)) {
      const near = nearest(
        name,
        present.map((n) => n.replace(/\.yaml$/, '')).filter((n) => !names.includes(n)),
      );
      files.add([
        finding({
          file: 'plan/document.yaml',
          path: ['annexes', names.indexOf(name)],
          code: 'missing-file',
          what: '没有这张表的文件',
          now: `是“${name}”`,
          should: '是 plan/ 里有的文件名（不带 .yaml）',
          mend: near ? `是不是想写“${near}”？` : `在 plan/ 里建好 ${name}.yaml，或者从 annexes 里删掉它。`,
        }),
      ]);
      continue;
    }
    const { value: table } = files.read(file, tableSchema);
    if (table) tables.push({ file, table });
  }
  for (const name of present.filter((n) => document !== null && !names.includes(n.replace(/\.yaml$/, '')))) {
    passedOver(
      files,
      `plan/${name}`,
      '正文后面的表要列在 plan/document.yaml 的 annexes 里（不带 .yaml）；用不着就删掉这个文件。',
    );
  }
  return { tables, whole: document !== null && tables.length === names.length };
}

/** Projects by file name; `lines` holds every line id that stands there, also of files that failed; null: unknown. */
export function readProjects(files: ContentFiles): { projects: Project[]; whole: boolean; lines: Set<string> | null } {
  const projects: Project[] = [];
  const names = files.names('projects');
  let lines: Set<string> | null = new Set();
  if (names.length === 0) {
    files.report('projects', {
      code: 'missing-file',
      what: '一个项目也没有',
      now: 'projects/ 是空的',
      should: '每个项目有一个文件',
      mend: '照 content/README.md 里的例子建好 projects/<项目id>.yaml。',
    });
  }
  for (const name of names) {
    const file = `projects/${name}`;
    const id = name.replace(/\.yaml$/, '');
    if (!name.endsWith('.yaml') || !ID.test(id)) {
      const own = pinyinId(name.replace(/\.[A-Za-z]+$/, '')) || '项目id';
      passedOver(files, file, `文件名改成“${own}.yaml”这样：小写拼音字母、数字和连字符，结尾是 .yaml。`);
      lines = null;
      continue;
    }
    const { value, raw } = files.read(file, projectSchema);
    const listed = (raw as { lines?: unknown } | undefined)?.lines;
    if (!Array.isArray(listed)) lines = null;
    else for (const line of listed) if (typeof line?.id === 'string') lines?.add(line.id);
    if (value) projects.push({ ...value, id, lines: value.lines.map((line) => ({ ...line, project: id })) });
  }
  return { projects, whole: names.length > 0 && projects.length === names.length, lines };
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

/** The reports of one folder; executor and day come from the file name. A missing folder is no report. */
export function readReports(
  files: ContentFiles,
  folder: string,
  sample: boolean,
): { reports: Report[]; whole: boolean } {
  const reports: Report[] = [];
  let whole = true;
  for (const name of files.names(folder)) {
    const file = `${folder}/${name}`;
    const id = name.replace(/\.yaml$/, '');
    const [, executor, date] = reportName.exec(id) ?? [];
    if (!name.endsWith('.yaml') || executor === undefined || date === undefined) {
      passedOver(files, file, '文件名改成“单位id-年-月-日.yaml”，例如 <单位id>-2019-12-31.yaml。');
      if (DATA_FILE.test(name)) whole = false;
      continue;
    }
    const { value } = files.read(file, reportSchema);
    if (!exists(date)) {
      files.report(file, {
        code: 'no-such-date',
        what: '没有这一天',
        now: `文件名里是“${date}”`,
        should: '是日历上有的日期',
        mend: '对照日历改正文件名里的日期。',
      });
      whole = false;
    } else if (value) reports.push({ ...value, id, executor, date, sample });
    else whole = false;
  }
  return { reports, whole };
}

const idNamed = (name: string): string | null => {
  const id = name.replace(/\.yaml$/, '');
  return name.endsWith('.yaml') && ID.test(id) ? id : null;
};

/** What others published and what is said outside the document; both folders may be missing. */
export function readOutside(
  files: ContentFiles,
): Pick<Draft, 'outside' | 'sources' | 'coverage' | 'knownSources'> & { readonly whole: boolean } {
  let whole = true;
  const entries = (folder: string, kind: string) =>
    files.names(folder).flatMap((name): { file: string; id: string }[] => {
      const id = idNamed(name);
      if (id !== null) return [{ file: `${folder}/${name}`, id }];
      const own = pinyinId(name.replace(/\.[A-Za-z]+$/, '')) || kind;
      passedOver(files, `${folder}/${name}`, `文件名改成“${own}.yaml”这样：小写拼音字母、数字和连字符，结尾是 .yaml。`);
      if (DATA_FILE.test(name)) whole = false;
      return [];
    });
  const own = files.read('outside/sources.yaml', sourcesSchema, true);
  const outside = entries('outside', '地方id').flatMap(({ file, id: place }): FiledFacts[] => {
    if (place === 'sources') return [];
    const { value: facts } = files.read(file, outsideFactsSchema);
    return facts ? [{ place, facts }] : [];
  });
  const reports = entries('coverage', '报道id');
  const coverage = reports.flatMap(({ file, id }): WrittenCoverage[] => {
    const { value } = files.read(file, coverageSchema);
    return value ? [{ ...value, id }] : [];
  });
  const wanted = files.names('outside').filter((name) => idNamed(name) !== null && name !== 'sources.yaml').length;
  const read = outside.length === wanted && coverage.length === reports.length && (own.value !== null || !own.exists);
  const written = typeof own.raw === 'object' && own.raw !== null ? Object.keys(own.raw) : null;
  const knownSources =
    own.exists && written === null ? null : new Set([...(written ?? []), ...reports.map(({ id }) => id)]);
  return { outside, sources: own.value ?? {}, coverage, knownSources, whole: whole && read };
}
