import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Puts a file in place under a name that nobody has, whole or not at all. */
function place(aside: string, target: string): void {
  try {
    linkSync(aside, target);
  } catch (error) {
    // File systems without links; what is there already stays in either way.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(aside, target, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes new records, all of them or none: `files` by their path in the records folder. Throws where one is there
 * already or cannot be written; then what was written before it is taken back.
 */
export function writeRecords(recordsDir: string, files: ReadonlyMap<string, string>): void {
  const written: string[] = [];
  const asides: string[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(recordsDir, path);
      if (existsSync(target))
        throw Object.assign(new Error(`已经有 ${target} 了，没有动它。`), { code: 'EEXIST', path: target });
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      const aside = join(dirname(target), `.${basename(target)}.${process.pid}`);
      asides.push(aside);
      writeFileSync(aside, text, { mode: 0o600 });
    }
    for (const [i, path] of [...files.keys()].entries()) {
      const target = join(recordsDir, path);
      place(asides[i] ?? '', target);
      written.push(target);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  } finally {
    for (const path of asides) rmSync(path, { force: true });
  }
}
