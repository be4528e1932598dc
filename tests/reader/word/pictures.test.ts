import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { type DocxWords, p, picture, r } from '../../fixtures/word/write-docx.ts';
import { leftOf, linesOf, manuscriptOf } from './shown.ts';

/** Four quarters in four colours, told by one letter each: red green / blue yellow. */
const QUARTERS: Readonly<Record<string, readonly [number, number, number]>> = {
  r: [220, 0, 0],
  g: [0, 180, 0],
  b: [0, 0, 220],
  y: [230, 220, 0],
};

/** A picture 40 by 24 of those quarters. */
async function quarters(): Promise<Sharp> {
  const [width, height] = [40, 24];
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const letter = (y < height / 2 ? 'rg' : 'by')[x < width / 2 ? 0 : 1] ?? 'r';
      pixels.set(QUARTERS[letter] ?? [], (y * width + x) * 3);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const png = async () => (await quarters()).png().toBuffer();
const jpeg = async (orientation = 1) =>
  (await quarters()).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();

/** The letters of the four corners, from left to right and from top to bottom, and the size. */
async function seen(file: string): Promise<string> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const letterAt = (x: number, y: number) => {
    const at = (y * width + x) * channels;
    const far = ([red, green, blue]: readonly number[]) =>
      Math.abs((data[at] ?? 0) - (red ?? 0)) +
      Math.abs((data[at + 1] ?? 0) - (green ?? 0)) +
      Math.abs((data[at + 2] ?? 0) - (blue ?? 0));
    return Object.entries(QUARTERS).sort(([, a], [, b]) => far(a) - far(b))[0]?.[0] ?? '';
  };
  const [right, bottom] = [width - 3, height - 3];
  return `${letterAt(2, 2)}${letterAt(right, 2)}${letterAt(2, bottom)}${letterAt(right, bottom)} ${width}×${height}`;
}

/** The pixels of those quarters as Windows writes them: from the bottom, blue first. */
function bmp(pixels: Buffer): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  for (const [at, value] of [
    [18, 40],
    [22, 24],
  ] as const)
    head.writeInt32LE(value, at);
  head.writeUInt16LE(24, 28);
  const rows = Array.from({ length: 24 }, (_, y) => pixels.subarray(y * 120, y * 120 + 120)).reverse();
  const turned = Buffer.alloc(24 * 120);
  rows.forEach((row, y) => {
    for (let x = 0; x < 120; x += 3) turned.set([row[x + 2] ?? 0, row[x + 1] ?? 0, row[x] ?? 0], y * 120 + x);
  });
  return Buffer.concat([head, turned]);
}

/** A document with these pictures, each as `picture` writes it. */
const withPictures = (
  media: Readonly<Record<string, Uint8Array>>,
  uses: readonly (readonly [name: string, words?: Parameters<typeof picture>[1]])[],
): DocxWords => {
  const names = Object.keys(media);
  return {
    body: uses.map(([name, words]) => p(picture(`rId${names.indexOf(name)}`, words))).join(''),
    rels: Object.fromEntries(names.map((name, i) => [`rId${i}`, ['image', `media/${name}`] as const])),
    parts: Object.fromEntries(names.map((name) => [`word/media/${name}`, media[name] ?? null])),
  };
};

const one = async (bytes: Uint8Array, words?: Parameters<typeof picture>[1]) => {
  const { pictures, left } = await manuscriptOf(withPictures({ 'a.png': bytes }, [['a.png', words]]));
  const [made] = pictures;
  return made ? `${made.kind} ${await seen(made.file)}` : (left[0]?.what ?? '');
};

describe('a picture of a document', () => {
  it('keeps its bytes where nothing has to change', async () => {
    const bytes = await png();
    const { pictures } = await manuscriptOf(withPictures({ 'a.png': bytes }, [['a.png']]));
    expect(pictures).toMatchObject([{ id: 'picture-1', kind: 'png', width: 40, height: 24 }]);
    expect(Buffer.compare(readFileSync(pictures[0]?.file ?? ''), bytes)).toBe(0);
  });

  it('loses what a camera wrote into it, not one pixel with it', async () => {
    const bytes = await (await quarters())
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera', Copyright: 'Somebody' }, IFD3: { GPSLatitude: '29/1' } })
      .toBuffer();
    expect(bytes.includes('Somebody')).toBe(true);
    const { pictures } = await manuscriptOf(withPictures({ 'a.jpg': bytes }, [['a.jpg']]));
    expect(readFileSync(pictures[0]?.file ?? '').includes('Somebody')).toBe(false);
    expect(await sharp(pictures[0]?.file).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
  });

  it('is told by its bytes, not by its name', async () => {
    expect(await one(await jpeg())).toBe('jpeg rgby 40×24');
  });

  it('is upright however the camera was held', async () => {
    const ways = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (way) => one(await jpeg(way), { size: [24, 40] })),
    );
    expect(ways).toEqual([
      ...['jpeg rgby 40×24', 'jpeg gryb 40×24', 'jpeg ybgr 40×24', 'jpeg byrg 40×24'],
      ...['jpeg rbgy 24×40', 'jpeg bryg 24×40', 'jpeg ygbr 24×40', 'jpeg gyrb 24×40'],
    ]);
  });

  it('is cut, mirrored and turned as the document shows it, in this order', async () => {
    const bytes = await png();
    expect(await one(bytes, { crop: 'l="50000"' })).toBe('png ggyy 20×24');
    expect(await one(bytes, { crop: 'l="-20000" t="50000" r="25000"' })).toBe('png byby 30×12');
    expect(await one(bytes, { xfrm: 'rot="5400000"' })).toBe('png bryg 24×40');
    expect(await one(bytes, { xfrm: 'rot="10800000"' })).toBe('png ybgr 40×24');
    expect(await one(bytes, { xfrm: 'rot="16200000"' })).toBe('png gyrb 24×40');
    expect(await one(bytes, { xfrm: 'flipH="1"' })).toBe('png gryb 40×24');
    expect(await one(bytes, { xfrm: 'flipV="1"' })).toBe('png byrg 40×24');
    expect(await one(bytes, { xfrm: 'rot="5400000" flipH="1"' })).toBe('png ygbr 24×40');
    expect(await one(bytes, { crop: 'l="50000"', xfrm: 'rot="5400000"' })).toBe('png ygyg 24×20');
    expect(await one(bytes, { xfrm: 'rot="600000"' })).toBe('png rgby 40×24');
  });

  it('is turned once where Word wrote the turning of the camera into the document', async () => {
    const held = await jpeg(6);
    expect(await one(held, { xfrm: 'rot="5400000"', size: [400, 240] })).toBe('jpeg bryg 24×40');
    expect(await one(held, { xfrm: 'rot="10800000"', size: [240, 400] })).toBe('jpeg gyrb 24×40');
    expect(await one(await jpeg(3), { xfrm: 'rot="10800000"', size: [400, 240] })).toBe('jpeg ybgr 40×24');
    // Cut as the camera wrote it: the right half of that is the lower half of what is seen.
    expect(await one(held, { crop: 'l="50000"', size: [200, 240] })).toBe('jpeg ygyg 24×20');
  });

  it('is there once, however often and under whatever name the same is shown', async () => {
    const bytes = await png();
    const words = withPictures({ 'a.png': bytes, 'b.png': bytes }, [
      ['a.png', { descr: '一片田' }],
      ['b.png'],
      ['a.png', { crop: 'r="50000"' }],
      ['b.png', { crop: 'r="50000"' }],
    ]);
    const { pictures } = await manuscriptOf(words);
    expect(pictures.map(({ id, width }) => [id, width])).toEqual([
      ['picture-1', 40],
      ['picture-2', 20],
    ]);
    expect(await linesOf(words)).toEqual([
      '〔图 picture-1 一片田〕',
      '〔图 picture-1〕',
      '〔图 picture-2〕',
      '〔图 picture-2〕',
    ]);
  });

  it('has the description that somebody wrote, none that a program did', async () => {
    const bytes = await png();
    const descriptions = [
      '图片 1',
      'IMG_2034.JPG',
      'C:\\a\\b.png',
      'f2deb48f8c54',
      '一群人站着\n描述已自动生成',
      '同学们 在读信',
      '微信图片_20190508',
    ];
    const words = withPictures(
      { 'a.png': bytes },
      descriptions.map((descr) => ['a.png', { descr }] as const),
    );
    expect(await linesOf(words)).toEqual(
      descriptions.map((descr) => (descr.startsWith('同学') ? '〔图 picture-1 同学们 在读信〕' : '〔图 picture-1〕')),
    );
  });

  it('of another kind becomes one of two, the first frame of one that moves', async () => {
    const gif = await (await quarters()).gif().toBuffer();
    const webp = await (await quarters()).webp({ quality: 95 }).toBuffer();
    const tiff = await (await quarters()).tiff().toBuffer();
    expect(await one(gif)).toBe('png rgby 40×24');
    expect(await one(webp)).toBe('jpeg rgby 40×24');
    expect(await one(tiff)).toBe('png rgby 40×24');
    const { data } = await (await quarters()).raw().toBuffer({ resolveWithObject: true });
    expect(await one(bmp(data), { crop: 'l="50000"' })).toBe('png ggyy 20×24');
  });

  it('that cannot be shown is named, with the words beside it', async () => {
    const emf = Buffer.alloc(60);
    emf.writeUInt32LE(1, 0);
    emf.write(' EMF', 40, 'latin1');
    const bomb = Buffer.from(await png());
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const media = {
      'a.emf': emf,
      'b.bmp': Buffer.concat([Buffer.from('BM\x10\0\0\0\0\0\0\0', 'latin1'), Buffer.alloc(60)]),
      'c.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
      'd.png': Buffer.from('<!DOCTYPE html><html><body>这里没有图</body></html>'),
      'e.png': new Uint8Array(),
      'f.png': bomb,
      'g.png': (await png()).subarray(0, 60),
      'h.png': Buffer.alloc(60, 7),
    };
    const words = withPictures(
      media,
      Object.keys(media).map((name) => [name] as const),
    );
    expect(await leftOf({ ...words, body: p('上文') + words.body })).toEqual([
      'EMF 图片：上文',
      '图片（读不出大小的 BMP 图片，多半是坏了）：上文',
      'SVG 图片：上文',
      '放在图片位置上的网页（HTML）：上文',
      '图片（空的，0字节）：上文',
      '图片（60000×60000像素，共36.0亿像素）：上文',
      '图片（读不出大小的 PNG 图片，多半是坏了）：上文',
      '放在图片位置上的认不出是什么的文件：上文',
    ]);
  });

  it('elsewhere is never asked for', async () => {
    const words = {
      body: p(picture('rId1', { link: true })) + p(picture('rId2')) + p(picture('rId3')) + p(r('下')),
      rels: {
        rId1: ['image', 'http://127.0.0.1:1/a.png', true],
        rId2: ['image', 'media/none.png'],
      },
    } as const;
    expect(await leftOf(words)).toEqual([
      '图片（在别处：http://127.0.0.1:1/a.png，没有去取）',
      '图片（文件里没有它）',
      '图片（文件里没有它）',
    ]);
  });

  it('is also one of VML, of a group, and of a shape that is filled with it', async () => {
    const media = { 'a.png': await png() };
    const vml =
      '<w:r><w:pict><v:shapetype id="t"><v:imagedata r:id="rId9"/></v:shapetype><v:shape style="width:40pt;height:24pt;rotation:90" alt="旧的"><v:imagedata r:id="rId0" cropleft="32768f"/></v:shape></w:pict></w:r>';
    const group = picture('rId0')
      .replace('<pic:pic>', '<wpg:wgp><wpg:grpSpPr><a:xfrm rot="10800000"/></wpg:grpSpPr><pic:pic>')
      .replace('</pic:pic>', '</pic:pic></wpg:wgp>');
    const filled =
      '<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="a"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="rId0"/></a:blipFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>';
    const { body: _, ...rest } = withPictures(media, []);
    const words = { ...rest, body: p(vml) + p(group) + p(filled) };
    const { pictures } = await manuscriptOf(words);
    expect(await Promise.all(pictures.map(({ file }) => seen(file)))).toEqual([
      'ygyg 24×20',
      'ybgr 40×24',
      'rgby 40×24',
    ]);
    expect(await linesOf(words)).toEqual(['〔图 picture-1 旧的〕', '〔图 picture-2〕', '〔图 picture-3〕']);
  });
});
