import { markPairs } from './mark-pairs.ts';
import type { Match, NameFinder } from './name-finder.ts';
import { BLOCK_END, type Mark, type TextForm, type VisibleText } from './text-as-read.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The places of a text that are given another name, none inside another. */
function apart(text: VisibleText, matches: readonly Match[]): Match[] {
  let behind = 0;
  return matches.filter(({ from, to }) => {
    if (from < behind) return false;
    behind = to;
    return text.codes.slice(from, to).every((code) => code !== BLOCK_END);
  });
}

/** First mark, of marks in order, that does not begin before an offset. */
function firstFrom(marks: readonly Mark[], at: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Replaces names in one text that was read. */
class Replacing {
  readonly #text: VisibleText;
  readonly #inMark: (text: string) => string;
  #pairs: ReadonlyMap<Mark, Mark> | undefined;
  readonly edits: Edit[] = [];

  constructor(text: VisibleText, inMark: (text: string) => string) {
    this.#text = text;
    this.#inMark = inMark;
  }

  /** Puts another name in the place of one, with the marks that belong to what stands around it. */
  replace({ from, to }: Match, instead: string): void {
    const { source, starts, ends, marks } = this.#text;
    const [start, end] = [starts[from] ?? 0, ends[to - 1] ?? 0];
    const within = marks.slice(firstFrom(marks, start), firstFrom(marks, end));
    if (within.length > 0) this.#pairs ??= markPairs(this.#text);
    const isWithin = (mark: Mark) => mark.start >= start && mark.end <= end;
    const kept: Mark[] = [];
    const opening: Mark[] = [];
    for (const mark of within) {
      const other = this.#pairs?.get(mark);
      if (!other || isWithin(other)) continue;
      if (other.start < start) kept.push(mark);
      else if (this.#holdsWords(to, other.start)) opening.push(mark);
      else this.edits.push({ start: other.start, end: other.end, text: '' });
    }
    const words = (list: readonly Mark[]) => list.map((mark) => this.#inMark(source.slice(mark.start, mark.end)));
    const [closings, openings] = [words(kept).join(''), words(opening).join('')];
    const lines = this.#lines(source.slice(start, end), closings + openings, end);
    this.edits.push({ start, end, text: `${instead}${closings}${lines}${openings}` });
  }

  /** Whether something to read stands from a character on before an offset. */
  #holdsWords(from: number, end: number): boolean {
    const { codes, starts } = this.#text;
    return codes[from] !== BLOCK_END && (starts[from] ?? end) < end;
  }

  /** The line ends of what is replaced, so that every line stays where it is, each with the mark of a quotation. */
  #lines(replaced: string, kept: string, end: number): string {
    const lines = replaced.match(/\n(?:[ \t]{0,3}>[ \t]?)*/gu) ?? [];
    const own = lines.slice(kept.split('\n').length - 1).join('');
    const { source } = this.#text;
    // An empty line would end the paragraph.
    return own !== '' && /^[ \t]*\n/u.test(source.slice(end, end + 80)) ? `${own}&#x200b;` : own;
  }
}

function applied(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    // What stands in a mark that moved was replaced with it.
    if (start < at) continue;
    parts.push(source.slice(at, start), text);
    at = end;
  }
  return parts.join('') + source.slice(at);
}

/**
 * A text in which names have given way to others, wherever the finder finds them. Marks within a name go, those that
 * belong to the words around it stay in pairs, and no line moves.
 * @param instead what stands in the place of each name
 */
export function replaceNames(
  source: string,
  form: TextForm,
  finder: NameFinder,
  instead: (name: string) => string,
): string {
  const text = finder.read(source, form);
  const matches = apart(text, finder.matches(text));
  if (matches.length === 0) return source;
  const replacing = new Replacing(text, (mark) => replaceNames(mark, 'plain', finder, instead));
  for (const match of matches) replacing.replace(match, instead(match.name));
  return applied(source, replacing.edits);
}
