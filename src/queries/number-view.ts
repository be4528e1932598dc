import type { Fact } from '#domain/fact.ts';
import type { Programme } from '#domain/programme.ts';
import { quantity } from '#format/number.ts';
import { routes } from './programme.ts';

/** A number as a page prints it: value, unit, the mark that says where it stands, and the facts that say otherwise. */
export interface NumberView {
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
  readonly against: readonly NumberView[];
}

const MARKS = { derived: '推算', reported: '上报', outside: '外部来源' } as const;

/** How a fact is printed. The other side of a disagreement is one level deep: it never names the first again. */
export function numberView(programme: Programme, fact: Fact, deep = true): NumberView {
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
          return other ? [numberView(programme, other, false)] : [];
        })
      : [],
  };
}

/** The number with this id. Throws where there is none: a page must not print a number that is no fact. */
export function numberOf(programme: Programme, id: string): NumberView {
  const fact = programme.facts.get(id);
  if (!fact) throw new Error(`没有编号为 ${id} 的事实`);
  return numberView(programme, fact);
}

/** The number with this id, or null where the content does not give it. */
export function numberIfAny(programme: Programme, id: string): NumberView | null {
  const fact = programme.facts.get(id);
  return fact ? numberView(programme, fact) : null;
}
