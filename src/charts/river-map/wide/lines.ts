import type { Knot } from '../../kit/ribbon.ts';
import { spread } from '../../kit/ribbon-spread.ts';
import { crossingsBetween } from './crossings.ts';
import { keepApart } from './relax.ts';
import type { RibbonSizes, Track } from './track.ts';

/** Order of the ribbons at x, north to south. */
export interface Column {
  readonly x: number;
  readonly order: readonly string[];
}

/** px: a neighbour that would be moved by less needs no knot of its own. */
const NOTICEABLE = 0.6;
/** How firmly a ribbon's own end is held against neighbours that pass by, and a crossing against everything. */
const [END, CROSSING] = [6, 1e6];
/** px: ends closer than this in x (two ribbons of one city) are laid beside each other. */
const SAME_PLACE = 2;

const ends = ['city', 'county'] as const;
const spans = ({ city, county }: Track, x: number) => (x - city[0]) * (x - county[0]) < 0;

/**
 * The knots of every centre line, from the city on, and the crossings: great circles, pushed apart where the layout
 * orders the ribbons, at both sides of a crossing, and where a ribbon begins or ends beside others.
 */
export function centreLines(tracks: readonly Track[], layout: readonly Column[], sizes: RibbonSizes) {
  const columns = layout.toSorted((a, b) => b.x - a.x);
  const inner = new Map<string, Knot[]>(tracks.map(({ id }) => [id, []]));
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
  /** Where a line runs by the knots it has so far: later ones build on earlier ones. */
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
    tracks.map((track) => [track.id, knotsOf(track, moved.get(track.id) ?? track, inner.get(track.id) ?? [])]),
  );
  return { lines: keepApart(tracks, lines, crossings, sizes), crossings };
}

const nearest = (columns: readonly Column[], x: number) =>
  columns.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];

/** Height at x of the great circle bent to pass through the knots. */
function heightOf({ truth, city, county }: Track, knots: readonly Knot[], x: number): number {
  const ends = [city, county].map((point) => ({ x: point[0], y: point[1] }));
  const offs = [...ends, ...knots]
    .map((knot) => ({ x: knot.x, off: knot.y - truth(knot.x) }))
    .sort((a, b) => a.x - b.x);
  const i = offs.findIndex((point) => point.x >= x);
  const [a, b] = [offs[i - 1], offs[i]];
  return truth(x) + (a && b ? a.off + ((b.off - a.off) * (x - a.x)) / (b.x - a.x) : 0);
}

/** All knots in the order of travel; a line leaves and arrives as the great circle does. */
function knotsOf({ truth }: Track, { city, county }: Pick<Track, 'city' | 'county'>, inner: readonly Knot[]): Knot[] {
  const onward = Math.sign(county[0] - city[0]);
  const slope = (x: number) => (truth(x + 2) - truth(x - 2)) / 4;
  return [
    { x: city[0], y: city[1], slope: slope(city[0] + onward * 3) },
    ...inner.toSorted((a, b) => onward * (a.x - b.x)),
    { x: county[0], y: county[1], slope: slope(county[0] - onward * 3) },
  ];
}
