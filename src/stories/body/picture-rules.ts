import type { Severity } from '#check/finding.ts';
import { type PictureFile, SMALL_WIDTH } from '#domain/stories/picture.ts';
import { clipped } from './problem.ts';

/** Something wrong with what is written about a picture, and at which of its attributes. */
export interface PictureFault {
  readonly on: 'src' | 'alt' | 'expires';
  readonly severity: Severity;
  readonly code: string;
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** What is written about a picture as far as it is written; `rights` is false for a plain Markdown picture. */
interface Written {
  readonly src: string;
  readonly alt: string;
  readonly expires?: string | undefined;
  readonly rights: boolean;
  /** The file itself; null where there is none that can be shown. */
  readonly file: PictureFile | null;
}

const EMPTY_WORDS =
  /^(一?[张幅]?(图|图片|照片|相片|插图|配图|截图|封面[图照]?|题图|首图|头图)|image|img|photo|picture|pic)[\s\d０-９一二三四五六七八九十_-]*$/i;

/** An alternative text that says nothing about what is seen. */
function emptyAlt(alt: string, src: string): string | null {
  if (alt.trim() === '') return '空的';
  const stem = src.replace(/\.[^.]*$/, '');
  const says =
    !EMPTY_WORDS.test(alt.trim()) && ![src, stem].includes(alt.trim()) && !/\.(jpe?g|png|webp|gif|svg)$/i.test(alt);
  return says ? null : `“${clipped(alt)}”`;
}

/** What can be wrong with the words about a picture, whatever is in its file. */
export function pictureFaults(picture: Written, { today, sample }: { today: string; sample: boolean }): PictureFault[] {
  const { src, alt, expires, rights, file } = picture;
  const found: PictureFault[] = [];
  const severity: Severity = rights ? 'error' : 'warning';
  const bad = emptyAlt(alt, src);
  // In a component an empty one, or one of a single character, is told by the rules of attributes.
  if (bad && !(rights && [...alt.trim()].length < 2)) {
    const mend = '写给看不见的人听：谁在哪里做什么，看得见什么。';
    const parts = { code: 'picture-alt', what: '图片的替代文字没有说画面', found: bad, expected: '画面上看得见什么' };
    found.push({ on: 'alt', severity, ...parts, mend });
  }
  // A sample shows how things are written; nobody publishes its pictures.
  if (!rights && !sample) {
    const mend = `改用 <Photo src="${clipped(src)}" …/>，写上说明、作者、权利和认得出的人。`;
    const parts = { code: 'picture-rights', what: '没有写这张图片的权利', found: `![…](${clipped(src)})` };
    found.push({ on: 'src', severity: 'warning', ...parts, expected: '<Photo …/> 组件', mend });
  }
  if (file && file.format !== 'svg' && file.width < SMALL_WIDTH) {
    found.push({
      ...{ on: 'src', severity: 'warning', code: 'picture-small', what: '图片太小，在网页上看不清' },
      ...{ found: `“${clipped(src)}”，宽${file.width}像素`, expected: '宽800像素以上' },
      mend: '找原图换上：微信里先点“查看原图”再保存，网页上不要存缩略图。没有大的，网站就照原样大小放，不放大。',
    });
  }
  if (file?.animated) {
    found.push({
      ...{ on: 'src', severity: 'warning', code: 'picture-animated', what: '会动的图片在网站上不动，只放第一帧' },
      ...{ found: `“${clipped(src)}”`, expected: '一张不动的图片' },
      mend: '挑一帧最清楚的，存成 JPEG 或 PNG 换上；要紧的是经过，就用文字或者几张图写出来。',
    });
  }
  if (expires && /^\d{4}-\d{2}-\d{2}$/.test(expires) && expires < today) {
    const mend = '网站已经不放它：去掉这张图片，或者取得新的许可再改 expires。';
    const parts = {
      code: 'picture-expired',
      what: '图片的使用期限过了',
      found: `最晚用到 ${expires}`,
      expected: `${today} 或者以后`,
    };
    found.push({ on: 'expires', severity: 'warning', ...parts, mend });
  }
  return found;
}
