import {
  type Finding,
  finding,
  type InText,
  type Position,
  type Problem,
  problemAt,
  type Statement,
} from '#check/finding.ts';

/** Something wrong with the text of a story, by its offset: where lines begin is nobody's business but `StoryLines`. */
export type BodyProblem = Finding<InText>;

/** What is wrong at an offset of the text. */
export const mistake = (at: number, parts: Statement): BodyProblem => finding({ at, ...parts });

/** The same for what may be built all the same. */
export const reminder = (at: number, parts: Statement) => mistake(at, { ...parts, severity: 'warning' });

/** Words on one line, cut where they are long. */
export function clipped(text: string, most = 40): string {
  const characters = [
    ...text
      .slice(0, 4 * most)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

/** What stands in a source from one offset to another, as a sentence quotes it. */
export const quoted = (source: string, start: number, end: number) => `“${clipped(source.slice(start, end))}”`;

/** Finds line and column of an offset in a text that begins on some line of a file. */
export class StoryLines {
  readonly #starts: number[] = [0];
  readonly #firstLine: number;

  constructor(source: string, firstLine: number) {
    this.#firstLine = firstLine;
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): Position {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.#firstLine + low, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** Of one kind of problem so many are told; who mends them will have understood. */
const MOST = 20;

/** Problems in the order of the text, each once; of very many of one kind the first ones, then how many more there are. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const byPlace = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const once = [...new Map(byPlace.map((problem) => [JSON.stringify(problem), problem])).values()];
  const counts = Map.groupBy(once, ({ code, severity }) => `${code} ${severity}`);
  return [...counts.values()].flatMap((same) => {
    const [next] = same.slice(MOST);
    if (!next) return same;
    const more = finding({
      ...{ at: 0, code: next.code, severity: next.severity, what: `同样的问题还有${same.length - MOST}处` },
      ...{ now: `只列出前${MOST}处`, should: '全部改好', mend: '照前面说的改法，从这里往下一处一处改。' },
    });
    return [...same.slice(0, MOST), problemAt(next.file, next, more)];
  });
}
