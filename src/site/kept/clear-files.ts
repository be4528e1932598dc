import { sha256 } from '#reader/sha256.ts';
import type { ClearFiles } from '../guard/banned-in-site.ts';
import type { SiteSettings } from '../reading.ts';
import { keptFile, readKept, writeKept } from './kept-file.ts';

/**
 * Files that a build has read to the end and that hold none of the names nobody may see: the next one reads only what is
 * another byte, another path, or sought by other names. Digests are kept, and nothing that could be read.
 */
export class ClearKept implements ClearFiles {
  readonly #file: string;
  readonly #engine: string;
  readonly #before: ReadonlySet<string>;
  readonly #now = new Set<string>();

  /** @param folder where they are kept; may be deleted at any time */
  constructor(folder: string, engine: string, { contentDir, samples }: Pick<SiteSettings, 'contentDir' | 'samples'>) {
    this.#file = keptFile(folder, `clear-${sha256(JSON.stringify([contentDir, samples])).slice(0, 16)}`);
    this.#engine = engine;
    this.#before = new Set(readKept<string>(this.#file, engine));
  }

  has(key: string): boolean {
    if (this.#before.has(key)) this.#now.add(key);
    return this.#now.has(key);
  }

  add(key: string): void {
    this.#now.add(key);
  }

  /** Keeps those that this build asked for. */
  keep(permits: string): void {
    writeKept(this.#file, { key: this.#engine, permits }, this.#now);
  }
}
