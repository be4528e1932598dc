import { didYouMean } from '#domain/search/nearest.ts';
import { finding, shown } from '../finding.ts';
import { citationsOf } from './citations.ts';
import { canJudge, type Rule } from './draft.ts';

/** Every locator leads to a clause, a table, a row, a cell or a note of the document. */
export const locators: Rule = (draft) =>
  citationsOf(draft)
    .filter(({ locator }) => canJudge(draft, locator) && !draft.passages.has(locator))
    .map(({ file, path, locator }) =>
      finding({
        file,
        path,
        code: 'unknown-locator',
        what: '出处编号在文件里找不到',
        found: shown(locator),
        expected: 'plan/ 里有的编号',
        mend:
          didYouMean(locator, draft.passages.keys()) ||
          '到 plan/body.yaml 或附件文件里找到这段话、这一格，照抄它的编号。',
      }),
    );

/** Quoted words stand word for word in the passage they are said to come from. */
export const quotes: Rule = (draft) =>
  citationsOf(draft).flatMap(({ file, path, locator, quote }) => {
    const passage = draft.passages.get(locator);
    if (quote === undefined || !passage || passage.text.includes(quote)) return [];
    const elsewhere = [...draft.passages.values()].find((p) => p.text.includes(quote));
    const mend = elsewhere
      ? `这句话在 ${elsewhere.locator}，把 source 改成它。`
      : passage.text === ''
        ? `${locator} 是空着的或者没有刊登的，没有话可以引：换一个出处。`
        : `从 plan/ 的 ${locator} 里原样复制，标点和空格也不能差。`;
    return [
      finding({
        file,
        path: [...path.slice(0, -1), 'quote'],
        code: 'quote-not-found',
        what: '引文和原文对不上',
        found: shown(quote),
        expected: `${locator} 里一字不差的原话`,
        mend,
      }),
    ];
  });
