import type { ProseBlock, ProseFinding } from '../prose.ts';
import { nameFinding } from './finding.ts';
import { type PlaceIndex, rightName } from './index.ts';
import { literal, OF_OLD } from './words.ts';

const YEAR = /(?<!\d)(?:1[89]|20)\d\d(?=年)/gu;

/** Names of former times in a sentence, where it speaks of today. */
export function formerReader({ former }: PlaceIndex, firstYear: number) {
  const names = [...former.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern = names.length > 0 ? new RegExp(names.join('|'), 'gu') : null;

  return (source: ProseBlock, block: number): ProseFinding[] => {
    const { text } = source;
    if (!pattern || OF_OLD.test(text) || [...text.matchAll(YEAR)].some(([year]) => Number(year) < firstYear)) return [];
    return [...text.matchAll(pattern)].flatMap(({ index: start, 0: old }): ProseFinding[] => {
      const name = former.get(old);
      // The title of a book or paper is what it is.
      if (!name || text.lastIndexOf('《', start) > text.lastIndexOf('》', start)) return [];
      const finding = nameFinding(
        source,
        block,
        { start, end: start + old.length },
        {
          severity: 'warning',
          code: 'place-former-name',
          what: '这是从前的地名',
          names: [name],
          mend: `改成${rightName(name)}；说的是改名以前的事，就写明“原${old}”。`,
        },
      );
      const since = name.place.name_since;
      return [{ ...finding, written: since ? `${since.text}（${since.source}）` : finding.written }];
    });
  };
}
