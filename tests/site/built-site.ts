import { request } from 'node:http';
import { inject } from 'vitest';

/**
 * The sites that tests read. `production`: at `/`; `based`: the same under `/aid/`; `samples`: with samples; `region`: the
 * fictional region of tests/fixtures/region; `joint`, `schools`, `hospitals`: small programmes whose givers are not only cities, see
 * their folders in tests/fixtures; `agreement`: another fictional programme, numbered by articles, of
 * tests/fixtures/agreement; `begun-county`, `begun-schools`, `begun-office`: what `npm run new:programme` makes of the answers in
 * tests/fixtures/new-programme; those named by their size: see tests/fixtures/shapes, of which
 * `many-to-many` has the stand-in photos of tests/fixtures/photos; `targets`: every form of a target, one line each, see tests/fixtures/targets; `archive`: the production site grown by some hundred and fifty stories, see
 * tests/fixtures/stories.
 */
export type SiteName =
  | 'production'
  | 'based'
  | 'samples'
  | 'region'
  | 'agreement'
  | 'joint'
  | 'schools'
  | 'hospitals'
  | 'begun-county'
  | 'begun-schools'
  | 'begun-office'
  | 'one-without-third'
  | 'four-with-28-long'
  | 'thirteen-with-60'
  | 'many-to-many'
  | 'targets'
  | 'archive';

export interface BuiltSite {
  /** Absolute path of the built site. */
  readonly folder: string;
  /** Sub-path it was built for, with slashes at both ends. */
  readonly base: string;
}

/** A site of these tests, with the folder of the content it was built from; absolute. */
export type SiteWithContent = BuiltSite & { readonly content: string };

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address that answers the name of a site when that site is built: see build-sites.ts. */
    siteBuilder: string;
  }
}

/** "Now" in every test build: what is dated later is not there yet. */
export const SITE_NOW = '2026-12-01T09:00:00+08:00';

/** What a build is told: the settings of `npm run build`, and whether it is one with samples. */
export interface BuildOrder {
  readonly settings: Readonly<Record<string, string>>;
  readonly samples?: boolean;
}

/** The exit code of a build, and all that it printed. */
export interface BuildEnd {
  readonly status: number;
  readonly output: string;
}

/** A built site; the first test that asks for it waits until it is built. */
export const builtSite = (name: SiteName): Promise<SiteWithContent> => ask(name);

/** Builds a site of a test's own, as `npm run build` does with these settings. */
export const buildSite = (order: BuildOrder): Promise<BuildEnd> => ask('', order);

function ask<Answer>(name: string, order?: BuildOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Not `fetch`: it gives up after five minutes. A connection of its own: one that was kept may have been closed while a
    // busy test did not look.
    const options = { agent: false, method: order ? 'POST' : 'GET' };
    const asked = request(inject('siteBuilder') + name, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(JSON.parse(text) as Answer) : reject(new Error(text)),
      );
    });
    asked.on('error', reject).end(order && JSON.stringify(order));
  });
}

/** Several of them, by name; those not yet built are built side by side. */
export async function builtSites<Name extends SiteName>(...names: Name[]): Promise<Record<Name, SiteWithContent>> {
  const sites = await Promise.all(names.map(async (name) => [name, await builtSite(name)] as const));
  return Object.fromEntries(sites) as Record<Name, SiteWithContent>;
}
