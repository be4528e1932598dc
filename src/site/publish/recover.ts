import { isDraft, isLeftDraft, lockNumber } from './build-lock.ts';
import type { FileSystem } from './file-system.ts';
import { readManifest } from './manifest.ts';
import {
  closeJournal,
  discard,
  idOfSite,
  type Journal,
  linkedRelease,
  moveIn,
  OUTGOING,
  PREVIOUS,
  readJournal,
} from './switch-site.ts';
import type { Target } from './target.ts';

/** What was found of a build that was interrupted. */
export interface Recovered {
  /** Whether there was no site, and one of the two was put there. */
  readonly restored: boolean;
  /** What could not be removed. */
  readonly left: readonly string[];
}

/**
 * Brings a switch that was interrupted to its end, or takes back what was not switched yet, and removes everything
 * that interrupted builds left. Whoever calls it has the lock. Afterwards the workshop holds the lock, the release
 * that the site is a link to if it is one, and at most one release before it.
 */
export function recover(fs: FileSystem, target: Target, exchanges: boolean, now: Date): Recovered {
  const journal = readJournal(fs, target);
  const restored = journal !== null && finishSwitch(fs, target, journal, exchanges);
  const left = clean(fs, target, now);
  return { restored, left };
}

/** True: there was no site, and now there is one. */
function finishSwitch(fs: FileSystem, target: Target, journal: Journal, exchanges: boolean): boolean {
  const { place, parent, workshop } = target;
  const at = (name: string) => `${workshop}/${name}`;
  const { incoming, to, wasPrevious } = journal;
  let restored = false;
  if (!fs.stat(place) && fs.stat(at(OUTGOING))) {
    // The site had stepped aside and nothing had taken its place yet: the new one is whole, so it comes in.
    if (readManifest(fs, at(incoming))?.id === to) moveIn(fs, target, incoming, exchanges);
    else fs.rename(at(OUTGOING), place);
    fs.syncFolder(parent);
    restored = true;
  }
  const switched = idOfSite(fs, target) === to;
  if (!switched && wasPrevious && fs.stat(at(incoming))) fs.rename(at(incoming), at(PREVIOUS));
  if (switched) {
    const linked = linkedRelease(fs, target);
    // Of the old site all names are known but one: that of the release it was a link to.
    const old = [OUTGOING, incoming, ...fs.names(workshop).filter((name) => name.startsWith('release-'))].find(
      (name) => name !== linked && fs.stat(at(name)) !== null,
    );
    const manifest = old === undefined ? null : readManifest(fs, at(old));
    if (old !== undefined && manifest && manifest.id !== to) {
      discard(fs, target, PREVIOUS);
      fs.rename(at(old), at(PREVIOUS));
    }
  }
  fs.syncFolder(workshop);
  closeJournal(fs, target);
  return restored;
}

/** Removes what bears no name that counts. What cannot be removed is told and stands in nobody's way. */
function clean(fs: FileSystem, target: Target, now: Date): string[] {
  const linked = linkedRelease(fs, target);
  const left: string[] = [];
  for (const name of fs.names(target.workshop)) {
    const path = `${target.workshop}/${name}`;
    if (!Number.isNaN(lockNumber(name)) || name === linked) continue;
    if (isDraft(name) && !isLeftDraft(fs, target.workshop, name, now)) continue;
    if (name === PREVIOUS && readManifest(fs, path)) continue;
    if (!discard(fs, target, name)) left.push(path);
  }
  return left;
}
