import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure } from '#charts/kit/figure.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { standalone } from '#charts/kit/standalone.ts';
import { dataDay } from '#domain/programme/programme.ts';
import { knotMarks } from '#views/knots.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (async () => {
  const { programme } = await build();
  const { named } = figureCatalogue(programme, routes, await knotMarks());
  return [...named].map(([name, draw]) => ({ params: { name }, props: { draw } }));
}) satisfies GetStaticPaths;

/** A figure whole by itself: title, drawing in resolved colours, notes, source. */
export const GET: APIRoute<{ draw: () => Figure }> = async ({ props, site }) => {
  const { programme } = await build();
  const woven = clothOf(programme.content);
  const figure = props.draw();
  const form = figure.forms[0];
  if (!form) throw new Error(`图 ${figure.name} 没有画面`);
  const origin = { site: programme.site.name, day: dataDay(programme.content), url: String(site) };
  return new Response(standalone(figure, form, woven, origin));
};
