import { initialOf, soundOf, soundsWith, syllablesById } from './pinyin.ts';

/** A name with its page, and what helps to read it. */
export interface IndexedName {
  readonly text: string;
  readonly href: string;
  /** What it is the name of; null for stories, which are most of them. */
  readonly kind: string | null;
  readonly note?: string;
  /** Whether it begins with a surname. */
  readonly person?: boolean;
  /** The id of a place, which tells how it is read. */
  readonly id?: string;
}

/** The names under one letter, in the order in which they are read. */
export interface NameLetter {
  /** A to Z; `#` for what begins with neither a Han nor a Latin letter. */
  readonly letter: string;
  /** Where the letter stands on the page. */
  readonly id: string;
  readonly entries: readonly { readonly text: string; readonly href: string; readonly kind: string }[];
}

const OTHERS = '#';

interface Filed extends IndexedName {
  readonly sound: string;
  readonly letter: string;
}

function filed(name: IndexedName): Filed {
  const known = name.id === undefined ? null : syllablesById(name.text, name.id);
  const sound = known ? (soundsWith(name.text, known)[0] ?? '') : soundOf(name.text, name.person);
  const letter = known ? sound.slice(0, 1).toUpperCase() : initialOf(name.text, name.person);
  return { ...name, sound, letter: /^[A-Z]$/u.test(letter) ? letter : OTHERS };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byReading = (a: Filed, b: Filed) =>
  compare(a.sound, b.sound) || compare(a.text, b.text) || compare(a.href, b.href);

/** Names by the letter they begin with when they are read, A to Z, then the others; the same one once. */
export function nameLetters(names: readonly IndexedName[]): NameLetter[] {
  const once = new Map(names.map((name) => [`${name.text}\n${name.href}\n${name.kind}`, name]));
  const letters = Map.groupBy([...once.values()].map(filed), ({ letter }) => letter);
  const order = (letter: string) => (letter === OTHERS ? '~' : letter);
  return [...letters]
    .sort(([a], [b]) => compare(order(a), order(b)))
    .map(([letter, own]) => ({
      letter,
      id: letter === OTHERS ? 'az-others' : `az-${letter.toLowerCase()}`,
      entries: own.sort(byReading).map(({ text, href, kind, note }) => ({
        text,
        href,
        kind: [kind, note].filter(Boolean).join('，'),
      })),
    }));
}
