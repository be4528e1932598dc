import { printable } from '#format/printable.ts';
import { type FileSystem, removeTree } from './file-system.ts';
import { MARK, type Manifest, ownFiles } from './manifest.ts';
import { isHostFile } from './ownership.ts';
import { TargetRefused } from './target.ts';

/** What others put into a site, such as the verification file of a search engine: paths with slashes. */
export interface Foreign {
  /** Files, links and folders that hold nothing of ours, with the folders before what lies in them. */
  readonly paths: readonly string[];
}

/** Folders of the files of a manifest, each with an ending slash. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  }
  return folders;
}

/**
 * What lies in a site that no build of ours made. In a site without a manifest nobody can tell, so there only what
 * hosts are known to put at the top counts. Throws `TargetRefused` for a name that cannot even be asked for.
 */
export function foreignIn(fs: FileSystem, site: string, manifest: Manifest | null): Foreign {
  const own = new Set(manifest ? [...Object.keys(ownFiles(manifest)), MARK] : []);
  const ownFolders = foldersOf(own);
  const paths: string[] = [];
  const look = (within: string, all: boolean) => {
    for (const name of fs.names(`${site}/${within}`)) {
      const path = `${within}${name}`;
      const kind = fs.stat(`${site}/${path}`)?.kind;
      if (kind === undefined) throw unreadableName(site, path);
      if (own.has(path) && kind === 'file') continue;
      if (kind === 'folder' && ownFolders.has(path)) look(`${path}/`, all);
      else if (all || isHostFile(name)) {
        paths.push(path);
        if (kind === 'folder') look(`${path}/`, true);
      }
    }
  };
  look('', manifest !== null);
  return { paths };
}

const unreadableName = (site: string, path: string) =>
  new TargetRefused(
    `网站文件夹 ${printable(site)} 里有一个文件，名字不是 UTF-8 写的，带不到新的网站里，所以没有动它：${printable(path)}。请给它改名，或者移走。`,
  );

/** The outermost of some paths: what a reader is told. */
export const outermost = (paths: readonly string[]): string[] => {
  const all = new Set(paths);
  return paths.filter((path) => ![...foldersOf([path])].some((folder) => all.has(folder)));
};

/** What was brought into another site, and what had to stay behind, outermost paths. */
export interface Carried {
  readonly brought: readonly string[];
  readonly left: readonly string[];
}

/**
 * Copies what others put into one site into another one. What the other has itself stays as it is there; pipes and
 * devices stay behind. `accepts` may refuse a file by what stands in it.
 */
export function carryForeign(
  fs: FileSystem,
  { paths }: Foreign,
  from: string,
  to: string,
  accepts: (folder: string, path: string) => boolean,
): Carried {
  const brought: string[] = [];
  const left: string[] = [];
  for (const path of paths) {
    const [source, copy] = [`${from}/${path}`, `${to}/${path}`];
    const entry = fs.stat(source);
    const above = fs.stat(path.includes('/') ? copy.slice(0, copy.lastIndexOf('/')) : to);
    // Gone meanwhile, or what it lay in stayed behind: nothing of its own to tell.
    if (!entry || !above) continue;
    if (entry.kind === 'folder' && fs.stat(copy)?.kind === 'folder') continue;
    const kinds = entry.kind !== 'other' && above.kind === 'folder';
    if (!kinds || fs.stat(copy) || (entry.kind === 'file' && !accepts(from, path))) left.push(path);
    else {
      if (entry.kind === 'link') fs.makeLink(fs.linkTarget(source), copy);
      else if (entry.kind === 'file') fs.copyFile(source, copy);
      else {
        fs.makeFolder(copy);
        fs.dressLike(copy, entry);
      }
      brought.push(path);
    }
  }
  return { brought: outermost(brought), left: outermost(left) };
}

/** Takes what others put into a site out of it. */
export function removeForeign(fs: FileSystem, site: string, { paths }: Foreign): void {
  for (const path of outermost(paths)) removeTree(fs, `${site}/${path}`);
}
