import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first program of one of these names on PATH, in the order of the names, else the first of these files that is one.
 * @param {readonly string[]} names
 * @param {readonly string[]} usualPlaces files where it stands on systems that do not put it on PATH
 * @returns {string | undefined}
 */
export function findProgram(names, usualPlaces = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces].find(isProgram);
}
