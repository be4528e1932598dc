import { listed } from '#domain/search/nearest.ts';
import { finding, shown } from '../finding.ts';
import { citationsOf } from './citations.ts';
import type { Rule } from './draft.ts';
import { numbersIn } from './numerals.ts';

/** A number that is said to be quoted stands in its quote. */
export const quotedNumbers: Rule = (draft) =>
  citationsOf(draft).flatMap(({ file, path, quote, number }) => {
    if (quote === undefined || number === undefined) return [];
    const there = numbersIn(quote);
    if (there.includes(number)) return [];
    return [
      finding({
        file,
        path: [...path.slice(0, -1), 'quote'],
        code: 'number-not-in-quote',
        what: `引文里没有 ${number} 这个数`,
        found: shown(quote),
        expected: `含有 ${number} 的原话`,
        mend:
          there.length > 0
            ? `引文里的数是 ${listed(there.map(String))}：核对数和引文，改错的那一个。`
            : '把引文取长一点，让数也在里面。',
      }),
    ];
  });
