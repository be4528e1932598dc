import { type ClearFiles, isOfPicture, namesInSite } from '../guard/banned-in-site.ts';
import { isWithdrawnKit } from '../kits/kits-in-site.ts';
import { type Manifest, ownFiles } from './manifest.ts';

/** What may be shown now, as the content and the records say. */
export interface Shown {
  /** Names that may stand nowhere. */
  readonly names: readonly string[];
  /** Hashes of pictures that may be nowhere. */
  readonly pictures: readonly string[];
  /** Ids of the stories that are out. */
  readonly stories: readonly string[];
  /** Ids of the stories that the press may take, each with the hashes of its pictures that it may. */
  readonly kits: ReadonlyMap<string, readonly string[]>;
  /** Files in which those names were looked for and not found. */
  readonly clear: ClearFiles;
}

/**
 * Whether a release holds what has been withdrawn since: a story that is not out any more, whatever the reason, a name
 * or a picture that nobody may see now, a press kit with what the press may not take any more. Such a release is never shown again, nor is anything kept from it. What cannot be
 * read cannot be cleared either.
 */
export function holdsWithdrawn(folder: string, manifest: Manifest, shown: Shown): boolean {
  const out = new Set(shown.stories);
  if (manifest.stories.some((id) => !out.has(id))) return true;
  const own = Object.keys(ownFiles(manifest));
  const pictures = new Set(shown.pictures);
  try {
    return (
      own.some((file) => isOfPicture(file, pictures)) ||
      own.some((file) => isWithdrawnKit(folder, file, shown.kits, shown.clear)) ||
      namesInSite(folder, shown.names, own, shown.clear).length > 0
    );
  } catch {
    return true;
  }
}

/** Whether a file may be shown as far as the names in it go. */
export const isFreeOfNames = (folder: string, file: string, { names, clear }: Shown): boolean =>
  namesInSite(folder, names, [file], clear).length === 0;
