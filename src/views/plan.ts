import { cellFactId, totalFactId } from '#domain/facts/plan.ts';
import { amountOf, type Cell, cellsOf, isSet } from '#domain/plan/cell.ts';
import { pairingRowLocator } from '#domain/plan/locator.ts';
import { numberingOf } from '#domain/plan/numbering.ts';
import { keyOfColumn } from '#domain/plan/period.ts';
import type { Clause, PairingTable, TargetTable } from '#domain/plan/plan.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { namedPeople, rosterLine } from '#domain/search/named-people.ts';
import { longDate, postsAsOf } from '#format/date.ts';
import { pairName } from '#format/pair-name.ts';
import { extentWords } from '#format/status.ts';
import { yearsData } from './page-search.ts';
import { build, routes } from './programme.ts';

/** Something that rests on a passage: a fact, a project, a page. */
export interface RestView {
  readonly text: string;
  readonly href: string;
}

/** What rests on a passage: the facts that quote it, the projects whose clause it is, other pages. */
export function restsOn(programme: Programme, locator: string): RestView[] {
  const facts = [...programme.facts.values()].filter((f) => f.basis.kind === 'quoted' && f.basis.locator === locator);
  const projects = programme.projects.filter((p) => p.clause === locator);
  const journeys = programme.journeys.filter((j) => j.source === locator);
  const { leading_group: group, office, systems } = programme.content.departments;
  const organisation = [
    ...(group?.clauses ?? []),
    ...(office ? [office.clause, ...office.duties] : []),
    ...(systems ?? []).map((s) => s.clause),
  ];
  return [
    ...projects.map((p) => ({ text: `项目：${p.short}`, href: routes.project(p.id) })),
    ...journeys.map((j) => ({ text: `结对：${pairName(j)}`, href: routes.pairing(j.city.id) })),
    ...(organisation.includes(locator) ? [{ text: '部门与制度', href: routes.departments }] : []),
    ...facts.map((f) => ({ text: `事实：${f.label}`, href: routes.fact(f.id) })),
  ];
}

function pairingTableView(programme: Programme, table: PairingTable) {
  const rows = table.rows.map((row) => {
    const journey = programme.journeys.find(
      (j) => j.city.id === row.city && (!row.county || j.county.id === row.county),
    );
    const locator = pairingRowLocator(table.id, row);
    const names = row.cells[2]?.split('、') ?? [];
    return {
      locator,
      cells: row.cells,
      pairing: journey ? routes.pairing(journey.city.id) : null,
      townships: names.map((name) => {
        const thread = journey?.threads.find((t) => t.place.name === name);
        return {
          name,
          id: thread ? `${table.id}-${thread.place.id}` : null,
          href: thread ? routes.township(thread.place.id) : null,
        };
      }),
      rests: restsOn(programme, locator),
    };
  });
  return {
    kind: 'pairings' as const,
    id: table.id,
    label: table.label,
    title: table.title,
    columns: table.columns,
    rows,
    notes: notesOf(programme, table),
  };
}

/** What the list of contents names: the sections; of a document without any, its articles by their first sentence. */
function headingsOf({ clauses }: Programme) {
  const sections = clauses.filter((c) => c.role === 'section');
  const isArticle = (clause: Clause) => numberingOf(clause)?.form === '条';
  const named = sections.length > 0 ? sections : clauses.filter(isArticle);
  return named.map((c) => ({ text: c.text.replace(isArticle(c) ? /。.*$/su : /$^/, ''), href: `#${c.id}` }));
}

const notesOf = (programme: Programme, table: PairingTable | TargetTable) =>
  (table.notes ?? []).map((note) => ({
    ...note,
    place: programme.passages.get(note.id)?.label ?? note.id,
    rests: restsOn(programme, note.id),
  }));

/** The page of a fact, where there is such a fact: of a line in several annexes no total is the whole. */
const factHref = ({ facts }: Programme, id: string) => (facts.has(id) ? routes.fact(id) : null);

function cellView(programme: Programme, cell: Cell) {
  const line = programme.lines.get(cell.line);
  return {
    locator: cell.locator,
    text: cell.words,
    href: line && isSet(cell) ? factHref(programme, cellFactId(line, cell)) : null,
    departments: cell.departments.join('、'),
    month: cell.month ?? '',
  };
}

function targetTableView(programme: Programme, table: TargetTable) {
  const cells = cellsOf(table);
  const grouped = table.rows.some((row) => row.group !== undefined);
  const rows = table.rows.map((row, i) => {
    // A group is told once for the rows that follow one another in it: another one may stand between.
    const end = table.rows.findIndex((r, k) => k > i && r.group !== row.group);
    const isFirst = i === 0 || table.rows[i - 1]?.group !== row.group;
    const line = programme.lines.get(row.line);
    const project = programme.projects.find((p) => p.id === line?.project);
    return {
      locator: `${table.id}-${row.line}`,
      group: isFirst && grouped ? { text: row.group ?? '', span: (end < 0 ? table.rows.length : end) - i } : null,
      name: row.name,
      unit: row.unit,
      project: project ? routes.project(project.id) : null,
      years: table.years.map((year) => ({
        year,
        cells: cells
          .filter((c) => c.line === row.line && c.period.key === keyOfColumn(year))
          .map((c) => cellView(programme, c)),
      })),
      total: {
        locator: `${table.id}-${row.line}-total`,
        text: amountOf(row.total ?? null, row.unit).words,
        href: line && (row.total ?? null) !== null ? factHref(programme, totalFactId(line)) : null,
      },
    };
  });
  const totals = table.total_head === undefined ? [] : rows.map((row) => row.total.locator);
  const addresses = [...cells.map((cell) => cell.locator), ...totals].map((locator) => ({
    locator,
    label: programme.passages.get(locator)?.label ?? locator,
    rests: restsOn(programme, locator),
  }));
  const columns = table.years.map((y) => ({
    ...y,
    span: y.executors.length * (1 + (y.departments_head ? 1 : 0) + (y.month_head ? 1 : 0)),
  }));
  return {
    kind: 'targets' as const,
    id: table.id,
    label: table.label,
    title: table.title,
    head: table.head,
    /** How many columns stand before the numbers: group, name and unit. */
    headSpan: grouped ? 3 : 2,
    totalHead: table.total_head ?? null,
    columns,
    rows,
    addresses,
    notes: notesOf(programme, table),
  };
}

/** An annex as the page prints it: who is paired with whom, or what is planned. */
export type PlanTableView = ReturnType<typeof pairingTableView> | ReturnType<typeof targetTableView>;

export async function planView() {
  const { programme } = await build();
  const { document } = programme;
  const naming = new Set(namedPeople(programme.clauses).map(({ clause }) => clause));
  const names = (c: Clause | undefined) => c !== undefined && (c.role === 'roster' || naming.has(c.id));
  return {
    search: yearsData(programme, 'plan'),
    title: document.title,
    planTitle: document.plan_title,
    /** What stands here of the document. */
    extent: extentWords(document),
    issued: `${document.issuer}，${longDate(document.date)}${programme.words.issued}`,
    contents: headingsOf(programme).concat(programme.tables.map((t) => ({ text: t.label, href: `#${t.id}` }))),
    clauses: programme.clauses.map((c, i, all) => ({
      ...c,
      /** A line of a roster in its parts; null: it is none. */
      listed: c.role === 'roster' ? rosterLine(c.text) : null,
      /** After the last of the clauses that name officials: when they held their posts. */
      stated: names(c) && !names(all[i + 1]) ? postsAsOf(document.date, programme.words.issued) : null,
      place: programme.passages.get(c.id)?.short ?? '',
      rests: restsOn(programme, c.id),
    })),
    tables: programme.tables.map((t) =>
      t.kind === 'pairings' ? pairingTableView(programme, t) : targetTableView(programme, t),
    ),
    imprint: document.imprint ?? null,
  };
}
