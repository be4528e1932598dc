import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended, or the system tells nothing under this name.
    return '';
  }
};

/**
 * Watches a process and all it starts, until `stop` returns the most memory they held, in bytes; null where the system
 * tells nothing. Each process counts at its own peak: together that is at least what they held at one time.
 */
export function watchMemory(pid: number, everyMs = 25): { readonly stop: () => number | null } {
  const peaks = new Map<number, number>();
  const look = () => {
    for (const one of family(pid)) {
      const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(read(`/proc/${one}/status`))?.[1];
      if (kilobytes !== undefined) peaks.set(one, Number(kilobytes) * 1024);
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return peaks.size === 0 ? null : [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0);
    },
  };
}

/** A process with everything that descends from it. */
function family(pid: number): number[] {
  const parents = new Map(processes().map((one) => [one, parentOf(one)]));
  const all = [pid];
  for (const one of all) for (const [child, parent] of parents) if (parent === one) all.push(child);
  return all;
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The name of a program may hold spaces and brackets: what counts stands behind the last bracket. */
function parentOf(pid: number): number {
  return Number(/\) \S (\d+)[^)]*$/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0);
}
