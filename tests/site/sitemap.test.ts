import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sitemapFaults } from '../exports/standards/sitemap.ts';
import { builtSites } from './built-site.ts';
import { attribute, elements, pagesOf, readText, type SitePage } from './pages.ts';

const { production, based, samples, archive, region } = await builtSites(
  'production',
  'based',
  'samples',
  'archive',
  'region',
);
const ADDRESS = 'https://xiangqing.example.invalid';
const SITES = [
  { name: 'production', site: production, address: ADDRESS },
  { name: 'based', site: based, address: ADDRESS },
  { name: 'archive', site: archive, address: ADDRESS },
  { name: 'region', site: region, address: 'https://qinghe.region.internal' },
];
const isHidden = (page: SitePage) =>
  elements(page.root, (e) => attribute(e, 'name') === 'robots' && attribute(e, 'content') === 'noindex').length > 0;

describe.each(SITES)('the map of the site "$name" for search engines', ({ site, address }) => {
  const root = address + site.base;
  const index = readText(site, '/sitemap-index.xml');
  const maps = Array.from(index.matchAll(/<loc>([^<]+)<\/loc>/g), ([, loc = '']) => loc.replace(root, '/'));
  const xml = maps.map((file) => readText(site, file));

  it('keeps the schema of sitemaps.org, as does the index that leads to it', () => {
    expect(sitemapFaults(index, root)).toEqual([]);
    expect(maps.length).toBeGreaterThan(0);
    for (const one of xml) expect(sitemapFaults(one, root)).toEqual([]);
  });

  it('lists every page but those that no search engine may keep, each with a day', () => {
    const entries = xml.flatMap((one) =>
      Array.from(one.matchAll(/<url><loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod><\/url>/g), ([, loc = '']) =>
        loc.replace(root, '/'),
      ),
    );
    const wanted = pagesOf(site).filter((page) => !isHidden(page));
    expect(entries.toSorted()).toEqual(wanted.map(({ path }) => path).toSorted());
  });

  it('is what robots.txt leads to', () => {
    expect(readText(site, '/robots.txt')).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${root}sitemap-index.xml\n`);
  });
});

describe('a preview', () => {
  it('has no map, and asks search engines to leave it alone', () => {
    expect(existsSync(join(samples.folder, 'sitemap-index.xml'))).toBe(false);
    expect(readText(samples, '/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(pagesOf(samples).filter((page) => !isHidden(page))).toEqual([]);
  });
});
