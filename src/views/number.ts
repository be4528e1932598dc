import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { type PrintedNumber, printedById, printedIfAny, printedNumber } from '#format/printed-number.ts';
import { routes } from './programme.ts';

/** A number as the pages of this build print it. */
export type NumberView = PrintedNumber;

/** How a fact is printed; `deep`: with what the document says otherwise. */
export const numberView = (programme: Programme, fact: Fact, deep = true): NumberView =>
  printedNumber(programme, fact, routes, deep);

/** The number with this id. Throws where there is none: a page must not print a number that is no fact. */
export const numberOf = (programme: Programme, id: string): NumberView => printedById(programme, id, routes);

/** The number with this id, or null where the content does not give it. */
export const numberIfAny = (programme: Programme, id: string): NumberView | null => printedIfAny(programme, id, routes);
