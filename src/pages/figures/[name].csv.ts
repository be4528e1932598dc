import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { Figure } from '#charts/kit/figure.ts';
import { csv } from '#exports/data/csv.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (async () => {
  const { programme } = await build();
  return [...figureCatalogue(programme, routes).named].map(([name, draw]) => ({ params: { name }, props: { draw } }));
}) satisfies GetStaticPaths;

/** The rows a figure is drawn from. */
export const GET: APIRoute<{ draw: () => Figure }> = ({ props }) => {
  const { columns, rows } = props.draw().table;
  return new Response(
    csv(
      columns.map((c) => c.key),
      rows,
    ),
  );
};
