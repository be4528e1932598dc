import type { APIRoute } from 'astro';
import { markSvg } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { markView } from '#views/mark.ts';

/** The mark of the site: one bar a pairing, as high as it has townships. */
export const GET: APIRoute = async () => {
  const { sizes, hues, cloth } = await markView();
  return new Response(markSvg(weaveCloth(sizes, hues, cloth), sizes));
};
