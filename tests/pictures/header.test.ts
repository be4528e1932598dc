import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from '#pictures/header.ts';
import { avifOf, commentSegment, exifSegment, gifOf, jpegOf, pngOf, svgOf, webpOf, withSegments } from './samples.ts';

const refusalOf = (src: string, bytes: Uint8Array) => {
  const header = readPictureHeader(src, bytes);
  return 'refusal' in header ? header.refusal : null;
};
const sizeOf = (src: string, bytes: Uint8Array) => {
  const header = readPictureHeader(src, bytes);
  return 'file' in header ? `${header.file.width}×${header.file.height}` : header.refusal.found;
};

const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#8aa' } });
const FORMATS = [
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
] as const;
const [jpeg, png, webp, gif, tiff] = await Promise.all([
  plain.clone().jpeg().toBuffer(),
  plain.clone().png().toBuffer(),
  plain.clone().webp().toBuffer(),
  plain.clone().gif().toBuffer(),
  plain.clone().tiff().toBuffer(),
]);

describe('the header of a picture', () => {
  it('tells size, kind and the hash of the bytes', () => {
    const hash = createHash('sha256').update(png).digest('hex').slice(0, 16);
    expect(readPictureHeader('孩子的画.PNG', png)).toEqual({
      file: { src: '孩子的画.PNG', hash, width: 60, height: 40, format: 'png' },
    });
    expect([sizeOf('a.jpg', jpeg), sizeOf('a.JPEG', jpeg), sizeOf('a.webp', webp), sizeOf('a.gif', gif)]).toEqual(
      Array(4).fill('60×40'),
    );
  });

  it('tells the size that the decoder comes to, in every kind and however the camera was held', async () => {
    for (const [ending, format] of FORMATS)
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const bytes = await plain.clone().withMetadata({ orientation })[format]().toBuffer();
        const { autoOrient } = await sharp(bytes).metadata();
        const expected = orientation >= 5 ? '40×60' : '60×40';
        expect(`${autoOrient.width}×${autoOrient.height}`).toBe(expected);
        expect([ending, orientation, sizeOf(`a.${ending}`, bytes)]).toEqual([ending, orientation, expected]);
      }
  });

  it('reads every way of writing WebP', async () => {
    for (const options of [{ lossless: true }, { nearLossless: true }, { quality: 1 }, { alphaQuality: 50 }])
      expect(sizeOf('a.webp', await plain.clone().ensureAlpha(0.5).webp(options).toBuffer())).toBe('60×40');
  });

  it('undoes the turning of either byte order, and of a number written too wide; nonsense turns nothing', () => {
    const turned = (segment: Buffer) => sizeOf('a.jpg', jpegOf(60, 40, { before: segment }));
    expect(turned(exifSegment(6))).toBe('40×60');
    expect(turned(exifSegment(6, { big: false }))).toBe('40×60');
    expect(turned(exifSegment(6, { type: 4 }))).toBe('40×60');
    expect(turned(exifSegment(3))).toBe('60×40');
    expect(turned(exifSegment(9))).toBe('60×40');
    expect(turned(exifSegment(6).subarray(0, 20))).toContain('JPEG');
    const damaged = exifSegment(6);
    damaged.writeUInt32BE(0xffffff00, 14);
    expect(turned(damaged)).toBe('60×40');
  });

  it('survives fill bytes, rubbish between segments and a small picture inside the first of them', () => {
    const thumbnail = commentSegment(jpegOf(16, 16).toString('latin1'));
    const odd = Buffer.concat([
      Buffer.from([0xff, 0xff, 0xff]),
      thumbnail.subarray(1),
      Buffer.from([1, 2, 0xff, 0x01, 3]),
    ]);
    expect(sizeOf('a.jpg', withSegments(jpegOf(60, 40), odd))).toBe('60×40');
  });

  it('takes the picture an AVIF shows, not its thumbnail, and turns it', () => {
    expect(sizeOf('a.avif', avifOf(60, 40))).toBe('60×40');
    expect(sizeOf('a.avif', avifOf(60, 40, { turns: 3 }))).toBe('40×60');
  });
});

describe('a file that is not what it is called', () => {
  it('is told by what it is, and how it should be called', () => {
    expect(refusalOf('合影.jpg', png)).toEqual({
      code: 'picture-not-what-named',
      found: '一张 PNG 图片，名字却是“合影.jpg”',
      expected: '名字和内容一致，如“合影.png”',
      mend: '把文件改名为“合影.png”，稿件里写的名字也一起改。',
    });
    expect(refusalOf('a.png', jpeg)?.mend).toContain('“a.jpg”');
    expect(refusalOf('微信图片.jpg', webp)?.mend).toContain('“微信图片.webp”');
    expect(refusalOf('a.jfif', jpeg)?.mend).toContain('“a.jpg”');
    expect(refusalOf('a', jpeg)?.mend).toContain('“a.jpg”');
    expect(refusalOf('a.png', svgOf(''))?.mend).toContain('“a.svg”');
    expect(refusalOf('a.svg', png)?.mend).toContain('“a.png”');
    expect(refusalOf('a.webp', avifOf(60, 40))?.mend).toContain('“a.avif”');
  });

  it.each([
    ['一个空文件（0字节）', ''],
    ['网页（HTML），名字却是“a.png”', '\ufeff<!-- saved -->\n<!DOCTYPE html><html><svg></svg>'],
    ['网页（HTML），名字却是“a.png”', '<script>alert(1)</script>'],
    ['文本文件，名字却是“a.png”', '图片在另一个文件夹里'],
    ['XML 文件，里面不是图，名字却是“a.png”', '<?xml version="1.0"?><note/>'],
    ['认不出是什么的文件，名字却是“a.png”', '\u0001\u0002\u0003'],
  ])('is told as %s', (found, content) => {
    expect(refusalOf('a.png', Buffer.from(content))).toMatchObject({ code: 'picture-not-what-named', found });
  });
});

describe('a kind of file that browsers do not show', () => {
  const latin = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');
  it.each([
    ['手机的 HEIC 照片', avifOf(60, 40, { brand: 'heic' })],
    ['手机的 HEIC 照片', avifOf(60, 40, { brand: 'heix' })],
    ['手机的 HEIC 照片', avifOf(60, 40, { brand: 'mif1' })],
    ['TIFF 图片', tiff],
    ['TIFF 图片', latin('MM\0*')],
    ['BMP 图片', latin('BM\x36\x10\0\0')],
    ['Photoshop 的 PSD 文件', latin('8BPS\0\x01')],
    ['ICO 图标', latin('\0\0\x01\0\x01\0')],
    ['JPEG XL 图片', latin('\xff\x0a')],
    ['JPEG 2000 图片', latin('\0\0\0\x0cjP  \r\n')],
    ['PDF 文件', latin('%PDF-1.7\n')],
    ['PostScript（EPS、AI）文件', latin('%!PS-Adobe-3.0 EPSF-3.0')],
    ['视频', latin('\0\0\0\x14ftypqt  \0\0\0\0qt  ')],
    ['压缩包或者 Office 文件', latin('PK\x03\x04')],
    ['压缩过的文件（如 SVGZ）', latin('\x1f\x8b\x08')],
  ])('is called %s, whatever its name says', (name, bytes) => {
    expect(refusalOf('a.jpg', bytes)).toMatchObject({ code: 'picture-type', found: `${name}，名字却是“a.jpg”` });
    expect(refusalOf('a.xyz', bytes)).toMatchObject({ code: 'picture-type', found: name });
  });

  it('comes with the way out: the photo of a phone is to be stored as JPEG', () => {
    expect(refusalOf('IMG_0001.HEIC', avifOf(60, 40, { brand: 'heic' }))).toEqual({
      code: 'picture-type',
      found: '手机的 HEIC 照片',
      expected: 'JPEG、PNG、WebP、AVIF、GIF 或 SVG 图片',
      mend: '手机的 HEIC 照片浏览器打不开，请先存成 JPEG（.jpg）：用看图软件打开，另存为 JPEG。',
    });
    expect(refusalOf('a.jpg', jpegOf(60, 40, { frame: 0xc3 }))?.code).toBe('picture-type');
  });
});

describe('a broken picture', () => {
  it.each([
    ['a.png', pngOf(0, 40), '宽0、高40像素的 PNG 图片，多半是坏了'],
    ['a.jpg', jpegOf(60, 0), '宽60、高0像素的 JPEG 图片，多半是坏了'],
    ['a.gif', gifOf(0, 0), '宽0、高0像素的 GIF 图片，多半是坏了'],
    ['a.avif', avifOf(0, 9), '宽0、高9像素的 AVIF 图片，多半是坏了'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), '没有画面的 JPEG 图片，多半是坏了'],
    [
      'a.webp',
      Buffer.concat([webpOf(9, 9).subarray(0, 12), Buffer.from('VP9 '), Buffer.alloc(14)]),
      '读不出大小的 WebP 图片，多半是坏了',
    ],
  ])('is told: %s', (src, bytes, found) => {
    expect(refusalOf(src, bytes)).toMatchObject({ code: 'picture-broken', found });
  });

  it('is told wherever it is cut: no half of a picture passes, and nothing is thrown', async () => {
    const avif = await plain.clone().avif().toBuffer();
    for (const [ending, whole] of [
      ['jpg', jpeg],
      ['png', png],
      ['webp', webp],
      ['avif', avif],
    ] as const)
      for (let length = 12; length < whole.length; length++) {
        const refusal = refusalOf(`a.${ending}`, whole.subarray(0, length));
        expect([ending, length, refusal?.code]).toEqual([ending, length, 'picture-broken']);
      }
  });

  it('never throws and never hangs, whatever is changed in it', async () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const avif = await plain.clone().avif().toBuffer();
    const files = [
      ['jpg', jpeg],
      ['png', png],
      ['webp', webp],
      ['gif', gif],
      ['avif', avif],
      ['svg', svgOf('<path d="M0 0h9"/>')],
    ] as const;
    for (let round = 0; round < 3000; round++) {
      const [ending, whole] = files[round % files.length]!;
      const bytes = Buffer.from(whole);
      for (let changes = 1 + random(4); changes > 0; changes--)
        bytes[random(Math.min(bytes.length, 400))] = random(256);
      const header = readPictureHeader(`a.${ending}`, bytes);
      if ('file' in header) expect(header.file.width * header.file.height).toBeGreaterThan(0);
      else expect(header.refusal.mend).not.toBe('');
    }
  });
});

describe('the name of a picture', () => {
  it.each(['', '../a.png', 'b/a.png', 'b\\a.png', '/a.png', 'C:\\a.png', '..', '.a.png', 'a..png', 'https://a/b.png'])(
    'is a plain file name: “%s” is refused',
    (src) => expect(refusalOf(src, png)?.code).toBe('picture-name'),
  );

  it.each(['a\0.png', 'a\n.png', ' a.png', 'a.png ', 'a?.png', 'a|b.png', 'gnp.\u202ea.png', `${'长'.repeat(70)}.png`])(
    'holds nothing that hides what it is or cannot be copied: “%s” is refused',
    (src) => expect(refusalOf(src, png)?.code).toBe('picture-name'),
  );

  it.each(['孩子的画.png', '照片 1（合影）.PNG', 'IMG_0001-编辑.png', 'བོད.png', 'a.b.png'])('may be “%s”', (src) =>
    expect(refusalOf(src, png)).toBeNull(),
  );
});
