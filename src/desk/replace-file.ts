import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a whole file in place of an older one, or nothing: it is written beside it and then takes its name. Throws the
 * error of the system.
 * @param mode rights of the file; those of a new file otherwise
 * @param between is done when the content is safe on the disk and before it takes the place of the older one
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
  { mode, between = () => {} }: { readonly mode?: number; readonly between?: () => void } = {},
): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, content, mode === undefined ? {} : { mode });
    between();
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
