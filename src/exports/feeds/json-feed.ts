import type { FeedChannel, FeedItem } from './rss.ts';

/** The feed after JSON Feed 1.1, with whole texts: the same items as in RSS, in the same order. */
export function jsonFeed(channel: FeedChannel, items: readonly FeedItem[]) {
  const { title, description, publisher, home, self } = channel;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    language: 'zh-CN',
    authors: [{ name: publisher }],
    items: items.map(({ url, title: name, summary, html, published, corrected, categories, author, image }) => ({
      id: url,
      url,
      title: name,
      content_html: html,
      summary,
      ...(image !== null && { image }),
      date_published: published.toISOString(),
      ...(corrected !== null && { date_modified: corrected.toISOString() }),
      ...(author !== null && { authors: [{ name: author }] }),
      tags: [...new Set(categories)],
    })),
  };
}
