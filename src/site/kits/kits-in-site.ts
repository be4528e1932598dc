import { join } from 'node:path';
import { z } from 'zod';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import { MANIFEST } from '#exports/kits/press-kit.ts';
import { zipParts } from '#reader/office/zip-parts.ts';
import { sha256 } from '#reader/sha256.ts';
import type { ClearFiles } from '../guard/banned-in-site.ts';
import { readInTurn } from '../publish/file-system.ts';

/** What the press may take now: ids of stories, each with the hashes of its pictures. */
type Open = ReadonlyMap<string, readonly string[]>;

const KIT = /^kits\/([a-z0-9-]+)\.zip$/;

/** What of a manifest tells which pictures of the content are in a kit. */
const manifestSchema = z.object({ files: z.array(z.object({ picture: z.string().optional() })) });

/** The hashes of the pictures in a kit. Throws where it cannot be read. */
function picturesIn(bytes: Uint8Array): string[] {
  const parts = zipParts(bytes, { parts: 65_535, bytes: Number.MAX_SAFE_INTEGER });
  const manifest = typeof parts === 'string' ? undefined : parts.get(MANIFEST);
  if (!manifest) throw new Error('a press kit cannot be read');
  return manifestSchema.parse(JSON.parse(manifest.toString())).files.flatMap(({ picture }) => picture ?? []);
}

/**
 * Whether a file of a site is a press kit of a story that the press may not take any more, or with a picture that it may
 * not. Throws where it cannot be read.
 * @param clear kits that need not be unpacked again: another byte or other pictures make another key
 */
export function isWithdrawnKit(site: string, file: string, open: Open, clear: ClearFiles = new Set()): boolean {
  const id = KIT.exec(file)?.[1];
  if (id === undefined || id === PROGRAMME_KIT) return false;
  const pictures = open.get(id);
  if (!pictures) return true;
  const bytes = readInTurn(join(site, file));
  const key = sha256(JSON.stringify([sha256(bytes), pictures]));
  if (clear.has(key)) return false;
  const isWithdrawn = picturesIn(bytes).some((hash) => !pictures.includes(hash));
  if (!isWithdrawn) clear.add(key);
  return isWithdrawn;
}

/** Whether the press may take less than before. */
export const isLessOpen = (before: Open, after: Open): boolean =>
  [...before].some(([id, pictures]) => pictures.some((hash) => !after.get(id)?.includes(hash)) || !after.has(id));
