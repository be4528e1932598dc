import type { Cloth } from '#domain/places/cloth.ts';
import { stateProperties } from './state-colours.ts';
import { element, n } from './svg.ts';

/** `#ffffff` as `#fff`, where the short form says the same. */
const short = (hex: string) => hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');

/** The custom properties of one mode by name, grouped by kind: equal prefixes stand together and compress well. */
function properties({ hues, stripes }: Cloth, mode: 'light' | 'dark'): Map<string, string> {
  const kind = <T>(letter: string, list: readonly T[], of: (entry: T) => string) =>
    list.map((entry, i): [string, string] => [`--${letter}${i + 1}`, short(of(entry))]);
  return new Map([
    ...kind('h', hues, (hue) => hue[mode].text),
    ...kind('w', hues, (hue) => hue[mode].wash),
    ...kind('b', hues, (hue) => hue[mode].ground),
    ...kind('s', stripes, (stripe) => stripe[mode].fill),
    ...kind('n', stripes, (stripe) => stripe[mode].label),
    ...kind('l', stripes, (stripe) => stripe[mode].line),
    ...stateProperties(mode).map(([name, hex]): [string, string] => [`--${name}`, short(hex)]),
  ]);
}

const block = (entries: Iterable<readonly [string, string]>) =>
  `:root{${Array.from(entries, ([name, value]) => `${name}:${value}`).join(';')}}`;

/** Hard-edged bands: `part` is the share of each colour, in the order of the list. */
function bands(direction: string, colours: readonly string[], parts: readonly number[]): string {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let end = 0;
  const stops = colours.map((colour, i) => {
    end += parts[i] ?? 0;
    return `${colour} 0 ${n((100 * end) / total)}%`;
  });
  return `linear-gradient(${[direction, ...stops].filter(Boolean).join(',')})`;
}

/**
 * The cloth as CSS text: `--sN --nN --lN` (fill, label, line of stripe N) and `--hK --wK --bK` (text, wash, ground of
 * hue K) for light and dark, `--state-…` where a state has a colour of its own; classes `.kN` and `.pK` that hand them on as `--s --n --l` and `--h --w --b`; `.edge`, all
 * stripes side by side; `--bands` and `.mark::before`, one band a pairing. Dark mode names only what differs; print stays light.
 */
export function clothCss(cloth: Cloth): string {
  const light = properties(cloth, 'light');
  const dark = [...properties(cloth, 'dark')].filter(([name, value]) => light.get(name) !== value);
  const classes = (name: string, letters: readonly string[], count: number) =>
    Array.from({ length: count }, (_, i) => {
      const declarations = letters.map((letter) => `--${letter}:var(--${letter}${i + 1})`);
      return `.${name}${i + 1}{${declarations.join(';')}}`;
    }).join('');
  const all = (letter: string, list: readonly unknown[]) => list.map((_, i) => `var(--${letter}${i + 1})`);
  const { stripes, hues, sizes } = cloth;
  return (
    block(light) +
    `@media screen and (prefers-color-scheme:dark){${block(dark)}}` +
    classes('k', ['s', 'n', 'l'], stripes.length) +
    classes('p', ['h', 'w', 'b'], hues.length) +
    `.edge{background:${bands(
      'to right',
      all('s', stripes),
      stripes.map(() => 1),
    )}}` +
    `:root{--bands:${bands('', all('h', hues), sizes)}}.mark::before{background:var(--bands)}`
  );
}

/** Size of the cloth as a file, px, and of one of its stripes at least. */
const CLOTH = { width: 1200, height: 1200 };

/** The whole cloth as a file to take away: every stripe in its order, in light colours; no words, no edge. */
export function clothSvg({ stripes }: Cloth): string {
  const { width, height } = CLOTH;
  const step = height / stripes.length;
  const rows = stripes.map(({ light }, i) =>
    // Each reaches under the next: no hair of paper between two of them.
    element('rect', { y: i * step, width, height: Math.min(height - i * step, step + 1), fill: light.fill }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${rows.join('')}</svg>\n`;
}

const SIZE = 28;

/** The bars of the mark from top to bottom, one a pairing, as high as its share of the townships. */
function markBars(cloth: Cloth, sizes: readonly number[]): string {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let y = 0;
  const bars = sizes.map((size, k) => {
    const height = (SIZE * size) / total;
    const bar = element('rect', { class: `p${k + 1}`, y, width: SIZE, height, fill: cloth.hues[k]?.light.text });
    y += height;
    return bar;
  });
  return bars.join('');
}

const markOf = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(SIZE)} ${n(SIZE)}"${attributes}>${inside}</svg>`;

/**
 * The mark as a file of its own (favicon): one band a pairing, as high as its share of the townships. It follows the
 * mode of the browser's own bars, so it carries a style; it is never put inline into a page.
 */
export function markSvg(cloth: Cloth, sizes: readonly number[] = cloth.sizes): string {
  const dark = cloth.hues.map((hue, k) => `.p${k + 1}{fill:${hue.dark.text}}`).join('');
  return markOf(`<style>@media(prefers-color-scheme:dark){${dark}}</style>${markBars(cloth, sizes)}`);
}

/** The mark to be made a picture of `side` pixels, of one look: whoever shows a picture asks for no mode. */
export function iconSvg(cloth: Cloth, side: number, sizes: readonly number[] = cloth.sizes): string {
  return markOf(markBars(cloth, sizes), ` width="${side}" height="${side}" shape-rendering="crispEdges"`);
}
