import { widthsOf } from '#domain/stories/picture.ts';
import { kindOf } from './kind.ts';
import type { Size } from './orientation.ts';
import { readRaster } from './raster.ts';
import { Refused } from './refusal.ts';

/**
 * A drawing (SVG) never ships: it is drawn in a process of its own that is ended where it takes too long, and the site
 * shows the pixels. So nothing in it can run or lead anywhere. What is refused here is what would come out otherwise
 * than its author sees it, and what makes a reader of XML fetch or unfold something.
 */

/** A drawing has at most this many bytes, pictures inside it included. */
const MOST_BYTES = 2_000_000;

const SVG = 'http://www.w3.org/2000/svg';

const EXPORT_AGAIN = '在画图软件（如 Inkscape）里打开，另存为“普通 SVG”；还不行就导出为 PNG。';

/** Something in a drawing that is not drawn, or that instructs the program that reads it. `what` follows “带有”. */
const unsafe = (line: number, what: string, mend = '在画图软件里去掉它，另存为“普通 SVG”；还不行就导出为 PNG。') =>
  new Refused('svg-unsafe', `第${line}行带有${what}的 SVG`, '只有图形和文字、不引用别处的 SVG', mend);

/** Text that is not XML. `what` follows the line. */
const notWellFormed = (line: number, what: string) =>
  new Refused('svg-broken', `写法有错的 SVG：第${line}行${what}`, '一个写法正确的 SVG', EXPORT_AGAIN);

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length;

/** Size of a drawing, from its first tag alone. Throws `Refused` at the first thing that cannot be drawn as it is meant. */
export function readSvg(bytes: Uint8Array): Size {
  if (bytes.length > MOST_BYTES) {
    throw new Refused(
      'svg-too-large',
      `${(bytes.length / 1e6).toFixed(1)} MB 大的 SVG`,
      `不超过${MOST_BYTES / 1e6} MB 的 SVG`,
      '在画图软件里简化图形，或者导出为 PNG。',
    );
  }
  const text = withoutComments(textOf(bytes));
  const root = rootOf(text);
  checkElsewhere(text);
  return sizeOf(root);
}

function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(
      'svg-broken',
      '编码不是 UTF-8 的 SVG',
      'UTF-8 编码的 SVG',
      '用记事本打开，另存为，编码选 UTF-8。',
    );
  }
  const at = text.search(/(?![\t\r\n])\p{Cc}|[\ufffe\uffff]/u);
  if (at >= 0) throw notWellFormed(lineAt(text, at), '有控制字符');
  return text;
}

/** Comments come to the line ends in them, so that lines can still be counted. */
const withoutComments = (text: string) =>
  text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll(/[^\n]+/g, ''));

/** The attributes of the first tag, which is `<svg>`. Throws where it is another, or the drawing is cut off. */
function rootOf(text: string): ReadonlyMap<string, string> {
  const declared = /<!(?:doctype|entity)/i.exec(text);
  if (declared) {
    const mend = '用记事本打开，删掉以 <!DOCTYPE 开头的那一段（到 > 为止）；或者在画图软件里另存为“普通 SVG”。';
    throw unsafe(lineAt(text, declared.index), '文件类型声明 <!DOCTYPE', mend);
  }
  const start = /^(?:\s|<\?[^>]*>)*<svg(?=[\s>/])/.exec(text)?.[0].length;
  const attribute = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = start ?? 0;
  const attributes = new Map<string, string>();
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    attributes.set(found[1] ?? '', found[2] ?? found[3] ?? '');
  }
  if (start === undefined || attributes.get('xmlns') !== SVG) throw notWellFormed(1, `最外层不是 <svg xmlns="${SVG}">`);
  const end = text.trimEnd();
  if (!/(?:<\/svg\s*|\/)>$/.test(end.slice(-100))) throw notWellFormed(lineAt(end, end.length), '以后没有写完');
  return attributes;
}

/** What a style may name that lies elsewhere, or is not drawn with. */
const IN_STYLE: readonly (readonly [RegExp, string])[] = [
  [/@import/i, '引入别的样式（@import）'],
  [/@font-face/i, '嵌入的字体（@font-face）'],
];

/** Elements, and the addresses that they name. */
const NAMED = /<([\w:.-]+)|\s(?:[\w-]+:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** A picture that lies in the drawing. */
const EMBEDDED = /^\s*data:image\/(?:png|jpe?g);base64,/i;

/** Whether an address stays in the drawing. Throws where it holds a picture of more pixels than can be drawn. */
function liesInside(address: string): boolean {
  if (/^\s*#/.test(address)) return true;
  const head = EMBEDDED.exec(address)?.[0];
  if (head === undefined) return false;
  const bytes = Buffer.from(address.slice(head.length), 'base64');
  const kind = kindOf(bytes);
  if (kind !== 'png' && kind !== 'jpeg') return false;
  readRaster(kind, bytes);
  return true;
}

/** Throws where a drawing is put together from other files: it is drawn alone, and they would be missing. */
function checkElsewhere(text: string): void {
  const refuse = (at: number, what: string) => {
    throw unsafe(lineAt(text, at), what);
  };
  for (const [pattern, what] of IN_STYLE) {
    const found = pattern.exec(text);
    if (found) refuse(found.index, what);
  }
  for (const { index } of text.matchAll(/\burl\(/gi)) {
    if (!/^\s{0,20}["']?\s{0,20}#/.test(text.slice(index + 4, index + 60))) refuse(index, '别处的地址（url）');
  }
  let element = '';
  for (const { index, 1: name, 2: double, 3: single } of text.matchAll(NAMED)) {
    if (name !== undefined) element = name.replace(/^.*:/, '');
    // A link draws nothing.
    else if (element !== 'a' && !liesInside(double ?? single ?? '')) refuse(index, '别处的地址');
  }
}

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
function sizeOf(root: ReadonlyMap<string, string>): Size {
  const value = (name: string) => root.get(name)?.slice(0, 100) ?? '';
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
