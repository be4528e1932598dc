import type { Fact, Reported } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { longDate } from './date.ts';
import { quantity } from './number.ts';
import type { Routes } from './routes.ts';
import { disagreementWords } from './status.ts';

const MARKS = { derived: '推算', reported: '上报', outside: '外部来源' } as const;

/**
 * A number as it is printed: value, unit, the mark that says where it stands, and the facts that say otherwise. A class
 * and no bare shape: whoever looks for the facts that a page prints finds them by what they are.
 */
export class PrintedNumber {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly approximate: boolean;
  /** What it states, without the value. */
  readonly label: string;
  readonly sentence: string;
  /** Address of the fact. */
  readonly href: string;
  /** 附件2, 四（一）1, 推算, 上报 or 外部来源. */
  readonly mark: string;
  /** Address of the passage; null for what is not quoted. */
  readonly markHref: string | null;
  /** One level deep: the other side of a disagreement never names the first again. */
  readonly against: readonly PrintedNumber[];

  /** Where the document says otherwise: in which words that is told; null where it does not. */
  readonly differs: string | null;
  /** Address of the correction by which it came to its value; null where there is none. */
  readonly corrected: string | null;

  /** @param deep with what the document says otherwise */
  constructor(programme: Programme, fact: Fact, routes: Routes, deep = true) {
    const { basis } = fact;
    const quoted = basis.kind === 'quoted';
    this.id = fact.id;
    this.value = quantity(fact.value, '');
    this.unit = fact.unit;
    this.approximate = fact.approximate === true;
    this.label = fact.label;
    this.sentence = fact.sentence;
    this.href = routes.fact(fact.id);
    this.mark = quoted ? (programme.passages.get(basis.locator)?.short ?? '') : MARKS[basis.kind];
    this.markHref = quoted ? routes.passage(basis.locator) : null;
    const others = deep ? (fact.against ?? []).flatMap((id) => programme.facts.get(id) ?? []) : [];
    this.against = others.map((other) => new PrintedNumber(programme, other, routes, false));
    this.differs = others.length > 0 ? disagreementWords(programme.words.annex.noun) : null;
    const correction = programme.corrected.get(fact.id);
    this.corrected = correction ? routes.correction(correction.id) : null;
  }
}

/** The number with this id, or null where the content does not give it. */
export function printedIfAny(programme: Programme, id: string, routes: Routes): PrintedNumber | null {
  const fact = programme.facts.get(id);
  return fact ? new PrintedNumber(programme, fact, routes) : null;
}

/** The number with this id. Throws where there is none: nothing may print a number that is no fact. */
export function printedById(programme: Programme, id: string, routes: Routes): PrintedNumber {
  const number = printedIfAny(programme, id, routes);
  if (!number) throw new Error(`没有编号为 ${id} 的事实`);
  return number;
}

/** Where a reported number comes from, in words: …，2020年1月5日上报（样稿）. */
export function reportedBy({ by, date, sample }: Reported): string {
  return `${by}，${longDate(date)}上报${sample ? '（样稿）' : ''}`;
}
