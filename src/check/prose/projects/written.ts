import { matchesIn } from '../../text/glance.ts';
import type { NumberReader } from '../../text/numbers.ts';
import type { Range } from '../prose.ts';
import type { Executors } from './executors.ts';
import { called, type Wrong } from './finding.ts';
import type { Known, LineKnown } from './known.ts';
import { countsLine, familyOf, meant } from './nouns.ts';
import type { ClaimReader } from './sentences.ts';
import { linesOf, type Said } from './subjects.ts';

/** A cell of an annex that is said to be empty, though a number stands in it. */
interface NotEmpty extends Range {
  readonly year: number;
  readonly right: readonly Known[];
}

const EMPTY =
  /(?<year>(?:19|20)\d{2})年?(?:的)?(?:(?:[这那]?一?|的|那个)?(?:格|栏|列|格子|单元格)(?:里|中)?(?:却|也|则|都|还)?(?:是)?(?:空着|空的|空白|留空|留白|空缺|没有?填|没有?写|未填|什么也没有|空)|(?:都|也|则)?(?:没有?|未|不)(?:填数|填写|写数|列数|填|安排|列任务|定任务|给名额))(?!的|[在于到])/gu;
const NOT_EMPTY = /不是|并非|而非|误|错|实际|如果|假如|上报/u;

/** 某项目2019年一格空着, where the annex has a number there. `sentence`: with names blotted out. */
function wronglyEmpty(sentence: string, known: LineKnown, read: (before: string) => Executors): NotEmpty[] {
  if (known.line.row === undefined || NOT_EMPTY.test(sentence)) return [];
  return matchesIn(sentence, EMPTY).flatMap((match): NotEmpty[] => {
    const year = Number(match.groups?.['year']);
    if (!known.years.includes(year)) return [];
    const { kind, who } = read(sentence.slice(sentence.lastIndexOf('；', match.index) + 1, match.index));
    // Of cities that share the line out and are not named, any may be meant; of several named, all are.
    if (kind === 'one' || (kind !== 'open' && known.executors.length === 0)) return [];
    const one = known.executors.length === 0 ? ['all' as const] : null;
    const some = one ?? (who === 'all' ? known.executors : who).map((id) => [id]);
    const cells = some.map((id) => known.inYear(year, id)).filter((k) => k !== null);
    const wrong = kind === 'open' || kind === 'together' ? cells.length === some.length : cells.length > 0;
    return wrong && cells.length > 0
      ? [{ start: match.index, end: match.index + match[0].length, year, right: cells }]
      : [];
  });
}

/** What a sentence says wrongly of where a line's number stands. */
interface WronglyPlaced extends Range {
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
const NOT_SAID = /不是|并非|而非|误|不对|错|如果|[？?]|实际|天数|时间|月份/u;

/** 金额 is no number of a line that counts persons. */
const counts = (words: string, { line }: LineKnown) => {
  const family = familyOf(line.unit);
  if (/(?:金额|钱)$/u.test(words)) return family === 'money';
  return !/(?:人数|人|名)$/u.test(words) || family === 'people';
};

const range = ({ index, 0: words }: RegExpExecArray): Range => ({ start: index, end: index + words.length });

/** Numbers of a line that are said to stand in the annex alone, or in the text, and do not. `text`: with names blotted out. */
function wronglyPlaced(text: string, known: LineKnown, read: NumberReader): WronglyPlaced[] {
  if (!/正文|只/u.test(text) || NOT_SAID.test(text) || known.line.row === undefined) return [];
  const { texts } = known;
  if (texts.length === 0) return matchesIn(text, WRITTEN).map((match) => ({ ...range(match), inText: false }));
  const plain = matchesIn(text, NOT_WRITTEN).filter(([words]) => counts(words, known));
  const annex = matchesIn(text, ONLY_ANNEX).filter(({ index }) => {
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
    if (sentence.length > 300 || !/正文|附件|任务表|附表|格|栏|列|填|没写|安排|任务|名额/u.test(sentence)) return [];
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
