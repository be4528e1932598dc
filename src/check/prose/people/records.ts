import { plainName } from '#domain/people/consent/name.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { isInLongerName, makesNoPerson } from '../../text/names/tibetan.ts';
import type { Range } from '../prose.ts';

/** Somebody of the records, by one of their names, where it stands in a text. */
export interface RecordedName extends Range {
  readonly name: string;
  /** Everyone who bears that name. */
  readonly people: readonly Person[];
  /** Whether it is the 化名 of all of them. */
  readonly alias: boolean;
}

/** A text without its spaces (names are spaced out in print), and where each of its characters stood. */
function packed(text: string): { readonly text: string; readonly at: (offset: number) => number } {
  if (!/\s/.test(text)) return { text, at: (offset) => offset };
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (!/\s/.test(text.charAt(i))) places.push(i);
  return { text: text.replaceAll(/\s/g, ''), at: (offset) => places[offset] ?? text.length };
}

/** Whether the same characters are another person's longer name, or a place: 次仁卓玛, 达娃乡. */
const isOther = (before: string, name: string, after: string) =>
  isInLongerName(before, name, after) || makesNoPerson(after);

/** A name that is known, where it stands in a text. */
interface KnownName extends Range {
  readonly name: string;
}

/** Prepares names: where they stand in a text, spaced out or not, the longest first. Names of one character are words. */
export function knownNames(names: Iterable<string>): (text: string) => KnownName[] {
  const plain = new Set(Array.from(names, plainName).filter((name) => name.length >= 2));
  const byStart = Map.groupBy(
    [...plain].sort((a, b) => b.length - a.length),
    (name) => name.charCodeAt(0),
  );
  return (printed) => {
    const found: KnownName[] = [];
    if (byStart.size === 0) return found;
    const { text, at: placeOf } = packed(printed);
    for (let at = 0; at < text.length - 1; at++) {
      const name = byStart.get(text.charCodeAt(at))?.find((n) => text.startsWith(n, at));
      if (name === undefined) continue;
      const end = at + name.length;
      if (!isOther(text.slice(Math.max(0, at - 2), at), name, text.slice(end, end + 4))) {
        found.push({ start: placeOf(at), end: placeOf(end - 1) + 1, name });
      }
      at = end - 1;
    }
    return found;
  };
}

/** Prepares the names of the records: where they stand in a text. */
export function recordedNames(people: readonly Person[]): (text: string) => RecordedName[] {
  const bearers = new Map<string, Person[]>();
  for (const person of people) {
    for (const name of new Set([person.name, person.alias])) {
      if (name !== undefined) bearers.set(plainName(name), [...(bearers.get(plainName(name)) ?? []), person]);
    }
  }
  const find = knownNames(bearers.keys());
  return (text) =>
    find(text).map((found) => {
      const persons = bearers.get(found.name) ?? [];
      const alias = !persons.some((p) => p.name !== undefined && plainName(p.name) === found.name);
      return { ...found, people: persons, alias };
    });
}

/** Whether a range touches one of the names found. */
export function touching(names: readonly Range[]): (range: Range) => boolean {
  const taken = new Set(names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  return ({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return true;
    return false;
  };
}

/** Whether a story says somewhere of its names that they are made up: 均为化名, 文中孩子都是化名. */
export const saysAlias = (texts: readonly string[]): boolean =>
  texts.some((text) => /(?:均|都|皆|系|是|为|用了?|采用了?)化名|化名处理/u.test(text));
