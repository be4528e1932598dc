import type { Fact } from '#domain/facts/fact.ts';
import { moneyFactOf } from '#domain/facts/money.ts';
import type { Journey } from '#domain/places/journey.ts';
import { isUnit } from '#domain/places/place.ts';
import { annexCalled, documentNoun } from '#domain/plan/document-words.ts';
import { isTimed } from '#domain/plan/line-year.ts';
import type { Passage } from '#domain/plan/locator.ts';
import { isMoney } from '#domain/plan/quantity.ts';
import {
  type FigureKind,
  namedFigures,
  pairingFigureName,
  progressFigureName,
} from '#domain/programme/figure-names.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Line } from '#domain/programme/project.ts';
import { crossingStrip } from './crossing-strip/crossing-strip.ts';
import { departmentMatrix } from './department-matrix/department-matrix.ts';
import type { Figure, Links } from './kit/figure.ts';
import type { Knot } from './kit/knots.ts';
import { lineProgress } from './line-progress/line-progress.ts';
import type { MoneyItem } from './money/layout.ts';
import { money } from './money/money.ts';
import type { OverviewInput } from './overview/layout.ts';
import { overview } from './overview/overview.ts';
import { pairingMap } from './pairing-map/pairing-map.ts';
import { riverMap } from './river-map/river-map.ts';
import { threadMap } from './thread-map/thread-map.ts';

/** Where the figures of a site lead to; `format/routes` fits. */
export interface CatalogueRoutes {
  readonly township: (id: string) => string;
  readonly pairing: (city: string) => string;
  readonly project: (id: string) => string;
  readonly department: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly passage: (locator: string) => string;
}

/** The same addresses under the names the figures use. */
export const linksOf = (routes: CatalogueRoutes): Links => ({
  township: routes.township,
  pairing: routes.pairing,
  project: routes.project,
  department: routes.department,
  fact: routes.fact,
  cell: routes.passage,
});

/** Where a passage stands, for a line of sources: 附件1, 正文四（一）1, 正文开头. */
const citedPlace = (passage: Passage | undefined): string =>
  passage === undefined ? '' : `${passage.part === 'body' ? '正文' : ''}${passage.short}`;

/** What the annex is called that a fact quotes. */
function annexOf({ passages, words }: Programme, { basis }: Fact): string {
  const label = basis.kind === 'quoted' ? passages.get(basis.locator)?.short : undefined;
  return label === undefined ? words.annex.noun : annexCalled(label);
}

/** What the money figure says of one line: its amount and the formula behind it, or nothing. */
function moneyItem(programme: Programme, line: Line): MoneyItem {
  const fact = moneyFactOf(line, programme.facts);
  // 不超过120万元 is drawn as long as 120 and says what it is.
  const value = typeof fact?.value === 'number' ? fact.value : (fact?.amount?.to ?? fact?.amount?.value);
  const { unit_cost: cost } = line;
  const price = cost && !isMoney(line.unit) ? `每${cost.per}${cost.amount}${cost.unit}` : '';
  if (!fact || value === undefined) return { line, value: null, unit: '万元', formula: price, factId: null };
  const [step] = fact.basis.kind === 'derived' ? fact.basis.steps : [];
  return {
    line,
    value,
    unit: fact.unit,
    words: fact.amount ? `${fact.value}${fact.unit}` : undefined,
    formula: step?.expression ?? `${annexOf(programme, fact)}金额`,
    factId: fact.id,
  };
}

/**
 * Every figure of the site by what it shows, each drawn when it is asked for. One list for pages, files, gallery, tests.
 * @param knots what is tied to the threads of every map. A story's own figures have none: a page of a story changes with
 * that story alone, and stays as small however many there are
 */
export function figureCatalogue(programme: Programme, routes: CatalogueRoutes, knots: readonly Knot[] = []) {
  const links = linksOf(routes);
  const { journeys, content, site, projects, lines, departments, executorName, tables, words, passages } = programme;
  const lineList = [...lines.values()];
  const hueOf = (executor: string) => journeys.find((j) => j.city.id === executor)?.hue ?? null;

  /** What the plan itself is called, which a notice may only send round. */
  const plan = documentNoun({ called: programme.document.called, title: programme.document.plan_title });
  /** Where the pairings stand in the document, each place once. */
  const placeOf = ({ source }: Journey) => citedPlace(passages.get(source));
  const pairingSources = [...new Set(journeys.map(placeOf).filter((place) => place !== ''))];

  const threads = () =>
    threadMap({ journeys, links, words, cited: pairingSources, name: 'thread-map', title: '谁和谁结对', knots });
  const rivers = (): Figure | null => {
    const { waters, wide, phone } = content;
    if (!waters || !wide || !phone) return null;
    return riverMap({
      journeys,
      cited: pairingSources,
      waters,
      wide,
      phone,
      links,
      words,
      title: site.map_title,
      name: 'river-map',
      knots,
    });
  };
  const pairing = (journey: Journey) =>
    pairingMap({
      journey,
      among: journeys,
      waters: content.waters,
      links,
      words,
      cited: placeOf(journey),
      name: pairingFigureName(journey, journeys),
      title: `${journey.city.name}到${journey.county.name}`,
      knots,
    });
  const crossing = () =>
    crossingStrip({
      // A unit that is given no place lies on no scale.
      journeys: journeys.filter(({ city, county }) => ![city, county].some((end) => isUnit(end) && !end.position)),
      links,
      words,
      name: 'crossing-strip',
      title: journeys.some(({ climb }) => climb !== null) ? '相距多远，升高多少' : '相距多远',
    });
  const progressOf = (line: Line) =>
    lineProgress({
      line,
      rows: programme.progress.filter((r) => r.line === line.id),
      executorName,
      annex: tables.length > 0 ? words.annex.noun : null,
      reporter: words.reporter,
      hueOf,
      links,
      name: progressFigureName(line.id),
      title: `${line.short}：计划与上报`,
    });
  /** All lines of the plan, or those of one project. */
  const overviewInput = (project?: string): OverviewInput => ({
    fields: [
      ...Map.groupBy(
        projects.filter((p) => project === undefined || p.id === project),
        (p) => p.field,
      ),
    ].map(([locator, own]) => ({
      title: programme.passages.get(locator)?.text ?? '',
      lines: own.flatMap((p) => p.lines.map((line) => ({ ...line, number: p.number }))),
    })),
    lineYears: programme.lineYears,
    years: programme.document.years,
    annex: words.annex.noun,
    line: words.line,
    reporter: words.reporter,
  });
  const when = programme.lineYears.some(isTimed) ? '哪年哪月' : '哪一年';
  const overviewOf = () => overview({ ...overviewInput(), links, name: 'overview', title: `任务一览，${when}` });
  const sum = programme.facts.get('programme-money');
  const amounts = () =>
    money({
      items: lineList.map((line) => moneyItem(programme, line)),
      total: sum && typeof sum.value === 'number' ? { value: sum.value, unit: sum.unit } : null,
      line: words.line,
      links,
      name: 'money',
      title: '文件里能推算的金额',
    });
  const matrix = () =>
    departmentMatrix({ departments, projects, plan, links, name: 'department-matrix', title: '谁牵头，谁配合' });

  const known = <T>(found: T | undefined, id: string): T => {
    if (!found) throw new Error(`没有 ${id}，画不了它的图`);
    return found;
  };
  /** How each kind is drawn; `of` as in `NamedFigure`. */
  const drawn: Readonly<Record<FigureKind, (of: string) => Figure>> = {
    'river-map': () => rivers() ?? threads(),
    'thread-map': threads,
    pairing: (id) =>
      pairing(
        known(
          journeys.find((journey) => journey.id === id),
          id,
        ),
      ),
    'crossing-strip': crossing,
    overview: overviewOf,
    progress: (id) => progressOf(known(lines.get(id), id)),
    money: amounts,
    'department-matrix': matrix,
  };
  /** Each by its name, in the order of the gallery, drawn when it is called: a page that is kept needs no drawing. */
  const named: ReadonlyMap<string, () => Figure> = new Map(
    namedFigures(programme).map(({ kind, name, of }) => [name, () => drawn[kind](of)]),
  );

  return {
    links,
    threads,
    rivers,
    /** The map of the home page: rivers where the content gives a layout, threads elsewhere. */
    map: () => rivers() ?? threads(),
    pairing,
    crossing,
    progressOf,
    overviewInput,
    overview: overviewOf,
    money: amounts,
    matrix,
    named,
    /** All of them, in the order of the gallery. */
    all: (): Figure[] => [...named.values()].map((draw) => draw()),
  };
}
