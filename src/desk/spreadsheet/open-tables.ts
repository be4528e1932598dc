import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UnreadableFile } from '#reader/office/zip-parts.ts';
import { MOST_BYTES, readTables } from '#reader/spreadsheet/read-tables.ts';
import type { Tables } from '#reader/spreadsheet/table.ts';
import { Misused } from '../act.ts';

/** The bytes of a file, of one that is too large only so many that this shows; null: there is none that can be read. */
function bytesOf(path: string): Buffer | null {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (!stat.isFile()) return null;
    const bytes = Buffer.alloc(Math.min(stat.size, MOST_BYTES + 1));
    let at = 0;
    for (let read = 1; read > 0 && at < bytes.length; at += read)
      read = readSync(file, bytes, at, bytes.length - at, at);
    return bytes.subarray(0, at);
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The tables of a file that somebody handed in, or why it is none. Throws `Misused` where there is no such file. */
export function openTables(file: string, cwd: string): Tables | UnreadableFile {
  const bytes = bytesOf(resolve(cwd, file));
  if (!bytes) {
    throw new Misused(`打不开“${file}”：没有这个文件，或者没有读它的权限。核对文件名，名字里有空格的放在引号里。`);
  }
  return readTables(bytes);
}
