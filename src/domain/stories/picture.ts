import { z } from 'zod';

const words = z.string().min(2);

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
});

/** The cover adds where the picture must not be cut. */
export const coverSchema = pictureSchema.extend({
  /** The side that must stay visible when the picture is cut to the cover's shape. */
  focus: z.enum(['left', 'centre', 'right']).optional(),
});

export type PictureRights = Readonly<z.output<typeof pictureSchema>>;
export type CoverRights = Readonly<z.output<typeof coverSchema>>;

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

/** The kinds of file a reader's browser may choose from, best first; the last one every browser knows. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Widths made of one picture, ascending; at least one. A small picture is never enlarged. */
export function widthsOf({ width }: Pick<PictureFile, 'width'>): number[] {
  const smaller = WIDTHS.filter((w) => w < width);
  const largest = Math.min(width, WIDTHS.at(-1) ?? width);
  return smaller.includes(largest as never) ? [...smaller] : [...smaller, largest];
}

/** Name of one file made from a picture: `3f2a…-800.avif`; the only place that joins it. */
export const pictureName = (hash: string, width: number, format: PictureFormat) => `${hash}-${width}.${format}`;

/** Names of all people in a picture. */
export const peopleIn = ({ people }: Pick<PictureRights, 'people'>) =>
  people === '无' ? [] : people.split(/[、，,]\s*/).filter(Boolean);

/** A picture as a page offers it: the browser takes the best kind it knows, at the width it needs. */
export interface OfferedPicture {
  /** Of the largest offered, so that the page keeps its place free. */
  readonly width: number;
  readonly height: number;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** For browsers that know nothing else, and for whoever shares the page. */
  readonly src: string;
}
