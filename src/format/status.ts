import type { Amount } from '#domain/plan/amount.ts';
import { type Collected, type PlanPhase, planPhase } from '#domain/plan/plan-phase.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import type { Status } from '#domain/programme/progress.ts';
import { chineseCount } from './number.ts';

/** The words for each state of a number; the same everywhere, never replaced by a colour. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'no-report': '暂未收录',
  zero: '上报0',
  partial: '部分上报',
  below: '低于计划',
  met: '等于计划',
  above: '高于计划',
  unquantified: '文件未定量',
  'unquantified-reported': '文件未定量，有上报',
  'not-listed': '本年未列',
};

/** What a number is that keeps to a target that is no plain number: 25 of 不少于20 is not 等于计划. */
const KEPT = '符合计划';

/** For a number that the document sets only together with others: for several who carry it out, or for all years. */
export const SHARED = '未单独定量';

/** What stands where a number is planned and none is: 文件未定量, 本年未列, 未单独定量. */
export const openWords = (status: Status, shared: boolean): string =>
  shared ? SHARED : STATUS_WORDS[status === 'not-listed' ? 'not-listed' : 'unquantified'];

/** The words for the state of a number, by what its target means; `shared`: it is set together with others only. */
export function statusWords(status: Status, amount?: Amount | null, shared = false): string {
  if (shared) return STATUS_WORDS[status].replace(STATUS_WORDS.unquantified, SHARED);
  return status === 'met' && amount && amount.bound !== 'exact' ? KEPT : STATUS_WORDS[status];
}

const someOf = (answered: number, concerned: number, { measure, noun }: CountedWord) =>
  `${concerned}${measure}${noun}中${answered}${measure}`;

/** Some executors have reported, others not: 部分上报：4个单位中1个. A sum so far, never short of the plan. */
export function partialWords(answered: number, concerned: number, reporter: CountedWord): string {
  // A number that grows from year to year lacks nobody, only its end.
  if (answered >= concerned) return STATUS_WORDS.partial;
  return `${STATUS_WORDS.partial}：${someOf(answered, concerned, reporter)}`;
}

/** Beside a sum that still lacks some executors, where there is no plan to hold it against: （4个单位中1个）. */
export function answeredWords(answered: number, concerned: number, reporter: CountedWord): string {
  return answered < concerned ? `（${someOf(answered, concerned, reporter)}）` : '';
}

/** The note that stands beside any state where text and annex differ. */
export const disagreementWords = (annex: string): string => `正文与${annex}不一致`;
/** For a value that no reliable source gives. */
export const UNKNOWN = '待补';
/** For what a source gives and the authority that decides has not confirmed. */
export const UNVERIFIED = '待核';
/** On every map. */
export const SCHEMATIC = '示意图';

/** Up to so many years each is named; a longer run is told by its ends. */
const NAMED = 3;

/** Years as a plan speaks of them: 2019年 · 2019、2020两年 · 2019—2023五年 · 2019、2021、2024、2026四年. */
export function plannedYears(years: readonly number[]): string {
  const own = [...new Set(years)].sort((a, b) => a - b);
  const [first = 0, last = first] = [own[0], own.at(-1)];
  if (own.length === 1) return `${first}年`;
  const run = last - first + 1 === own.length && own.length > NAMED;
  return `${run ? `${first}—${last}` : own.join('、')}${chineseCount(own.length)}年`;
}

const WHEN: Readonly<Record<PlanPhase, string>> = {
  before: '还没有开始；这里是计划',
  during: '正在进行；这里是计划',
  after: '已经结束；这里是当时的计划',
};

const DONE: Readonly<Record<Collected, string>> = {
  none: '做到了多少，这里还没有收录，不等于没有做。',
  some: `做到了多少，收录到的写在计划旁边；写着“${STATUS_WORDS['no-report']}”的，不等于没有做。`,
  all: '做到了多少，写在计划旁边。',
};

/**
 * The answer to “was it done?”: whether the years of the plan are to come, running or over on this day
 * (`YYYY-MM-DD`, in China), and how much of what was done stands here. Two sentences; before the first year, one.
 */
export function planPhaseWords(years: readonly number[], day: string, collected: Collected): string {
  const phase = planPhase(years, day);
  const plan = `计划管${plannedYears(years)}，${WHEN[phase]}。`;
  return phase === 'before' && collected === 'none' ? plan : `${plan}${DONE[collected]}`;
}

/** How much of the document stands on the site: 全文, or 摘录 where not all of it is entered. */
export const extentWords = ({ excerpt }: { readonly excerpt?: boolean | undefined }): string =>
  excerpt ? '摘录' : '全文';
