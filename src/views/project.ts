import type { Fact } from '#domain/facts/fact.ts';
import { moneyFactOf, unitCostFactId } from '#domain/facts/money.ts';
import { plannedInAll, targetOf, textFactId, totalFactId } from '#domain/facts/plan.ts';
import { reportedOf } from '#domain/facts/report.ts';
import { type LineYear, runsOf, whenOfRun } from '#domain/plan/line-year.ts';
import { shortNumber } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { isQuantified, type Line, type Project } from '#domain/programme/project.ts';
import { yearSpan } from '#format/date.ts';
import { itemWords } from '#format/number.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { openWords, statusWords } from '#format/status.ts';
import { correctionsOfThing } from './corrections.ts';
import { coverageOfProject } from './coverage.ts';
import { numberIfAny } from './number.ts';
import { apartWords, backgroundOf } from './outside.ts';
import { projectData } from './page-search.ts';
import { build, routes } from './programme.ts';
import { planStanding } from './progress.ts';
import { stripOf } from './progress-strip.ts';
import { storiesOfProject } from './stories-here.ts';
import { taskRow } from './task-row.ts';

/** Names of departments with the address of their place on the departments page. */
export function departmentLinks(programme: Programme, ids: readonly string[]) {
  return ids.map((id) => ({
    id,
    name: programme.departments.find((d) => d.id === id)?.name ?? id,
    href: routes.department(id),
  }));
}

/** Of which part of a year all that is reported of it is: 上半年; null: of the whole, or not all of the same part. */
function partOf({ rows }: LineYear): string | null {
  const parts = new Set(rows.flatMap(({ reported }) => (reported ? [reported.part] : [])));
  const [part = null] = parts;
  return parts.size === 1 ? part : null;
}

/** The years of a line: planned and reported in all, the month, and what the text says instead. */
export function yearsOf(programme: Programme, line: Line) {
  const own = programme.lineYears.filter((y) => y.line === line.id);
  // Years of one number are one: what the text sets for each of them stands in one place.
  return runsOf(own, (a, b) => targetOf(line, a) === targetOf(line, b)).flatMap((run) => {
    const [y] = run;
    if (!y) return [];
    return {
      when: whenOfRun(run),
      target: y.planned === '' ? null : numberIfAny(programme, targetOf(line, y)),
      /** In words where no sum may be made, or where the document sets nothing. */
      open: y.planned || openWords(y.status, y.shared),
      reported: y.reported === null ? null : numberIfAny(programme, reportedOf(line, y)),
      part: partOf(y),
      status: statusWords(y.status, y.amount, y.shared),
      month: y.month,
      disagreement: y.disagreement,
    };
  });
}

function lineView(programme: Programme, line: Line) {
  const number = (id: string) => numberIfAny(programme, id);
  const rows = programme.progress.filter((r) => r.line === line.id);
  const { unit_cost: cost } = line;
  /** Whether an annex sets a number that the text can be held against. */
  const compared = rows.some(({ cell, amount }) => cell?.table && amount !== null);
  return {
    id: line.id,
    title: line.title,
    short: line.short,
    unit: line.unit,
    quantified: isQuantified(line),
    notes: line.notes ?? [],
    total: number(totalFactId(line)),
    years: yearsOf(programme, line),
    rows: rows.map((r) => taskRow(programme, r)),
    texts: (line.text_targets ?? []).flatMap((text, i) => {
      const fact = number(textFactId(line, i));
      // Where the text says neither per year nor in all, it agrees only with an annex of the same sum.
      const sameTotal = text.per !== 'unstated' || programme.facts.get(totalFactId(line))?.value === text.quantity;
      return fact ? [{ number: fact, quote: text.quote, href: routes.passage(text.source), sameTotal, compared }] : [];
    }),
    disagrees: rows.some((r) => r.disagreement !== null),
    unitCost: cost ? { number: number(unitCostFactId(line)), per: cost.per } : null,
    money: number(moneyFactOf(line, programme.facts)?.id ?? ''),
  };
}

/** The fact of what the text sets for each year; none where it sets nothing so. */
function yearlyFactId(line: Line): string {
  const at = (line.text_targets ?? []).findIndex(({ per }) => per === 'year');
  return at < 0 ? '' : textFactId(line, at);
}

/** 2025年40左右；30: what is planned in words, where it is planned in one year; null elsewhere. */
function wordsOfOneYear(programme: Programme, line: Line): string | null {
  const planned = programme.lineYears.filter((y) => y.line === line.id && y.planned !== '');
  const [only] = planned;
  return only && planned.length === 1 && only.amount === null ? `${only.when}${only.planned}` : null;
}

/** One project as lists show it. */
export function projectSummary(programme: Programme, project: Project) {
  return {
    id: project.id,
    /** Its number in the document: where there is room for digits only, and in words. */
    mark: shortNumber(project.number),
    item: itemWords(project.number),
    title: project.title,
    short: project.short,
    href: routes.project(project.id),
    lead: departmentLinks(programme, project.lead),
    partners: departmentLinks(programme, project.partners),
    lines: project.lines.map((line) => {
      /** What the text alone sets for each year: its own words go before what is added up of them. */
      const yearly = line.row === undefined ? numberIfAny(programme, yearlyFactId(line)) : null;
      return {
        short: line.short,
        quantified: isQuantified(line),
        total: yearly ? null : numberIfAny(programme, plannedInAll(line, programme.facts)?.id ?? ''),
        yearly,
        /** What is planned, where it is words of one year of which no sum may be made. */
        words: wordsOfOneYear(programme, line),
      };
    }),
  };
}

/** Projects under the headings of the plan. */
export function fieldsOf(programme: Programme) {
  const groups = Map.groupBy(programme.projects, (p) => p.field);
  return [...groups].map(([locator, projects]) => ({
    field: locator,
    title: programme.passages.get(locator)?.text ?? locator,
    href: routes.passage(locator),
    projects,
  }));
}

/** How many facts one adds up. */
const summedOf = (fact: Fact | undefined): number => (fact?.basis.kind === 'derived' ? fact.basis.from.length : 0);

export async function projectsView() {
  const { programme } = await build();
  return {
    search: projectData(programme),
    count: numberIfAny(programme, 'programme-projects'),
    fieldCount: numberIfAny(programme, 'programme-fields'),
    lineCount: numberIfAny(programme, 'programme-lines'),
    money: numberIfAny(programme, 'programme-money'),
    /** Whether it adds up what the document does not. */
    moneySummed: summedOf(programme.facts.get('programme-money')) > 1,
    moneyYears: programme.document.years.flatMap((year) => {
      const number = numberIfAny(programme, `programme-money-${year}`);
      return number ? [{ year, number }] : [];
    }),
    fields: fieldsOf(programme).map((f) => ({ ...f, projects: f.projects.map((p) => projectSummary(programme, p)) })),
  };
}

export async function projectIds(): Promise<string[]> {
  const { programme } = await build();
  return programme.projects.map((p) => p.id);
}

export async function projectView(id: string) {
  const here = await build();
  const { programme } = here;
  const at = programme.projects.findIndex((p) => p.id === id);
  const project = programme.projects[at];
  if (!project) throw new Error(`没有项目 ${id}`);
  const clause = programme.passages.get(project.clause);
  const neighbour = (i: number) => {
    const other = programme.projects[i];
    return other ? { short: other.short, item: itemWords(other.number), href: routes.project(other.id) } : null;
  };
  const quoted = (part: { source: string; quote: string }) => ({
    quote: part.quote,
    place: programme.passages.get(part.source)?.label ?? part.source,
    href: routes.passage(part.source),
  });
  const statements = (project.statements ?? []).map((s) => numberIfAny(programme, s.id));
  return {
    ...projectSummary(programme, project),
    deed: project.deed ?? null,
    spanWords: yearSpan(programme.document.years),
    search: projectData(programme, project.short),
    standing: planStanding(
      here,
      programme.progress.filter((r) => r.project === id),
    ),
    field: programme.passages.get(project.field)?.text ?? '',
    clause: { text: clause?.text ?? '', place: clause?.short ?? '', href: routes.passage(project.clause) },
    statements: statements.filter((s): s is PrintedNumber => s !== null),
    strips: project.lines.flatMap((line) => stripOf(programme, line) ?? []),
    lines: project.lines.map((line) => lineView(programme, line)),
    wordings: (project.wordings ?? []).map((w) => ({ text: quoted(w.text), annex: quoted(w.annex), note: w.note })),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    lineIds: project.lines.map((l) => l.id),
    background: backgroundOf(programme, id),
    apart: apartWords(programme),
    corrections: correctionsOfThing(programme, 'project', [id]),
    coverage: coverageOfProject(programme, id),
    stories: await storiesOfProject(id),
  };
}
