import { narrowStyles } from './narrow-styles.ts';

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const COLOUR = /(--[snlhwb]\d+):[^;}]*;?/g;

/** All classes of a page: its own, and those that its scripts add, which it names in `data-classes`. */
function classesOf(html: string): Set<string> {
  return new Set(
    [...html.matchAll(/\s(?:data-classes|class)="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
}

/**
 * A page without the styles and the colours of the cloth that it shows nowhere. The parts of a page share their sheets
 * with others that hold more: what a story may be written with, three colours a stripe for light and dark. A quarter of
 * what a page weighs is for other pages.
 */
export function narrowSheet(html: string): string {
  const classes = classesOf(html.replaceAll(STYLE, ''));
  const worn = html.replaceAll(STYLE, (_, css: string) => `<style>${narrowStyles(css, classes)}</style>`);
  const named = new Set([...worn.matchAll(/var\((--[snlhwb]\d+)/g)].map(([, name]) => name));
  return worn.replaceAll(STYLE, (style) =>
    style.replaceAll(COLOUR, (declaration, name: string) => (named.has(name) ? declaration : '')),
  );
}
