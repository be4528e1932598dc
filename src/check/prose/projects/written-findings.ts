import type { Range } from '../prose.ts';
import { wronglyEmpty } from './cells.ts';
import { called, type Wrong } from './finding.ts';
import type { LineKnown } from './known.ts';
import type { ClaimReader } from './sentences.ts';
import { linesOf, type Said } from './subjects.ts';
import { wronglyPlaced } from './written.ts';

type Words = Pick<ClaimReader, 'lines' | 'read'> & { readonly executors: ClaimReader['executors']['read'] };

/** Cells that are said to be empty and numbers that are said to stand where they do not. */
export function wrongPlaces({ executors, lines, read }: Words) {
  /** 正文没有写培训人数: the lines whose name ends in the word. */
  const shortlyNamed = (sentence: string): readonly LineKnown[] => {
    const word = /(?:写|提|列)(?:明|到|了)?(?<word>\p{Script=Han}{2,4}?)的?(?:人数|名额|金额)/u.exec(sentence)
      ?.groups?.['word'];
    return word ? [...lines.values()].filter(({ line }) => line.short.endsWith(word)) : [];
  };
  return ({ text: sentence, mentions }: Said): Wrong[] => {
    if (sentence.length > 300 || !/正文|附件|任务表|附表|格|栏|列|填|没写/u.test(sentence)) return [];
    const [known, ...others] = mentions.length > 0 ? linesOf(mentions, lines) : shortlyNamed(sentence);
    if (!known || others.length > 0) return [];
    const shape = ({ start, end }: Range) => ({ start, end, severity: 'error' as const });
    const empty = wronglyEmpty(sentence, known, executors).map((wrong): Wrong => {
      const right = wrong.right.map(({ words }) => words).join('；');
      return {
        ...shape(wrong),
        code: 'project-number',
        what: `${called(known)}${wrong.year}年这一格不是空的`,
        expected: right,
        written: wrong.right.map(({ written }) => written).join('；'),
        mend: `改成${right}；空着的是别的年份，就写那一年。`,
      };
    });
    const placed = wronglyPlaced(sentence, known, read).map((wrong): Wrong => {
      const [first] = known.texts;
      const annex = known.where(known.years[0] ?? 0);
      return {
        ...shape(wrong),
        code: 'project-source',
        what: wrong.inText ? `正文写了${called(known)}的数` : `正文没有写${called(known)}的数`,
        expected: wrong.inText && first ? `正文${first.words}` : `写在${annex}`,
        written: wrong.inText && first ? first.written : annex,
        mend: wrong.inText ? '照正文改；正文和附件各写了什么，都写明。' : '把“正文”改成附件，照附件写。',
      };
    });
    return [...empty, ...placed];
  };
}
