import { getEntry } from 'astro:content';
import { assemble, type Programme } from '#domain/programme.ts';
import { routesUnder } from '#format/routes.ts';

/** Addresses under the base path of this build. */
export const routes = routesUnder(import.meta.env.BASE_URL);

/** The programme with what this build was told: whether samples are shown, and what time it takes for now. */
export interface Build {
  readonly programme: Programme;
  readonly samples: boolean;
  /** ISO time of the build (`SITE_NOW`, else the clock). */
  readonly now: string;
}

let loaded: Promise<Build> | undefined;

async function load(): Promise<Build> {
  const entry = await getEntry('content', 'content');
  if (!entry) throw new Error('没有读到内容，先运行 npm run check');
  return { programme: assemble(entry.data.content), samples: entry.data.samples, now: entry.data.now };
}

/** The one way to the content: read once a build, afresh at each request of the live preview. */
export function build(): Promise<Build> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
