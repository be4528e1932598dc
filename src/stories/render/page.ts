import type { OfferedPicture, PhotoForm } from '#domain/stories/picture.ts';
import { type Component, componentOf, type Medium, type StoryLookup } from './components.ts';
import { htmlOf, raw } from './element.ts';
import { drawingInText, formOf, pictureElement, wholeFigure } from './figure.ts';
import { justified } from './gallery.ts';

/** How wide a picture comes out, by its form; without one it has the measure of the text. */
const SIZES: Readonly<Record<PhotoForm | 'text', string>> = {
  text: '(min-width:48rem) 40rem, 100vw',
  wide: '(min-width:64rem) 60rem, 100vw',
  full: '100vw',
};

/** What a page knows of its story besides what is looked up. */
export interface StoryPageSetting {
  readonly lookup: StoryLookup<OfferedPicture>;
  /** Level of headings over figures: under the headings of the text where it has any. */
  readonly level: 2 | 3;
  /** The cloth beside a quotation, as SVG. */
  readonly band: string;
}

/** A story on its page: pictures in every width, drawings in place, numbers that lead to their passage. */
export function pageMedium({ lookup, level, band }: StoryPageSetting): Medium {
  return {
    lookup,
    styled: true,
    marks: 'links',
    comparison: 'list',
    band: raw(band),
    picture: (src, alt, form) => {
      const picture = lookup.picture(src);
      // Shown no higher than the window, a long strip is too narrow to be read.
      const tall = picture.height > picture.width * 1.8;
      return {
        shown: pictureElement(picture, { alt, sizes: SIZES[form ?? 'text'] }),
        whole: tall ? picture.src : undefined,
      };
    },
    gallery: (photos) => raw(justified(htmlOf(photos))),
    figure: ({ figure, taken }, title, form) =>
      wholeFigure(figure, { drawing: drawingInText(formOf(figure, form), title), level, taken, title }),
  };
}

/** One component as HTML, what stands between its tags being HTML already. Throws as `componentOf`. */
export const componentHtml = (
  name: string,
  attributes: Parameters<Component>[0],
  inside: string,
  medium: Medium,
): string => htmlOf(componentOf(name)(attributes, inside === '' ? [] : [raw(inside)], medium));
