import { sentencesIn } from '../../text/sentences.ts';
import { OTHER_DOCUMENT } from '../counts/cues.ts';
import type { PlanRule, ProseFinding } from '../prose.ts';
import { aboutReader } from './document-itself-words.ts';
import { annexReader } from './whereabouts-annexes.ts';
import { itemReader } from './whereabouts-items.ts';
import { halfReader } from './whereabouts-numbers.ts';
import { rowReader } from './whereabouts-rows.ts';
import { sectionReader } from './whereabouts-sections.ts';

/** What stands in which annex, section, item and field of the document, where a sentence says another one. */
export const whereabouts: PlanRule = ({ programme }) => {
  const inAnnexes = annexReader(programme);
  const inSections = sectionReader(programme);
  const inHalves = halfReader(programme);
  const inItems = itemReader(programme);
  const inRows = rowReader(programme);
  const { withoutTitles } = aboutReader(programme);
  return ({ blocks }) =>
    blocks.flatMap((source, block) =>
      sentencesIn(source.text).flatMap(({ start, end }): ProseFinding[] => {
        const sentence = source.text.slice(start, Math.min(end, start + 600));
        // Another document has annexes and parts of its own.
        if (withoutTitles(sentence).another || OTHER_DOCUMENT.test(sentence)) return [];
        return [
          ...inAnnexes(sentence),
          ...inSections(sentence),
          ...inHalves(sentence),
          ...inRows(sentence),
          ...inItems(sentence),
        ].map((found): ProseFinding => {
          const range = { start: found.start + start, end: found.end + start };
          return {
            ...{ block, ...range },
            severity: source.quoted ? 'warning' : 'error',
            code: 'document-whereabouts',
            what: '这里写的出处和通知对不上',
            found: `“${source.text.slice(range.start, range.end)}”`,
            expected: found.right,
            written: found.written,
            mend: '照通知改第几部分、第几项、附件几；说的是别的文件，写出它的名字。',
          };
        });
      }),
    );
};
