import { widthsOf } from '#domain/stories/picture.ts';
import type { Size } from '../orientation.ts';
import { Refused } from '../refusal.ts';
import type { XmlElement } from './xml.ts';

/** Units in CSS pixels. Others (`%`, `em`) depend on the page: such a drawing has no size of its own. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

const NUMBER = '[+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
const LENGTH = new RegExp(`^\\s*(${NUMBER})([a-zA-Z]*)\\s*$`);
const BOX = new RegExp(`^\\s*[-+\\d.eE]+[\\s,]+[-+\\d.eE]+[\\s,]+(${NUMBER})[\\s,]+(${NUMBER})\\s*$`);

/** A drawing has no pixels: it is never said to be wider than this, and this wide where it does not say. */
const WIDEST = 4096;
const OFFERED = widthsOf({ width: Number.POSITIVE_INFINITY }).at(-1) ?? WIDEST;

/** Between these the programs that draw it count rightly. */
const [SMALLEST, LARGEST] = [1, 1_000_000];

/**
 * Size of a drawing in CSS pixels: what its `width` and `height` say, else the shape of its `viewBox`, as wide as
 * pictures are offered. Throws `Refused` where neither tells its shape.
 */
export function svgSize(root: XmlElement): Size {
  const value = (name: string) =>
    root.attributes.find((attribute) => attribute.name === name)?.value.slice(0, 100) ?? '';
  const length = (name: string) => {
    const [, number = '', unit = ''] = LENGTH.exec(value(name)) ?? [];
    const factor = UNITS[unit.toLowerCase()];
    return number && factor ? within(Number(number) * factor) : undefined;
  };
  const [, boxWidth, boxHeight] = BOX.exec(value('viewBox')) ?? [];
  const box = boxWidth && boxHeight ? { width: within(Number(boxWidth)), height: within(Number(boxHeight)) } : null;
  const ratio = box && box.height / box.width;
  const [width, height] = [length('width'), length('height')];
  if (width && height) return clamped(width, height);
  if (width && ratio) return clamped(width, width * ratio);
  if (height && ratio) return clamped(height / ratio, height);
  if (ratio) return clamped(OFFERED, OFFERED * ratio);
  throw new Refused(
    'svg-size',
    '没有写大小的 SVG',
    '写明大小（viewBox，或者 width 和 height）的 SVG',
    '在画图软件里打开，把页面调到图的大小，另存一次。',
  );
}

function within(length: number): number {
  if (length >= SMALLEST && length <= LARGEST) return length;
  throw new Refused(
    'svg-size',
    `一边是${length}的 SVG`,
    `每一边在${SMALLEST}和${LARGEST}之间的 SVG`,
    '在画图软件里打开，把页面调到平常的大小（如宽1200），另存一次。',
  );
}

function clamped(width: number, height: number): Size {
  const scale = Math.min(1, WIDEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
