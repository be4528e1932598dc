import type { ProseBlock, ProseFinding } from '../prose.ts';
import { sentencesIn } from '../sentences.ts';
import { wronglyEmpty } from './project-cells.ts';
import { called } from './project-finding.ts';
import { masked } from './project-names.ts';
import type { ClaimReader } from './project-sentences.ts';
import { narrow } from './project-time.ts';
import { wronglyPlaced } from './project-written.ts';

type Words = Pick<ClaimReader, 'find' | 'lines' | 'read'> & { readonly executors: ClaimReader['executors']['read'] };

/** Cells that are said to be empty and numbers that are said to stand where they do not. */
export function wrongPlaces({ executors, find, lines, read }: Words) {
  /** 正文没有写培训人数: the lines whose name ends in the word. */
  const shortlyNamed = (sentence: string): readonly string[] => {
    const word = /(?:写|提|列)(?:明|到|了)?(?<word>\p{Script=Han}{2,4}?)的?(?:人数|名额|金额)/u.exec(sentence)
      ?.groups?.['word'];
    return word ? [...lines.values()].flatMap(({ line }) => (line.short.endsWith(word) ? [line.id] : [])) : [];
  };
  return (source: ProseBlock, block: number): ProseFinding[] => {
    if (!/正文|附件|任务表|附表|格|栏|列|填|没写/u.test(source.text)) return [];
    const text = narrow(source.text);
    return sentencesIn(text).flatMap(({ start, end }): ProseFinding[] => {
      const raw = text.slice(start, end);
      if (raw.length > 300) return [];
      const mentions = find(raw);
      const ids = mentions.length > 0 ? mentions.flatMap((m) => m.lines) : shortlyNamed(raw);
      const [known, ...others] = [...new Set(ids)].flatMap((id) => lines.get(id) ?? []);
      if (!known || others.length > 0) return [];
      const sentence = masked(raw, mentions);
      const shape = (from: number, to: number) => ({
        ...{ block, start: from + start, end: to + start },
        severity: source.quoted ? ('warning' as const) : ('error' as const),
        found: `“${source.text.slice(from + start, to + start)}”`,
      });
      const empty = wronglyEmpty(sentence, known, executors).map((wrong): ProseFinding => {
        const right = wrong.right.map(({ words }) => words).join('；');
        return {
          ...shape(wrong.start, wrong.end),
          code: 'project-number',
          what: `${called(known)}${wrong.year}年这一格不是空的`,
          expected: right,
          written: wrong.right.map(({ written }) => written).join('；'),
          mend: `改成${right}；空着的是别的年份，就写那一年。`,
        };
      });
      const placed = wronglyPlaced(sentence, known, read).map((wrong): ProseFinding => {
        const [first] = known.texts;
        const annex = known.where(known.years[0] ?? 0);
        return {
          ...shape(wrong.start, wrong.end),
          code: 'project-source',
          what: wrong.inText ? `正文写了${called(known)}的数` : `正文没有写${called(known)}的数`,
          expected: wrong.inText && first ? `正文${first.words}` : `写在${annex}`,
          written: wrong.inText && first ? first.written : annex,
          mend: wrong.inText ? '照正文改；正文和附件各写了什么，都写明。' : '把“正文”改成附件，照附件写。',
        };
      });
      return [...empty, ...placed];
    });
  };
}
