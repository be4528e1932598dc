import { max, sum } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import { type LabelStyle, measure, widthInEm } from '../labels.ts';

export const WIDTH = 1200;
/** px from row to row of the list: a pointer's target. */
export const ROW = 24;
/** px from the last strand of a band to the first of the next where they lie side by side. */
export const LANE_GAP = 7;
export const EDGE = 20;
/** px above the rows: the frame of the list begins there, and its heading stands in it. */
export const LIST_HEAD = 52;
/** How far a bar stands out beyond the outer strands, px. */
export const OVERHANG = 4.5;
/** Size of a township's name; its swatch; the name of a city or county. */
export const NAME = 14;
export const SWATCH = { width: 46, height: 16 } as const;
export const COUNTY: LabelStyle = { size: 24, bo: 17, most: 7 };

/** The fixed lines of the wide form, from the names and the number of threads alone. */
export interface WideFrame {
  /** px from strand to strand. */
  readonly pitch: number;
  /** px more for every pairing than its rows and its label need. */
  readonly room: number;
  readonly top: number;
  readonly height: number;
  /** Right edge of the names, and of the swatches where the threads end. */
  readonly names: number;
  readonly list: number;
  readonly countyLeft: number;
  /** x of the counties where they have no position. */
  readonly countyEven: number;
  readonly cityRight: number;
  /** Width that each end may use for its geography. */
  readonly end: number;
}

/** px that a pairing takes in the list: its rows, or its county's label where that needs more. */
export function slotHeight({ threads, county }: Journey, pitch: number, room: number): number {
  const label = (threads.length - 1) * pitch + measure(county, COUNTY).height + 26;
  return Math.max(threads.length * ROW + 16, label) + room;
}

/**
 * Fixes the frame, with `room` px more for every pairing than its rows need. Long names and many townships make it
 * taller and its geography narrower, never the text smaller.
 */
export function frameOf(journeys: readonly Journey[], room = 0): WideFrame {
  const threads = journeys.reduce((sum, j) => sum + j.threads.length, 0);
  const pitch = Math.max(2, Math.min(3.3, 330 / threads));
  const longest = max(journeys, (j) => max(j.threads, (t) => widthInEm(t.place.name))) ?? 0;
  const names = EDGE + longest * NAME;
  const list = names + 8 + SWATCH.width;
  const cityRight = WIDTH - EDGE - 14 - (max(journeys, (j) => measure(j.city, COUNTY).width) ?? 0);
  const countyLeft = list + 200;
  const rows = sum(journeys, (j) => slotHeight(j, pitch, room));
  const height = Math.ceil(Math.max(280, rows));
  const end = (cityRight - countyLeft) * 0.355;
  return {
    pitch,
    room,
    top: LIST_HEAD,
    height,
    names,
    list,
    countyLeft,
    countyEven: countyLeft + end * 0.5,
    cityRight,
    end,
  };
}
