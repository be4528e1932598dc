import type { APIRoute, GetStaticPaths } from 'astro';
import { DATA_TABLE_NAMES, type DataTableName, tableCsv } from '#exports/data/tables.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (() =>
  DATA_TABLE_NAMES.map((table) => ({ params: { table }, props: { table } }))) satisfies GetStaticPaths;

/** The three tables of the site as CSV. */
export const GET: APIRoute<{ table: DataTableName }> = async ({ props }) => {
  const { programme } = await build();
  return new Response(tableCsv(props.table, programme, routes.passage));
};
