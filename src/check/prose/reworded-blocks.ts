import type { Reworded } from '../text/reworded.ts';
import type { ProseBlock, ProseFinding } from './prose.ts';

/** A block in the other words of its text; what is proved in it moves along. */
export function inOtherWords(block: ProseBlock, own: Reworded): ProseBlock {
  const proved = block.proved.map((range) => ({ ...range, start: own.here(range.start), end: own.here(range.end) }));
  return { ...block, text: own.text, proved };
}

/**
 * What was found in a block's other words, at its place in the words of its own; `found` is null where it is no slice of
 * the text: then the rule's own words for it stand.
 */
export function atOriginal(
  { start, end, found }: ProseFinding,
  block: ProseBlock,
  own: Reworded,
): Pick<ProseFinding, 'start' | 'end'> & { readonly found: string | null } {
  const range = { start: own.original(start, false), end: own.original(end, true) };
  const isSlice = found === `“${own.text.slice(start, end)}”`;
  return { ...range, found: isSlice ? `“${block.text.slice(range.start, range.end)}”` : null };
}
