import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Why a file is not read. `outside`: a link on the way to it leads out of the folder it belongs to. */
export type Unread = 'outside' | 'not-a-file' | 'too-large' | 'unreadable';

/** Where a path leads when all links on the way are followed; null where nothing is there. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** Whether a path, with all links on the way followed, still lies in a folder. False where nothing is there. */
export function liesWithin(path: string, folder: string): boolean {
  const real = realPath(path);
  return real !== null && isWithin(real, folder);
}

/** Whether a path without links lies in a folder. */
function isWithin(real: string, folder: string): boolean {
  const home = realPath(folder);
  return home !== null && (real === home || real.startsWith(home.endsWith(sep) ? home : home + sep));
}

/**
 * The bytes of an ordinary file that lies in a folder, or why they are not read. What stands in the way of a file (a
 * pipe, a device, a link that leads outside) is neither waited for nor looked into: its first line might be a secret.
 * @param most the size in bytes above which it is not read
 */
export function readFileWithin(path: string, folder: string, most: number): Uint8Array | Unread {
  const real = realPath(path);
  if (real === null) return 'unreadable';
  if (!isWithin(real, folder)) return 'outside';
  let file: number;
  try {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes into it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return 'unreadable';
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > most) return 'too-large';
    return readFileSync(file);
  } catch {
    return 'unreadable';
  } finally {
    closeSync(file);
  }
}
