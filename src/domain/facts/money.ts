import { type Amount, amountWords, exactly } from '../plan/amount.ts';
import { convertMoney, isMoney, sum } from '../plan/quantity.ts';
import { inQuotes } from '../plan/quotation.ts';
import type { Line } from '../programme/project.ts';
import type { Fact, Step, Subject } from './fact.ts';
import { plannedInAll, plannedInYear, totalFactId } from './plan.ts';

/** All amounts of the site are compared in this unit. */
export const MONEY_UNIT = '万元';

export const unitCostFactId = (line: Line) => `${line.id}-unit-cost`;
/** A line that counts money has its quantity as its money. */
export const moneyFactId = (line: Line, year?: number) =>
  (isMoney(line.unit) ? totalFactId(line) : `${line.id}-money`) + (year === undefined ? '' : `-${year}`);
export const programmeMoneyFactId = (year?: number) => `programme-money${year === undefined ? '' : `-${year}`}`;

/** The money of a line in all its years (no year) or in one, where the document sets it or it can be derived. */
export function moneyFactOf(line: Line, facts: ReadonlyMap<string, Fact>, year?: number): Fact | undefined {
  if (!isMoney(line.unit) && !line.unit_cost) return undefined;
  const own = facts.get(moneyFactId(line, year));
  if (own || !isMoney(line.unit)) return own;
  return year === undefined ? plannedInAll(line, facts) : plannedInYear(line, year, facts);
}

/** Unit cost of a line as the document names it. */
function unitCostFact(line: Line, subject: Subject): Fact[] {
  const cost = line.unit_cost;
  if (!cost) return [];
  return [
    {
      id: unitCostFactId(line),
      subject,
      label: `${line.short}，每${cost.per}金额`,
      value: cost.amount,
      unit: cost.unit,
      sentence: `${inQuotes(line.title)}每${cost.per}${cost.amount}${cost.unit}。`,
      basis: { kind: 'quoted', locator: cost.source, quote: cost.quote },
    },
  ];
}

function derivedMoney(line: Line, subject: Subject, quantityFact: Fact, id: string, when: string): Fact[] {
  const cost = line.unit_cost;
  const amount = typeof quantityFact.value === 'number' ? exactly(quantityFact.value) : quantityFact.amount;
  if (!cost || !amount) return [];
  // At least so many cost at least so much.
  const times = (by: (value: number) => number): Amount => ({
    ...amount,
    value: by(amount.value),
    to: amount.to === null ? null : by(amount.to),
  });
  const product = times((value) => value * cost.amount);
  const inAll = times((value) => convertMoney({ value: value * cost.amount, unit: cost.unit }, MONEY_UNIT).value);
  const said = `${amountWords(inAll)}${MONEY_UNIT}`;
  const steps: Step[] = [
    {
      expression: `${quantityFact.value}${line.unit} × ${cost.amount}${cost.unit}`,
      result: `${amountWords(product)}${cost.unit}`,
    },
  ];
  if (cost.unit !== MONEY_UNIT) {
    steps.push({ expression: `${amountWords(product)}${cost.unit}`, result: said });
  }
  return [
    {
      id,
      subject,
      label: `${line.short}${when}，推算金额`,
      ...(inAll.bound === 'exact' ? { value: inAll.value } : { value: amountWords(inAll), amount: inAll }),
      unit: MONEY_UNIT,
      sentence: `按计划数和每${cost.per}金额推算，${inQuotes(line.title)}${when}共${said}；文件没有写这个数。`,
      basis: { kind: 'derived', steps, from: [quantityFact.id, unitCostFactId(line)] },
    },
  ];
}

/** Unit cost and money of one line, in all and by year, from the facts of its quantities. */
export function moneyFacts(line: Line, years: readonly number[], planned: ReadonlyMap<string, Fact>): Fact[] {
  const subject: Subject = { kind: 'project', id: line.project };
  const total = plannedInAll(line, planned);
  const perYear = years.flatMap((year) => {
    const fact = plannedInYear(line, year, planned);
    return fact ? derivedMoney(line, subject, fact, moneyFactId(line, year), `${year}年`) : [];
  });
  return [
    ...unitCostFact(line, subject),
    ...perYear,
    ...(total ? derivedMoney(line, subject, total, moneyFactId(line), '各年') : []),
  ];
}

/**
 * The money of the whole programme that can be derived, in all (no year) or for one year; none if there is none.
 * `measure` counts task lines: 行.
 */
export function programmeMoney(
  lines: readonly Line[],
  facts: ReadonlyMap<string, Fact>,
  measure: string,
  year?: number,
): Fact[] {
  const known = lines.flatMap((line) => moneyFactOf(line, facts, year) ?? []);
  const parts = lines.flatMap((line) => {
    const fact = moneyFactOf(line, facts, year);
    return fact && typeof fact.value === 'number' ? [{ fact, line, value: fact.value, unit: fact.unit }] : [];
  });
  if (parts.length === 0) return [];
  const converted = parts.map((p) => convertMoney(p, MONEY_UNIT));
  const { value } = sum(converted);
  const when = year === undefined ? '各年合计' : `${year}年`;
  const bounded = known.length - parts.length;
  const priced = lines.filter(
    (line) => line.unit_cost && !isMoney(line.unit) && year === undefined && !moneyFactOf(line, facts),
  ).length;
  const rest = [
    parts.length > 1 ? '文件没有写这个合计' : null,
    bounded > 0 ? `另有${bounded}${measure}的金额不是一个定数，没有加进来` : null,
    priced > 0 ? `另有${priced}${measure}只写了每份金额，没有可以乘的合计` : null,
    known.length + priced < lines.length ? `其余各${measure}没有写金额` : null,
  ]
    .filter((part) => part !== null)
    .join('，');
  return [
    {
      id: programmeMoneyFactId(year),
      subject: { kind: 'programme', id: '' },
      label: `能推算出的金额，${when}`,
      value,
      unit: MONEY_UNIT,
      sentence: `文件里有金额可算的${parts.length}${measure}，${when}共${value}${MONEY_UNIT}${rest ? `；${rest}` : ''}。`,
      basis: {
        kind: 'derived',
        steps: [
          ...parts.map((p, i) => ({ expression: p.line.short, result: `${converted[i]?.value}${MONEY_UNIT}` })),
          { expression: converted.map((c) => c.value).join(' + '), result: `${value}${MONEY_UNIT}` },
        ],
        from: parts.map((p) => p.fact.id),
      },
    },
  ];
}
