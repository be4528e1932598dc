import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#reader/sha256.ts';

/** What decides how a site is made, besides the content: the program, what it is built on, and what runs it. */
const PARTS = ['src', 'package.json', 'package-lock.json'];

/** One digest of the whole engine: another one, and nothing that was kept is trusted. */
export function engineDigest(projectFolder: string): string {
  const files = PARTS.flatMap((part) => filesBelow(projectFolder, part));
  const digests = files.map((file) => `${file} ${sha256(readFileSync(join(projectFolder, file)))}`);
  return sha256([process.version, ...digests].join('\n'));
}

function filesBelow(folder: string, path: string): string[] {
  try {
    const entries = readdirSync(join(folder, path), { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    return entries.flatMap((entry) => {
      const below = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, below) : [below];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
