import { chineseNumber } from '../../consistency/numerals.ts';
import { sentencesIn } from '../sentences.ts';
import type { SpanFinding } from './spans-ends.ts';

const BIRTHS = [
  /(?<year>(?:19|20)\d\d)年(?:\d{1,2}月(?:份|\d{1,2}[日号])?)?[^，。；\d]{0,12}?(?:出生|生人|降生)/gu,
  /(?:出生|生)于[^，。；\d]{0,8}(?<year>(?:19|20)\d\d)年/gu,
];
/** 2019年15岁, 2019年他刚15岁, 今年15岁. */
const AGE =
  /(?:(?<year>(?:19|20)\d\d)|(?<now>今))年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:[，,]|时|那年|当年|这一年|的时候|[他她我]|才|刚|刚好|正好|已经|已|是|年仅|年满|只有|仅|来时|入学时|来湘时|进藏时|[ \u00a0]){0,5}(?<age>\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:周岁|岁)(?!以|多|半|左右|生日|到|至|[—–-])/gu;
/** Somebody else's age, or ages in general. */
const OTHERS =
  /父|母|爸|妈|爷|奶|哥|姐|弟|妹|儿子|女儿|同伴|平均|以上|以下|比[他她我]|年龄差|虚岁|队伍|成员们|他们|她们/u;

/** Ages that do not fit the year of birth in the same sentence; told only where one person and one age are spoken of. */
export function wrongAges(text: string, storyDate: string): SpanFinding[] {
  if (!text.includes('岁') || !text.includes('生')) return [];
  return sentencesIn(text).flatMap(({ start, end }): SpanFinding[] => {
    const sentence = text.slice(start, end);
    const births = BIRTHS.flatMap((birth) => [...sentence.matchAll(birth)]);
    const ages = [...sentence.matchAll(AGE)];
    const [birth, age] = [births[0], ages[0]];
    if (!birth || !age || births.length > 1 || ages.length > 1 || OTHERS.test(sentence)) return [];
    if ([...sentence.matchAll(/岁/g)].length > 1) return [];
    const born = Number(birth.groups?.['year']);
    const now = Number(age.groups?.['now'] ? storyDate.slice(0, 4) : age.groups?.['year']);
    const word = age.groups?.['age'] ?? '';
    const said = /\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0);
    const full = now - born;
    // Before the birthday one year less, by the traditional count one year more.
    if (!(now > 0) || full < 0 || Math.abs(said - full) <= 1) return [];
    const from = Math.min(birth.index, age.index);
    const to = Math.max(birth.index + birth[0].length, age.index + age[0].length);
    return [
      {
        ...{ start: start + from, end: start + to },
        severity: 'warning',
        code: 'wrong-age',
        what: '年龄和出生年份对不上',
        expected: `${now}年是${Math.max(0, full - 1)}岁或${full}岁`,
        mend: '问清出生年份和年龄，把错的一个改对；写周岁，不写虚岁。',
      },
    ];
  });
}
