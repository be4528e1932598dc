import type { APIRoute, GetStaticPaths } from 'astro';
import { iconSvg } from '#charts/kit/cloth.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { iconPng } from '#exports/icons/icon.ts';
import { build } from '#views/programme.ts';
import { ICONS } from '#views/site.ts';

export const getStaticPaths = (() =>
  ICONS.map(({ name, side }) => ({ params: { icon: name }, props: { side } }))) satisfies GetStaticPaths;

/** The mark as a picture, for devices that keep one for the site and for links that are passed on. */
export const GET: APIRoute<{ side: number }> = async ({ props }) => {
  const { programme } = await build();
  const png = await iconPng(iconSvg(clothOf(programme.content), props.side));
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
