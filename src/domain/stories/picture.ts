import { z } from 'zod';
import type { StoryKind } from './kinds.ts';

const words = z.string().min(2);

/** What may be written of a picture's use by the media: nothing, or that it may be. */
export const PRESS_USES = ['可用'] as const;

/**
 * What must be known of a picture before it is shown: the same keys in the front matter's `cover` and as attributes
 * of `Photo`, all of them one line of text.
 */
export const pictureSchema = z.strictObject({
  /** Name of the file beside the story; no folder, no address. */
  src: z.string().min(1),
  /** What is seen, for those who do not see it. */
  alt: words,
  /** The words under the picture. */
  caption: words,
  /** Who took or drew it. */
  photographer: words,
  /** Who holds the rights. */
  holder: words,
  /** Under which licence, or by whose permission, it may be shown here. */
  licence: words,
  /** Who can be recognised in it, joined by 、; 无 where nobody can. */
  people: z.string().min(1),
  /** The last day on which it may be shown. */
  expires: z.iso.date().optional(),
  /** 审图号 of a map that was made elsewhere; shown in the caption. */
  map_approval: z.string().min(4).optional(),
  /** That whoever holds the rights lets the media use it too: without it the picture is in no press kit. */
  press: z.enum(PRESS_USES).optional(),
});

/** The cover adds how it is shown, and where the picture must not be cut. */
export const coverSchema = pictureSchema.extend({
  /** `wide`: whole, never cut, the slip hung below; `cut`: cut to the frame it stands in, the slip over its edge. */
  form: z.enum(['wide', 'cut']).optional(),
  /** Where the head is: that side stays visible when the picture is cut, and the slip hangs at another one. */
  focus: z.enum(['left', 'centre', 'right', 'top', 'bottom']).optional(),
});

export type PictureRights = Readonly<z.output<typeof pictureSchema>>;
export type CoverRights = Readonly<z.output<typeof coverSchema>>;

/** How wide a picture inside a text may stand, where it is not to stand in the measure of the text. */
export const PHOTO_FORMS = ['wide', 'full'] as const;
export type PhotoForm = (typeof PHOTO_FORMS)[number];

/** A picture file as its header states it. Width and height are as seen, after the camera's turning is undone. */
export interface PictureFile {
  /** Beside the story, as the story writes it: `a.jpg`. */
  readonly src: string;
  /** Its name on the disk where it is another: spelt with other code points, or made of a name that gave way. */
  readonly onDisk?: string;
  /** First 16 hex digits of the SHA-256 of its bytes; the name of everything made from it. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';
  /** Whether it moves: the site shows its first frame. */
  readonly animated?: true;
}

/** A picture of fewer pixels across looks coarse on most screens; it is shown as large as it is, never larger. */
export const SMALL_WIDTH = 400;

/** A picture of more pixels is refused and never decoded: it would take the memory of the whole build. */
export const MOST_PIXELS = 100_000_000;

/** Widths at which a picture is offered, in CSS pixels; never wider than the picture itself. */
export const WIDTHS = [480, 800, 1200] as const;

/** One more for a picture that stands from edge to edge of the screen. */
export const FULL_WIDTH = 1920;

/** The kinds of file a reader's browser may choose from, best first; the last one every browser knows. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/**
 * Widths made of one picture, ascending; at least one. A small picture is never enlarged.
 * @param full whether it stands somewhere from edge to edge
 */
export function widthsOf({ width }: Pick<PictureFile, 'width'>, full = false): number[] {
  const offered = full ? [...WIDTHS, FULL_WIDTH] : WIDTHS;
  const smaller = offered.filter((w) => w < width);
  const largest = Math.min(width, offered.at(-1) ?? width);
  return [...new Set([...smaller, largest])];
}

/** What a picture is like to whoever has to find room for it. */
export type PictureShape = 'tall' | 'upright' | 'square' | 'broad' | 'strip';

/** The first shape that a picture is narrower than, as width by height. */
const SHAPES: readonly (readonly [narrower: number, shape: PictureShape])[] = [
  [0.5, 'tall'],
  [0.95, 'upright'],
  [1.2, 'square'],
  [2.1, 'broad'],
];

export const shapeOf = ({ width, height }: Pick<PictureFile, 'width' | 'height'>): PictureShape =>
  SHAPES.find(([narrower]) => width < height * narrower)?.[1] ?? 'strip';

/** Name of one file made from a picture: `3f2a…-800.avif`; the only place that joins it. */
export const pictureName = (hash: string, width: number, format: PictureFormat) => `${hash}-${width}.${format}`;

/** Names of all people in a picture. */
export const peopleIn = ({ people }: Pick<PictureRights, 'people'>) =>
  people === '无' ? [] : people.split(/[、，,]\s*/).filter(Boolean);

/** From so many on, people in a picture are a group: wherever it was cut, it would cut somebody. */
const GROUP = 3;

/**
 * How a cover is shown where its story does not say: whole where it shows a group, where the story tells of a
 * collective, and where it is so long that a frame would keep a third of it.
 */
export function coverForm(
  kind: StoryKind,
  { form, ...cover }: Pick<CoverRights, 'form' | 'people'>,
  file: Pick<PictureFile, 'width' | 'height'>,
): 'wide' | 'cut' {
  if (form) return form;
  const group = kind === 'collective' || peopleIn(cover).length >= GROUP;
  return group || shapeOf(file) === 'strip' ? 'wide' : 'cut';
}

/** A picture as a page offers it: the browser takes the best kind it knows, at the width it needs. */
export interface OfferedPicture {
  /** Of the largest offered, so that the page keeps its place free. */
  readonly width: number;
  readonly height: number;
  /** Whether that is every pixel it has: shown larger than that, it would be coarse. */
  readonly small: boolean;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** For browsers that know nothing else, and for whoever shares the page. */
  readonly src: string;
}
