import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Point } from '#charts/kit/geometry.ts';
import { drawRiverMapPhone } from '#charts/river-map/phone/draw.ts';
import { columnsOf, layoutRiverMapPhone, type RiverMapPhoneInput } from '#charts/river-map/phone/layout.ts';
import { ribbonsCross, strandPoints, xAt } from '#charts/river-map/phone/ribbons.ts';
import { journeysOf } from '#domain/places/journey.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { type Place, placesSchema } from '#domain/places/place.ts';
import { riverMapPhoneLayoutSchema } from '#domain/places/river-map-phone-layout.ts';
import { type Waters, watersSchema } from '#domain/places/waters.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import { formOfDrawing } from './form-of-drawing.ts';

const path = (kind: string) => (id: string) => `/${kind}/${id}/`;
const links = {
  township: path('townships'),
  pairing: path('pairings'),
  project: path('projects'),
  department: path('departments'),
  fact: path('facts'),
  cell: path('plan'),
};

const formOf = (input: RiverMapPhoneInput) => formOfDrawing(drawRiverMapPhone(input), input);

function real(): RiverMapPhoneInput {
  const yaml = (file: string) => parse(readFileSync(`content/${file}`, 'utf8'));
  const places = Object.entries(placesSchema.parse(yaml('places.yaml'))).map(
    ([id, place]) => [id, { ...place, id }] as const,
  );
  const waters = watersSchema.parse(JSON.parse(readFileSync('content/map/waters.json', 'utf8')));
  const journeys = journeysOf(pairingsSchema.parse(yaml('pairings.yaml')), new Map(places));
  const phone = riverMapPhoneLayoutSchema.parse(yaml('map/river-map-phone.yaml'));
  return {
    journeys,
    cited: ['附件1'],
    words: placeWordsOf(undefined, journeys),
    waters,
    phone,
    links,
    title: '样例标题',
    name: 'river-map',
  };
}

const place = (id: string, level: Place['level'], name: string, lon?: number, lat?: number): Place => ({
  id,
  level,
  name,
  ...(lon !== undefined && lat !== undefined
    ? { position: { lon, lat, datum: 'WGS84' as const, source: '虚构', confidence: 'high' as const } }
    : {}),
});

/** Two journeys of one and three threads that cross, one river between. */
function fictional(): RiverMapPhoneInput {
  const places = [
    place('jia', 'city', '甲市', 110, 30),
    place('yi', 'city', '乙市', 111, 29.5),
    place('bing', 'county', '丙县', 95, 30.2),
    place('ding', 'county', '丁县', 96, 30),
    ...['a', 'b', 'c', 'd'].map((id, i) => place(id, 'township', `样例${'一二三四'[i]}${'乡镇'[i % 2]}`)),
  ];
  const waters: Waters = {
    type: 'FeatureCollection',
    source: '虚构',
    datum: 'WGS84',
    features: [
      {
        type: 'Feature',
        properties: { name: '样例河', kind: 'river' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [103, 20],
            [103, 40],
          ],
        },
      },
    ],
  };
  const pairings = pairingsSchema.parse([
    { city: 'jia', county: 'ding', townships: ['a'], source: 's' },
    { city: 'yi', county: 'bing', townships: ['b', 'c', 'd'], source: 's' },
  ]);
  const lens = { scale: 1, name: { text: '样例', x: 16, y: 300 }, ruler: { km: 50, x: 16, y: 320 } };
  const phone = riverMapPhoneLayoutSchema.parse({
    rank: { y: 100 },
    above: { ...lens, anchor: { lon: 95, lat: 30, x: 120, y: 200 }, top: 110, bottom: 330 },
    middle: {
      top: { lon: 97, y: 340 },
      bottom: { lon: 109, y: 640 },
      change: [100, 106],
      distances: 360,
      wefts: [{ river: '样例河', name: { x: 14, y: 470 } }],
    },
    below: {
      ...lens,
      name: { text: '示例', x: 16, y: 760 },
      ruler: { km: 50, x: 16, y: 774 },
      anchor: { lon: 110, lat: 30, x: 120, y: 700 },
      top: 650,
      bottom: 800,
    },
    journeys: {
      'jia-ding': { above: 260, below: 120, city_name: { dx: 10, dy: 20 }, county_name: { dx: 10, dy: 20 } },
      'yi-bing': { above: 120, below: 260, city_name: { dx: 10, dy: 20 }, county_name: { dx: 10, dy: 20 } },
    },
    names: [],
    notes: 820,
  });
  const journeys = journeysOf(pairings, new Map(places.map((p) => [p.id, p])));
  return {
    journeys,
    words: placeWordsOf(undefined, journeys),
    cited: ['附件1'],
    waters,
    phone,
    links,
    title: '样例',
    name: 'sample',
  };
}

/** Boxes of all words as drawn: Chinese characters are as wide as high, digits a little over half. */
function labels(svg: string, upright: number) {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const value = (key: string) => new RegExp(`(?:^| )${key}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size] = [Number(value('x')), Number(value('y')), Number(value('font-size') ?? upright)];
    const long = [...content].reduce((sum, c) => sum + (/[\x20-\x7e]/.test(c) ? 0.58 : 1), 0) * size;
    if (!value('font-size'))
      return { content, rank: true, left: x - size / 2, right: x + size / 2, top: y, bottom: y + long };
    const anchor = value('text-anchor');
    const left = anchor === 'end' ? x - long : anchor === 'middle' ? x - long / 2 : x;
    return { content, rank: false, left, right: left + long, top: y - size * 0.86, bottom: y + size * 0.1 };
  });
}

const cases = [
  ['the real region', real],
  ['a fictional region of two journeys', fictional],
] as const;

describe.each(cases)('the phone form of the river map for %s', (_, input) => {
  const plan = layoutRiverMapPhone(input());
  const { svg, height } = formOf(input());
  const lines = plan.ribbons.map(({ ribbon, threads }) => ({
    ribbon,
    strands: threads.map(({ strand }) => strandPoints(strand, 30)),
  }));

  it('leaves paper between two ribbons everywhere but where they are woven', () => {
    lines.forEach((a, i) => {
      for (const b of lines.slice(i + 1)) {
        const woven: Point | null = ribbonsCross(a.ribbon, b.ribbon)
          ? meeting(a.strands[0] ?? [], b.strands[0] ?? [])
          : null;
        const radius = a.ribbon.count * a.ribbon.pitch + b.ribbon.count * b.ribbon.pitch + 4;
        const free = (p: Point) => !woven || Math.hypot(p[0] - woven[0], p[1] - woven[1]) > radius;
        const [left, right] = [a, b].map(({ strands }) =>
          [...(strands[0] ?? []), ...(strands.at(-1) ?? [])].filter(free),
        );
        const gap = Math.min(
          ...(left ?? []).map((p) => Math.min(...(right ?? []).map((q) => Math.hypot(p[0] - q[0], p[1] - q[1])))),
        );
        expect(gap).toBeGreaterThan(input().phone.thread + 1);
      }
    });
  });

  it('spreads every fan without a crossing', () => {
    const { phone } = input();
    const threads = plan.ribbons.flatMap(({ threads: all }) => all).toSorted((a, b) => a.column - b.column);
    for (let y = phone.rank.y; y < plan.slots.changeHigh; y += 3) {
      const xs = threads.flatMap(({ strand }) => xAt(strandPoints(strand, 60), y) ?? []);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    }
  });

  it('keeps every word inside the drawing, off every other word and off the cloth', () => {
    const boxes = labels(svg, plan.size);
    boxes.forEach((a, i) => {
      expect([a.content, a.left >= 0, a.right <= plan.width, a.top >= plan.top, a.bottom <= plan.bottom]).toEqual([
        a.content,
        true,
        true,
        true,
        true,
      ]);
      for (const b of boxes.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect([a.content, b.content, apart]).toEqual([a.content, b.content, true]);
      }
      const under = lines.some(({ strands }) =>
        strands.some((line) => line.some(([x, y]) => x > a.left && x < a.right && y > a.top && y < a.bottom)),
      );
      expect([a.content, under]).toEqual([a.content, false]);
    });
  });

  it('leads to every township and every pairing, in the order of the journeys', () => {
    const wanted = input().journeys;
    expect([...svg.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      ...wanted.flatMap(({ threads }) => threads.map(({ place: { id } }) => `/townships/${id}/`)),
      ...wanted.map(({ city }) => `/pairings/${city.id}/`),
    ]);
  });

  it('carries its own note, uses no style and no id of its own but prefixed ones', () => {
    expect(svg).toContain('示意图，不绘行政区域界线；框里的乡镇名单不表示位置。');
    expect(svg).not.toMatch(/ style=|<style|<use|clipPath|NaN|undefined/);
    for (const [, id = ''] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(new RegExp(`^${input().name}-p-`));
    expect(svg).toContain(`viewBox="0 ${plan.top} ${plan.width} ${height}"`);
  });

  it('is drawn the same every time', () => {
    expect(formOf(input()).svg).toBe(svg);
  });
});

describe('the phone form of the river map', () => {
  it('weighs at most 5 kB with brotli', () => {
    expect(brotliCompressSync(formOf(real()).svg).length).toBeLessThanOrEqual(5000);
  });

  it('fills the width with equal columns, whatever the counts', () => {
    const { phone } = fictional();
    for (const counts of [
      [1, 1],
      [8, 5, 4, 11],
      [12, 12, 12, 12, 12, 12],
    ]) {
      const { wide, centres } = columnsOf(counts, phone);
      const flat = centres.flat();
      expect(flat).toHaveLength(counts.reduce((a, b) => a + b, 0));
      expect((flat[0] ?? 0) - wide / 2).toBeCloseTo(phone.rank.margin);
      expect((flat.at(-1) ?? 0) + wide / 2).toBeCloseTo(phone.width - phone.rank.margin);
      for (let i = 1; i < flat.length; i++) expect((flat[i] ?? 0) - (flat[i - 1] ?? 0)).toBeGreaterThan(wide - 1e-9);
    }
  });

  it('draws a river across the ribbons at the longitude where the journeys cross it', () => {
    const [weft] = layoutRiverMapPhone(fictional()).wefts;
    expect(weft?.points).toHaveLength(4);
    for (const [, y] of weft?.points ?? []) expect(y).toBeCloseTo(490, 0);
    expect(weft?.points[0]?.[0]).toBe(14);
  });

  it('weaves the later ribbon into the earlier one in blocks of two strands', () => {
    const [first, second] = layoutRiverMapPhone(fictional()).ribbons;
    expect(first?.threads.every(({ woven }) => woven.length === 0)).toBe(true);
    expect(second?.threads.map(({ woven }) => woven.map(({ over }) => over))).toEqual([[true], [true], [false]]);
  });

  it('names the journey that the layout file lacks', () => {
    const input = fictional();
    const { 'yi-bing': _, ...journeys } = input.phone.journeys;
    expect(() => layoutRiverMapPhone({ ...input, phone: { ...input.phone, journeys } })).toThrow(
      'river-map-phone.yaml 的 journeys 里没有 yi-bing',
    );
  });

  it('refuses a layout file with a misspelt key', () => {
    const { phone } = fictional();
    expect(riverMapPhoneLayoutSchema.safeParse({ ...phone, note: 1 }).success).toBe(false);
  });
});

/** Where two lines come nearest. */
function meeting(a: readonly Point[], b: readonly Point[]): Point | null {
  let best: { p: Point; off: number } | null = null;
  for (const p of a)
    for (const q of b) {
      const off = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (!best || off < best.off) best = { p, off };
    }
  return best?.p ?? null;
}

describe('the phone form of the river map for a region with a railway and a road', () => {
  const of = fictional();
  const way = (name: string, kind: 'railway' | 'road', lat: number): Waters['features'][number] => ({
    type: 'Feature',
    properties: { name, kind, source: '虚构的来源' },
    geometry: {
      type: 'LineString',
      coordinates: [94, 95, 96, 103, 109, 110, 111].map((lon): [number, number] => [lon, lat]),
    },
  });
  const input: RiverMapPhoneInput = {
    ...of,
    waters: { ...of.waters, features: [way('样例铁路', 'railway', 30.1), way('样例公路', 'road', 29.8)] },
    phone: {
      ...of.phone,
      middle: { ...of.phone.middle, wefts: [] },
      names: [
        { text: '样例铁路', x: 16, y: 250, anchor: 'start' },
        { text: '样例公路', x: 16, y: 690, anchor: 'start' },
      ],
    },
  };
  const { svg } = formOf(input);
  const [ground = ''] = svg.split('class="thread"');

  it('draws both in both maps, under the cloth: the railway as dashes, the road as two hairlines', () => {
    const path = (stroke: string) => new RegExp(`<path d="([^"]*)"[^>]*${stroke}`).exec(ground)?.[1] ?? '';
    for (const stroke of [
      'stroke-dasharray="6 6"',
      'stroke-width="2.6"',
      'stroke="var\\(--mute\\)" stroke-width="3"',
    ]) {
      expect(path(stroke).match(/M/g), stroke).toHaveLength(2);
    }
    expect(svg.slice(ground.length)).not.toContain('stroke-dasharray="6 6"');
  });

  it('draws no way in the part between, where the height means longitude only', () => {
    const d = /<path d="([^"]*)"[^>]*stroke-dasharray="6 6"/.exec(ground)?.[1] ?? '';
    const heights = [...d.matchAll(/M[-\d.]+ ([-\d.]+)/g)].map(([, y]) => Number(y));
    const { above, below } = input.phone;
    for (const y of heights) {
      expect((y >= above.top && y <= above.bottom) || (y >= below.top && y <= below.bottom)).toBe(true);
    }
  });

  it('writes their names upright and in ink, and no water anywhere', () => {
    expect(svg).toMatch(/<g[^>]*fill="var\(--ink-2\)"[^>]*>(?:(?!<\/g>).)*样例铁路(?:(?!<\/g>).)*样例公路/);
    expect(svg).not.toMatch(/var\(--water|var\(--lake\)|italic|NaN|undefined/);
  });
});
