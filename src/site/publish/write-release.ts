import { dirname } from 'node:path';
import { sha256 } from '#reader/sha256.ts';
import { codeOf, type Entry, type FileSystem } from './file-system.ts';
import { type Carried, carryForeign, type Foreign, foldersOf } from './foreign.ts';
import { MARK, type Manifest, manifestText } from './manifest.ts';

/** What a release is made of. */
export interface ReleaseParts {
  /** The finished site, anywhere. What can be moved out of it is. */
  readonly finished: string;
  readonly manifest: Manifest;
  /** The site it follows, from which some files are taken; null: none. */
  readonly before: { readonly site: string; readonly entry: Entry; readonly foreign: Foreign } | null;
  /** Whether a file that others put into the site before may come along. */
  readonly accepts: (folder: string, path: string) => boolean;
}

/** A file that was read is not what the manifest says: it changed under our hands, or the disk fails. */
export class ReleaseDamaged extends Error {
  override readonly name = 'ReleaseDamaged';
  readonly file: string;
  constructor(file: string) {
    super(`not what its manifest says: ${file}`);
    this.file = file;
  }
}

/**
 * Writes a release into a folder that is not there yet, and has all of it on the disk before it returns: every file,
 * every name in every folder, and last of all the mark, so that a folder with a mark is a whole release.
 */
export function writeRelease(fs: FileSystem, folder: string, parts: ReleaseParts): Carried {
  const { finished, manifest, before, accepts } = parts;
  const paths = [...Object.keys(manifest.files), ...Object.keys(manifest.kept)];
  const folders = [...foldersOf(paths)].sort();
  fs.makeFolder(folder);
  if (before) fs.dressLike(folder, before.entry);
  for (const one of folders) fs.makeFolder(`${folder}/${one}`);
  for (const [path, hash] of Object.entries(manifest.files)) {
    const [from, to] = [`${finished}/${path}`, `${folder}/${path}`];
    if (!moved(fs, from, to)) copyOf(fs, from, to, hash);
  }
  for (const [path, hash] of Object.entries(manifest.kept))
    if (before) copyOf(fs, `${before.site}/${path}`, `${folder}/${path}`, hash);
  const carried = before ? carryForeign(fs, before.foreign, before.site, folder, accepts) : { brought: [], left: [] };
  syncTree(fs, folder);
  fs.writeFile(`${folder}/${MARK}`, Buffer.from(manifestText(manifest)));
  fs.syncFile(`${folder}/${MARK}`);
  fs.syncFolder(folder);
  fs.syncFolder(dirname(folder));
  return carried;
}

/**
 * Moves a file of a finished site, which is written once then and not twice; false: it lies on another disk, or has
 * another name where it is kept for the next build, so that whoever changes it in the site would change that too.
 */
function moved(fs: FileSystem, from: string, to: string): boolean {
  if (fs.stat(from)?.names !== 1) return false;
  try {
    fs.rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EXDEV') return false;
    throw error;
  }
}

function copyOf(fs: FileSystem, from: string, to: string, hash: string): void {
  const bytes = fs.read(from);
  if (sha256(bytes) !== hash) throw new ReleaseDamaged(from);
  fs.writeFile(to, bytes);
}

/** Everything in a folder is on the disk when this returns. */
export function syncTree(fs: FileSystem, folder: string): void {
  if (!fs.syncAll(folder)) syncOneByOne(fs, folder);
}

function syncOneByOne(fs: FileSystem, folder: string): void {
  for (const name of fs.names(folder)) {
    const kind = fs.stat(`${folder}/${name}`)?.kind;
    if (kind === 'folder') syncOneByOne(fs, `${folder}/${name}`);
    else if (kind === 'file') fs.syncFile(`${folder}/${name}`);
  }
  fs.syncFolder(folder);
}
