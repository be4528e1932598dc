import { linesOf } from '#domain/places/geography.ts';
import { isWay, type Water, type Waters, type WayKind } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { type Box, clipLine, clipRing, extentOf, type Point, simplify, simplifyRing } from './geometry.ts';
import { polylinePath } from './path.ts';
import { element, SERIF, text } from './svg.ts';
import { textWidth } from './text.ts';

/** km of one degree of latitude. */
export const KM_PER_DEGREE = 111.195;

/** Degrees in, px out. */
export type MapProjection = (lon: number, lat: number) => Point;

/** How one map shows its water. */
export interface WaterView {
  readonly project: MapProjection;
  readonly box: Box;
  /** Douglas–Peucker: how far (px) a simplified line may lie off the data. */
  readonly tolerance: number;
  /** Pieces whose bounding box is smaller than this (px, width + height) are left out; 0 keeps all. */
  readonly smallest?: number;
  /** Longest step in degrees before projecting; needed only where the projection bends straight lines. */
  readonly step?: number;
  /** false: straight pieces; otherwise the corners are rounded at no cost in bytes. */
  readonly smooth?: boolean;
}

/** A river as the `d` of one path, clipped, simplified, relative; '' where none of it is in the box. */
export function riverPath(river: Water, view: WaterView): string {
  return joinLines(linesOf(river))
    .flatMap((line) => clipLine(projectLine(line, view), view.box))
    .filter((piece) => extentOf(piece) > 0 && extentOf(piece) >= (view.smallest ?? 0))
    .map((piece) => polylinePath(simplify(piece, view.tolerance), { smooth: view.smooth !== false }))
    .join('');
}

/** How railways and roads are drawn, stroke upon stroke: the first as a line of dashes, the second as two hairlines. */
const WAYS: Readonly<Record<WayKind, readonly Record<string, string | number>[]>> = {
  railway: [
    { stroke: 'var(--ink-2)', 'stroke-width': 2.6 },
    { stroke: 'var(--paper)', 'stroke-width': 1.3, 'stroke-dasharray': '6 6' },
  ],
  road: [
    { stroke: 'var(--mute)', 'stroke-width': 3 },
    { stroke: 'var(--paper)', 'stroke-width': 1.5 },
  ],
};

/** A railway or a road as the `d` of a path. */
export interface Way {
  readonly kind: WayKind;
  readonly d: string;
}

/** Railways and roads as they are drawn, a railway over a road; '' where there is none. They lie under the cloth. */
export const waysMarkup = (ways: readonly Way[]): string =>
  (['road', 'railway'] as const)
    .map((kind) => {
      const d = ways.flatMap((way) => (way.kind === kind ? [way.d] : [])).join('');
      const strokes = WAYS[kind].map((look) =>
        element('path', { d, fill: 'none', 'stroke-linejoin': 'round', ...look }),
      );
      return d && strokes.join('');
    })
    .join('');

/** The railways and roads among what lies on a map. */
export const waysIn = ({ features }: Pick<Waters, 'features'>, pathOf: (way: Water) => string): Way[] =>
  features.flatMap((way) => {
    const { kind } = way.properties;
    return isWay(kind) ? [{ kind, d: pathOf(way) }] : [];
  });

/** What railways and roads are called. */
export const wayNames = ({ features }: Pick<Waters, 'features'>): ReadonlySet<string> =>
  new Set(features.flatMap(({ properties: { kind, name } }) => (isWay(kind) ? [name] : [])));

/** How the names of railways and roads are written: upright, for only waters are slanted on maps. */
export const WAY_NAME = { 'font-size': 13, fill: 'var(--ink-2)' } as const;

/** A lake (with its islands) as the `d` of one filled path; '' where none of it is in the box. */
export function lakePath(lake: Water, view: WaterView): string {
  return linesOf(lake)
    .map((ring) => clipRing(projectLine(ring, view), view.box))
    .filter((ring) => ring.length > 2 && extentOf(ring) >= (view.smallest ?? 0))
    .map((ring) => polylinePath(simplifyRing(ring, view.tolerance), { closed: true, smooth: view.smooth !== false }))
    .join('');
}

/** Projects one line, first cutting steps longer than `step` degrees so that bends of the projection show. */
export function projectLine(line: readonly Point[], { project, step }: Pick<WaterView, 'project' | 'step'>): Point[] {
  return line.flatMap(([lon, lat], i) => {
    const [lon0, lat0] = line[i - 1] ?? [lon, lat];
    const pieces = step ? Math.max(1, Math.ceil(Math.hypot(lon - lon0, lat - lat0) / step)) : 1;
    return Array.from({ length: pieces }, (_, k) => {
      const t = (k + 1) / pieces;
      return project(lon0 + t * (lon - lon0), lat0 + t * (lat - lat0));
    });
  });
}

/** Joins lines that meet end to end, so that they are simplified and written as one. */
export function joinLines(lines: readonly (readonly Point[])[]): Point[][] {
  const open = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const same = (a: Point | undefined, b: Point | undefined) => !!a && !!b && a[0] === b[0] && a[1] === b[1];
  const joined: Point[][] = [];
  for (let line = open.shift(); line; line = open.shift()) {
    for (let i = 0; i < open.length; i++) {
      const other = open[i] ?? [];
      if (same(line.at(-1), other[0])) line = [...line, ...other.slice(1)];
      else if (same(line.at(-1), other.at(-1))) line = [...line, ...other.toReversed().slice(1)];
      else if (same(line[0], other.at(-1))) line = [...other, ...line.slice(1)];
      else if (same(line[0], other[0])) line = [...other.toReversed(), ...line.slice(1)];
      else continue;
      open.splice(i, 1);
      i = -1;
    }
    joined.push(line);
  }
  return joined;
}

/**
 * Townships have no position on our maps: they stand in a framed list, and the drawn geography ends before it. Every
 * form marks both, `map-edge` round the geography and `name-frame` round the list, so that one test can hold them apart.
 */
/** 乡镇名单, 街道名单: what stands in the list; without a third level the receivers do. */
export const listName = ({ third, receiver }: Pick<PlaceWords, 'third' | 'receiver'>): string =>
  `${(third ?? receiver).noun}名单`;
export const LIST_NOTE = '不表示位置';

/** px: size of the heading and of the note beside or under it. */
const [HEADING, NOTE] = [15, 12];

const rect = ({ left, top, right, bottom }: Box, attributes: Record<string, string | number>) =>
  element('rect', { x: left, y: top, width: right - left, height: bottom - top, ...attributes });

const inset = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left + by,
  top: top + by,
  right: right - by,
  bottom: bottom - by,
});

/** The edge of the drawn geography: nothing projected lies outside it. */
export function mapEdge(box: Box): string {
  return rect(box, { class: 'map-edge', fill: 'none', stroke: 'var(--line)' });
}

/** The list's ground, a slip of paper in two hairlines; swatches, names and the heading are drawn upon it. */
export function nameFrame(box: Box): string {
  return (
    rect(box, { class: 'name-frame', fill: 'var(--slip)', stroke: 'var(--ink)' }) +
    rect(inset(box, 3), { fill: 'none', stroke: 'var(--line)' })
  );
}

/** px: how wide the heading of a list is in one line. */
export const headingWidth = (name: string): number => textWidth(name, HEADING) + 8 + textWidth(LIST_NOTE, NOTE);

/** What the list is and what it does not say: in one line, or in two where it is narrow. Starts at x, y (the base line). */
export function listHeading(x: number, y: number, name: string, lines: 1 | 2 = 1): string {
  const note = lines === 1 ? { x: x + [...name].length * HEADING + 8, y } : { x, y: y + 17 };
  return (
    text(x, y, name, {
      ...SERIF,
      'font-size': HEADING,
      fill: 'var(--ink)',
    }) + text(note.x, note.y, LIST_NOTE, { 'font-size': NOTE, fill: 'var(--mute)' })
  );
}
