import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../architecture/source-files.ts';
import { type BuiltSite, builtSites, SITE_NOW } from './built-site.ts';
import { attribute, elements, fileBehind, filesOf, idsOf, pagesOf, readText, type SitePage } from './pages.ts';

/** The address in site.yaml until there is a real one; the build writes it into canonical links, maps and figures. */
const ADDRESS = 'https://xiangqing.example.invalid';
/** Where what others published stands, as the content says it: links to follow. */
const PUBLISHED = ['coverage', 'outside'].flatMap((folder) =>
  readdirSync(join(projectFolder, 'content', folder)).flatMap((name) =>
    Array.from(
      readFileSync(join(projectFolder, 'content', folder, name), 'utf8').matchAll(/^ *url: (\S+)$/gm),
      (m) => m[1] ?? '',
    ),
  ),
);
/** Addresses on other origins that a page may name (as text to follow, never as something it loads). */
const NAMED = ['http://www.w3.org/', 'https://beian.miit.gov.cn/', `${ADDRESS}/`, ...PUBLISHED];
/** Where samples pretend that something came from; nobody can own this address. */
const PRETENDED = 'https://example.com/yangli/';
/** A figure alone, for frames on other sites: the code to copy leads there, no link. */
const isEmbedded = (path: string) => path.startsWith('/embed/');
const isForSearch = (path: string) => path !== '/404.html' && !isEmbedded(path);
/** The names of the words in which feeds, maps of the site and data are written; nothing is fetched from there. */
const WORDS_OF_MACHINES = [
  'http://purl.org/rss/1.0/modules/content/',
  'http://purl.org/dc/elements/1.1/',
  'http://www.sitemaps.org/',
  'http://www.google.com/schemas/sitemap',
  'https://schema.org',
  'https://jsonfeed.org/version/1.1',
  'https://datapackage.org/profiles/2.0/datapackage.json',
];

const sites = await builtSites('based', 'production', 'samples');
const built = { production: sites.production, based: sites.based, samples: sites.samples };
const pages = new Map<BuiltSite, SitePage[]>(Object.values(built).map((site) => [site, pagesOf(site)]));

interface Link {
  readonly from: string;
  readonly tag: string;
  readonly rel: string;
  /** Absolute path, or a whole address where it leads elsewhere. */
  readonly to: string;
}

/** Everything a page links to or loads: href, src, srcset, poster, action, xlink:href. */
function linksOf(page: SitePage, base: string): Link[] {
  const here = new URL(base.slice(0, -1) + page.path, 'http://here');
  return elements(page.root).flatMap((element) => {
    const values = ['href', 'src', 'poster', 'action', 'xlink:href'].map((name) => attribute(element, name));
    const many = (attribute(element, 'srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
    return [...values, ...many.filter(Boolean)].flatMap((value) => {
      if (value === null || /^(mailto|tel|data):/.test(value)) return [];
      const url = new URL(value, here);
      const to = url.origin === here.origin ? url.pathname + url.search + url.hash : value;
      return [{ from: page.path, tag: element.tagName, rel: attribute(element, 'rel') ?? '', to }];
    });
  });
}

const allLinks = (site: BuiltSite) => (pages.get(site) ?? []).flatMap((page) => linksOf(page, site.base));
const isOwn = (link: Link) => link.to.startsWith('/');

describe.each(Object.entries(built))('the links of the site "%s"', (_, site) => {
  const links = allLinks(site);
  const own = links.filter(isOwn);

  it('lead to files that exist', () => {
    expect(own.length).toBeGreaterThan(5000);
    expect(own.filter((link) => fileBehind(site, link.to) === null)).toEqual([]);
  });

  it('lead, behind a #, to an id of that page', () => {
    const ids = new Map((pages.get(site) ?? []).map((page) => [page.path, new Set(idsOf(page))]));
    const missing = own.filter((link) => {
      const [path = '', id] = link.to.split('#');
      const target = fileBehind(site, path)?.replace(/index\.html$/, '') ?? '';
      return id && !ids.get(target)?.has(decodeURIComponent(id));
    });
    expect(own.filter((link) => link.to.includes('#')).length).toBeGreaterThan(500);
    expect(missing).toEqual([]);
  });

  it('say pages with a slash at the end: no reader is sent on by a redirect', () => {
    const pagePaths = own.map((link) => link.to.replace(/[?#].*$/, ''));
    expect(pagePaths.filter((path) => !path.endsWith('/') && !/\.[a-z0-9]+$/.test(path))).toEqual([]);
  });

  it('load nothing from another origin and name only what they may', () => {
    const foreign = links.filter((link) => !isOwn(link) && !(link.tag === 'link' && link.rel === 'canonical'));
    expect(foreign.filter((link) => link.tag !== 'a')).toEqual([]);
    const allowed = site === built.samples ? [...NAMED, PRETENDED] : NAMED;
    expect(foreign.filter((link) => !allowed.some((address) => link.to.startsWith(address)))).toEqual([]);
  });

  it('bring a reader from the home page to every page', () => {
    const next = Map.groupBy(own, (link) => link.from);
    const reached = new Set(['/']);
    for (const path of reached) {
      for (const link of next.get(path) ?? []) {
        const file = fileBehind(site, link.to);
        if (file?.endsWith('.html')) reached.add(file.replace(/index\.html$/, ''));
      }
    }
    const apart = ['/404.html', '/gallery/'];
    // Nothing leads to what only says that a story is gone: it answers whoever kept its address.
    const shown = (pages.get(site) ?? []).filter(
      ({ root }) => elements(root, (e) => attribute(e, 'data-tombstone') !== null).length === 0,
    );
    const orphans = shown.map((page) => page.path).filter((path) => !reached.has(path));
    expect(orphans.filter((path) => !apart.includes(path) && !isEmbedded(path))).toEqual([]);
  });

  it('give every page its own address as canonical', () => {
    for (const page of pages.get(site) ?? []) {
      const canonical = elements(page.root, (e) => attribute(e, 'rel') === 'canonical').map((e) =>
        attribute(e, 'href'),
      );
      const path = page.path === '/404.html' ? /^\/404(\.html|\/)$/ : page.path;
      expect(canonical.length).toBe(1);
      const own = canonical[0]?.replace(ADDRESS + site.base.slice(0, -1), '') ?? '';
      // A figure in a frame belongs to the list of figures.
      if (typeof path === 'string') expect(own).toBe(isEmbedded(path) ? '/figures/' : path);
      else expect(own).toMatch(path);
    }
  });
});

describe('the files of the site', () => {
  /** Addresses that a browser would fetch when it reads the file. */
  const FETCHED = [
    /\bsrc(?:set)?=["']?((?:https?:)?\/\/[^"'\s>]+)/g,
    /url\(\s*["']?((?:https?:)?\/\/[^"')]+)/g,
    /@import\s+["']((?:https?:)?\/\/[^"']+)/g,
    /\b(?:fetch|import|importScripts|sendBeacon|WebSocket|EventSource|Worker)\(\s*["'`]((?:https?:|wss?:)?\/\/[^"'`]+)/g,
    /<(?:image|use|feImage)\b[^>]*\bhref="((?:https?:)?\/\/[^"]+)/g,
  ];

  it.each(Object.entries(built))('in "%s" ask no other origin, whatever their kind', (_, site) => {
    const asked = filesOf(site)
      .filter((file) => /\.(html|css|js|mjs|svg|json|xml|webmanifest)$/.test(file))
      .flatMap((file) => {
        const text = readText(site, file);
        return FETCHED.flatMap((pattern) => Array.from(text.matchAll(pattern), (m) => `${file}: ${m[1]}`));
      });
    expect(asked).toEqual([]);
  });

  it.each(Object.entries(built))(
    'in "%s" name no other address than the site, the register of filings and XML',
    (_, site) => {
      const named = filesOf(site)
        // The search engine's own code names an address that it never asks; what it asks is looked at above and in a browser.
        .filter((file) => /\.(html|css|js|mjs|svg|csv|json|xml)$/.test(file) && file !== '/pagefind/pagefind.js')
        .flatMap((file) =>
          Array.from(readText(site, file).matchAll(/https?:\/\/[^\s"'<>)，。；]+/g), (m) => `${file}: ${m[0]}`),
        );
      const allowed = [...NAMED, ...WORDS_OF_MACHINES, ...(site === built.samples ? [PRETENDED] : [])];
      const strange = named.filter((entry) => !allowed.some((address) => entry.includes(`: ${address}`)));
      expect(strange).toEqual([]);
    },
  );

  it('under a base never leave it: every address that stands in them begins with the base', () => {
    const { based } = built;
    const escaped = allLinks(based).filter((link) => isOwn(link) && !link.to.startsWith(based.base));
    expect(escaped).toEqual([]);
    const css = (pages.get(based) ?? []).flatMap((page) =>
      Array.from(page.html.matchAll(/url\(["']?(\/[^"')]+)/g), (m) => `${page.path}: ${m[1]}`),
    );
    expect(css.length).toBeGreaterThan(0);
    expect(css.filter((entry) => !entry.includes(': /aid/'))).toEqual([]);
    const whole = filesOf(based).filter((file) => /\.(svg|xml|json|txt|webmanifest)$/.test(file));
    const outside = whole.flatMap((file) =>
      Array.from(
        readText(based, file).matchAll(/https:\/\/xiangqing\.example\.invalid(\/[^\s"'<]*)/g),
        (m) => m[1] ?? '',
      )
        .filter((path) => !path.startsWith('/aid/'))
        .map((path) => `${file}: ${path}`),
    );
    expect(outside).toEqual([]);
  });

  it('that a style asks for are there', () => {
    for (const site of Object.values(built)) {
      const asked = (pages.get(site) ?? []).flatMap((page) =>
        Array.from(page.html.matchAll(/url\(["']?(\/[^"')]+)/g), (m) => m[1] ?? ''),
      );
      expect([...new Set(asked)].filter((address) => fileBehind(site, address) === null)).toEqual([]);
    }
  });

  it('that the figures lead to are pages of the site', () => {
    for (const site of Object.values(built)) {
      const figures = filesOf(site).filter((file) => file.startsWith('/figures/') && file.endsWith('.svg'));
      const led = figures.flatMap((file) =>
        Array.from(readText(site, file).matchAll(/<a\b[^>]*\bhref="([^"]*)"/g), (m) => ({ file, to: m[1] ?? '' })),
      );
      expect(led.length).toBeGreaterThan(100);
      const lost = led.filter(({ to }) => !to.startsWith(ADDRESS) || !fileBehind(site, to.slice(ADDRESS.length)));
      expect(lost).toEqual([]);
    }
  });

  it('that the map of the site lists are its pages, each once, without those kept out of search', () => {
    const { production } = built;
    const xml = readText(production, '/sitemap-0.xml');
    const listed = Array.from(xml.matchAll(/<loc>([^<]+)<\/loc>/g), (m) => (m[1] ?? '').replace(ADDRESS, ''));
    const wanted = (pages.get(production) ?? []).map((page) => page.path).filter(isForSearch);
    expect(listed.sort()).toEqual(wanted.sort());
  });

  it('that the map of the site dates each page by what it shows', () => {
    const dated = new Map(
      Array.from(
        readText(built.production, '/sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod>/g),
        (m) => [(m[1] ?? '').replace(ADDRESS, ''), (m[2] ?? '').slice(0, 10)] as const,
      ),
    );
    const stories = JSON.parse(readText(built.production, '/data/stories.json')) as { id: string; date: string }[];
    expect(stories.filter(({ id, date }) => (dated.get(`/stories/${id}/`) ?? '') < date)).toEqual([]);
    // A data release is dated by itself: freezing the numbers changes no page that shows them.
    const besides = [...dated].filter(([path]) => !path.startsWith('/data/')).map(([, day]) => day);
    expect(dated.get('/')).toBe(besides.sort().at(-1));
    expect([...dated.values()].filter((day) => day > SITE_NOW.slice(0, 10))).toEqual([]);
    const shown = (pages.get(built.production) ?? []).map((page) => page.path).filter(isForSearch);
    expect(shown.filter((path) => !dated.has(path))).toEqual([]);
  });
});
