import { figureCatalogue } from '#charts/catalogue.ts';
import { jsonFeed } from '#exports/feeds/json-feed.ts';
import { rssFeed } from '#exports/feeds/rss.ts';
import { storyItems } from '#exports/feeds/story-items.ts';
import type { FeedFormat } from '#format/routes.ts';
import { type FeedOf, feedView } from '#views/feed.ts';
import { takingFrom } from '#views/figure.ts';
import { build, routes } from '#views/programme.ts';

/** The answer at the address of a feed of stories: the newest, whole, for those who subscribe. */
export async function storyFeed(here: FeedOf | null, format: FeedFormat, site: URL | undefined): Promise<Response> {
  const { programme } = await build();
  const { items, address, ...channel } = await feedView(here);
  const whole = (href: string) => new URL(href, site).href;
  const taken = await takingFrom(String(site));
  const figures = figureCatalogue(programme, routes).named;
  const figure = (name: string) => {
    const drawn = figures.get(name)?.();
    return drawn && { figure: drawn, taken: taken(drawn) };
  };
  const said = { ...channel, home: whole(channel.home), self: whole(address(format)) };
  const told = storyItems(items, { whole, base: routes.home, figure });
  return new Response(format === 'xml' ? await rssFeed(said, told) : `${JSON.stringify(jsonFeed(said, told))}\n`);
}
