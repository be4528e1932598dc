import type { Engine, FoundPage } from './engine.ts';
import type { Hit } from './found.ts';
import type { Where } from './occurrences.ts';

/** Where one of the phrases of a needle stands. */
export interface Occurring {
  /** How many tokens the phrase has. */
  readonly length: number;
  readonly where: Where;
}
/** Where the phrases of one needle stand. */
export type NeedleHits = readonly Occurring[];

/** A hit with what it is ordered by. */
export interface RankedHit extends Hit {
  /** The whole title was asked for. */
  readonly isTitle: boolean;
  readonly weight: number;
  readonly place: number;
}

/** What a query is, as far as order goes. */
export interface Asked {
  readonly needles: readonly NeedleHits[];
  /** How many tokens were typed, with signs at its end and between its parts. */
  readonly typed: number;
  /** How many of them are searched for. */
  readonly searched: number;
}

/** More occurrences count less and less (BM25). */
const SATURATION = 1.2;
/** How much a long page needs more of them. */
const LENGTH_COUNTS = 0.75;
/** What a title counts that is the query, against about 2 for a page full of it. */
const TITLE_COUNTS = 2;

/** Pages that hold a phrase of every needle. */
export function idsOfAll(needles: readonly NeedleHits[]): string[] {
  const [first, ...others] = needles;
  if (!first) return [];
  const ids =
    first.length === 1
      ? [...(first[0]?.where.keys() ?? [])]
      : [...new Set(first.flatMap(({ where }) => [...where.keys()]))];
  return ids.filter((id) => others.every((needle) => needle.some(({ where }) => where.has(id))));
}

/** The hits in the order in which they are shown: the title itself, in the title, weight, newest first. */
export function ranked(ids: readonly string[], asked: Asked, pages: Engine['pages']): RankedHit[] {
  const average = averageLength(pages);
  const hits = ids.flatMap((id) => {
    const standing = pages.get(id);
    return standing ? [hitOf(id, standing, asked, average)] : [];
  });
  return hits.sort(inOrder);
}

function inOrder(a: RankedHit, b: RankedHit): number {
  return (
    Number(b.isTitle) - Number(a.isTitle) ||
    Number(b.inTitle) - Number(a.inTitle) ||
    b.weight - a.weight ||
    a.place - b.place
  );
}

function averageLength(pages: Engine['pages']): number {
  let sum = 0;
  for (const { length } of pages.values()) sum += length;
  return Math.max(1, sum / Math.max(1, pages.size));
}

function hitOf(id: string, standing: FoundPage, { needles, typed, searched }: Asked, average: number): RankedHit {
  const { title, length, place } = standing;
  const at = placesIn(id, needles);
  const inTitle = needles.every((needle) => needle.some(({ where }) => (where.get(id)?.[0] ?? title) < title));
  const covered = inTitle ? coveredOf(id, title, needles) : 0;
  const isTitle = covered > 0 && (covered === title || (covered === searched && title === typed));
  const fullness = needles.reduce((sum, needle) => sum + fullnessOf(id, needle, length / average), 0) / needles.length;
  const weight = Math.round(100 * (fullness + (title > 0 ? (TITLE_COUNTS * covered) / title : 0))) / 100;
  return { id, inTitle, at, isTitle, weight, place };
}

/** Where the phrases begin in a page, each place once, ascending. */
export function placesIn(id: string, needles: readonly NeedleHits[]): readonly number[] {
  const lists = needles.flatMap((needle) => needle.flatMap(({ where }) => [where.get(id) ?? []]));
  const filled = lists.filter((list) => list.length > 0);
  return filled.length === 1 ? (filled[0] ?? []) : [...new Set(filled.flat())].sort((a, b) => a - b);
}

function coveredOf(id: string, title: number, needles: readonly NeedleHits[]): number {
  const covered = new Set<number>();
  for (const { length, where } of needles.flat()) {
    for (const at of where.get(id) ?? []) {
      if (at >= title) break;
      for (let i = at; i < at + length; i += 1) covered.add(i);
    }
  }
  return covered.size;
}

function fullnessOf(id: string, needle: NeedleHits, longness: number): number {
  const times = needle.reduce((sum, { where }) => sum + (where.get(id)?.length ?? 0), 0);
  const resistance = SATURATION * (1 - LENGTH_COUNTS + LENGTH_COUNTS * longness);
  return (times * (SATURATION + 1)) / (times + resistance);
}
