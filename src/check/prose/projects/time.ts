import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import type { NumberReader } from '../../text/numbers.ts';

/** The time a number speaks of. */
export interface Time {
  /** `each`: so many in each year; `sum`: all named years together; `some`: named years, it is not said how; `open`: no time is named. */
  readonly kind: 'each' | 'sum' | 'some' | 'open';
  /** The named years; empty where none is named. */
  readonly years: readonly number[];
}

const DIGITS = '〇一二三四五六七八九';
/** 二〇一九 is 2019, and a full-width digit a plain one; the length stays. */
export const withPlainDigits = (text: string) =>
  narrowed(
    text.replaceAll(/[壹贰叁肆伍陆柒捌玖拾佰仟]{1,6}(?=[万元圆])/gu, (word) =>
      [...word].map((c) => '一二三四五六七八九十百千'['壹贰叁肆伍陆柒捌玖拾佰仟'.indexOf(c)] ?? c).join(''),
    ),
  ).replaceAll(/[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)/gu, (word) =>
    [...word].map((c) => (c === '零' ? 0 : DIGITS.indexOf(c))).join(''),
  );

const TOKEN =
  /(?<year>(?<!\d)(?:19|20)\d{2})(?=年|[、和与及—–~～至到-]{1,2}(?:19|20)\d{2})|(?<each>每年|年均|每一年|每个年度|每年度|逐年|(?<![第头前后这那])一年(?=[来去选资组安建计要有派给共合就正需得投花是两三四五六七八九十]|下来|\d|$))|(?<nth>(?:头|第|前|后|下)一年|第[二三四五]年|首年|头年|(?<!每)隔年|[次翌转来]年(?![初底末中春夏秋冬]))|(?<span>(?<!第|大学|[\d一二三四五六七八九十])(?:\d{1,2}|[一二两三四五六七八九]|十[一二三四五]?)(?:年(?![级前后])|个年度|年度)|各年)/gu;
/** 2019年5月印发的方案: the year of the paper, not of the work. */
const ISSUED = /^年?(?:\d+月(?:\d+日)?)?[^，。；]{0,8}?(?:印发|下发|发布|出台|制定|公布)/u;
/** 2020年未列: what follows is of another time. */
const NONE = /^年?(?:的)?(?:一?[格栏列])?(?:里|中)?(?:是|则|为)?(?:未列|不列|没有|没列|空|留空|无|未填)/u;
const JOINT = /^年?(?:度)?[、和与及—–~～至到-]{1,2}$/u;
const RANGE = /[—–~～至到-]/u;
const SHARE = /(?:各|均|都|分别|每年)[^，。；]{0,8}$/u;

/** 两年各40人: the time is shared out, not the cities behind it or another number's. */
const isShared = (rest: string) => SHARE.test(rest) && !/[市城]|\d+[人名位个万元批]/u.test(rest);

type Token = RegExpExecArray;

/** Whether a text names a year that the plan is not about, or a span of another length. */
export function namesOtherTime(text: string, years: readonly number[], issued: number): boolean {
  if (
    /今年|去年|前年|明年|后年|当年|同年|历年|往年|近年|近\S{1,2}年|(?<!\d{3})[\d一二两三四五六七八九十]年来(?![\d一二两三四五六七八九十])|多年|每隔/u.test(
      text,
    )
  )
    return true;
  return matchesIn(text, TOKEN).some(({ groups = {}, index }) => {
    // The year after one that the plan names is the plan's too.
    if (/[次翌隔转来]年/u.test(groups['nth'] ?? '')) return yearBefore(text.slice(0, index), years) === null;
    if (groups['year']) return !years.includes(Number(groups['year'])) && Number(groups['year']) !== issued;
    const span = /^(\d{1,2}|[一二两三四五六七八九十]{1,2})/u.exec(groups['span'] ?? '')?.[1];
    if (!span) return false;
    const length = /\d/.test(span) ? Number(span) : chineseNumber(span);
    return length !== years.length && length !== 1;
  });
}

/** The plan's year that is named last in a text, as a number or as 头一年; null where none is. */
function yearBefore(text: string, years: readonly number[]): number | null {
  const [last] = [...text.matchAll(/(?<year>(?:19|20)\d{2})(?=年)|(?:头|第|前)一年|首年|头年/gu)].slice(-1);
  if (!last) return null;
  const named = last.groups?.['year'];
  if (named === undefined) return years[0] ?? null;
  return years.includes(Number(named)) ? Number(named) : null;
}

/** 头一年, 第二年, 次年: which of the plan's years it is. */
function nthYear(word: string, before: string, years: readonly number[]): number | undefined {
  if (/^[头首]|^[第前]一/u.test(word)) return years[0];
  if (/^第[三四五]/u.test(word)) return years['一二三四五'.indexOf(word.charAt(1))];
  const last = yearBefore(before, years);
  const next = last === null ? years[1] : last + 1;
  return next !== undefined && years.includes(next) ? next : undefined;
}

/** The years named last before a number, with how they are joined. */
function namedLast(before: string): { tokens: Token[]; range: boolean } {
  const tokens = matchesIn(before, TOKEN).filter(
    (t) => !(t.groups?.['year'] && (ISSUED.test(before.slice(t.index + 4)) || NONE.test(before.slice(t.index + 4)))),
  );
  const last = tokens.at(-1);
  if (!last) return { tokens: [], range: false };
  const group = [last];
  let range = false;
  for (const token of tokens.slice(0, -1).toReversed()) {
    const [next] = group;
    const joint = next ? before.slice(token.index + token[0].length, next.index) : '';
    if (!token.groups?.['year'] || !next?.groups?.['year'] || !JOINT.test(joint)) break;
    range ||= RANGE.test(joint);
    group.unshift(token);
  }
  return { tokens: group, range };
}

/** 先25万元、后50万元: 0 for the first, 1 for the second; null where nothing is told in turn. */
function inOrder(before: string, after: string): 0 | 1 | null {
  if (/先[是有为]?$/u.test(before) && /^[^，。；\d]{0,4}[、，,](?:再|后|然后)[是有为]?\d/u.test(after)) return 0;
  return /先[是有为]?\d+[^，。；\d]{0,6}[、，,](?:再|后|然后)[是有为]?$/u.test(before) ? 1 : null;
}

/** 分别: which of the named years the number is for, from the numbers of its unit before it. */
function inTurn(rest: string, unit: string, read: NumberReader): number | null {
  const apart = rest.indexOf('分别');
  return apart < 0 ? null : read(rest.slice(apart)).filter((n) => n.unit === unit).length;
}

/** 两年是8人和4人: one for each year, though it is not said. */
function inPair(rest: string, after: string, unit: string, read: NumberReader): number | null {
  const before = read(rest).filter((n) => n.unit === unit);
  if (before.length === 0 && /^(?:和|、|，)\d+/u.test(after) && /[是为排列写](?:了|的是)?$/u.test(rest)) return 0;
  return before.length === 1 && /[是为排列写](?:了|的是)?\d+[^，。；\d]{1,2}(?:和|、|，)$/u.test(rest) ? 1 : null;
}

/**
 * The time of a number from what stands before it in its sentence, or right behind it (10人/年, 10人（2019年）).
 * `total`: 共, 合计 stands before the number.
 */
export function timeOf(
  before: string,
  after: string,
  { total, unit, read }: { total: boolean; unit: string; read: NumberReader },
  all: readonly number[],
): Time {
  // 先25万元、后50万元: the first year, then the next.
  const nth = /[两三四五六七八九十]年(?!级)|年度|分年|逐年|先后/u.test(before + after) ? inOrder(before, after) : null;
  const ordered = nth === null ? undefined : all[nth];
  if (ordered !== undefined && all.length === 2) return { kind: 'sum', years: [ordered] };
  const { tokens, range } = namedLast(before);
  const [first] = tokens;
  const rest = first ? before.slice(first.index) : '';
  if (!first) {
    if (/^(?:[/／]年|每年|一年)/u.test(after)) return { kind: 'each', years: all };
    const year = Number(/^[（(]((?:19|20)\d{2})年?[）)]/u.exec(after)?.[1] ?? 0);
    return year > 0 ? { kind: 'sum', years: [year] } : { kind: 'open', years: [] };
  }
  if (first.groups?.['each']) return { kind: 'each', years: all };
  if (first.groups?.['nth']) {
    const year = nthYear(first[0], before.slice(0, first.index), all);
    return year === undefined ? { kind: 'open', years: [] } : { kind: 'sum', years: [year] };
  }
  if (first.groups?.['span']) {
    if (/^(?:一年|1年)/u.test(first[0])) return { kind: 'open', years: [] };
    // 两年分别是8人和4人: the first number is of the first year.
    const turn = total ? null : (inTurn(rest, unit, read) ?? inPair(rest, after, unit, read));
    const own = turn === null || /[市城]/u.test(rest) ? undefined : all[turn];
    if (own !== undefined) return { kind: 'sum', years: [own] };
    return { kind: isShared(rest) && !total ? 'each' : 'sum', years: all };
  }
  // 到2020年: all that is done by then.
  if (/[到至]$/u.test(before.slice(0, first.index)) && !/^\d{4}年(?:才|只|却|便)/u.test(rest))
    return { kind: 'some', years: all };
  const named = tokens.map((t) => Number(t[0]));
  const [from = 0, to = 0] = [named.at(0), named.at(-1)];
  const years = range ? all.filter((y) => y >= from && y <= to) : named;
  if (years.length === 1) return { kind: 'sum', years };
  const turn = inTurn(rest, unit, read);
  const year = turn === null || range ? undefined : years[turn];
  if (year !== undefined) return { kind: 'sum', years: [year] };
  if (total) return { kind: 'sum', years };
  return { kind: isShared(rest) ? 'each' : 'some', years };
}
