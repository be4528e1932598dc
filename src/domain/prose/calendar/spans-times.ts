import { chineseNumber } from '../../consistency/numerals.ts';
import { SMALL, SPACE, smallNumber, TO } from './calendar.ts';
import type { SpanFinding } from './spans-ends.ts';

const PERIOD = '上午|下午|早上|早晨|晚上|中午|凌晨|清晨|傍晚|早|晚';
const time = (n: number) =>
  `(?<period${n}>${PERIOD})?${SPACE}(?:(?<hour${n}>\\d{1,2})[:：](?<minute${n}>\\d{2})|(?<clock${n}>${SMALL})[点时](?:(?<half${n}>半)|整|(?<spoken${n}>\\d{1,2})分?)?)`;
const BEGIN = new RegExp(`(?<![\\d:：.〇零一二三四五六七八九十])${time(1)}${SPACE}${TO}${SPACE}${time(2)}`, 'gu');
const COUNT =
  /^(?:[，,（(：:\s]|的|这|一共|总共|共计|共|历时|为期|持续|整整|连续|时间|长达|是|为|用了|花了){0,6}(?:(?<value>\d{1,3}(?:\.\d)?|[一二两三四五六七八九十]{1,3})(?<half>个半)?个?|(?<onlyHalf>半)个?)(?<unit>小时|钟头|分钟)(?!多|左右|上下|以[上下内]|余|\d|[前后])/u;

type Groups = Readonly<Record<string, string | undefined>>;

/** Minutes since midnight. */
function minutesOf(groups: Groups, n: 1 | 2): number {
  const hour = smallNumber(groups[`hour${n}`] ?? groups[`clock${n}`] ?? '0');
  const minute = groups[`half${n}`] ? 30 : Number(groups[`minute${n}`] ?? groups[`spoken${n}`] ?? 0);
  const later = /下午|晚|傍晚/u.test(groups[`period${n}`] ?? '') && hour < 12 ? 12 : 0;
  return (hour + later) * 60 + minute;
}

/** How long it may be from one time to the other: past midnight, or on a clock of twelve hours. */
function lengths(groups: Groups): number[] {
  const length = minutesOf(groups, 2) - minutesOf(groups, 1);
  return length > 0 ? [length] : [length + 720, length + 1440].filter((one) => one > 0);
}

const inWords = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`;
};

/** 8:30至9:30两个小时: more hours than there are; fewer may have had a break. */
export function miscountedTimes(text: string): SpanFinding[] {
  return [...text.matchAll(BEGIN)].flatMap(({ index, 0: word, groups = {} }): SpanFinding[] => {
    const end = index + word.length;
    const count = COUNT.exec(text.slice(end, end + 30));
    if (!count) return [];
    const { value = '', half, onlyHalf, unit } = count.groups ?? {};
    const number = onlyHalf ? 0.5 : (/\d/.test(value) ? Number(value) : (chineseNumber(value) ?? 0)) + (half ? 0.5 : 0);
    const said = unit === '分钟' ? number : number * 60;
    const longest = Math.max(...lengths(groups));
    if (said - longest < (unit === '分钟' ? 6 : 30)) return [];
    return [
      {
        ...{ start: index, end: end + count[0].length },
        severity: 'error',
        code: 'wrong-duration',
        what: '起止时间和写的长短对不上',
        expected: inWords(longest),
        mend: '数一数从几点到几点有多长，把起止或者长短改对。',
      },
    ];
  });
}
