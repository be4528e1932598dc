import type { APIRoute } from 'astro';
import { markSvg } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { stripesIn } from '#domain/places/pairing.ts';
import { build } from '#views/programme.ts';

/** The mark of the site: one bar a pairing, as high as it has townships. */
export const GET: APIRoute = async () => {
  const { programme } = await build();
  const { pairings, cloth } = programme.content;
  const sizes = pairings.map(stripesIn);
  return new Response(
    markSvg(
      weaveCloth(
        sizes,
        pairings.map((p) => p.hue),
        cloth,
      ),
      sizes,
    ),
  );
};
