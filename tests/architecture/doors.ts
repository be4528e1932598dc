import { fileOf, importsOf } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/** A file that one other imports, and nobody else. */
export interface Neighbour {
  readonly path: string;
  readonly importer: string;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/**
 * Files that are imported by one file only, which lies in their own folder: a reader opens a second door into the same
 * room. Types count as imports; a file that is loaded by its name (a worker, a page) has no importer and is not among
 * them.
 */
export function neighbours(files: readonly SourceFile[]): Neighbour[] {
  const importers = new Map<string, Set<string>>();
  for (const file of files)
    for (const name of importsOf(file)) {
      const target = fileOf(file.path, name);
      if (target !== undefined) importers.set(target, (importers.get(target) ?? new Set()).add(file.path));
    }
  return files.flatMap(({ path }) => {
    const [importer, ...more] = importers.get(path) ?? [];
    if (importer === undefined || more.length > 0 || folderOf(importer) !== folderOf(path)) return [];
    return [{ path, importer }];
  });
}
