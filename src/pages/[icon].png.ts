import type { APIRoute, GetStaticPaths } from 'astro';
import { iconSvg } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { iconPng } from '#exports/icons/icon.ts';
import { markView } from '#views/mark.ts';
import { ICONS } from '#views/site.ts';

export const getStaticPaths = (() =>
  ICONS.map(({ name, side }) => ({ params: { icon: name }, props: { side } }))) satisfies GetStaticPaths;

/** The mark as a picture, for devices that keep one for the site and for links that are passed on. */
export const GET: APIRoute<{ side: number }> = async ({ props }) => {
  const { sizes, hues, cloth } = await markView();
  const png = await iconPng(iconSvg(weaveCloth(sizes, hues, cloth), props.side, sizes));
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
