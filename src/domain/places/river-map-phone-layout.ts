import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** px of the drawing; its width is `width`, y grows downward and may start anywhere. */
const px = z.number();
const point = z.strictObject({ x: px, y: px });
const anchor = z.enum(['start', 'middle', 'end']).default('start');

/** A name beside its place: px right of and below the place's point. */
const beside = z.strictObject({ dx: px, dy: px, anchor });

/** A word anywhere in the drawing. */
const word = z.strictObject({ text: z.string().min(1), x: px, y: px, anchor });

/** One end of the way as a small map, north up, one scale. */
const lens = z.strictObject({
  /** The place (degrees, WGS84) that lies at the point x, y; its latitude is the one without distortion. */
  anchor: z.strictObject({ lon: z.number(), lat: z.number(), x: px, y: px }),
  /** px for one km. */
  scale: z.number().positive(),
  /** Rivers and lakes are drawn between these two heights; the upper map begins below the list of names. */
  top: px,
  bottom: px,
  /** Name of the region this map shows. */
  name: word,
  /** Length and left end of the scale bar. */
  ruler: z.strictObject({ km: z.number().positive(), x: px, y: px }),
});

/** Everything set by hand about one journey, keyed by `<city>-<county>`. */
const journey = z.strictObject({
  /** Where its ribbon runs straight up: x above and below the change of slots. */
  above: px,
  below: px,
  /** px by which the ribbon leans to the right as it leaves the city (negative: to the left). */
  lean: px.default(0),
  /** Moves a place a few px where ribbons need room; each should stay on its bank. */
  move_city: point.optional(),
  move_county: point.optional(),
  city_name: beside,
  county_name: beside,
});

/** A river of the middle part: a line across the ribbons at the longitudes where it lies on their way. */
const weft = z.strictObject({
  river: z.string().min(1),
  /** Place of the name; without it the river is drawn unnamed. */
  name: z.strictObject({ x: px, y: px, anchor }).optional(),
  /** Where the line begins and ends; default: the margins, or short of them where no journey at that side crosses it. */
  left: px.optional(),
  right: px.optional(),
});

/** `content/map/river-map-phone.yaml`: what is set by hand in the phone form of the river map, for one region. */
export const riverMapPhoneLayoutSchema = z
  .strictObject({
    width: z.number().positive().default(390),
    /** Distance from thread to thread in a ribbon, and the thickness of a thread; the rest is paper. */
    pitch: z.number().positive().default(2),
    thread: z.number().positive().default(1.5),
    /** The framed list of names on top: lower edge of the swatches, margin at both sides, extra room between two counties. */
    rank: z.strictObject({ y: px, margin: px.default(5), between: px.default(4.5) }),
    above: lens,
    /** Between the two maps the height means longitude only: two longitudes with their heights, and the two between which ribbons change slots. */
    middle: z.strictObject({
      top: z.strictObject({ lon: z.number(), y: px }),
      bottom: z.strictObject({ lon: z.number(), y: px }),
      change: z.tuple([z.number(), z.number()]),
      /** Height of the line of distances. */
      distances: px,
      wefts: z.array(weft),
    }),
    below: lens,
    journeys: z.record(id, journey),
    /** Rivers drawn stronger than others. */
    main_rivers: z.array(z.string()).default([]),
    /** Names of rivers and lakes in the two maps. */
    names: z.array(word.extend({ size: z.number().positive().optional() })),
    /** Height of the first of the two note lines. */
    notes: px,
  })
  .refine(({ rank, above }) => rank.y + 8 < above.top, {
    path: ['above', 'top'],
    error: '地理要在乡镇名单下面开始：above.top 要比 rank.y 大8像素以上',
  });

export type RiverMapPhoneLayout = z.output<typeof riverMapPhoneLayoutSchema>;
export type PhoneLens = RiverMapPhoneLayout['above'];
