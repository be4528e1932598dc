import type { Range } from '../range.ts';
import { aliasesNear, aliasName } from './alias-names.ts';
import { dottedNamesIn, isSound } from './dotted-names.ts';
import { calledName, doubledName, familiarName, foreignName, longForeignName, steppeName } from './familiar-names.ts';
import { hanName, sampleName, veiledName } from './han-names.ts';
import { latinName } from './latin-names.ts';
import { type Cue, cueAfter, cueBefore } from './name-cues.ts';
import { isHan, isStrong, joinsAt, type NameAt, type NameFinder, type Reading } from './reading.ts';
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
  latinName,
  veiledName,
  aliasName,
  steppeName,
  tibetanName,
  doubledName,
  longForeignName,
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
    /[小阿老样A-Z]/u.test(first) ||
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

const NOBODY: ReadonlySet<number> = new Set();

/**
 * The names of people in a text, from left to right, none inside another: Han names, Tibetan names, names with a dot,
 * Latin names, 小X and X某. What a name is made of is looked up, never searched for. The text is read twice where names
 * stand beside something: who stands beside a name is more likely one.
 */
export function namesIn(text: string): FoundName[] {
  const bounds = wordBoundsOf(text);
  const isAliasNear = aliasesNear(text);
  const first = readOnce({ text, bounds, isAliasNear, starts: NOBODY, ends: NOBODY });
  const sure = first.filter(({ certainty }) => certainty === 'certain');
  if (!sure.some(({ start, end }) => joinsAt(text, start - 1) || joinsAt(text, end))) return first;
  const starts = new Set(sure.map(({ start }) => start));
  const ends = new Set(sure.map(({ end }) => end));
  return readOnce({ text, bounds, isAliasNear, starts, ends });
}

function readOnce(reading: Reading): FoundName[] {
  const { text } = reading;
  const dotted = dottedNamesIn(text);
  const known = new KnownNames();
  const found: FoundName[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const dot = dotted[next];
    const isDotted = dot?.start === at;
    if (isDotted) next++;
    if (!isDotted && !mayBegin(text, at) && !reading.isAliasNear(at)) continue;
    const announced = cueBefore(text, at) ?? cueOfList(text, at, found.at(-1));
    const name: NameAt | null =
      dot && isDotted
        ? { end: dot.end, form: 'dotted', certainty: 'certain' }
        : nameAt(reading, at, announced, known, dot?.start ?? text.length);
    if (!name) continue;
    found.push(nameOf(text, at, announced, name));
    if (name.certainty === 'certain') known.add(text.slice(at, name.end));
    at = name.end - 1;
  }
  return found;
}

/** In a list the word before the first name announces everyone: 志愿者李小禾、王海和张远舟. */
const cueOfList = (text: string, at: number, last: FoundName | undefined): Cue | null =>
  last?.end === at - 1 && joinsAt(text, at - 1) && isStrong(last.before) ? last.before : null;

function nameAt(reading: Reading, at: number, before: Cue | null, known: KnownNames, limit: number): NameAt | null {
  const name = firstOf(reading, at, before, limit);
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

const nameOf = (text: string, start: number, before: Cue | null, { end, form, certainty }: NameAt): FoundName => ({
  ...{ start, end, form, certainty, name: text.slice(start, end) },
  before,
  after: cueAfter(text, end),
});

/**
 * Whether somebody must be asked about a name: it is sure, or a word beside it says that somebody is meant. 李某 tells
 * nobody's name.
 */
export const isAsked = ({ certainty, form, before, after }: FoundName): boolean =>
  form !== 'veiled' && (certainty === 'certain' || isStrong(before) || isStrong(after));

/** A name of which only the first character is told: what protects people does not repeat them. */
export const shownName = (name: string): string => `${name.slice(0, 1)}＊`;
