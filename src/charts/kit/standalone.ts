import type { Cloth } from '#domain/places/cloth.ts';
import { longDate } from '#format/date.ts';
import { escapeText } from '#format/escape-text.ts';
import { sourceWords } from '#format/figure-taken.ts';
import type { Figure, Form } from './figure.ts';
import { LIGHT_TOKENS } from './light-tokens.ts';
import { FONTS_OF_SYSTEMS, OWN_FONTS } from './script-fonts.ts';
import { stateProperties } from './state-colours.ts';
import { element, n, SERIF, text } from './svg.ts';
import { textWidth, wrap } from './text.ts';

/** Type and space around the drawing, in its own units. */
const WIDE = { pad: 28, title: 26, sentence: 15, note: 12 };
const PHONE = { pad: 16, title: 21, sentence: 14, note: 12 };
const EDGE = 6;

/** The stack for names in other scripts, by those that stand in a drawing: a stack is searched letter by letter. */
function scriptStack(svg: string): string {
  const fonts = [...OWN_FONTS, ...FONTS_OF_SYSTEMS];
  const families = fonts.flatMap(([letters, own]) => (letters.test(svg) ? [own] : []));
  return LIGHT_TOKENS.bo.replace(/,serif$/u, () => [...['', ...families], 'serif'].join());
}

/** Every custom property a drawing may use, with its light value. */
function lightValues(cloth: Cloth, svg: string): Map<string, string> {
  return new Map<string, string>([
    ...Object.entries(LIGHT_TOKENS),
    ['bo', scriptStack(svg)],
    ...stateProperties('light'),
    ...cloth.stripes.flatMap(({ light }, i): [string, string][] => [
      [`s${i + 1}`, light.fill],
      [`n${i + 1}`, light.label],
      [`l${i + 1}`, light.line],
    ]),
    ...cloth.hues.flatMap(({ light }, k): [string, string][] => [
      [`h${k + 1}`, light.text],
      [`w${k + 1}`, light.wash],
      [`b${k + 1}`, light.ground],
    ]),
  ]);
}

/** Writes out every `var(--x)`. Throws on a property that nobody defines: it would be drawn black. */
function resolve(markup: string, values: ReadonlyMap<string, string>): string {
  return markup.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`standalone: no light value for --${name}`);
    return value;
  });
}

/** Links lead to the site by their whole address; without one, or inside the page, they become plain groups. */
function links(markup: string, siteUrl: string | undefined): string {
  const open: boolean[] = [];
  return markup.replace(/<a\b([^>]*)>|<\/a>/g, (_tag, attributes: string | undefined) => {
    if (attributes === undefined) return open.pop() ? '</a>' : '</g>';
    const href = / href="([^"]*)"/.exec(attributes)?.[1];
    const kept = siteUrl !== undefined && href !== undefined && !href.startsWith('#');
    open.push(kept);
    if (!kept) return `<g${attributes.replace(/ (?:href|target|rel|aria-label)="[^"]*"/g, '')}>`;
    return `<a${attributes.replace(/ href="[^"]*"/, () => ` href="${new URL(href, siteUrl).href}"`)}>`;
  });
}

/** The unseen rectangles that make links as large as a finger. */
const TARGETS = /<rect\b[^>]* pointer-events="all"\/>/g;

/** The drawing of a form where nothing leads anywhere. */
const withoutLinks = ({ svg }: Form): string =>
  links(svg.replace(/ (?:class|tabindex)="[^"]*"/g, '').replace(TARGETS, ''), undefined);

/**
 * The drawing of a form alone, for a sheet of paper or somebody else's page: every colour and font written out, always light, without links.
 * Its ids stay. Throws where it uses an unknown custom property.
 */
export const onPaper = (form: Form, cloth: Cloth): string => resolve(withoutLinks(form), lightValues(cloth, form.svg));

/** A drawing taken apart: where its own coordinates begin, its accessible name, and what it draws. */
function takeApart(svg: string): { left: number; top: number; name: string; drawing: string } {
  const tag = /^<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const [left = 0, top = 0] = (/ viewBox="([^"]*)"/.exec(tag)?.[1] ?? '').split(/[\s,]+/).map(Number);
  const inner = svg.slice(tag.length, svg.lastIndexOf('</svg>'));
  const name = /^<title\b[^>]*>[^<]*<\/title>(?:<desc\b[^>]*>[^<]*<\/desc>)?/.exec(inner)?.[0] ?? '';
  return { left, top, name, drawing: inner.slice(name.length).replace(/ (?:class|tabindex)="[^"]*"/g, '') };
}

/** Where a drawing comes from, as it says itself. */
export interface Origin {
  readonly site: string;
  /** The day up to which its data goes, `YYYY-MM-DD`. */
  readonly day: string;
  /** Address of the site's root: keeps the links, as whole addresses; without it they are plain groups. */
  readonly url?: string;
}

/**
 * One form of a figure as an SVG file that needs nothing else: paper, title, sentence, drawing, notes, source, the day of
 * the data and the name of the site; every colour and font written out, always light. Throws where a drawing uses an
 * unknown custom property.
 */
export function standalone(figure: Figure, form: Form, cloth: Cloth, origin: Origin): string {
  const { pad, ...size } = form.width < 600 ? PHONE : WIDE;
  const width = form.width + 2 * pad;
  const values = lightValues(cloth, form.svg);
  const { left, top, name, drawing } = takeApart(form.svg);
  let y = pad;
  const lines = (content: string, px: number, attributes: Record<string, string | number>, height = 1.55, room = 0) =>
    wrap(content, px, form.width - room)
      .map((line) => {
        y += px * height;
        return text(pad, y - px * (height - 1) * 0.9, line, { 'font-size': px, ...attributes });
      })
      .join('');
  const title = lines(figure.title, size.title, SERIF, 1.35);
  y += 6;
  const head = title + lines(figure.sentence, size.sentence, { fill: 'var(--ink-2)' });
  const shift = `translate(${n(pad - left)} ${n(y + 14 - top)})`;
  y += 14 + form.height + 10;
  const foot = [...figure.notes, ...(figure.method ?? [])]
    .map((note) => lines(note, size.note, { fill: 'var(--mute)' }))
    .join('');
  const signature = textWidth(origin.site, size.note) + 2 * size.note;
  const source = sourceWords(figure.source);
  const from = lines(`${source}；数据截至${longDate(origin.day)}`, size.note, { fill: 'var(--mute)' }, 1.55, signature);
  const site = text(width - pad, y - size.note * 0.5, origin.site, {
    ...SERIF,
    'font-size': size.note + 1,
    'text-anchor': 'end',
  });
  const height = y + pad + EDGE;
  const stripe = width / cloth.stripes.length;
  const edge = cloth.stripes.map((_, i) => {
    // Each stripe reaches under the next: no hair of paper between two of them.
    const reach = Math.min(width - i * stripe, stripe + 1);
    return element('rect', { x: i * stripe, y: height - EDGE, width: reach, height: EDGE, fill: `var(--s${i + 1})` });
  });
  const markup =
    name +
    element('rect', { width, height, fill: 'var(--paper)' }) +
    head +
    element('g', { transform: shift }, links(drawing, origin.url)) +
    foot +
    from +
    site +
    edge.join('');
  const called = name ? '' : `<title>${escapeText(figure.title)}</title><desc>${escapeText(figure.sentence)}</desc>`;
  return resolve(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}"` +
      ` lang="zh-CN" font-family="var(--sans)" fill="var(--ink)">${called}${markup}</svg>\n`,
    values,
  );
}
