import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { builtSites } from './built-site.ts';
import { attribute, classed, only, pagesOf, type SitePage, tag, textOf } from './pages.ts';

const { production, based, samples } = await builtSites('production', 'based', 'samples');
const SITES = [
  { name: 'production', site: production },
  { name: 'based', site: based },
  { name: 'samples', site: samples },
];

const isStory = ({ html }: SitePage) => html.includes('property="og:type" content="article"');
const canonical = (page: SitePage) =>
  attribute(
    only(page.root, (e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical', 'link'),
    'href',
  );

describe.each(SITES)('the posters of the site "$name"', ({ site }) => {
  const stories = pagesOf(site).filter(isStory);
  const posterOf = (page: SitePage) =>
    attribute(only(only(page.root, classed('poster'), 'poster'), tag('img'), 'img'), 'src') ?? '';
  const fileOf = (src: string) => join(site.folder, src.slice(site.base.length));

  it('are one for each story that is out, and no more, offered on its page in words that need no script', () => {
    const offered = stories.map((page) => posterOf(page).replace(/^.*\//, ''));
    expect(offered.length).toBeGreaterThan(10);
    expect(readdirSync(join(site.folder, 'posters')).sort()).toEqual([...offered, 'programme.png'].sort());
    for (const page of stories) {
      const poster = only(page.root, classed('poster'), 'poster');
      expect(textOf(poster)).toContain('长按图片保存');
      const img = only(poster, tag('img'), 'img');
      expect([attribute(img, 'width'), attribute(img, 'height'), attribute(img, 'loading')]).toEqual([
        '750',
        '1334',
        'lazy',
      ]);
    }
  });

  it('are one more for the whole programme, with a code that leads to the home page, offered to the press', async () => {
    const { data, info } = await sharp(fileOf(`${site.base}posters/programme.png`))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const home = pagesOf(site).find(({ path }) => path === '/') as SitePage;
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(canonical(home));
    const press = pagesOf(site).find(({ path }) => path === '/media/') as SitePage;
    expect(press.html).toContain(`href="${site.base}posters/programme.png"`);
  });

  it('have a code that leads to the story', async () => {
    for (const page of stories) {
      const { data, info } = await sharp(readFileSync(fileOf(posterOf(page))))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([page.path, info.width, info.height]).toEqual([page.path, 750, 1334]);
      const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
      expect([page.path, code?.data]).toEqual([page.path, canonical(page)]);
    }
  });
});

describe('what is drawn of production', () => {
  it('has no photo of a sample in it, and no picture of a story that is not out', () => {
    const stories = pagesOf(production)
      .filter(isStory)
      .map(({ path }) => path.split('/')[2]);
    const drawn = readdirSync(join(production.folder, 'share', 'stories')).filter(
      (name) => !/\.(?:png|jpg)$/.test(name),
    );
    expect(drawn.sort()).toEqual(stories.sort());
  });
});
