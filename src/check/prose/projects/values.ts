import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import type { NumberWord } from '../../text/numbers.ts';
import type { Executors } from './executors.ts';
import type { Known, LineKnown, Who } from './known.ts';
import type { Time } from './time.ts';

/** What a number of a line should be where it stands. */
export interface Right {
  /** Any of these is right. */
  readonly fit: readonly Known[];
  /** What is told as right. */
  readonly told: readonly Known[];
  /** Years for which the annex leaves the cells empty. */
  readonly missing: readonly number[];
  /** Whether sentence and plan leave one reading only. */
  readonly pinned: boolean;
}

const there = (all: readonly (Known | null)[]) => all.filter((k) => k !== null);
const same = (all: readonly Known[]) => new Set(all.map((k) => k.value)).size === 1;
/** 2019年10人, 2020年10人 is told as 每年10人. */
const asEach = (all: readonly Known[]): readonly Known[] => {
  const [first] = all;
  return first && all.length > 1 && same(all) && !/[、共]/u.test(first.words)
    ? [
        {
          ...first,
          words: `${first.words.replace(/\d{4}年/u, '每年')}`,
          written: [...new Set(all.map((k) => k.written))].join('；'),
        },
      ]
    : all;
};

function sumOf(known: LineKnown, years: readonly number[], who: Who): Known | null {
  if (years.length === known.years.length && known.years.length > 1) return known.inAll(who);
  const parts = there(years.map((y) => known.inYear(y, who)));
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  const value = parts.reduce((sum, k) => sum + k.value, 0);
  const words = `${years.join('、')}年共${value}${first.unit}`;
  return { ...first, value, words, fact: null, written: parts.map((k) => k.written).join('；') };
}

/** So many in each year: the same in all of them, or what the text says; where years differ no one number is right. */
function inEach(known: LineKnown, years: readonly number[], who: Who): Right {
  const parts = there(years.map((y) => known.inYear(y, who)));
  const texts = who === 'all' ? known.texts.filter((t) => t.per === 'year') : [];
  const missing = known.textOnly ? [] : years.filter((y) => known.inYear(y, who) === null);
  const uniform = missing.length === 0 && same(parts);
  const fit = uniform || texts.length > 0 ? [...parts, ...texts] : [];
  return { fit, told: [...asEach(parts), ...(uniform ? [] : texts)], missing, pinned: true };
}

function open(known: LineKnown, who: Who): Right {
  const years = there(known.years.map((y) => known.inYear(y, who)));
  const all = known.inAll(who);
  const each =
    who === 'all'
      ? known.executors.flatMap((e) => [...known.years.map((y) => known.inYear(y, [e])), known.inAll([e])])
      : [];
  const texts = who === 'all' ? known.texts : [];
  return {
    fit: [...years, ...there([all, ...each]), ...texts],
    told: [...asEach(years), ...there([all]), ...(known.textOnly ? texts : [])],
    missing: [],
    pinned: false,
  };
}

/** The right values of a line for a time and for those who carry it out. */
export function rightFor(known: LineKnown, time: Time, executors: Executors): Right {
  const right = anyRight(known, time, executors);
  // Where only all years together have a number, no year is one without.
  const isOpen = (year: number) => known.onlyWhole || known.unsummed.includes(year);
  return { ...right, missing: right.missing.filter((year) => !isOpen(year)) };
}

function anyRight(known: LineKnown, time: Time, executors: Executors): Right {
  const { kind, who } = executors;
  const { near } = executors;
  if (near !== undefined && near !== 'all' && known.executors.length > 0) {
    const [own, theirs] = [rightOf(known, time, who), rightOf(known, time, near)];
    return { ...own, fit: [...own.fit, ...theirs.fit] };
  }
  if (kind === 'one') return forAnyOne(known, time);
  if (kind === 'together' && who !== 'all' && who.length > 1) {
    // 甲、乙、丙也是50人: all together, or each of them.
    const [all, each] = [rightOf(known, time, who), forEachOf(known, time, who)];
    return { ...all, fit: [...all.fit, ...each.fit] };
  }
  if (kind !== 'each') return rightOf(known, time, who);
  const each = forEachOf(known, time, who === 'all' ? known.executors : who);
  return executors.carried ? { ...each, fit: [...each.fit, ...rightOf(known, time, who).fit] } : each;
}

/** 我市: whatever is right for any one of them. */
function forAnyOne(known: LineKnown, time: Time): Right {
  const rights = known.executors.map((e) => rightOf(known, time, [e]));
  const told = rights.flatMap((r) => r.told);
  const missing = rights.every((r) => r.missing.length > 0) ? (rights[0]?.missing ?? []) : [];
  const first = told.map((k) => k.value).indexOf(told[0]?.value ?? 0);
  return {
    fit: rights.flatMap((r) => r.fit),
    told: told.length > 0 && same(told) ? told.slice(first, first + 1) : told,
    missing,
    pinned: rights.every((r) => r.pinned),
  };
}

/** The right values for all that are named together. */
function rightOf(known: LineKnown, time: Time, who: Who): Right {
  if (time.kind === 'each') return inEach(known, time.years, who);
  if (time.kind === 'open') return open(known, who);
  if (time.kind === 'some') {
    const { fit, told } = open(known, who);
    return { fit, told, missing: [], pinned: true };
  }
  const sum = sumOf(known, time.years, who);
  const [year] = time.years;
  const one = time.years.length === 1;
  const texts = who === 'all' ? known.texts.filter((t) => t.per === (one ? 'year' : 'total')) : [];
  if (sum === null && known.textOnly && texts.length > 0) return { fit: texts, told: texts, missing: [], pinned: true };
  const missing = sum === null && one && year !== undefined ? [year] : [];
  // What the text says for each year is said for this one too, but not where the annex leaves the year empty.
  return { fit: sum ? [sum, ...texts] : [], told: there([sum]), missing, pinned: true };
}

function forEachOf(known: LineKnown, time: Time, who: readonly string[]): Right {
  const years = time.kind === 'open' ? known.years : time.years;
  const cells = there(who.flatMap((e) => years.map((y) => known.inYear(y, [e]))));
  const sums = time.kind === 'each' ? [] : there(who.map((e) => sumOf(known, years, [e])));
  // 每市每年1个 is wrong where one of them has a year without any.
  const full = time.kind !== 'each' || cells.length === who.length * years.length;
  const fit = time.kind === 'sum' ? sums : full ? [...cells, ...sums] : [];
  // Each of them has nothing in that year: the annex leaves their cells empty.
  const missing = time.kind === 'sum' && fit.length === 0 ? years : [];
  const told = time.kind === 'sum' ? sums : cells;
  const [first] = told;
  const short = first && same(told) ? [{ ...first, words: `每个单位${first.value}${first.unit}` }] : told;
  return { fit, told: short, missing, pinned: time.kind !== 'open' };
}

/** Everything the document says of how many: in each year and in all, of all together and of each. */
export function quantitiesOf({ years, executors, inYear, inAll, texts }: LineKnown): Known[] {
  return ['all' as const, ...executors.map((one) => [one])]
    .flatMap((who) => [...years.map((year) => inYear(year, who)), inAll(who)])
    .flatMap((value) => value ?? [])
    .concat(
      texts,
      texts.flatMap((text) => (text.per === 'year' ? [{ ...text, value: text.value * years.length }] : [])),
    );
}

export const inYuan = ({ value, unit }: Pick<Known, 'value' | 'unit'>) => convertMoney({ value, unit }, '元').value;

/** What a line has in the measure of a number, in yuan where that is money. */
function valuesOf(known: LineKnown, { unit }: NumberWord): number[] {
  const quantities = quantitiesOf(known);
  if (!isMoney(unit)) return quantities.map(({ value }) => value);
  if (isMoney(known.line.unit)) return quantities.map(inYuan);
  if (!known.cost) return [];
  const one = inYuan(known.cost);
  return [one, ...quantities.map(({ value }) => value * one)];
}

/** Whether the document sets a line in plain numbers: each year one, none in words, in bounds, in parts of a year or for all years alone. */
const isPlain = (known: LineKnown): boolean =>
  !(known.onlyWhole || known.textOnly || known.unsummed.length > 0) &&
  known.years.every((year) => {
    const amount = known.inYear(year, 'all')?.amount;
    return (amount === undefined || amount.bound === 'exact') && known.inPart(year, '上半年', 'all') === undefined;
  });

/** As many lines as may be added in one sentence. */
const MOST_LINES = 5;

/** Every value that can be made of some lines, where the document sets them in plain numbers: one of each or none of it, added; of one line one taken from another. */
export function supported(lines: readonly LineKnown[], number: NumberWord): ReadonlySet<number> | null {
  if (!lines.every(isPlain)) return null;
  const each = lines.slice(0, MOST_LINES).map((known) => [...new Set(valuesOf(known, number))]);
  if (each.some((values) => values.length === 0)) return null;
  let sums = [0];
  for (const values of each) sums = [...new Set(sums.flatMap((sum) => [sum, ...values.map((value) => sum + value)]))];
  return new Set([...sums, ...each.flatMap((values) => values.flatMap((a) => values.map((b) => Math.abs(a - b))))]);
}
