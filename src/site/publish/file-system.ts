import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { callsOfSystem, type SystemCalls } from './system-calls.ts';

/** What lies at a path, links not followed. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Device and number on it: the same thing, whatever it is called. */
  readonly identity: string;
  readonly device: string;
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  /** When it was last written, milliseconds. */
  readonly written: number;
  /** How many names it has. */
  readonly names: number;
}

/** The questions that change nothing. All throw the system's error, with its `code`. */
export interface FileQuestions {
  /** null: nothing there. */
  stat(path: string): Entry | null;
  /** In the order of their code points. */
  names(folder: string): string[];
  /** Gone when the next file is read. */
  read(file: string): Buffer;
  linkTarget(link: string): string;
  /** Without links; what is written is what the disk has. */
  realPath(path: string): string;
}

/**
 * The changes, each one step that happens wholly or not at all, `writeFile` and `copyFile` excepted. They are handed in
 * so that a test can end the world after each of them. All throw the system's error, with its `code`.
 */
export interface FileChanges {
  makeFolder(path: string, mode?: number): void;
  /** A new file. Not yet durable: `syncFile`. */
  writeFile(path: string, bytes: Uint8Array, mode?: number): void;
  /** A copy of a file, with its mode and, where that is allowed, its owner. Not yet durable. */
  copyFile(from: string, to: string): void;
  /** A second name of a file; false: the name is taken. */
  addName(file: string, name: string): boolean;
  makeLink(target: string, path: string): void;
  rename(from: string, to: string): void;
  exchange(first: string, second: string): void;
  removeFile(path: string): void;
  /** An empty folder. */
  removeFolder(path: string): void;
  /** Mode, and where that is allowed owner and group, as another entry has them. */
  dressLike(path: string, model: Entry): void;
  setMode(path: string, mode: number): void;
  /** What was written is on the disk when this returns. */
  syncFile(path: string): void;
  /** The names in a folder are on the disk when this returns. */
  syncFolder(path: string): void;
  /**
   * Everything in a folder and below is on the disk when this returns: in one call, for a site has thousands of files;
   * false: the machine has none, and each has to be synced by itself.
   */
  syncAll(folder: string): boolean;
}

export interface FileSystem extends FileQuestions, FileChanges {
  /** Whether the machine can exchange two names; a file system may still refuse. */
  readonly canExchange: boolean;
}

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

const NOTHING_THERE = ['ENOENT', 'ENOTDIR'];

/** What a step answers, or `otherwise` where it fails with one of these codes. */
function unless<T>(codes: readonly string[], otherwise: T, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (codes.includes(codeOf(error))) return otherwise;
    throw error;
  }
}

function statOf(path: string): Entry | null {
  return unless(NOTHING_THERE, null, () => {
    const found = lstatSync(path, { bigint: true });
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'other';
    return {
      kind,
      identity: `${found.dev}:${found.ino}`,
      device: String(found.dev),
      mode: Number(found.mode & 0o7777n),
      owner: Number(found.uid),
      group: Number(found.gid),
      written: Number(found.mtimeMs),
      names: Number(found.nlink),
    };
  });
}

/** Owner and group; only root may give things away, and nothing depends on it for anybody else. */
function giveTo(path: string, { owner, group }: Entry): void {
  unless(['EPERM', 'EACCES', 'ENOSYS', 'EINVAL', 'ENOTSUP'], undefined, () => chownSync(path, owner, group));
}

/** Does something with an open file or folder; true: it was done. */
function withOpen(path: string, flags: string, act: (handle: number) => void): true {
  const handle = openSync(path, flags);
  try {
    act(handle);
  } finally {
    closeSync(handle);
  }
  return true;
}

const sync = (path: string, flags: string): void => {
  withOpen(path, flags, fsyncSync);
};

/** What all files are read into, one after the other; it grows to the largest. */
let room = Buffer.allocUnsafeSlow(1 << 18);

/**
 * The bytes of a file: they are gone when the next one is read. A site is read to its end several times in one build.
 * Memory of their own for thousands of files makes the engine clear all that it holds every few hundred of them.
 */
export function readInTurn(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let more = -1; more !== 0; length += more) {
      if (length === room.length) room = Buffer.concat([room], 2 * length);
      more = readSync(file, room, length, room.length - length, null);
    }
    return room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A folder cannot be opened on Windows, and some network disks know no fsync of one: the system sees to it there. */
const NO_FOLDER_SYNC = process.platform === 'win32' ? ['EPERM', 'EISDIR', 'EACCES', 'EBADF'] : ['EINVAL', 'ENOTSUP'];

/** The files of this machine. */
export function realFiles(calls: SystemCalls | null = callsOfSystem()): FileSystem {
  return {
    canExchange: calls !== null,
    stat: statOf,
    names: (folder) => readdirSync(folder).sort(),
    read: readInTurn,
    linkTarget: (link) => readlinkSync(link),
    realPath: (path) => realpathSync.native(path),
    makeFolder: (path, mode) => {
      mkdirSync(path, mode);
    },
    writeFile: (path, bytes, mode) => {
      const handle = openSync(path, 'wx', mode);
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      } finally {
        closeSync(handle);
      }
    },
    copyFile: (from, to) => {
      const model = statOf(from);
      copyFileSync(from, to);
      if (model) giveTo(to, model);
      if (model) chmodSync(to, model.mode);
    },
    addName: (file, name) =>
      unless(['EEXIST'], false, () => {
        linkSync(file, name);
        return true;
      }),
    makeLink: (target, path) => symlinkSync(target, path),
    rename: (from, to) => renameSync(from, to),
    exchange: (first, second) => {
      if (!calls) throw Object.assign(new Error('ENOSYS: exchange'), { code: 'ENOSYS' });
      calls.exchange(first, second);
    },
    removeFile: (path) => unlinkSync(path),
    removeFolder: (path) => rmdirSync(path),
    dressLike: (path, model) => {
      giveTo(path, model);
      chmodSync(path, model.mode);
    },
    setMode: (path, mode) => chmodSync(path, mode),
    // Windows asks for the right to write.
    syncFile: (path) => sync(path, process.platform === 'win32' ? 'r+' : 'r'),
    syncFolder: (path) => unless(NO_FOLDER_SYNC, undefined, () => sync(path, 'r')),
    syncAll: (folder) => {
      const call = calls?.syncFileSystem;
      return call ? unless(['ENOSYS'], false, () => withOpen(folder, 'r', call)) : false;
    },
  };
}

/** Removes what lies at a path, links not followed; nothing there is nothing to do. */
export function removeTree(files: FileSystem, path: string): void {
  const entry = files.stat(path);
  if (!entry) return;
  if (entry.kind === 'folder') {
    for (const name of files.names(path)) removeTree(files, `${path}/${name}`);
    files.removeFolder(path);
  } else files.removeFile(path);
}
