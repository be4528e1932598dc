import { type Finding, finding, type Problem, shown } from '#check/finding.ts';
import { canBeAccepted } from '#check/prose/acceptable.ts';
import type { FrontMatter } from '#domain/stories/story.ts';

/** What is told of a story, what its editor answers for, and what is wrong with that. */
interface Sorted {
  readonly own: readonly Problem[];
  readonly accepted: readonly Problem[];
  readonly remarks: readonly Finding[];
}

const UNUSED = {
  code: 'accept-unused',
  what: '稿件里没有这条提醒',
  expected: '检查说出来的代码（npm run check -- --json 里的 code）',
  mend: '已经改好了，就从 accept 里删掉这一条。',
  severity: 'warning',
} as const;

const REFUSED = {
  code: 'accept-refused',
  what: '这一条不能接受',
  expected: '照检查说的改好',
  mend: '它关系到人的安全，或者网页会坏，或者会把原文没有的话说成原文，只能改；改好以后从 accept 里删掉这一条。',
  severity: 'error',
} as const;

/**
 * Takes the findings that a story's front matter accepts out of those that are told. What protects people and what
 * would break the page cannot be accepted; a line that accepts nothing is told, for it would hide the next mistake, but
 * not where an error keeps some rules from reading the story.
 * @param said codes of findings about the words of the story
 * @param readByAll whether every rule could read it
 */
export function acceptedOnes(
  found: readonly Problem[],
  { accept = [] }: Pick<FrontMatter, 'accept'>,
  file: string,
  said: ReadonlySet<string>,
  readByAll: boolean,
): Sorted {
  const isTaken = ({ code, severity }: Problem) =>
    canBeAccepted(code, severity, said.has(code)) && accept.some((one) => one.code === code);
  const remarks = accept.flatMap(({ code }, i): Finding[] => {
    const same = found.filter((problem) => problem.code === code);
    if (same.some(isTaken) || (same.length === 0 && !readByAll)) return [];
    const parts = same.length === 0 ? UNUSED : REFUSED;
    return [finding({ file, path: ['accept', i, 'code'], ...parts, found: shown(code) })];
  });
  return {
    own: found.filter((problem) => !isTaken(problem)),
    accepted: found.filter(isTaken),
    remarks,
  };
}
