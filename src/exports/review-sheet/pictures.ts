import { html, type Inside, type Markup, section } from '../markup.ts';
import type { SheetChannel, SheetPicture } from './data.ts';
import { answersWords } from './people.ts';

/** A picture that stands in the file itself; any other address is not taken. */
const INSIDE = /^data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The picture large enough to be judged; what cannot be shown says so. */
export function pictureImage({ image, width, height, alt, src }: SheetPicture): Markup {
  if (image === null || !INSIDE.test(image)) return html`<div class="blank" data-aid>这张图打不开：${src}</div>`;
  const tall = height > width ? html` class="tall"` : null;
  return html`<img src="${image}" alt="${alt}" width="${width}" height="${height}"${tall}>`;
}

const line = (name: string, value: Inside): Markup => html`<p><b>${name}</b>　${value}</p>`;

function person(printed: string, channels: readonly SheetChannel[]): Markup {
  const words = channels.length === 0 ? '没有记录，不知道同意没有' : channels.map(answersWords).join('；');
  return html`<li><span class="tick"></span><span><b>${printed}</b>　${words}</span></li>`;
}

/** Beside a picture what a reviewer has to know of it: who is in it and permits it, until when, its rights. */
export function pictureNotes(picture: SheetPicture): Markup {
  const { src, alt, photographer, holder, licence, expires, people, remarks } = picture;
  const nobody = people === null ? '没有写画面里有谁' : '没有认得出的人';
  const shown =
    people === null || people.length === 0
      ? html`<ul><li><span class="tick"></span><span>${nobody}</span></li></ul>`
      : html`<ul>${people.map(({ printed, channels }) => person(printed, channels))}</ul>`;
  const missing = '没有写';
  return html`<aside class="aid" data-aid>${remarks.map((remark) => html`<p class="wrong">${remark}</p>`)}
<p><b>认得出的人</b></p>${shown}
${line('拍摄', photographer || missing)}${line('权利', holder || missing)}${line('凭据', licence || missing)}
${line('用到', expires ?? '不限')}${line('念给看不见的人', alt || missing)}<p class="fact">${src}</p></aside>`;
}

/** Pictures of the file that no reader will see, with the reason. */
export function leftOutSection(pictures: readonly SheetPicture[]): Markup | null {
  if (pictures.length === 0) return null;
  const each = pictures.map(
    (
      picture,
    ) => html`<div class="shown"><figure class="photo">${pictureImage(picture)}<figcaption>${picture.caption}</figcaption></figure>${pictureNotes(picture)}</div>
`,
  );
  return section('网站不放的图', `共${pictures.length}张，稿件里写着，读者看不到`, each);
}
