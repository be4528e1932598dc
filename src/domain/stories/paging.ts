/** One page of a long list. */
export interface ListPage<T> {
  /** From 1. */
  readonly number: number;
  readonly items: readonly T[];
}

/** A list cut into pages of at most `size`; an empty list has one empty page, since its address exists. */
export function paged<T>(items: readonly T[], size: number): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, i) => ({ number: i + 1, items: items.slice(i * size, (i + 1) * size) }));
}

/** Up to so many pages all their numbers are shown. */
const FEW = 7;

/**
 * The numbers of the pages a reader is offered: all where they are few, else the first, the last and those around
 * this one; null stands for numbers left out, never for a single one.
 */
export function pageNumbers(current: number, count: number): (number | null)[] {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  if (count <= FEW) return all;
  const near = (n: number) => n === 1 || n === count || Math.abs(n - current) <= 1;
  const shown = all.filter((n) => near(n) || (near(n - 1) && near(n + 1)));
  return shown.flatMap((n, i) => (i > 0 && n - (shown[i - 1] ?? 0) > 1 ? [null, n] : [n]));
}
