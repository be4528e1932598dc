import { readFile } from 'node:fs/promises';
import { answerMade, type Middleware } from '../answer-made.ts';
import { placeInCache } from './cache.ts';
import { inTurn, type ListedPicture, makeTargets, missingIn, targetsOf } from './making.ts';

/** Last part of the address of a made picture. */
const ADDRESS = /\/pictures\/([\da-f]{16}-\d+\.[a-z]+)(?:\?.*)?$/;

/**
 * Answers the preview's requests for pictures, each made when a page asks for it.
 * @param list the pictures of the content as it is now; asked again when it may have changed
 */
export function answerPictures(list: () => readonly ListedPicture[], cacheFolder: string): Middleware {
  return answerMade((address) => ADDRESS.exec(address)?.[1] ?? null, askFor(list, cacheFolder));
}

/** Answers a name with the bytes of that file, made if need be; null for a name that belongs to no picture. */
function askFor(
  list: () => readonly ListedPicture[],
  cacheFolder: string,
): (name: string) => Promise<Uint8Array | null> {
  let byHash: ReadonlyMap<string, ListedPicture> = new Map();
  const find = (name: string) => {
    const picture = byHash.get(name.slice(0, 16));
    const target = picture && targetsOf(picture).find((one) => one.name === name);
    return target && { picture, target };
  };
  return async (name) => {
    if (!find(name)) byHash = new Map(list().map((picture) => [picture.file.hash, picture]));
    const found = find(name);
    if (!found) return null;
    await inTurn(async () => {
      const missing = missingIn(cacheFolder, [found.target]);
      await makeTargets(found.picture, missing, cacheFolder);
    });
    return readFile(placeInCache(cacheFolder, name));
  };
}
