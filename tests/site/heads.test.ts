import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type BuiltSite, builtSites } from './built-site.ts';
import { attribute, type Element, elements, fileBehind, only, pagesOf, readText, type SitePage, tag } from './pages.ts';

/** What stands in the pages of others is no page that anybody passes on. */
const pagesAlone = (site: BuiltSite) => pagesOf(site).filter(({ path }) => !path.startsWith('/embed/'));

const { production, based, samples, region } = await builtSites('production', 'based', 'samples', 'region');
const SITES = [
  { name: 'production', site: production, address: 'https://xiangqing.example.invalid' },
  { name: 'based', site: based, address: 'https://xiangqing.example.invalid' },
  { name: 'samples', site: samples, address: 'https://xiangqing.example.invalid' },
  { name: 'region', site: region, address: 'https://qinghe.region.internal' },
];

/** The contents of the metas of a page that have a value in one of the attributes. */
const metas = (page: SitePage, name: string) =>
  elements(page.root, tag('meta'))
    .filter((meta) => ['name', 'property', 'itemprop'].some((key) => attribute(meta, key) === name))
    .map((meta) => attribute(meta, 'content') ?? '');
const linksTo = (page: SitePage, rel: string) =>
  elements(page.root, (e: Element) => e.tagName === 'link' && attribute(e, 'rel') === rel).map(
    (link) => attribute(link, 'href') ?? '',
  );
/** The pixels of a picture at a whole address of the site; null where nothing lies there. */
async function sizeAt(site: BuiltSite, address: string, whole: string) {
  const file = whole.startsWith(address) ? fileBehind(site, whole.slice(address.length)) : null;
  if (file === null) return null;
  const { width, height, autoOrient } = await sharp(readFileSync(join(site.folder, file))).metadata();
  return { width: autoOrient.width ?? width, height: autoOrient.height ?? height };
}

describe.each(SITES)('what a link to a page of the site "$name" is shown with', ({ site, address }) => {
  const pages = pagesAlone(site);

  it('is title, sentence and picture, once for each who asks, the same for all', () => {
    for (const page of pages) {
      const once = ['og:title', 'og:description', 'og:image', 'og:url', 'og:type', 'twitter:card', 'name', 'image'];
      for (const name of once) {
        const [value = '', ...more] = metas(page, name);
        expect([page.path, name, value.trim() !== '', more]).toEqual([page.path, name, true, []]);
      }
      expect([page.path, metas(page, 'og:title')]).toEqual([page.path, metas(page, 'name')]);
      // Of the sentence search engines have one more, in their own attribute.
      expect(new Set([...metas(page, 'description'), ...metas(page, 'og:description')]).size).toBe(1);
    }
  });

  it('is written so that HTML allows it: what is said of something stands in it', () => {
    for (const page of pages) {
      expect(attribute(only(page.root, tag('html'), 'html'), 'itemscope')).toBe('');
      const keys = ['name', 'http-equiv', 'charset', 'itemprop'];
      const unclear = elements(page.root, tag('meta')).filter(
        (meta) =>
          keys.filter((key) => attribute(meta, key) !== null).length !== 1 && attribute(meta, 'property') === null,
      );
      expect([page.path, unclear.length]).toEqual([page.path, 0]);
    }
  });

  it('is a picture of the page, or of the list it belongs to, a wide one and a square one: files of this site, as large as is said', async () => {
    const known = new Map<string, Awaited<ReturnType<typeof sizeAt>>>();
    const shown = async (src: string) => {
      if (!known.has(src)) known.set(src, await sizeAt(site, address, src));
      return known.get(src);
    };
    for (const page of pages) {
      const [wide = '', square = ''] = [...metas(page, 'og:image'), ...metas(page, 'image')];
      const [width, height] = ['og:image:width', 'og:image:height'].map((name) => Number(metas(page, name)[0]));
      expect([page.path, width, height, metas(page, 'twitter:card')]).toEqual([
        ...[page.path, 1200, 630, ['summary_large_image']],
      ]);
      expect([page.path, await shown(wide)]).toEqual([page.path, { width, height }]);
      expect([page.path, await shown(square)]).toEqual([page.path, { width: 300, height: 300 }]);
    }
  });

  it('is one of its own for a story, a place, a project; facts and further pages of a list have that of the list', () => {
    const pictured = (path: string) => metas(pages.find((page) => page.path === path) as SitePage, 'og:image')[0];
    const [alone, shared] = [/^\/(?:townships|projects|pairings)\/[^/]+\/$/, /^\/(facts|stories)\/(?:page\/|by\/|.*)/];
    const own = pages.filter(({ path }) => alone.test(path)).map(({ path }) => pictured(path));
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own).size).toBe(own.length);
    for (const { path } of pages) {
      const list = shared.exec(path)?.[1];
      const further = list === 'facts' || /^\/stories\/(?:page|by)\//.test(path);
      if (list && further) expect([path, pictured(path)]).toEqual([path, pictured(`/${list}/`)]);
    }
  });

  it('leaves nothing in the page of what it was drawn by', () => {
    expect(pages.filter(({ html }) => html.includes('drawn-as')).map(({ path }) => path)).toEqual([]);
  });
});

describe.each(SITES)('the mark of the site "$name" on a device', ({ site, address }) => {
  const pages = pagesAlone(site);

  it('is a picture as large as its place, named on every page', async () => {
    for (const page of pages) {
      expect(linksTo(page, 'apple-touch-icon')).toEqual([`${site.base}apple-touch-icon.png`]);
      expect(linksTo(page, 'manifest')).toEqual([`${site.base}site.webmanifest`]);
    }
    expect(await sizeAt(site, address, `${address}${site.base}apple-touch-icon.png`)).toEqual({
      width: 180,
      height: 180,
    });
  });

  it('is in the manifest in the sizes that it names, under the path of the site', async () => {
    const manifest = JSON.parse(readText(site, '/site.webmanifest'));
    expect(manifest).toMatchObject({ start_url: site.base, scope: site.base, lang: 'zh-CN', display: 'browser' });
    expect(manifest.name).toBe(metas(pages[0] as SitePage, 'og:site_name')[0]);
    expect(manifest.icons.length).toBe(3);
    for (const { src, sizes, type } of manifest.icons) {
      expect(src.startsWith(site.base)).toBe(true);
      expect(fileBehind(site, src)).not.toBeNull();
      if (type !== 'image/png') continue;
      const [width, height] = sizes.split('x').map(Number);
      expect(await sizeAt(site, address, address + src)).toEqual({ width, height });
    }
  });
});
