import { describe, expect, it } from 'vitest';
import { routesUnder } from '#format/routes.ts';

/** Every route with sample arguments, by name. */
const addresses = (base: string) => {
  const routes = routesUnder(base);
  return {
    ...Object.fromEntries(Object.entries(routes).filter(([, route]) => typeof route === 'string')),
    pairing: routes.pairing('yangjiang'),
    township: routes.township('qingxi'),
    project: routes.project('letters'),
    department: routes.department('xuexiaobu'),
    passage: routes.passage('a2-letters-2019'),
    fact: routes.fact('letters-people-2019'),
    methodOf: routes.methodOf('distance'),
    figure: routes.figure('river-map', 'svg'),
    data: routes.data('targets.csv'),
    feed: routes.feed('xml'),
    feedOf: routes.feedOf('kind', 'news', 'json'),
    icon: routes.icon('icon-512'),
  } as Record<string, string>;
};

describe('the addresses of the site', () => {
  it('are the published ones', () => {
    expect(addresses('/')).toMatchObject({
      home: '/',
      pairings: '/pairings/',
      pairing: '/pairings/yangjiang/',
      township: '/townships/qingxi/',
      projects: '/projects/',
      project: '/projects/letters/',
      progress: '/progress/',
      departments: '/departments/',
      department: '/departments/#xuexiaobu',
      plan: '/plan/',
      passage: '/plan/#a2-letters-2019',
      facts: '/facts/',
      fact: '/facts/letters-people-2019/',
      about: '/about/',
      method: '/about/method/',
      photos: '/about/photos/',
      methodOf: '/about/method/#distance',
      figures: '/figures/',
      figure: '/figures/river-map.svg',
      data: '/data/targets.csv',
      dataTables: '/data/',
      feed: '/feed.xml',
      feedOf: '/feeds/kind/news.json',
      feeds: '/feeds/',
      coverageFeed: '/feeds/coverage.xml',
      sitemap: '/sitemap-index.xml',
      icon: '/icon-512.png',
      manifest: '/site.webmanifest',
    });
  });

  it('all stand under the base, with or without a slash at its end', () => {
    for (const base of ['/aid/', '/aid']) {
      const moved = Object.fromEntries(Object.entries(addresses('/')).map(([name, path]) => [name, `/aid${path}`]));
      expect(addresses(base)).toEqual(moved);
    }
  });

  it('end in a slash where they are pages, so that no server has to send a reader on', () => {
    const pages = Object.values(addresses('/')).map((address) => address.replace(/#.*$/, ''));
    expect(pages.filter((path) => !path.endsWith('/') && !/\.[a-z0-9]+$/.test(path))).toEqual([]);
  });
});
