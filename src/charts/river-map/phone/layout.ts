import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { PhoneLens, RiverMapPhoneLayout } from '#domain/places/river-map-phone-layout.ts';
import { number } from '#format/number.ts';
import type { Box, Point } from '../../kit/polyline.ts';
import { type SlotRibbon, type Slots, strandOf, withFan } from '../../kit/slot-ribbons.ts';
import { wovenPieces } from '../../kit/slot-weave.ts';
import type { Project } from '../../kit/waters.ts';
import type { PhoneLabel, PhoneRibbon, PhoneThread, RiverMapPhoneInput } from './types.ts';
import { weftOf } from './wefts.ts';

const SWATCH_HEIGHT = 13;
/** px above the longest name: the heading of the list stands there. */
const HEADING = 34;
/** px from the edge to notes and to rivers that run through. */
export const MARGIN = 14;

/** One end of the way: equirectangular, true at its anchor's latitude, north up. Distances below .1 px off over 300 km. */
export function lensProjection({ anchor, scale }: PhoneLens): Project {
  const degree = 111.195 * scale;
  const shrink = Math.cos((anchor.lat * Math.PI) / 180);
  return (lon, lat) => [anchor.x + (lon - anchor.lon) * degree * shrink, anchor.y - (lat - anchor.lat) * degree];
}

/** Columns of the rank: all equally wide, one for every thread, a little room between two counties. */
export function columnsOf(
  counts: readonly number[],
  { width, rank }: RiverMapPhoneLayout,
): { wide: number; centres: number[][] } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const wide = (width - 2 * rank.margin - rank.between * (counts.length - 1)) / total;
  let left = rank.margin;
  const centres = counts.map((count) => {
    const group = Array.from({ length: count }, (_, i) => left + (i + 0.5) * wide);
    left += count * wide + rank.between;
    return group;
  });
  return { wide, centres };
}

/** Everything the phone form draws, in px. Throws where a journey has no position or no entry in the layout file. */
export function layoutRiverMapPhone(input: RiverMapPhoneInput) {
  const { journeys, phone } = input;
  const { pitch, middle } = phone;
  const heightOf = (lon: number) =>
    middle.top.y + ((lon - middle.top.lon) / (middle.bottom.lon - middle.top.lon)) * (middle.bottom.y - middle.top.y);
  const change = middle.change.map(heightOf).toSorted((a, b) => a - b);
  const slots: Slots = {
    high: middle.top.y,
    changeHigh: change[0] ?? middle.top.y,
    changeLow: change[1] ?? middle.bottom.y,
    low: middle.bottom.y,
  };
  const [above, below] = [lensProjection(phone.above), lensProjection(phone.below)];
  const bare = journeys.map((journey) => ({ journey, ribbon: ribbonOf(journey, phone, above, below) }));
  // The rank stands in the order in which the ribbons arrive, left to right, so that no fan crosses another.
  const arriving = bare.toSorted((a, b) => a.ribbon.above - b.ribbon.above);
  const columns = columnsOf(
    arriving.map(({ ribbon }) => ribbon.count),
    phone,
  );
  const groups = new Map(arriving.map(({ journey }, i) => [journey.id, columns.centres[i] ?? []]));
  const size = Math.min(14, Math.floor((columns.wide - 0.6) * 4) / 4);
  const swatch = {
    width: Math.min(18, Math.round(Math.max(columns.wide - 5.2, columns.wide * 0.55) * 10) / 10),
    height: SWATCH_HEIGHT,
    y: phone.rank.y - SWATCH_HEIGHT,
  };
  const last = arriving.at(-1)?.journey.id;

  const ribbons = bare.map(({ journey, ribbon }, index): PhoneRibbon => {
    const group = groups.get(journey.id) ?? [];
    const earlier = bare.slice(0, index).map((other) => other.ribbon);
    const threads = journey.threads.map((thread, position): PhoneThread => {
      const woven = wovenPieces(ribbon, position, earlier, slots);
      const column = group[position] ?? 0;
      const strand = strandOf(
        ribbon,
        slots,
        position,
        woven.map(({ span }) => span),
      );
      return { thread, strand: withFan(strand, phone.above.top, [column, phone.rank.y]), woven, column };
    });
    const set = phone.journeys[journey.id];
    const name = (
      text: string,
      [x, y]: Point,
      at: { dx: number; dy: number; anchor: PhoneLabel['anchor'] } | undefined,
    ) => ({
      text,
      x: x + (at?.dx ?? 0),
      y: y + (at?.dy ?? 0),
      size: 18,
      anchor: at?.anchor ?? 'start',
    });
    const edge = (ribbon.count * pitch) / 2;
    const unit = journey.id === last ? '公里' : '';
    return {
      journey,
      ribbon,
      threads,
      cityName: name(journey.city.name, ribbon.from, set?.city_name),
      countyName: name(journey.county.name, ribbon.to, set?.county_name),
      distance:
        journey.distance === null
          ? null
          : {
              text: `约${number(printedKm(journey.distance))}${unit}`,
              x: ribbon.above + edge + 6,
              y: middle.distances,
              size: 12.5,
              anchor: 'start',
            },
    };
  });
  const longest = Math.max(...journeys.flatMap(({ threads }) => threads.map(({ place }) => [...place.name].length)));
  const frame: Box = {
    left: 1,
    right: phone.width - 1,
    top: swatch.y - 6 - longest * size - HEADING,
    bottom: phone.rank.y + 8,
  };
  return {
    width: phone.width,
    top: frame.top - 1,
    bottom: phone.notes + 18 + 8,
    /** The framed list, and the geography, which begins below it. */
    frame,
    extent: { left: 1, right: phone.width - 1, top: phone.above.top, bottom: phone.below.bottom } satisfies Box,
    slots,
    ribbons,
    size,
    swatch,
    wefts: middle.wefts.map((weft) => weftOf(weft, ribbons, heightOf, input, MARGIN)),
    notes: notesOf(phone),
  };
}

export type RiverMapPhonePlan = ReturnType<typeof layoutRiverMapPhone>;

function ribbonOf(journey: Journey, phone: RiverMapPhoneLayout, above: Project, below: Project): SlotRibbon {
  const set = phone.journeys[journey.id];
  const { city, county, threads } = journey;
  if (!set) throw new Error(`river-map-phone.yaml 的 journeys 里没有 ${journey.id}`);
  if (!city.position || !county.position) throw new Error(`${city.name}或${county.name}没有坐标，画不了水系图`);
  const moved = ([x, y]: Point, by: { x: number; y: number } | undefined): Point => [
    x + (by?.x ?? 0),
    y + (by?.y ?? 0),
  ];
  return {
    count: threads.length,
    pitch: phone.pitch,
    from: moved(below(city.position.lon, city.position.lat), set.move_city),
    to: moved(above(county.position.lon, county.position.lat), set.move_county),
    lean: set.lean,
    below: set.below,
    above: set.above,
  };
}

function notesOf({ above, below, middle }: RiverMapPhoneLayout): string[] {
  const scales = above.scale === below.scale ? '同一比例尺' : '比例尺不同';
  const way = middle.top.lon < middle.bottom.lon ? '西' : '东';
  return [
    '示意图，不绘行政区域界线；框里的乡镇名单不表示位置。',
    `上下两图上北下南，${scales}；中段只按经度，自下而上向${way}。`,
  ];
}
