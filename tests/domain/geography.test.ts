import { describe, expect, test } from 'vitest';
import { distanceKm, EARTH_RADIUS_KM, riverNames, riversCrossed } from '#domain/geography.ts';
import type { Waters } from '#domain/waters.ts';
import { realProgramme } from './real-programme.ts';

describe('distances', () => {
  test('the four ways are 2144, 2134, 2040 and 1875 km', () => {
    const { journeys } = realProgramme();
    expect(journeys.map((j) => [j.id, Math.round(j.distance ?? 0)])).toEqual([
      ['changsha-gongga', 2144],
      ['zhuzhou-zhanang', 2134],
      ['yueyang-sangri', 2040],
      ['changde-longzi', 1875],
    ]);
  });

  test('a degree of a meridian is a 360th of the circumference, and a way is as long back', () => {
    const [a, b] = [
      { lon: 100, lat: 30 },
      { lon: 100, lat: 31 },
    ];
    expect(distanceKm(a, b)).toBeCloseTo((2 * Math.PI * EARTH_RADIUS_KM) / 360, 6);
    expect(distanceKm(b, a)).toBeCloseTo(distanceKm(a, b), 9);
    expect(distanceKm(a, a)).toBe(0);
  });
});

const river = (name: string, ...coordinates: [number, number][]): Waters['features'][number] => ({
  type: 'Feature',
  properties: { name, kind: 'river' },
  geometry: { type: 'LineString', coordinates },
});
const waters = (...features: Waters['features']): Waters => ({
  type: 'FeatureCollection',
  source: '样例',
  datum: 'WGS84',
  features,
});

describe('rivers on the way', () => {
  const [from, to] = [
    { lon: 110, lat: 30 },
    { lon: 100, lat: 30 },
  ];

  test('are met in the order of the way', () => {
    const two = waters(river('西河', [103, 29], [103, 32]), river('东河', [107, 29], [107, 32]));
    expect(riverNames(riversCrossed(from, to, two))).toEqual(['东河', '西河']);
    expect(riverNames(riversCrossed(to, from, two))).toEqual(['西河', '东河']);
  });

  test('one met twice within 60 km is one meeting with a span; farther apart it is two', () => {
    const bend = waters(river('弯河', [105.2, 29], [105.2, 32], [105, 32], [105, 29]));
    expect(riversCrossed(from, to, bend)).toMatchObject([{ river: '弯河', times: 2 }]);
    const wide = waters(river('弯河', [107, 29], [107, 32], [103, 32], [103, 29]));
    expect(riversCrossed(from, to, wide).map((c) => c.times)).toEqual([1, 1]);
  });

  test('the river the city lies on, those beside the way, and lakes are not crossed', () => {
    const beside = waters(river('起点河', [109.9, 29], [109.9, 32]), river('旁河', [105, 20], [105, 25]));
    expect(riversCrossed(from, to, beside)).toEqual([]);
  });

  test('the real ways cross the great rivers of the southwest', () => {
    const crossed = realProgramme().journeys.map((j) => riverNames(j.crossings ?? []));
    for (const names of crossed) expect(names).toEqual(expect.arrayContaining(['金沙江', '澜沧江', '怒江']));
  });
});
