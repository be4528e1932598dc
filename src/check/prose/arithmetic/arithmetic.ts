import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseBlock, ProseFinding } from '../prose.ts';
import { amountsIn, findingOf, narrowed } from './amounts.ts';
import { costsTogether } from './costs.ts';
import { formulasIn } from './formulas.ts';
import { growthIn } from './growth.ts';
import { halvesIn, sharesIn, tooManyParts } from './parts.ts';
import { costsIn, personDaysIn, ratesIn } from './products.ts';
import { sumsIn } from './sums.ts';
import { inTables } from './tables.ts';

/** Words without which a sentence calculates nothing. */
const CALCULATES =
  /[=＝%％]|等于|百分之|就是|共|合计|总计|加起来|合起来|合在一起|加在一起|相加|人[天日]|总额|其中|男|[增减降]|提高|上升/u;
/** Nothing is stated: a question, a supposition, a mistake that is told. */
const NO_STATEMENT = /[？?][”’」』）)]*\s*$|如果|假如|假设|要是|误|算错|写错|不等于|并不是|≠/u;

function inSentence(text: string) {
  const amounts = amountsIn(text);
  const rest = amounts.length < 2 || amounts.length > 60 ? [] : amounts;
  return [
    ...formulasIn(text),
    ...sumsIn(text, rest),
    ...ratesIn(text, rest),
    ...costsIn(text, rest),
    ...costsTogether(text, rest),
    ...personDaysIn(text),
    ...halvesIn(text, rest),
    ...tooManyParts(text, rest),
    ...sharesIn(text, rest),
    ...growthIn(text),
  ];
}

function inBlock(source: ProseBlock, block: number): ProseFinding[] {
  if (!CALCULATES.test(source.text)) return [];
  const text = narrowed(source.text);
  return sentencesIn(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (sentence.length > 1000 || !CALCULATES.test(sentence) || NO_STATEMENT.test(sentence)) return [];
    const told: ProseFinding[] = [];
    for (const wrong of inSentence(sentence)) {
      const found = findingOf(source, block, start, wrong);
      // One mistake is told once, by the reading that is surest.
      if (found && !told.some((f) => f.start < found.end && found.start < f.end)) told.push(found);
    }
    return told;
  });
}

/** Sums, products and shares that do not add up, inside one sentence or in a table. */
export const arithmetic: OwnRule = () => {
  return ({ blocks }) => [...blocks.flatMap(inBlock), ...inTables(blocks)];
};
