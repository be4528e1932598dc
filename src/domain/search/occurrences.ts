import type { Engine } from './engine.ts';
import { type Phrase, standsAt } from './fold-text.ts';
import { baseOfWord } from './tokens.ts';

/** Pages with the places where something begins in them, ascending. */
export type Where = ReadonlyMap<string, readonly number[]>;
/** Finds the pages of a phrase of any length. */
export type Occurrences = (phrase: Phrase) => Promise<Where>;

/** A window of a long phrase; the pages that hold it are read. */
const WINDOW = 8;
/** Pages that are read to check a long phrase; where more come into question the whole phrase is looked up. */
const MOST_READ = 12;
/** Characters that stand on every page and tell little. */
const COMMON = new Set('的一是在了和有不人中为大上个国我这以要他时来用们生到作地于出就分对成会可年动同工也能下');

/** Finds phrases with one question to the engine for each, however often it is asked. */
export function occurrencesIn(engine: Engine): Occurrences {
  const asked = new Map<string, Promise<Where>>();
  const short = (phrase: Phrase): Promise<Where> => {
    const key = phrase.join(' ');
    const known = asked.get(key) ?? engine.phrase(phrase);
    asked.set(key, known);
    return known;
  };
  return (phrase) => (phrase.length <= WINDOW ? short(phrase) : long(phrase, short, engine));
}

async function long(phrase: Phrase, short: Occurrences, engine: Engine): Promise<Where> {
  const from = tellingWindow(phrase);
  const found = startsOf(await short(phrase.slice(from, from + WINDOW)), from);
  // The places an engine tells may be of the same words in another order: many pages are asked for the whole of it.
  if (found.size > MOST_READ) return short(phrase);
  const read = [...found].map(async ([id, starts]) => [id, await readIn(engine, id, phrase, starts)] as const);
  return new Map((await Promise.all(read)).filter(([, starts]) => starts.length > 0));
}

/** The window that tells most: the one with the most different tokens that are not common everywhere. */
function tellingWindow(phrase: Phrase): number {
  const tells = (from: number) => new Set(phrase.slice(from, from + WINDOW).filter((base) => !COMMON.has(base))).size;
  let best = 0;
  for (let from = 1; from + WINDOW <= phrase.length; from += 1) if (tells(from) > tells(best)) best = from;
  return best;
}

/** Where the phrase would begin, of which a window was found. */
function startsOf(where: Where, from: number): Where {
  const begins = (at: readonly number[]) => at.map((position) => position - from).filter((start) => start >= 0);
  return new Map([...where].map(([id, at]) => [id, begins(at)]));
}

async function readIn(engine: Engine, id: string, phrase: Phrase, starts: readonly number[]): Promise<number[]> {
  const { words } = await engine.page(id);
  const read = (start: number) => words.slice(start, start + phrase.length).map(baseOfWord);
  return starts.filter((start) => standsAt(read(start), phrase, 0));
}
