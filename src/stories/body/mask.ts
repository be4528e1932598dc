/** A part of a source, from its first character to behind its last one. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part that the parser must not see; `text`, of the same length, is what it sees instead. */
export interface Mask extends Range {
  readonly text?: string;
}

/** A character that means nothing to Markdown and stands in a word. */
const FILLER = '一';

const hidden = (text: string) => text.replaceAll(/[^\n]/g, FILLER);

/** In order; of two at one place the longer counts, and what hides everything before what shows something else. */
const firstAndWhole = (a: Mask, b: Mask) =>
  a.start - b.start || b.end - a.end || Number(a.text !== undefined) - Number(b.text !== undefined);

/**
 * The source with some of its parts made harmless: every character but line breaks becomes one that means nothing, so
 * that whatever else is found stands where it stood.
 */
export function masked(source: string, masks: readonly Mask[]): string {
  let text = '';
  let at = 0;
  for (const { start, end, text: instead } of masks.toSorted(firstAndWhole)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    text += source.slice(at, from) + (instead?.slice(from - start) ?? hidden(source.slice(from, end)));
    at = end;
  }
  return text + source.slice(at);
}

/** Whether a part touches one of some others. */
export const touches = ({ start, end }: Range, others: readonly Range[]) =>
  others.some((other) => other.start < end && start < other.end);
