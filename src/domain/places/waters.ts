import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);

/** What may lie on the maps for orientation, in the order in which it is told: its word. */
const GUIDES = { river: '江河', lake: '湖泊', railway: '铁路', road: '公路' } as const;
export type GuideKind = keyof typeof GUIDES;
/** What people built, where others have rivers: drawn as lines only. */
export type WayKind = 'railway' | 'road';

/**
 * `content/map/waters.json`: rivers and lakes for orientation, railways and roads where a country has no rivers to tell it
 * by. GeoJSON, WGS84. No boundary ever.
 */
export const watersSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  note: z.string().optional(),
  source: z.string().min(4),
  datum: z.literal('WGS84'),
  /** How far a line may lie off, km, where its source says so. */
  accuracy_km: z.number().positive().optional(),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({
        name: z.string(),
        kind: z.enum(Object.keys(GUIDES) as [GuideKind, ...GuideKind[]]),
        /** Where it was read, if not where the others were. */
        source: z.string().min(4).optional(),
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

export const isWay = (kind: GuideKind): kind is WayKind => kind === 'railway' || kind === 'road';

/** What there is of it on the maps, as a list of words: 江河、湖泊; 铁路、公路. */
export const guideWords = ({ features }: Pick<Waters, 'features'>): string =>
  (Object.keys(GUIDES) as GuideKind[])
    .filter((kind) => features.some(({ properties }) => properties.kind === kind))
    .map((kind) => GUIDES[kind])
    .join('、');

/** Where the waters, the railways and the roads were read, each under its word; every source once. */
export function guideSources({
  features,
  source,
}: Waters): { readonly word: string; readonly sources: readonly string[] }[] {
  // Lakes alone are no 水系.
  const water = features.some(({ properties }) => properties.kind === 'river') ? '水系' : GUIDES.lake;
  const groups = Map.groupBy(features, ({ properties: { kind } }): string => (isWay(kind) ? GUIDES[kind] : water));
  return [water, GUIDES.railway, GUIDES.road].flatMap((word) => {
    const own = groups.get(word);
    return own ? [{ word, sources: [...new Set(own.map(({ properties }) => properties.source ?? source))] }] : [];
  });
}
