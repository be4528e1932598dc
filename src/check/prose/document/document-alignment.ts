/** How far a passage may be shifted against the words that are compared with it. */
const BAND = 6;

/** Where some words fit a text best, from a place on: how many characters differ, and which part of the text it is. */
export function aligned(words: string, text: string, from: number): { distance: number; start: number; end: number } {
  const width = 2 * BAND + 1;
  const far = words.length + BAND;
  // Of each shift against the place: the differences so far, and where the text that fits begins.
  let cost = Array.from({ length: width }, (_, k) => (from + k - BAND >= 0 ? 0 : far));
  let begin = Array.from({ length: width }, (_, k) => from + k - BAND);
  for (let i = 0; i < words.length; i++) {
    const [next, starts]: [number[], number[]] = [[], []];
    for (let k = 0; k < width; k++) {
      const at = from + i + k - BAND;
      const same = at >= 0 && words[i] === text[at] ? 0 : 1;
      let [best, start] = [(cost[k] ?? far) + same, begin[k] ?? 0];
      const added = (cost[k + 1] ?? far) + 1;
      if (added < best) [best, start] = [added, begin[k + 1] ?? 0];
      const left = (next[k - 1] ?? far) + 1;
      if (left < best) [best, start] = [left, starts[k - 1] ?? 0];
      next.push(best);
      starts.push(start);
    }
    [cost, begin] = [next, starts];
  }
  let found = { distance: far, start: from, end: from };
  for (const [k, distance] of cost.entries()) {
    const end = from + words.length + k - BAND;
    const start = begin[k] ?? 0;
    // Of two that differ in as much, the one as long as the words.
    const odd = (one: { start: number; end: number }) => Math.abs(one.end - one.start - words.length);
    if (end > text.length || end <= start || distance > found.distance) continue;
    if (distance < found.distance || odd({ start, end }) < odd(found)) found = { distance, start, end };
  }
  return found;
}
