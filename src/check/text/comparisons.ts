import { type NumberReader, type NumberWord, numbersIn, numeral } from './numbers.ts';
import type { Range } from './range.ts';

/** Something named in a text that has a size. */
export interface Compared<T> extends Range {
  readonly thing: T;
}

/** How one thing is said to be to another, or to all others that are meant (`others`). */
export interface Comparison<T> extends Range {
  readonly one: T;
  /** null: all of them. */
  readonly other: T | null;
  /** The words of the clause up to the end, names left out: what is compared. */
  readonly words: string;
  /** Whether it is so, of the two sizes; of all others it is asked with each. */
  readonly holds: (one: number, other: number) => boolean;
  /** By how much, where that is said: the first is so much more, or less. */
  readonly by: { readonly number: NumberWord; readonly sign: 1 | -1 } | null;
}

const MORE = '多|大|高|长|贵|宽|早';
const LESS = '少|小|低|短|便宜|窄';
const THAN = /^[^，。；！？比]{0,14}[，,]?(?:要)?比[^，。；！？\d]{0,6}$/u;
/** 甲不如乙多, 甲没有乙长, 甲不及乙: the first is the smaller one, or of 少 the larger. */
const NOT_AS = /^[^，。；！？]{0,14}(?:[，,][^，。；！？]{0,8})?(?<verb>不如|不及|没有)[^，。；！？\d]{0,4}$/u;
const AS_MUCH = new RegExp(`^[^，。；！？\\d]{0,9}?(?:那么|这么)?(?:${MORE}|(?<less>${LESS}))(?=$|[，。；！])`, 'u');
const HOW = new RegExp(`^(?<gap>[^，。；！？\\d]{0,9}?)(?:${MORE}|(?<less>${LESS}))(?:了|出|上|得)?`, 'u');
/** 甲高于乙, 甲多于乙: the verb stands between, and nothing more is told behind. */
const VERB_BETWEEN =
  /^[”』]?[^，。；！？\d]{0,12}?(?:要|还|都|却|反而|明显|远)?(?<verb>高于|多于|大于|长于|贵于|(?<less>低于|少于|小于|短于))[“『]?$/u;
/** 两县的乡镇数目相等 is read elsewhere; 甲、乙一样多 and 甲和乙相等 here. */
const ALIKE_BETWEEN = /^[^，。；！？]{0,8}(?:和|跟|与|同)[^，。；！？]{0,6}$/u;
const ALIKE = /^[^，。；！？]{0,10}?(?:一样|相同|相等|持平|同样|不相上下)(?:多|长|高|大|的)?(?=$|[，。；！？])/u;
const TIMES_BETWEEN = /^[^，。；！？]{0,12}[，,]?[^，。；！？]{0,8}(?:是|为|相当于|等于)[^，。；！？\d]{0,4}$/u;
const TIMES =
  /^[^，。；！？\d]{0,6}的(?<lead>将近|接近|近|约|大约|超过|不到|不足|不止)?(?:整整)?(?<times>\d{1,3}(?:\.\d+)?|[一二两三四五六七八九十]{1,3})倍(?<half>半)?(?<odd>多|还多|有余|还要多|多一点|出头)?(?=$|[，。；！？还])/u;
const MOST_BEHIND = new RegExp(
  `^[^，。；！？\\d]{0,12}?(?:最(?:${MORE})|(?<less>最(?:${LESS})|垫底|排在?最后|排末位))(?:的)?(?=$|[，。；！？一那个市县行项]|$)`,
  'u',
);
const MOST_BEFORE = new RegExp(
  `(?:最(?:${MORE}|(?<less>${LESS}))(?:的)?|居首的?|领跑的?|拔头筹的?|榜首的?|(?<less2>垫底的?|末位的?|最末的?|倒数第一的?))[^，。；！？\\d最]{0,10}?(?:，)?(?:就|还|要|也)?(?:是|为|数)$`,
  'u',
);
/** 甲名额更多: than the others that are named. */
const EVEN = new RegExp(`^[^，。；！？\\d比]{0,10}?更(?:${MORE}|(?<less>${LESS}))(?:些)?(?=$|[，。；！？])`, 'u');
const DENIED = /不是|并非|而非|没有?|之一|不见得|未必|如果|假如|误|错|不比|[？?]|实际|上报|报名|走|跑|路|远/u;

/** What a text says of the sizes of things, one beside another. `things`: in order, where they are named. */
export function comparisonsIn<T>(
  text: string,
  things: readonly Compared<T>[],
  read: NumberReader = numbersIn,
): Comparison<T>[] {
  return things.flatMap((one, i): Comparison<T>[] => {
    const next = things[i + 1];
    const from =
      Math.max(...['，', '。', '；', '！', '？', '：'].map((mark) => text.lastIndexOf(mark, one.start - 1))) + 1;
    const behind = text.slice(one.end, one.end + 40);
    const told = (
      end: number,
      rest: Pick<Comparison<T>, 'other' | 'holds' | 'by'>,
      start = from,
      verb = '',
    ): Comparison<T>[] => {
      const words = things.reduce(
        (left, { start: a, end: b }) =>
          a >= start && b <= end ? `${left.slice(0, a)}${'＊'.repeat(b - a)}${left.slice(b)}` : left,
        text,
      );
      const clause = words.slice(start, end);
      return DENIED.test(verb === '' ? clause : clause.replace(verb, ''))
        ? []
        : [{ one: one.thing, start: one.start, end, words: clause, ...rest }];
    };
    if (next) {
      const between = text.slice(one.end, next.start);
      const after = text.slice(next.end, next.end + 30);
      const how = THAN.test(between) ? HOW.exec(after) : null;
      if (how) {
        const sign = how.groups?.['less'] ? -1 : 1;
        const end = next.end + how[0].length;
        const number = read(text.slice(end, end + 14)).find((n) => n.start <= 1 && !n.approximate);
        const holds = (a: number, b: number) => (sign > 0 ? a > b : a < b);
        const last = number ? end + number.end + number.unit.length : end;
        if (
          !number &&
          /^[^，。；！？]{0,3}(?:几|很多|不少|\d|倍)/u.test(text.slice(end)) &&
          /\d|倍/u.test(text.slice(end, end + 6))
        )
          return [];
        return told(last, { other: next.thing, holds, by: number ? { number, sign } : null });
      }
      const { verb } = NOT_AS.exec(between)?.groups ?? {};
      const much = verb === undefined ? null : AS_MUCH.exec(after);
      if (much) {
        const end = next.end + much[0].length;
        const holds = much.groups?.['less'] ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
        return told(end, { other: next.thing, holds, by: null }, from, verb);
      }
      const over = VERB_BETWEEN.exec(between)?.groups;
      if (
        over &&
        /^[”』]?(?:的?(?:人数|名额|金额|标准|补助|经费|天数|数|钱|一项|项目)?)(?=$|[，。；！、])/u.test(after)
      ) {
        const holds = over['less'] ? (a: number, b: number) => a < b : (a: number, b: number) => a > b;
        return told(next.end, { other: next.thing, holds, by: null }, Math.max(0, from - 24));
      }
      const times = TIMES_BETWEEN.test(between) ? TIMES.exec(after) : null;
      if (times) return told(next.end + times[0].length, { other: next.thing, by: null, holds: timesOf(times) });
      const alike = ALIKE_BETWEEN.test(between) ? ALIKE.exec(after) : null;
      if (alike) return told(next.end + alike[0].length, { other: next.thing, by: null, holds: (a, b) => a === b });
    }
    const gap = next ? next.start - one.end : Number.POSITIVE_INFINITY;
    for (const pattern of [MOST_BEHIND, EVEN]) {
      const match = pattern.exec(behind);
      if (!match || match[0].length > gap) continue;
      const less = match.groups?.['less'] !== undefined;
      return told(one.end + match[0].length, { other: null, by: null, holds: extreme(less, pattern === EVEN) });
    }
    const ahead = MOST_BEFORE.exec(text.slice(Math.max(0, one.start - 24), one.start));
    // 最多的是甲和乙: of one alone.
    if (ahead && /^[^、和与及\p{Script=Han}]|^$/u.test(behind))
      return told(
        one.end,
        {
          ...{ other: null, by: null },
          holds: extreme((ahead.groups?.['less'] ?? ahead.groups?.['less2']) !== undefined, false),
        },
        Math.max(from, one.start - ahead[0].length - 12 < 0 ? 0 : from),
      );
    return [];
  });
}

/** One of all is the most, or shares that place with others; 更 is more than each of them. */
const extreme = (less: boolean, strictly: boolean) => (a: number, b: number) =>
  strictly ? (less ? a < b : a > b) : less ? a <= b : a >= b;

function timesOf({ groups = {} }: RegExpExecArray) {
  const { lead = '', times = '', half, odd } = groups;
  const said = numeral(times) + (half ? 0.5 : 0);
  return (a: number, b: number) => {
    const right = b === 0 ? 0 : a / b;
    if (odd || /超过|不止/u.test(lead)) return right > said && (!odd || right < said + 1);
    if (/不到|不足/u.test(lead)) return right < said;
    if (/近/u.test(lead)) return right <= said && right > said - 0.6;
    return Math.abs(right - said) < (/约/u.test(lead) ? 0.35 : 0.05);
  };
}
