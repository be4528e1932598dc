import { chineseNumber } from '../../rules/numerals.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { Range } from '../prose.ts';
import type { SpanFinding } from './spans-ends.ts';

const YEAR = '(?<year>(?:19|20)\\d\\d)年';
const BIRTHS = [
  // 1990年3月生, 1961年出生的老裁缝, 1988年出生在某地.
  new RegExp(
    `${YEAR}(?:\\d{1,2}月(?:份|\\d{1,2}[日号])?)?(?:[^，。；、\\d]{0,12}?(?:出生|生人|降生)|生(?=$|[，。；、）)的于在]))`,
    'gu',
  ),
  new RegExp(`(?:出生|生)(?:于|在)[^，。；\\d]{0,8}${YEAR}`, 'gu'),
  // 我是1999年的: somebody says it of himself.
  new RegExp(`(?<=(?:^|[，。；“])(?:[我他她]|样例\\p{Script=Han})是)${YEAR}的(?=[，。；”]|$)`, 'gu'),
  /(?:出生年月|出生日期|生日)[^\d，。；]{0,3}(?<year>(?:19|20)\d\d)[年.\-/]/gu,
];
const YEARS = new RegExp(YEAR, 'gu');
const AGE =
  /(?<loose>刚过|年过|已过|过了|年近|将近|接近|近|快|不到|未满|不满|约|大约|大概)?(?<age>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:周岁|岁)(?!以|生日|到|至|[—–-])(?<more>多|半|出头|左右|上下)?/gu;
/** Somebody else's age, ages in general, and a time that is not the year named. */
const OTHERS =
  /父|母|爸|妈|爷|奶|哥|姐|弟|妹|儿子|女儿|丈夫|妻子|爱人|老伴|同伴|平均|以上|以下|比[他她我]|年龄差|虚岁|队伍|成员们|他们|她们|两人|二人|三人|人均|岁那年|岁时|岁起|岁开始|岁就|从\d{1,2}岁|后来|之前|以后|以前/u;
/** 31岁 of today. */
const NOW = /今年|现年|如今|眼下|现在/u;

interface Age extends Range {
  readonly least: number;
  readonly most: number;
}

function ageOf(match: RegExpExecArray): Age {
  const { age: word = '', loose = '', more = '' } = match.groups ?? {};
  const said = /\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0);
  const range = { start: match.index, end: match.index + match[0].length };
  const round = said % 10 === 0 && said > 0;
  if (/过/u.test(loose)) return { ...range, least: said, most: said + (loose === '刚过' ? 2 : 10) };
  if (/[近快到满]|接近/u.test(loose)) return { ...range, least: said - 4, most: said };
  if (/多|出头/u.test(more)) return { ...range, least: said, most: said + (round ? 9 : 1) };
  if (loose !== '' || /左右|上下/u.test(more)) return { ...range, least: said - 3, most: said + 3 };
  return { ...range, least: said, most: said };
}

/** The years in which the age may be said, besides the year of birth, the likeliest first; none where it is not clear. */
function yearsOfAge(text: string, birth: RegExpExecArray, age: Age, storyYear: number): number[] {
  const inBirth = (at: number) => at >= birth.index && at < birth.index + birth[0].length;
  const others = [...text.matchAll(YEARS)].filter(({ index }) => !inBirth(index));
  const [only, ...more] = new Set(others.map(({ groups }) => Number(groups?.['year'])));
  if (more.length > 0) return [];
  const today = NOW.test(text) && storyYear > 0 ? [storyYear] : [];
  if (only !== undefined) return [only, ...today];
  if (today.length > 0 || !(storyYear > 0)) return today;
  // 1990年3月生，31岁: of the day on which it is written.
  const plain = /^[，、（(]*(?:今年|现年|如今|现在)?(?:已经?|刚刚?|才|正好|是|年仅)?$/u;
  const ahead = text.slice(birth.index + birth[0].length, age.start);
  return plain.test(ahead) ? [storyYear] : [];
}

const MONTH_OF = /(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月/gu;
/**
 * 1985年8月生，2019年5月已满35周岁: how many full years there can be at the most, where the text says that they are full;
 * null where it does not. With both months written it is exact.
 */
function fullYears(text: string, birth: RegExpExecArray, age: Age): number | null {
  const said = text.slice(Math.max(0, age.start - 2), age.end);
  if (!/满|周岁/u.test(said) || /[未不]满|虚/u.test(said)) return null;
  const born = Number(birth.groups?.['year']);
  const dated = [...text.matchAll(MONTH_OF)].map(({ groups }) => ({
    year: Number(groups?.['year']),
    month: Number(groups?.['month']),
  }));
  const years = [...text.matchAll(YEARS)].map(({ groups }) => Number(groups?.['year'])).filter((year) => year !== born);
  const [now] = years;
  if (now === undefined) return null;
  const from = dated.find(({ year }) => year === born);
  const to = dated.find(({ year }) => year === now);
  return now - born - (from && to && to.month < from.month ? 1 : 0);
}

function wrongIn(text: string, storyDate: string): (Range & { readonly expected: string }) | null {
  const births = BIRTHS.flatMap((birth) => [...text.matchAll(birth)]);
  const ages = [...text.matchAll(AGE)];
  const [birth, match] = [births[0], ages[0]];
  const born = Number(birth?.groups?.['year']);
  if (!birth || !match || births.some((b) => Number(b.groups?.['year']) !== born) || ages.length > 1) return null;
  if (OTHERS.test(text) || (text.match(/岁/gu) ?? []).length > 1) return null;
  const age = ageOf(match);
  const years = yearsOfAge(text, birth, age, Number(storyDate.slice(0, 4)));
  const [now = 0] = years;
  const full = now - born;
  // Before the birthday one year less, by the traditional count one year more.
  const most = fullYears(text, birth, age);
  const fits = (year: number) =>
    age.least <= (year === now && most !== null ? most : year - born + 1) && age.most >= year - born - 1;
  if (years.length === 0 || full < 0 || years.some(fits)) return null;
  return {
    start: Math.min(birth.index, age.start),
    end: Math.max(birth.index + birth[0].length, age.end),
    expected:
      most === null || most > full || most < 0
        ? `${now}年是${Math.max(0, full - 1)}岁或${full}岁`
        : `${now}年是${most}岁`,
  };
}

/** Ages that do not fit the year of birth; told only where one person and one age are spoken of. */
export function wrongAges(text: string, storyDate: string): SpanFinding[] {
  if (!text.includes('岁') || !/生|年的/u.test(text)) return [];
  const sentences = sentencesIn(text);
  return sentences.flatMap(({ start, end }, i): SpanFinding[] => {
    const next = sentences[i + 1];
    const own = text.slice(start, end);
    // 他1990年生。今年31岁。
    const goesOn =
      next &&
      !own.includes('岁') &&
      /^(?:今年|现年|[他她]|时年|(?:\d{1,2}|[一二三四五六七八九十]{2,3})岁的)/u.test(text.slice(next.start, next.end));
    const read = goesOn ? text.slice(start, next.end) : own;
    const wrong = read.length > 300 ? null : wrongIn(read, storyDate);
    if (!wrong) return [];
    return [
      {
        ...{ start: start + wrong.start, end: start + wrong.end, expected: wrong.expected },
        severity: 'warning',
        code: 'wrong-age',
        what: '年龄和出生年份对不上',
        mend: '问清出生年份和年龄，把错的一个改对；写周岁，不写虚岁。',
      },
    ];
  });
}
