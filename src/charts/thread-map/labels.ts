import { firstName, type LanguageName } from '#domain/places/language-name.ts';
import type { Place } from '#domain/places/place.ts';
import { columnsOf, drawColumns } from '../kit/columns.ts';
import type { Point } from '../kit/geometry.ts';
import { element, inLanguage, text } from '../kit/svg.ts';
import { textWidth } from '../kit/text.ts';
import { linesOfName } from './places.ts';

/** Sizes of a place's label, px. */
export interface LabelStyle {
  readonly size: number;
  /** Of the name in another language. */
  readonly own: number;
  /** Characters a line holds; a longer name takes several lines. */
  readonly most: number;
}

/** A place's label as it is drawn: lines of its name and its name in another language, and the box they fill. */
export interface Label {
  readonly lines: readonly string[];
  readonly own: LanguageName | null;
  readonly hue: number;
  readonly style: LabelStyle;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How large the label of a place is; a name in another language stands under the names of counties. */
export function measure(
  place: Place,
  style: LabelStyle,
): { lines: string[]; own: LanguageName | null; width: number; height: number } {
  const lines = linesOfName(place.name, style.most);
  const own = place.level === 'county' ? (firstName(place) ?? null) : null;
  const names = Math.max(...lines.map((line) => textWidth(line, style.size))) * 1.04;
  const upright = own && columnsOf(own, style.own);
  const below = own ? (upright?.height ?? style.own * 1.5) : 0;
  return {
    lines,
    own,
    width: Math.max(names, upright?.width ?? (own ? textWidth(own.text, style.own) : 0)),
    height: lines.length * style.size * 1.2 + below,
  };
}

/**
 * Where a label may stand, the best first, each with what it costs to choose it; `way` is the paper between label and
 * bar, which must be free too, or the label would be read with another place.
 */
export type Choice = Pick<Label, 'anchor' | 'left' | 'top'> & { readonly cost: number; readonly way: Box | null };

/** A label that costs more than this stands too far from its bar to be read with it: that counts as trouble too. */
const FAR = 34;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The room a label takes, as other drawings write it. */
export const boxOf = ({ left, top, width, height }: Box) => ({ left, top, right: left + width, bottom: top + height });

/** Whether two boxes share ground, with `air` px kept free round the first. */
export function overlaps(a: Box, b: Box, air = 0): boolean {
  return (
    a.left - air < b.left + b.width &&
    b.left < a.left + a.width + air &&
    a.top - air < b.top + b.height &&
    b.top < a.top + a.height + air
  );
}

/** A grid of points, to ask quickly whether a strand passes through a box. */
export function pointIndex(points: readonly Point[], cell = 16): (box: Box, air: number) => number {
  const key = (x: number, y: number) => Math.floor(x / cell) * 100_003 + Math.floor(y / cell);
  const cells = new Map<number, Point[]>();
  for (const p of points) {
    const k = key(p[0], p[1]);
    const list = cells.get(k);
    if (list) list.push(p);
    else cells.set(k, [p]);
  }
  return ({ left, top, width, height }, air) => {
    let count = 0;
    const [x0, x1, y0, y1] = [left - air, left + width + air, top - air, top + height + air];
    for (let x = x0; x < x1 + cell; x += cell)
      for (let y = y0; y < y1 + cell; y += cell)
        for (const p of cells.get(key(x, y)) ?? []) if (p[0] > x0 && p[0] < x1 && p[1] > y0 && p[1] < y1) count++;
    return count;
  };
}

/**
 * Puts every label at its cheapest free choice: on no strand, on no other label, inside the box. Where none is free
 * it takes the least bad one; `trouble` counts what is covered, and is 0 when all is well.
 * @param most gives up, with the labels it has, where there is as much trouble: another drawing has no more
 */
export function placeLabels(
  wanted: readonly { readonly label: Omit<Label, 'anchor' | 'left' | 'top'>; readonly choices: readonly Choice[] }[],
  strands: (box: Box, air: number) => number,
  bounds: Box,
  most = Infinity,
): { labels: Label[]; trouble: number } {
  const labels: Label[] = [];
  let trouble = 0;
  for (const { label, choices } of wanted) {
    if (trouble >= most) break;
    let best: { label: Label; bad: number; cost: number } | null = null;
    for (const { cost, way, ...choice } of choices.toSorted((a, b) => a.cost - b.cost)) {
      const placed = { ...label, ...choice };
      const outside =
        placed.left < bounds.left ||
        placed.top < bounds.top ||
        placed.left + placed.width > bounds.left + bounds.width ||
        placed.top + placed.height > bounds.top + bounds.height;
      const covered = (outside ? 1000 : 0) + labels.filter((l) => overlaps(l, placed, 6)).length * 100;
      // Strands only make it worse: they are counted where it may still be the best.
      if (best && covered >= best.bad) continue;
      const bad = covered + strands(placed, 4) + (way ? 5 * strands(way, 0) : 0);
      if (!best || bad < best.bad) best = { label: placed, bad, cost };
      if (bad === 0) break;
    }
    if (best) {
      labels.push(best.label);
      trouble += best.bad + Math.max(0, best.cost - FAR);
    }
  }
  return { labels, trouble };
}

/** The label as SVG text with a halo of paper. */
export function drawLabel({ lines, own, hue, style, anchor, left, top, width }: Label): string {
  const x = anchor === 'start' ? left : anchor === 'middle' ? left + width / 2 : left + width;
  const halo = { 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-width': 5, 'stroke-linejoin': 'round' };
  const line = style.size * 1.2;
  const names = lines.map((content, i) => text(x, top + line * i + style.size * 0.96, content));
  const { 'font-family': font, lang } = own ? inLanguage(own) : {};
  const upright = own && columnsOf(own, style.own);
  const room = width - (upright?.width ?? 0);
  const aside = anchor === 'start' ? 0 : anchor === 'middle' ? room / 2 : room;
  const below = !own
    ? ''
    : upright
      ? drawColumns(upright, own, { left: left + aside, top: top + line * lines.length, size: style.own })
      : text(x, top + line * lines.length + style.own * 1.02, own.text, {
          lang,
          'font-family': font,
          'font-size': style.own,
          'font-weight': 400,
        });
  return element(
    'g',
    {
      class: 'label',
      fill: `var(--h${hue})`,
      'font-family': 'var(--serif)',
      'font-size': style.size,
      'font-weight': 900,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      ...halo,
    },
    names.join('') + below,
  );
}
