import { type Point, spread } from '../../kit/geometry.ts';
import { heightAt, splinePieces, type Waypoint } from './ribbon.ts';

/** A ribbon before it has a line: its ends and the great circle between them, px. */
export interface Track {
  readonly id: string;
  readonly strands: number;
  readonly city: Point;
  readonly county: Point;
  /** Height of the great circle at x. */
  readonly truth: (x: number) => number;
}

/** How ribbons are laid beside each other; see the layout's `ribbon`. */
export interface RibbonSizes {
  readonly pitch: number;
  readonly gap: number;
  readonly steepness: number;
}

/** Order of the ribbons at x, north to south. */
export interface Column {
  readonly x: number;
  readonly order: readonly string[];
}

/** px: a neighbour that would be moved by less needs no waypoint of its own. */
const NOTICEABLE = 0.6;
/** How firmly a ribbon's own end is held against neighbours that pass by, and a crossing against everything. */
const [END, CROSSING] = [6, 1e6];
/** px: ends closer than this in x (two ribbons of one city) are laid beside each other. */
const SAME_PLACE = 2;

const ends = ['city', 'county'] as const;
const spans = ({ city, county }: Track, x: number) => (x - city[0]) * (x - county[0]) < 0;

/**
 * The waypoints of every centre line, from the city on, and the crossings: great circles, pushed apart where the layout
 * orders the ribbons, at both sides of a crossing, and where a ribbon begins or ends beside others.
 */
export function centreLines(tracks: readonly Track[], layout: readonly Column[], sizes: RibbonSizes) {
  const columns = layout.toSorted((a, b) => b.x - a.x);
  const inner = new Map<string, Waypoint[]>(tracks.map(({ id }) => [id, []]));
  const inOrder = (order: readonly string[], isHere: (track: Track) => boolean) =>
    order.flatMap((id) => tracks.filter((track) => track.id === id && isHere(track)));
  const apart = (here: readonly Track[], wish: (track: Track) => { at: number; weight?: number }) => {
    const wishes = here.map((track) => ({ ...wish(track), half: (track.strands * sizes.pitch) / 2 }));
    return spread(wishes, sizes.gap).map((y, i) => ({ y, moved: Math.abs(y - (wishes[i]?.at ?? y)) }));
  };

  for (const { x, order } of columns) {
    const here = inOrder(order, (track) => spans(track, x));
    const places = apart(here, (track) => ({ at: track.truth(x) }));
    here.forEach((track, i) => void inner.get(track.id)?.push({ x, y: places[i]?.y ?? 0 }));
  }
  const crossings = columns.slice(1).flatMap((west, i) => {
    const east = columns[i] ?? west;
    const both = (track: Track) => spans(track, east.x) && spans(track, west.x) && west.order.includes(track.id);
    const [before, after] = [inOrder(east.order, both), inOrder(west.order, both)];
    const same = after.filter((track) => before.includes(track));
    return crossingsBetween(
      { x: east.x, tracks: before.filter((t) => same.includes(t)) },
      { x: west.x, tracks: same },
      sizes,
    );
  });
  /** Where a line runs by the waypoints it has so far: later ones build on earlier ones. */
  const now = (track: Track, x: number) => heightOf(track, inner.get(track.id) ?? [], x);

  for (const crossing of crossings) {
    const ribbons = crossing.sides.flat();
    for (const x of [crossing.east, crossing.west]) {
      const column = x === crossing.east ? columns.findLast((c) => c.x >= x) : columns.find((c) => c.x <= x);
      const here = inOrder(column?.order ?? [], (track) => spans(track, x));
      const own = (id: string) => ribbons.find((ribbon) => ribbon.id === id);
      const places = apart(here, (track) => {
        const ribbon = own(track.id);
        return ribbon ? { at: ribbon.y + ribbon.slope * (x - crossing.x), weight: CROSSING } : { at: now(track, x) };
      });
      here.forEach((track, i) => {
        const ribbon = own(track.id);
        const place = places[i];
        // On one side of a crossing ribbons run closer than elsewhere: their own places hold.
        if (ribbon)
          inner.get(track.id)?.push({ x, y: ribbon.y + ribbon.slope * (x - crossing.x), slope: ribbon.slope });
        else if (place && place.moved > NOTICEABLE) inner.get(track.id)?.push({ x, y: place.y });
      });
    }
  }

  const moved = new Map(tracks.map((track) => [track.id, { city: track.city, county: track.county }]));
  for (const track of tracks) {
    for (const end of ends) {
      const [x] = track[end];
      const endHere = (t: Track) => [t[end]].find((point) => Math.abs(point[0] - x) < SAME_PLACE);
      const order = nearest(columns, x)?.order ?? [];
      const here = inOrder(order, (t) => endHere(t) !== undefined || spans(t, x));
      const places = apart(here, (t) => {
        const point = endHere(t);
        return point ? { at: point[1], weight: END } : { at: now(t, x) };
      });
      const own = here.indexOf(track);
      here.forEach((other, i) => {
        const place = places[i] ?? { y: 0, moved: 0 };
        // Only what this end itself pushes aside: everything from it to the other has moved.
        const pushed = places.slice(Math.min(i, own), Math.max(i, own) + 1).every(({ moved }) => moved > NOTICEABLE);
        const crosses = crossings.some(
          (c) => x < c.east && x > c.west && c.sides.flat().some(({ id }) => id === other.id),
        );
        if (other === track) Object.assign(moved.get(track.id) ?? {}, { [end]: [x, place.y] });
        else if (!endHere(other) && !crosses && pushed) inner.get(other.id)?.push({ x, y: place.y });
      });
    }
  }
  const lines = new Map(
    tracks.map((track) => [track.id, waypointsOf(track, moved.get(track.id) ?? track, inner.get(track.id) ?? [])]),
  );
  return { lines: keepApart(tracks, lines, crossings, sizes), crossings };
}

const nearest = (columns: readonly Column[], x: number) =>
  columns.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];

/** Height at x of the great circle bent to pass through the waypoints. */
function heightOf({ truth, city, county }: Track, waypoints: readonly Waypoint[], x: number): number {
  const ends = [city, county].map((point) => ({ x: point[0], y: point[1] }));
  const offs = [...ends, ...waypoints]
    .map((waypoint) => ({ x: waypoint.x, off: waypoint.y - truth(waypoint.x) }))
    .sort((a, b) => a.x - b.x);
  const i = offs.findIndex((point) => point.x >= x);
  const [a, b] = [offs[i - 1], offs[i]];
  return truth(x) + (a && b ? a.off + ((b.off - a.off) * (x - a.x)) / (b.x - a.x) : 0);
}

/** All waypoints in the order of travel; a line leaves and arrives as the great circle does. */
function waypointsOf(
  { truth }: Track,
  { city, county }: Pick<Track, 'city' | 'county'>,
  inner: readonly Waypoint[],
): Waypoint[] {
  const onward = Math.sign(county[0] - city[0]);
  const slope = (x: number) => (truth(x + 2) - truth(x - 2)) / 4;
  return [
    { x: city[0], y: city[1], slope: slope(city[0] + onward * 3) },
    ...inner.toSorted((a, b) => onward * (a.x - b.x)),
    { x: county[0], y: county[1], slope: slope(county[0] - onward * 3) },
  ];
}

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

/** px of step, of lack that is put up with, of distance between waypoints of one line, and beside a crossing. */
const [STEP, LACK, NEAR, BESIDE] = [4, 1, 40, 90];
/** Each round mends the worst place; a layout that needs more has no room for its ribbons. */
const ROUNDS = 16;

/**
 * Splines swing between their waypoints. Where two lines come closer than the layout's gap, both get a waypoint that keeps
 * them apart; places close to a waypoint they already have, and the surroundings of their own crossing, are left alone.
 */
export function keepApart(
  tracks: readonly Track[],
  lines: ReadonlyMap<string, readonly Waypoint[]>,
  crossings: readonly Crossing[],
  sizes: RibbonSizes,
): Map<string, readonly Waypoint[]> {
  const result = new Map(lines);
  const half = (track: Track) => (track.strands * sizes.pitch) / 2;
  const held = (id: string, x: number) =>
    (result.get(id) ?? []).some((waypoint) => Math.abs(waypoint.x - x) < NEAR) ||
    crossings.some((c) => x > c.west && x < c.east && c.sides.flat().some((ribbon) => ribbon.id === id));
  const cross = (a: Track, b: Track, x: number) =>
    crossings.some(({ east, west, sides }) => {
      const ids = sides.flat().map(({ id }) => id);
      return x > west - BESIDE && x < east + BESIDE && ids.includes(a.id) && ids.includes(b.id);
    });
  const ends = tracks.flatMap(({ city, county }) => [city[0], county[0]]);

  for (let round = 0; round < ROUNDS; round++) {
    const pieces = new Map([...result].map(([id, waypoints]) => [id, splinePieces(waypoints)]));
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
      const waypoints = result.get(track.id) ?? [];
      const onward = Math.sign(track.county[0] - track.city[0]);
      const more = [...waypoints, { x, y: places[i] ?? 0 }].sort((a, b) => onward * (a.x - b.x));
      if (!firm[i]) result.set(track.id, more);
    });
  }
  return result;
}
