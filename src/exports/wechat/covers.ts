import type { SharedPage } from '#format/share-picture.ts';
import { titledCloth, titleSlip } from '../posters/share-picture.ts';
import { clothOn, type House, photoIn, type Sheet, seenThrough } from '../posters/sheet.ts';
import { COVERS } from './rules.ts';

/** The first article of a message shows a cover as the site passes a link on: cloth, title, the photo from one third on. */
const wide = (page: SharedPage, house: House): Sheet =>
  titledCloth(page, house, {
    ...COVERS.wide,
    slip: { x: 96, y: 56, beside: 620, alone: 900 },
    pad: { inset: 13, line: 3, side: 60, head: 56 },
    sizes: [124, 112, 100, 90, 80, 70, 62, 54, 48, 42],
  });

/** Further down it is as large as a thumb: the photo alone where there is one, the title stands beside it; else cloth with the title. */
function square(page: SharedPage, house: House): Sheet {
  const size = { width: COVERS.square.width, height: COVERS.square.height };
  const all = { x: 0, y: 0, ...size };
  const cloth = clothOn(all, house, page.seed, page.stripes);
  if (page.photo) {
    const photo = photoIn(all, page.photo);
    return { ...size, patches: [...cloth, seenThrough(photo)], lines: [], columns: [], photo };
  }
  const within = { x: 70, y: 60, width: 860, height: 880 };
  const pad = { inset: 16, line: 3, side: 62, head: 62 };
  const slip = titleSlip(page.title, house, within, pad, [170, 150, 130, 112, 98, 86, 76, 66, 58, 50, 44]);
  const drawn = slip.at(Math.round((size.width - slip.area.width) / 2));
  return { ...size, ...drawn, patches: [...cloth, ...drawn.patches], lines: [], photo: null };
}

/** The covers of an article by their files. */
export const wechatCovers = (page: SharedPage, house: House): { readonly file: string; readonly sheet: Sheet }[] => [
  { file: COVERS.wide.file, sheet: wide(page, house) },
  { file: COVERS.square.file, sheet: square(page, house) },
];
