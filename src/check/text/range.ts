/** From one offset of a block's text to another, as `slice` counts. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Those that lie on none before them: what is told of a place is told of it once, by the first that told it. The work
 * grows with the ranges, not with their square.
 */
export function withoutOverlaps<T extends Range>(ranges: readonly T[]): T[] {
  const taken = new Uint8Array(ranges.reduce((last, { end }) => Math.max(last, end), 0));
  return ranges.filter(({ start, end }) => {
    const isNew = !taken.subarray(start, end).includes(1);
    taken.fill(1, start, end);
    return isNew;
  });
}
