import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readTables, type Table } from '#reader/spreadsheet/read-tables.ts';
import { Misused, NotDone } from '../act.ts';

/** The bytes of a file; null: there is none that can be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** The tables of a file that somebody handed in. Throws `Misused` where there is none, `NotDone` where it is no table. */
export async function openTables(file: string, cwd: string): Promise<Table[]> {
  const bytes = bytesOf(resolve(cwd, file));
  if (!bytes) {
    throw new Misused(`打不开“${file}”：没有这个文件，或者没有读它的权限。核对文件名，名字里有空格的放在引号里。`);
  }
  const tables = await readTables(bytes, basename(file));
  if ('refused' in tables) throw new NotDone(`${basename(file)}：${tables.refused}\n\n没有写任何文件。`);
  return tables;
}
