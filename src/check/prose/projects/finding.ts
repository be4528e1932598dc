import { inQuotes } from '#domain/plan/quotation.ts';
import type { Severity } from '../../finding.ts';
import type { ProseFinding } from '../prose.ts';
import type { Known, LineKnown } from './known.ts';
import type { Claim } from './sentences.ts';

/** What a rule says of a claim; the reader adds block and words. */
export interface Verdict {
  readonly severity: Severity;
  readonly code: string;
  readonly what: string;
  readonly told: readonly Known[];
  /** Where it is written, if not where the told values are. */
  readonly written?: string;
  /** What is said instead of the told values. */
  readonly expected?: string;
  readonly mend?: string;
}

/** What is wrong in a sentence; `start` and `end` count in it. */
export type Wrong = Omit<ProseFinding, 'block' | 'found'>;

/** How a line is called in a message. */
export const called = ({ line }: LineKnown) => inQuotes(line.short);

const joined = (words: readonly string[]) => [...new Set(words)].join('；');

/** How to have the site put the right number in. */
function mendOf(told: readonly Known[]): string {
  const facts = [...new Set(told.flatMap((k) => k.fact ?? []))].map((id) => `<Num fact="${id}"/>`);
  const right = joined(told.map((k) => k.words));
  if (facts.length === 0) return `改成${right}；如果说的是别的数，写明是什么数。`;
  return `改成${right}，或者写${facts.slice(0, 3).join('、')}，由网站填数；如果说的不是计划，写明是什么数。`;
}

/** Turns a verdict into what is told the editor. */
export function findingOf(claim: Claim, text: string, block: number, quoted: boolean, verdict: Verdict): ProseFinding {
  const { number, offset } = claim;
  const [start, end] = [number.start + offset, number.end + number.unit.length + offset];
  const { severity, code, what, told } = verdict;
  const from = claim.lines[0];
  const name = from ? called(from) : '';
  return {
    ...{ block, start, end: Math.min(end, text.length), code, what },
    severity: quoted ? 'warning' : severity,
    found: `“${text.slice(start, end)}”`,
    expected: verdict.expected ?? `${name}${joined(told.map((k) => k.words))}`,
    written: verdict.written ?? (told.length > 0 ? joined(told.map((k) => k.written)) : null),
    mend: verdict.mend ?? mendOf(told),
  };
}
