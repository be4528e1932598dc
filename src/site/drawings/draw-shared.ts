import sharp from 'sharp';
import { isPictured } from '#charts/kit/script-fonts.ts';
import { posterOf } from '#exports/posters/poster.ts';
import { sharePicture } from '#exports/posters/share-picture.ts';
import type { House, Sheet } from '#exports/posters/sheet.ts';
import { posterFile, SHARED_SIZES, type SharedForm, type SharedPage, sharedFile } from '#format/share-picture.ts';
import { FlatPicture } from './flat-picture.ts';
import { refuseLacking } from './lacking.ts';
import { LetterCase } from './letters.ts';

/** One picture of a page: its file, and how it is drawn. */
export interface SharedPicture {
  readonly file: string;
  readonly page: SharedPage;
  readonly sheet: () => Sheet;
}

const FORMS = Object.keys(SHARED_SIZES) as SharedForm[];

/**
 * A page as it can be drawn: of letters that only the fonts of systems have there is nothing to draw with, and the name of
 * the site stands on the slip.
 */
function drawable(page: SharedPage, { name }: House): SharedPage {
  const { title, poster } = page;
  return {
    ...page,
    title: isPictured(title) && title ? title : name,
    poster: poster && {
      ...poster,
      ...(poster.title !== undefined && { title: isPictured(poster.title) ? poster.title : name }),
      said: isPictured(poster.said) ? poster.said : '',
      credits: poster.credits.filter(isPictured),
    },
  };
}

/** All pictures of a page. */
export function picturesOfPage(page: SharedPage, house: House): SharedPicture[] {
  const shown = drawable(page, house);
  const { poster } = shown;
  return [
    ...FORMS.map((form) => ({
      file: sharedFile(page, form),
      page: shown,
      sheet: () => sharePicture(shown, house, form),
    })),
    ...(poster
      ? [
          {
            file: posterFile(poster.id),
            page: shown,
            sheet: () => posterOf({ ...shown, title: poster.title ?? shown.title }, poster, house),
          },
        ]
      : []),
  ];
}

/** All that stands on the pictures of a page. */
const wordsOf = ({ title, poster }: SharedPage) =>
  [title, ...(poster ? [poster.title ?? '', poster.said, ...poster.credits] : [])].join(' ');

/** The colour through which a photo is seen. */
const HOLE = 'photo';

/** A sheet with all that is flat on it. */
function flat({ width, height, patches, lines, columns }: Sheet, letters: LetterCase): FlatPicture {
  const picture = new FlatPicture(width, height);
  for (const { x, y, width: wide, height: high, colour } of patches) picture.fill(x, y, wide, high, colour);
  for (const words of [...lines, ...columns]) {
    const ramp = picture.ramp(words.ground, words.colour);
    for (const [stamp, x, y] of letters.stampsOf(words)) picture.stamp(stamp, x, y, ramp);
  }
  return picture;
}

/**
 * A sheet as a file: PNG where it is flat; with a photo, PNG of few colours or JPEG, as its name asks. The letters it needs
 * are drawn already.
 * @param photo the bytes of the photo it shows
 */
async function drawSheet(
  sheet: Sheet,
  letters: LetterCase,
  kind: 'png' | 'jpg',
  photo: (name: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const picture = flat(sheet, letters);
  if (!sheet.photo) return picture.png();
  const { name, focus, x, y, width, height } = sheet.photo;
  const under = await sharp(await photo(name))
    .resize(width, height, { fit: 'cover', position: focus })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const pixels = picture.withPhoto(HOLE, { x, y, width, pixels: under });
  const whole = sharp(pixels, { raw: { width: sheet.width, height: sheet.height, channels: 3 } });
  // Red cloth beside white paper would be smeared by the usual saving of colour.
  if (kind === 'jpg') return whole.jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer();
  return whole.png({ palette: true, quality: 90, effort: 1 }).toBuffer();
}

/** How many pictures are in work at a time: their letters are drawn together. */
const TOGETHER = 150;

/** Draws pictures and hands each over when it is done. Rejects with one `DrawingError`, before any is drawn. */
export async function drawShared(
  pictures: readonly SharedPicture[],
  house: House,
  photo: (name: string) => Promise<Uint8Array>,
  drawn: (picture: SharedPicture, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  if (pictures.length === 0) return;
  const letters = new LetterCase();
  const pages = [...new Set(pictures.map(({ page }) => page))];
  const words = new Map(pages.map((page) => [page, wordsOf(page)]));
  await letters.open([house.name, ...words.values()]);
  refuseLacking(
    pages.map((page) => ({ where: page.path, characters: letters.lackingIn(`${house.name}${words.get(page)}`) })),
    '有的网页画不成转发的图',
  );
  for (let at = 0; at < pictures.length; at += TOGETHER) {
    const some = pictures.slice(at, at + TOGETHER).map((picture) => ({ picture, sheet: picture.sheet() }));
    await letters.drawFor(some.map(({ sheet }) => sheet));
    for (const { picture, sheet } of some) {
      const kind = picture.file.endsWith('.jpg') ? 'jpg' : 'png';
      await drawn(picture, await drawSheet(sheet, letters, kind, photo));
    }
  }
}
