import type { Cloth, ClothFixed, HueColours, StripeColours } from '#domain/places/cloth.ts';
import { type Pairing, stripesIn } from '#domain/places/pairing.ts';
import { DARK_PAPER, LIGHT_TOKENS } from './light-tokens.ts';

/** A colour in OKLCH: lightness 0–1, chroma from 0 (grey) to about 0.3, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function linearRgb(hex: string): Triple {
  const at = (i: number) => toLinear(Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  return [at(1), at(3), at(5)];
}

/** `#rrggbb` as OKLCH (Björn Ottosson's matrices, https://bottosson.github.io/posts/oklab/). */
export function fromHex(hex: string): Oklch {
  const [r, g, b] = linearRgb(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

function toLinearRgb({ l, c, h }: Oklch): Triple {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

const inside = (rgb: Triple) => rgb.every((v) => v >= -1e-4 && v <= 1 + 1e-4);

/** OKLCH as `#rrggbb`; where sRGB has no such colour, lightness and hue are kept and the chroma is lowered. */
export function toHex(colour: Oklch): string {
  let [low, high] = [0, colour.c];
  if (inside(toLinearRgb(colour))) low = high;
  else
    for (let i = 0; i < 20; i++) {
      const middle = (low + high) / 2;
      if (inside(toLinearRgb({ ...colour, c: middle }))) low = middle;
      else high = middle;
    }
  const byte = (v: number) => Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, v)))) * 255);
  return `#${toLinearRgb({ ...colour, c: low })
    .map((v) => byte(v).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1–21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Base hues for pairings that name none, neighbours far apart: red, indigo, turquoise, ochre, violet, moss, rose, lake. */
const HUES = ['#b3202a', '#1f4e9e', '#0c7a6f', '#a35f00', '#6a3f9c', '#47701c', '#a82a6a', '#0b6c8f'];
/** A free hue lies at least this many degrees from every hue the content names. */
const FREE = 25;
/** On the second way through the list each hue is turned by this many degrees, into the gap to the next. */
const TURN = 22;

/** Deep stripes carry white, light ones deep ink; between them (L .56–.66) neither can be read. */
const DEEP = { from: 0.335, to: 0.55 };
const LIGHT = { from: 0.73, to: 0.875 };
/** Steps of the golden section never come close to their neighbours and fill the range evenly, however long. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** A lighter stripe leans towards yellow, a deeper one away, as dyed wool does: degrees for a step of 1 in L. */
const LEAN = 50;
const YELLOW = 100;
/** Light stripes are pastels: more chroma would shine out of the cloth. */
const LIGHT_CHROMA = 0.125;

const WHITE = '#ffffff';
const TEXT = 4.5;
const LINE = 3;

const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));
const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** The colour as hex, its lightness moved by `step` until it reaches the contrast with every ground. */
function until(minimum: number, grounds: readonly string[], colour: Oklch, step: number): string {
  let hex = toHex(colour);
  for (let l = colour.l; l > 0 && l < 1 && grounds.some((g) => contrast(g, hex) < minimum); l += step)
    hex = toHex({ ...colour, l: l + step });
  return hex;
}

/** A base colour brought into the range that carries white. */
function baseOf(hex: string): Oklch {
  const { l, c, h } = fromHex(hex);
  return fromHex(until(TEXT, [WHITE, LIGHT_TOKENS.paper], { l: clamp(l, DEEP.from, DEEP.to), c, h }, -0.002));
}

/** The base with another lightness: hue leaning, chroma falling off on both sides. */
function tint(base: Oklch, l: number): Oklch {
  const way = (YELLOW - base.h + 540) % 360 >= 180 ? 1 : -1;
  const lean = clamp(LEAN * (l - base.l), -apart(base.h, YELLOW + 180), apart(base.h, YELLOW));
  const fade = l < base.l ? 1 - 1.5 * (base.l - l) : l > DEEP.to ? 1 - 2.6 * (l - 0.7) : 1;
  const c = l > DEEP.to ? Math.min(base.c * fade, LIGHT_CHROMA) : base.c * fade;
  return { l, c, h: (base.h + way * lean + 360) % 360 };
}

function hueOf(base: Oklch): HueColours {
  const { l, c, h } = base;
  const wash = toHex({ l: 0.955, c: Math.min(c, 0.013), h });
  const night = toHex({ l: 0.247, c: Math.min(c, 0.023), h });
  return {
    light: { text: until(TEXT, [LIGHT_TOKENS.paper, wash], base, -0.002), wash, ground: toHex(base) },
    dark: {
      text: until(TEXT, [DARK_PAPER, night], { l: 0.71, c: c * 0.85, h }, 0.002),
      wash: night,
      ground: until(TEXT, [WHITE], { l: clamp(l, 0.4, 0.52), c: c * 0.87, h }, -0.002),
    },
  };
}

function deepStripe(colour: Oklch): StripeColours {
  const fill = until(TEXT, [WHITE], colour, -0.002);
  const night = until(TEXT, [WHITE], { ...colour, c: colour.c * 0.9 }, -0.002);
  const line = { ...colour, l: 0.54 + 0.6 * (colour.l - DEEP.from) };
  return {
    light: { fill, label: WHITE, line: until(LINE, [LIGHT_TOKENS.paper], fromHex(fill), -0.002) },
    dark: { fill: night, label: WHITE, line: until(LINE, [DARK_PAPER], line, 0.002) },
  };
}

function lightStripe(colour: Oklch): StripeColours {
  const fill = toHex(colour);
  const night = { ...colour, l: colour.l - 0.06, c: colour.c * 0.9 };
  const ink = (l: number, ground: string) =>
    until(TEXT, [ground], { l, c: Math.min(colour.c, 0.05), h: colour.h }, -0.01);
  const line = { l: 0.66, c: Math.max(colour.c, 0.12 * Math.min(1, colour.c / 0.05)), h: colour.h };
  return {
    light: { fill, label: ink(0.22, fill), line: until(LINE, [LIGHT_TOKENS.paper], line, -0.002) },
    dark: {
      fill: toHex(night),
      label: ink(0.19, toHex(night)),
      line: toHex({ ...colour, l: colour.l - 0.02 }),
    },
  };
}

/**
 * The stripes of one pairing. Of three stripes two are deep and the third is light. The deep ones begin at the base
 * colour and go on by the golden section of the deep range, the light ones by the golden section of the light range.
 */
function stripesOf(base: Oklch, size: number): StripeColours[] {
  const at = (range: typeof DEEP, start: number, step: number) =>
    range.from + (range.to - range.from) * ((start + step * GOLDEN) % 1);
  const start = (base.l - DEEP.from) / (DEEP.to - DEEP.from);
  return Array.from({ length: size }, (_, i) => {
    const third = Math.floor(i / 3);
    if (i % 3 === 2) return lightStripe(tint(base, at(LIGHT, 0.25, third)));
    return deepStripe(i === 0 ? base : tint(base, at(DEEP, start, i - third)));
  });
}

/** The base colour of every pairing: its own, or the next of the eight that is not near a named one. */
function basesOf(named: readonly (string | undefined)[]): Oklch[] {
  const taken = named.flatMap((hex) => (hex ? [fromHex(hex)] : []));
  const free = HUES.map(fromHex).filter(({ h }) => taken.every((t) => apart(t.h, h) >= FREE));
  const list = free.length ? free : HUES.map(fromHex);
  let next = 0;
  return named.map((hex) => {
    if (hex) return baseOf(hex);
    const { l, c, h } = list[next % list.length] as Oklch;
    const turned = { l, c, h: (h + TURN * Math.floor(next++ / list.length)) % 360 };
    return baseOf(toHex(turned));
  });
}

/**
 * Every colour of the cloth, for light and dark mode, computed in OKLCH from one base hue a pairing.
 *
 * `sizes` are the townships of each pairing; `hues` the base colours the content names (`#rrggbb`), undefined where it
 * leaves the choice to the engine; what `fixed` names is taken as it stands. Deep stripes carry white, light ones a deep
 * ink of their own hue, nothing lies between L .56 and .66. Dark mode: the same fills, calmer by a tenth of chroma, light
 * ones deeper by .06; lines lifted until they show on dark paper. Labels and hues reach 4.5:1, lines 3:1 (WCAG 2).
 */
export function weaveCloth(
  sizes: readonly number[],
  hues: readonly (string | undefined)[],
  fixed: ClothFixed | null,
): Cloth {
  const bases = basesOf(sizes.map((_, k) => hues[k] ?? fixed?.hues?.[k]?.light.ground));
  const stripes = sizes.flatMap((size, k) => stripesOf(bases[k] as Oklch, size));
  return {
    sizes: [...sizes],
    hues: bases.map((base, k) => fixed?.hues?.[k] ?? hueOf(base)),
    stripes: stripes.map((stripe, i) => fixed?.stripes?.[i] ?? stripe),
  };
}

/** The cloth of a programme: a stripe for each thread, in the colours that the content fixes or leaves to be found. */
export const clothOf = ({
  pairings,
  cloth,
}: {
  readonly pairings: readonly Pairing[];
  readonly cloth: ClothFixed | null;
}): Cloth =>
  weaveCloth(
    pairings.map(stripesIn),
    pairings.map(({ hue }) => hue),
    cloth,
  );
