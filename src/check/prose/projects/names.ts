import type { Programme } from '#domain/programme/programme.ts';
import type { Line } from '#domain/programme/project.ts';
import { Beginnings, LongBeginnings } from '../../text/beginnings.ts';
import { CharacterSet, WHITE_SPACE } from '../../text/character-set.ts';
import { keptByText } from '../../text/kept-by-text.ts';
import { oncePer } from '../../text/once-per.ts';
import type { Range } from '../prose.ts';

/** A place of a text where a project or a line is named. */
export interface ProjectMention extends Range {
  /** Ids of the lines that bear the name: all lines of a project that is named as a whole. */
  readonly lines: readonly string[];
}

/** Marks that a name may be written with or without. */
const MARKS = new CharacterSet(`“”"「」『』‘’《》·・${WHITE_SPACE}`);
/** A letter that stands for a letter of a name: no rule takes it for a word. */
export const MASK = '＊';

const bare = (name: string) => [...name].filter((c) => !MARKS.has(c)).join('');
/** 团（队）干部 is also called 团干部 and 团队干部. */
const withoutBrackets = (name: string) => [name, name.replaceAll(/（[^）]*）/gu, ''), name.replaceAll(/[（）]/gu, '')];
/** 某省——某市某某项目 is called 某某. */
function core(title: string, places: readonly string[]): string {
  let name = title.replace(/^[^—]*——/u, '').replace(/项目$/u, '');
  for (const place of places) if (name.startsWith(place)) name = name.slice(place.length);
  return name.replace(/专项$/u, '');
}

/** 每年建设8个队室: what is counted there stands for the line. */
function countedThings(line: Line): string[] {
  const quotes = (line.text_targets ?? []).map((t) => t.quote);
  return quotes.flatMap((quote) => /\d(?:个|所|间|处)(\p{Script=Han}{2,8})$/u.exec(quote)?.[1] ?? []);
}

const namesOfLine = (line: Line, rowName: string | undefined) => [
  ...[line.title, line.short, ...countedThings(line)],
  ...(rowName ? [rowName] : []),
];

/** All names with the lines they stand for. */
export function namesOf({ projects, places, targetTables }: Programme): Map<string, readonly string[]> {
  const regions = [...places.values()].map((p) => p.name);
  const names = new Map<string, readonly string[]>();
  const add = (name: string, lines: readonly string[]) => {
    for (const form of withoutBrackets(name).map(bare)) if (form.length > 1 && !names.has(form)) names.set(form, lines);
  };
  for (const project of projects) {
    for (const line of project.lines) {
      const row = targetTables.flatMap((t) => t.rows).find((r) => r.line === line.id);
      for (const name of namesOfLine(line, row?.name)) add(name, [line.id]);
    }
  }
  for (const project of projects) {
    const ids = project.lines.map((l) => l.id);
    for (const name of [project.short, ...(project.aliases ?? []), project.title, core(project.title, regions)])
      add(name, ids);
  }
  return names;
}

/** A text without such marks, and of each of its characters where it stood; most texts have none. */
function withoutMarks(text: string): { plain: string; at: (place: number) => number } {
  if (MARKS.firstIn(text) === text.length) return { plain: text, at: (place) => place };
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (!MARKS.isAt(text, i)) places.push(i);
  return { plain: places.map((i) => text.charAt(i)).join(''), at: (place) => places[place] ?? text.length };
}

/** Finds every name in a text, the longest where several begin at one place; quotation marks inside do not matter. */
export const mentionFinder = oncePer((programme) => {
  const names = namesOf(programme);
  const byFirst = Map.groupBy(
    [...names.keys()].toSorted((a, b) => b.length - a.length),
    (name) => name.charCodeAt(0),
  );
  const beginnings = new Beginnings(names.keys());
  return keptByText((text): readonly ProjectMention[] => {
    const { plain, at } = withoutMarks(text);
    const mentions: ProjectMention[] = [];
    for (let i = 0; i < plain.length; ) {
      const name =
        beginnings.mayBeAt(plain, i) && byFirst.get(plain.charCodeAt(i))?.find((n) => plain.startsWith(n, i));
      if (!name) {
        i += 1;
        continue;
      }
      mentions.push({ start: at(i), end: at(i + name.length - 1) + 1, lines: names.get(name) ?? [] });
      i += name.length;
    }
    return mentions;
  });
});

/** The text with every name blotted out, so that no word or numeral inside a name is read. */
export function masked(text: string, mentions: readonly Range[]): string {
  let result = text;
  for (const { start, end } of mentions) result = result.slice(0, start) + MASK.repeat(end - start) + result.slice(end);
  return result;
}

/** So many characters in a row are one clause's alone. */
const RUN = 8;

/** 每年组织某市基层干部、辅导员40人: of which project's clause a sentence has words, though it names no project. */
export function clauseWords({ projects, passages }: Programme): (text: string) => readonly string[] {
  const runs = new Map<string, readonly string[] | null>();
  for (const project of projects) {
    const words = passages.get(project.clause)?.text ?? '';
    const ids = project.lines.map(({ id }) => id);
    for (let i = 0; i + RUN <= words.length; i++) {
      const run = words.slice(i, i + RUN);
      if (!/[\d。（）：]/u.test(run)) runs.set(run, runs.has(run) && runs.get(run) !== ids ? null : ids);
    }
  }
  const beginnings = new LongBeginnings(runs.keys());
  return (text) => {
    const found = new Set<readonly string[]>();
    for (let i = 0; i + RUN <= text.length; i++) {
      const ids = beginnings.mayBeAt(text, i) ? runs.get(text.slice(i, i + RUN)) : undefined;
      if (ids) found.add(ids);
    }
    const [only, ...others] = found;
    return only && others.length === 0 ? only : [];
  };
}
