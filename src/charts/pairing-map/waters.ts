import { linesOf } from '#domain/places/geography.ts';
import { type GuideKind, isWay, type Water, type Waters } from '#domain/places/waters.ts';
import { type Box, boxesMeet, clipLine, extentOf, type Point } from '../kit/geometry.ts';
import { joinLines, lakePath, projectLine, riverPath, type Way } from '../kit/map.ts';
import { type Label, labelBox } from '../kit/text.ts';
import type { Strip } from './strip-projection.ts';

/** What the water needs to know of the drawing, px. */
export interface WaterRoom {
  readonly strip: Strip | null;
  readonly waters: Waters | null;
  /** Where water may be drawn. */
  readonly room: Box;
  /** Where names of water may stand. */
  readonly nameRoom: Box;
  /** Where the ribbon runs. */
  readonly band: Box;
  /** Where the fan and the rank of townships stand. */
  readonly fan: Box;
  /** Axis along which the ribbon runs: 0 = x, 1 = y. */
  readonly along: 0 | 1;
  /** What already stands there; river names keep off it. */
  readonly labels: readonly Label[];
  readonly tolerance: number;
  readonly size: number;
}

/** px between the points of a river at which its name may stand. */
const STEP = 5;
/** px, width plus height: a smaller lake is drawn without its name. */
const SMALL_LAKE = 40;

/** A water beside the way is named only where its name costs less than this; one that the ribbon meets always is. */
const BESIDE = 12;

/** Water as paths, the paper under labels that stand on it, and all labels with the names of the water added. */
export interface DrawnWater {
  lakes: string[];
  under: string[];
  over: string[];
  ways: Way[];
  cleared: Box[];
  labels: Label[];
  /** What of it is to be seen. */
  shown: Water[];
}

/** Lakes and rivers beside the strip and across the ribbon; nothing where there are no coordinates or no waters. */
export function waterOf(drawing: WaterRoom): DrawnWater {
  const { strip, waters, room, band, along, tolerance } = drawing;
  const drawn: DrawnWater = {
    lakes: [],
    under: [],
    over: [],
    ways: [],
    cleared: [],
    labels: [...drawing.labels],
    shown: [],
  };
  if (!strip || !waters) return drawn;
  const view = { project: strip.project, tolerance, smallest: 14, step: 0.1 };
  const edge = along === 0 ? band.left : band.top;
  const ahead = along === 0 ? { ...room, left: edge } : { ...room, top: edge };
  const behind = along === 0 ? { ...room, right: edge } : { ...room, bottom: edge };
  const courses = new Map<string, Line>();
  for (const water of waters.features) {
    const { name, kind } = water.properties;
    const points = pointsOf(water, room, strip);
    const small = kind === 'lake' && extentOf(points) < SMALL_LAKE;
    if (name && !small) courses.set(name, { kind, points: [...(courses.get(name)?.points ?? []), ...points] });
    const lake = kind === 'lake' ? lakePath(water, { ...view, box: room }) : '';
    // A railway often runs along the whole way, and would hide the threads that it follows.
    const way = isWay(kind) ? riverPath(water, { ...view, box: room }) : '';
    const river = kind === 'river' ? [behind, ahead].map((box) => riverPath(water, { ...view, box })) : [];
    drawn.lakes.push(lake);
    if (isWay(kind)) drawn.ways.push({ kind, d: way });
    drawn.under.push(river[0] ?? '');
    drawn.over.push(river[1] ?? '');
    if ([lake, way, ...river].some((d) => d !== '')) drawn.shown.push(water);
  }
  const wet = [...courses.values()].flatMap(({ points }) => points);
  drawn.cleared = drawing.labels
    .filter((label) => label.role !== 'figure')
    .map(labelBox)
    .map(({ left, top, right, bottom }) => ({ left: left - 3, top: top - 1, right: right + 3, bottom: bottom + 2 }))
    .filter((box) => wet.some((point) => within(point, box, 2)));
  drawn.labels.push(...waterLabels(courses, drawing));
  return drawn;
}

/** Where something with a name is to be seen. */
interface Line {
  readonly kind: GuideKind;
  readonly points: readonly Point[];
}

/** The visible course of a river as points some px apart. */
function pointsOf(water: Water, room: Box, strip: Strip): Point[] {
  const pieces = joinLines(linesOf(water)).flatMap((line) =>
    clipLine(projectLine(line, { project: strip.project, step: 0.05 }), room),
  );
  return pieces.flatMap((piece) => {
    const kept: Point[] = [];
    for (const point of piece) {
      const last = kept.at(-1);
      if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= STEP) kept.push(point);
    }
    const end = piece.at(-1);
    return end ? [...kept, end] : kept;
  });
}

const within = ([x, y]: Point, box: Box, air = 0) =>
  x > box.left - air && x < box.right + air && y > box.top - air && y < box.bottom + air;

/**
 * A name for every water, touching its line: at each visible point right, left, above and below are tried, and the
 * place taken that covers least of any line, is not nearer to another and lies close to where the ribbon meets it.
 * Rivers that the ribbon meets come first; a name without a free place is left out.
 */
function waterLabels(courses: ReadonlyMap<string, Line>, drawing: WaterRoom): Label[] {
  const { nameRoom, band, fan, size } = drawing;
  const meetings = (points: readonly Point[]) => points.filter((point) => within(point, band));
  const taken: Box[] = [band, fan, ...drawing.labels.map(labelBox)];
  const labels: Label[] = [];
  const order = [...courses].sort(
    ([, a], [, b]) => Number(meetings(b.points).length > 0) - Number(meetings(a.points).length > 0),
  );
  for (const [name, { kind, points }] of order) {
    const others = order.filter(([other]) => other !== name).flatMap(([, line]) => line.points);
    const met = meetings(points);
    let best: { label: Label; cost: number } | null = null;
    const free = (box: Box) =>
      box.left >= nameRoom.left &&
      box.right <= nameRoom.right &&
      box.top >= nameRoom.top &&
      box.bottom <= nameRoom.bottom &&
      !taken.some((other) => boxesMeet(box, other, 3));
    for (const point of points) {
      const way = met.map((c) => Math.hypot(c[0] - point[0], c[1] - point[1]));
      for (const [label, fee] of placesAt(point, { name, role: isWay(kind) ? 'way' : 'river' }, size, band)) {
        const limit = best?.cost ?? (met.length ? Number.POSITIVE_INFINITY : BESIDE);
        const near = fee + (way.length ? Math.min(...way) : 40) * 0.12;
        const box = labelBox(label);
        if (near >= limit || !free(box)) continue;
        const covered = (line: readonly Point[], air: number) => line.filter((p) => within(p, box, air)).length;
        const cost = near + covered(others, 0) * 40 + covered(others, 7) * 10 + covered(points, 0) * 4;
        if (cost < limit) best = { label, cost };
      }
    }
    if (!best) continue;
    labels.push(best.label);
    taken.push(labelBox(best.label));
  }
  return labels;
}

/** Where a name may stand that belongs to this point of the line; inside the ribbon only above and below it. */
function placesAt(
  [x, y]: Point,
  { name, role }: { readonly name: string; readonly role: Label['role'] },
  size: number,
  band: Box,
): [Label, fee: number][] {
  const label = (lx: number, ly: number, anchor: Label['anchor']): Label => ({
    role,
    text: name,
    x: lx,
    y: ly,
    size,
    anchor,
  });
  if (within([x, y], band)) {
    return [
      [label(x, band.top - 8, 'middle'), 20],
      [label(x, band.bottom + 18, 'middle'), 20],
      [label(band.right + 8, y + 5, 'start'), 20],
      [label(band.left - 8, y + 5, 'end'), 20],
    ];
  }
  return [
    [label(x + 7, y + 5, 'start'), 0],
    [label(x - 7, y + 5, 'end'), 0],
    [label(x, y - 7, 'middle'), 1],
    [label(x, y + 18, 'middle'), 1],
  ];
}
