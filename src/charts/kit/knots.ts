import type { Journey } from '#domain/places/journey.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { escapeText } from '#format/escape-text.ts';
import { type Box, boxesMeet, type Point } from './geometry.ts';
import { element, tenth, text } from './svg.ts';
import { textWidth } from './text.ts';

/** What is tied to one place of the cloth: a story, or several as one knot. */
export interface Knot {
  /** Id of the journey. */
  readonly journey: string;
  /** Id of the place whose thread it is tied to; null: to the ribbon, at its county. */
  readonly thread: string | null;
  /** How many stories; more than one are a numeral. */
  readonly count: number;
  /** Where it leads and what it is called; null: a plain mark, for a file that is taken away. */
  readonly link: { readonly href: string; readonly name: string } | null;
}

/** A thread as it is drawn, px, from its city to its end; `county` is the number of the point at which it passes its county. */
export interface Course {
  readonly points: readonly Point[];
  readonly county: number;
}

/** The threads of a journey, in their order. */
export interface Courses {
  readonly journey: Journey;
  readonly threads: readonly Course[];
}

/** A knot in its place: its middle, and half of what it takes up without its ring, px. */
export interface PlacedKnot {
  readonly knot: Knot;
  readonly hue: number;
  readonly x: number;
  readonly y: number;
  readonly half: readonly [x: number, y: number];
}

/** px: half of the circle of one story, half of the height of a numeral, the size of its figures, the air beside them. */
const [ONE, MANY, FIGURES, AIR] = [4.5, 9, 13, 4];
/** px of paper round a knot. */
export const RING = 2;
/** px: half of what a pointer hits. */
const HIT = 12;
/** px: what a knot on the ribbon keeps from its county, so that it is seen that the threads are still one. */
const FROM_COUNTY = 14;
/** px: letters reach this much beyond their estimated box. */
const CLEAR = 2;
/** px from one place that is tried to the next. */
const STEP = 2;

const halfOf = ({ count }: Knot): readonly [number, number] =>
  count === 1 ? [ONE, ONE] : [Math.max(MANY, textWidth(`${count}`, FIGURES) / 2 + AIR), MANY];

/** The room round a point, px. */
const around = ([x, y]: Point, [dx, dy]: readonly [number, number]): Box => ({
  left: x - dx,
  right: x + dx,
  top: y - dy,
  bottom: y + dy,
});

/** Points every `STEP` px along a line. */
function walk(line: readonly Point[], from: number): Point[] {
  const found: Point[] = [];
  let [gone, next] = [0, from];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] ?? [0, 0], line[i] ?? [0, 0]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (; length > 0 && next <= gone + length; next += STEP) {
      const t = (next - gone) / length;
      found.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    gone += length;
  }
  return found;
}

/** Where a knot may lie, the best first: on a thread from its end on, on a ribbon from its county on towards the city. */
function placesOf({ thread }: Knot, { journey, threads }: Courses, half: readonly [number, number]): Point[] {
  const middle = Math.floor((threads.length - 1) / 2);
  const number = thread === null ? middle : journey.threads.findIndex(({ place }) => place.id === thread);
  const course = threads[number];
  if (!course) return [];
  const { points, county } = course;
  if (thread === null) return walk(points.slice(0, county + 1).toReversed(), FROM_COUNTY);
  return walk(points.toReversed(), half[0] + RING);
}

/**
 * Ties every knot to its thread, on no label, on no other knot, and so that a pointer hits one alone where there is
 * room for that. What finds no free place lies where it covers least. Knots of journeys that are not drawn fall away.
 * @param taken what must stay free, px
 * @param across the drawing reaches from 0 to here, px
 */
export function placeKnots(
  knots: readonly Knot[],
  courses: readonly Courses[],
  taken: readonly Box[],
  across: number,
): PlacedKnot[] {
  const placed: PlacedKnot[] = [];
  // The larger ones first: the small find room beside them.
  for (const knot of knots.toSorted((a, b) => Number(b.count > 1) - Number(a.count > 1))) {
    const own = courses.find(({ journey }) => journey.id === knot.journey);
    if (!own) continue;
    const half = halfOf(knot);
    const ringed = [half[0] + RING, half[1] + RING] as const;
    const hit = [Math.max(HIT, ringed[0]), Math.max(HIT, ringed[1])] as const;
    const others = placed.map((other) => {
      const [dx, dy] = [other.half[0] + RING, other.half[1] + RING];
      const at: Point = [other.x, other.y];
      return { seen: around(at, [dx, dy]), hit: around(at, [Math.max(HIT, dx), Math.max(HIT, dy)]) };
    });
    let best: { at: Point; covered: number } | null = null;
    for (const at of placesOf(knot, own, half)) {
      const box = around(at, ringed);
      const outside = box.left < 0 || box.right > across;
      const covers =
        taken.filter((one) => boxesMeet(box, one, CLEAR)).length +
        others.filter(({ seen }) => boxesMeet(box, seen)).length;
      const near = others.some((other) => boxesMeet(around(at, hit), other.hit));
      const covered = 2 * covers + (outside ? 2 : 0) + (near ? 1 : 0);
      if (!best || covered < best.covered) best = { at, covered };
      if (covered === 0) break;
    }
    if (best) placed.push({ knot, hue: own.journey.hue, x: tenth(best.at[0]), y: tenth(best.at[1]), half });
  }
  return placed.sort((a, b) => knots.indexOf(a.knot) - knots.indexOf(b.knot));
}

/** The knots as marks with a ring of paper, each a link that is called as its story is; '' where there is none. */
export function drawKnots(placed: readonly PlacedKnot[]): string {
  const groups = [...Map.groupBy(placed, ({ hue }) => hue)].map(([hue, own]) =>
    element('g', { fill: `var(--h${hue})` }, own.map(drawKnot).join('')),
  );
  const look = {
    'paint-order': 'stroke',
    'stroke-width': 2 * RING,
    'font-size': FIGURES,
    'font-weight': 700,
    'text-anchor': 'middle',
  };
  return groups.length > 0 ? element('g', { stroke: 'var(--paper)', ...look }, groups.join('')) : '';
}

function drawKnot({ knot: { count, link }, x, y, half: [dx, dy] }: PlacedKnot): string {
  const mark =
    count === 1
      ? element('circle', { cx: x, cy: y, r: dx })
      : element('rect', { x: x - dx, y: y - dy, width: 2 * dx, height: 2 * dy, rx: dy }) +
        text(x, y + FIGURES * 0.36, `${count}`, { fill: 'var(--paper)', stroke: 'none' });
  if (link === null) return mark;
  const [wide, high] = [Math.max(HIT, dx), Math.max(HIT, dy)];
  const hit = { x: x - wide, y: y - high, width: 2 * wide, height: 2 * high };
  return element(
    'a',
    { class: 'knot', href: link.href },
    `<title>${escapeText(link.name)}</title>` +
      element('rect', { ...hit, fill: 'none', stroke: 'none', 'pointer-events': 'all' }) +
      mark,
  );
}

/** What the knots of these journeys are, in the notes under a map; nothing where it has none. */
export function knotNotes(
  knots: readonly Knot[],
  journeys: readonly Journey[],
  { third, receiver }: Pick<PlaceWords, 'third' | 'receiver'>,
): string[] {
  const own = knots.filter((knot) => journeys.some(({ id }) => id === knot.journey));
  if (own.length === 0) return [];
  const whole = own.some(({ thread }) => thread === null);
  const ribbon = third && whole ? `；没有写到${third.noun}的，系在${receiver.noun}的前面，那里线还没有分开` : '';
  return [`圆点是结，系着这条线上的故事，圆里的数是篇数${ribbon}。`];
}
