import { heightAt, type Knot, splinePieces } from '../../kit/ribbon.ts';
import { spread } from '../../kit/ribbon-spread.ts';
import type { Crossing } from './crossings.ts';
import type { RibbonSizes, Track } from './track.ts';

/** px of step, of lack that is put up with, of distance between knots of one line, and beside a crossing. */
const [STEP, LACK, NEAR, BESIDE] = [4, 1, 40, 90];
/** Each round mends the worst place; a layout that needs more has no room for its ribbons. */
const ROUNDS = 16;

/**
 * Splines swing between their knots. Where two lines come closer than the layout's gap, both get a knot that keeps
 * them apart; places close to a knot they already have, and the surroundings of their own crossing, are left alone.
 */
export function keepApart(
  tracks: readonly Track[],
  lines: ReadonlyMap<string, readonly Knot[]>,
  crossings: readonly Crossing[],
  sizes: RibbonSizes,
): Map<string, readonly Knot[]> {
  const result = new Map(lines);
  const half = (track: Track) => (track.strands * sizes.pitch) / 2;
  const held = (id: string, x: number) =>
    (result.get(id) ?? []).some((knot) => Math.abs(knot.x - x) < NEAR) ||
    crossings.some((c) => x > c.west && x < c.east && c.sides.flat().some((ribbon) => ribbon.id === id));
  const cross = (a: Track, b: Track, x: number) =>
    crossings.some(({ east, west, sides }) => {
      const ids = sides.flat().map(({ id }) => id);
      return x > west - BESIDE && x < east + BESIDE && ids.includes(a.id) && ids.includes(b.id);
    });
  const ends = tracks.flatMap(({ city, county }) => [city[0], county[0]]);

  for (let round = 0; round < ROUNDS; round++) {
    const pieces = new Map([...result].map(([id, knots]) => [id, splinePieces(knots)]));
    let worst: { x: number; pair: { track: Track; at: number }[]; lack: number } | null = null;
    for (let x = Math.min(...ends); x <= Math.max(...ends); x += STEP) {
      const here = tracks
        .flatMap((track) => {
          const at = heightAt(pieces.get(track.id) ?? [], x);
          return at === null ? [] : [{ track, at }];
        })
        .sort((a, b) => a.at - b.at);
      for (const [i, b] of here.entries()) {
        const a = here[i - 1];
        if (!a || cross(a.track, b.track, x) || (held(a.track.id, x) && held(b.track.id, x))) continue;
        const lack = sizes.gap + half(a.track) + half(b.track) - (b.at - a.at);
        if (lack > Math.max(LACK, worst?.lack ?? 0)) worst = { x, pair: [a, b], lack };
      }
    }
    if (!worst) break;
    const { x, pair } = worst;
    const firm = pair.map(({ track }) => held(track.id, x));
    const places = spread(
      pair.map(({ track, at }, i) => ({ at, half: half(track), weight: firm[i] ? 1e6 : 1 })),
      sizes.gap,
    );
    pair.forEach(({ track }, i) => {
      const knots = result.get(track.id) ?? [];
      const onward = Math.sign(track.county[0] - track.city[0]);
      const more = [...knots, { x, y: places[i] ?? 0 }].sort((a, b) => onward * (a.x - b.x));
      if (!firm[i]) result.set(track.id, more);
    });
  }
  return result;
}
