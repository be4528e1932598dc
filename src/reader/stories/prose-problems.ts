import { type DataPath, type Finding, finding } from '#check/finding.ts';
import type { ProseBlock, ProseFinding, ProsePart, StoryProse } from '#check/prose/prose.ts';
import type { Named } from '#check/rules/named-things.ts';
import { bareName } from '#domain/people/bearers.ts';
import type { FrontMatter } from '#domain/stories/story.ts';
import { sinceWords } from '#format/since.ts';
import { type BodyProblem, clipped, mistake } from '#stories/body/problem.ts';
import { type SourceBlock, withNumbers } from '#stories/body/prose.ts';
import type { SpokenBlock } from '#stories/front-matter/profile-rules.ts';
import type { KnownToStories } from '#stories/known.ts';

/** What is wrong with the words of a story, each at its place. */
export interface ProseProblems {
  readonly front: readonly Finding[];
  readonly body: readonly BodyProblem[];
  /** The text, numbers put in, as words that somebody is quoted with are looked for in it. */
  readonly spoken: readonly SpokenBlock[];
  readonly codes: ReadonlySet<string>;
}

interface FrontBlock {
  readonly path: DataPath;
  readonly block: ProseBlock;
}

/** Groups of the box of a person: a row under its heading, before every group of the text. */
const BOX = { heading: -2, row: -1 } as const;

/**
 * The box of a person as the table that it is, a row under its headings, so that what reads tables reads it: who it is
 * beside where they are from.
 */
function boxBlocks({ people, profile, date }: Partial<FrontMatter>, places: readonly Named[]): FrontBlock[] {
  if (typeof profile !== 'object' || profile === null || !Array.isArray(people)) return [];
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const place = (written: string) => places.find(({ id }) => id === written)?.names[0] ?? written;
  const { from, at, since, words } = profile;
  const columns = [
    { heading: '姓名', path: ['people', 0], text: text(people[0]) },
    { heading: '从哪来', path: ['profile', 'from'], text: place(text(from)) },
    { heading: '在哪儿', path: ['profile', 'at'], text: place(text(at)) },
    { heading: '多久', path: ['profile', 'since'], text: sinceWords(text(since), text(date)) },
    { heading: '一句话', path: ['profile', 'words'], text: text(words) },
  ].filter((column) => column.text.trim() !== '');
  const cell = (path: DataPath, own: string, row: 0 | 1, column: number): FrontBlock => ({
    path,
    block: {
      ...{ part: 'cell', text: own, proved: [], group: row === 0 ? BOX.heading : BOX.row },
      ...{ quoted: path.at(-1) === 'words' && row === 1, cell: { table: BOX.heading, row, column } },
    },
  });
  return [
    ...columns.map(({ heading }, column) => cell(['profile'], heading, 0, column)),
    ...columns.map((one, column) => cell(one.path, one.text, 1, column)),
  ];
}

/** The words of the front matter that readers see. */
function frontBlocks(front: Partial<FrontMatter>, places: readonly Named[]): FrontBlock[] {
  const block = (path: DataPath, part: ProsePart, text: unknown): FrontBlock[] =>
    typeof text === 'string' && text.trim() !== ''
      ? [{ path, block: { part, text, proved: [], group: null, quoted: false } }]
      : [];
  const { cover } = front;
  return [
    ...(['title', 'subtitle', 'summary'] as const).flatMap((key) => block([key], key, front[key])),
    ...(['alt', 'caption'] as const).flatMap((key) => block(['cover', key], 'words', cover?.[key])),
    ...boxBlocks(front, places),
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
  const ahead = frontBlocks(front, known.named.places);
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
  const spoken = within.map(({ block }, at) => ({ ...block, inside: body[at]?.inside ?? '' }));
  return { front: inFront, body: inBody, spoken, codes: new Set(found.map(({ code }) => code)) };
}
