import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { quantity } from './number.ts';
import type { Routes } from './routes.ts';

/** A number as it is printed: value, unit, the mark that says where it stands, and the facts that say otherwise. */
export interface PrintedNumber {
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
  readonly against: readonly PrintedNumber[];
}

const MARKS = { derived: '推算', reported: '上报', outside: '外部来源' } as const;

/** How a fact is printed. The other side of a disagreement is one level deep: it never names the first again. */
export function printedNumber(programme: Programme, fact: Fact, routes: Routes, deep = true): PrintedNumber {
  const { basis } = fact;
  const passage = basis.kind === 'quoted' ? programme.passages.get(basis.locator) : undefined;
  return {
    id: fact.id,
    value: quantity(fact.value, ''),
    unit: fact.unit,
    approximate: fact.approximate === true,
    label: fact.label,
    sentence: fact.sentence,
    href: routes.fact(fact.id),
    mark: basis.kind === 'quoted' ? (passage?.short ?? '') : MARKS[basis.kind],
    markHref: basis.kind === 'quoted' ? routes.passage(basis.locator) : null,
    against: deep
      ? (fact.against ?? []).flatMap((id) => {
          const other = programme.facts.get(id);
          return other ? [printedNumber(programme, other, routes, false)] : [];
        })
      : [],
  };
}

/** The number with this id, or null where the content does not give it. */
export function printedIfAny(programme: Programme, id: string, routes: Routes): PrintedNumber | null {
  const fact = programme.facts.get(id);
  return fact ? printedNumber(programme, fact, routes) : null;
}

/** The number with this id. Throws where there is none: nothing may print a number that is no fact. */
export function printedById(programme: Programme, id: string, routes: Routes): PrintedNumber {
  const number = printedIfAny(programme, id, routes);
  if (!number) throw new Error(`没有编号为 ${id} 的事实`);
  return number;
}
