import type { Cloth } from '#domain/places/cloth.ts';
import { n } from './svg.ts';

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
 * hue K) for light and dark; classes `.kN` and `.pK` that hand them on as `--s --n --l` and `--h --w --b`; `.edge`, all
 * stripes side by side; `.mark::before`, one band a pairing. Dark mode names only what differs; print stays light.
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
    `.mark::before{background:${bands('', all('h', hues), sizes)}}`
  );
}
