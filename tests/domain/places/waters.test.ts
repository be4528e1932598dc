import { describe, expect, it } from 'vitest';
import { type GuideKind, guideSources, guideWords, type Waters, watersSchema } from '#domain/places/waters.ts';

const lines = (...all: readonly (readonly [GuideKind, source?: string])[]): Waters =>
  watersSchema.parse({
    type: 'FeatureCollection',
    source: '虚构的线',
    datum: 'WGS84',
    features: all.map(([kind, source]) => ({
      type: 'Feature',
      properties: { name: `样例${kind}`, kind, ...(source && { source }) },
      geometry: { type: 'LineString', coordinates: [] },
    })),
  });

describe('what lies on the maps for orientation', () => {
  it('is told by what is there, in one order, and by nothing where there is nothing', () => {
    expect(guideWords(lines(['lake'], ['river'], ['lake']))).toBe('江河、湖泊');
    expect(guideWords(lines(['river']))).toBe('江河');
    expect(guideWords(lines(['road'], ['railway']))).toBe('铁路、公路');
    expect(guideWords(lines(['road'], ['lake']))).toBe('湖泊、公路');
    expect(guideWords(lines())).toBe('');
  });

  it('has its sources under its own words: a line has that of the file where it brings none', () => {
    expect(guideSources(lines(['river'], ['lake']))).toEqual([{ word: '水系', sources: ['虚构的线'] }]);
    expect(guideSources(lines(['road', '虚构的路'], ['railway'], ['road', '虚构的路'], ['road']))).toEqual([
      { word: '铁路', sources: ['虚构的线'] },
      { word: '公路', sources: ['虚构的路', '虚构的线'] },
    ]);
    expect(guideSources(lines(['lake'])), 'lakes without a river').toEqual([{ word: '湖泊', sources: ['虚构的线'] }]);
    expect(guideSources(lines())).toEqual([]);
  });
});
