import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { type FileChanges, type FileSystem, realFiles } from '#site/publish/file-system.ts';

/** The process was killed. It bears no code, as errors of the system do: nothing may take it for one. */
export class WorldsEnd extends Error {
  override readonly name = 'WorldsEnd';
}

const CHANGES: readonly (keyof FileChanges)[] = [
  'makeFolder',
  'writeFile',
  'copyFile',
  'addName',
  'makeLink',
  'rename',
  'exchange',
  'removeFile',
  'removeFolder',
  'dressLike',
  'setMode',
  'syncFile',
  'syncFolder',
  'syncAll',
];

export interface EndingFiles extends FileSystem {
  /** How many changes were made. */
  readonly changes: () => number;
  /** Whether the end came. */
  readonly ended: () => boolean;
}

/**
 * Files that work until a number of changes was made. The next one is a write that stops half way, or does not happen;
 * from then on nothing happens any more: no tidying up is left to the dead. With `power`, what nothing had put
 * on the disk is empty then, as a journaled disk leaves it, which keeps names in order but not what is in the files.
 */
export function endingFiles(after: number, { power = false, exchange = true } = {}): EndingFiles {
  const real = exchange ? realFiles() : realFiles(null);
  const unsynced = new Map<string, number>();
  const written = new Set<string>();
  let made = 0;
  let ended = false;
  const forget = (identity: string) => {
    const handle = unsynced.get(identity);
    if (handle !== undefined) closeSync(handle);
    unsynced.delete(identity);
  };
  const remember = (path: string) => {
    const identity = real.stat(path)?.identity ?? '';
    forget(identity);
    written.add(identity);
    unsynced.set(identity, openSync(path, 'r+'));
  };
  const end = (change: keyof FileChanges, args: readonly unknown[]): never => {
    ended = true;
    if (change === 'writeFile') {
      const [path, bytes] = args as [string, Uint8Array];
      writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    }
    for (const handle of unsynced.values()) {
      if (power) ftruncateSync(handle);
      closeSync(handle);
    }
    unsynced.clear();
    throw new WorldsEnd();
  };
  const changed = (change: keyof FileChanges, args: readonly unknown[]): unknown => {
    if (ended) throw new WorldsEnd();
    if (made >= after) return end(change, args);
    made++;
    const [path, to] = args as [string, string];
    // The disk of the test is not the one that must last.
    if (change === 'syncFolder') return undefined;
    if (change === 'syncFile') return forget(real.stat(path)?.identity ?? '');
    if (change === 'syncAll') {
      // A machine that cannot exchange names has no call for this either.
      if (exchange) for (const identity of [...unsynced.keys()]) forget(identity);
      return exchange;
    }
    const answer = (real[change] as (...all: readonly unknown[]) => unknown)(...args);
    if (power && change === 'writeFile') remember(path);
    if (power && change === 'copyFile') remember(to);
    // A file that comes from elsewhere was written by somebody who waited for no disk.
    const moved = power && change === 'rename' ? real.stat(to) : null;
    if (moved?.kind === 'file' && !written.has(moved.identity)) remember(to);
    return answer;
  };
  const asked = (question: (...all: never[]) => unknown, args: readonly unknown[]) => {
    if (ended) throw new WorldsEnd();
    return (question as (...all: readonly unknown[]) => unknown)(...args);
  };
  const all = Object.entries(real).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const change = CHANGES.find((one) => one === name);
    return [name, (...args: readonly unknown[]) => (change ? changed(change, args) : asked(value, args))];
  });
  return { ...(Object.fromEntries(all) as FileSystem), changes: () => made, ended: () => ended };
}

/** Files that work for ever, but wait for no disk: what a test makes need not outlive it. */
export const lastingFiles = ({ exchange = true } = {}): FileSystem =>
  endingFiles(Number.POSITIVE_INFINITY, { exchange });
