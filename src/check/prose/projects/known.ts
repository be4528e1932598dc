import { moneyFactId, unitCostFactId } from '#domain/facts/money.ts';
import { cellFactId, targetOf, textFactId, totalFactId } from '#domain/facts/plan.ts';
import { type Amount, amountWords, exactly, isRough } from '#domain/plan/amount.ts';
import { apart, type Cell, isSet, monthsOf, sumOfCells } from '#domain/plan/cell.ts';
import { annexCalled } from '#domain/plan/document-words.ts';
import { partWords } from '#domain/plan/period.ts';
import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Line, Project } from '#domain/programme/project.ts';
import { STATUS_WORDS } from '#format/status.ts';
import { type Bound, type NumberWord, programmeNumbers } from '../../text/numbers.ts';

/** One right value: a fact, said in words, with the place where it is written. */
export interface Known {
  readonly value: number;
  /** What it means, where it is no plain number: 不少于20. */
  readonly amount?: Amount;
  readonly unit: string;
  /** Id of the fact; null where the site has none of its own for it. */
  readonly fact: string | null;
  /** 2019年40人 */
  readonly words: string;
  readonly written: string;
}

/** Who carries a line out: all of them together, or some of them by id. */
export type Who = 'all' | readonly string[];

/** A task line with everything the plan says of it in numbers. */
export interface LineKnown {
  readonly line: Line;
  readonly project: Project;
  readonly years: readonly number[];
  /** Those that share the line out among themselves; empty where there is only one. */
  readonly executors: readonly string[];
  /** Whether one of them has no number in one of the years. */
  readonly uneven: boolean;
  /** Whether only all years together have a number: what falls into one of them nobody knows. */
  readonly onlyWhole: boolean;
  /** Years for which something is planned that is no one number. */
  readonly unsummed: readonly number[];
  /** Whether the text sets its only numbers: no annex has one. */
  readonly textOnly: boolean;
  /** null: the annex leaves the cells empty. */
  readonly inYear: (year: number, who: Who) => Known | null;
  /** What is set for the part of a year that some words name, 上半年, 7—8月; undefined: the year is not set in parts, or they name none. */
  readonly inPart: (year: number, words: string, who: Who) => Known | null | undefined;
  readonly inAll: (who: Who) => Known | null;
  /** What the text says, where it is one number for each year, for all, or for no named time. */
  readonly texts: readonly (Known & { readonly per: 'year' | 'total' | 'unstated' })[];
  readonly cost: (Known & { readonly per: string }) | null;
  /** Whether the text or an annex names what one costs. */
  readonly costAt: 'text' | 'annex' | null;
  readonly days: readonly Known[];
  /** Other numbers that the document says of it, each with the words right before it: 每班45学时, 共90班 of a cell in words. */
  readonly stated: readonly (Known & { readonly lead: string })[];
  /** Derived from quantity and cost: in a year, or in all. */
  readonly money: (year?: number) => Known | null;
  /** What the document has for a year in which it plans nothing of the line: 本年未列 of an empty cell, 附件未写 where no column is of that year. */
  readonly unplanned: (year: number) => string;
  /** The words of the annex for when, with the months they name. */
  readonly month: (year: number) => { readonly words: string; readonly from: number; readonly to: number } | null;
  /** The words of the clause. */
  readonly words: string;
  readonly where: (year: number, who?: Who) => string;
}

const DAYS = /^(?:天|日)$/u;

/** A part of a year is named. */
const isPart = /[上下]半年|第?[一二三四1-4]季度|\d{1,2}月|暑[假期]|寒假/u;

/** How the part of the year of a cell is called: 上半年; 7—8月, 7月到8月 and what its column calls it, 暑期. */
function partPattern({ period, when }: Cell): RegExp {
  const label = when.replace(/^\d{4}年(?:度)?/u, '');
  const words = partWords(period);
  const months = /^\d/u.test(words) && period.from !== period.to;
  const span = months ? `${period.from}月?(?:[—–~～至到、和-]{1,2})${period.to}月` : RegExp.escape(words);
  return new RegExp([`(?<!\\d)${span}`, ...(label === '' ? [] : [RegExp.escape(label)])].join('|'), 'gu');
}

/** Prepares the numbers of every line that has any. */
export function knownLines(programme: Programme): LineKnown[] {
  return programme.projects.flatMap((project) => project.lines.map((line) => knownLine(programme, project, line)));
}

function knownLine(programme: Programme, project: Project, line: Line): LineKnown {
  const { facts, passages, document, lineYears, executorName } = programme;
  const label = (locator: string) => passages.get(locator)?.label ?? locator;
  const { text_targets: texts = [] } = line;
  const cells = programme.cells.filter((c) => c.line === line.id);
  const shared = cells.some((c) => c.locator.endsWith(`-${c.executor}`));
  const executors = shared ? [...new Set(cells.map((c) => c.executor))] : [];
  const inAllWords = `${document.years.length === 2 ? '两' : document.years.length}年共`;
  const name = (who: Who) => (who === 'all' ? '' : who.map(executorName).join('、'));

  const ofFact = (id: string, when: string): Known | null => {
    const fact = facts.get(id);
    const amount = fact && (typeof fact.value === 'number' ? exactly(fact.value) : fact.amount);
    if (!fact || !amount) return null;
    const { unit, basis } = fact;
    const written = basis.kind === 'quoted' ? label(basis.locator) : `事实 ${id}`;
    return { value: amount.value, amount, unit, fact: id, words: `${when}${amountWords(amount)}${unit}`, written };
  };

  const added = (some: typeof cells, when: string): Known | null => {
    const filled = apart(some);
    const [first] = filled;
    if (!first) return null;
    if (filled.length === 1) return ofFact(cellFactId(line, first), when);
    const amount = sumOfCells(filled);
    if (amount === null) return null;
    const written = filled.map((c) => label(c.locator)).join('；');
    const words = `${when}${amountWords(amount)}${line.unit}`;
    return { value: amount.value, amount, unit: line.unit, fact: null, words, written };
  };
  const yearOf = (year: number) => lineYears.find((y) => y.line === line.id && y.year === year);
  const ofYear = (year: number) => {
    const there = yearOf(year);
    return there ? ofFact(targetOf(line, there), `${year}年`) : null;
  };
  /** What one cell sets for all years, which needs no total. */
  const wholeAlone = () => (cells.some((c) => c.year !== null && isSet(c)) ? null : added(cells, inAllWords));
  const of = (who: readonly string[]) => cells.filter((c) => who.includes(c.executor));
  const inYear = (year: number, who: Who) =>
    who === 'all'
      ? ofYear(year)
      : added(
          of(who).filter((c) => c.year === year),
          `${name(who)}${year}年`,
        );

  return {
    line,
    project,
    years: document.years,
    textOnly: !cells.some((c) => c.amount !== null),
    unsummed: document.years.filter((year) => yearOf(year)?.amount === null && yearOf(year)?.planned !== ''),
    onlyWhole:
      cells.length === 0
        ? texts.some(({ per }) => per === 'total') && !texts.some(({ per }) => per === 'year')
        : cells.some((c) => c.year === null && isSet(c)) && !cells.some((c) => c.year !== null && isSet(c)),
    executors,
    inYear,
    uneven: executors.some((one) => document.years.some((year) => inYear(year, [one]) === null)),
    inPart: (year, words, who) => {
      const own = (who === 'all' ? cells : of(who)).filter((c) => c.year === year && partWords(c.period) !== '');
      if (own.length === 0 || !isPart.test(words)) return undefined;
      const at = (cell: Cell) => [...words.matchAll(partPattern(cell))].at(-1)?.index ?? -1;
      const last = Math.max(...own.map(at));
      // 上半年2，下半年3，全年5: of the whole year again.
      if (/全年|整年|一年|年度|合计|总计|一共|总共/u.test(words.slice(Math.max(last, 4)))) return undefined;
      if (last < 0) return null;
      const named = own.filter((cell) => at(cell) === last);
      return added(named, `${name(who)}${year}年${partWords((named[0] as Cell).period)}`);
    },
    inAll: (who) =>
      who === 'all'
        ? (ofFact(totalFactId(line), inAllWords) ?? wholeAlone())
        : added(of(who), `${name(who)}${inAllWords}`),
    texts: texts.flatMap((text, i) => {
      const known = ofFact(textFactId(line, i), { year: '每年', total: '共', unstated: '' }[text.per]);
      return known ? [{ ...known, per: text.per }] : [];
    }),
    cost: costOf(line, ofFact),
    costAt: line.unit_cost ? (annexOf(programme, line.unit_cost.source) ? 'annex' : 'text') : null,
    days: (project.statements ?? []).flatMap((s) => {
      const known = DAYS.test(s.unit) ? ofFact(s.id, '') : null;
      return known ? [known] : [];
    }),
    stated: statedOf(programme, project, cells, label),
    money: (year) => {
      if (isMoney(line.unit)) return null;
      return ofFact(moneyFactId(line, year), year === undefined ? inAllWords : `${year}年`);
    },
    unplanned: (year) => {
      const own = cells.some((c) => c.year === year);
      const table = cells.find((c) => c.table)?.table;
      return own || !table ? `${year}年${STATUS_WORDS['not-listed']}` : `${year}年${annexCalled(table.label)}未写`;
    },
    month: (year) => {
      const words = yearOf(year)?.month ?? null;
      const months = monthsOf(words);
      return words === null || months === null ? null : { words, ...months };
    },
    words: passages.get(project.clause)?.text ?? '',
    where: (year, who = 'all') => {
      const own = who === 'all' ? cells : of(who);
      const cell = own.find((c) => c.year === year);
      return cell ? label(cell.locator) : `${document.short}，${line.title}`;
    },
  };
}

/** What stands right before a number: 每班, or the 共 of a sum. */
const LEAD = /(?:每(?!年|一年)[^每，。；\d]{1,4}|共)$/u;
/** 每个班, 一个班, 每一班: other words for 每班. */
const EACH = /(?:每一?|一)个?(?=[^每，。；\d]{1,4}$)/u;
/** The lead as it is compared: 每班 of 每个班 and of 一个班. */
export const leadOf = (before: string): string | undefined => LEAD.exec(before.replace(EACH, '每'))?.[0];

/** The numbers of a line in words that set no amount, and of the statements of its project; a length of time is another matter. */
function statedOf(programme: Programme, project: Project, cells: readonly Cell[], label: (locator: string) => string) {
  const read = programmeNumbers(programme);
  const numbered = (quote: string, written: string, fact: string | null, only?: number) =>
    read(quote).flatMap(({ start, value, unit, bound }) => {
      const lead = leadOf(quote.slice(0, start));
      // How long each of them serves is told by the statements, and held against in days.
      if (lead === undefined || bound !== null || (only !== undefined && (value !== only || DAYS.test(unit))))
        return [];
      return [{ value, unit, fact, words: `${lead}${value}${unit}`, written, lead }];
    });
  return [
    ...(project.statements ?? []).flatMap((s) => numbered(s.quote, label(s.source), s.id, s.value)),
    ...cells.flatMap((c) => (isSet(c) && c.amount === null ? numbered(c.words, label(c.locator), null) : [])),
  ];
}

/** Whether a passage stands in an annex: in a cell, a row or a note of one. */
const annexOf = ({ tables }: Programme, locator: string) =>
  tables.some((table) => locator === table.id || locator.startsWith(`${table.id}-`));

function costOf(line: Line, ofFact: (id: string, when: string) => Known | null): LineKnown['cost'] {
  if (!line.unit_cost) return null;
  const { per } = line.unit_cost;
  const known = ofFact(unitCostFactId(line), `每${per}`);
  return known ? { ...known, per } : null;
}

const yuan = (value: number, unit: string) => (isMoney(unit) ? convertMoney({ value, unit }, '元').value : value);

/** Whether two quantities are the same: money is compared in one unit. */
export function equals(value: number, unit: string, known: Pick<Known, 'value' | 'unit'>): boolean {
  if (!isMoney(unit) || !isMoney(known.unit)) return value === known.value;
  return Math.abs(yuan(value, unit) - yuan(known.value, known.unit)) < 0.005;
}

/** Whether an estimate is far from the right value: 约100人 where 40 are planned. */
export function isFarOff(value: number, unit: string, known: readonly Known[]): boolean {
  return known.every((k) => {
    const right = yuan(k.value, k.unit);
    return Math.abs(yuan(value, unit) - right) > right * 0.3;
  });
}

/** How far a value may lie below a number that it is 近. */
const NEAR = 0.85;
/** What 多 behind a number may add, as people use it: 400多 is less than 500, 420多 too. */
const step = (value: number) => 10 ** Math.floor(Math.log10(Math.max(1, value)));

const HOLDS: Readonly<Record<Bound, (right: number, said: number) => boolean>> = {
  over: (right, said) => right > said,
  least: (right, said) => right >= said,
  under: (right, said) => right < said,
  most: (right, said) => right <= said,
  near: (right, said) => right < said && right >= said * NEAR,
  odd: (right, said) => right > said && right < said + step(said),
  about: (right, said) => Math.abs(right - said) <= right * 0.3,
};

/**
 * Whether a number says of a target of the same kind the same number: 不少于30 of 不少于40, 约50 of 约40 is another one.
 * undefined: it is said in another way, and compared by what it means.
 */
function saysSame(
  { value, bound, ofRange }: NumberWord,
  unit: string,
  { amount, ...known }: Pick<Known, 'value' | 'unit' | 'amount'>,
): boolean | undefined {
  if (amount === undefined || amount.bound === 'exact') return undefined;
  if (amount.bound === 'range')
    return ofRange && equals(value, unit, { ...known, value: bound === 'least' ? amount.value : (amount.to ?? 0) });
  const alike =
    bound === amount.bound || (isRough(amount) && (bound === 'about' || bound === 'near' || bound === 'odd'));
  return alike && !ofRange ? equals(value, unit, known) : undefined;
}

/** Whether a value is what is said of it: 超过300 of 400 holds, 超过400 does not. */
export function holds(number: NumberWord, unit: string, known: Pick<Known, 'value' | 'unit' | 'amount'>): boolean {
  const { value, bound } = number;
  const { amount } = known;
  const same = saysSame(number, unit, known);
  if (same !== undefined) return same;
  // 20—30: whatever lies between.
  if (bound === null && amount?.bound === 'range' && value >= amount.value && value <= (amount.to ?? amount.value))
    return true;
  if (bound === null)
    return equals(value, unit, known) || equals(value, unit, { ...known, value: known.amount?.to ?? known.value });
  return HOLDS[bound](yuan(known.value, known.unit), yuan(value, unit));
}
