import type { Finding } from '../problem.ts';
import type { Draft, Rule } from './draft.ts';

const rules: readonly Rule[] = [];

/** Everything that the parts of the content say against one another, file by file as the rules stand. */
export function allRules(draft: Draft): Finding[] {
  return rules.flatMap((rule) => rule(draft));
}
