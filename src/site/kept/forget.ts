import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The names in a folder; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Removes what does not stay in a folder where things are kept. Another build may be keeping something there at this
 * moment: what goes is moved out of its way first, for a folder into which somebody writes cannot be removed. Throws the
 * system's error where something cannot go.
 */
export function forgetIn(folder: string, stays: (name: string) => boolean): void {
  for (const name of namesIn(folder)) {
    if (stays(name)) continue;
    // A build that is killed in between leaves a name that stays nowhere.
    const aside = join(folder, `${randomUUID()}.gone`);
    try {
      renameSync(join(folder, name), aside);
    } catch (error) {
      // Another build was faster.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    rmSync(aside, { recursive: true, force: true });
  }
}
