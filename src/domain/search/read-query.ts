import { type Phrase, phraseOf } from './fold-text.ts';
import type { Folding } from './folding.ts';
import { askedFor } from './names.ts';
import type { Part } from './query.ts';
import type { SearchName } from './search-names.ts';

/** What a page has to hold: one of the phrases. */
export interface Needle {
  readonly texts: readonly string[];
  readonly phrases: readonly Phrase[];
}

export interface Reading {
  readonly needles: readonly Needle[];
  /** How parts were read that were not taken as they stand. */
  readonly readAs: readonly string[];
}

type Asked = NonNullable<ReturnType<typeof askedFor>>;
interface Read {
  readonly needle: Needle;
  readonly asked?: Asked;
}

/** No name has more syllables that can be typed apart. */
const MOST_SYLLABLES = 8;
const OTHER_LETTERS = /^(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}\p{P}\s])+$/u;
const A_LETTER = /\p{L}/u;

/**
 * Parts in other letters than Han are replaced by the names they stand for. A name may be typed in several parts
 * (`mou xian`): the longest run that is a name counts as one.
 */
export function readQuery(
  parts: readonly Part[],
  whole: string,
  names: readonly SearchName[],
  folding: Folding,
): Reading {
  const readable = parts.every(inOtherLetters);
  const asked = readable ? askedFor(whole, names) : null;
  const read = asked ? [replaced(asked, folding)] : readRuns(parts, names, folding);
  return { needles: read.map(({ needle }) => needle), readAs: sayings(read.flatMap((r) => r.asked ?? [])) };
}

function readRuns(parts: readonly Part[], names: readonly SearchName[], folding: Folding): Read[] {
  const read: Read[] = [];
  for (let at = 0; at < parts.length; ) {
    const run = longestName(parts.slice(at, at + MOST_SYLLABLES), names);
    const part = parts[at];
    if (run) read.push(replaced(run.asked, folding));
    else if (part) read.push({ needle: { texts: [part.plain], phrases: [part.tokens] } });
    at += run?.length ?? 1;
  }
  return read;
}

function longestName(parts: readonly Part[], names: readonly SearchName[]): { asked: Asked; length: number } | null {
  const stop = parts.findIndex((part) => !inOtherLetters(part));
  for (let length = stop === -1 ? parts.length : stop; length > 0; length -= 1) {
    const text = parts.slice(0, length).map((part) => part.text);
    const asked = askedFor(text.join(' '), names);
    if (asked) return { asked, length };
  }
  return null;
}

function inOtherLetters({ text, literal }: Part): boolean {
  return !literal && OTHER_LETTERS.test(text) && A_LETTER.test(text);
}

function replaced(asked: Asked, folding: Folding): Read {
  const phrases = asked.texts.map((text) => phraseOf(text, folding)).filter((phrase) => phrase.length > 0);
  return { needle: { texts: asked.texts, phrases }, asked };
}

/** `按拼音：某县、某乡`: one sentence for each kind of letters. */
function sayings(asked: readonly Asked[]): string[] {
  const kinds = [...new Set(asked.map(({ by }) => by))];
  return kinds.map((kind) => {
    const texts = asked.flatMap((one) => (one.by === kind ? one.texts : []));
    return `按${kind}：${[...new Set(texts)].join('、')}`;
  });
}
