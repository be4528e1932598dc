import { encode } from 'uqr';
import { textWidth, wrap } from '#charts/kit/text.ts';
import { POSTER_SIZE, type PosterWords, type SharedPage } from '#format/share-picture.ts';
import {
  type Area,
  clothOn,
  fitTitle,
  type House,
  INK,
  type Line,
  PAPER,
  type Patch,
  photoIn,
  type Sheet,
  seenThrough,
  slipOn,
  titleOn,
} from './sheet.ts';

/** Where the cloth ends and the foot with source and code begins. */
const CLOTH = 1036;
const EDGE = 44;
/** How high a photo stands at the top; the slip hides no more of it than its edge. */
const PHOTO = 480;
/** Side of the code with the quiet around it, px. */
const CODE = 210;

/** Any of the eight masks can be read; to weigh which one is the calmest takes longer than to draw the poster. */
const MASK = 2;

/** A code that a phone reads from the screen: whole pixels a module, and four modules of quiet around it. */
function codeOn(url: string, right: number, middle: number): Patch[] {
  const { data, size } = encode(url, { ecc: 'M', border: 0, maskPattern: MASK });
  const module = Math.max(2, Math.floor(CODE / (size + 8)));
  const side = size * module;
  const [left, top] = [right - side, Math.round(middle - side / 2)];
  return data.flatMap((row, y) => {
    const runs: Patch[] = [];
    for (let x = 0; x < size; ) {
      let end = x;
      while (row[end]) end += 1;
      if (end > x) {
        const at = { x: left + x * module, y: top + y * module };
        runs.push({ ...at, width: (end - x) * module, height: module, colour: INK });
      }
      x = end + 1;
    }
    return runs;
  });
}

/** Lines of text from the top of an area. */
const linesOn = (
  lines: readonly string[],
  x: number,
  top: number,
  size: number,
  height: number,
  colour: string = INK,
): Line[] =>
  lines.map((text, i) => ({
    ...{ text, x, y: Math.round(top + (i + 0.5) * height + size * 0.36), size, face: 'plain' as const, colour },
    ground: PAPER,
  }));

/** Sizes of what a poster says, and the most lines of it that each is for. */
const SAID = [
  { size: 26, height: 44, most: 4 },
  { size: 23, height: 38, most: 6 },
  { size: 20, height: 32, most: 12 },
] as const;

function saidIn(text: string, width: number) {
  for (const { size, height, most } of SAID) {
    const lines = wrap(text, size, width);
    if (lines.length <= most) return { lines, size, height };
  }
  const { size, height, most } = SAID[2];
  return { lines: wrap(text, size, width).slice(0, most), size, height };
}

const PAD = { inset: 11, line: 2, side: 40, head: 54, foot: 40 };

/** The slip: the title from its upper right corner, under a rule what is said. */
function slipWith(page: SharedPage, poster: PosterWords, house: House, area: Area, sizes: readonly number[]) {
  const inner = area.width - 2 * PAD.side;
  const said = saidIn(poster.said, inner);
  const below = said.lines.length > 0 ? said.lines.length * said.height + 28 : 0;
  const room = { width: inner, height: area.height - PAD.head - PAD.foot - below - 24 };
  const title = fitTitle(page.title, house.cut, room, sizes);
  const rule = area.y + area.height - PAD.foot - below;
  const x = area.x + PAD.side;
  // In the middle where it is one column; else from the right, as a book is.
  const spare = Math.round((inner - title.width) / 2);
  return {
    patches: [
      ...slipOn(area, PAD.inset, PAD.line),
      ...(below > 0 ? [{ x, y: rule, width: inner, height: 2, colour: INK }] : []),
    ],
    lines: linesOn(said.lines, x, rule + 24, said.size, said.height),
    columns: titleOn(title, area.x + area.width - PAD.side - spare, area.y + PAD.head),
  };
}

/** The foot: whose it is, where it comes from, and the code that leads to the page. */
function footOf(page: SharedPage, poster: PosterWords, house: House): Pick<Sheet, 'patches' | 'lines'> {
  const { width, height } = POSTER_SIZE;
  const room = width - 2 * EDGE - CODE;
  const name = [46, 38, 30].find((size) => textWidth(house.name, size) <= room) ?? 24;
  const credits = [...poster.credits, '扫码读全文'].flatMap((line) => wrap(line, 22, room).slice(0, 2)).slice(0, 5);
  const high = name * 1.4 + credits.length * 36;
  const top = CLOTH + (height - CLOTH - high) / 2;
  const title = page.sample ? `${house.name}　样稿` : house.name;
  return {
    patches: codeOn(page.url, width - EDGE, (CLOTH + height) / 2),
    lines: [
      {
        ...{ text: title, x: EDGE, y: Math.round(top + name), size: name, face: 'heading', colour: INK },
        ground: PAPER,
      },
      ...linesOn(credits, EDGE, top + name * 1.4, 22, 36),
    ],
  };
}

const SIZES = [128, 112, 100, 90, 80, 72, 64, 58, 52, 47, 42, 38, 34, 30];

/**
 * The poster of a story, to be saved and passed on: its title upright on a slip, what it says in a sentence, cloth, the
 * photo where there is one, where it comes from, and a code that leads to it.
 */
export function posterOf(page: SharedPage, poster: PosterWords, house: House): Sheet {
  const { width, height } = POSTER_SIZE;
  const above = { x: 0, y: 0, width, height: CLOTH };
  const foot = footOf(page, poster, house);
  const photo = page.photo && photoIn({ x: 0, y: 0, width, height: PHOTO }, page.photo);
  const slip = photo
    ? slipWith(
        page,
        poster,
        house,
        { x: EDGE, y: PHOTO - 28, width: width - 2 * EDGE, height: CLOTH - PHOTO - 20 },
        SIZES,
      )
    : slipWith(page, poster, house, { x: EDGE, y: 48, width: 430, height: CLOTH - 96 }, SIZES);
  return {
    ...{ width, height },
    patches: [
      { x: 0, y: 0, width, height, colour: PAPER },
      ...clothOn(above, house, page.seed, page.stripes),
      ...(photo ? [seenThrough(photo)] : []),
      ...slip.patches,
      ...foot.patches,
    ],
    lines: [...slip.lines, ...foot.lines],
    columns: slip.columns,
    photo,
  };
}
