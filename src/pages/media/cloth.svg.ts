import type { APIRoute } from 'astro';
import { clothSvg } from '#charts/kit/cloth.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { build } from '#views/programme.ts';

/** The cloth alone, for who needs it on a page of their own. */
export const GET: APIRoute = async () => {
  const woven = clothOf((await build()).programme.content);
  return new Response(clothSvg(woven));
};
