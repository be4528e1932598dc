import { correctionItem } from '#exports/feeds/correction-item.ts';
import { jsonFeed } from '#exports/feeds/json-feed.ts';
import { rssFeed } from '#exports/feeds/rss.ts';
import type { FeedFormat } from '#format/routes.ts';
import { correctionsFeedView } from '#views/corrections.ts';

/** The answer at the address of the feed of corrections: what was, what is, and why. */
export async function correctionFeed(format: FeedFormat, site: URL | undefined): Promise<Response> {
  const { entries, address, source, ...channel } = await correctionsFeedView();
  const whole = (href: string) => new URL(href, site).href;
  const said = { ...channel, home: whole(channel.home), self: whole(address(format)) };
  const items = entries.map((entry) => correctionItem(entry, source, whole));
  return new Response(format === 'xml' ? await rssFeed(said, items) : `${JSON.stringify(jsonFeed(said, items))}\n`);
}
