import { type BowProjection, KM_PER_DEGREE } from '../../kit/bow-projection.ts';
import type { RiverMapInput } from '../types.ts';
import { climbWords, lengthWords, pairName } from '../words.ts';
import { NAME, type NameListPlan, SWATCH } from './list.ts';
import type { WideRibbon } from './types.ts';

/** px of each kind of text. */
export const SIZE = {
  place: 20,
  pair: 18,
  detail: 14,
  township: NAME,
  water: 14,
  river: 16,
  degree: 11.5,
  region: 17,
  note: 13.5,
};
/** A text with its place; x, y as in `<text>`. */
export interface Label {
  readonly kind: keyof typeof SIZE;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Journey or township it belongs to. */
  readonly of?: string;
}

/** Every text of the drawing but ruler and note, in the order of drawing. */
export function placeLabels(
  ribbons: readonly WideRibbon[],
  bow: BowProjection,
  { groups, end, side }: NameListPlan,
  { journeys, wide }: Pick<RiverMapInput, 'journeys' | 'wide'>,
): Label[] {
  const townships = groups.flatMap(({ rows }) =>
    rows.map(
      ({ thread, y }): Label => ({
        kind: 'township',
        text: thread.place.name,
        x: end + side * (SWATCH.width + SWATCH.air),
        y: y + NAME * 0.36,
        anchor: side === -1 ? 'end' : 'start',
        of: thread.place.id,
      }),
    ),
  );
  const waters = wide.waters.labels.map(
    ({ name, x, y, anchor, large }): Label => ({ kind: large ? 'river' : 'water', text: name, x, y, anchor }),
  );
  const degrees = wide.graticule.labels.map(({ lat, x }, i): Label => {
    const y = wide.projection.centre.y - bow.scaleAt(x) * KM_PER_DEGREE * (lat - wide.projection.centre.lat) + 4;
    return { kind: 'degree', text: `${i === 0 ? '北纬' : ''}${lat}°`, x, y, anchor: 'middle' };
  });
  const places = ribbons.flatMap(({ journey, layout, city, county }): Label[] =>
    (['city', 'county'] as const).flatMap((end): Label[] => {
      const [x, y] = end === 'city' ? city : county;
      const off = layout[end];
      if (!off) return [];
      return [
        { kind: 'place', text: journey[end].name, x: x + off.dx, y: y + off.dy, anchor: off.anchor, of: journey.id },
      ];
    }),
  );
  const list = journeys.flatMap((journey, i): Label[] => {
    const { x: left, y: top, step, columns } = wide.list;
    const [x, y] = [left + (i % columns) * step, top + Math.floor(i / columns) * 66];
    const line = (kind: 'pair' | 'detail', text: string, dy: number): Label => ({
      kind,
      text,
      x,
      y: y + dy,
      anchor: 'start',
      of: journey.id,
    });
    return [
      line('pair', pairName(journey), 0),
      line('detail', lengthWords(journey), 22),
      line('detail', climbWords(journey), 42),
    ];
  });
  const regions = wide.regions.map(({ name, x, y, anchor }): Label => ({ kind: 'region', text: name, x, y, anchor }));
  return [...townships, ...waters, ...degrees, ...places, ...list, ...regions];
}
