import { dirname } from 'node:path';
import { codeOf, type Entry, type FileSystem } from './file-system.ts';
import { isNameOfWorkshop } from './switch-site.ts';
import { type Target, TargetRefused } from './target.ts';

/** The folder that is the site, behind our link if it is one; null: none. */
export function folderOfSite(fs: FileSystem, { place }: Target): Entry | null {
  try {
    const entry = fs.stat(fs.realPath(place));
    return entry?.kind === 'folder' ? entry : null;
  } catch {
    return null;
  }
}

/** The folder beside the site where releases are made. Throws `TargetRefused` where something else bears its name. */
export function makeWorkshop(fs: FileSystem, { workshop, wanted }: Target): void {
  const missing: string[] = [];
  for (let folder = workshop; !fs.stat(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    // Nobody but us looks into what is being made, or was withdrawn a moment ago.
    makeUnlessThere(fs, folder, folder === workshop ? 0o700 : undefined);
    fs.syncFolder(dirname(folder));
  }
  const stranger =
    fs.stat(workshop)?.kind === 'folder' ? fs.names(workshop).find((name) => !isNameOfWorkshop(name)) : '';
  if (stranger === undefined) return;
  throw new TargetRefused(
    `生成网站要用 ${workshop} 这个文件夹，现在那里${stranger === '' ? '不是文件夹' : `有别的东西（${stranger}）`}，所以没有动它，也没有动 ${wanted}。请把它移走，或者换一个 OUT_DIR。`,
  );
}

/** Another build that begins at the same moment may make it first: there is no lock before there is a workshop. */
function makeUnlessThere(fs: FileSystem, folder: string, mode?: number): void {
  try {
    fs.makeFolder(folder, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
