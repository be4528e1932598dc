import { numbersIn } from '#domain/prose/numbers.ts';
import { sentencesIn } from '#domain/prose/sentences.ts';
import type { SourceBlock } from './story-prose.ts';

/** A number that was typed by hand: no fact stands for it. */
export interface UnprovedNumber {
  /** As it is written, with its unit. */
  readonly number: string;
  readonly sentence: string;
  /** Its offset in the source. */
  readonly at: number;
}

/** Units of the calendar and of rank: not what is measured or promised. */
const OF_TIME = new Set(['年', '月', '日', '岁', '', '周年']);

/**
 * Numbers with a unit that were typed by hand in figures. The document's own words in quotation marks prove theirs; of
 * everybody else's somebody has to ask.
 * @param isDocument whether quoted words stand in the document
 */
export function unprovedNumbers(
  blocks: readonly SourceBlock[],
  isDocument: (words: string) => boolean,
): UnprovedNumber[] {
  const proved = (text: string) =>
    text.replaceAll(/“[^”]*”|《[^》]*》/g, (found) =>
      found.startsWith('《') || isDocument(found) ? '　'.repeat(found.length) : found,
    );
  return blocks.flatMap(({ text, quoted, offsets }) => {
    if (quoted && isDocument(text)) return [];
    const words = proved(text);
    return numbersIn(words)
      .filter(({ start, unit, ordinal }) => /[\d０-９]/.test(words[start] ?? '') && !ordinal && !OF_TIME.has(unit))
      .map(({ start, end, unit }): UnprovedNumber => {
        const sentence = sentencesIn(text).find((range) => range.start <= start && start < range.end);
        return {
          number: text.slice(start, end) + unit,
          sentence: sentence ? text.slice(sentence.start, sentence.end) : text,
          at: offsets[start] ?? 0,
        };
      });
  });
}
