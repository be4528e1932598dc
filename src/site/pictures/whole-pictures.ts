import { type ListedPicture, wholeBytes } from './making.ts';

/** Asks for the whole bytes of a picture of the content by its hash. */
export function wholePictures(list: () => readonly ListedPicture[]): (hash: string) => Promise<Uint8Array> {
  let byHash: ReadonlyMap<string, ListedPicture> | undefined;
  return async (hash) => {
    byHash ??= new Map(list().map((picture) => [picture.file.hash, picture]));
    const picture = byHash.get(hash);
    if (!picture) throw new Error(`no story shows a picture ${hash}`);
    return wholeBytes(picture);
  };
}
