import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);

/** `content/map/waters.json`: rivers and lakes for orientation, GeoJSON, WGS84. Hydrography only: no boundary ever. */
export const watersSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  note: z.string().optional(),
  source: z.string().min(4),
  datum: z.literal('WGS84'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({
        name: z.string(),
        kind: z.enum(['river', 'lake']),
        nameInSource: z.string().nullish(),
      }),
      geometry: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position) }),
        z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
        z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
        z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
      ]),
    }),
  ),
});

export type Waters = z.output<typeof watersSchema>;
export type Water = Waters['features'][number];
