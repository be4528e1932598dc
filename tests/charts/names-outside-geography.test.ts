import { describe, expect, it } from 'vitest';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Form } from '#charts/kit/figure.ts';
import type { Box, Point } from '#charts/kit/geometry.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { standalone } from '#charts/kit/standalone.ts';
import { linesOf } from '#domain/places/geography.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { readContent } from '#reader/read-content.ts';

/** Townships have no position on our maps: whatever form a map has, its list of names lies outside its geography. */

const contentOf = (dir: string): Content => {
  const { content, problems } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
  if (!content) throw new Error(problems.map(({ message }) => message).join('\n'));
  return content;
};
const routes = new Proxy({}, { get: (_, kind) => (id: string) => `/${String(kind)}/${id}/` }) as Parameters<
  typeof figureCatalogue
>[1];

const regions = [
  ['the real content', contentOf('content')],
  ['the fictional region', contentOf('tests/fixtures/region')],
] as const;

const maps = regions.flatMap(([region, content]) =>
  figureCatalogue(assemble(content), routes)
    .all()
    .filter(({ name }) => /^(river-map|thread-map|pairing-)/.test(name))
    .flatMap((figure) =>
      figure.forms.map((form): [string, Form, string, number] => [
        `${figure.name} of ${region}, ${form.kind}`,
        form,
        standalone(
          figure,
          form,
          weaveCloth(
            content.pairings.map((p) => p.townships.length),
            content.pairings.map((p) => p.hue),
            content.cloth,
          ),
          { site: '样例站', day: content.document.date },
        ),
        figure.name.startsWith('pairing-')
          ? figure.table.rows.length
          : content.pairings.flatMap((p) => p.townships).length,
      ]),
    ),
);

const numbers = (text: string) => (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
const attribute = (tag: string, name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? Number.NaN);
const boxOf = (tag: string): Box => ({
  left: attribute(tag, 'x'),
  top: attribute(tag, 'y'),
  right: attribute(tag, 'x') + attribute(tag, 'width'),
  bottom: attribute(tag, 'y') + attribute(tag, 'height'),
});
const rects = (svg: string, name: string) =>
  [...svg.matchAll(/<rect\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`class="${name}"`))
    .map(boxOf);

/** Every point a path names, control points too: the drawn line lies within their hull. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [at, start, control]: [Point, Point, Point] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = numbers(rest);
    const from = (i: number): Point =>
      (command === command.toLowerCase() ? at : [0, 0]).map((v, k) => v + (values[i + k] ?? 0)) as unknown as Point;
    const size = { m: 2, l: 2, t: 2, h: 1, v: 1, q: 4, s: 4, c: 6, z: 0 }[command.toLowerCase()] ?? 0;
    if (size === 0) at = start;
    for (let i = 0; size > 0 && i < values.length; i += size) {
      const relative = command === command.toLowerCase();
      if (size === 1) {
        const value = values[i] ?? 0;
        at =
          command.toLowerCase() === 'h'
            ? [relative ? at[0] + value : value, at[1]]
            : [at[0], relative ? at[1] + value : value];
      } else {
        if (command === 't') control = [2 * at[0] - control[0], 2 * at[1] - control[1]];
        for (let k = 0; k < size - 2; k += 2) {
          control = from(i + k);
          points.push(control);
        }
        at = from(i + size - 2);
        if (command.toLowerCase() === 'm' && i === 0) start = at;
        if (!'qt'.includes(command.toLowerCase())) control = at;
      }
      points.push(at);
    }
  }
  return points;
}

/** The paths drawn in this colour, whether it stands on them or on the group around them. */
function painted(svg: string, colour: RegExp): Point[] {
  const open: boolean[] = [];
  const points: Point[] = [];
  for (const [tag] of svg.matchAll(/<[^>]+>/g)) {
    if (tag.startsWith('</')) open.pop();
    else {
      const mine = open.at(-1) || colour.test(tag);
      if (tag.startsWith('<path') && mine) points.push(...pointsOf(/ d="([^"]*)"/.exec(tag)?.[1] ?? ''));
      if (!tag.endsWith('/>')) open.push(Boolean(mine) && tag.startsWith('<g'));
    }
  }
  return points;
}

const inside = ([x, y]: Point, box: Box, air = 0) =>
  x >= box.left - air && x <= box.right + air && y >= box.top - air && y <= box.bottom + air;
const apart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

const threads = (svg: string) =>
  [...svg.matchAll(/<a\b[^>]*href="\/township\/[^"]*"[^>]*>.*?<\/a>/gs)].map(([link]) => link);

describe.each(maps)('%s', (name, form, file, townships) => {
  const { svg } = form;
  const [edge] = rects(svg, 'map-edge');
  const [frame] = rects(svg, 'name-frame');

  it('has a framed list that says it shows no position, unless it has neither geography nor frame', () => {
    // The narrow thread map follows no coordinates at all: cloth with its names, and a line that says so.
    if (name.startsWith('thread-map') && form.kind === 'phone') {
      expect([edge, frame]).toEqual([undefined, undefined]);
      expect(svg).toContain('乡镇名单不表示位置');
      return;
    }
    expect(frame).toBeDefined();
    expect(svg).toMatch(/乡镇名单<.*不表示位置/s);
    for (const text of ['乡镇名单', '不表示位置', '示意图']) expect(file).toContain(text);
  });

  it('keeps every mark of a township inside the frame and the frame outside the geography', () => {
    if (!frame) return;
    if (edge) expect(apart(edge, frame)).toBe(true);
    const links = threads(svg);
    expect(links).toHaveLength(townships);
    for (const link of links) {
      const [swatch] = rects(link, 'swatch');
      const label = /<text\b[^>]*class="label"[^>]*>/.exec(link)?.[0] ?? '';
      const end = pointsOf(
        /class="strand"[^>]* d="([^"]*)"|d="([^"]*)"[^>]*class="strand"/.exec(link)?.slice(1).find(Boolean) ?? '',
      ).at(-1);
      for (const point of [
        [swatch?.left, swatch?.top],
        [swatch?.right, swatch?.bottom],
        [attribute(label, 'x'), attribute(label, 'y')],
        end,
      ]) {
        const mark = point as Point;
        expect([mark, inside(mark, frame)]).toEqual([mark, true]);
        if (edge) expect([mark, inside(mark, edge)]).toEqual([mark, false]);
      }
    }
  });

  it('draws water and graticule inside the geography only', () => {
    const water = painted(svg, /(?:stroke|fill)="var\(--(?:water|lake)\)"/);
    if (!edge) expect(water).toEqual([]);
    else expect(water.filter((point) => !inside(point, edge, 14))).toEqual([]);
    if (frame) expect(water.filter((point) => inside(point, frame))).toEqual([]);
    const lines = [...svg.matchAll(/<path\b[^>]*stroke="var\(--line\)"[^>]*>/g)].flatMap(([tag]) =>
      pointsOf(/ d="([^"]*)"/.exec(tag)?.[1] ?? ''),
    );
    expect(lines.filter((point) => !edge || !inside(point, edge, 1))).toEqual([]);
  });
});

describe('rivers and lakes', () => {
  /** Degrees: the land between the eastern Himalaya and the plain that two states claim, generously; never drawn. */
  const disputed: readonly Point[] = [
    [91.5, 27.95],
    [92.6, 28.3],
    [93.6, 28.75],
    [94.3, 29.2],
    [95.2, 29.2],
    [96.4, 29.35],
    [97.4, 28.4],
    [97.4, 26.5],
    [91.5, 26.5],
  ];
  const within = ([x, y]: Point) =>
    disputed.reduce((odd, [bx, by], i) => {
      const [ax, ay] = disputed.at(i - 1) ?? [bx, by];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
    }, false);

  it('have no reach in disputed land', () => {
    const { waters } = regions[0][1];
    const wet = (waters?.features ?? []).flatMap((water) =>
      linesOf(water).flatMap((line) => line.filter(within).map((point) => [water.properties.name, ...point])),
    );
    expect(wet).toEqual([]);
    expect(within([93.5, 28])).toBe(true);
  });
});
