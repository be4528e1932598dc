import type { Severity } from '../../finding.ts';
import type { Range } from '../prose.ts';
import type { Surroundings } from './personal-context.ts';

/** The kinds of numbers and addresses that reach a private person. */
export type PersonalKind =
  | 'identity'
  | 'mobile'
  | 'landline'
  | 'bank-card'
  | 'mail'
  | 'account'
  | 'travel-document'
  | 'plate'
  | 'home';

/** One of them in a text. */
export interface PersonalHit extends Range {
  readonly kind: PersonalKind;
  readonly severity: Severity;
  /** The same with its middle gone: what the check prints is copied around. */
  readonly shown: string;
}

/** A text in which they are looked for. */
export interface PersonalText {
  /** With narrow digits and letters. */
  readonly text: string;
  readonly around: (range: Range) => Surroundings;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}

export type PersonalFinder = (source: PersonalText) => PersonalHit[];

/** All matches of an expression, judged one by one; null: it is none. */
export const hitsOf = (
  { text }: PersonalText,
  pattern: RegExp,
  judge: (range: Range, words: string, match: RegExpExecArray) => Omit<PersonalHit, 'start' | 'end'> | null,
): PersonalHit[] =>
  [...text.matchAll(pattern)].flatMap((match): PersonalHit[] => {
    const words = match.groups?.['it'] ?? match[0];
    const start = match.index + match[0].indexOf(words);
    const range = { start, end: start + words.length };
    const told = judge(range, words, match);
    return told ? [{ ...range, ...told }] : [];
  });
