import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { iconSvg, markSvg } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { iconPng } from '#exports/icons/icon.ts';
import { webManifest } from '#exports/icons/manifest.ts';

const sizes = [8, 5, 4, 11];
const cloth = weaveCloth(sizes, [undefined, undefined, undefined, undefined], null);

describe('the mark as a picture', () => {
  it('is as large as it is asked to be, whole of colour, with the bars of the mark from top to bottom', async () => {
    for (const side of [180, 512]) {
      const { data, info } = await sharp(await iconPng(iconSvg(cloth, side, sizes)))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([side, side]);
      const at = (y: number) => `#${data.subarray(y * side * 3, y * side * 3 + 3).toString('hex')}`;
      const seen = [...new Set(Array.from({ length: side }, (_, y) => at(y)))];
      expect(seen).toEqual(cloth.hues.map(({ light }) => light.text));
    }
  });

  it('is the same bytes each time', async () => {
    const [one, two] = await Promise.all([iconPng(iconSvg(cloth, 192, sizes)), iconPng(iconSvg(cloth, 192, sizes))]);
    expect(one.equals(two)).toBe(true);
  });

  it('has one look, and the mark of the browser’s own bars two', () => {
    expect([iconSvg(cloth, 180, sizes).includes('dark'), markSvg(cloth, sizes).includes('dark')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('the manifest', () => {
  it('names the site, stays under its path, and pretends to be no program', () => {
    const icons = [{ src: '/aid/icon-192.png', sizes: '192x192', type: 'image/png' }];
    expect(webManifest({ name: '甲援乙', description: '一句话。', home: '/aid/', icons })).toMatchObject({
      ...{ name: '甲援乙', start_url: '/aid/', scope: '/aid/', display: 'browser', lang: 'zh-CN', icons },
    });
  });
});
