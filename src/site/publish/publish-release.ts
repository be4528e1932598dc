import { sha256 } from '#reader/sha256.ts';
import type { Entry, FileSystem } from './file-system.ts';
import { type Carried, carryForeign, type Foreign, foreignIn, removeForeign } from './foreign.ts';
import { keptOf } from './kept-chunks.ts';
import { differences, type Manifest, readManifest } from './manifest.ts';
import type { Ownership } from './ownership.ts';
import { recover } from './recover.ts';
import { discard, linkedRelease, oldAfterSwitch, PREVIOUS, settle, switchSite, writeJournal } from './switch-site.ts';
import type { Target } from './target.ts';
import { holdsWithdrawn, isFreeOfNames, type Shown } from './withdrawn.ts';
import { syncTree, writeRelease } from './write-release.ts';

/** While we built, somebody else put another site there, or took our lock: ours may be the older one. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** The release before cannot be shown again. */
export class NoWayBack extends Error {
  override readonly name = 'NoWayBack';
  readonly why: 'none' | 'withdrawn' | 'damaged';
  constructor(why: NoWayBack['why']) {
    super(why);
    this.why = why;
  }
}

export interface Published {
  /** False: what was there is the same, byte for byte, and stays. */
  readonly changed: boolean;
  readonly carried: Carried;
  /** Files of the release before that live on. */
  readonly kept: number;
  /** Whether there is a release to go back to. */
  readonly previous: boolean;
}

/** What is known of a target while it is open. */
export interface Site {
  readonly fs: FileSystem;
  readonly target: Target;
  readonly standing: Ownership;
  readonly exchanges: boolean;
  readonly before: Entry | null;
  readonly isMine: () => boolean;
  readonly refuseOvertaken: () => void;
}

const NOTHING_CARRIED: Carried = { brought: [], left: [] };

const nextRelease = ({ fs, target }: Site, id: string): string => {
  const taken = new Set(fs.names(target.workshop));
  let number = 1;
  while (taken.has(`release-${id.slice(0, 12)}-${number}`)) number++;
  return `release-${id.slice(0, 12)}-${number}`;
};

function previousOf({ fs, target }: Site): { folder: string; manifest: Manifest } | null {
  const folder = `${target.workshop}/${PREVIOUS}`;
  const manifest = readManifest(fs, folder);
  return manifest && { folder, manifest };
}

/** Removes the release before where it holds what may not be shown any more. */
export function forgetWithdrawn(site: Site, shown: Shown): void {
  const previous = previousOf(site);
  if (previous && holdsWithdrawn(previous.folder, previous.manifest, shown)) discard(site.fs, site.target, PREVIOUS);
}

function foreignOf({ fs, target, standing, before }: Site): Foreign {
  if (!before) return { paths: [] };
  return foreignIn(fs, target.place, standing.kind === 'ours' ? standing.manifest : null);
}

/** Puts a finished site beside the one that is there and switches. All or nothing. */
export function publish(site: Site, finished: string, made: Manifest, shown: Shown): Published {
  const { fs, target, standing, before } = site;
  const last = standing.kind === 'ours' ? standing.manifest : null;
  const same = last?.id === made.id;
  if (same && last && Object.keys(last.kept).length === 0 && differences(fs, target.place, last).length === 0) {
    site.refuseOvertaken();
    return { changed: false, carried: NOTHING_CARRIED, kept: 0, previous: previousOf(site) !== null };
  }
  const withdrawn = last !== null && holdsWithdrawn(target.place, last, shown);
  const kept = last && !withdrawn ? keptOf(last, made, (path) => sha256(fs.read(`${target.place}/${path}`))) : {};
  const manifest = { ...made, kept };
  const incoming = nextRelease(site, manifest.id);
  const accepts = (folder: string, path: string) => isFreeOfNames(folder, path, shown);
  try {
    writeJournal(fs, target, { incoming, to: manifest.id, wasPrevious: false });
    const foreign = foreignOf(site);
    const parts = { finished, manifest, accepts, before: before && { site: target.place, entry: before, foreign } };
    const carried = writeRelease(fs, `${target.workshop}/${incoming}`, parts);
    site.refuseOvertaken();
    const linked = linkedRelease(fs, target);
    switchSite(fs, target, incoming, site.exchanges);
    const old = oldAfterSwitch(fs, target, incoming, linked);
    const late = old === null ? NOTHING_CARRIED : carryLate(site, `${target.workshop}/${old}`, foreign, last, accepts);
    settle(fs, target, old, last !== null && !withdrawn && !same);
    return {
      changed: true,
      carried: { brought: [...carried.brought, ...late.brought], left: carried.left },
      kept: Object.keys(kept).length,
      previous: previousOf(site) !== null,
    };
  } catch (error) {
    takeBack(site);
    throw error;
  }
}

/** What a host put into the old site while the new one was being written. */
function carryLate(
  { fs, target }: Site,
  old: string,
  known: Foreign,
  manifest: Manifest | null,
  accepts: (folder: string, path: string) => boolean,
): Carried {
  const before = new Set(known.paths);
  const paths = foreignIn(fs, old, manifest).paths.filter((path) => !before.has(path));
  return carryForeign(fs, { paths }, old, target.place, accepts);
}

/**
 * After a failure: what was being made goes, and what had begun to be switched is brought to its end. Where even that
 * fails, or the lock is another's, the next build does it.
 */
function takeBack({ fs, target, exchanges, isMine }: Site): void {
  try {
    if (isMine()) recover(fs, target, exchanges, new Date(0));
  } catch {}
}

/** Switches to the release before, with what others put into the site since. */
export function goBack(site: Site, shown: Shown): Carried {
  const { fs, target, before } = site;
  const previous = previousOf(site);
  if (!previous) throw new NoWayBack('none');
  const { manifest } = previous;
  if (holdsWithdrawn(previous.folder, manifest, shown)) {
    discard(fs, target, PREVIOUS);
    throw new NoWayBack('withdrawn');
  }
  if (differences(fs, previous.folder, manifest).length > 0) throw new NoWayBack('damaged');
  const incoming = nextRelease(site, manifest.id);
  const folder = `${target.workshop}/${incoming}`;
  const accepts = (from: string, path: string) => isFreeOfNames(from, path, shown);
  try {
    writeJournal(fs, target, { incoming, to: manifest.id, wasPrevious: true });
    fs.rename(previous.folder, folder);
    removeForeign(fs, folder, foreignIn(fs, folder, manifest));
    const carried = before ? carryForeign(fs, foreignOf(site), target.place, folder, accepts) : NOTHING_CARRIED;
    syncTree(fs, folder);
    site.refuseOvertaken();
    const linked = linkedRelease(fs, target);
    switchSite(fs, target, incoming, site.exchanges);
    settle(fs, target, oldAfterSwitch(fs, target, incoming, linked), true);
    return carried;
  } catch (error) {
    takeBack(site);
    throw error;
  }
}
