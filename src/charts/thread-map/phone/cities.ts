import { extent, sum } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import { type Strand, straight } from '../../kit/strand.ts';
import { type Label, measure } from '../labels.ts';
import { positioned } from '../order.ts';
import { EDGE, GAP, type PhoneBar, STYLE } from './sizes.ts';

/** The upper end of the phone form. */
export interface Cities {
  /** Middle of every band from its city to where it runs straight down. */
  readonly ribbons: readonly Strand[];
  /** For the first band of every city: its bar and label. */
  readonly cities: readonly ({ readonly bar: PhoneBar; readonly label: Label } | null)[];
  readonly end: number;
}

/** The cities one below the other, from west to east as their coordinates say, and the quarter turns of their ribbons. */
export function citiesOf(
  journeys: readonly Journey[],
  offsets: readonly number[],
  pitch: number,
  from: number,
  cloth: number,
): Cities {
  const known = positioned(journeys).cities;
  const [west = 0, east = 0] = extent(journeys, (j) => j.city.position?.lon ?? 0);
  const reach = from - cloth / 2 - 64 - EDGE;
  const ribbons: Strand[] = [];
  const cities: ({ bar: PhoneBar; label: Label } | null)[] = [];
  let y = 6;
  let end = 0;
  journeys.forEach((journey, k) => {
    const { city } = journey;
    const again = journeys[k - 1]?.city.id === city.id;
    const run = journeys.slice(k).findIndex((j) => j.city.id !== city.id);
    const members = journeys.slice(k, run < 0 ? undefined : k + run);
    const first = journeys.findIndex((j) => j.city.id === city.id);
    const even = first / Math.max(1, journeys.length - 1);
    const share = known && east > west ? ((city.position?.lon ?? 0) - west) / (east - west) : even;
    const x = Math.round(EDGE + 4 + reach * share);
    if (!again) {
      const style = { ...STYLE, most: 12 };
      const size = measure(city, style);
      const left = Math.max(EDGE, Math.min(x - 2, from - cloth / 2 - 12 - size.width));
      const depth = sum(members, (j) => (j.threads.length - 1) * pitch) + (members.length - 1) * GAP;
      const hue = Math.min(...members.map((j) => j.hue));
      const label: Label = { ...size, hue, style, anchor: 'start', left, top: y };
      y += size.height + 9;
      cities.push({ label, bar: { x: x - 2, y: y - 3.5, width: 4, height: depth + 7 } });
    } else {
      y += GAP;
      cities.push(null);
    }
    const width = (journey.threads.length - 1) * pitch;
    const [mid, down, r] = [y + width / 2, from + (offsets[k] ?? 0), 18 + width / 2];
    ribbons.push([
      [x, mid],
      ...straight([x, mid], [down - r, mid]),
      [down - r * 0.45, mid],
      [down, mid + r * 0.45],
      [down, mid + r],
    ]);
    end = Math.max(end, mid + r);
    y += width;
    if (journeys[k + 1]?.city.id !== city.id) y += 14;
  });
  return { ribbons, cities, end: end + 4 };
}
