import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { crossingStrip } from '#charts/crossing-strip/crossing-strip.ts';
import { layoutStrip, type StripLayout } from '#charts/crossing-strip/layout.ts';
import type { Links } from '#charts/kit/figure.ts';
import { boxesMeet } from '#charts/kit/geometry.ts';
import { labelBox } from '#charts/kit/text.ts';
import { type Journey, journeysOf } from '#domain/places/journey.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { type Place, placesSchema } from '#domain/places/place.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';

const read = (path: string) => readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const places = new Map(
  Object.entries(placesSchema.parse(parse(read('places.yaml')))).map(([id, place]): [string, Place] => [
    id,
    { id, ...place },
  ]),
);
const real = journeysOf(pairingsSchema.parse(parse(read('pairings.yaml'))), places);

const linkTo = (kind: string) => (id: string) => `/${kind}/${id}/`;
const links: Links = {
  township: linkTo('townships'),
  pairing: linkTo('pairings'),
  project: linkTo('projects'),
  department: linkTo('departments'),
  fact: linkTo('facts'),
  cell: linkTo('plan'),
};

/** An invented journey; without km nothing is known of it. */
function invented(id: string, townships: number, km: number | null): Journey {
  const elevation = { metres: 1234.4, source: '样例高程' };
  return {
    id,
    hue: 1,
    city: { id, level: 'city', name: `样例${id}市`, ...(km === null ? {} : { elevation }) },
    county: {
      id: `${id}-x`,
      level: 'county',
      name: '名字有十二个字的样例自治县',
      ...(km === null ? {} : { elevation }),
    },
    threads: Array.from({ length: townships }, (_, i) => ({
      place: { id: `t${i}`, level: 'township', name: '甲乡' },
      stripe: i + 1,
    })),
    source: 'a1',
    distance: km,
    climb: km === null ? null : 0,
  };
}

const fictional = [invented('甲', 1, 800), invented('乙', 30, 404), invented('丙', 4, null)];

function expectInPlace(layout: StripLayout): void {
  const labels = [...layout.labels, ...layout.rows.flatMap((row) => row.labels)];
  const boxes = labels.map((label) => ({ text: label.text, ...labelBox(label) }));
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(0);
    expect(box.top, box.text).toBeGreaterThanOrEqual(0);
    expect(box.right, box.text).toBeLessThanOrEqual(layout.width);
    expect(box.bottom, box.text).toBeLessThanOrEqual(layout.height);
  }
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) expect(boxesMeet(a, b), `${a.text} on ${b.text}`).toBe(false);
    for (const row of layout.rows) {
      const ribbon = { left: row.end, right: row.start, top: row.y - row.half, bottom: row.y + row.half };
      expect(boxesMeet(a, ribbon), `${a.text} on a ribbon`).toBe(false);
    }
  });
}

const programmes: [string, readonly Journey[]][] = [
  ['the real journeys', real],
  ['invented journeys', fictional],
  ['one unknown journey', [invented('丁', 3, null)]],
];

describe.each(programmes)('the crossing strip of %s', (_, journeys) => {
  test.each(['wide', 'phone'] as const)('keeps every label of the %s form inside and off the others', (kind) => {
    expectInPlace(layoutStrip(journeys, kind));
  });

  test('is light enough, the same twice, with a link a row and a line a thread', () => {
    const figure = () =>
      crossingStrip({ journeys, words: placeWordsOf(undefined, journeys), links, name: 'strip', title: '样例' });
    expect(figure()).toEqual(figure());
    for (const { svg, kind } of figure().forms) {
      expect(brotliCompressSync(svg).length, kind).toBeLessThanOrEqual(2500);
      expect(svg.match(/class="thread"/g)).toHaveLength(journeys.length);
      expect(svg.match(/stroke="var\(--l\d+\)"/g)).toHaveLength(journeys.reduce((sum, j) => sum + j.threads.length, 0));
      expect(svg).toContain('示意图');
      expect(svg).not.toMatch(/\sstyle=|<style|NaN|undefined|Infinity/);
    }
  });
});

test.each(['wide', 'phone'] as const)('the rows of the %s form end at their km, on the scale of the axis', (kind) => {
  const { rows, axis } = layoutStrip(real, kind);
  const [zero, last] = [axis?.ticks[0], axis?.ticks.at(-1)];
  if (!zero || !last) throw new Error('no axis');
  const x = (km: number) => zero.x + ((last.x - zero.x) * km) / last.km;
  real.forEach((journey, row) => {
    expect(rows[row]?.end).toBeCloseTo(x(journey.distance ?? Number.NaN));
  });
});

test('what is missing is written 待补 and drawn dashed, never 0', () => {
  const figure = crossingStrip({
    journeys: fictional,
    words: placeWordsOf(undefined, fictional),
    links,
    name: 'strip',
    title: '样例',
  });
  for (const { svg } of figure.forms) {
    expect(svg).toContain('距离待补');
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  }
  expect(figure.sentence).toContain('1组距离待补');
  expect(figure.notes.join('')).toContain('坐标待补');
  expect(figure.table.rows[2]?.slice(2)).toEqual([null, null, null, null]);
});

test('the table gives distances and heights as the sources agree on them', () => {
  const { table } = crossingStrip({
    journeys: fictional,
    words: placeWordsOf(undefined, fictional),
    links,
    name: 'strip',
    title: '样例',
  });
  expect(table.columns.map((c) => c.key)).toEqual([
    'city',
    'county',
    'distance_km',
    'city_elevation_m',
    'county_elevation_m',
    'climb_m',
  ]);
  expect(table.rows[1]).toEqual(['样例乙市', '名字有十二个字的样例自治县', 400, 1230, 1230, 0]);
});

test('the strip tells distance and height and no river', () => {
  const figure = crossingStrip({
    journeys: real,
    words: placeWordsOf(undefined, real),
    links,
    name: 'strip',
    title: '样例',
  });
  expect(figure.sentence).toBe('4组结对，球面距离约1880到2140公里，升高约3500到3900米。');
  expect([figure.sentence, ...figure.notes, ...figure.forms.map((f) => f.svg)].join('')).not.toMatch(
    /[江河]|var\(--water\)/,
  );
});
