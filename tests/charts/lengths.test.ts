import { describe, expect, it } from 'vitest';
import { crossingStrip } from '#charts/crossing-strip/crossing-strip.ts';
import type { Figure, Links } from '#charts/kit/figure.ts';
import { pairingMap } from '#charts/pairing-map/pairing-map.ts';
import { riverMap } from '#charts/river-map/river-map.ts';
import { threadMap } from '#charts/thread-map/thread-map.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import { journeysOfShape, SHAPES, type ShapeName } from '../fixtures/shapes/programme.ts';
import { phoneLayoutOf, RIVER, wideLayoutOf } from '../fixtures/shapes/river-layouts.ts';
import { drawnTexts, troubles } from './svg-texts.ts';

/** Every drawing of names, for programmes of one to thirteen pairings, none to 120 places below, names of 2 to 12 characters. */

const links = new Proxy({}, { get: (_, kind) => (id: string) => `/${String(kind)}/${id}/` }) as Links;

function figuresOf(shape: ShapeName): Figure[] {
  const journeys = journeysOfShape(shape);
  const words = placeWordsOf(undefined, journeys);
  const said = { journeys, links, words, cited: ['正文'], title: '样例' };
  const strip = journeys.some(({ distance }) => distance !== null);
  return [
    threadMap({ ...said, name: 'thread-map' }),
    riverMapOf(shape),
    ...(strip ? [crossingStrip({ ...said, name: 'crossing-strip' })] : []),
    ...journeys.map((journey) =>
      pairingMap({ ...said, journey, among: journeys, waters: null, cited: '正文', name: `pairing-${journey.id}` }),
    ),
  ];
}

/** The river map of such a programme, were it to have one: its names set by hand without looking. */
function riverMapOf(shape: ShapeName): Figure {
  const journeys = journeysOfShape(shape, true);
  return riverMap({
    ...{ journeys, links, cited: ['正文'], title: '样例', name: 'river-map', waters: RIVER },
    words: placeWordsOf(undefined, journeys),
    wide: wideLayoutOf(journeys),
    phone: phoneLayoutOf(journeys),
  });
}

describe.each(Object.keys(SHAPES) as ShapeName[])('the programme %s', (shape) => {
  const figures = figuresOf(shape);

  it('has every text of every drawing inside the drawing, and no text on another', () => {
    const wrong = figures.flatMap(({ name, forms }) =>
      forms.flatMap(({ kind, svg }) => troubles(svg).map((what) => `${name}, ${kind}: ${what}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('writes no text smaller than 9 px of the drawing', () => {
    const sizes = figures.flatMap(({ name, forms }) =>
      forms.flatMap(({ kind, svg }) =>
        drawnTexts(svg)
          .filter(({ size }) => !(size >= 9))
          .map(({ text }) => `${name}, ${kind}: ${text}`),
      ),
    );
    expect(sizes).toEqual([]);
  });

  it('names every place that is paired, and every place below it, in both forms of the maps of all', () => {
    const places = journeysOfShape(shape).flatMap((j) => [j.city, j.county, ...townshipsOf(j).map((t) => t.place)]);
    const ofAll = figures.filter(({ name }) => name === 'thread-map' || name === 'river-map');
    expect(ofAll).toHaveLength(2);
    for (const { svg } of ofAll.flatMap(({ forms }) => forms)) {
      const written = drawnTexts(svg)
        .map(({ text }) => text)
        .join('');
      expect(places.map(({ name }) => name).filter((name) => !written.includes(name))).toEqual([]);
    }
  });
});

/** Which forms of a river map are one, and which are those of the thread map, for their names have no place. */
const rivers = (shape: ShapeName) =>
  riverMapOf(shape).forms.flatMap(({ kind, svg }) => (/class="[^"]*river-map/.test(svg) ? kind : []));

it('keeps the rivers where the names have their places, form by form, and says where it does not', () => {
  expect(Object.fromEntries((Object.keys(SHAPES) as ShapeName[]).map((shape) => [shape, rivers(shape)]))).toEqual({
    ...Object.fromEntries(Object.keys(SHAPES).map((shape) => [shape, []])),
    'one-without-third': ['phone'],
    'one-with-one': ['wide', 'phone'],
    'one-with-two': ['wide', 'phone'],
    'one-giver-three-receivers': ['wide'],
  });
  const note = '窄屏上名字放不下，画的是不带地理的线图。';
  expect(riverMapOf('one-giver-three-receivers').notes).toContain(note);
  expect(riverMapOf('one-with-two').notes).not.toContain(note);
});

it('sets names that are written in columns upright on every map, their words whole, and no other name', () => {
  const names = SHAPES['many-to-many'].languages;
  const written = figuresOf('many-to-many').flatMap(({ forms }) =>
    forms.flatMap(({ svg }) =>
      [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => ({
        text,
        upright: attributes.includes('rotate(90 '),
      })),
    ),
  );
  const mongolian = /\p{Script=Mongolian}/u;
  expect(written.filter(({ text, upright }) => upright !== mongolian.test(text))).toEqual([]);
  const words = new Set(names.filter(({ lang }) => lang === 'mn').flatMap(({ text }) => text.split(' ')));
  const drawn = written.filter(({ upright }) => upright).flatMap(({ text }) => text.split(' '));
  expect(new Set(drawn)).toEqual(words);
});
