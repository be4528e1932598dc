import { PICTURE_FORMATS, type PictureFile, pictureName, widthsOf } from '#domain/stories/picture.ts';
import { routes } from './programme.ts';

/** A picture as a page offers it: the browser takes the best kind it knows, at the width it needs. */
export interface PictureView {
  /** Of the largest offered, so that the page keeps its place free. */
  readonly width: number;
  readonly height: number;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** For browsers that know nothing else, and for whoever shares the page. */
  readonly src: string;
}

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

export function pictureView(file: PictureFile): PictureView {
  const widths = widthsOf(file);
  const width = widths.at(-1) ?? file.width;
  const address = (w: number, format: (typeof PICTURE_FORMATS)[number]) =>
    routes.picture(pictureName(file.hash, w, format));
  return {
    width,
    height: Math.round((file.height * width) / file.width),
    sources: PICTURE_FORMATS.map((format) => ({
      type: TYPES[format],
      srcset: widths.map((w) => `${address(w, format)} ${w}w`).join(','),
    })),
    src: address(width, 'jpg'),
  };
}
