import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { crossingStrip } from '#charts/crossing-strip.ts';
import { layoutStrip, type StripLayout } from '#charts/crossing-strip-layout.ts';
import { coursesOf, placeHeads } from '#charts/crossing-strip-rivers.ts';
import type { Links } from '#charts/figure.ts';
import { boxesMeet, labelBox } from '#charts/parts/label.ts';
import { type Journey, journeysOf } from '#domain/journey.ts';
import { pairingsSchema } from '#domain/pairing.ts';
import { type Place, placesSchema } from '#domain/place.ts';
import { watersSchema } from '#domain/waters.ts';

const read = (path: string) => readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const waters = watersSchema.parse(JSON.parse(read('map/waters.json')));
const places = new Map(
  Object.entries(placesSchema.parse(parse(read('places.yaml')))).map(([id, place]): [string, Place] => [
    id,
    { id, ...place },
  ]),
);
const real = journeysOf(pairingsSchema.parse(parse(read('pairings.yaml'))), places, waters);

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
function invented(
  id: string,
  townships: number,
  km: number | null,
  rivers: readonly [string, number, number?][] = [],
): Journey {
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
    crossings: km === null ? null : rivers.map(([river, from, to = from]) => ({ river, from, to, times: 1 })),
  };
}

const fictional = [
  invented('甲', 1, 800, [
    ['样例河', 200],
    ['长名字的样例大河', 215],
    ['另河', 230],
  ]),
  invented('乙', 30, 400, [
    ['样例河', 100, 140],
    ['只在这里的河', 300],
  ]),
  invented('丙', 4, null),
];

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
    const figure = () => crossingStrip({ journeys, links, name: 'strip', title: '样例' });
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

test.each(['wide', 'phone'] as const)(
  'ticks of the %s form sit at the km of the data, on the scale of the axis',
  (kind) => {
    const { rows, courses, axis } = layoutStrip(real, kind);
    const [zero, last] = [axis?.ticks[0], axis?.ticks.at(-1)];
    if (!zero || !last) throw new Error('no axis');
    const x = (km: number) => zero.x + ((last.x - zero.x) * km) / last.km;
    real.forEach((journey, row) => {
      const ticks = courses.flatMap((c) => c.ticks).filter((t) => t.row === row);
      expect(ticks).toHaveLength(journey.crossings?.length ?? -1);
      for (const { river, from, to } of journey.crossings ?? []) {
        const there = ticks.filter((t) => t.river === river);
        expect(
          there.some((t) => Math.abs(t.from - x(from)) < 1e-6 && Math.abs(t.to - x(to)) < 1e-6),
          river,
        ).toBe(true);
      }
      expect(rows[row]?.end).toBeCloseTo(x(journey.distance ?? Number.NaN));
    });
  },
);

test.each(['wide', 'phone'] as const)('every river of the real journeys is named on the %s form, each once', (kind) => {
  const named = layoutStrip(real, kind)
    .labels.filter((l) => l.role === 'river')
    .map((l) => l.text);
  const crossed = new Set(real.flatMap((j) => j.crossings ?? []).map((c) => c.river));
  expect(named.toSorted()).toEqual([...crossed].toSorted());
});

test('rivers are joined only from a row to the next, and a river met twice forks', () => {
  const tick = (row: number, at: number) => ({ river: '样例河', row, from: at, to: at });
  const courses = coursesOf([tick(0, 10), tick(1, 12), tick(1, 80), tick(3, 10)]);
  expect(courses).toHaveLength(2);
  expect(courses[0]?.joins).toEqual([
    [tick(0, 10), tick(1, 12)],
    [tick(0, 10), tick(1, 80)],
  ]);
  expect(courses[1]?.ticks).toEqual([tick(3, 10)]);
});

test('three rivers close together all keep their names, two on one level and one above', () => {
  const heads = placeHeads(
    ['甲大河', '乙大河', '丙大河'].map((text, i) => ({ text, x: 100 + i * 7 })),
    13,
    0,
    300,
  );
  expect(heads.map((h) => [h.side, h.level])).toEqual([
    ['left', 0],
    ['middle', 1],
    ['right', 0],
  ]);
});

test('what is missing is written 待补 and drawn dashed, never 0', () => {
  const figure = crossingStrip({ journeys: fictional, links, name: 'strip', title: '样例' });
  for (const { svg } of figure.forms) {
    expect(svg).toContain('距离待补');
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  }
  expect(figure.sentence).toContain('1条距离待补');
  expect(figure.notes.join('')).toContain('坐标待补');
  expect(figure.table.rows[2]?.slice(2)).toEqual([null, null, null, null, null]);
});

test('the table rounds and joins the rivers with their km', () => {
  const { table } = crossingStrip({ journeys: fictional, links, name: 'strip', title: '样例' });
  expect(table.columns.map((c) => c.key)).toEqual([
    'city',
    'county',
    'distance_km',
    'city_elevation_m',
    'county_elevation_m',
    'climb_m',
    'rivers',
  ]);
  expect(table.rows[1]).toEqual([
    '样例乙市',
    '名字有十二个字的样例自治县',
    400,
    1234,
    1234,
    0,
    '样例河100—140、只在这里的河300',
  ]);
});

test('without waters the strip says nothing of rivers', () => {
  const dry = fictional.map((j) => ({ ...j, crossings: null }));
  const figure = crossingStrip({ journeys: dry, links, name: 'strip', title: '样例' });
  expect([figure.sentence, ...figure.notes, ...figure.forms.map((f) => f.svg)].join('')).not.toMatch(
    /江|河|var\(--water\)/,
  );
});
