import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentType } from '../content-types.ts';
import { placeInCache } from './cache.ts';
import { inTurn, type ListedPicture, makeTargets, missingIn, targetsOf } from './making.ts';
import { writePictures } from './writing.ts';

/** Last part of the address of a made picture. */
const ADDRESS = /\/pictures\/([\da-f]{16}-\d+\.[a-z]+)(?:\?.*)?$/;

/**
 * The pictures of the site: all of them after a build, one by one as a page in the preview asks for them.
 * @param list the pictures of the content as it is now; asked again when it may have changed
 */
export function pictures(list: () => readonly ListedPicture[]): AstroIntegration {
  let cacheFolder = join('.cache', 'pictures');
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = join(fileURLToPath(config.root), '.cache', 'pictures');
      },
      'astro:build:done': async ({ dir }) => {
        await writePictures(list(), fileURLToPath(dir), cacheFolder, console.log);
      },
      'astro:server:setup': ({ server }) => {
        const ask = askFor(list, () => cacheFolder);
        server.middlewares.use((request, response, next) => {
          const name = ADDRESS.exec(request.url ?? '')?.[1];
          if (!name || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
          ask(name).then(
            (bytes) => {
              if (!bytes) return next();
              response.setHeader('content-type', contentType(name));
              response.setHeader('cache-control', 'no-cache');
              response.end(request.method === 'HEAD' ? undefined : bytes);
            },
            (error) => {
              console.error(error instanceof Error ? error.message : error);
              response.statusCode = 500;
              response.end();
            },
          );
        });
      },
    },
  };
}

/** Answers a name with the bytes of that file, made if need be; null for a name that belongs to no picture. */
export function askFor(
  list: () => readonly ListedPicture[],
  cacheFolder: () => string,
): (name: string) => Promise<Uint8Array | null> {
  let byHash: ReadonlyMap<string, ListedPicture> = new Map();
  const find = (name: string) => {
    const picture = byHash.get(name.slice(0, 16));
    const target = picture && targetsOf(picture.file).find((one) => one.name === name);
    return target && { picture, target };
  };
  return async (name) => {
    if (!find(name)) byHash = new Map(list().map((picture) => [picture.file.hash, picture]));
    const found = find(name);
    if (!found) return null;
    await inTurn(async () => {
      const missing = await missingIn(cacheFolder(), [found.target]);
      await makeTargets(found.picture, missing, cacheFolder());
    });
    return readFile(placeInCache(cacheFolder(), name));
  };
}
