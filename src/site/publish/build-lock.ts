import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { codeOf, type FileSystem } from './file-system.ts';
import { isGone, type ProcessFacts } from './process-facts.ts';

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  boot: z.string(),
  space: z.string(),
  born: z.string(),
  /** ISO time. */
  since: z.string(),
  /** Tells this lock from every other. */
  token: z.string(),
  /** Given back. */
  free: z.boolean(),
});

/** Who has a lock, and since when. */
export type LockHolder = z.output<typeof holderSchema>;

/** Somebody else is building into the same folder. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
  /** null: the file says nothing that can be read. */
  readonly holder: LockHolder | null;
  readonly file: string;
  constructor(holder: LockHolder | null, file: string) {
    super(`held: ${file}`);
    this.holder = holder;
    this.file = file;
  }
}

export interface BuildLock {
  /** False where somebody removed or replaced it. */
  readonly isMine: () => boolean;
  readonly release: () => void;
}

const NAME = /^lock-(\d{6,})$/;
const DRAFT = 'lock.';
const TRIES = 50;
/** A lock that says nothing is one that is just being written; after so long, in milliseconds, one that never was. */
const UNWRITTEN = 60_000;

/** The number of a lock file; NaN of any other file. */
export const lockNumber = (name: string): number => Number(NAME.exec(name)?.[1] ?? Number.NaN);

/** Whether a file is the draft of a lock whose maker was killed while making it. */
export function isLeftDraft(fs: FileSystem, folder: string, name: string, now: Date): boolean {
  return name.startsWith(DRAFT) && now.getTime() - writtenAt(fs, `${folder}/${name}`) > UNWRITTEN;
}
export const isDraft = (name: string): boolean => name.startsWith(DRAFT);

const nameOf = (number: number) => `lock-${String(number).padStart(6, '0')}`;

/**
 * Takes the lock of a folder, or throws `LockHeld`. Locks are numbered, and the highest counts: who takes one makes
 * the next number, which only one can; a number is never used again, for only lower ones are removed. So a lock whose
 * holder is gone can be taken over by two at once, and one of them gets it.
 */
export function takeLock(fs: FileSystem, folder: string, me: ProcessFacts, now: () => Date): BuildLock {
  const token = randomBytes(8).toString('hex');
  const holder: LockHolder = { ...me, since: now().toISOString(), token, free: false };
  for (let tries = 0; tries < TRIES; tries++) {
    const top = highest(fs, folder);
    if (top > 0) {
      const held = holderOf(fs, `${folder}/${nameOf(top)}`);
      const unwritten = held === null && now().getTime() - writtenAt(fs, `${folder}/${nameOf(top)}`) < UNWRITTEN;
      if (unwritten || (held && !held.free && !isGone(held, me))) throw new LockHeld(held, `${folder}/${nameOf(top)}`);
    }
    const mine = top + 1;
    if (!make(fs, folder, nameOf(mine), holder)) continue;
    if (highest(fs, folder) !== mine) {
      fs.removeFile(`${folder}/${nameOf(mine)}`);
      continue;
    }
    for (const name of fs.names(folder)) if (lockNumber(name) < mine) removeIfThere(fs, `${folder}/${name}`);
    const isMine = () => highest(fs, folder) === mine && holderOf(fs, `${folder}/${nameOf(mine)}`)?.token === token;
    const release = () => {
      if (!isMine()) return;
      const text = `${folder}/${DRAFT}${token}`;
      fs.writeFile(text, bytesOf({ ...holder, free: true }));
      fs.rename(text, `${folder}/${nameOf(mine)}`);
    };
    return { isMine, release };
  }
  throw new LockHeld(null, `${folder}/${nameOf(highest(fs, folder))}`);
}

const bytesOf = (holder: LockHolder) => Buffer.from(`${JSON.stringify(holder)}\n`);

function highest(fs: FileSystem, folder: string): number {
  const numbers = fs.names(folder).map(lockNumber);
  return Math.max(0, ...numbers.filter((number) => !Number.isNaN(number)));
}

function holderOf(fs: FileSystem, file: string): LockHolder | null {
  try {
    return holderSchema.safeParse(JSON.parse(fs.read(file).toString())).data ?? null;
  } catch {
    return null;
  }
}

const writtenAt = (fs: FileSystem, file: string) => fs.stat(file)?.written ?? 0;

/** A lock appears with all its words or not at all; false: the name is taken. */
function make(fs: FileSystem, folder: string, name: string, holder: LockHolder): boolean {
  const draft = `${folder}/${DRAFT}${holder.token}`;
  removeIfThere(fs, draft);
  fs.writeFile(draft, bytesOf(holder));
  try {
    fs.syncFile(draft);
    return fs.addName(draft, `${folder}/${name}`);
  } catch (error) {
    // We stood still for so long that another build took our draft for one that was left, and removed it.
    if (codeOf(error) === 'ENOENT') return false;
    // A disk without second names: the words then come a moment after the file.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    return writeNew(fs, `${folder}/${name}`, holder);
  } finally {
    removeIfThere(fs, draft);
  }
}

function writeNew(fs: FileSystem, file: string, holder: LockHolder): boolean {
  try {
    fs.writeFile(file, bytesOf(holder));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeIfThere(fs: FileSystem, file: string): void {
  try {
    fs.removeFile(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
