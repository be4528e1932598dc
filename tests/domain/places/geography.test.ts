import { describe, expect, test } from 'vitest';
import { distanceKm, EARTH_RADIUS_KM, printedKm } from '#domain/places/geography.ts';
import { realProgramme } from '../real-programme.ts';

describe('distances', () => {
  test('the four ways are printed as 2140, 2130, 2040 and 1880 km', () => {
    const { journeys } = realProgramme();
    expect(journeys.map((j) => [j.id, printedKm(j.distance ?? 0)])).toEqual([
      ['changsha-gongga', 2140],
      ['zhuzhou-zhanang', 2130],
      ['yueyang-sangri', 2040],
      ['changde-longzi', 1880],
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
