import { didYouMean } from '#domain/search/nearest.ts';
import type { KnownToStories } from '../known.ts';
import { type BodyProblem, clipped, mistake } from './problem.ts';
import type { StoryUses, Use } from './uses.ts';

interface Sort {
  readonly code: string;
  readonly what: string;
  readonly expected: string;
  readonly mend: string;
}

const FACT: Sort = {
  code: 'unknown-fact',
  what: '没有这个事实',
  expected: '网站“事实”页上有的编号',
  mend: '到网站的“事实”页上找到这个数，照抄它的编号。',
};
const FIGURE: Sort = {
  code: 'unknown-figure',
  what: '没有这张图',
  expected: '网站“图与数据”页上有的名字',
  mend: '到网站的“图与数据”页上找到这张图，照抄它的名字。',
};
const LOCATOR: Sort = {
  code: 'unknown-locator',
  what: '出处编号在文件里找不到',
  expected: 'plan/ 里有的编号',
  mend: '到 plan/body.yaml 或附件文件里找到这段话、这一格，照抄它的编号。',
};

function unknown(uses: readonly Use[], known: ReadonlySet<string> | null, { mend, ...sort }: Sort): BodyProblem[] {
  if (known === null) return [];
  return uses
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) =>
      mistake(at, { ...sort, found: `“${clipped(id)}”`, mend: didYouMean(clipped(id), known) || mend }),
    );
}

/** The same drawing twice would have the same addresses on its parts twice. */
function figureTwice(figures: readonly Use[]): BodyProblem[] {
  return figures
    .filter(({ id }, i) => figures.findIndex((other) => other.id === id) < i)
    .map(({ id, at }) =>
      mistake(at, {
        code: 'figure-twice',
        what: '同一张图放了两次',
        found: `第二个“${clipped(id)}”`,
        expected: '一篇里每张图只放一次',
        mend: '删掉一个；要再说到它，就写“上面的图”。',
      }),
    );
}

/** Whatever a story names is there. */
export const nameProblems = (uses: StoryUses, known: KnownToStories): BodyProblem[] => [
  ...unknown(uses.facts, known.facts, FACT),
  ...unknown(uses.figures, known.figures, FIGURE),
  ...unknown(uses.locators, known.passages, LOCATOR),
  ...figureTwice(uses.figures),
];
