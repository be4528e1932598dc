import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import type { Severity } from '../../finding.ts';
import { narrowed } from '../../text/full-width.ts';
import { numbersIn } from '../../text/numbers.ts';
import type { ProseBlock, ProseFinding, Range } from '../prose.ts';

/** A quantity of a sentence that can be calculated with. */
export interface Amount extends Range {
  readonly value: number;
  /** What is added to like: 人 for 名 and 位, 元 for all money. */
  readonly unit: string;
  /** What is counted, where a measure word alone says little: 方面 of 四个方面; empty where nothing follows. */
  readonly noun: string;
  readonly approximate: boolean;
}

/** A mistake of calculation before it is said of which block. */
export interface Miscalculation extends Range {
  readonly severity: Severity;
  readonly code: string;
  readonly what: string;
  readonly expected: string;
}

const SAME: Readonly<Record<string, string>> = { 名: '人', 位: '人' };
/** Units that are no quantities, or mean another thing each time. */
const NOT_ADDED = /^(?:|年|月|日|岁|期|届|海拔|周|％|%|倍)$/u;

/** Measure words of many things. */
const MEASURE = /^[个项类条件份]$/u;

/** Whether two amounts may count the same: 六个部分 and 四个方面 do not. */
export const areAlike = (a: Amount, b: Amount) =>
  a.unit === b.unit && (a.noun === '' || b.noun === '' || a.noun === b.noun);

const WIDE_SIGNS = /[０-９＋－＝＊．％]/gu;

/** Full-width digits and signs as narrow ones; the length stays. */
export const narrowSigns = (text: string) => narrowed(text, WIDE_SIGNS);

/** The quantities of a text, with 4个人 as persons and money in 元. */
export function amountsIn(text: string): Amount[] {
  return numbersIn(text).flatMap((n): Amount[] => {
    const rest = text.slice(n.end, n.end + 4);
    const person = n.unit === '个' && rest.startsWith('个人');
    // 100人天 counts neither persons nor days.
    if (n.unit === '人' && /^人(?:天(?!天)|日)/u.test(rest)) return [];
    const unit = person ? '人' : (SAME[n.unit] ?? n.unit);
    if (n.ordinal || NOT_ADDED.test(unit)) return [];
    const end = n.end + n.unit.length + (person ? 1 : 0);
    const range = /[—–~～至到-]$/u.test(text.slice(0, n.start)) || /^[—–~～至到-]/u.test(text.slice(n.end));
    const approximate =
      n.approximate || range || /^[^，。；]{0,2}(?:左右|上下|以上|以下)/u.test(text.slice(end, end + 5));
    const money = isMoney(unit);
    const value = money ? Math.round(convertMoney({ value: n.value, unit }, '元').value * 100) / 100 : n.value;
    const noun = MEASURE.test(unit) ? (/^\p{Script=Han}{0,2}/u.exec(text.slice(end, end + 2))?.[0] ?? '') : '';
    return [{ start: n.start, end, value, unit: money ? '元' : unit, noun, approximate }];
  });
}

/** A value as a clerk writes it: 400000元 as 40万元. */
export function spelled(value: number, unit: string): string {
  const round = (v: number) => String(Math.round(v * 10000) / 10000);
  return unit === '元' && value >= 10_000 ? `${round(value / 10_000)}万元` : `${round(value)}${unit}`;
}

/** A number with at most some places behind the point. */
export const spelledRound = (value: number, places: number): string =>
  String(Math.round(value * 10 ** places) / 10 ** places);

export const sumOf = (all: readonly Amount[]) => all.reduce((sum, a) => sum + a.value, 0);
export const isSame = (a: number, b: number) => Math.abs(a - b) < 0.005;

/** The finding in its block; in somebody else's words it is a warning. Null where the site put in every number itself. */
export function findingOf(
  source: ProseBlock,
  block: number,
  offset: number,
  wrong: Miscalculation,
): ProseFinding | null {
  const { severity, code, what, expected } = wrong;
  const [start, end] = [wrong.start + offset, wrong.end + offset];
  const numbers = numbersIn(source.text.slice(start, end)).filter((n) => n.unit !== '年');
  const byHand = numbers.some((n) => !source.proved.some((p) => p.start < n.end + start && n.start + start < p.end));
  if (!byHand) return null;
  return {
    ...{ block, start, end, code, what, expected },
    severity: source.quoted ? 'warning' : severity,
    found: `“${source.text.slice(start, end)}”`,
    written: null,
    mend: '重新算一遍，查清是哪个数写错了，改对它；如果还有别的没有写出来，写明还有什么。',
  };
}
