import type { RibbonSizes, Track } from './track.ts';

/** Ribbons that change places: straight from `east` to `west`, those of one side parallel. */
export interface Crossing {
  readonly x: number;
  readonly east: number;
  readonly west: number;
  readonly sides: readonly [readonly CrossingRibbon[], readonly CrossingRibbon[]];
}

export interface CrossingRibbon {
  readonly id: string;
  /** y of its centre at the crossing's x. */
  readonly y: number;
  /** dy/dx. */
  readonly slope: number;
  readonly strands: number;
  /** Number of its first slot on its side; one slot stays empty between two ribbons. */
  readonly firstSlot: number;
}

/** px left free between a crossing and the columns beside it. */
const MARGIN = 20;

/**
 * Where neighbours change places between two columns, given as the same tracks in two orders (north to south).
 * Two sides that pass through each other as wholes are one crossing; any other change of order cannot be woven,
 * needs another column in the layout, and is drawn as the lines happen to meet.
 */
export function crossingsBetween(
  east: { x: number; tracks: readonly Track[] },
  west: { x: number; tracks: readonly Track[] },
  sizes: RibbonSizes,
): Crossing[] {
  const rank = east.tracks.map((track) => west.tracks.indexOf(track));
  const crossings: Crossing[] = [];
  let start = 0;
  for (let end = 1; end <= rank.length; end++) {
    const ranks = rank.slice(start, end);
    if (Math.max(...ranks) >= end) continue;
    const group = east.tracks.slice(start, end);
    const split = ranks.indexOf(start);
    const wholes = ranks.every((r, i) => r === start + ((i - split + group.length) % group.length));
    if (split > 0 && wholes)
      crossings.push(crossingOf(group.slice(0, split), group.slice(split), east.x, west.x, sizes));
    start = end;
  }
  return crossings;
}

/** The crossing lies where the great circles of both sides meet, if they do, else half way. */
function crossingOf(
  north: readonly Track[],
  south: readonly Track[],
  east: number,
  west: number,
  { pitch, steepness }: RibbonSizes,
): Crossing {
  const mean = (tracks: readonly Track[], x: number) =>
    tracks.reduce((sum, track) => sum + track.truth(x), 0) / tracks.length;
  const slots = (tracks: readonly Track[]) => tracks.reduce((sum, track) => sum + track.strands + 1, -1);
  const all = [...north, ...south];
  const reach = ((slots(north) + slots(south)) * pitch) / 2 / steepness + 2;
  const isNorth = (x: number) => mean(north, x) < mean(south, x);
  let x = (east + west) / 2;
  for (let at = east; at > west; at--) if (isNorth(at) !== isNorth(at - 1)) x = at;
  x = Math.max(Math.min(x, east - reach - MARGIN), west + reach + MARGIN);
  const y = mean(all, x);
  const fall = (mean(all, east) - mean(all, west)) / (east - west);
  const side = (tracks: readonly Track[], slope: number): CrossingRibbon[] =>
    tracks.map(({ id, strands }, i) => {
      const firstSlot = slots(tracks.slice(0, i)) + 1;
      return { id, strands, slope, firstSlot, y: y + (firstSlot + (strands - slots(tracks)) / 2) * pitch };
    });
  return {
    x,
    east: x + reach,
    west: x - reach,
    sides: [side(north, fall - steepness / 2), side(south, fall + steepness / 2)],
  };
}
