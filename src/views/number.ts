import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { PrintedNumber, printedById, printedIfAny } from '#format/printed-number.ts';
import { routes } from './programme.ts';

/** How a fact is printed on the pages of this build; `deep`: with what the document says otherwise. */
export const numberView = (programme: Programme, fact: Fact, deep = true): PrintedNumber =>
  new PrintedNumber(programme, fact, routes, deep);

/** The number with this id. Throws where there is none: a page must not print a number that is no fact. */
export const numberOf = (programme: Programme, id: string): PrintedNumber => printedById(programme, id, routes);

/** The number with this id, or null where the content does not give it. */
export const numberIfAny = (programme: Programme, id: string): PrintedNumber | null =>
  printedIfAny(programme, id, routes);
