import type { Synonyms } from '#domain/search/synonyms.ts';
import { type Finding, finding } from '../finding.ts';

/** No word stands twice in `synonyms.yaml`: neither in one group, nor in two, which would then be one. */
export function synonymsTwice(synonyms: Synonyms): Finding[] {
  const first = new Map<string, number>();
  return synonyms.flatMap(({ words }, group) =>
    words.flatMap((written, i) => {
      const word = written.trim();
      const earlier = first.get(word);
      if (earlier === undefined) {
        first.set(word, group);
        return [];
      }
      const inside = earlier === group;
      return [
        finding({
          file: 'synonyms.yaml',
          path: [group, 'words', i],
          code: 'synonym-twice',
          what: inside ? `“${word}”在同一组里写了两次` : `“${word}”写进了两组`,
          found: inside ? `两次都在第${group + 1}组` : `第${earlier + 1}组和第${group + 1}组里都有`,
          expected: '一个词只写一次',
          mend: inside ? '删掉多写的一个。' : '两组意思相同的，并成一组；不同的，从一组里删掉它。',
        }),
      ];
    }),
  );
}
