import type { APIRoute } from 'astro';
import { dataPackage } from '#exports/data/package.ts';
import { dayInChina } from '#format/date.ts';
import { build } from '#views/programme.ts';

/** What the tables hold, column by column. */
export const GET: APIRoute = async () => {
  const { programme, now } = await build();
  return new Response(`${JSON.stringify(dataPackage(programme, dayInChina(now)), null, 2)}\n`);
};
