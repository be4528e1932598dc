import { z } from 'zod';

const px = z.number();
const degrees = z.number();
const anchor = z.enum(['start', 'middle', 'end']).default('start');
/** Where a name stands, px from the point it belongs to (x to the right, y down to the base line). */
const offset = z.strictObject({ dx: px, dy: px, anchor });
/** Where a text without a point of its own stands, px in the drawing. */
const spot = { x: px, y: px, anchor };

/** How one ribbon ends: everything the map cannot compute for it. */
const ribbonSchema = z.strictObject({
  /** Where the names stand; left out where another ribbon of the same place already has it. */
  city: offset.optional(),
  county: offset.optional(),
  /** px by which an end is moved down (negative: up) so that it clears a neighbour; say so in the notes. */
  nudge: z.strictObject({ city: px.default(0), county: px.default(0) }).default({ city: 0, county: 0 }),
});

/**
 * `content/map/river-map.yaml`: what is set by hand for the wide river map of one region. Distances and the course of
 * the ribbons are computed; this says where the lenses lie, where the geography ends and the list of townships begins,
 * in which order the ribbons run and where names stand. Without this file the thread map stands in.
 */
export const riverMapWideLayoutSchema = z
  .strictObject({
    /** px; the width is always 1200. */
    height: px.min(200).max(1000),
    projection: z.strictObject({
      /** px per km in both lenses. */
      scale: z.number().positive(),
      /** Two longitudes whose place is fixed; the scale between the lenses follows from them. */
      west: z.strictObject({ x: px, lon: degrees }),
      east: z.strictObject({ x: px, lon: degrees }),
      /** The parallel that stays straight. */
      centre: z.strictObject({ y: px, lat: degrees }),
      /** The western lens ends at `from` and fades over `fade_from` px; the eastern one fades in before `to`. */
      waist: z.strictObject({ from: px, fade_from: px.positive(), to: px, fade_to: px.positive() }),
    }),
    ribbon: z
      .strictObject({
        /** px from strand to strand, and the width of one; the rest of the pitch is paper. */
        pitch: px.positive(),
        strand: px.positive(),
        /** px of paper between two ribbons, at least. */
        gap: px.positive(),
        /** How steeply two ribbons cross: difference of their slopes. */
        steepness: z.number().positive(),
      })
      .default({ pitch: 2.1, strand: 1.6, gap: 5, steepness: 0.48 }),
    /** px: the geography is drawn within this box and nowhere else; the list of townships stands outside it. */
    extent: z.strictObject({ left: px, right: px, top: px, bottom: px }),
    /** The framed list of townships: its corner, px from name to name and more between two counties. */
    townships: z.strictObject({
      /** On which side of the geography it stands: where the ways lead. */
      side: z.enum(['left', 'right']).default('left'),
      x: px,
      y: px,
      row: px.positive().default(16),
      between: px.default(10),
    }),
    /** Orders of the ribbons from north to south at chosen places; between two orders the ribbons cross, woven. */
    columns: z.array(z.strictObject({ x: px, order: z.array(z.string()).min(1) })).min(1),
    /** By journey: `<city>-<county>`. The names of the townships come from the pairings, their order from the columns. */
    ribbons: z.record(z.string(), ribbonSchema),
    waters: z.strictObject({
      /** Degrees; rivers are cut here. */
      south: degrees,
      north: degrees,
      /** Drawn stronger. */
      major: z.array(z.string()).default([]),
      /** Drawn under the ribbons: rivers that run along them and would shred them. */
      under: z.array(z.string()).default([]),
      labels: z.array(z.strictObject({ name: z.string(), ...spot, large: z.boolean().default(false) })).default([]),
    }),
    graticule: z.strictObject({
      meridians: z.array(degrees),
      parallels: z.array(degrees),
      labels: z.array(z.strictObject({ lat: degrees, x: px })).default([]),
    }),
    ruler: z.strictObject({
      y: px,
      /** km from tick to tick. */
      every: z.number().positive().default(100),
    }),
    /** The list of pairs: first column, distance of columns, how many columns before a new row starts. */
    list: z.strictObject({ x: px, y: px, step: px.positive(), columns: z.number().int().positive().default(4) }),
    /** Names of the two ends. */
    regions: z.array(z.strictObject({ name: z.string(), ...spot })).default([]),
    /** The note at the foot of the drawing. */
    note: z.strictObject({ x: px, y: px }),
  })
  .refine(({ extent, townships: { side, x } }) => (side === 'left' ? x < extent.left : x >= extent.right), {
    path: ['townships', 'x'],
    error: '乡镇名单要在地理（extent）外面：side 是 left 时 x 小于 extent.left，是 right 时 x 不小于 extent.right',
  });

export type RiverMapWideLayout = z.output<typeof riverMapWideLayoutSchema>;
export type RibbonLayout = RiverMapWideLayout['ribbons'][string];
