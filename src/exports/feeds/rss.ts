import { getRssString } from '@astrojs/rss';
import { escapeText } from '#format/escape-text.ts';

export interface FeedChannel {
  readonly title: string;
  readonly description: string;
  /** Who speaks in it. */
  readonly publisher: string;
  /** Whole address of the home page. */
  readonly home: string;
  /** Whole address of the feed itself. */
  readonly self: string;
}

export interface FeedItem {
  readonly title: string;
  /** Whole address of the page; what a reader knows the item by. */
  readonly url: string;
  readonly summary: string;
  /** The whole text, as `storyHtml` makes it. */
  readonly html: string;
  readonly published: Date;
  /** When something in it was last put right; null: never. */
  readonly corrected: Date | null;
  readonly categories: readonly string[];
  readonly author: string | null;
  /** Whole address of its photo; null where it has none. */
  readonly image: string | null;
  /** 来源. */
  readonly source: string;
}

const NAMESPACES = { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' };

/** What XML cannot hold, not even escaped: control characters, halves of a pair, two that are no characters. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const clean = (text: string) => text.replace(NO_XML, '');

const escaped = (text: string) => escapeText(clean(text));

/** What a channel says of itself besides title and description. */
const channelData = ({ self, publisher }: FeedChannel, newest: Date | null): string => {
  const changed = newest === null ? '' : `<lastBuildDate>${newest.toUTCString()}</lastBuildDate>`;
  const link = `<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`;
  return `<language>zh-CN</language>${changed}<dc:publisher>${escaped(publisher)}</dc:publisher>${link}`;
};

const newestOf = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));

/** The feed as RSS 2.0 with whole texts. No clock: it is as old as the newest of its items and corrections, so the same stories give the same bytes. */
export function rssFeed(channel: FeedChannel, items: readonly FeedItem[]): Promise<string> {
  return getRssString({
    title: clean(channel.title),
    description: clean(channel.description),
    site: channel.home,
    xmlns: NAMESPACES,
    customData: channelData(channel, newestOf(items.flatMap(({ published, corrected }) => corrected ?? published))),
    items: items.map(({ title, url, summary, html, published, categories, author, source }) => ({
      title: clean(title),
      link: url,
      description: clean(summary),
      pubDate: published,
      content: clean(html),
      categories: categories.map(clean),
      // RSS wants an address for mail as author; people and papers are named in the words of the Dublin Core.
      customData: `${author ? `<dc:creator>${escaped(author)}</dc:creator>` : ''}<dc:source>${escaped(source)}</dc:source>`,
    })),
  });
}

/** Something that stands elsewhere, as an item that is a link. */
export interface FeedLink extends Pick<FeedItem, 'title' | 'summary' | 'categories' | 'source'> {
  /** Where it is read; what a reader knows the item by. */
  readonly link: string;
  /** null where the day is not known. */
  readonly published: Date | null;
}

/** A feed of links, without texts. */
export function rssLinks(channel: FeedChannel, items: readonly FeedLink[]): Promise<string> {
  return getRssString({
    title: clean(channel.title),
    description: clean(channel.description),
    site: channel.home,
    xmlns: NAMESPACES,
    customData: channelData(channel, newestOf(items.flatMap(({ published }) => published ?? []))),
    items: items.map(({ title, link, summary, published, categories, source }) => ({
      title: clean(title),
      link,
      description: clean(summary),
      ...(published && { pubDate: published }),
      categories: categories.map(clean),
      customData: `<dc:source>${escaped(source)}</dc:source>`,
    })),
  });
}
