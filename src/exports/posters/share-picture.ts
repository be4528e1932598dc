import { textWidth } from '#charts/kit/text.ts';
import { SHARED_SIZES, type SharedForm, type SharedPage } from '#format/share-picture.ts';
import { columnsOf } from '#format/slip-title.ts';
import {
  type Area,
  COLUMN_STEP,
  clothOn,
  fitTitle,
  type House,
  INK,
  PAPER,
  photoIn,
  type Sheet,
  seenThrough,
  slipOn,
  titleOn,
} from './sheet.ts';

/** Sizes a title may have, by the form of the picture. */
const SIZES = {
  wide: [92, 84, 76, 68, 60, 54, 48, 43, 38],
  square: [64, 56, 48, 42, 36, 31, 27, 24, 21, 18, 16, 14],
} as const;

/** The label with the name of the site, in the lower right corner; 样稿 stands on it where it is one. */
function nameLabel(house: House, sample: boolean): Pick<Sheet, 'patches' | 'lines'> {
  const { width, height } = SHARED_SIZES.wide;
  const text = sample ? `${house.name}　样稿` : house.name;
  const size = [36, 30, 24].find((one) => textWidth(text, one) <= width / 2) ?? 20;
  const [wide, high] = [Math.round(textWidth(text, size)) + 52, size + 36];
  const [x, y] = [width - wide, height - high - 44];
  return {
    patches: [{ x, y, width: wide, height: high, colour: PAPER }],
    lines: [
      { text, x: x + 26, y: y + Math.round(high / 2 + size * 0.37), size, face: 'heading', colour: INK, ground: PAPER },
    ],
  };
}

/** A slip with a title inside an area from its left; as wide as the title needs, in the middle where it may stand there. */
export function titleSlip(
  title: string,
  { cut }: House,
  within: Area,
  pad: { readonly inset: number; readonly line: number; readonly side: number; readonly head: number },
  sizes: readonly number[],
) {
  const room = { width: within.width - 2 * pad.side, height: within.height - 2 * pad.head };
  const fitted = fitTitle(title, cut, room, sizes);
  const area = { ...within, width: fitted.width + 2 * pad.side };
  const top = area.y + Math.round((area.height - fitted.height) / 2);
  return {
    area,
    at: (x: number) => ({
      patches: slipOn({ ...area, x }, pad.inset, pad.line),
      columns: titleOn(fitted, x + area.width - pad.side, fitted.slip.columns.length > 1 ? within.y + pad.head : top),
    }),
  };
}

/** How a wide picture is set. */
export interface WideLook {
  readonly width: number;
  readonly height: number;
  /** Where the slip hangs, from the left and from above, and how wide it may be at most: beside a photo, alone. */
  readonly slip: { readonly x: number; readonly y: number; readonly beside: number; readonly alone: number };
  readonly pad: Parameters<typeof titleSlip>[3];
  readonly sizes: readonly number[];
}

const WIDE: WideLook = {
  ...SHARED_SIZES.wide,
  slip: { x: 72, y: 44, beside: 520, alone: 620 },
  pad: { inset: 9, line: 2, side: 46, head: 44 },
  sizes: SIZES.wide,
};

/** Cloth, the title on a slip, and the photo where there is one, from one third on. */
export function titledCloth(page: SharedPage, house: House, look: WideLook): Sheet {
  const { width, height, slip: place, pad, sizes } = look;
  const size = { width, height };
  const slip = titleSlip(
    page.title,
    house,
    { x: place.x, y: place.y, width: page.photo ? place.beside : place.alone, height: height - 2 * place.y },
    pad,
    sizes,
  );
  const drawn = slip.at(slip.area.x);
  // The slip hangs over the seam, and hides no more of the photo than its edge.
  const from = Math.max(Math.round(width / 3), slip.area.x + slip.area.width - 40);
  const photo = page.photo && photoIn({ x: from, y: 0, width: width - from, height }, page.photo);
  return {
    ...size,
    patches: [
      ...clothOn({ x: 0, y: 0, ...size }, house, page.seed, page.stripes),
      ...(photo ? [seenThrough(photo)] : []),
      ...drawn.patches,
    ],
    lines: [],
    columns: drawn.columns,
    photo,
  };
}

function wide(page: SharedPage, house: House): Sheet {
  const sheet = titledCloth(page, house, WIDE);
  const label = nameLabel(house, page.sample);
  return { ...sheet, patches: [...sheet.patches, ...label.patches], lines: label.lines };
}

/** In a line of a chat it is as large as a thumb: beside a photo the slip says whose it is, the title stands beside the picture. */
function square(page: SharedPage, house: House): Sheet {
  const size = SHARED_SIZES.square;
  const cloth = clothOn({ x: 0, y: 0, ...size }, house, page.seed, page.stripes);
  const pad = { inset: 5, line: 1, side: 18, head: 18 };
  const within = { x: 20, y: 18, width: 260, height: 264 };
  if (!page.photo) {
    const slip = titleSlip(page.title, house, within, pad, SIZES.square);
    const drawn = slip.at(Math.round((size.width - slip.area.width) / 2));
    return { ...size, ...drawn, patches: [...cloth, ...drawn.patches], lines: [], photo: null };
  }
  const photo = photoIn({ x: 84, y: 0, width: size.width - 84, height: size.height }, page.photo);
  const letters = Math.min(34, Math.floor(200 / (columnsOf(house.name, house.cut, 60).rows * COLUMN_STEP)));
  const fitted = fitTitle(house.name, house.cut, { width: letters, height: 220 }, [letters]);
  const [width, height] = [fitted.width + 24, fitted.height + 28];
  const area = { x: 14, y: Math.round((size.height - height) / 2), width, height };
  return {
    ...size,
    patches: [...cloth, seenThrough(photo), ...slipOn(area, 4, 1)],
    lines: [],
    columns: titleOn(fitted, area.x + width - 12, area.y + 14),
    photo,
  };
}

/** The picture a link to a page is passed on with: cloth, its title on a slip, the photo where there is one. */
export const sharePicture = (page: SharedPage, house: House, form: SharedForm): Sheet =>
  form === 'wide' ? wide(page, house) : square(page, house);
