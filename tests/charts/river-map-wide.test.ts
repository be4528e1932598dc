import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Links } from '#charts/kit/figure.ts';
import type { Point } from '#charts/kit/geometry.ts';
import { riverMap } from '#charts/river-map/river-map.ts';
import type { RiverMapInput } from '#charts/river-map/types.ts';
import { drawRiverMapWide } from '#charts/river-map/wide/draw.ts';
import {
  type Label,
  layoutRiverMapWide,
  SIZE,
  WIDTH,
  type WideRibbon,
  type WideRiverMap,
} from '#charts/river-map/wide/layout.ts';
import { heightAt } from '#charts/river-map/wide/ribbon.ts';
import { type Journey, journeysOf } from '#domain/places/journey.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';
import { type Place, placesSchema } from '#domain/places/place.ts';
import { riverMapWideLayoutSchema } from '#domain/places/river-map-layout.ts';
import { riverMapPhoneLayoutSchema } from '#domain/places/river-map-phone-layout.ts';
import { watersSchema } from '#domain/places/waters.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import { pairName } from '#format/pair-name.ts';
import { formOfDrawing } from './form-of-drawing.ts';

const read = (file: string) => parse(readFileSync(`content/${file}`, 'utf8'));
const to = (folder: string) => (id: string) => `/${folder}/${id}/`;
const links: Links = {
  township: to('townships'),
  pairing: to('pairings'),
  project: to('projects'),
  department: to('departments'),
  fact: to('facts'),
  cell: to('plan'),
};

const formOf = (input: RiverMapInput) => formOfDrawing(drawRiverMapWide(input), input);

function realInput(): RiverMapInput {
  const places = new Map(
    Object.entries(placesSchema.parse(read('places.yaml'))).map(([id, place]) => [id, { ...place, id }]),
  );
  const waters = watersSchema.parse(read('map/waters.json'));
  const journeys = journeysOf(pairingsSchema.parse(read('pairings.yaml')), places);
  return {
    journeys,
    words: placeWordsOf(undefined, journeys),
    cited: ['附件1'],
    waters,
    wide: riverMapWideLayoutSchema.parse(read('map/river-map.yaml')),
    phone: riverMapPhoneLayoutSchema.parse(read('map/river-map-phone.yaml')),
    links,
    title: '样例图',
    name: 'sample',
  };
}

/** An invented region: any number of journeys side by side, cities at `from`, counties at `to` (degrees east). */
function inventedInput(counts: readonly number[], { from = 110, to = 100, orders = [] as string[][] } = {}) {
  const place = (id: string, level: Place['level'], position?: [number, number]): Place => ({
    id,
    level,
    name: `样${id.replace(/\D/g, '')}乡`,
    ...(position && {
      position: { lon: position[0], lat: position[1], datum: 'WGS84', source: '样例来源', confidence: 'high' },
    }),
  });
  const places = counts.flatMap((count, i) => [
    place(`city${i}`, 'city', [from, 31 - i]),
    place(`county${i}`, 'county', [to, 31 - i]),
    ...Array.from({ length: count }, (_, k) => place(`t${i}${k}`, 'township')),
  ]);
  const waters = watersSchema.parse({ type: 'FeatureCollection', source: '样例来源', datum: 'WGS84', features: [] });
  const pairings = counts.map((count, i) => ({
    city: `city${i}`,
    county: `county${i}`,
    townships: Array.from({ length: count }, (_, k) => `t${i}${k}`),
    source: `a1-city${i}`,
  }));
  const journeys = journeysOf(pairings, new Map(places.map((p) => [p.id, p])));
  const ids = journeys.map(({ id }) => id);
  const wide = riverMapWideLayoutSchema.parse({
    height: 600,
    projection: {
      scale: 1.1,
      west: { x: 300, lon: Math.min(from, to) },
      east: { x: 900, lon: Math.max(from, to) },
      centre: { y: 300, lat: 30 },
      waist: { from: 350, fade_from: 100, to: 850, fade_to: 100 },
    },
    columns: (orders.length ? orders : [ids]).map((order, i) => ({ x: 800 - 300 * i, order })),
    ribbons: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          city: { dx: 10, dy: 0 },
          county: { dx: 0, dy: -20 },
        },
      ]),
    ),
    extent: { left: to < from ? 240 : 10, right: to < from ? WIDTH - 10 : 960, top: 20, bottom: 560 },
    townships: { side: to < from ? 'left' : 'right', x: to < from ? 10 : 1040, y: 10 },
    waters: { south: 20, north: 40 },
    graticule: { meridians: [], parallels: [] },
    ruler: { y: 570 },
    list: { x: 20, y: 500, step: 150 },
    note: { x: 0, y: 590 },
  });
  return {
    journeys,
    cited: ['附件1'],
    words: placeWordsOf(undefined, journeys),
    waters,
    wide,
    phone: null as never,
    links,
    title: '样例图',
    name: 'sample',
  } satisfies RiverMapInput;
}

const cubic = ([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point => {
  const s = 1 - t;
  const at = (k: 0 | 1) => s ** 3 * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t ** 3 * d[k];
  return [at(0), at(1)];
};
const samples = Array.from({ length: 81 }, (_, i) => i / 80);

/** Whether two polylines meet anywhere. */
function meet(a: readonly Point[], b: readonly Point[]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const pieces = (points: readonly Point[]) => points.slice(1).map((q, i): [Point, Point] => [points[i] ?? q, q]);
  return pieces(a).some(([p, q]) =>
    pieces(b).some(([r, s]) => side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0),
  );
}

/** A strand from its county on: its tail to the edge of the geography, then its fan to the list. */
const onward = ({ tail }: WideRibbon, { shift, fan }: WideRibbon['strands'][number]): Point[] => {
  const [start, end] = [tail[0]?.from[0] ?? 0, tail.at(-1)?.to[0] ?? 0];
  const course = samples.map((t): Point => {
    const x = start + t * (end - start);
    return [x, (heightAt(tail, x) ?? 0) + shift];
  });
  return [...course, ...samples.map((t) => cubic(fan, t))];
};

/** Townships whose strands cross between county and list, within a county and between counties. */
function crossedFans({ ribbons }: WideRiverMap): string[] {
  const curves = ribbons.flatMap((ribbon) =>
    ribbon.strands.map((strand) => ({ id: strand.thread.place.id, points: onward(ribbon, strand) })),
  );
  return curves.flatMap((a, i) =>
    curves.slice(i + 1).flatMap((b) => (meet(a.points, b.points) ? [`${a.id} ${b.id}`] : [])),
  );
}

/** px of paper between two ribbons at x, null where one of them is not there. */
function paperBetween(a: WideRibbon, b: WideRibbon, x: number, strand: number): number | null {
  const [ya, yb] = [heightAt(a.pieces, x), heightAt(b.pieces, x)];
  if (ya === null || yb === null) return null;
  const half = (ribbon: WideRibbon) => Math.max(...ribbon.strands.map(({ shift }) => shift)) + strand / 2;
  return Math.abs(ya - yb) - half(a) - half(b);
}

function smallestGap({ ribbons, crossings }: WideRiverMap, strand: number, margin = 0): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let x = 0; x <= WIDTH; x++) {
    for (const [i, a] of ribbons.entries()) {
      for (const b of ribbons.slice(i + 1)) {
        const sides = crossings
          .filter((c) => x > c.west - margin && x < c.east + margin)
          .flatMap((c) => c.sides.map((side) => side.map(({ id }) => id)));
        const crosses = sides.some((s) => s.includes(a.journey.id)) && sides.some((s) => s.includes(b.journey.id));
        const gap = crosses ? null : paperBetween(a, b, x, strand);
        if (gap !== null) smallest = Math.min(smallest, gap);
      }
    }
  }
  return smallest;
}

function boxOf({ kind, text, x, y, anchor }: Label) {
  const size = SIZE[kind];
  const wide = [...text].reduce((sum, char) => sum + (/[\u0020-\u024f]/.test(char) ? 0.58 : 1), 0) * size;
  const along = anchor === 'start' ? 0 : anchor === 'end' ? -wide : -wide / 2;
  return { text, left: x + along, right: x + along + wide, top: y - size * 0.85, bottom: y + size * 0.12 };
}

describe('the wide river map of the real content', () => {
  const input = realInput();
  const map = layoutRiverMapWide(input);
  const { svg } = formOf(input);

  it('leaves paper between ribbons wherever they do not cross', () => {
    expect(smallestGap(map, input.wide.ribbon.strand)).toBeGreaterThan(1);
    expect(smallestGap(map, input.wide.ribbon.strand, 150)).toBeGreaterThan(4);
  });

  it('crosses ribbons only where the layout changes their order', () => {
    expect(map.crossings.map(({ sides }) => sides.map((side) => side.length).sort())).toEqual([[1, 2]]);
  });

  it('lets no two strands cross between county and list', () => {
    expect(crossedFans(map)).toEqual([]);
  });

  it('keeps the strands of one county off the ribbons of the others', () => {
    const near = map.ribbons.flatMap((ribbon) =>
      ribbon.strands.flatMap((strand) =>
        onward(ribbon, strand).flatMap(([x, y]) => {
          const { journey } = ribbon;
          const hit = map.ribbons.find((other) => {
            const at = other.journey === journey ? null : heightAt(other.pieces, x);
            const half = Math.max(...other.strands.map(({ shift }) => shift)) + input.wide.ribbon.strand;
            return at !== null && Math.abs(y - at) < half + 1;
          });
          return hit ? [`${journey.id} ${hit.journey.id} ${x.toFixed()}`] : [];
        }),
      ),
    );
    expect(near).toEqual([]);
  });

  it('moves no end by more than ten pixels from its place', () => {
    for (const { journey, city, county } of map.ribbons) {
      for (const [place, drawn] of [
        [journey.city, city],
        [journey.county, county],
      ] as const) {
        const [x, y] = map.bow.project(place.position?.lon ?? 0, place.position?.lat ?? 0);
        expect([drawn[0] - x, Math.abs(drawn[1] - y) <= 10], place.id).toEqual([0, true]);
      }
    }
  });

  it('keeps every label inside the drawing and off every other', () => {
    const boxes = map.labels.map(boxOf);
    const outside = boxes.filter((b) => b.left < 0 || b.right > WIDTH || b.top < 0 || b.bottom > input.wide.height);
    const clashes = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} ${b.text}`),
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    expect(clashes).toEqual([]);
  });

  it('cuts the later of two crossing ribbons and keeps the earlier whole', () => {
    const cut = map.ribbons.filter(({ strands }) => strands.some(({ under }) => under.length > 0));
    expect(cut.map(({ journey }) => journey.id)).toEqual([input.journeys.at(-1)?.id]);
    expect(cut[0]?.strands.every(({ under, over }) => under.length > 0 && over.length > 0)).toBe(true);
  });

  it('links every township in the order of the notice, then every pair', () => {
    const hrefs = [...svg.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href);
    const townships = input.journeys.flatMap(({ threads }) => threads.map(({ place }) => links.township(place.id)));
    expect(hrefs).toEqual([...townships, ...input.journeys.map(({ city }) => links.pairing(city.id))]);
  });

  it('names township and pair in the label of a thread', () => {
    const [journey] = input.journeys as [Journey];
    const township = journey.threads[0]?.place.name;
    expect(svg).toContain(`aria-label="${township}，${pairName(journey)}"`);
  });

  it('says 示意图 in the drawing itself and writes heights and distances with 约', () => {
    expect(svg).toContain('示意图，不绘行政区域界线');
    expect(svg.match(/海拔约\d+→\d+米/g)).toHaveLength(input.journeys.length);
    expect(svg.match(/约\d{3}0公里/g)).toHaveLength(2 * input.journeys.length);
  });

  it('uses presentation attributes only and weighs at most 6 kB', () => {
    expect(svg.match(/ style=|<style|clip-path|url\(|NaN|undefined/)).toBeNull();
    expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(6000);
  });

  it('draws the same string from the same input', () => {
    expect(formOf(realInput()).svg).toBe(svg);
  });

  it('becomes a figure with both forms and one row a journey', () => {
    const figure = riverMap(input);
    expect(figure.forms.map(({ kind }) => kind)).toEqual(['wide', 'phone']);
    expect(figure.table.rows).toHaveLength(input.journeys.length);
    expect(figure.table.rows.every((row) => row.length === figure.table.columns.length)).toBe(true);
    expect(figure.sentence).toMatch(/共28个乡镇，一个乡镇一根线。$/);
    expect([figure.sentence, ...figure.notes].join('')).not.toMatch(/跨过|途中/);
    expect(figure.source).toContain('结对：附件1');
  });
});

describe('the wide river map of another region', () => {
  it('draws two journeys that do not cross', () => {
    const map = layoutRiverMapWide(inventedInput([3, 1]));
    expect(map.ribbons.map(({ strands }) => strands.length)).toEqual([3, 1]);
    expect(map.crossings).toEqual([]);
    expect(smallestGap(map, 1.6)).toBeGreaterThan(0);
    expect(crossedFans(map)).toEqual([]);
  });

  it('runs from west to east as well as from east to west', () => {
    const map = layoutRiverMapWide(inventedInput([6, 4], { from: 100, to: 110 }));
    expect(map.ribbons.every(({ city, county }) => city[0] < county[0])).toBe(true);
    expect(crossedFans(map)).toEqual([]);
  });

  it('weaves as many crossings as the orders demand', () => {
    const id = (i: number) => `city${i}-county${i}`;
    const orders = [
      [id(0), id(1), id(2), id(3)],
      [id(1), id(0), id(3), id(2)],
    ];
    const map = layoutRiverMapWide(inventedInput([5, 12, 2, 1], { orders }));
    expect(map.crossings).toHaveLength(2);
    for (const { sides } of map.crossings) expect(sides.map((side) => side.length)).toEqual([1, 1]);
  });

  it('leaves a journey without coordinates out of the drawing but keeps it in the list', () => {
    const input = inventedInput([2, 2]);
    const [first, second] = input.journeys as [Journey, Journey];
    const { position, ...county } = second.county;
    const unknown: Journey = { ...second, county, distance: null, climb: null };
    const { svg } = formOf({ ...input, journeys: [first, unknown] });
    expect(position).toBeDefined();
    expect(svg.match(/class="strand"/g)).toHaveLength(2);
    expect(svg).toContain('距离待补');
  });

  it('draws six journeys without a broken number', () => {
    const { svg } = formOf(inventedInput([1, 2, 3, 4, 5, 12]));
    expect(svg.match(/NaN|undefined|Infinity/)).toBeNull();
  });
});

describe('the wide river map of a region with a railway and a road', () => {
  const way = (name: string, kind: 'railway' | 'road', lat: number) => ({
    type: 'Feature',
    properties: { name, kind, source: `${name}的样例来源` },
    geometry: { type: 'LineString', coordinates: [99, 102, 105, 108, 111].map((lon) => [lon, lat + (lon - 99) / 20]) },
  });
  const features = [way('样例铁路', 'railway', 30), way('样例公路', 'road', 29.4)];
  const invented = inventedInput([3, 4]);
  const { waters: seen, ...layout } = invented.wide;
  const input: RiverMapInput = {
    ...invented,
    waters: watersSchema.parse({ ...invented.waters, features }),
    wide: {
      ...layout,
      waters: {
        ...seen,
        labels: [
          { name: '样例铁路', x: 500, y: 200, anchor: 'start', large: false },
          { name: '样例公路', x: 560, y: 470, anchor: 'start', large: true },
        ],
      },
    },
  };
  const { svg } = formOf(input);
  const [ground = ''] = svg.split('class="thread"');

  it('draws the railway as dashes and the road as two hairlines, both under the cloth', () => {
    expect(ground.match(/stroke="var\(--ink-2\)" stroke-width="2.6"/g)).toHaveLength(1);
    expect(ground.match(/stroke-dasharray="6 6"/g)).toHaveLength(1);
    expect(ground.match(/stroke="var\(--mute\)" stroke-width="3"/g)).toHaveLength(1);
    expect(svg.slice(ground.length)).not.toContain('stroke-dasharray="6 6"');
  });

  it('draws them inside the geography only', () => {
    const { left, right, top, bottom } = input.wide.extent;
    const paths = [...ground.matchAll(/<path d="M([-\d.]+) ([-\d.]+)[^"]*"[^>]*stroke-width="(?:2.6|3)"/g)];
    expect(paths).toHaveLength(2);
    for (const [, x, y] of paths) {
      expect(Number(x)).toBeGreaterThanOrEqual(left);
      expect(Number(x)).toBeLessThanOrEqual(right);
      expect(Number(y)).toBeGreaterThanOrEqual(top);
      expect(Number(y)).toBeLessThanOrEqual(bottom);
    }
  });

  it('writes their names upright and in ink, and no water anywhere', () => {
    expect(svg).toMatch(/<g[^>]*fill="var\(--ink-2\)"[^>]*>(?:(?!<\/g>).)*样例铁路/);
    expect(svg).toMatch(/<g[^>]*fill="var\(--ink-2\)"[^>]*>(?:(?!<\/g>).)*样例公路/);
    expect(svg).not.toMatch(/var\(--water|var\(--lake\)|italic|NaN|undefined/);
  });
});
