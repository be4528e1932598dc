import { explainIssues } from '#check/data/explain-issue.ts';
import { type ParsedData, parseYaml } from '#check/data/parse-data.ts';
import type { Finding, Position } from '#check/finding.ts';
import { editDistance } from '#domain/search/nearest.ts';
import { type FrontMatter, storySchema } from '#domain/stories/story.ts';
import { frontMatterRules } from '#stories/front-matter/front-rules.ts';
import { mendColons, withoutEntries } from '#stories/front-matter/front-text.ts';
import { CHINESE_KEYS, inAuthorsWords } from '#stories/front-matter/front-words.ts';
import type { KnownToStories } from '#stories/known.ts';
import type { ContentFiles } from '../content-files.ts';

/** Words that stand before a colon as keys do: the schema's own at every depth, misspelt ones, and Chinese ones. */
const KEYS = [
  ...Object.keys(storySchema.shape),
  ...Object.keys(storySchema.shape.cover.unwrap().shape),
  ...['text', 'code', 'reason'],
];
const isKey = (word: string) => CHINESE_KEYS.has(word) || KEYS.some((key) => editDistance(word, key) < 2);

interface Read {
  readonly data: ParsedData | null;
  readonly problems: Finding<Position>[];
  /** Keys whose entries are too broken to say more about them. */
  readonly gone: ReadonlySet<string>;
}

/** The data of the front matter; where some of its lines are broken, of what is left without them. */
function parse(text: string): Read {
  const { data, problems } = parseYaml(text);
  if (data || problems.length === 0) return { data, problems, gone: new Set() };
  if (problems.every((p) => p.code === 'empty-file')) return { data: NOTHING, problems: [], gone: new Set() };
  const rest = withoutEntries(
    text,
    problems.map((p) => p.line),
  );
  const second = parseYaml(rest.text);
  // What is broken still is broken by the lines that are gone: only the cause is told.
  const usable = second.data !== null && second.problems.length === 0;
  return { data: usable ? second.data : null, problems, gone: rest.gone };
}

/** No key at all: everything that is missing is told, on the line of the first `---`. */
const NOTHING: ParsedData = { value: {}, locate: () => ({ line: 1, column: 1 }) };

/** What is wrong with data by the schema and by the rules beyond it. */
function findingsIn(
  file: string,
  value: unknown,
  error: ReturnType<typeof storySchema.safeParse>['error'],
  gone: ReadonlySet<string>,
  known: KnownToStories,
): Finding[] {
  const issues = error ? explainIssues(file, storySchema, value, error.issues) : [];
  return [
    ...inAuthorsWords(issues, value, known.named).filter(
      (f) => f.code !== 'missing-key' || !gone.has(String(f.path[0])),
    ),
    ...frontMatterRules(file, value, known),
  ];
}

/** Where things stand in the front matter of a story that was read before. */
export function locateInFront(front: string): ParsedData['locate'] {
  let found: ParsedData['locate'] | undefined;
  return (path, on) => {
    found ??= locatorOf(front);
    return found(path, on);
  };
}

function locatorOf(front: string): ParsedData['locate'] {
  const mended = mendColons(front, isKey);
  const { data } = parse(mended.text);
  return movedBy(mended.column, data ?? NOTHING);
}

/** Columns as they are in the file, where colons were mended before it was parsed. */
const movedBy =
  (column: (line: number, column: number) => number, { locate }: ParsedData): ParsedData['locate'] =>
  (path, on) => {
    const at = locate(path, on);
    return { ...at, column: column(at.line, at.column) };
  };

/**
 * Reads the front matter of a story and tells everything that is wrong with it. null: it cannot be used.
 * @param front with an empty line for each line of the file before it
 */
export function readFrontMatter(
  files: ContentFiles,
  file: string,
  front: string,
  known: KnownToStories,
): { value: FrontMatter | null; raw: unknown } {
  const mended = mendColons(front, isKey);
  const { data, problems, gone } = parse(mended.text);
  const moved = <P extends Position>(p: P): P => ({ ...p, column: mended.column(p.line, p.column) });
  files.tell(file, [...mended.problems, ...problems.map(moved)]);
  if (data === null) return { value: null, raw: undefined };
  // Of thousands of stories few places are asked for: what was parsed is let go, and read again where one is.
  files.locateBy(file, { value: data.value, locate: locateInFront(front) });
  const { data: value = null, error } = storySchema.safeParse(data.value);
  files.add(findingsIn(file, data.value, error, gone, known));
  return { value, raw: data.value };
}
