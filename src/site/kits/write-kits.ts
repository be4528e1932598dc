import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packKit } from '#exports/kits/pack-kit.ts';
import { filesIn, type KitFile, type PressKit } from '#exports/kits/press-kit.ts';
import { WHOLE_SETTINGS } from '#pictures/encoding/whole-picture.ts';
import { sha256 } from '#reader/sha256.ts';
import { forgetAllBut, keep, takeKept } from '../pictures/cache.ts';

const packages = createRequire(import.meta.url);

/** Changes with whatever packs a kit another way, or makes another picture of a picture. */
const PACKING_VERSION = [packages('fflate/package.json').version, WHOLE_SETTINGS].join();

/** How much a kit is, for who is about to take it. */
export interface KitSize {
  readonly files: number;
  readonly bytes: number;
}

/** What kits are packed with. */
export interface KitPacking {
  /** The whole bytes of a picture of the content, by its hash, without metadata. Rejects with `PictureError`. */
  readonly picture: (hash: string) => Promise<Uint8Array>;
  /** Where packed kits are kept from one build to the next; null: nowhere. */
  readonly kept: string | null;
}

/** What a page left there of a kit to be packed: its address ends with this. */
const LAID_OUT = /\.json$/;

/** Digests of the files of a site, each read once however many kits it is in. */
function siteDigests(siteFolder: string): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const digest = known.get(file) ?? sha256(readFileSync(join(siteFolder, file)));
    known.set(file, digest);
    return digest;
  };
}

/** All files of a kit, in memory: no more than one kit at a time. */
async function bytesOfKit(
  { files }: PressKit,
  siteFolder: string,
  picture: KitPacking['picture'],
): Promise<ReadonlyMap<KitFile, Uint8Array>> {
  const bytes = new Map<KitFile, Uint8Array>();
  for (const file of files) {
    const { from } = file;
    if ('text' in from) bytes.set(file, Buffer.from(from.text));
    else if ('site' in from) bytes.set(file, readFileSync(join(siteFolder, from.site)));
    else bytes.set(file, await picture(from.picture));
  }
  return bytes;
}

/**
 * Packs the press kits that the pages laid out, each in place of what lay there. A kit of the same parts as one that is
 * kept is that one; what no page laid out now is kept no longer. Returns how much each is, by its id. Rejects with
 * `PictureError` and the errors of the system.
 */
export async function writeKits(siteFolder: string, { picture, kept }: KitPacking): Promise<Map<string, KitSize>> {
  const folder = join(siteFolder, 'kits');
  const sizes = new Map<string, KitSize>();
  const used = new Set<string>();
  const digest = siteDigests(siteFolder);
  const laidOut = existsSync(folder) ? readdirSync(folder).filter((name) => LAID_OUT.test(name)) : [];
  for (const name of laidOut.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const kit = JSON.parse(text) as PressKit;
    const parts = kit.files.flatMap(({ from }) => ('site' in from ? digest(from.site) : []));
    const place = kept && join(kept, `${sha256([PACKING_VERSION, text, ...parts].join('\n'))}.zip`);
    const target = join(folder, name.replace(LAID_OUT, '.zip'));
    if (!place || !takeKept(place, target)) {
      const bytes = await bytesOfKit(kit, siteFolder, picture);
      const packed = packKit(kit, (file) => bytes.get(file) ?? new Uint8Array());
      await writeFile(target, packed);
      // Where nothing can be kept the next build packs it once more.
      if (place) await keep(place, packed).catch(() => undefined);
    }
    if (place) used.add(place);
    sizes.set(kit.id, { files: filesIn(kit), bytes: statSync(target).size });
    rmSync(join(folder, name));
  }
  if (kept) await forgetAllBut(kept, used);
  return sizes;
}
