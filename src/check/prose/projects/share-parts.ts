import type { NumberReader } from '../../text/numbers.ts';
import type { LineKnown } from './known.ts';

/** One way to read what a share is of. */
export interface Ratio {
  readonly value: number;
  /** 11÷28 */
  readonly words: string;
}

/** Of the whole quantity of a line in its years, somebody's part or one year's. */
export const ratio = (part: number, whole: number): Ratio[] =>
  whole > 0 && part < whole ? [{ value: part / whole, words: `${part}÷${whole}` }] : [];

/** One year's part of a line that is planned for several. */
export const ofYear = ([k]: readonly LineKnown[], year: number): Ratio[] =>
  k ? ratio(k.inYear(year, 'all')?.value ?? 0, k.inAll('all')?.value ?? 0) : [];

const PLACED =
  /^(?:的?(?:钱|资金|经费|金额|人数|名额|人|数))?(?:都|是|要|会)?(?:安排|放|排|落|用|花|列|投|集中)?(?:在|于|到)了?(?<year>(?:19|20)\d{2})年(?:$|[，。；、！）])/u;

/** 超过八成安排在2019年: the year of which a share is, as it stands behind the share; null where none of `years` does. */
export function yearBehind(after: string, years: readonly number[]): number | null {
  const year = Number(PLACED.exec(after)?.groups?.['year'] ?? 0);
  return years.includes(year) ? year : null;
}

/** 七成走的是某项目, 过半的乡镇都在某县: what stands behind a share and before whose it is. */
const GOES_TO =
  /^(?:的)?(?:\p{Script=Han}{1,4}?)?(?:全都|都|是|要|就)?(?:走的是|拿的是|领的是|来自|落在|分给|分在|给了?|归|属于|集中在|在|是)[“「]?$/u;
/** Whether words behind a share lead to whose it is. */
export const leadsTo = (words: string) => GOES_TO.test(words);

const WHOLE =
  /^[^，。；\d、]{0,10}[，,]?(?:正好|刚好|约|只)?(?:占|是|为)(?:了|到)?(?:全部|全体|所有|总共|总数|全市|全省)?(?:的)?$/u;
const OF = /^[^，。；、\d]{0,8}的(?:将近|接近|近|约|大约|不到|不足|超过|整整)?$/u;
/** The part is no number that stands alone, or is not the whole of what is divided. */
const MORE = /合|共|加|总|都|各|每|其中|另/u;

/** 4个乡镇，占全部28个的五分之一: the two numbers right before a share; null where they are not plainly its part and whole. */
export function isDivided(
  before: string,
  read: NumberReader,
): { readonly part: number; readonly whole: number } | null {
  const numbers = read(before).slice(-3);
  const [part, whole] = numbers.slice(-2);
  if (!part || !whole || part.approximate || whole.approximate || part.ordinal || whole.ordinal) return null;
  if (part.unit === '' || part.unit !== whole.unit || /^[年月日%％]$/u.test(part.unit)) return null;
  const between = before.slice(part.end + part.unit.length, whole.start);
  if (!WHOLE.test(between) || MORE.test(between.replace(/总共|总数/u, ''))) return null;
  if (!OF.test(before.slice(whole.end + whole.unit.length))) return null;
  // 8个、4个，占28个的…: the part may be all of them.
  const [earlier] = numbers.length === 3 ? numbers : [];
  if (earlier && earlier.unit === part.unit) return null;
  return whole.value > part.value ? { part: part.value, whole: whole.value } : null;
}
