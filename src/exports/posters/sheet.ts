import { layoutCover, weaveCover } from '#charts/cover/cover.ts';
import { LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import type { Cloth } from '#domain/places/cloth.ts';
import type { SharedPhoto } from '#format/share-picture.ts';
import { columnsOf, holdWords, type Slip, type SlipPiece } from '#format/slip-title.ts';
import type { TitlePieces } from '#format/title-pieces.ts';

/** A place on a sheet, px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An area of one colour, `#rrggbb`, or one through which the photo is seen. */
export interface Patch extends Area {
  readonly colour: string | 'photo';
}

/** The faces of the site: 宋体 for titles, 黑体 for all else. */
export type Face = 'heading' | 'plain';

interface Ink {
  readonly size: number;
  readonly face: Face;
  readonly colour: string;
  /** What it stands on. */
  readonly ground: string;
}

/** A line from left to right: where it begins, or ends, and the height of its baseline. */
export interface Line extends Ink {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'end' | 'middle';
}

/** A line from top to bottom: its middle, and where it begins. */
export interface Column extends Ink {
  readonly pieces: readonly SlipPiece[];
  readonly x: number;
  readonly y: number;
}

/** A picture of flat colours, words and at most one photo: patches from the ground up, words on top of all. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly patches: readonly Patch[];
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly photo: (Area & Pick<SharedPhoto, 'name' | 'focus'>) | null;
}

/** What all sheets of a site have in common. */
export interface House {
  readonly name: string;
  readonly cloth: Cloth;
  /** How titles are cut here. */
  readonly cut: TitlePieces;
}

export const { slip: PAPER, ink: INK } = LIGHT_TOKENS;

/** The cloth of a cover over an area. */
export function clothOn(
  { x, y, width, height }: Area,
  { cloth }: House,
  seed: string,
  stripes: readonly number[],
): Patch[] {
  const weave = weaveCover(seed, stripes.length > 0 ? stripes : cloth.stripes.map((_, i) => i + 1));
  const { left, right } = layoutCover(weave);
  const px = (percent: number, whole: number) => Math.round((Math.min(100, Math.max(0, percent)) * whole) / 100);
  const patches = (panel: typeof left, slide: number) =>
    panel.flatMap(({ stripe, rectangles }) =>
      rectangles.flatMap((one): Patch[] => {
        const [from, to] = [px(one.y + slide, height), px(one.y + one.height + slide, height)];
        const [start, end] = [px(one.x, width), px(one.x + one.width, width)];
        const colour = cloth.stripes[stripe - 1]?.light.fill ?? PAPER;
        return to > from ? [{ x: x + start, y: y + from, width: end - start, height: to - from, colour }] : [];
      }),
    );
  return [{ x, y, width, height, colour: PAPER }, ...patches(left, 0), ...patches(right, weave.slide)];
}

/** A slip of paper with its frame of ink. */
export function slipOn({ x, y, width, height }: Area, inset: number, line: number): Patch[] {
  const inside = (by: number, colour: string): Patch => ({
    ...{ x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by, colour },
  });
  return [inside(0, PAPER), inside(inset, INK), inside(inset + line, PAPER)];
}

/** From the middle of one column to that of the next, and from one character to the next, in sizes. */
const [APART, STEP] = [1.42, 1.06];

/** A title that fits a room. */
export interface FittedTitle {
  readonly slip: Slip;
  readonly size: number;
  /** What it takes, px. */
  readonly width: number;
  readonly height: number;
}

/**
 * The largest size of these, largest first, at which a title fits a room; the last one where none does, which a title of
 * sixty characters is never too long for where the sizes are chosen well.
 */
export function fitTitle(
  title: string,
  cut: TitlePieces,
  room: Pick<Area, 'width' | 'height'>,
  sizes: readonly number[],
): FittedTitle {
  const setAt = (size: number): FittedTitle => {
    const slip = columnsOf(title, cut, rowsAt(size));
    const width = Math.round(size * (1 + (slip.columns.length - 1) * APART));
    return { slip, size, width, height: Math.round(slip.rows * size * STEP) };
  };
  const rowsAt = (size: number) => Math.max(1, Math.floor(room.height / (size * STEP)));
  // Sixty characters at the largest size are many columns: only what may fit is set.
  const mayFit = (size: number) =>
    holdWords(title, cut, rowsAt(size)) && size * APART * Math.ceil([...title].length / rowsAt(size) / 2) <= room.width;
  for (const size of sizes) {
    const fitted = mayFit(size) ? setAt(size) : undefined;
    if (fitted && fitted.width <= room.width && !hasOrphan(fitted.slip)) return fitted;
  }
  return setAt(sizes.at(-1) ?? 1);
}

const placesIn = (column: readonly SlipPiece[]) =>
  column.reduce((sum, { text, upright }) => sum + (upright ? 1 : [...text].length), 0);

/** Whether one character stands alone in a column. */
const hasOrphan = ({ columns }: Slip) => columns.length > 1 && columns.some((column) => placesIn(column) < 2);

/** A fitted title from its upper right corner. */
export const titleOn = (
  { slip, size }: FittedTitle,
  right: number,
  top: number,
  ink: Pick<Ink, 'colour' | 'ground'> = { colour: INK, ground: PAPER },
): Column[] =>
  slip.columns.map((pieces, i) => ({
    ...{ pieces, size, face: 'heading' as const, ...ink },
    ...{ x: Math.round(right - size / 2 - i * size * APART), y: top },
  }));

/** From one character of a column to the next, in sizes. */
export const COLUMN_STEP = STEP;

/** So much of a photo must be seen across and upright where it is cut: what its focus says is beside or in its middle, a head is above. */
const SEEN = { across: 0.45, upright: 0.8 };

/** Where a photo stands in a frame: it is cut only where it may be, and never enlarged; where it does not fill it, cloth is seen. */
export function photoIn(frame: Area, photo: SharedPhoto): NonNullable<Sheet['photo']> {
  const { name, focus, form } = photo;
  const middle = (width: number, height: number) => ({
    ...{ name, focus, width, height },
    x: frame.x + Math.round((frame.width - width) / 2),
    y: frame.y + Math.round((frame.height - height) / 2),
  });
  const [width, height] = [Math.min(frame.width, photo.width), Math.min(frame.height, photo.height)];
  const filling = Math.max(width / photo.width, height / photo.height);
  const across = width / (photo.width * filling) >= SEEN.across;
  if (form === 'cut' && across && height / (photo.height * filling) >= SEEN.upright) return middle(width, height);
  const whole = Math.min(1, frame.width / photo.width, frame.height / photo.height);
  return middle(Math.round(photo.width * whole), Math.round(photo.height * whole));
}

/** The patch through which a photo is seen. */
export const seenThrough = ({ x, y, width, height }: Area): Patch => ({ x, y, width, height, colour: 'photo' });
