import { hasOwnScript } from '#domain/places/language-name.ts';
import { escapeText } from '#format/escape-text.ts';

/** Rounds to two decimals and writes the number as short as SVG allows: the one place where charts round, with `tenth`. */
export function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded).replace(/^(-?)0\./, '$1.');
}

/** Rounds to a tenth of a px, finer than any screen shows: how paths and places are written where every byte counts. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

type Attribute = string | number | undefined;

/** Attributes that say where something stands. */
const PLACES = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy']);

/** One SVG element; undefined attributes are left out, numbers rounded, strings escaped. Children are markup. */
export function element(name: string, attributes: Record<string, Attribute>, children = ''): string {
  const number = (key: string, value: number) => n(PLACES.has(key) ? tenth(value) : value);
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(key, value) : escapeText(String(value))}"`)
    .join('');
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

/** A text element; the text is escaped. */
export function text(x: number, y: number, content: string, attributes: Record<string, Attribute> = {}): string {
  return element('text', { x, y, ...attributes }, escapeText(content));
}

/** How headings and names of places are set; everything else stands in the font of the drawing's root. */
export const SERIF = { 'font-family': 'var(--serif)', 'font-weight': 900 } as const;

/** How a name in another language is set: letters that the fonts of Chinese lack have a font of their own. */
export const inLanguage = ({ lang, text }: { readonly lang: string; readonly text: string }) =>
  ({ 'font-family': hasOwnScript(text) ? 'var(--bo)' : 'var(--sans)', lang }) as const;

/** A rim of paper round a text, `width` px, so that it can stand on rivers and threads. */
export const halo = (width: number) =>
  ({ 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-width': width, 'stroke-linejoin': 'round' }) as const;

/** An unseen rectangle that makes a link as large as a finger or a row. */
export const target = (x: number, y: number, width: number, height: number): string =>
  element('rect', { x, y, width, height, fill: 'none', 'pointer-events': 'all' });
