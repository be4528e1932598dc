import type { APIRoute, GetStaticPaths } from 'astro';
import { pairingsTable, progressDocument, records, targetsDocument } from '#exports/data/tables.ts';
import { build, routes } from '#views/programme.ts';

const DOCUMENTS = {
  pairings: (...[programme, href]: Parameters<typeof pairingsTable>) => records(pairingsTable(programme, href)),
  targets: targetsDocument,
  progress: progressDocument,
};

export const getStaticPaths = (() =>
  Object.keys(DOCUMENTS).map((table) => ({ params: { table } }))) satisfies GetStaticPaths;

/** The same three tables as JSON, with what a flat table cannot hold. */
export const GET: APIRoute = async ({ params }) => {
  const { programme } = await build();
  const document = DOCUMENTS[params['table'] as keyof typeof DOCUMENTS](programme, routes.passage);
  return new Response(`${JSON.stringify(document, null, 2)}\n`);
};
