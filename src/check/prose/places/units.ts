import { sentencesIn } from '../../text/sentences.ts';
import type { ProseBlock, ProseFinding } from '../prose.ts';

/** Longer than any sentence that anybody reads. */
const LONG = 500;
/** How far beside a sentence the words are looked at that belong to it. */
const NEAR = 200;

function cuts({ start, end }: { start: number; end: number }, text: string): number[] {
  const at: number[] = [];
  let from = start;
  while (end - from > LONG) {
    const window = text.slice(from, from + LONG);
    const pause = Math.max(...['，', '；', '、'].map((mark) => window.lastIndexOf(mark)));
    from += pause > LONG / 2 ? pause + 1 : LONG;
    at.push(from);
  }
  return [...at, end];
}

/**
 * Reads a block sentence by sentence, each as if it stood alone (`near`: with what stands around it); what runs on without an end is cut, so that the work
 * grows with the length of a text and not with its square.
 */
export function bySentence(
  source: ProseBlock,
  read: (sentence: ProseBlock, near: string) => readonly ProseFinding[],
): ProseFinding[] {
  return sentencesIn(source.text).flatMap((sentence) => {
    let start = sentence.start;
    return cuts(sentence, source.text).flatMap((end) => {
      const offset = start;
      start = end;
      const near = source.text.slice(Math.max(0, offset - NEAR), end + NEAR);
      const found = read({ ...source, text: source.text.slice(offset, end) }, near);
      return found.map((f) => ({ ...f, start: f.start + offset, end: f.end + offset }));
    });
  });
}
