import { chineseNumber } from '../../rules/numerals.ts';
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

/** 9:00开课，8:30结束: what begins and what ends in one sentence. */
const TOLD = new RegExp(
  `(?<![\\d:：.〇零一二三四五六七八九十])${time(1)}[^，。；！？\\d]{0,8}?(?:开课|开始|开班|开会|开幕|开营|出发|启程|上课|集合|报到|签到|入场)[^。；！？\\d]{0,10}?${time(2)}[^，。；！？\\d]{0,6}?(?:结束|散会|下课|闭幕|散场|解散|离场|返回|收工)`,
  'gu',
);
const ANOTHER_DAY = /次日|第二天|翌日|隔天|隔日|通宵|整夜|跨夜|凌晨|夜里|半夜|明天/u;
const MORNING = /上午|早上|早晨|清晨/u;

/** Times that run backwards: 上午10:30—9:00. What may go past noon or past midnight is left alone. */
export function reversedTimes(text: string): SpanFinding[] {
  return [...text.matchAll(BEGIN), ...text.matchAll(TOLD)].flatMap(({ index, 0: word, groups = {} }): SpanFinding[] => {
    const end = index + word.length;
    const [from, to] = [minutesOf(groups, 1), minutesOf(groups, 2)];
    const [first, second] = [groups['period1'], groups['period2']];
    const clause = /[^，。；！？\n]*$/u.exec(text.slice(Math.max(0, index - 30), index))?.[0] ?? '';
    if (from <= to || ANOTHER_DAY.test(clause + word + text.slice(end, end + 6))) return [];
    // Without a word for the second time 10:30至2:00 goes past noon; in the morning it does not.
    const morning = MORNING.test(second ?? first ?? clause);
    const sameHalf = second !== undefined && first !== undefined ? second === first : morning;
    if (!sameHalf && !(from - to > 0 && from >= 13 * 60 && to >= 8 * 60 && second === undefined)) return [];
    // 上午9:00至1:00 is meant past noon.
    if (second === undefined && to < 6 * 60) return [];
    return [
      {
        ...{ start: index, end, severity: 'error' },
        ...{ code: 'reversed-span', what: '起止时间写反了' },
        expected: '先早后晚',
        mend: '对着原始材料查清几点开始、几点结束；过了半夜的，写明次日。',
      },
    ];
  });
}
