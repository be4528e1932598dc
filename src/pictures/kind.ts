import type { PictureFile } from '#domain/stories/picture.ts';

export type PictureKind = PictureFile['format'];

/** What the kinds are called in a message. */
export const KIND_NAMES: Readonly<Record<PictureKind, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  svg: 'SVG',
};

/** Kinds of file that are no picture for the site: what a clerk calls them, and how they become one. */
const OTHERS = {
  heic: ['手机的 HEIC 照片', '手机的 HEIC 照片浏览器打不开，请先存成 JPEG（.jpg）：用看图软件打开，另存为 JPEG。'],
  tiff: ['TIFF 图片', '用看图软件打开，另存为 JPEG（照片）或 PNG（画）。'],
  bmp: ['BMP 图片', '用看图软件打开，另存为 JPEG（照片）或 PNG（画）。'],
  psd: ['Photoshop 的 PSD 文件', '在 Photoshop 里导出为 JPEG（照片）或 PNG（画）。'],
  ico: ['ICO 图标', '用看图软件打开，另存为 PNG。'],
  jxl: ['JPEG XL 图片', '用看图软件打开，另存为 JPEG（.jpg）。'],
  jp2: ['JPEG 2000 图片', '用看图软件打开，另存为 JPEG（.jpg）。'],
  pdf: ['PDF 文件', '把要用的那一页导出为 PNG 或 JPEG 图片。'],
  postscript: ['PostScript（EPS、AI）文件', '在画图软件里导出为 SVG 或 PNG。'],
  video: ['视频', '网站的稿件里放图片：从视频里截一张图，存成 JPEG。'],
  zip: ['压缩包或者 Office 文件', '从里面取出图片，存成 JPEG 或 PNG，再放到稿件旁边。'],
  gzip: ['压缩过的文件（如 SVGZ）', '先解压缩；SVGZ 请在画图软件里另存为不压缩的 SVG。'],
  html: ['网页（HTML）', '这是把网页存下来了：打开网页，在图片上点右键，选“图片另存为”。'],
  xml: ['XML 文件，里面不是图', '换成真正的图片文件。'],
  text: ['文本文件', '换成真正的图片文件。'],
  unknown: ['认不出是什么的文件', '换成 JPEG、PNG、WebP、AVIF、GIF 或 SVG 图片。'],
} as const;

export type OtherKind = keyof typeof OTHERS;

export const nameOfOther = (kind: OtherKind) => OTHERS[kind][0];
export const mendOfOther = (kind: OtherKind) => OTHERS[kind][1];

/** How files begin: bytes as Latin letters, a dot stands for any. Tried from top to bottom. */
const BEGINNINGS: readonly (readonly [PictureKind | OtherKind, ...string[]])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF87a', 'GIF89a'],
  ['webp', 'RIFF....WEBP'],
  ['tiff', 'II\x2a\0', 'MM\0\x2a', 'II\x2b\0', 'MM\0\x2b'],
  ['bmp', 'BM....\0\0\0\0'],
  ['psd', '8BPS'],
  ['ico', '\0\0\x01\0', '\0\0\x02\0'],
  ['jxl', '\xff\x0a', '\0\0\0\x0cJXL '],
  ['jp2', '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'],
  ['pdf', '%PDF-'],
  ['postscript', '%!PS', '\xc5\xd0\xd3\xc6'],
  ['zip', 'PK\x03\x04', 'Rar!', '7z\xbc\xaf', '\xd0\xcf\x11\xe0'],
  ['gzip', '\x1f\x8b'],
  ['video', '\x1a\x45\xdf\xa3', 'RIFF....AVI ', 'FLV', '....moov', '....mdat', '....wide', '....free'],
];

const begins = (latin: string, beginning: string) =>
  [...beginning].every((letter, i) => letter === '.' || letter === latin[i]);

/** How much of a file its kind shows in: drawings may begin with a long comment. */
const HEAD = 65_536;

/** What a file is by its first bytes, whatever it is called. Never throws. */
export function kindOf(bytes: Uint8Array): PictureKind | OtherKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  const latin = head.toString('latin1');
  if (begins(latin, '....ftyp')) return kindByBrands(latin);
  const found = BEGINNINGS.find(([, ...beginnings]) => beginnings.some((beginning) => begins(latin, beginning)));
  return found?.[0] ?? kindOfText(head);
}

/** AVIF, HEIC and films share one container and name themselves in a list of four-letter brands. */
function kindByBrands(latin: string): PictureKind | OtherKind {
  const size = Math.min(latin.charCodeAt(2) * 256 + latin.charCodeAt(3), latin.length);
  const brands = latin.slice(8, size).match(/.{4}/gs) ?? [];
  if (brands.some((brand) => /^(hei[cxms]|hev[cxms])$/.test(brand))) return 'heic';
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return 'avif';
  return brands.some((brand) => /^(mif1|msf1|heif)$/.test(brand)) ? 'heic' : 'video';
}

/** What may stand before the first tag: spaces, comments, instructions to programs. */
const PREFACE = /^(?:\s|<!--.*?-->|<\?.*?\?>)*/s;

function kindOfText(head: Buffer): PictureKind | OtherKind {
  const [little, big] = [head[0] === 0xff && head[1] === 0xfe, head[0] === 0xfe && head[1] === 0xff];
  const text = new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(head);
  const start = text.replace(PREFACE, '');
  if (/^<!doctype\s+svg|^<([\w-]+:)?svg[\s/>]/i.test(start)) return 'svg';
  if (/^<(!doctype\s+html|html|head|body|meta|title|script|div|p|img|iframe)\b/i.test(start)) return 'html';
  // No text holds control characters or broken letters, every other kind of file does; the last letter may be cut.
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text) || text.slice(0, -4).includes('\ufffd')) return 'unknown';
  return /^<[?!\w]/.test(start) ? 'xml' : 'text';
}
