import { basename, dirname, join, resolve, sep } from 'node:path';
import { printable } from '#format/printable.ts';
import { codeOf, type Entry, type FileSystem } from './file-system.ts';

/** Where a site goes. */
export interface Target {
  /** As the user wrote it, absolute. */
  readonly wanted: string;
  /** The name that changes hands: links of others followed, a link of ours not. */
  readonly place: string;
  readonly parent: string;
  /** Beside it: releases being made, the one before, the lock. No server is told of it. */
  readonly workshop: string;
}

/** A folder that no site is put into; the message is Chinese, with the reason and what to do. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
}

/** What a site must never be put into, over or around. */
export interface Protected {
  readonly projectFolder: string;
  readonly contentDir: string;
  readonly recordsDir: string;
}

/** Parts of the project that are not made by a build. */
const SOURCES = ['.ci', '.git', '.github', 'content', 'node_modules', 'public', 'review', 'scripts', 'src', 'tests'];
const MOST_LINKS = 40;

const isWithin = (child: string, parent: string) =>
  child === parent || child.startsWith(parent.endsWith(sep) ? parent : parent + sep);

export const workshopOf = (place: string): string => join(dirname(place), `.${basename(place)}-releases`);

/** A folder without links, as far as it exists. */
function realFolder(fs: FileSystem, folder: string): string {
  try {
    return fs.realPath(folder);
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    return join(realFolder(fs, above), basename(folder));
  }
}

/**
 * The target of OUT_DIR: follows the links that others made, so that these stay and what they point to is replaced.
 * Throws `TargetRefused` for what no site can be put into.
 */
export function targetOf(fs: FileSystem, wanted: string): Target {
  const shown = printable(wanted);
  let path = wanted;
  for (let links = 0; links < MOST_LINKS; links++) {
    const parent = parentOf(fs, path, shown);
    const place = join(parent, basename(path));
    const entry = fs.stat(place);
    const target = { wanted, place, parent, workshop: workshopOf(place) };
    if (entry?.kind === 'link') {
      const next = resolve(parent, fs.linkTarget(place));
      if (dirname(next) === target.workshop) return target;
      path = next;
    } else if (entry?.kind === 'folder') return target;
    else if (entry) {
      const what = entry.kind === 'file' ? '一个文件' : '一个设备或者管道';
      throw new TargetRefused(`OUT_DIR 指的 ${shown} 现在是${what}，应当是文件夹。请换一个地方，或者先把它移走。`);
    } else if (links > 0) {
      throw new TargetRefused(
        `OUT_DIR 指的 ${shown} 是一个链接，它指的 ${printable(place)} 现在没有。磁盘没有接上的，请先接上；不用这个链接了的，请删掉链接再生成。`,
      );
    } else return target;
  }
  throw new TargetRefused(`OUT_DIR 指的 ${shown} 是一个转圈的链接，走不到文件夹。请删掉这个链接，或者换一个地方。`);
}

function parentOf(fs: FileSystem, path: string, shown: string): string {
  let parent: string;
  try {
    parent = realFolder(fs, dirname(path));
  } catch (error) {
    if (!['ENOTDIR', 'ELOOP'].includes(codeOf(error))) throw error;
    throw notAFolderAbove(shown);
  }
  for (let above = parent; ; above = dirname(above)) {
    const kind = fs.stat(above)?.kind;
    if (kind === 'folder') return parent;
    if (kind !== undefined || above === dirname(above)) throw notAFolderAbove(shown);
  }
}

const notAFolderAbove = (shown: string) =>
  new TargetRefused(`OUT_DIR 指的 ${shown} 上面的路径里有一个是文件，不是文件夹，放不进网站。请改正 OUT_DIR。`);

/** Refuses what lies in, over or around things that a site would destroy or that would be read as something else. */
export function refuseProtected(fs: FileSystem, { wanted, place }: Target, kept: Protected): void {
  const shown = printable(wanted);
  const words: readonly (readonly [folder: string, what: string])[] = [
    [kept.contentDir, '内容文件夹'],
    [kept.recordsDir, '人物和授权记录（RECORDS_DIR）'],
    [kept.projectFolder, '这个程序自己'],
  ];
  for (const [folder, what] of words) {
    for (const one of new Set([resolve(folder), realOrSame(fs, resolve(folder))])) {
      if (isWithin(one, place)) {
        throw new TargetRefused(
          `OUT_DIR 指的文件夹 ${shown} 里有${what}：${printable(one)}。网站会占住整个文件夹，网站服务器会把它放到网上。请换一个空文件夹。`,
        );
      }
      if (folder !== kept.projectFolder && isWithin(place, one)) {
        throw new TargetRefused(`OUT_DIR 指的文件夹 ${shown} 在${what} ${printable(one)} 里面。请换一个空文件夹。`);
      }
    }
  }
  const project = realOrSame(fs, kept.projectFolder);
  const source = SOURCES.find((name) => isWithin(place, join(project, name)));
  if (source) {
    throw new TargetRefused(
      `OUT_DIR 指的文件夹 ${shown} 在这个程序的 ${source} 里面，那里不能放网站。请换一个空文件夹，不写 OUT_DIR 就是 dist。`,
    );
  }
  if (place.split(sep).includes('.git')) {
    throw new TargetRefused(
      `OUT_DIR 指的文件夹 ${shown} 在 Git 自己的文件夹 .git 里面，那里不能放网站。请换一个空文件夹。`,
    );
  }
}

function realOrSame(fs: FileSystem, path: string): string {
  try {
    return realFolder(fs, path);
  } catch {
    return path;
  }
}

/** Places where another disk begins, as Linux tells them; none elsewhere. */
export function mountPoints(fs: FileSystem): ReadonlySet<string> {
  try {
    const lines = fs.read('/proc/self/mountinfo').toString().split('\n');
    const unescaped = (text: string) =>
      text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    return new Set(lines.map((line) => unescaped(line.split(' ')[4] ?? '')));
  } catch {
    return new Set();
  }
}

/** Refuses a folder that cannot change its name: then no switch is atomic, and a page of before could stay. */
export function refuseMount(fs: FileSystem, target: Target, mounts: ReadonlySet<string> = mountPoints(fs)): void {
  const here = fs.stat(target.place);
  const above: Entry | null = fs.stat(target.parent);
  if (here?.kind !== 'folder' || !above) return;
  if (here.device === above.device && !mounts.has(target.place)) return;
  const shown = printable(target.wanted);
  throw new TargetRefused(
    `OUT_DIR 指的文件夹 ${shown} 本身是一块磁盘（挂载点），不能整个换过去，换到一半旧的网页会留在里面，所以没有动它。
怎么设：OUT_DIR 写它里面的一个文件夹，例如 ${printable(join(target.wanted, 'site'))}，网站服务器也读这一个文件夹。`,
  );
}
