import type { Fact } from '#domain/fact.ts';
import { type DataPath, type Finding, finding } from '#domain/problem.ts';
import type { ProseBlock, ProseFinding, ProsePart, ProseReader } from '#domain/prose/prose.ts';
import type { FrontMatter } from '#domain/story.ts';
import { type BodyProblem, clipped, mistake } from './story-problem.ts';
import { type SourceBlock, withNumbers } from './story-prose.ts';

/** What is wrong with the words of a story, each at its place. */
export interface ProseProblems {
  readonly front: readonly Finding[];
  readonly body: readonly BodyProblem[];
  readonly codes: ReadonlySet<string>;
}

interface FrontBlock {
  readonly path: DataPath;
  readonly block: ProseBlock;
}

/** The words of the front matter that readers see. */
function frontBlocks(front: Partial<FrontMatter>): FrontBlock[] {
  const block = (path: DataPath, part: ProsePart, text: unknown): FrontBlock[] =>
    typeof text === 'string' && text.trim() !== ''
      ? [{ path, block: { part, text, proved: [], group: null, quoted: false } }]
      : [];
  const { cover } = front;
  return [
    ...(['title', 'subtitle', 'summary'] as const).flatMap((key) => block([key], key, front[key])),
    ...(['alt', 'caption'] as const).flatMap((key) => block(['cover', key], 'words', cover?.[key])),
  ];
}

/** The parts of a sentence that every problem has; where the right value is written stands behind it. */
const partsOf = ({ code, severity, what, found, expected, written, mend }: ProseFinding) => ({
  ...{ code, severity, what, mend, found: clipped(found, 60) },
  expected: written === null ? expected : `${expected}（见${written}）`,
});

/**
 * Lets all readers read a story. `front` may be what could be read of it.
 * @param facts for the numbers that are put in; empty where they are not known
 */
export function proseProblems(
  file: string,
  front: Partial<FrontMatter>,
  body: readonly SourceBlock[],
  readers: readonly ProseReader[],
  facts: ReadonlyMap<string, Fact>,
): ProseProblems {
  const before = frontBlocks(front);
  const within = body.map((block) => withNumbers(block, facts));
  const blocks = [...before, ...within].map(({ block }) => block);
  const found = readers.flatMap((read) => read({ blocks, date: front.date ?? '' }));
  const inFront = found.flatMap((one): Finding[] => {
    const place = before[one.block];
    return place ? [finding({ file, path: place.path, ...partsOf(one) })] : [];
  });
  const inBody = found.flatMap((one): BodyProblem[] => {
    const place = within[one.block - before.length];
    return place ? [mistake(place.offsets[one.start] ?? 0, partsOf(one))] : [];
  });
  return { front: inFront, body: inBody, codes: new Set(found.map(({ code }) => code)) };
}
