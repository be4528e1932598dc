import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DARK_PAPER, LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { contrast, fromHex, toHex, weaveCloth } from '#charts/kit/palette.ts';
import { type Cloth, clothFixedSchema } from '#domain/places/cloth.ts';
import { pairingsSchema } from '#domain/places/pairing.ts';

const read = (name: string) => parse(readFileSync(new URL(`../../../content/${name}`, import.meta.url), 'utf8'));
const pairings = pairingsSchema.parse(read('pairings.yaml'));
const fixed = clothFixedSchema.parse(read('map/cloth.yaml'));
const sizes = pairings.map((p) => p.townships.length);
const hues = pairings.map((p) => p.hue);

const PAPER = { light: LIGHT_TOKENS.paper, dark: DARK_PAPER };
const MODES = ['light', 'dark'] as const;

/** Every pair that must be readable and is not, in words. */
function unreadable(cloth: Cloth): string[] {
  const pairs = MODES.flatMap((mode) => [
    ...cloth.stripes.flatMap((stripe, i): [string, string, string, number][] => [
      [`${mode} label ${i + 1}`, stripe[mode].label, stripe[mode].fill, 4.5],
      [`${mode} line ${i + 1}`, stripe[mode].line, PAPER[mode], 3],
    ]),
    ...cloth.hues.flatMap((hue, k): [string, string, string, number][] => [
      [`${mode} hue ${k + 1} on paper`, hue[mode].text, PAPER[mode], 4.5],
      [`${mode} hue ${k + 1} on its wash`, hue[mode].text, hue[mode].wash, 4.5],
      [`${mode} white on ground ${k + 1}`, '#ffffff', hue[mode].ground, 4.5],
    ]),
  ]);
  return pairs
    .filter(([, one, other, least]) => contrast(one, other) < least)
    .map(([name, one, other]) => `${name}: ${one} on ${other} = ${contrast(one, other).toFixed(2)}`);
}

/** Distance in Oklab; about .02 is the least that can be seen. */
function distance(one: string, other: string): number {
  const [p, q] = [one, other].map((hex) => {
    const { l, c, h } = fromHex(hex);
    return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)] as const;
  }) as [readonly [number, number, number], readonly [number, number, number]];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Neighbouring stripes that look too much alike, as fill or as line. */
function alike(cloth: Cloth): string[] {
  return cloth.stripes
    .slice(1)
    .flatMap((stripe, i) =>
      MODES.flatMap((mode) =>
        (['fill', 'line'] as const)
          .filter((kind) => distance(stripe[mode][kind], cloth.stripes[i]?.[mode][kind] ?? '') < 0.04)
          .map((kind) => `${mode} ${kind} ${i + 1}/${i + 2}`),
      ),
    );
}

const shapes = [[8, 5, 4, 11], [1], [30], [3, 1, 7, 2, 2], Array<number>(10).fill(30), Array<number>(10).fill(3)];

describe('a computed cloth', () => {
  it.each(shapes.map((shape) => [shape]))('of %j townships can be read and its neighbours told apart', (shape) => {
    const cloth = weaveCloth(shape, [], null);
    expect(cloth.hues).toHaveLength(shape.length);
    expect(cloth.stripes).toHaveLength(shape.reduce((a, b) => a + b));
    expect(unreadable(cloth)).toEqual([]);
    expect(alike(cloth)).toEqual([]);
  });

  it.each(['#000000', '#ffffff', '#f0d000', '#00ff00', '#0000ff', '#888888', '#ff00ff'])(
    'stays readable from the extreme base colour %s',
    (hue) => {
      const cloth = weaveCloth([12], [hue], null);
      expect(unreadable(cloth)).toEqual([]);
      expect(alike(cloth)).toEqual([]);
    },
  );

  it('has no fill between L .56 and .66, where neither white nor ink can be read', () => {
    const fills = shapes.flatMap((shape) =>
      weaveCloth(shape, [], null).stripes.flatMap((s) => MODES.map((m) => s[m].fill)),
    );
    expect(fills.filter((fill) => fromHex(fill).l > 0.56 && fromHex(fill).l < 0.66)).toEqual([]);
  });

  it('gives light stripes a deep ink of their own hue, deep ones white', () => {
    const { stripes } = weaveCloth([30], ['#1f4e9e'], null);
    for (const { light } of stripes) {
      if (fromHex(light.fill).l < 0.56) expect(light.label).toBe('#ffffff');
      else {
        expect(fromHex(light.label).l).toBeLessThan(0.25);
        expect(Math.abs(fromHex(light.label).h - fromHex(light.fill).h)).toBeLessThan(12);
      }
    }
  });

  it('begins each pairing with the colour the content names', () => {
    const cloth = weaveCloth([2, 3], ['#1f4e9e', '#0c7a6f'], null);
    expect([cloth.stripes[0]?.light.fill, cloth.stripes[2]?.light.fill]).toEqual(['#1f4e9e', '#0c7a6f']);
  });

  it('chooses for a pairing without a colour none that another pairing names', () => {
    const cloth = weaveCloth([1, 1], [undefined, '#b3202a'], null);
    expect(distance(cloth.hues[0]?.light.ground ?? '', cloth.hues[1]?.light.ground ?? '')).toBeGreaterThan(0.15);
  });

  it('gives ten pairings ten different grounds', () => {
    const grounds = weaveCloth(Array<number>(10).fill(1), [], null).hues.map((hue) => hue.light.ground);
    const near = grounds.flatMap((a, i) => grounds.slice(i + 1).filter((b) => distance(a, b) < 0.04));
    expect(near).toEqual([]);
  });
});

describe('a cloth with fixed colours', () => {
  it('of the real content can be read and its neighbours told apart', () => {
    const cloth = weaveCloth(sizes, hues, fixed);
    expect(unreadable(cloth)).toEqual([]);
    expect(alike(cloth)).toEqual([]);
  });

  it('of the real content names every stripe and every pairing', () => {
    expect([fixed.hues?.length, fixed.stripes?.length]).toEqual([sizes.length, sizes.reduce((a, b) => a + b)]);
  });

  it('takes what is named as it stands and computes the rest', () => {
    const stripe = weaveCloth([1], ['#6a3f9c'], null).stripes[0] ?? null;
    const cloth = weaveCloth([2, 2], [], { stripes: [null, stripe] });
    const computed = weaveCloth([2, 2], [], null);
    expect(cloth.stripes).toEqual([computed.stripes[0], stripe, ...computed.stripes.slice(2)]);
    expect(cloth.hues).toEqual(computed.hues);
  });

  it('refuses a colour that is not written as #rrggbb', () => {
    const hue = { text: 'red', wash: '#ffffff', ground: '#000000' };
    expect(clothFixedSchema.safeParse({ hues: [{ light: hue, dark: hue }] }).success).toBe(false);
  });
});

describe('OKLCH', () => {
  it('gives back every colour it was made from', () => {
    const colours = [...(fixed.stripes ?? [])].flatMap((stripe) => (stripe ? Object.values(stripe.light) : []));
    expect(colours.map((hex) => toHex(fromHex(hex)))).toEqual(colours);
  });

  it('agrees with the published values of sRGB red', () => {
    const { l, c, h } = fromHex('#ff0000');
    expect([l.toFixed(3), c.toFixed(3), h.toFixed(1)]).toEqual(['0.628', '0.258', '29.2']);
  });

  it('lowers the chroma of a colour that no screen has, and keeps its lightness', () => {
    expect(fromHex(toHex({ l: 0.5, c: 0.4, h: 184 })).l).toBeCloseTo(0.5, 2);
  });

  it('measures black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});
