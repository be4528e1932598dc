import { CharacterSet, isHan, WHITE_SPACE } from '../character-set.ts';
import { keptByText } from '../kept-by-text.ts';
import type { Range } from '../range.ts';
import { aliasesNear, aliasName } from './aliases.ts';
import { SURNAME_BEGINS } from './characters.ts';
import { type Cue, cueAfter, cueBefore } from './cues.ts';
import { dottedNamesIn, SOUNDS } from './dotted.ts';
import {
  announcedName,
  calledName,
  doubledName,
  familiarName,
  foreignName,
  labelledName,
  longForeignName,
  nickName,
  openingName,
  PART_BEGINS,
  steppeName,
} from './familiar.ts';
import { hanName, sampleName, titledName, toldName, veiledName } from './han.ts';
import { latinName } from './latin.ts';
import {
  isStrong,
  joinsAt,
  type NameAt,
  type NameFinder,
  opensSentence,
  type Reading,
  wordBoundsOf,
} from './reading.ts';
import {
  FIRST_SYLLABLES,
  makesNoPerson,
  RARER_SYLLABLES,
  TIBETAN_BEGINS,
  TIBETAN_SYLLABLES,
  tibetanName,
} from './tibetan.ts';

/** The name of somebody where it stands in a text. */
export interface FoundName extends Range, Omit<NameAt, 'end'> {
  readonly name: string;
  /** The words at its sides that say who bears it. */
  readonly before: Cue | null;
  readonly after: Cue | null;
}

/** Where a kind of name may begin, each a bit: by its first character, or by what stands beside it. */
const AT = {
  sample: 1 << 0,
  capital: 1 << 1,
  surname: 1 << 2,
  tibetan: 1 << 3,
  sound: 1 << 4,
  part: 1 << 5,
  familiar: 1 << 6,
  doubled: 1 << 7,
  alias: 1 << 8,
  called: 1 << 9,
  opening: 1 << 10,
};

/** What may begin with each character, by its code. */
const beginsWith = new Uint16Array(0x10000);
const allow = (characters: string, bit: number): void => {
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    beginsWith[code] = (beginsWith[code] ?? 0) | bit;
  }
};
allow('样', AT.sample);
allow('ABCDEFGHIJKLMNOPQRSTUVWXYZ', AT.capital);
allow(SURNAME_BEGINS, AT.surname);
allow(TIBETAN_BEGINS + TIBETAN_SYLLABLES, AT.tibetan);
allow(FIRST_SYLLABLES, AT.tibetan | AT.sound);
allow(RARER_SYLLABLES, AT.tibetan | AT.sound);
allow(SOUNDS, AT.sound);
allow(PART_BEGINS, AT.part);
allow('小阿老', AT.familiar);

/** Behind these somebody may be called whatever stands there: only then any character is looked at. */
const CALLS = new CharacterSet('叫做作名是他她我：“"‘');
/** Where a name is looked for at all, it may also be called so behind these. */
const MAY_CALL = new CharacterSet(`叫做作名是他她我它：“"‘:${WHITE_SPACE}`);

/** In this order: the first that finds a name at a place names it. */
const FINDERS: readonly { readonly find: NameFinder; readonly at: number }[] = [
  { find: sampleName, at: AT.sample },
  { find: latinName, at: AT.capital },
  { find: veiledName, at: AT.surname | AT.tibetan },
  { find: aliasName, at: AT.alias },
  { find: steppeName, at: AT.part },
  { find: tibetanName, at: AT.tibetan },
  { find: doubledName, at: AT.doubled },
  { find: longForeignName, at: AT.sound },
  { find: hanName, at: AT.surname },
  { find: toldName, at: AT.surname },
  { find: titledName, at: AT.surname },
  { find: familiarName, at: AT.familiar },
  { find: calledName, at: AT.called },
  { find: nickName, at: AT.called },
  { find: labelledName, at: AT.called },
  { find: foreignName, at: AT.sound },
  { find: openingName, at: AT.opening },
  { find: announcedName, at: AT.tibetan | AT.surname | AT.sound },
];

/** That somebody looks at all. */
const LOOKED_AT = 1 << 15;
/** What alone makes nobody look: a part of a name whose first character is no sound. */
const ASKS = AT.sample | AT.capital | AT.surname | AT.sound | AT.familiar | AT.doubled | AT.alias | AT.opening;

/** The kinds of names that may begin at an offset; 0: none, as at most characters. */
function kindsAt({ text, isAliasNear }: Reading, at: number): number {
  const code = text.charCodeAt(at);
  const kinds =
    (beginsWith[code] ?? 0) |
    (code === text.charCodeAt(at + 1) && isHan(text, at) ? AT.doubled : 0) |
    (isAliasNear(at) ? AT.alias : 0) |
    (opensSentence(text, at) && isHan(text, at) ? AT.opening : 0);
  if ((kinds & ASKS) === 0 && !CALLS.isAt(text, at - 1)) return 0;
  // Some name is looked for: whether it was found before is asked too.
  return kinds | (MAY_CALL.isAt(text, at - 1) ? AT.called : 0) | LOOKED_AT;
}
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

function readNames(text: string, isLoose: () => boolean): readonly FoundName[] {
  const bounds = wordBoundsOf(text);
  const isAliasNear = aliasesNear(text);
  const first = readOnce({ text, bounds, isAliasNear, starts: NOBODY, ends: NOBODY, isLoose });
  const sure = first.filter(({ certainty }) => certainty === 'certain');
  if (!sure.some(({ start, end }) => joinsAt(text, start - 1) || joinsAt(text, end))) return first;
  const starts = new Set(sure.map(({ start }) => start));
  const ends = new Set(sure.map(({ end }) => end));
  return readOnce({ text, bounds, isAliasNear, starts, ends, isLoose });
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
    const kinds = isDotted ? 0 : kindsAt(reading, at);
    if (!isDotted && kinds === 0) continue;
    const announced = cueBefore(text, at) ?? cueOfList(text, at, found.at(-1));
    const name: NameAt | null =
      dot && isDotted
        ? { end: dot.end, form: 'dotted', certainty: 'certain' }
        : nameAt(reading, at, kinds, announced, known, dot?.start ?? text.length);
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

function nameAt(
  reading: Reading,
  at: number,
  kinds: number,
  before: Cue | null,
  known: KnownNames,
  limit: number,
): NameAt | null {
  const name = firstOf(reading, at, kinds, before, limit);
  if (name) return name;
  const again = known.at(reading.text, at);
  if (again === undefined || makesNoPerson(reading.text.slice(at + again.length, at + again.length + 3))) return null;
  return { end: at + again.length, form: 'called', certainty: 'likely' };
}

/** 叫它小白: an animal or a thing. */
const isOfThing = (text: string, at: number): boolean => /叫它[“"]?$/u.test(text.slice(Math.max(0, at - 3), at));

function firstOf(reading: Reading, at: number, kinds: number, before: Cue | null, limit: number): NameAt | null {
  if ((kinds & AT.called) > 0 && isOfThing(reading.text, at)) return null;
  for (const { find, at: own } of FINDERS) {
    if ((kinds & own) === 0) continue;
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

/** The names of a text, and whether a loose reading may find others. */
const readStrictly = keptByText((text) => {
  let asked = false;
  const names = readNames(text, () => {
    asked = true;
    return false;
  });
  return { names, mayDiffer: asked };
});

/**
 * The names of people in a text, from left to right, none inside another: Han names, Tibetan names, names with a dot,
 * Latin names, 小X and X某. What a name is made of is looked up, never searched for. The text is read twice where names
 * stand beside something: who stands beside a name is more likely one.
 */
export const namesIn = (text: string): readonly FoundName[] => readStrictly(text).names;

/**
 * The same and what only may be a name at the beginning of a thought (吐旦的作文…): for those who look for people where
 * other signs beside it say that one is meant, a school, a hardship, and ask nobody about it.
 */
export const looseNamesIn = keptByText((text) => {
  const { names, mayDiffer } = readStrictly(text);
  return mayDiffer ? readNames(text, () => true) : names;
});

/**
 * Whether somebody must be asked about a name: it is sure, or a word beside it says that somebody is meant. 李某 tells
 * nobody's name.
 */
export const isAsked = ({ certainty, form, before, after }: FoundName): boolean =>
  form !== 'veiled' && (certainty === 'certain' || isStrong(before) || isStrong(after));

/** A name of which only the first character is told: what protects people does not repeat them. */
export const shownName = (name: string): string => `${name.slice(0, 1)}＊`;
