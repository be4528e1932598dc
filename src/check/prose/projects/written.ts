import type { NumberReader } from '../../text/numbers.ts';
import type { Range } from '../prose.ts';
import type { LineKnown } from './known.ts';
import { countsLine, familyOf, meant } from './nouns.ts';

/** What a sentence says wrongly of where a line's number stands. */
export interface WronglyPlaced extends Range {
  /** Whether the text has the number. */
  readonly inText: boolean;
}

const NUMBER = '(?:人数|多少人|多少名|几个?人|几名|名额|金额|多少钱|多少个|几个|数量|数目|这个数|这一数)';
/** 正文没有写人数. Of a year, a city, one of them or a time it is another number. */
const NOT_WRITTEN = new RegExp(
  `正文(?:里|中|部分)?(?:并|也|根本|却|完全)?(?:没有?|未|不)(?:有)?(?:写明|写出|写|提到|提及|提|说|列出|列|规定)?(?:过|到)?[^，。；\\d年市每各分]{0,16}?${NUMBER}`,
  'gu',
);
const WRITTEN = new RegExp(
  `正文(?:里|中|部分)?(?:已经?|也|都|就)?写(?:了|着|明|有|得有)[^，。；\\d]{0,16}?${NUMBER}(?=$|[，。；！])|${NUMBER}[，]?正文(?:里|中|部分)?(?:已经?|也|都|就)?写(?:了|着|明了?|有)(?=$|[，。；！])`,
  'gu',
);
/** 每年40人，正文里没有, 这个数只见于附件2. */
const ONLY_ANNEX =
  /正文(?:里|中|部分)?(?:并|也|却)?(?:没有?|未)(?:写|提|提到|写到|列|出现|这个数)?(?=$|[，。；！、])|只(?:见于|见|在|写在|列在|出现在|能?在)(?:附件|任务表|附表)\d?(?:里|中)?[^，。；]{0,6}(?=$|[，。；！])/gu;
const DENIED = /不是|并非|而非|误|不对|错|如果|[？?]|实际|天数|时间|月份/u;

/** 金额 is no number of a line that counts persons. */
const counts = (words: string, { line }: LineKnown) => {
  const family = familyOf(line.unit);
  if (/(?:金额|钱)$/u.test(words)) return family === 'money';
  return !/(?:人数|人|名)$/u.test(words) || family === 'people';
};

const range = ({ index, 0: words }: RegExpExecArray): Range => ({ start: index, end: index + words.length });

/** Numbers of a line that are said to stand in the annex alone, or in the text, and do not. `text`: with names blotted out. */
export function wronglyPlaced(text: string, known: LineKnown, read: NumberReader): WronglyPlaced[] {
  if (!/正文|只/u.test(text) || DENIED.test(text) || known.line.row === undefined) return [];
  const { texts } = known;
  if (texts.length === 0) return [...text.matchAll(WRITTEN)].map((match) => ({ ...range(match), inText: false }));
  const plain = [...text.matchAll(NOT_WRITTEN)].filter(([words]) => counts(words, known));
  const annex = [...text.matchAll(ONLY_ANNEX)].filter(({ index }) => {
    const before = text.slice(0, index);
    const number = read(before)
      .map((n) => meant(n, before))
      .findLast((n) => countsLine(n.unit, known));
    // A number of a named year, or of all years, is the annex's.
    if (!number || number.approximate || /(?:19|20)\d{2}年|共|合计|总计|各|每市/u.test(before)) return false;
    return texts.some(({ value }) => value === number.value);
  });
  return [...plain, ...annex].map((match) => ({ ...range(match), inText: true }));
}
