import { ticks as niceTicks } from 'd3';
import type { Journey } from '#domain/journey.ts';
import { UNKNOWN } from '#format/status.ts';
import { type Course, coursesOf, type Head, headSpan, middleOf, placeHeads, ticksOf } from './crossing-strip-rivers.ts';
import { height } from './pairing-map-words.ts';
import { boxesMeet, type Label, labelBox } from './parts/label.ts';
import type { Box } from './parts/polyline.ts';
import { n } from './parts/svg.ts';
import { textWidth } from './parts/text-width.ts';

/** One journey: its ribbon from the start (right) to the county, px. */
export interface Row {
  readonly journey: Journey;
  readonly y: number;
  readonly start: number;
  readonly end: number;
  /** The length is only a sign: the distance is not known. */
  readonly unknown: boolean;
  readonly pitch: number;
  /** Half the height of the ribbon. */
  readonly half: number;
  readonly labels: readonly Label[];
}

/** All numbers of one form, px. */
export interface StripLayout {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly courses: readonly Course[];
  /** Names over the first row, with the y their lines rise to. */
  readonly heads: readonly (Head & { readonly rise: number })[];
  readonly axis: { readonly y: number; readonly ticks: readonly { readonly km: number; readonly x: number }[] } | null;
  /** River names, the numbers of the axis, the line at the foot. */
  readonly labels: readonly Label[];
}

const LINE = 17;

/** How one form divides its room. */
interface Form {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly row: number;
  readonly ribbon: number;
  readonly river: number;
}

const WIDE: Form = { kind: 'wide', width: 1200, row: 29, ribbon: 13, river: 13 };
const PHONE: Form = { kind: 'phone', width: 390, row: 56, ribbon: 16, river: 13 };

/** x is the distance from the start, which stands at the right; one row a journey. */
export function layoutStrip(journeys: readonly Journey[], kind: 'wide' | 'phone'): StripLayout {
  const form = kind === 'wide' ? WIDE : PHONE;
  const { width } = form;
  const wide = kind === 'wide';
  const room = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((t) => textWidth(t, size)));
  const cityRoom = wide
    ? Math.max(0, ...journeys.map(({ city }) => textWidth(city.name, 16) + textWidth(height(city), 13) + 6))
    : Math.max(room(journeys.map((j) => j.city.name), 15), room(journeys.map((j) => height(j.city)), 12));
  const distanceRoom = room(journeys.map(distanceWords), wide ? 13 : 12);
  const countyRoom = wide
    ? Math.max(0, ...journeys.map(({ county }) => textWidth(county.name, 16) + textWidth(height(county), 13) + 6)) + distanceRoom + 24
    : Math.max(room(journeys.map((j) => j.county.name), 15), room(journeys.map((j) => height(j.county)), 12), distanceRoom);
  const edge = wide ? 20 : 12;
  const [start, farEnd] = [width - edge - cityRoom - 10, edge + countyRoom + 10];
  const longest = Math.max(0, ...journeys.map((j) => j.distance ?? 0));
  const x = (km: number) => start - (longest ? (km / longest) * (start - farEnd) : 0);

  const courses = coursesOf(ticksOf(journeys, x));
  const named = courses.flatMap(({ river, ticks }) => {
    const first = ticks[0];
    return first?.row === 0 ? [{ text: river, x: middleOf(first) }] : [];
  });
  const heads = placeHeads(named.toSorted((a, b) => a.x - b.x), form.river, edge - 4, width - edge + 4);
  const levels = heads.length ? 1 + Math.max(...heads.map((h) => h.level)) : 0;
  const headFoot = 6 + levels * LINE;
  const rows = journeys.map((journey, i): Row => {
    const { distance, threads } = journey;
    const pitch = Math.min(wide ? 1.6 : 2, form.ribbon / Math.max(1, threads.length));
    const y = headFoot + 6 + form.row * (i + 0.5);
    const end = distance === null ? start - (start - farEnd) * (longest ? 0.4 : 1) : x(distance);
    const half = (pitch * threads.length) / 2;
    return { journey, y, start, end, unknown: distance === null, pitch, half, labels: endLabels(journey, y, start, end, edge, wide) };
  });
  const rowsFoot = headFoot + 6 + form.row * rows.length;
  const labels = heads.map((head): Label => {
    const [from] = headSpan(head, form.river);
    const [lx, anchor] = head.side === 'middle' ? ([head.x, 'middle'] as const) : ([from, 'start'] as const);
    return { role: 'river', text: head.text, x: lx, y: headFoot - head.level * LINE - 4, size: form.river, anchor };
  });
  labels.push(...innerNames(courses, rows, form.river, labels, [farEnd, start]));
  const axisY = rowsFoot + 6;
  const km = longest ? niceTicks(0, longest, wide ? 5 : 4) : [];
  km.forEach((value, i) => {
    const text = i === km.length - 1 ? `${n(value)}公里` : n(value);
    labels.push({ role: 'small', text, x: x(value), y: axisY + 18, size: 12, anchor: 'middle' });
  });
  const foot = (km.length ? axisY + 18 : rowsFoot) + 22;
  labels.push({ role: 'small', text: footOf(journeys, wide), x: edge, y: foot, size: 12, anchor: 'start' });
  return {
    kind,
    width,
    height: foot + 8,
    rows,
    courses,
    heads: heads.map((h) => ({ ...h, rise: headFoot - h.level * LINE - (h.side === 'middle' ? 0 : LINE - 2) })),
    axis: km.length ? { y: axisY, ticks: km.map((value) => ({ km: value, x: x(value) })) } : null,
    labels,
  };
}

const distanceWords = ({ distance }: Journey) => (distance === null ? `距离${UNKNOWN}` : `约${n(Math.round(distance))}公里`);

function footOf(journeys: readonly Journey[], wide: boolean): string {
  const rivers = journeys.some((j) => j.crossings?.length);
  if (!rivers) return '示意图：横向是离起点的球面距离';
  return wide ? '示意图：横向是离起点的球面距离；竖线是大圆线与江河相交处，框是多次相交' : '示意图：横向是离起点的距离；竖线是江河，框是多次相交';
}

/** Names, heights and distance at both ends of a row. */
function endLabels({ city, county, ...journey }: Journey, y: number, start: number, end: number, edge: number, wide: boolean): Label[] {
  const name = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({ role: 'place', text, x, y: y + dy, size: wide ? 16 : 15, anchor });
  const small = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({ role: 'small', text, x, y: y + dy, size: wide ? 13 : 12, anchor });
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
    name(county.name, edge, -9, 'start'),
    small(height(county), edge, 7, 'start'),
    small(distance, edge, 22, 'start'),
    name(city.name, start + 10, -1, 'start'),
    small(height(city), start + 10, 16, 'start'),
  ];
}

/** Names of rivers that the first row does not meet: beside their first tick, between the rows, where there is room. */
function innerNames(courses: readonly Course[], rows: readonly Row[], size: number, placed: readonly Label[], [from, to]: readonly [number, number]): Label[] {
  const lines = (river: Course) => courses.filter((c) => c !== river).flatMap((c) => c.joins.flatMap((join) => joinBoxes(join, rows)));
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
      const clear = ![...taken, ...ribbons, ...lines(course)].some((other) => boxesMeet(box, other, 1));
      return clear && box.left > from && box.right < to;
    });
    if (free) names.push(free);
  }
  return names;
}

function joinBoxes([upper, lower]: Course['joins'][number], rows: readonly Row[]): Box[] {
  const [a, b] = [rows[upper.row], rows[lower.row]];
  if (!a || !b) return [];
  const [x1, x2] = [middleOf(upper), middleOf(lower)];
  return [{ left: Math.min(x1, x2), right: Math.max(x1, x2), top: a.y + a.half, bottom: b.y - b.half }];
}
