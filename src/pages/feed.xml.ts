import type { APIRoute } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import { feedXml } from '#exports/feeds/feed.ts';
import { lookupOf } from '#stories/render/components.ts';
import { feedHtml, framedHtml } from '#stories/render/feed.ts';
import { feedView } from '#views/feed.ts';
import { build, routes } from '#views/programme.ts';

/** The newest stories, whole, for those who subscribe. */
export const GET: APIRoute = async ({ site }) => {
  const { programme } = await build();
  const { items, ...channel } = await feedView();
  const whole = (href: string) => new URL(href, site).href;
  const figures = figureCatalogue(programme, routes).named;
  const drawn = (name: string) => {
    const figure = figures.get(name)?.();
    return figure && { figure, svgHref: routes.figure(name, 'svg'), csvHref: routes.figure(name, 'csv') };
  };
  const xml = await feedXml(
    { ...channel, home: whole(channel.home), self: whole(channel.self) },
    items.map((item) => {
      const page = whole(item.href);
      const lookup = lookupOf(item.parts, drawn);
      const text = feedHtml(item.markdown, { base: routes.home, page, lookup });
      return { ...item, url: page, html: framedHtml(text, item, page) };
    }),
  );
  return new Response(xml);
};
