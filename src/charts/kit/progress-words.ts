import { type Amount, amountWords } from '#domain/plan/amount.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import type { Disagreement, ProgressRow, Status } from '#domain/programme/progress.ts';
import { number, quantity } from '#format/number.ts';
import { openWords, partialWords, STATUS_WORDS, statusWords } from '#format/status.ts';

/** One number to draw: what is planned, what is reported, and what the text says where it differs. */
export interface NumberState {
  /** null: not set; never 0 unless 0 stands there. */
  readonly target: number | null;
  /** What the target means, where it is no plain number: 不少于20. */
  readonly amount?: Amount | null;
  /** null: nothing reported. */
  readonly reported: number | null;
  readonly status: Status;
  readonly unit: string;
  readonly disagreement: (Pick<Disagreement, 'quantity' | 'per' | 'annex'> & { readonly words?: string }) | null;
  /** Where several executors carry the number out: how many there are, and how many of them have a report. */
  readonly concerned?: number;
  readonly answered?: number;
  /** What they are called. */
  readonly reporter?: CountedWord;
  /** What is planned is set together with others only. */
  readonly shared?: boolean;
}

/** The words beside a mark: the first in the weight of what is known, the others quieter. */
export interface Words {
  readonly first: string;
  /** Bold: something is reported, or text and annex differ. */
  readonly bold: boolean;
  readonly rest: readonly string[];
}

/** What the text says instead of the annex: 正文20, or 正文共4 where it gives one number for all years. */
export function textWords(text: Pick<Disagreement, 'quantity' | 'per'> & { readonly words?: string }): string {
  return `正文${text.per === 'total' ? '共' : ''}${text.words ?? number(text.quantity)}`;
}

/** The target as it is meant: 20, 不少于20. */
const planned = ({ target, amount }: NumberState): string => (amount ? amountWords(amount) : number(target ?? 0));

/** 部分上报：4个单位中1个; the bare words where it is not known of how many. */
function partlySaid({ answered, concerned, reporter }: NumberState): string {
  return answered === undefined || concerned === undefined || reporter === undefined
    ? STATUS_WORDS.partial
    : partialWords(answered, concerned, reporter);
}

/** Where reported numbers come from: nothing where none is here, 样稿 where they only show the format. */
export function reportsSource(rows: readonly ProgressRow[], reporter: CountedWord): string[] {
  const reports = rows.flatMap((r) => (r.reported ? [r.reported.report] : []));
  if (reports.length === 0) return [];
  return [`上报：${reports.some((r) => r.sample) ? '样稿，不是真数' : `各${reporter.noun}上报`}`];
}

/** The words of a state, short enough to stand beside its mark; the unit stands once in the figure's note. */
export function wordsOf(state: NumberState): Words {
  const { target, reported, status, unit, disagreement, shared = false } = state;
  const plan =
    target === null
      ? []
      : disagreement
        ? [`${disagreement.annex}${planned(state)}`, textWords(disagreement)]
        : [`计划${planned(state)}`];
  const said = reported === null ? '' : `上报${number(reported)}`;
  if (status === 'unquantified')
    return { first: STATUS_WORDS.unquantified, bold: false, rest: [STATUS_WORDS['no-report']] };
  if (status === 'unquantified-reported') return { first: said + unit, bold: true, rest: [openWords(status, shared)] };
  if (status === 'not-listed') {
    const words = STATUS_WORDS['not-listed'];
    return said ? { first: said, bold: true, rest: [words] } : { first: words, bold: false, rest: [] };
  }
  if (status === 'no-report') {
    // Annex and text stand in the same weight: neither is the right one.
    return { first: plan.join('　'), bold: disagreement !== null, rest: [STATUS_WORDS['no-report']] };
  }
  // The frame is the plan; a comparison of a sum so far with it is not invited by a number.
  if (status === 'partial') return { first: said, bold: true, rest: [partlySaid(state)] };
  // The mark itself says 等于计划: the same number is not printed twice, unless 0 would be puzzling alone.
  const exact = (state.amount?.bound ?? 'exact') === 'exact';
  const same = status === 'met' && exact && target !== 0 && !disagreement;
  // Shares that several reported make no number together: only how they stand is said.
  if (said === '') return { first: statusWords(status, state.amount), bold: true, rest: plan };
  return { first: said, bold: true, rest: same ? [] : plan };
}

/** The whole of it in one string, as it is drawn. */
export const joined = (words: Words): string => [words.first, ...words.rest].join('　');

/** The same state as a sentence part for someone who does not see the mark: 计划50人，上报32人，低于计划. */
export function spoken(state: NumberState): string {
  const { target, reported, status, unit, disagreement } = state;
  return [
    target === null ? null : `${disagreement ? disagreement.annex : '计划'}${planned(state)}${unit}`,
    disagreement && `${textWords(disagreement)}${unit}`,
    reported === null ? null : `上报${quantity(reported, unit)}`,
    status === 'zero'
      ? null
      : status === 'partial'
        ? partlySaid(state)
        : statusWords(status, state.amount, state.shared),
  ]
    .filter((part) => part !== null)
    .join('，');
}
