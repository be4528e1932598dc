import { heightOf, rowsOf, type Size } from '#domain/stories/gallery-rows.ts';
import type { OfferedPicture, PhotoForm } from '#domain/stories/picture.ts';
import { type Component, componentOf, type Medium, type StoryLookup } from './components.ts';
import { htmlOf, raw } from './element.ts';
import { drawingInText, formOf, pictureElement, wholeFigure } from './figure.ts';

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

/** A photo of a gallery as it stands in the page. */
interface Photo extends Size {
  readonly html: string;
}

/** With what is told of it, or plain: tags one by one, for an attribute may hold what looks like the end of it. */
const PHOTO = /<(figure|span) class="photo">(?:[^<]|<(?!\/\1>)(?:"[^"]*"|[^">])*>)*<\/\1>/g;
/** In an attribute a quotation mark is never written as such: these are the attributes themselves. */
const WIDTH_AND_HEIGHT = / width="(\d+)" height="(\d+)"/;
const FETCHED_AT = / sizes="[^"]*"/g;

function photoOf(html: string): Photo {
  const [, width, height] = WIDTH_AND_HEIGHT.exec(html) ?? [];
  return { html, width: Number(width), height: Number(height) };
}

const isUpright = ({ width, height }: Size) => width < height;

/** A photo as wide as one of this height is, and fetched at the width at which it comes out. */
function inRow({ html, width, height }: Photo, common: number, shown: number, paired: boolean): string {
  const wide = Math.round(((width / height) * shown) / 16);
  return html
    .replace(WIDTH_AND_HEIGHT, ` width="${Math.round((width / height) * common)}" height="${common}"`)
    .replaceAll(FETCHED_AT, ` sizes="(min-width:40rem) ${wide}rem, ${paired ? '46vw' : '100vw'}"`);
}

/** Two upright photos that follow each other stand side by side on a phone too. */
function pairsIn(row: readonly Photo[]): Photo[][] {
  const pairs: Photo[][] = [];
  for (const photo of row) {
    const last = pairs.at(-1);
    if (last?.length === 1 && last.every(isUpright) && isUpright(photo)) last.push(photo);
    else pairs.push([photo]);
  }
  return pairs;
}

/**
 * The photos of a gallery, as HTML, in rows of one height that are as wide as the text, each photo in its own shape.
 * The style sheet does the rest: see `.gallery` in `src/components/story/Component.css`.
 */
function justified(html: string): string {
  const photos = (html.match(PHOTO) ?? []).map(photoOf);
  const rows = rowsOf(photos).map((row) => {
    const [common, shown] = [Math.min(...row.map(({ height }) => height)), heightOf(row)];
    const set = pairsIn(row).map((pair) => {
      const figures = pair.map((photo) => inRow(photo, common, shown, pair.length > 1)).join('');
      return pair.length > 1 ? `<div class="pair">${figures}</div>` : figures;
    });
    return `<div class="row">${set.join('')}</div>`;
  });
  return rows.join('');
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
      wholeFigure(figure, { drawing: drawingInText(formOf(figure, form), title), level, taken, title, brief: true }),
  };
}

/** One component as HTML, what stands between its tags being HTML already. Throws as `componentOf`. */
export const componentHtml = (
  name: string,
  attributes: Parameters<Component>[0],
  inside: string,
  medium: Medium,
): string => htmlOf(componentOf(name)(attributes, inside === '' ? [] : [raw(inside)], medium));
