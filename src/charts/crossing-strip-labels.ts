import type { Journey } from '#domain/journey.ts';
import { UNKNOWN } from '#format/status.ts';
import type { Row } from './crossing-strip-layout.ts';
import { type Course, middleOf, type Tick } from './crossing-strip-rivers.ts';
import { height } from './pairing-map-words.ts';
import { boxesMeet, type Label, labelBox } from './parts/label.ts';
import type { Box } from './parts/polyline.ts';
import { n } from './parts/svg.ts';
import { textWidth } from './parts/text-width.ts';

/** px: height of a line of river names. */
export const LINE = 16;
/** px on the phone: a longer county name is written smaller. */
export const COUNTY_ROOM = 132;

/** Distance with 约 (the centre points are approximate), 待补 where it is not known. */
export const distanceWords = ({ distance }: Journey) =>
  distance === null ? `距离${UNKNOWN}` : `约${n(Math.round(distance))}公里`;

/** The line at the foot of the drawing. */
export function footOf(journeys: readonly Journey[], wide: boolean): string {
  const rivers = journeys.some((j) => j.crossings?.length);
  if (!rivers) return '示意图：横向是离起点的球面距离';
  return wide
    ? '示意图：横向是离起点的球面距离；竖线是大圆线与江河相交处，框是多次相交'
    : '示意图：横向是离起点的距离；竖线是江河，框是多次相交';
}

/** Names, heights and distance at both ends of a row. */
export function endLabels(
  { city, county, ...journey }: Journey,
  y: number,
  start: number,
  end: number,
  edge: number,
  wide: boolean,
): Label[] {
  const name = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({
    role: 'place',
    text,
    x,
    y: y + dy,
    size: wide ? 16 : 15,
    anchor,
  });
  const small = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({
    role: 'small',
    text,
    x,
    y: y + dy,
    size: wide ? 13 : 12,
    anchor,
  });
  const distance = distanceWords({ city, county, ...journey });
  if (wide) {
    const countyHeight = textWidth(height(county), 13);
    return [
      name(county.name, end - 16 - countyHeight, 6, 'end'),
      small(height(county), end - 10, 5, 'end'),
      small(distance, edge, 5, 'start'),
      name(city.name, start + 10, 6, 'start'),
      small(height(city), start + 16 + textWidth(city.name, 16), 5, 'start'),
    ];
  }
  return [
    { ...name(county.name, edge, -9, 'start'), size: Math.min(15, COUNTY_ROOM / textWidth(county.name, 1)) },
    small(height(county), edge, 7, 'start'),
    small(distance, edge, 22, 'start'),
    name(city.name, start + 10, -1, 'start'),
    small(height(city), start + 10, 16, 'start'),
  ];
}

/** Names of rivers that the first row does not meet: beside their first tick, between the rows, where there is room. */
export function innerNames(
  courses: readonly Course[],
  rows: readonly Row[],
  size: number,
  placed: readonly Label[],
  [from, to]: readonly [number, number],
): Label[] {
  const others = (river: Course) =>
    courses
      .filter((c) => c !== river)
      .flatMap((c) => [
        ...c.joins.flatMap((join) => joinBoxes(join, rows)),
        ...c.ticks.flatMap((t) => tickBox(t, rows)),
      ]);
  const names: Label[] = [];
  for (const course of courses) {
    const first = course.ticks[0];
    const row = first && rows[first.row];
    if (!first || !row || first.row === 0) continue;
    const taken = [...placed, ...names, ...rows.flatMap((r) => r.labels)].map(labelBox);
    const ribbons = rows.map((r): Box => ({ left: r.end, right: r.start, top: r.y - r.half, bottom: r.y + r.half }));
    const spots = [row.y - row.half - 4, row.y + row.half + size + 1].flatMap((y) => [
      { role: 'river', text: course.river, x: first.to - 5, y, size, anchor: 'end' } as const,
      { role: 'river', text: course.river, x: first.from + 5, y, size, anchor: 'start' } as const,
    ]);
    const free = spots.find((label) => {
      const box = labelBox(label);
      const clear = ![...taken, ...ribbons, ...others(course)].some((other) => boxesMeet(box, other, 1));
      return clear && box.left > from && box.right < to;
    });
    if (free) names.push(free);
  }
  return names;
}

/** A tick with the room above and below it in which a name would seem to be its own. */
function tickBox(tick: Tick, rows: readonly Row[]): Box[] {
  const row = rows[tick.row];
  return row
    ? [{ left: tick.from - 2, right: tick.to + 2, top: row.y - row.half - LINE, bottom: row.y + row.half + LINE }]
    : [];
}

function joinBoxes([upper, lower]: Course['joins'][number], rows: readonly Row[]): Box[] {
  const [a, b] = [rows[upper.row], rows[lower.row]];
  if (!a || !b) return [];
  const [x1, x2] = [middleOf(upper), middleOf(lower)];
  return [{ left: Math.min(x1, x2), right: Math.max(x1, x2), top: a.y + a.half, bottom: b.y - b.half }];
}
