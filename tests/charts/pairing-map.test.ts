import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Links } from '#charts/kit/figure.ts';
import { boxesMeet } from '#charts/kit/geometry.ts';
import { type Label, labelBox } from '#charts/kit/text.ts';
import { layoutPhone, layoutWide, type PairingLayout } from '#charts/pairing-map/layout.ts';
import { pairingMap } from '#charts/pairing-map/pairing-map.ts';
import { stripProjection, windName } from '#charts/pairing-map/strip-projection.ts';
import { distanceKm } from '#domain/places/geography.ts';
import { type Journey, journeysOf } from '#domain/places/journey.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { type Place, placesSchema } from '#domain/places/place.ts';
import { type Waters, watersSchema } from '#domain/places/waters.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';

const read = (path: string) => readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const waters = watersSchema.parse(JSON.parse(read('map/waters.json')));
const realPlaces = new Map(
  Object.entries(placesSchema.parse(parse(read('places.yaml')))).map(([id, place]): [string, Place] => [
    id,
    { id, ...place },
  ]),
);
const real = journeysOf(pairingsSchema.parse(parse(read('pairings.yaml'))), realPlaces);

const linkTo = (kind: string) => (id: string) => `/${kind}/${id}/`;
const links: Links = {
  township: linkTo('townships'),
  pairing: linkTo('pairings'),
  project: linkTo('projects'),
  department: linkTo('departments'),
  fact: linkTo('facts'),
  cell: linkTo('plan'),
};

/** An invented pairing: the city lies west of its county, one river crosses the way from south to north. */
function invented(
  townships: number,
  change: { blind?: boolean; flat?: boolean; dry?: boolean } = {},
): [Journey, Waters | null] {
  const at = (lon: number, lat: number, metres: number) => ({
    ...(change.blind
      ? {}
      : { position: { lon, lat, datum: 'WGS84' as const, source: '样例坐标', confidence: 'high' as const } }),
    ...(change.flat ? {} : { elevation: { metres, source: '样例高程', approximate: true } }),
  });
  const names = ['甲乡', '样例镇', '名字一共有十二个字的样例乡'];
  const ids = Array.from({ length: townships }, (_, i) => `t${i}`);
  const places: Place[] = [
    { id: 'west', level: 'city', name: '样例西市', ...at(100, 30, 900) },
    { id: 'east', level: 'county', name: '样例东县', ...at(106, 31, 200) },
    ...ids.map((id, i): Place => ({ id, level: 'township', name: names[i % names.length] ?? '甲乡' })),
  ];
  const river: Waters = {
    type: 'FeatureCollection',
    source: '样例水系',
    datum: 'WGS84',
    features: [
      {
        type: 'Feature',
        properties: { name: '样例河', kind: 'river' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [103, 28],
            [103, 33],
          ],
        },
      },
    ],
  };
  const water = change.dry ? null : river;
  const pairing = { city: 'west', county: 'east', townships: ids, source: 'a1-west' };
  const [journey] = journeysOf([pairing], new Map(places.map((p) => [p.id, p])));
  if (!journey) throw new Error('no journey');
  return [journey, water];
}

const allLabels = (layout: PairingLayout): Label[] => [
  ...layout.strands.flatMap((s) => s.label ?? []),
  ...layout.labels,
];

function expectInPlace(layout: PairingLayout): void {
  const boxes = allLabels(layout).map((label) => ({ text: label.text, ...labelBox(label) }));
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(0);
    expect(box.top, box.text).toBeGreaterThanOrEqual(0);
    expect(box.right, box.text).toBeLessThanOrEqual(layout.width);
    expect(box.bottom, box.text).toBeLessThanOrEqual(layout.height);
  }
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) expect(boxesMeet(a, b), `${a.text} on ${b.text}`).toBe(false);
    for (const { swatch, label } of layout.strands)
      expect(swatch && boxesMeet(a, swatch), `${a.text} on the swatch of ${label?.text}`).toBe(false);
  });
}

/** The map of one pairing as a page asks for it. */
const mapOf = (journey: Journey, water: Waters | null, more: { among?: readonly Journey[] } = {}) =>
  pairingMap({
    journey,
    ...more,
    waters: water,
    links,
    words: placeWordsOf(undefined, [journey]),
    cited: '附件1',
    name: 'map',
    title: '样例',
  });

const cases: [string, Journey, Waters | null][] = [
  ...real.map((j): [string, Journey, Waters | null] => [j.id, j, waters]),
  ['one township', ...invented(1)],
  ['fifteen townships', ...invented(15)],
  ['thirty townships', ...invented(30)],
  ['nothing known', ...invented(3, { blind: true, flat: true })],
];

describe.each(cases)('the pairing map of %s', (_, journey, water) => {
  test.each(['wide', 'phone'] as const)('keeps every label of the %s form inside and off the others', (kind) => {
    expectInPlace(kind === 'wide' ? layoutWide(journey, water) : layoutPhone(journey, water));
  });

  test('is light enough and the same twice', () => {
    const figure = () => mapOf(journey, water);
    expect(figure()).toEqual(figure());
    for (const form of figure().forms) expect(brotliCompressSync(form.svg).length, form.kind).toBeLessThanOrEqual(3500);
  });

  test('carries one link a township and 示意图 inside, and no style', () => {
    for (const { svg } of mapOf(journey, water).forms) {
      expect(svg.match(/class="thread"/g)).toHaveLength(journey.threads.length);
      for (const { place } of journey.threads) expect(svg).toContain(`href="/townships/${place.id}/"`);
      expect(svg).toContain('示意图：');
      expect(svg).not.toMatch(/\sstyle=|<style|clipPath|<use|NaN|undefined/);
    }
  });
});

test('the great rivers on the way have their names on the wide form of the real pairings', () => {
  for (const journey of real) {
    const named = layoutWide(journey, waters)
      .labels.filter((l) => l.role === 'river')
      .map((l) => l.text);
    expect(named, journey.id).toEqual(expect.arrayContaining(['长江', '金沙江', '澜沧江', '怒江', '乌江']));
  }
});

test('the county stands left and on top whichever way it lies, and the foot says where north is', () => {
  const [journey, water] = invented(4);
  const [wide, phone] = [layoutWide(journey, water), layoutPhone(journey, water)];
  expect(wide.bars[0]?.left).toBeLessThan(wide.bars[1]?.left ?? 0);
  expect(phone.bars[0]?.top).toBeLessThan(phone.bars[1]?.top ?? 0);
  expect(wide.labels.some((l) => l.text.includes('上方约为南'))).toBe(true);
  expect(phone.labels.some((l) => l.text.includes('上方约为东'))).toBe(true);
});

test('distance and difference in height are written as the sources agree on them, of the seat, and no river is counted', () => {
  const [journey, water] = invented(4);
  const km = Math.round(distanceKm({ lon: 100, lat: 30 }, { lon: 106, lat: 31 }) / 10) * 10;
  const figure = mapOf(journey, water);
  expect(figure.sentence).toContain(`样例东县县城，约${km}公里`);
  expect([figure.sentence, ...figure.notes].join('')).not.toMatch(/跨过|沿途|条江河/);
  const figures = layoutWide(journey, water).labels.filter((l) => l.role === 'figure');
  expect(figures.map((l) => [l.lead, l.text, l.tail].join(''))).toEqual([`约${km}公里，球面距离`, '约700米，高差']);
});

test('a pairing without coordinates among others that have them is schematic, has no river and says 待补 once a thing', () => {
  const [, water] = invented(4);
  const [journey] = invented(4, { blind: true, flat: true });
  const figure = mapOf(journey, water, { among: [journey, invented(4)[0]] });
  expect(figure.forms.every(({ svg }) => !svg.includes('var(--water)') && svg.includes('坐标待补'))).toBe(true);
  expect(figure.sentence).toContain('距离待补');
  expect(figure.sentence).toContain('；海拔待补；');
  expect(figure.notes.join('')).toContain('线长只是示意');
});

test('where no pairing has coordinates or heights nothing is said to be missing', () => {
  const [journey, water] = invented(4, { blind: true, flat: true });
  const figure = mapOf(journey, water);
  const said = [figure.sentence, ...figure.notes, ...figure.forms.map(({ svg }) => svg)].join('');
  expect(said).not.toMatch(/待补|海拔|距离待补|公里/u);
  expect(figure.notes.join('')).toContain('线长只是示意');
});

test('without waters nothing is said about rivers', () => {
  const [journey] = invented(4, { dry: true });
  const figure = mapOf(journey, null);
  const words = [figure.sentence, ...figure.notes, figure.source, ...figure.forms.map((f) => f.svg)].join('');
  expect(words).not.toMatch(/江|河|水系|var\(--water\)/);
});

test('the table has a row a township, leaves a missing code empty, and has no column for what no place has', () => {
  const [journey, water] = invented(2);
  const { table } = mapOf(journey, water);
  expect(table.columns.map((c) => c.key)).toEqual(['township']);
  expect(table.rows).toEqual([['甲乡'], ['样例镇']]);
  const [first, ...others] = journey.threads;
  if (!first) throw new Error('no thread');
  const known = { name_today: '甲家乡', code: { value: '540522100', source: '样例来源' } };
  const more = { ...journey, threads: [{ ...first, place: { ...first.place, ...known } }, ...others] };
  const full = mapOf(more, water).table;
  expect(full.columns.map((c) => c.key)).toEqual(['township', 'name_today', 'code']);
  expect(full.rows).toEqual([
    ['甲乡', '甲家乡', '540522100'],
    ['样例镇', '样例镇', null],
  ]);
});

describe('the strip projection', () => {
  const [from, to] = [
    { lon: 100, lat: 30 },
    { lon: 80, lat: 32 },
  ];
  const frame = { start: 900, end: 300, axis: 200, direction: 'left', lens: 6, closeUp: 1.25 } as const;

  test('puts both ends on the axis and the north above a way that leads west', () => {
    const strip = stripProjection(from, to, frame);
    const near = (p: readonly [number, number] | undefined) => p?.map((v) => Math.round(v * 100) / 100);
    expect(near(strip?.project(100, 30))).toEqual([900, 200]);
    expect(near(strip?.project(80, 32))).toEqual([300, 200]);
    expect(strip?.project(100, 31)[1]).toBeLessThan(200);
    expect(windName(strip?.up ?? Number.NaN)).toBe('北');
  });

  test('magnifies the ends and never the middle, and keeps the order of the km', () => {
    const strip = stripProjection(from, to, frame);
    const px = (km: number) => strip?.along(km) ?? Number.NaN;
    expect(px(0) - px(10)).toBeGreaterThan(3 * (px(900) - px(910)));
    for (let km = 0; km < 1900; km += 50) expect(px(km)).toBeGreaterThan(px(km + 50));
  });

  test('has one scale where the way is short, and none where both ends are one place', () => {
    expect(stripProjection(from, { lon: 98, lat: 30 }, frame)?.magnified).toBeCloseTo(1);
    expect(stripProjection(from, from, frame)).toBeNull();
  });
});

describe('a programme with a railway and a road and no river', () => {
  const [journey, rivers] = invented(3);
  const line = (name: string, kind: 'railway' | 'road', lat: number, source?: string) => ({
    type: 'Feature' as const,
    properties: { name, kind, ...(source && { source }) },
    geometry: {
      type: 'LineString' as const,
      coordinates: [100, 102, 104, 106].map((lon): [number, number] => [lon, lat + (lon - 100) / 6]),
    },
  });
  const ways: Waters = {
    type: 'FeatureCollection',
    source: '样例铁路图',
    datum: 'WGS84',
    features: [line('样例铁路', 'railway', 30), line('样例公路', 'road', 30.6, '样例公路图')],
  };

  test('draws dashes and two hairlines under the threads, and writes their names upright', () => {
    for (const { svg } of mapOf(journey, ways).forms) {
      const [ground = ''] = svg.split('class="thread"');
      expect(ground.match(/stroke="var\(--ink-2\)" stroke-width="2.6"/g)).toHaveLength(1);
      expect(ground.match(/stroke-dasharray="6 6"/g)).toHaveLength(1);
      expect(ground.match(/stroke="var\(--mute\)" stroke-width="3"/g)).toHaveLength(1);
      expect(svg.slice(ground.length)).not.toContain('dasharray');
      expect(svg).not.toMatch(/var\(--water\)|italic/);
      expect(svg).toMatch(/<g[^>]*fill="var\(--ink-2\)"[^>]*>(<text[^>]*>样例(铁路|公路)<\/text>)+/);
    }
    expectInPlace(layoutWide(journey, ways));
    expectInPlace(layoutPhone(journey, ways));
  });

  test('names the source of each, and speaks of no water; a river beside them keeps its own words', () => {
    expect(mapOf(journey, ways).source).toContain('铁路：样例铁路图；公路：样例公路图');
    expect(JSON.stringify(mapOf(journey, ways))).not.toMatch(/水系|江河|湖泊/);
    const both = { ...ways, features: [...ways.features, ...(rivers?.features ?? [])] };
    expect(mapOf(journey, both).source).toContain('水系：样例铁路图；铁路：样例铁路图；公路：样例公路图');
  });

  test('cites the source of what is to be seen on it, not of what lies elsewhere', () => {
    const far = {
      ...line('样例远公路', 'road', 40, '样例公路图'),
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [80, 40],
          [82, 41],
        ] as [number, number][],
      },
    };
    const source = (features: Waters['features']) => mapOf(journey, { ...ways, features }).source;
    const [railway] = ways.features;
    if (!railway) throw new Error('no railway');
    expect(source([railway, far])).toContain('铁路：样例铁路图');
    expect(source([railway, far])).not.toContain('公路：');
    const away = (rivers?.features ?? []).map((river) => ({ ...river, geometry: far.geometry }));
    expect(source([railway, ...away])).not.toContain('水系');
    expect(source(away)).toBe('结对：附件1；坐标：样例坐标；海拔：样例高程');
  });
});
