import { figureCatalogue } from '#charts/catalogue.ts';
import { jsonFeed } from '#exports/feeds/json-feed.ts';
import { type FeedItem, rssFeed } from '#exports/feeds/rss.ts';
import { type FeedStory, storyItem } from '#exports/feeds/story-item.ts';
import type { FeedFormat } from '#format/routes.ts';
import { type FeedOf, feedView } from '#views/feed.ts';
import { takingFrom } from '#views/figure.ts';
import { build, routes } from '#views/programme.ts';

/** What was made of stories for one feed, for the others that they stand in: the text of each is set once a build. */
const made = new WeakMap<FeedStory, FeedItem>();

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
  const told = items.map((story) => {
    const item = made.get(story) ?? storyItem(story, { whole, base: routes.home, figure });
    made.set(story, item);
    return item;
  });
  return new Response(format === 'xml' ? await rssFeed(said, told) : `${JSON.stringify(jsonFeed(said, told))}\n`);
}
