import { z } from 'zod';
import { sha256 } from '#reader/sha256.ts';
import type { FileSystem } from './file-system.ts';

/** The file in a built site that says it is ours and holds its manifest. Its name is a dot's: no server lists it. */
export const MARK = '.site-release.json';

const FORMAT = 'static-site-release/1';
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const files = z.record(z.string(), digest);

/** What a build knows of the site it made; public, for it lies in the site. */
const factsSchema = z.strictObject({
  /** Name of the site. */
  programme: z.string(),
  /** Whether the samples are in it. */
  samples: z.boolean(),
  /** Whether there were any records of people when it was built. */
  records: z.boolean(),
  /** Ids of the stories that were out. */
  stories: z.array(z.string()),
});

export type ReleaseFacts = z.output<typeof factsSchema>;

const manifestSchema = factsSchema.extend({
  format: z.literal(FORMAT),
  /** Digest of facts and files: two releases with one id are the same bytes. */
  id: digest,
  /** Path with slashes → SHA-256 of the file, for all that the build made. */
  files,
  /** The same for what lives on from the release before, for pages of it that are still open somewhere. */
  kept: files,
});

export type Manifest = z.output<typeof manifestSchema>;

/** Every file below a folder, with slashes, in the order of code points. Throws on anything but files and folders. */
function filesBelow(fs: FileSystem, folder: string, within = ''): string[] {
  return fs.names(folder).flatMap((name) => {
    const kind = fs.stat(`${folder}/${name}`)?.kind;
    if (kind === 'folder') return filesBelow(fs, `${folder}/${name}`, `${within}${name}/`);
    if (kind === 'file') return [`${within}${name}`];
    throw new Error(`not a file: ${folder}/${name}`);
  });
}

/** The manifest of a finished site, before anything is kept from the release before. */
export function manifestOf(fs: FileSystem, folder: string, facts: ReleaseFacts): Manifest {
  const made = Object.fromEntries(filesBelow(fs, folder).map((path) => [path, sha256(fs.read(`${folder}/${path}`))]));
  const told = { ...facts, stories: [...facts.stories].sort() };
  return { format: FORMAT, id: sha256(JSON.stringify([FORMAT, told, made])), ...told, files: made, kept: {} };
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** The manifest of the site in a folder; null where there is none that is whole. */
export function readManifest(fs: FileSystem, folder: string): Manifest | null {
  try {
    if (fs.stat(`${folder}/${MARK}`)?.kind !== 'file') return null;
    return manifestSchema.safeParse(JSON.parse(fs.read(`${folder}/${MARK}`).toString())).data ?? null;
  } catch {
    return null;
  }
}

/** Everything that a manifest answers for. */
export const ownFiles = ({ files, kept }: Manifest): Readonly<Record<string, string>> => ({ ...kept, ...files });

/** Files of a site that are not, byte for byte, what its manifest says. */
export function differences(fs: FileSystem, folder: string, manifest: Manifest): string[] {
  return Object.entries(ownFiles(manifest))
    .filter(([path, hash]) => {
      const file = `${folder}/${path}`;
      return fs.stat(file)?.kind !== 'file' || sha256(fs.read(file)) !== hash;
    })
    .map(([path]) => path);
}
