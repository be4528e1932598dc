/** Something with a place of its own along one axis, in the order it must keep. */
export interface Spreadable {
  /** Where it would like to be, px. */
  readonly at: number;
  /** Half of its size, px. */
  readonly half: number;
  /** How much it counts when neighbours push; 1 unless told. */
  readonly weight?: number;
}

/**
 * New places in the same order with at least `gap` px between neighbours, moved as little as possible
 * (weighted least squares: isotonic regression by pooling neighbours).
 */
export function spread(items: readonly Spreadable[], gap: number): number[] {
  let sum = 0;
  const before = items.map((item, i) => {
    const last = items[i - 1];
    if (last) sum += last.half + item.half + gap;
    return sum;
  });
  const pools: { value: number; weight: number; count: number }[] = [];
  items.forEach((item, i) => {
    pools.push({ value: item.at - (before[i] ?? 0), weight: item.weight ?? 1, count: 1 });
    for (;;) {
      const [a, b] = [pools.at(-2), pools.at(-1)];
      if (!a || !b || a.value <= b.value) break;
      const weight = a.weight + b.weight;
      const value = (a.value * a.weight + b.value * b.weight) / weight;
      pools.splice(-2, 2, { value, weight, count: a.count + b.count });
    }
  });
  return pools
    .flatMap(({ value, count }) => Array<number>(count).fill(value))
    .map((value, i) => value + (before[i] ?? 0));
}
