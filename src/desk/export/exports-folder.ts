import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is exported lies here, below the folder in which the command was typed, a folder a story. Git ignores it. */
export const exportsIn = (cwd: string): string => join(cwd, 'exports');

/** Which files of such a folder a command made: by their first part. Whatever else lies there is somebody's. */
export type OwnFile = (name: string) => boolean;

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
const oldOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.old`);

/** Brings back what a run that was cut off had put aside, or forgets it where the new one is in its place. */
function recover(folder: string): void {
  const old = oldOf(folder);
  if (!existsSync(old)) return;
  if (existsSync(folder)) rmSync(old, { recursive: true });
  else renameSync(old, folder);
}

/**
 * Puts an export in place of an older one: the whole folder is made aside and then takes its name, with whatever else lay
 * in it, so that it is never half. Throws the error of the system.
 */
export function replaceExport(folder: string, files: ReadonlyMap<string, string | Uint8Array>, isOwn: OwnFile): void {
  mkdirSync(dirname(folder), { recursive: true });
  recover(folder);
  const aside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(aside, path)), { recursive: true });
      writeFileSync(join(aside, path), content);
    }
    for (const name of namesIn(folder))
      if (!isOwn(name)) cpSync(join(folder, name), join(aside, name), { recursive: true, preserveTimestamps: true });
    const old = oldOf(folder);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(aside, folder);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(aside, { recursive: true, force: true });
    recover(folder);
  }
}

/** Removes what a command made in a folder, and the folder where nothing else lies in it. Returns whether there was anything. */
export function removeExport(folder: string, isOwn: OwnFile): boolean {
  recover(folder);
  const own = namesIn(folder).filter(isOwn);
  for (const name of own) rmSync(join(folder, name), { recursive: true, force: true });
  if (own.length > 0 && namesIn(folder).length === 0) rmdirSync(folder);
  return own.length > 0;
}

/** Names of the folders in which a file lies. */
export const exportsWith = (exportsFolder: string, file: (id: string) => string): string[] =>
  namesIn(exportsFolder).filter((id) => !id.startsWith('.') && existsSync(join(exportsFolder, id, file(id))));
