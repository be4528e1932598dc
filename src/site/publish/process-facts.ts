import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, on this machine and after it was started again. */
export interface ProcessFacts {
  readonly pid: number;
  readonly host: string;
  /** Changes when the machine starts; '' where the system does not tell. */
  readonly boot: string;
  /** Where process numbers are counted: containers on one machine count for themselves. */
  readonly space: string;
  /** When the process began, in the system's ticks: numbers are used again. */
  readonly born: string;
}

function told(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/** The time of birth stands after the name, which may hold anything, brackets too. */
const bornOf = (pid: number) =>
  told(() => readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').trim().split(' ')[19] ?? '');

/** This process. */
export function thisProcess(): ProcessFacts {
  return {
    pid: process.pid,
    host: hostname(),
    boot: told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    space: told(() => readlinkSync('/proc/self/ns/pid')),
    born: bornOf(process.pid),
  };
}

/** Whether a process of this machine runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Whether it is proved that a process runs no more. What cannot be asked, on another machine, counts as running. */
export function isGone(other: ProcessFacts, me: ProcessFacts): boolean {
  if (other.host !== me.host && (other.boot === '' || other.boot !== me.boot)) return false;
  if (other.boot !== me.boot) return true;
  if (other.space !== me.space) return false;
  if (!isRunning(other.pid)) return true;
  const born = bornOf(other.pid);
  return other.born !== '' && born !== '' && born !== other.born;
}
