import type { APIRoute, GetStaticPaths } from 'astro';
import { DATA_TABLE_NAMES, type DataTableName, tableJson } from '#exports/data/tables.ts';
import { build, routes } from '#views/programme.ts';

export const getStaticPaths = (() =>
  DATA_TABLE_NAMES.map((table) => ({ params: { table }, props: { table } }))) satisfies GetStaticPaths;

/** The same three tables as JSON, with what a flat table cannot hold. */
export const GET: APIRoute<{ table: DataTableName }> = async ({ props }) => {
  const { programme } = await build();
  return new Response(tableJson(props.table, programme, routes.passage));
};
