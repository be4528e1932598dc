import { type DataPath, type Finding, finding } from '#check/finding.ts';
import type { ProseBlock, ProseFinding, ProsePart, StoryProse } from '#check/prose/prose.ts';
import { bareName } from '#domain/people/bearers.ts';
import type { FrontMatter } from '#domain/stories/story.ts';
import { type BodyProblem, clipped, mistake } from '#stories/body/problem.ts';
import { type SourceBlock, withNumbers } from '#stories/body/prose.ts';
import type { KnownToStories } from '#stories/known.ts';

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

/** Names that the front matter declares, as far as it could be read. */
function declaredIn(
  { people = [], names = [] }: Partial<FrontMatter>,
  places: ReadonlySet<string>,
): NonNullable<StoryProse['declared']> {
  const decided = Array.isArray(names) ? names : [];
  const bare = (list: readonly unknown[]) => list.flatMap((name) => (typeof name === 'string' ? bareName(name) : []));
  return {
    people: bare([
      ...(Array.isArray(people) ? people : []),
      ...decided.flatMap((one) => (one?.is === 'not-a-person' ? [] : [one?.name])),
    ]),
    nobody: [...bare(decided.flatMap((one) => (one?.is === 'not-a-person' ? [one.name] : []))), ...places],
  };
}

/** Lets all readers read a story; `front` may be what could be read of it. */
export function proseProblems(
  file: string,
  front: Partial<FrontMatter>,
  body: readonly SourceBlock[],
  known: KnownToStories,
): ProseProblems {
  const ahead = frontBlocks(front);
  const within = body.map((block) => withNumbers(block, known.values));
  const date = typeof front.date === 'string' ? front.date : '';
  const blocks = [...ahead, ...within].map(({ block }) => block);
  const prose: StoryProse = { blocks, date, declared: declaredIn(front, known.placeNames) };
  const found = known.readers().flatMap((read) => read(prose));
  const inFront = found.flatMap((one): Finding[] => {
    const place = ahead[one.block];
    return place ? [finding({ file, path: place.path, ...partsOf(one) })] : [];
  });
  const inBody = found.flatMap((one): BodyProblem[] => {
    const place = within[one.block - ahead.length];
    return place ? [mistake(place.offsets[one.start] ?? 0, partsOf(one))] : [];
  });
  return { front: inFront, body: inBody, codes: new Set(found.map(({ code }) => code)) };
}
