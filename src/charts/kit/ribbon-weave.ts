import type { Gap } from './ribbon.ts';

/** A ribbon in a crossing: where its slots lie at the crossing's x, and how steeply they run. */
export interface WovenBand {
  /** y of the upper edge of its first strand's slot at the crossing's x. */
  readonly top: number;
  /** dy/dx. */
  readonly slope: number;
  readonly strands: number;
  /** Number of its first slot among those that cross in the same direction. */
  readonly firstSlot: number;
}

/** Where a strand runs under and where over the strands of the ribbons it crosses. */
export interface Weave {
  readonly under: readonly Gap[];
  readonly over: readonly Gap[];
}

/** Strands that change sides together: single ones would be finer than the eye. */
const TOGETHER = 2;

/**
 * Strand `index` of `band` goes over two strands and under two of the bands it crosses. The next strand changes one
 * strand later, which is at the same x: all change together, and the crossing is a row of clean blocks.
 * `x` is where the centres cross, `onward` the direction of travel.
 */
export function weaveStrand(
  index: number,
  band: WovenBand,
  crossed: readonly WovenBand[],
  { x, pitch, onward }: { x: number; pitch: number; onward: 1 | -1 },
): Weave {
  const own = band.top + (index + 0.5) * pitch;
  const [under, over]: [Gap[], Gap[]] = [[], []];
  for (const other of crossed) {
    const at = (slot: number) => x + (other.top + slot * pitch - own) / (band.slope - other.slope);
    for (let slot = 0; slot < other.strands; slot++) {
      const [a, b] = [at(slot), at(slot + 1)].sort((p, q) => onward * (p - q));
      const isOver = Math.floor((other.firstSlot + slot - band.firstSlot - index) / TOGETHER) % 2 === 0;
      if (a !== undefined && b !== undefined) (isOver ? over : under).push({ from: a, to: b });
    }
  }
  return { under: merged(under, onward), over: merged(over, onward) };
}

/** Neighbouring intervals as one, in the order of travel. */
function merged(gaps: readonly Gap[], onward: 1 | -1): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => onward * (a.from - b.from))) {
    const last = result.at(-1);
    if (last && onward * (gap.from - last.to) < 0.05) result[result.length - 1] = { from: last.from, to: gap.to };
    else result.push(gap);
  }
  return result;
}
