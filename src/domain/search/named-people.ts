import type { Clause } from '../plan/plan.ts';

/** Someone the document names, and where. */
export interface NamedPerson {
  readonly name: string;
  readonly clause: string;
}

/** In a roster: the beginning or a label and a colon, the name, a gap or the end. */
const LISTED = /(?:^|：)\s*(\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,3})(?=\s{2}\p{Script=Han}|$)/u;
/** In a sentence: whoever holds an office beside their own. */
const HOLDING = /由(\p{Script=Han}{2,4})兼任/u;

/** One line of a roster in its parts, which joined are the line: who is named is `name`, with the gaps it is printed with. */
export interface RosterLine {
  /** With its colon; empty: that of the line before. */
  readonly label: string;
  /** Empty: nobody is named, the rest tells who it is. */
  readonly name: string;
  readonly rest: string;
}

/** A line of a roster, parted. */
export function rosterLine(text: string): RosterLine {
  const label = /^[^：。]{1,8}：/u.exec(text)?.[0] ?? '';
  const after = text.slice(label.length);
  const name = /^\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,3}(?=\s{2}\p{Script=Han}|$)/u.exec(after)?.[0] ?? '';
  return { label, name, rest: after.slice(name.length) };
}

/** Whom the document names by an office, as far as it says beyond doubt that it is a name; each once. Its contact is none. */
export function namedPeople(clauses: readonly Clause[]): NamedPerson[] {
  const found = new Map<string, NamedPerson>();
  for (const { id, role, text } of clauses) {
    const name = (role === 'roster' ? LISTED : HOLDING).exec(text)?.[1]?.replaceAll(/\s/gu, '');
    if (name !== undefined && !found.has(name)) found.set(name, { name, clause: id });
  }
  return [...found.values()];
}
