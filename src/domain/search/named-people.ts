import type { Clause } from '../plan.ts';

/** Someone the document names, and where. */
export interface NamedPerson {
  readonly name: string;
  readonly clause: string;
}

/** In a roster or a contact: the beginning or a label and a colon, the name, a gap or the end. */
const LISTED = /(?:^|：)\s*(\p{Script=Han}(?:\s{0,4}\p{Script=Han}){1,3})(?=\s{2}\p{Script=Han}|$)/u;
/** In a sentence: whoever holds an office beside their own. */
const HOLDING = /由(\p{Script=Han}{2,4})兼任/u;

/** The people whom the document names, as far as it says beyond doubt that it is a name; each once. */
export function namedPeople(clauses: readonly Clause[]): NamedPerson[] {
  const found = new Map<string, NamedPerson>();
  for (const { id, role, text } of clauses) {
    const listed = role === 'roster' || (role === 'contact' && /人：/u.test(text.replaceAll(/\s/gu, '')));
    const name = (listed ? LISTED : HOLDING).exec(text)?.[1]?.replaceAll(/\s/gu, '');
    if (name !== undefined && !found.has(name)) found.set(name, { name, clause: id });
  }
  return [...found.values()];
}
