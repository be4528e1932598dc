import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sample } from '#charts/kit/chain.ts';
import type { Figure, Links } from '#charts/kit/figure.ts';
import type { Point } from '#charts/kit/geometry.ts';
import { textWidth } from '#charts/kit/text.ts';
import { type Label, overlaps } from '#charts/thread-map/labels.ts';
import { layoutPhone } from '#charts/thread-map/phone/layout.ts';
import { meetings, trace } from '#charts/thread-map/strand.ts';
import { threadMap } from '#charts/thread-map/thread-map.ts';
import { layoutWide } from '#charts/thread-map/wide/layout.ts';
import { type Journey, journeysOf } from '#domain/places/journey.ts';
import type { Pairing } from '#domain/places/pairing.ts';
import type { Place } from '#domain/places/place.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';

type Spot = readonly [lon: number, lat: number] | null;
type Row = readonly [city: string, Spot, county: string, Spot, townships: number];

const NUMERALS = '一二三四五六七八九十甲乙';

/** An invented programme; a city or county named twice is one place. */
function region(rows: readonly Row[], nameLength = (i: number) => 2 + (i % 3)): Journey[] {
  const places = new Map<string, Place>();
  const pairings: Pairing[] = [];
  let count = 0;
  const add = (level: Place['level'], id: string, name: string, at: Spot) => {
    const position = at && {
      lon: at[0],
      lat: at[1],
      datum: 'WGS84' as const,
      source: '样例',
      confidence: 'high' as const,
    };
    const bo = level === 'county' ? { name_bo: { text: 'དཔེ་མཚོན་རྫོང་།', source: '样例' } } : {};
    places.set(id, { id, level, name, ...bo, ...(position ? { position } : {}) });
    return id;
  };
  for (const [city, cityAt, county, countyAt, size] of rows) {
    const townships = Array.from({ length: size }, () => {
      const name = Array.from({ length: nameLength(++count) }, (_, k) => NUMERALS[(count + k) % 12]).join('');
      return add('township', `t${count}`, name, null);
    });
    pairings.push({
      city: add('city', `c-${city}`, city, cityAt),
      county: add('county', `k-${county}`, county, countyAt),
      townships,
      source: 'a1-x',
    });
  }
  return journeysOf(pairings, places);
}

function realJourneys(): Journey[] {
  const places = Object.entries(
    parse(readFileSync('content/places.yaml', 'utf8')) as Record<string, Omit<Place, 'id'>>,
  );
  const pairings = parse(readFileSync('content/pairings.yaml', 'utf8')) as Pairing[];
  return journeysOf(pairings, new Map(places.map(([id, place]) => [id, { ...place, id } as Place])));
}

const FIVE: readonly Row[] = [
  ['东样市', [118, 32], '甲县', [95, 33], 12],
  ['东样市', [118, 32], '乙县', [94, 31], 1],
  ['中样市', [117, 30.5], '丙县', [96, 32], 5],
  ['南样市', [119.5, 31], '丁县', [93.4, 32.4], 7],
  ['北样市', [119.5, 33], '戊县', [95.5, 30.6], 3],
];
const five: readonly Row[] = FIVE.map((row, i) =>
  i === 4 ? (['南样市', [119.5, 31], ...row.slice(2)] as unknown as Row) : row,
);
const tenRows = (size: (i: number) => number): Row[] =>
  Array.from({ length: 10 }, (_, i) => [
    `市${NUMERALS[i]}`,
    [110 + ((i * 7) % 10), 30 + ((i * 3) % 10) / 2],
    `县${NUMERALS[i]}`,
    [90 + ((i * 3) % 10), 29 + ((i * 7) % 10) / 3],
    size(i),
  ]);

const shapes: Record<string, Journey[]> = {
  'the real programme': realJourneys(),
  'three cities, five counties, one to twelve townships': region(five),
  'no coordinates': region(five.map(([c, , k, , n]): Row => [c, null, k, null, n])),
  'one county without coordinates': region(five.map(([c, a, k, b, n], i): Row => [c, a, k, i === 2 ? null : b, n])),
  'one city without coordinates': region(FIVE.map(([c, a, k, b, n], i): Row => [c, i === 4 ? null : a, k, b, n])),
  'one pairing of one township': region([['东样市', [118, 32], '甲县', [95, 33], 1]]),
  'one pairing of thirty townships': region([['东样市', null, '甲县', null, 30]]),
  'two cities in one spot': region([
    ['东样市', [118, 32], '甲县', [95, 33], 9],
    ['西样市', [118, 32], '乙县', [95, 33], 9],
  ]),
  'one county with two cities': region([
    ['东样市', [118, 32], '甲县', [95, 33], 4],
    ['西样市', [116, 30], '甲县', [95, 33], 6],
    ['中样市', [117, 31], '乙县', [94, 32], 5],
  ]),
  'names of twelve characters': region(
    [
      ['东方样例名字很长的自治州市', [118, 32], '某某族某某族自治的长名县', [95, 33], 12],
      ['第二个样例名字也很长的州', [117, 32], '某某族某某族自治的二号县', [95.2, 33], 6],
      ['丙市', [116, 30], '丙县', [95.1, 32.9], 1],
    ],
    () => 12,
  ),
  'ten pairings of one township': region(tenRows(() => 1)),
  'ten pairings of one township, every name twelve characters long': region(
    tenRows(() => 1).map(([c, a, k, b, n]): Row => [c.padEnd(12, '样'), a, k.padEnd(12, '样'), b, n]),
    () => 12,
  ),
  'ten pairings of one to thirty townships': region(tenRows((i) => ((i * 11) % 30) + 1)),
  'ten pairings of thirty townships': region(tenRows(() => 30)),
};

const links = {
  township: (id: string) => `/townships/${id}/`,
  pairing: (id: string) => `/pairings/${id}/`,
} as unknown as Links;

const figures = new Map<string, Figure>();
function figureOf(shape: string): Figure {
  const known = figures.get(shape);
  if (known) return known;
  const figure = threadMap({
    journeys: shapes[shape] ?? [],
    cited: ['附件1'],
    words: placeWordsOf(undefined, shapes[shape] ?? []),
    links,
    name: 'threads',
    title: '样例线图',
  });
  figures.set(shape, figure);
  return figure;
}

/** The points of a path made of M, H, V and C, as a browser draws it. */
function pointsOf(d: string): Point[] {
  let at: Point = [0, 0];
  const points: Point[] = [];
  for (const [, command, rest] of d.matchAll(/([MHVC])([^MHVC]*)/g)) {
    const numbers = (rest?.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
    if (command === 'M') points.push([a, b]);
    else if (command === 'H') points.push([a, at[1]]);
    else if (command === 'V') points.push([at[0], a]);
    else points.push(...sample([at, [a, b], [c, e], [f, g]], 16).slice(1));
    at = points.at(-1) ?? at;
  }
  return points;
}

const strandsOf = (svg: string) => [...svg.matchAll(/class="strand" d="([^"]+)"/g)].map((m) => pointsOf(m[1] ?? ''));

/** How near a polyline comes to a box; 0 where it enters it. */
function distance(points: readonly Point[], box: Pick<Label, 'left' | 'top' | 'width' | 'height'>): number {
  let least = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    // A piece all of which lies farther off than another one is not walked along.
    const [aside, above] = [
      Math.max(box.left - Math.max(a[0], b[0]), 0, Math.min(a[0], b[0]) - box.left - box.width),
      Math.max(box.top - Math.max(a[1], b[1]), 0, Math.min(a[1], b[1]) - box.top - box.height),
    ];
    if (Math.hypot(aside, above) >= least) continue;
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 2));
    for (let s = 0; s <= steps; s++) {
      const [x, y] = [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
      const dx = Math.max(box.left - x, 0, x - box.left - box.width);
      const dy = Math.max(box.top - y, 0, y - box.top - box.height);
      least = Math.min(least, Math.hypot(dx, dy));
    }
  }
  return least;
}

describe.each(Object.keys(shapes))('the thread map of %s', (shape) => {
  const journeys = shapes[shape] ?? [];
  const townships = journeys.reduce((sum, j) => sum + j.threads.length, 0);

  it('draws one strand for every township in both forms, and no two of them cross', () => {
    for (const { svg } of figureOf(shape).forms) {
      const strands = strandsOf(svg).map(trace);
      expect(strands).toHaveLength(townships);
      let crossings = 0;
      strands.forEach((a, i) => {
        for (const b of strands.slice(i + 1)) crossings += meetings(a, b);
      });
      expect(crossings).toBe(0);
    }
  });

  it('keeps every strand and every label inside the box, and no label on a strand or another label', () => {
    const figure = figureOf(shape);
    const labels = [layoutWide(journeys).labels, layoutPhone(journeys).bands.flatMap((b) => b.labels)].map((all) =>
      all.filter((label) => label !== null),
    );
    figure.forms.forEach(({ svg, width, height }, i) => {
      const strands = strandsOf(svg);
      const outside = strands.flat().filter(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height));
      expect(outside).toEqual([]);
      const boxes = labels[i] ?? [];
      boxes.forEach((box, k) => {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(box.top + box.height).toBeLessThanOrEqual(height - 20);
        expect(boxes.slice(k + 1).filter((other) => overlaps(box, other))).toEqual([]);
        expect(Math.min(...strands.map((s) => distance(s, box)))).toBeGreaterThanOrEqual(2);
      });
    });
  });

  it('writes every township name inside the box, its row at least 24 px high', () => {
    for (const { svg, width, kind } of figureOf(shape).forms) {
      const size = kind === 'wide' ? 14 : 13;
      const names = [
        ...svg.matchAll(
          /<text x="([\d.]+)" y="[\d.]+" class="label" fill="var\(--ink\)"( text-anchor="end")?>([^<]+)</g,
        ),
      ];
      expect(names).toHaveLength(townships);
      for (const [, x, end, name = ''] of names) {
        const [left, right] =
          end || kind === 'wide'
            ? [Number(x) - textWidth(name, size), Number(x)]
            : [Number(x), Number(x) + textWidth(name, size)];
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
      }
      const rows = [...svg.matchAll(/class="hit"[^>]* height="([\d.]+)"/g)].map((m) => Number(m[1]));
      expect(Math.min(...rows)).toBeGreaterThanOrEqual(24);
    }
  });

  it('links every township and every pairing in the order of the notice', () => {
    for (const { svg } of figureOf(shape).forms) {
      const hrefs = [...svg.matchAll(/<a href="([^"]+)" class="thread">/g)].map((m) => m[1]);
      expect(hrefs).toEqual(journeys.flatMap((j) => j.threads.map((t) => `/townships/${t.place.id}/`)));
      for (const { city, county } of journeys) {
        expect(svg).toContain(`href="/pairings/${city.id}/"`);
        for (const c of county.name.slice(0, 2)) expect(svg).toContain(c);
      }
    }
  });

  it('says on the drawing itself that it is 示意图, and styles nothing inline', () => {
    for (const { svg } of figureOf(shape).forms) {
      expect(svg).toContain('>示意图');
      expect(svg).not.toMatch(/ style=|<style|NaN|Infinity|undefined/);
    }
  });
});

describe('the thread map', () => {
  it('builds its sentence and its table from the journeys, each township a row', () => {
    const figure = figureOf('three cities, five counties, one to twelve townships');
    expect(figure.sentence).toBe('3座城市，5个县，28个乡镇：一个乡镇，一根线。');
    expect(figure.table.columns.map((c) => c.key)).toEqual(['city', 'county', 'township']);
    expect(figure.table.rows).toHaveLength(28);
    expect(figure.table.rows[12]?.slice(0, 2)).toEqual(['东样市', '乙县']);
  });

  it('has columns for codes and for names of today where some place has one, and leaves the others empty', () => {
    const journeys = realJourneys();
    const words = placeWordsOf(undefined, journeys);
    const { table } = threadMap({ journeys, cited: ['附件1'], words, links, name: 'threads', title: '样例线图' });
    expect(table.columns.map((c) => c.key)).toEqual(['city', 'county', 'township', 'township_official', 'code']);
    expect(table.rows.every((cells) => cells.length === 5 && cells[3] !== null)).toBe(true);
  });

  it('keeps the real places where they are, at one scale, and says so', () => {
    const { drawing, geography } = layoutWide(realJourneys());
    expect(drawing.attempt.truth).toBe(1);
    expect(drawing.moved).toBeLessThan(100);
    expect(geography.cities?.scale).toBe(geography.counties?.scale);
    expect(figureOf('the real programme').method?.join('')).toContain('按坐标定位，两端同一比例尺');
  });

  it('names the places without coordinates and says that their column is spread evenly', () => {
    expect(figureOf('one county without coordinates').method?.join('')).toContain('缺坐标：丙县；县均匀排列');
    expect(figureOf('no coordinates').method?.join('')).toContain('城市和县均匀排列');
    expect(figureOf('no coordinates').notes.join('')).not.toContain('按坐标');
  });

  it('keeps the order of the notice where nothing speaks for another', () => {
    expect(layoutWide(shapes['no coordinates'] ?? []).drawing.attempt.order).toEqual([0, 1, 2, 3, 4]);
  });

  it('draws a city of two counties as one place', () => {
    const { drawing } = layoutWide(region(five));
    expect(drawing.cities.map((c) => c.place.name).toSorted()).toEqual(['东样市', '中样市', '南样市'].toSorted());
  });

  it('is the same every time', () => {
    const again = threadMap({
      journeys: realJourneys(),
      cited: ['附件1'],
      words: placeWordsOf(undefined, realJourneys()),
      links,
      name: 'threads',
      title: '样例线图',
    });
    expect(again).toEqual(figureOf('the real programme'));
  });

  it('weighs at most 4 kB a form for the real programme', () => {
    for (const { svg } of figureOf('the real programme').forms)
      expect(brotliCompressSync(svg).length).toBeLessThan(4096);
  });
});
