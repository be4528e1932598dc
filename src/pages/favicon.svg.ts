import type { APIRoute } from 'astro';
import { markSvg } from '#charts/kit/cloth.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { build } from '#views/programme.ts';

/** The mark of the site: one bar a pairing, as high as it has townships. */
export const GET: APIRoute = async () => {
  const { programme } = await build();
  return new Response(markSvg(clothOf(programme.content)));
};
