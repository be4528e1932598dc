/** How many letters have to be changed, added, dropped or swapped with a neighbour to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const [s, t] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: t.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= s.length; i++) {
    const row = [i];
    for (let j = 1; j <= t.length; j++) {
      const same = s[i - 1] === t[j - 1] ? 0 : 1;
      const at = (r: number, c: number) => rows[r]?.[c] ?? 0;
      let best = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[s.length]?.[t.length] ?? 0;
}

/** The known word that was probably meant; null where none is near (a third of its letters, at least 2, may differ). */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return least <= Math.max(2, Math.floor([...word].length / 3)) ? best : null;
}

/** `是不是想写“…”？` where a known word is near, else the empty string. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === null ? '' : `是不是想写“${near}”？`;
}

/** Words as a list in a sentence; at most `most`, the rest counted. */
export function listed(words: Iterable<string>, most = 12): string {
  const all = [...words];
  const rest = all.length - most;
  return rest > 0 ? `${all.slice(0, most).join('、')} 等${all.length}个` : all.join('、');
}
