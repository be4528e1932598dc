import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure, Form } from '#charts/kit/figure.ts';
import type { Box, Point } from '#charts/kit/geometry.ts';
import type { Knot } from '#charts/kit/knots.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import { routesUnder } from '#format/routes.ts';
import { readContent } from '#reader/read-content.ts';
import { drawnTexts } from './svg-texts.ts';

const programmeOf = (dir: string): Programme => {
  const { content } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
  if (!content) throw new Error(`${dir} cannot be read`);
  return assemble(content);
};

/** One knot on every thread and one on every ribbon. */
const everywhere = ({ journeys }: Programme, count: number): Knot[] =>
  journeys.flatMap((journey) =>
    [...townshipsOf(journey).map(({ place }) => place.id), null].map((thread) => ({
      journey: journey.id,
      thread,
      count,
      link: { href: `/stories/${thread ?? journey.id}/`, name: `样例的一篇故事 ${thread ?? journey.id}` },
    })),
  );

const mapsOf = (programme: Programme, knots: readonly Knot[]): Figure[] => {
  const { threads, rivers, pairing } = figureCatalogue(programme, routesUnder('/'), knots);
  return [threads(), ...[rivers() ?? []].flat(), ...programme.journeys.map(pairing)];
};
const formsOf = (programme: Programme, knots: readonly Knot[]): (readonly [name: string, form: Form])[] =>
  mapsOf(programme, knots).flatMap(({ name, forms }) => forms.map((form) => [`${name}-${form.kind}`, form] as const));

/** A knot as it is drawn: what a reader sees of it with its ring, its numeral, and what it is called. */
interface Drawn {
  readonly href: string;
  readonly name: string;
  readonly at: Point;
  readonly seen: Box;
  readonly numeral: string | undefined;
}

const number = (attributes: string, key: string) =>
  Number(new RegExp(`(?:^| )${key}="([^"]*)"`).exec(attributes)?.[1] ?? Number.NaN);

function drawnKnots(svg: string): Drawn[] {
  return [...svg.matchAll(/<a class="knot" href="([^"]*)"><title>([^<]*)<\/title><rect [^>]*\/>(.*?)<\/a>/g)].map(
    ([, href = '', name = '', mark = '']) => {
      const circle = /<circle ([^>]*)\/>/.exec(mark)?.[1];
      const slip = /<rect ([^>]*)\/>/.exec(mark)?.[1] ?? '';
      const [x, y, width, height] = circle
        ? [number(circle, 'cx') - 4.5, number(circle, 'cy') - 4.5, 9, 9]
        : [number(slip, 'x'), number(slip, 'y'), number(slip, 'width'), number(slip, 'height')];
      const seen = { left: x - 2, right: x + width + 2, top: y - 2, bottom: y + height + 2 };
      return { href, name, at: [x + width / 2, y + height / 2], seen, numeral: />(\d+)<\/text>/.exec(mark)?.[1] };
    },
  );
}

/** Points on the outline of a path as it is written, at most half a px apart on bends. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  for (const [, command = '', written = ''] of d.matchAll(/([MmLlHhVvCc])([^MmLlHhVvCc]*)/g)) {
    const values = (written.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const size = { c: 6, h: 1, v: 1 }[command.toLowerCase()] ?? 2;
    for (let i = 0; i < values.length; i += size) {
      const own = values.slice(i, i + size);
      const [ox, oy] = relative ? at : [0, 0];
      const point = (k: number): Point => [(own[k] ?? 0) + ox, (own[k + 1] ?? 0) + oy];
      const from = at;
      if (size === 6) {
        const [a, b, c] = [point(0), point(2), point(4)];
        for (let t = 1; t <= 60; t++) {
          const [s, u] = [t / 60, 1 - t / 60];
          const mix = (k: 0 | 1) => u ** 3 * from[k] + 3 * u * u * s * a[k] + 3 * u * s * s * b[k] + s ** 3 * c[k];
          points.push([mix(0), mix(1)]);
        }
        at = c;
      } else {
        const lower = command.toLowerCase();
        at = lower === 'h' ? [(own[0] ?? 0) + ox, from[1]] : lower === 'v' ? [from[0], (own[0] ?? 0) + oy] : point(0);
        const gap = lower === 'm';
        for (let t = 1; !gap && t <= 20; t++)
          points.push([from[0] + ((at[0] - from[0]) * t) / 20, from[1] + ((at[1] - from[1]) * t) / 20]);
        if (gap) points.push(at);
      }
    }
  }
  return points;
}

/** px from a point to the nearest piece of a line. */
const distance = ([x, y]: Point, line: readonly Point[]) =>
  Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i] ?? [bx, by];
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }),
  );

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const real = programmeOf('content');
const region = programmeOf('tests/fixtures/region');
const agreement = programmeOf('tests/fixtures/agreement');
const schools = programmeOf('tests/fixtures/schools');

/** The strands of a form by where their links lead. */
const strands = (svg: string) =>
  new Map(
    [...svg.matchAll(/<a ([^>]*)>((?:(?!<\/a>).)*class="strand"(?:(?!<\/a>).)*)<\/a>/gs)].map(
      ([, own = '', inner = '']) => [
        / ?href="([^"]*)"/.exec(own)?.[1] ?? '',
        [...inner.matchAll(/<path [^>]*?\bd="([^"]*)"/g)].map(([, d = '']) => pointsOf(d)),
      ],
    ),
  );

describe.each([
  ['a programme with rivers', real],
  ['a small programme', region],
  ['a programme of several pairings a city', agreement],
  ['a programme without a third level', schools],
])('the maps of %s', (_, programme) => {
  describe.each([1, 7, 64])('with %i stories on every thread and every ribbon', (count) => {
    const forms = formsOf(programme, everywhere(programme, count));
    const plain = new Map(formsOf(programme, []));

    it.each(forms)('%s: every knot lies on its thread', (_name, { svg }) => {
      const lines = strands(svg);
      const knots = drawnKnots(svg);
      expect(knots.length).toBeGreaterThan(0);
      for (const { href, at } of knots) {
        const id = href.split('/')[2] ?? '';
        const journey = programme.journeys.find((one) => one.id === id);
        const own = journey
          ? journey.threads.map(({ place }) =>
              place.id === journey.county.id ? `/pairings/${journey.city.id}/` : `/townships/${place.id}/`,
            )
          : [`/townships/${id}/`];
        const off = own.flatMap((to) => lines.get(to) ?? []).map((line) => distance(at, line));
        expect(Math.min(...off), href).toBeLessThan(0.5);
      }
    });

    it.each(forms)('%s: no knot lies on another or on a word', (name, { svg }) => {
      const knots = drawnKnots(svg);
      const texts = drawnTexts(plain.get(name)?.svg ?? '');
      const onWords = knots.flatMap(({ seen, href }) =>
        texts.filter((text) => meet(seen, text)).map(({ text }) => `${href} on ${text}`),
      );
      const onKnots = knots.flatMap((a, i) =>
        knots
          .slice(i + 1)
          .filter((b) => meet(a.seen, b.seen))
          .map((b) => `${a.href} on ${b.href}`),
      );
      expect([...onWords, ...onKnots]).toEqual([]);
    });

    it.each(forms)('%s: the numeral says how many, large enough to be read, inside its knot', (_name, { svg }) => {
      for (const { numeral, seen } of drawnKnots(svg)) {
        expect(numeral).toBe(count === 1 ? undefined : `${count}`);
        const written = drawnTexts(svg).filter(({ text, ...box }) => text === numeral && meet(box, seen));
        if (count > 1)
          expect(written.some(({ size, left, right }) => size >= 12 && left > seen.left && right < seen.right)).toBe(
            true,
          );
      }
    });
  });

  it('are as they were where nothing is tied, and say nothing of knots', () => {
    const none = mapsOf(programme, []);
    expect(
      none
        .flatMap(({ notes, forms }) => [...notes, ...forms.map(({ svg }) => svg)])
        .filter((text) => /class="knot"|圆点是结/.test(text)),
    ).toEqual([]);
    const tied = mapsOf(programme, everywhere(programme, 2));
    expect(tied.every(({ notes }) => notes.some((note) => note.startsWith('圆点是结')))).toBe(true);
  });
});

describe('a knot', () => {
  const [journey] = region.journeys;
  if (!journey) throw new Error('the region has no pairing');
  const knot: Knot = {
    journey: journey.id,
    thread: null,
    count: 1,
    link: { href: '/stories/one/', name: '“第一篇”<&>' },
  };
  const wide = (knots: readonly Knot[]) =>
    figureCatalogue(region, routesUnder('/'), knots).threads().forms[0]?.svg ?? '';

  it('is a link that is called as its story is', () => {
    expect(wide([knot])).toContain('<a class="knot" href="/stories/one/"><title>“第一篇”&lt;&amp;&gt;</title>');
  });

  it('is a plain mark in a file that is taken away: no address, no title of a story that may be withdrawn', () => {
    const svg = wide([{ ...knot, link: null }]);
    expect(svg).toContain('<circle ');
    expect(svg).not.toMatch(/class="knot"|stories/);
  });

  it('of a pairing that is not on the map is not drawn', () => {
    expect(wide([{ ...knot, journey: 'elsewhere' }])).toBe(wide([]));
  });
});

describe('a knot on every thread and on every ribbon', () => {
  const weigh = (knots: readonly Knot[]) =>
    new Map(formsOf(real, knots).map(([name, { svg }]) => [name, brotliCompressSync(svg).length] as const));

  it.each([1, 71])('costs a form of a map less than 1.2 kB, of %i stories each', (count) => {
    const before = weigh([]);
    const grown = [...weigh(everywhere(real, count))].map(
      ([name, size]) => [name, size - (before.get(name) ?? 0)] as const,
    );
    expect(grown.filter(([, more]) => more > 1200)).toEqual([]);
  });
});
