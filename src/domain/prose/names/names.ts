import type { Range } from '../range.ts';
import { dottedNamesIn, isSound } from './dotted-names.ts';
import { calledName, doubledName, familiarName, foreignName } from './familiar-names.ts';
import { hanName, sampleName, veiledName } from './han-names.ts';
import { type Cue, cueAfter, cueBefore } from './name-cues.ts';
import { isHan, type NameAt, type NameFinder, type Reading } from './reading.ts';
import { surnameAt } from './surnames.ts';
import { tibetanName } from './tibetan-names.ts';
import { isTibetanSyllable, makesNoPerson } from './tibetan-parts.ts';
import { wordBoundsOf } from './word-bounds.ts';

/** The name of somebody where it stands in a text. */
export interface FoundName extends Range, Omit<NameAt, 'end'> {
  readonly name: string;
  /** The words at its sides that say who bears it. */
  readonly before: Cue | null;
  readonly after: Cue | null;
}

const FINDERS: readonly NameFinder[] = [
  sampleName,
  veiledName,
  tibetanName,
  doubledName,
  hanName,
  familiarName,
  calledName,
  foreignName,
];

/** Whether any name may begin with a character: most may begin none. */
const mayBegin = (text: string, at: number): boolean => {
  const first = text.charAt(at);
  return (
    surnameAt(text, at) !== null ||
    isTibetanSyllable(first) ||
    isSound(first) ||
    /[小阿老样]/u.test(first) ||
    (first === text.charAt(at + 1) && isHan(text, at)) ||
    /[叫做作名是他她我：“"‘]/u.test(text.charAt(at - 1))
  );
};

/** Names that begin alike are kept up to so many. */
const MOST_ALIKE = 8;

/** Names found before, by their first two characters: once somebody is known, the bare name is enough. */
class KnownNames {
  readonly #byStart = new Map<string, string[]>();

  add(name: string): void {
    const alike = this.#byStart.get(name.slice(0, 2)) ?? [];
    if (alike.length < MOST_ALIKE && !alike.includes(name)) alike.push(name);
    this.#byStart.set(name.slice(0, 2), alike);
  }

  at(text: string, at: number): string | undefined {
    return this.#byStart.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name, at));
  }
}

/**
 * The names of people in a text, from left to right, none inside another: Han names, Tibetan names, names with a dot,
 * 小X and X某. The text is read once; what a name is made of is looked up, never searched for.
 */
export function namesIn(text: string): FoundName[] {
  const reading = { text, bounds: wordBoundsOf(text) };
  const dotted = dottedNamesIn(text);
  const known = new KnownNames();
  const found: FoundName[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const dot = dotted[next];
    const isDotted = dot?.start === at;
    if (isDotted) next++;
    const name: NameAt | null =
      dot && isDotted
        ? { end: dot.end, form: 'dotted', certainty: 'certain' }
        : mayBegin(text, at)
          ? nameAt(reading, at, known, dot?.start ?? text.length)
          : null;
    if (!name) continue;
    found.push(nameOf(text, at, name));
    if (name.certainty === 'certain') known.add(text.slice(at, name.end));
    at = name.end - 1;
  }
  return found;
}

function nameAt(reading: Reading, at: number, known: KnownNames, limit: number): NameAt | null {
  const name = firstOf(reading, at, cueBefore(reading.text, at), limit);
  if (name) return name;
  const again = known.at(reading.text, at);
  if (again === undefined || makesNoPerson(reading.text.slice(at + again.length, at + again.length + 3))) return null;
  return { end: at + again.length, form: 'called', certainty: 'likely' };
}

function firstOf(reading: Reading, at: number, before: Cue | null, limit: number): NameAt | null {
  if (/叫它[“"]?$/u.test(reading.text.slice(Math.max(0, at - 3), at))) return null;
  for (const find of FINDERS) {
    const name = find(reading, at, before);
    if (name && name.end <= limit) return name;
  }
  return null;
}

const nameOf = (text: string, start: number, { end, form, certainty }: NameAt): FoundName => ({
  ...{ start, end, form, certainty, name: text.slice(start, end) },
  before: cueBefore(text, start),
  after: cueAfter(text, end),
});

/** A name of which only the first character is told: what protects people does not repeat them. */
export const shownName = (name: string): string => `${name.slice(0, 1)}＊`;
