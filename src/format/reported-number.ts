import { amountWords } from '#domain/plan/amount.ts';
import { isSet, membersOf } from '#domain/plan/cell.ts';
import { type ProgressRow, whenOf } from '#domain/programme/progress.ts';
import type { ReportedNumber } from '#domain/programme/reported-numbers.ts';
import { number } from './number.ts';
import { openWords, statusWords } from './status.ts';

/** What a row sets, with its unit; its own words where they are no amount; null where it sets nothing. */
function setWords({ cell, amount, unit }: ProgressRow): string | null {
  if (cell === null || !isSet(cell)) return null;
  return amount === null || cell.parts !== undefined ? cell.words : `${amountWords(amount)}${unit}`;
}

/** What is planned of a number that a unit reports: 40人; 本年未列; 三年合计150人（和乙市一起）. */
export function plannedWords({ own, shared, year }: ReportedNumber, nameOf: (executor: string) => string): string {
  const mine = own && setWords(own);
  if (mine) return mine;
  const whole = shared && setWords(shared);
  if (!shared || !whole) return openWords(own?.status ?? 'unquantified', false);
  const when = shared.year === year ? '' : whenOf(shared);
  const others = membersOf(shared.executor).length > 1 ? `（${nameOf(shared.executor)}一起）` : '';
  return `${when}${whole}${others}`;
}

/** What the site says of a number: 暂未收录; 50人，等于计划. */
export function standingWords({ own, shared }: ReportedNumber): string {
  if (own === null) return statusWords('no-report', shared?.amount);
  const state = statusWords(own.status, own.amount, own.shared);
  return own.reported === null
    ? state
    : `${own.reported.part ?? ''}${number(own.reported.quantity)}${own.unit}，${state}`;
}
