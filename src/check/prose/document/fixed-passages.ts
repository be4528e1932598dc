import type { OneOff } from './fixed-names.ts';
import { folded } from './quotation-pieces.ts';

/** Pauses are one sign: 目标明晰、责任具体 is the same passage. */
const PAUSE = /[，、；：。！？,.;:!?]/u;
const paused = (text: string) => text.replaceAll(new RegExp(PAUSE, 'gu'), '，');
/** So many characters in a row say where a passage is from. */
const KEY = 4;
/** The other character with two on either side. */
const AROUND = 5;
/** No more of the passage around the other character is compared. */
const MOST = 40;

/** A character other than in a passage, and how much of the passage stands around it. */
export interface OtherPassage extends OneOff {
  /** How many characters before it and behind it are the passage's. */
  readonly before: number;
  readonly behind: number;
}

/** Finds in a folded text passages of the document in which one character is another one. */
export function nearPassages(texts: readonly string[]): (text: string) => OtherPassage[] {
  const original = texts.map((text) => folded(text).text).join('\n');
  const whole = paused(original);
  const places = new Map<string, number[]>();
  for (let i = 0; i + KEY <= whole.length; i++) {
    const key = whole.slice(i, i + KEY);
    if (!key.includes('\n')) places.set(key, [...(places.get(key) ?? []), i]);
  }
  /** Every run of characters of the width that is compared around another one: a text asks for thousands of them. */
  const runs = new Set(Array.from({ length: whole.length }, (_, i) => whole.slice(i, i + AROUND)));
  const isEnd = (char: string) => char === '' || char === '\n';

  /** How many characters are the same from here on, in one direction. */
  function same(text: string, i: number, d: number, step: 1 | -1): number {
    let n = 0;
    while (n < MOST && text[i + n * step] === whole[d + n * step] && !isEnd(whole.charAt(d + n * step))) n++;
    return n;
  }

  return (source) => {
    const text = paused(source);
    const found = new Map<number, OtherPassage>();
    const check = (i: number, d: number) => {
      const [char, wanted] = [text.charAt(i), whole.charAt(d)];
      if (isEnd(char) || isEnd(wanted)) return;
      const [before, behind] = [same(text, i - 1, d - 1, -1), same(text, i + 1, d + 1, 1)];
      const known = found.get(i);
      if (known && known.before + known.behind >= before + behind) return;
      // The text around it is the document's in another place.
      const around = text.slice(Math.max(0, i - 2), i + 3);
      if (around.length === AROUND ? runs.has(around) : whole.includes(around)) return;
      const [start, end] = [i - before, i + 1 + behind];
      const right = original.slice(d - before, d + 1 + behind);
      found.set(i, { start, end, at: i, right, wanted, before, behind });
    };
    for (let i = 0; i + KEY <= text.length; i++) {
      for (const d of places.get(text.slice(i, i + KEY)) ?? []) {
        if (text[i - 1] === whole[d - 1] && i > 0) continue;
        check(i - 1, d - 1);
        const length = same(text, i, d, 1);
        check(i + length, d + length);
      }
    }
    return [...found.values()];
  };
}
