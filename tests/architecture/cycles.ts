import { fileOf, importsOf } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/**
 * Files that import each other round in a circle, types too: each circle once, as the way that leads back to where it
 * begins. Who reads one of them has to read them all.
 */
export function cyclesIn(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map((file) => [file.path, importsOf(file).flatMap((name) => fileOf(file.path, name) ?? [])]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const begin = way.indexOf(path);
    if (begin >= 0) found.push([...way.slice(begin), path].join(' → '));
    if (begin >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}
