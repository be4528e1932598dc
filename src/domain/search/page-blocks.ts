import { type Phrase, standsAt } from './fold-text.ts';

/** A stretch of the words of a page: from the first to before the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The blocks of a page (a heading, a paragraph, a cell) without the words that end them. */
export function blocksOf(words: readonly string[]): Stretch[] {
  const blocks: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at]?.trim() !== '.') continue;
    if (at > from) blocks.push({ from, to: at });
    from = at + 1;
  }
  return blocks;
}

/** Where the phrases stand in a page, ascending; where two share words they are one stretch. */
export function marksIn(bases: readonly string[], phrases: readonly Phrase[]): Stretch[] {
  const found: Stretch[] = [];
  for (const phrase of phrases) {
    for (let at = bases.indexOf(phrase[0] ?? '.'); at !== -1; at = bases.indexOf(phrase[0] ?? '.', at + 1)) {
      if (standsAt(bases, phrase, at)) found.push({ from: at, to: at + phrase.length });
    }
  }
  return joined(found.sort((a, b) => a.from - b.from || b.to - a.to));
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of stretches) {
    const last = apart.at(-1);
    if (last && stretch.from < last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    else apart.push(stretch);
  }
  return apart;
}

/** Those of the stretches that stand inside another one. */
export function inside(stretches: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  return stretches.filter((stretch) => stretch.from >= from && stretch.to <= to);
}
