import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeFrom, writeMadePages } from './made-pages.ts';

/** Copies a built site and adds made pages until so many are indexed. The index of the original does not come along. */
export function growSite(site: string, folder: string, size: number, from: MadeFrom): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true, filter: (path) => path !== join(site, 'pagefind') });
  writeMadePages(folder, Math.max(0, size - from.pages.length), from);
}
