import type { Journey } from '#domain/places/journey.ts';
import type { Label } from '../kit/label.ts';
import { textWidth } from '../kit/text-width.ts';
import { distanceWords, heightWords } from '../kit/way-words.ts';

/** px on the phone: a longer county name is written smaller. */
export const COUNTY_ROOM = 132;

/** The line at the foot of the drawing. */
export const FOOT = '示意图：横向是离起点的球面距离';

/** Names, heights and distance at both ends of a row. */
export function endLabels(
  { city, county, distance }: Journey,
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
  const [far, low, high] = [distanceWords({ distance }), heightWords(city), heightWords(county)];
  if (wide) {
    return [
      name(county.name, end - 16 - textWidth(high, 13), 6, 'end'),
      small(high, end - 10, 5, 'end'),
      small(far, edge, 5, 'start'),
      name(city.name, start + 10, 6, 'start'),
      small(low, start + 16 + textWidth(city.name, 16), 5, 'start'),
    ];
  }
  return [
    { ...name(county.name, edge, -9, 'start'), size: Math.min(15, COUNTY_ROOM / textWidth(county.name, 1)) },
    small(high, edge, 7, 'start'),
    small(far, edge, 22, 'start'),
    name(city.name, start + 10, -1, 'start'),
    small(low, start + 10, 16, 'start'),
  ];
}
