import { printable } from '#format/printable.ts';
import { systemTrouble, troubleWords } from './system-trouble.ts';

/** How a command speaks of its own end. */
export interface Ending {
  /** What did not come about: `没有写送审单`. */
  readonly failed: string;
  /** What is still as it was, as a sentence. */
  readonly untouched: string;
}

/**
 * What a command says of an error it did not foresee, in the words of a clerk: what failed and why, what to do, what was
 * not touched. A fault of the machine (a full disk, no rights) is told as such, any other with the first line of its
 * message, which is for the maintainer.
 */
export function failureWords(error: unknown, { failed, untouched }: Ending): string {
  const trouble = systemTrouble(error);
  return `${failed}：${trouble ? troubleWords(trouble) : ownFault(error)}\n${untouched}`;
}

function ownFault(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `程序自己出了错，不是内容的问题。把这句话告诉维护人：“${printable(first)}”。要看细节，在命令前加 DEBUG=1 再运行一次。`;
}
