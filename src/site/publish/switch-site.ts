import { basename } from 'node:path';
import { z } from 'zod';
import { codeOf, type FileSystem, removeTree } from './file-system.ts';
import { readManifest } from './manifest.ts';
import type { Target } from './target.ts';

const journalSchema = z.object({
  /** Name in the workshop of the release that is to become the site. */
  incoming: z.string().regex(/^release-[\w-]+$/),
  /** Its id. */
  to: z.string(),
  /** Whether it was the release before, and is to be that again where it does not become the site. */
  wasPrevious: z.boolean(),
});

/** What is being switched, written down before, so that it can be seen afterwards how far it came. */
export type Journal = z.output<typeof journalSchema>;

export const JOURNAL = 'switch.json';
/** The release before the one that is the site now. */
export const PREVIOUS = 'previous';
/** The site on its way out, where two names cannot be exchanged. */
export const OUTGOING = 'outgoing';
const TRASH = 'trash-';
const LINK = 'link';

export function readJournal(fs: FileSystem, { workshop }: Target): Journal | null {
  try {
    return journalSchema.safeParse(JSON.parse(fs.read(`${workshop}/${JOURNAL}`).toString())).data ?? null;
  } catch {
    return null;
  }
}

/** Has it on the disk before anything that it speaks of is done. */
export function writeJournal(fs: FileSystem, { workshop }: Target, journal: Journal): void {
  const draft = `${workshop}/${JOURNAL}.new`;
  removeTree(fs, draft);
  fs.writeFile(draft, Buffer.from(JSON.stringify(journal)));
  fs.syncFile(draft);
  fs.rename(draft, `${workshop}/${JOURNAL}`);
  fs.syncFolder(workshop);
}

export function closeJournal(fs: FileSystem, { workshop }: Target): void {
  fs.removeFile(`${workshop}/${JOURNAL}`);
  fs.syncFolder(workshop);
}

/**
 * Takes something out of the way at once and removes it then, so that nothing half removed bears a name that counts.
 * False: it is out of the way, but not all of it could be removed; a host may forbid that for its own files.
 */
export function discard(fs: FileSystem, { workshop }: Target, name: string): boolean {
  let path = `${workshop}/${name}`;
  if (!fs.stat(path)) return true;
  if (!name.startsWith(TRASH)) {
    const taken = new Set(fs.names(workshop));
    let number = 1;
    while (taken.has(`${TRASH}${number}`)) number++;
    const trash = `${workshop}/${TRASH}${number}`;
    fs.rename(path, trash);
    path = trash;
  }
  try {
    removeTree(fs, path);
    return true;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return false;
  }
}

/** Whether a name in a workshop is one that builds give: a folder that holds another is somebody else's. */
export const isNameOfWorkshop = (name: string): boolean =>
  /^(lock[-.].+|switch\.json(\.new)?|previous|outgoing|link|release-.+|trash-.+)$/.test(name);

/** The name in the workshop that the site is a link to; null: it is none. */
export function linkedRelease(fs: FileSystem, { place }: Target): string | null {
  return fs.stat(place)?.kind === 'link' ? basename(fs.linkTarget(place)) : null;
}

const CANNOT_EXCHANGE = ['ENOSYS', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP'];
const CANNOT_LINK = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EACCES'];

/** Whether two names can be exchanged where the site lies: tried, for file systems differ. */
export function canExchange(fs: FileSystem, { workshop }: Target): boolean {
  if (!fs.canExchange) return false;
  const [first, second] = [`${workshop}/${TRASH}first`, `${workshop}/${TRASH}second`];
  try {
    for (const one of [first, second]) if (!fs.stat(one)) fs.makeFolder(one);
    fs.exchange(first, second);
    return true;
  } catch (error) {
    if (CANNOT_EXCHANGE.includes(codeOf(error))) return false;
    throw error;
  } finally {
    for (const one of [first, second]) removeTree(fs, one);
  }
}

/**
 * Makes a release of the workshop the site, in one step: the two folders exchange their names; where the site is a
 * link to a release, a new link takes the place of the old one. Where a file system knows no exchange, the folder
 * steps aside first, once, and a link takes its place from then on: for that moment there is no site, and whoever
 * is interrupted there is brought to its end by `recover`. The journal must have been written. Durable when it returns.
 */
export function switchSite(fs: FileSystem, target: Target, incoming: string, exchanges: boolean): void {
  const { place, parent, workshop } = target;
  const there = fs.stat(place);
  if (there?.kind === 'folder' && exchanges) fs.exchange(`${workshop}/${incoming}`, place);
  else {
    if (there?.kind === 'folder') fs.rename(place, `${workshop}/${OUTGOING}`);
    moveIn(fs, target, incoming, exchanges);
  }
  fs.syncFolder(parent);
  fs.syncFolder(workshop);
}

/** Puts a release where there is no folder. */
export function moveIn(fs: FileSystem, target: Target, incoming: string, exchanges: boolean): void {
  const { place, workshop } = target;
  const isLink = fs.stat(place)?.kind === 'link';
  if ((!exchanges || isLink) && makeLink(fs, target, incoming)) {
    fs.rename(`${workshop}/${LINK}`, place);
  } else {
    if (isLink) fs.removeFile(place);
    fs.rename(`${workshop}/${incoming}`, place);
  }
}

/** A link to a release, in the workshop still; false: this machine makes none. */
function makeLink(fs: FileSystem, { workshop }: Target, incoming: string): boolean {
  if (process.platform === 'win32') return false;
  removeTree(fs, `${workshop}/${LINK}`);
  try {
    // The server comes through the workshop then: it may pass, but not look around.
    fs.setMode(workshop, 0o711);
    fs.makeLink(`${basename(workshop)}/${incoming}`, `${workshop}/${LINK}`);
    return true;
  } catch (error) {
    if (CANNOT_LINK.includes(codeOf(error))) return false;
    throw error;
  }
}

/** After a switch: the site of before becomes the release before, or goes where it is not worth keeping. */
export function settle(fs: FileSystem, target: Target, old: string | null, keep: boolean): void {
  const { workshop } = target;
  if (old !== null && keep) {
    discard(fs, target, PREVIOUS);
    fs.rename(`${workshop}/${old}`, `${workshop}/${PREVIOUS}`);
    fs.syncFolder(workshop);
  } else if (old !== null) discard(fs, target, old);
  closeJournal(fs, target);
}

/**
 * The name in the workshop of the site of before, right after a switch to `incoming`; null: there was none. `linked`:
 * the release that the site was a link to before.
 */
export function oldAfterSwitch(fs: FileSystem, target: Target, incoming: string, linked: string | null): string | null {
  if (fs.stat(`${target.workshop}/${OUTGOING}`)) return OUTGOING;
  const now = linkedRelease(fs, target);
  if (now === null && fs.stat(`${target.workshop}/${incoming}`)) return incoming;
  return linked !== null && linked !== now && fs.stat(`${target.workshop}/${linked}`) ? linked : null;
}

/** The id of the site that is shown now; null: none of ours. */
export const idOfSite = (fs: FileSystem, { place }: Target): string | null => readManifest(fs, place)?.id ?? null;
