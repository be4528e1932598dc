import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Journey } from '#domain/places/journey.ts';
import { assemble } from '#domain/programme/programme.ts';
import { STORY_KINDS } from '#domain/stories/kinds.ts';
import { byOrder } from '#domain/stories/order.ts';
import { placesOfStory } from '#domain/stories/places.ts';
import { instantOf, type Story } from '#domain/stories/story.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { notWellFormed } from '../charts/kit/well-formed.ts';
import { inside } from '../exports/feed-xml.ts';
import { jsonFeedFaults } from '../exports/standards/json-feed.ts';
import { rssFaults } from '../exports/standards/rss.ts';
import { type BuiltSite, builtSites, SITE_NOW } from './built-site.ts';
import {
  attribute,
  elements,
  fileBehind,
  filesOf,
  idsOf,
  pagesOf,
  readPage,
  readText,
  type SitePage,
  tag,
  textOf,
} from './pages.ts';

const { production, based, samples, archive, region } = await builtSites(
  'production',
  'based',
  'samples',
  'archive',
  'region',
);
const ADDRESS = 'https://xiangqing.example.invalid';

/** The stories of a site in the order of its lists, and the pairings they may belong to. */
function storiesOf(dir: string, withSamples: boolean): { stories: Story[]; journeys: readonly Journey[] } {
  const { content } = readContent({ dir, samples: withSamples, now: new Date(SITE_NOW) });
  if (!content) throw new Error(`${dir} does not pass its check`);
  return { stories: content.stories.toSorted(byOrder), journeys: assemble(content).journeys };
}
const REAL = join(projectFolder, 'content');
const sites = [
  { name: 'production', site: production, address: ADDRESS, ...storiesOf(REAL, false) },
  { name: 'based', site: based, address: ADDRESS, ...storiesOf(REAL, false) },
  { name: 'samples', site: samples, address: ADDRESS, ...storiesOf(REAL, true) },
  { name: 'archive', site: archive, address: ADDRESS, ...storiesOf(archive.content, false) },
  {
    ...{ name: 'region', site: region, address: 'https://qinghe.region.internal' },
    ...storiesOf(join(projectFolder, 'tests/fixtures/region'), false),
  },
];

interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly date: Date;
  readonly summary: string;
  readonly categories: readonly string[];
  readonly author: string | undefined;
  readonly source: string | undefined;
  readonly html: string;
}
const itemsOf = (xml: string): Item[] =>
  Array.from(xml.matchAll(/<item>(.*?)<\/item>/gs), ([, item = '']) => ({
    title: inside(item, 'title')[0] ?? '',
    link: inside(item, 'link')[0] ?? '',
    guid: inside(item, 'guid')[0] ?? '',
    date: new Date(inside(item, 'pubDate')[0] ?? ''),
    summary: inside(item, 'description')[0] ?? '',
    categories: inside(item, 'category'),
    author: inside(item, 'dc:creator')[0],
    source: inside(item, 'dc:source')[0],
    html: inside(item, 'content:encoded')[0] ?? '',
  }));

describe.each(sites)('the feed of the site "$name"', ({ site, address, stories }) => {
  const xml = readText(site, '/feed.xml');
  const items = itemsOf(xml);
  const root = address + site.base;
  const storyOf = ({ link }: Item) => stories.find(({ id }) => link === `${root}stories/${id}/`);

  it('is well-formed and says what it is, in Chinese, and where it lives', () => {
    expect(notWellFormed(xml.replace(/^<\?xml[^>]*\?>/, ''))).toBeNull();
    expect(xml).toContain('<rss version="2.0"');
    expect(inside(xml, 'language')).toEqual(['zh-CN']);
    expect(inside(xml, 'link')[0]).toBe(root);
    expect(xml).toContain(`<atom:link href="${root}feed.xml" rel="self" type="application/rss+xml"/>`);
  });

  it('holds the twenty newest stories, newest first, whatever their weight', () => {
    const newest = stories.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, 20);
    const days = items.map((item) => storyOf(item)?.date);
    expect(days).toEqual(newest.map(({ date }) => date));
    expect(new Set(items.map((item) => item.link)).size).toBe(items.length);
  });

  it('gives of each what its front matter says, and marks samples in the title', () => {
    for (const item of items) {
      const story = storyOf(item) as Story;
      expect(item.title).toBe(story.sample ? `【样稿】${story.title}` : story.title);
      expect([item.guid, item.summary]).toEqual([item.link, story.summary]);
      expect([item.author, item.source]).toEqual([story.author, story.source]);
      expect(item.date).toEqual(instantOf(story.publish_at ?? story.date));
      expect(item.categories.length).toBe(1 + (story.projects?.length ?? 0) + (story.places?.length ?? 0));
    }
  });

  it('is as old as its newest story or correction: no clock is asked', () => {
    const newest = Math.max(
      ...items.map(({ date }) => date.getTime()),
      ...items.flatMap((item) => (storyOf(item)?.corrections ?? []).map(({ date }) => instantOf(date).getTime())),
    );
    expect(inside(xml, 'lastBuildDate').map((text) => new Date(text).getTime())).toEqual(
      items.length > 0 ? [newest] : [],
    );
  });

  it('carries whole texts without class, style, id, script or component', () => {
    for (const { title, html } of items) {
      expect([title, html.match(/\s(?:class|style|id|on\w+|data-[\w-]+|srcset)=/g)]).toEqual([title, null]);
      expect([title, html.match(/<(?:script|style|svg|iframe|input|link|[A-Z])|\{/g)]).toEqual([title, null]);
    }
  });

  it('says every word of a story that its page says in its text', () => {
    let compared = 0;
    for (const item of items) {
      const story = storyOf(item) as Story;
      const words = textOf(parseFragment(item.html)).replace(/\s+/gu, '');
      const paragraphs = elements(readPage(site, `/stories/${story.id}/`).root, tag('p')).filter(
        (p) =>
          p.attrs.length === 0 &&
          p.parentNode &&
          'attrs' in p.parentNode &&
          attribute(p.parentNode, 'class') === 'prose',
      );
      // Numbers look otherwise in the feed; the words round them do not.
      const plain = paragraphs.flatMap((p) =>
        p.childNodes.flatMap((node) => (node.nodeName === '#text' ? [textOf(node).replace(/\s+/gu, '')] : [])),
      );
      expect([story.id, plain.filter((text) => !words.includes(text))]).toEqual([story.id, []]);
      compared += plain.length;
    }
    expect(compared).toBeGreaterThanOrEqual(items.length);
  });

  it('names whole addresses only, and those inside the site lead to files and places of it', () => {
    const lost: string[] = [];
    let own = 0;
    for (const { html } of items) {
      for (const element of elements(parseFragment(html))) {
        for (const name of ['href', 'src', 'cite']) {
          const value = attribute(element, name);
          if (value === null) continue;
          expect(value).toMatch(/^(https?:\/\/|mailto:|tel:)/);
          if (!value.startsWith(address)) continue;
          own++;
          const [path = '', hash] = value.slice(address.length).split('#');
          const file = fileBehind(site, path);
          if (file === null) lost.push(value);
          else if (hash && !idsOf(readPage(site, file)).includes(decodeURIComponent(hash))) lost.push(value);
        }
      }
    }
    expect(lost).toEqual([]);
    if (items.length > 0) expect(own).toBeGreaterThan(items.length);
  });

  it('tells of every photo who took it and why it may be shown, and of a reprint where it stood', () => {
    for (const item of items) {
      const story = storyOf(item) as Story;
      for (const { rights } of story.body.pictures) {
        if (rights) expect(item.html).toContain(rights.licence);
      }
      if (story.cover) expect(item.html).toContain(story.cover.licence);
      if (story.source_url) expect(item.html).toContain(`href="${story.source_url}"`);
      for (const { text } of story.corrections ?? []) expect(item.html).toContain(text);
      expect(item.html).toContain(`<a href="${item.link}">`);
    }
  });

  it('prints every number with its unit and its mark', () => {
    for (const item of items) {
      const story = storyOf(item) as Story;
      for (const id of story.body.facts) {
        expect(item.html).toMatch(new RegExp(`<a href="${root}facts/${id}/">[^<]+</a>（[^）]+）`));
      }
    }
  });
});

/** What stands in the pages of others leads home, not to feeds. */
const pagesAlone = (site: BuiltSite) => pagesOf(site).filter(({ path }) => !path.startsWith('/embed/'));
const filesOfFeeds = (site: BuiltSite) =>
  filesOf(site).filter((file) => /^\/(?:feed\.|feeds\/.*\.)(?:xml|json)$/.test(file));
const whereOf = (address: string, site: BuiltSite, file: string) => address + site.base + file.slice(1);

describe.each(sites)('every feed of the site "$name"', ({ site, address, stories, journeys }) => {
  const files = filesOfFeeds(site);
  const ofStories = files.filter(
    (file) => file.endsWith('.xml') && !['/feeds/coverage.xml', '/feeds/corrections.xml'].includes(file),
  );
  const root = address + site.base;

  it('keeps the rules of RSS 2.0 or of JSON Feed 1.1, and lies where it says', () => {
    expect(files.length).toBeGreaterThanOrEqual(16);
    for (const file of files) {
      const text = readText(site, file);
      const json = file.endsWith('.json') ? JSON.parse(text) : null;
      expect([file, json ? jsonFeedFaults(json) : rssFaults(text)]).toEqual([file, []]);
      const self = json ? json.feed_url : /<atom:link href="([^"]*)" rel="self"/.exec(text)?.[1];
      expect(self).toBe(whereOf(address, site, file));
    }
  });

  it('says the same in both forms', () => {
    for (const file of [...ofStories, '/feeds/corrections.xml']) {
      const items = itemsOf(readText(site, file));
      const json = JSON.parse(readText(site, file.replace(/xml$/, 'json')));
      const told = json.items.map((one: Record<string, string>) => [one['id'], one['title'], one['content_html']]);
      expect([file, told]).toEqual([file, items.map(({ guid, title, html }) => [guid, title, html])]);
    }
  });

  it('is there for every kind and every pairing, and holds the newest twenty of it, also where there is none yet', () => {
    const cities = [...new Set(journeys.map(({ city }) => city.id))];
    const expected = [
      ...STORY_KINDS.map((kind) => [`kind/${kind}`, stories.filter((story) => story.kind === kind)] as const),
      ...cities.map((id) => {
        const own = stories.filter((story) => placesOfStory(story, journeys).cities.includes(id));
        return [`city/${id}`, own] as const;
      }),
    ];
    expect(ofStories.filter((file) => file !== '/feed.xml').toSorted()).toEqual(
      expected.map(([name]) => `/feeds/${name}.xml`).toSorted(),
    );
    for (const [name, own] of expected) {
      const items = itemsOf(readText(site, `/feeds/${name}.xml`));
      const newest = own
        .map(({ date }) => date)
        .toSorted()
        .reverse()
        .slice(0, 20);
      const listed = items.map(({ link }) => own.find(({ id }) => link === `${root}stories/${id}/`)?.date);
      expect([name, listed]).toEqual([name, newest]);
    }
  });

  // A figure alone, in a frame on another site, announces nothing.
  const wholePages = pagesAlone(site).filter(({ path }) => !path.startsWith('/embed/'));

  it('is announced in the head of the pages it belongs to, and leads back to one of them', () => {
    const announced = new Map<string, string[]>();
    for (const page of pagesAlone(site)) {
      for (const link of elements(page.root, tag('link'))) {
        if (!/^application\/(?:rss|feed)\+/.test(attribute(link, 'type') ?? '')) continue;
        const file = fileBehind(site, attribute(link, 'href') ?? '') ?? '';
        announced.set(file, [...(announced.get(file) ?? []), page.path]);
        expect(attribute(link, 'rel')).toBe('alternate');
        expect(attribute(link, 'type')?.includes('rss')).toBe(file.endsWith('.xml'));
      }
    }
    const all = wholePages.map(({ path }) => path);
    for (const file of files) {
      const [, facet, value] = /^\/feeds\/(\w+)\/([^/]+)\.\w+$/.exec(file) ?? [];
      const own = facet
        ? all.filter(
            (path) =>
              path.startsWith(`/stories/by/${facet}/${value}/`) || (facet === 'city' && path === `/pairings/${value}/`),
          )
        : file === '/feeds/coverage.xml'
          ? all.filter((path) => path === '/coverage/' && itemsOf(readText(site, file)).length > 0)
          : file.startsWith('/feeds/corrections.')
            ? all.filter((path) => path === '/corrections/')
            : all;
      expect([file, announced.get(file) ?? []]).toEqual([file, own]);
      const text = readText(site, file);
      const home: string = file.endsWith('.json') ? JSON.parse(text).home_page_url : inside(text, 'link')[0];
      const behind = fileBehind(site, home.slice(address.length))?.replace(/index\.html$/, '') ?? '';
      // Of a kind without a story there is no list yet: the list of all stands for it.
      const empty = facet === 'kind' && own.length === 0;
      expect([file, behind]).toEqual([
        file,
        empty ? '/stories/' : own.includes(behind) || file === '/feeds/coverage.xml' ? behind : 'elsewhere',
      ]);
    }
  });

  it('is listed for people on one page, which every page leads to', () => {
    const listed = elements(readPage(site, '/feeds/').root, tag('main')).flatMap((main) =>
      elements(main, tag('a')).map((a) => fileBehind(site, attribute(a, 'href') ?? '')),
    );
    const shown = files.filter((file) => file !== '/feeds/coverage.xml' || itemsOf(readText(site, file)).length > 0);
    expect(listed.toSorted()).toEqual(shown.toSorted());
    const to = (page: SitePage) => elements(page.root, tag('a')).map((a) => attribute(a, 'href'));
    expect(wholePages.filter((page) => !to(page).includes(`${site.base}feeds/`)).map(({ path }) => path)).toEqual([]);
  });
});

describe.each(sites)('the list of stories for machines of the site "$name"', ({ site, address, stories }) => {
  const list = JSON.parse(readText(site, '/data/stories.json')) as Record<string, unknown>[];
  const root = address + site.base;

  it('has all stories in the order of the lists, each with what is promised and nothing else', () => {
    const expected = stories.map((story) => ({
      id: story.id,
      url: `${root}stories/${story.id}/`,
      kind: story.kind,
      title: story.title,
      summary: story.summary,
      date: story.date,
      projects: story.projects ?? [],
      places: story.places ?? [],
    }));
    expect(list.map(({ cover: _, ...rest }) => rest)).toEqual(expected);
    expect(list.every((entry) => 'cover' in entry)).toBe(true);
  });

  it('names as cover a whole address of a JPEG, and null where there is no photo', () => {
    const covers = list.map((entry, i) => [entry['cover'], stories[i]?.cover !== undefined] as const);
    expect(covers.filter(([cover, has]) => (cover !== null) !== has)).toEqual([]);
    for (const [cover] of covers.filter(([, has]) => has)) {
      expect(cover).toMatch(new RegExp(`^${root}pictures/[0-9a-f]{16}-\\d+\\.jpg$`));
      const file = fileBehind(site, String(cover).slice(address.length)) ?? '';
      expect([...readFileSync(join(site.folder, file)).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });

  it('leads to pages that are there', () => {
    const lost = list.filter(({ url }) => fileBehind(site as BuiltSite, String(url).slice(address.length)) === null);
    expect(lost).toEqual([]);
  });
});
