import { escapeText } from '#format/escape-text.ts';
import { joined, type NumberState, spoken, type Words, wordsOf } from '../kit/progress-words.ts';
import { stateColour } from '../kit/state-colours.ts';
import { element, n } from '../kit/svg.ts';
import { textWidth } from '../kit/text.ts';

/** How far is one number? Hollow is planned, solid is reported, an upright is the plan; every state its own drawing. */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where one bar stands, px; `scale` gives the length of a value. */
export interface BarPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Length of the dotted line where nothing can be measured. */
  readonly dotted: number;
  readonly scale: (value: number) => number;
}

export interface BarLayout {
  /** The hollow frame of the plan; null where it is filled to the end, and where there is none. */
  readonly frame: Rect | null;
  /** The thin dashed frame of the text, where it contradicts the annex. */
  readonly textFrame: Rect | null;
  readonly fills: readonly Rect[];
  /** What is reported above the plan, after a gap. */
  readonly beyond: Rect | null;
  /** Uprights: the plan that is reached (thin), and nought that was reported (thick). */
  readonly uprights: readonly { x: number; y1: number; y2: number; width: number }[];
  readonly dotted: { readonly x1: number; readonly x2: number; readonly y: number } | null;
  /** Loose weft at the end of a sum that some executors are still missing from: short lines side by side. */
  readonly fringe: Rect | null;
  /** Where the words may begin. */
  readonly end: number;
  readonly words: Words;
}

const OVER = 4;
const GAP = 3;
const LEAST = 3;
/** px: how far loose threads hang out of a fill, and how many there are. */
const LOOSE = 7;
const THREADS = 4;

/** Numbers of one bar. A report above the plan starts again after a gap, so that the plan stays visible. */
export function layoutBar(state: NumberState, place: BarPlace): BarLayout {
  const { target, reported, status, disagreement } = state;
  const { x, y, height, scale } = place;
  const words = wordsOf(state);
  const nothing = {
    frame: null,
    textFrame: null,
    fills: [],
    beyond: null,
    uprights: [],
    dotted: null,
    fringe: null,
    words,
  };
  if (status === 'not-listed') return { ...nothing, end: x };
  const middle = y + height / 2;
  if (target === null) {
    const end = x + place.dotted;
    const square = reported === null ? [] : [{ x, y: y + 2, width: height - 4, height: height - 4 }];
    const x1 = reported === null ? x : x + height;
    return { ...nothing, fills: square, dotted: { x1, x2: end, y: middle }, end };
  }
  const drawText = disagreement !== null && disagreement.per === 'year';
  const high = drawText ? height * 0.55 : height;
  const textFrame = drawText
    ? { x, y: y + high + 2, width: scale(disagreement.quantity), height: height - high - 2 }
    : null;
  const bar = (from: number, to: number): Rect => ({ x: x + from, y, width: to - from, height: high });
  const upright = (at: number, width: number) => ({
    x: x + at,
    y1: y - OVER,
    y2: y + high + (drawText ? 1 : OVER),
    width,
  });
  const plan = scale(target);
  const solid = reported === null ? 0 : scale(reported);
  const framed = { ...nothing, textFrame, frame: target === 0 ? null : bar(0, plan) };
  const end = x + Math.max(plan, textFrame?.width ?? 0);
  if (reported === null)
    return { ...framed, uprights: target === 0 ? [upright(0.75, 1.5)] : [], end: target === 0 ? end + GAP : end };
  if (status === 'partial') {
    // What goes beyond the plan is not told from it by an upright: the sum is not at its end.
    const sum = reported === 0 ? 0 : Math.max(solid, LEAST);
    const fills = sum === 0 ? [] : [bar(0, sum)];
    return { ...framed, fills, fringe: bar(sum, sum + LOOSE), end: Math.max(end, x + sum + LOOSE) };
  }
  if (reported === 0) return { ...framed, uprights: [upright(1.5, 3)], end: Math.max(end, x + GAP) };
  if (reported < target) return { ...framed, fills: [bar(0, Math.min(plan, Math.max(solid, LEAST)))], end };
  if (reported === target)
    return { ...framed, frame: null, fills: [bar(0, plan)], uprights: [upright(plan - 0.75, 1.5)], end };
  const more = Math.max(solid, plan + GAP + LEAST);
  return {
    ...framed,
    frame: null,
    fills: target === 0 ? [] : [bar(0, plan)],
    beyond: bar(plan + GAP, more),
    uprights: [upright(plan + GAP / 2, 1.5)],
    end: Math.max(end, x + more),
  };
}

/** Threads that hang out of a fill to the right, one below the other. */
function threadsOf({ x, y, width, height }: Rect): string {
  const lines = Array.from({ length: THREADS }, (_, i) => y + (height * (i + 0.5)) / THREADS);
  return lines.map((at) => `M${n(x)} ${n(at)}h${n(width)}`).join('');
}

/** The bar and its words, `size` px high letters at the same height; `fill` is a CSS colour. */
export function drawBar(bar: BarLayout, fill: string, words: { x: number; y: number; size: number }): string {
  const ink = 'var(--ink)';
  const inset = (r: Rect, by: number, more: Record<string, string | number>) =>
    element('rect', {
      x: r.x + by,
      y: r.y + by,
      width: Math.max(0, r.width - 2 * by),
      height: r.height - 2 * by,
      fill: 'none',
      stroke: ink,
      'stroke-width': 2 * by,
      ...more,
    });
  const { first, bold, rest } = bar.words;
  const quiet =
    bar.dotted === null && bar.frame === null && bar.uprights.length === 0 && !bold ? 'var(--mute)' : undefined;
  const label =
    `<tspan${bold ? ' font-weight="700"' : ''}>${escapeText(first)}</tspan>` +
    (rest.length > 0 ? `<tspan fill="var(--mute)">${escapeText(`　${rest.join('　')}`)}</tspan>` : '');
  return [
    ...bar.fills.map((r) => element('rect', { ...r, fill, class: bar.frame ? undefined : 'swatch' })),
    bar.beyond ? element('rect', { ...bar.beyond, fill: stateColour('above', fill), class: 'swatch' }) : '',
    bar.frame ? inset(bar.frame, 0.75, { class: 'swatch' }) : '',
    bar.textFrame ? inset(bar.textFrame, 0.6, { 'stroke-dasharray': '3 2.5' }) : '',
    ...bar.uprights.map((u) =>
      element('path', { d: `M${n(u.x)} ${n(u.y1)}V${n(u.y2)}`, stroke: ink, 'stroke-width': u.width }),
    ),
    bar.fringe ? element('path', { d: threadsOf(bar.fringe), stroke: fill, 'stroke-width': 1.5 }) : '',
    bar.dotted
      ? element('path', {
          d: `M${n(bar.dotted.x1)} ${n(bar.dotted.y)}H${n(bar.dotted.x2)}`,
          stroke: ink,
          'stroke-width': 1.5,
          'stroke-dasharray': '2 4',
        })
      : '',
    element('text', { x: words.x, y: words.y, 'font-size': words.size, fill: quiet ?? ink, class: 'label' }, label),
  ].join('');
}

const SMALL = { height: 20, length: 170, plan: 150, size: 14, top: 5 };

/** One bar by itself, as a picture with its words as name: for the table of states and for lists. No links inside. */
export function progressBar(input: NumberState & { readonly fill?: string }, id: string): string {
  const { fill = 'var(--ink)', ...state } = input;
  const { target, reported, disagreement } = state;
  const longest = Math.max(reported ?? 0, disagreement?.per === 'year' ? disagreement.quantity : 0, target ?? 0);
  // The plan has one length everywhere unless something beside it would grow too long.
  const per = longest === 0 ? 0 : Math.min(SMALL.plan / (target || longest), SMALL.length / longest);
  const bar = layoutBar(state, {
    x: 0,
    y: SMALL.top,
    height: SMALL.height,
    dotted: SMALL.length,
    scale: (v) => v * per,
  });
  const words = { x: bar.end === 0 ? 0 : bar.end + 8, y: SMALL.top + 15, size: SMALL.size };
  const width = Math.ceil(Math.max(340, words.x + textWidth(joined(bar.words), SMALL.size)));
  const height = SMALL.height + 2 * SMALL.top;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" class="bar-svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
    ` role="img" aria-label="${escapeText(spoken(state))}" font-family="var(--sans)">${drawBar(bar, fill, words)}</svg>`
  );
}
