import type { APIRoute, GetStaticPaths } from 'astro';
import { csv } from '#exports/data/csv.ts';
import { pairingsTable, progressTable, targetsTable } from '#exports/data/tables.ts';
import { build, routes } from '#views/programme.ts';

const TABLES = { pairings: pairingsTable, targets: targetsTable, progress: progressTable };

export const getStaticPaths = (() =>
  Object.keys(TABLES).map((table) => ({ params: { table } }))) satisfies GetStaticPaths;

/** The three tables of the site as CSV. */
export const GET: APIRoute = async ({ params }) => {
  const { programme } = await build();
  const table = TABLES[params['table'] as keyof typeof TABLES](programme, routes.passage);
  return new Response(csv(table.columns, table.rows));
};
