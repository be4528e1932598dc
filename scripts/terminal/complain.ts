import { printable } from '#format/printable.ts';

/** Says on standard error what was not done and why; returns the exit code, to end with. */
export function complain(text: string, code: number): number {
  process.stderr.write(`${printable(text)}\n`);
  return code;
}
