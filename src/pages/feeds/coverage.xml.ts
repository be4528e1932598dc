import type { APIRoute } from 'astro';
import { rssLinks } from '#exports/feeds/rss.ts';
import { coverageFeedView } from '#views/coverage.ts';

/** What others published, for those who subscribe: each item is a link to the publication, or to its place here where its address is not known. */
export const GET: APIRoute = async ({ site }) => {
  const { items, ...channel } = await coverageFeedView();
  const whole = (href: string) => new URL(href, site).href;
  const xml = await rssLinks(
    { ...channel, home: whole(channel.home), self: whole(channel.self) },
    items.map((item) => ({ ...item, link: item.url ?? whole(item.href) })),
  );
  return new Response(xml);
};
