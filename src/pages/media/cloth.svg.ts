import type { APIRoute } from 'astro';
import { clothSvg } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { stripesIn } from '#domain/places/pairing.ts';
import { build } from '#views/programme.ts';

/** The cloth alone, for who needs it on a page of their own. */
export const GET: APIRoute = async () => {
  const { pairings, cloth } = (await build()).programme.content;
  const woven = weaveCloth(
    pairings.map(stripesIn),
    pairings.map((p) => p.hue),
    cloth,
  );
  return new Response(clothSvg(woven));
};
