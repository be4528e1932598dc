import type { Severity } from '../finding.ts';
import { ALWAYS_PRIVATE } from './people/personal-numbers.ts';

/** What protects people, and a quotation that links to words which do not stand there: nobody may answer for those. */
const NEVER_ACCEPTED: ReadonlySet<string> = new Set([
  ...ALWAYS_PRIVATE,
  'minor-identifiable',
  'alias-identifiable',
  'aided-student-named',
  'quote-not-in-document',
]);

/**
 * Whether an editor may answer for a finding: any warning, and a mistake in words or numbers that is meant so (a
 * quotation of something wrong, an older state). What would break the page is no matter of opinion.
 * @param said whether it is about the words of the story
 */
export const canBeAccepted = (code: string, severity: Severity, said: boolean): boolean =>
  !NEVER_ACCEPTED.has(code) && (severity === 'warning' || said);
