import type { APIRoute } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import { feedXml } from '#exports/feed.ts';
import { storyHtml } from '#exports/story-html.ts';
import { framedHtml } from '#exports/story-html-frame.ts';
import { lookupOf } from '#exports/story-html-lookup.ts';
import { feedView } from '#queries/feed-view.ts';
import { build, routes } from '#queries/programme.ts';

/** The newest stories, whole, for those who subscribe. */
export const GET: APIRoute = async ({ site }) => {
  const { programme } = await build();
  const { items, ...channel } = await feedView();
  const whole = (href: string) => new URL(href, site).href;
  const figures = figureCatalogue(programme, routes).named;
  const drawn = (name: string) => {
    const figure = figures.get(name)?.();
    return figure && { title: figure.title, sentence: figure.sentence, svgHref: routes.figure(name, 'svg') };
  };
  const xml = await feedXml(
    { ...channel, home: whole(channel.home), self: whole(channel.self) },
    items.map((item) => {
      const page = whole(item.href);
      const lookup = lookupOf(item.parts, drawn);
      const text = storyHtml(item.markdown, { base: routes.home, page, lookup });
      return { ...item, url: page, html: framedHtml(text, item, page) };
    }),
  );
  return new Response(xml);
};
