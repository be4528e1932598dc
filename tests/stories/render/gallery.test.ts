import { describe, expect, it } from 'vitest';
import { rowsOf } from '#domain/stories/gallery-rows.ts';
import { componentHtml, pageMedium } from '#stories/render/page.ts';
import { LOOKUP } from './lookup.ts';

const broad = { width: 1200, height: 900 };
const upright = { width: 900, height: 1200 };
const square = { width: 1000, height: 1000 };
const tall = { width: 600, height: 2400 };
const small = { width: 300, height: 200 };
const strip = { width: 1200, height: 300 };
const lengths = (...photos: { width: number; height: number }[]) => rowsOf(photos).map((row) => row.length);

describe('the rows of a gallery', () => {
  it('hold two broad photos each, three upright ones, or what makes rows of about one height', () => {
    expect(lengths(broad, broad)).toEqual([2]);
    expect(lengths(broad, broad, broad, broad)).toEqual([2, 2]);
    expect(lengths(upright, upright, upright)).toEqual([3]);
    expect(lengths(upright, upright, broad, square, broad)).toEqual([3, 2]);
    expect(lengths(strip, broad, broad)).toEqual([1, 2]);
  });

  it('leave a photo alone beside which no caption would have room', () => {
    expect(lengths(broad, tall, broad)).toEqual([1, 1, 1]);
  });

  it('are none where there is no photo, and keep all of many in their order', () => {
    expect(rowsOf([])).toEqual([]);
    const many = Array.from({ length: 60 }, (_, i) => ({ ...(i % 3 ? broad : upright), i }));
    const rows = rowsOf(many);
    expect(rows.flat().map(({ i }) => i)).toEqual(many.map(({ i }) => i));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(6);
  });
});

const figure = ({ width, height }: { width: number; height: number }, alt = '一座桥') =>
  `<figure class="photo"><picture><source srcset="a.avif 480w" sizes="100vw"><img src="a.jpg" width="${width}" height="${height}" alt="${alt}"></picture><figcaption>桥</figcaption></figure>`;
const MEDIUM = pageMedium({ lookup: LOOKUP, level: 3, band: '' });
const justified = (photos: string) => componentHtml('Gallery', {}, photos, MEDIUM);
const sizesIn = (html: string) =>
  [...html.matchAll(/<img src="a\.jpg" width="(\d+)" height="(\d+)"/g)].map(([, w, h]) => [Number(w), Number(h)]);

describe('the photos of a gallery', () => {
  it('have the widths they would have at one height, so that what flex takes from them leaves them equally high', () => {
    expect(sizesIn(justified(figure(broad) + figure(upright)))).toEqual([
      [1200, 900],
      [675, 900],
    ]);
  });

  it('are as large as the smallest of their row at most: none is blown up', () => {
    for (const [, height = 0] of sizesIn(justified(figure(small) + figure(square)))) expect(height).toBe(200);
  });

  it('are fetched at the width at which they come out', () => {
    const html = justified(figure(upright) + figure(upright) + figure(upright));
    expect(html.match(/sizes="[^"]*"/g)).toEqual([
      'sizes="(min-width:40rem) 13rem, 46vw"',
      'sizes="(min-width:40rem) 13rem, 46vw"',
      'sizes="(min-width:40rem) 13rem, 100vw"',
    ]);
  });

  it('stand in pairs on a phone where two that follow each other are upright', () => {
    const html = justified(figure(upright) + figure(upright) + figure(upright));
    expect(html.match(/<div class="pair">/g)).toHaveLength(1);
    expect(justified(figure(broad) + figure(broad))).not.toContain('pair');
  });

  it('keep their words, whatever these look like, and lose none among plain pictures', () => {
    const words =
      '宽 width=&quot;9&quot; height=&quot;9&quot; sizes=&quot;1&quot; </figure><figure class=&quot;photo&quot;>';
    const plain =
      '<p><span class="photo"><picture><img src="a.jpg" width="800" height="600" alt="二"></picture></span></p>';
    const html = justified(`${figure(broad, words)}\n${plain}\n`);
    expect(html).toContain(`alt="${words}"`);
    expect(sizesIn(html)).toEqual([
      [800, 600],
      [800, 600],
    ]);
  });

  it('come from the components as they are written', () => {
    const rights = { photographer: '甲', holder: '乙', licence: '授权', people: '无' };
    const photo = componentHtml('Photo', { src: 'a.jpg', alt: '一座桥', caption: '桥', ...rights }, '', MEDIUM);
    const html = componentHtml('Gallery', { caption: '两座桥' }, `${photo}${photo}`, MEDIUM);
    expect(html).toContain('<section class="gallery" aria-label="两座桥"><div><div class="row"><figure class="photo">');
    expect(html.match(/<figcaption>桥/g)).toHaveLength(2);
    expect(html).toContain('</div></div><p class="cap">两座桥</p></section>');
  });
});
