import type { APIRoute } from 'astro';
import { dataPackage } from '#exports/data/package.ts';
import { sameRelease } from '#exports/data/release-files.ts';
import { dayInChina } from '#format/date.ts';
import { build, routes } from '#views/programme.ts';

/** What the tables hold, column by column. */
export const GET: APIRoute = async ({ site }) => {
  const { programme, now } = await build();
  const whole = (href: string) => new URL(href, site).href;
  const addresses = { home: whole(routes.home), plan: whole(routes.plan), passage: routes.passage };
  const described = dataPackage(programme, dayInChina(now), addresses, sameRelease(programme));
  return new Response(`${JSON.stringify(described, null, 2)}\n`);
};
