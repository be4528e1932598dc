import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCatalogue } from '#charts/catalogue.ts';
import type { FigureTable } from '#charts/kit/figure.ts';
import { csv } from '#exports/data/csv.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (async () => {
  const { programme } = await build();
  return figureCatalogue(programme, routes)
    .all()
    .map((figure) => ({ params: { name: figure.name }, props: { table: figure.table } }));
}) satisfies GetStaticPaths;

/** The rows a figure is drawn from. */
export const GET: APIRoute<{ table: FigureTable }> = ({ props: { table } }) =>
  new Response(
    csv(
      table.columns.map((c) => c.key),
      table.rows,
    ),
  );
