import read from 'virtual:content';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import { routesUnder } from '#format/routes.ts';

/** Addresses under the base path of this build. */
export const routes = routesUnder(import.meta.env.BASE_URL);

/** The programme with what this build was told: whether samples are shown, and what day it takes for today. */
export interface Build {
  readonly programme: Programme;
  readonly samples: boolean;
  /** ISO time at which the day of the build began in China (`SITE_NOW`, else the clock): pages know no hour. */
  readonly now: string;
  /** The newest data release that holds the figures as they are in this build: they are cited by it. Null: none does. */
  readonly release: string | null;
}

let loaded: Build | undefined;

/** The one way to the content: joined once; the live preview evaluates this module anew when a file has changed. */
export async function build(): Promise<Build> {
  if (!read.content) throw new Error('没有读到内容，先运行 npm run check');
  loaded ??= { programme: assemble(read.content), samples: read.samples, now: read.now, release: read.release };
  return loaded;
}
