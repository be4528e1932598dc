import type { Programme } from '#domain/programme/programme.ts';
import { folded } from './quotation-pieces.ts';

/** One character other than in a name or a passage of the document. */
export interface OneOff {
  /** Where it begins and ends in the folded text, and where the character stands. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** As the document has it. */
  readonly right: string;
  /** The character that stands there in the document. */
  readonly wanted: string;
}

/** A shorter name is made of words that everybody uses. */
const SHORTEST = 4;

/** Names that the document gives: its fields, projects, lines, rows, groups, and what it sets in quotation marks. */
export function namesOf({ clauses, projects, targetTables, content }: Programme): string[] {
  const quoted = clauses.flatMap(({ text }) => [...text.matchAll(/“([^”]{4,16})”/gu)].map(([, name = '']) => name));
  const fields = clauses.filter(({ role }) => role === 'field').map(({ text }) => text.replace(/^（[^）]*）/u, ''));
  // 援藏青年人才行动: a field's name as a paragraph has it, with a word before it.
  const longer = clauses.flatMap(({ role, text }) =>
    role === 'paragraph'
      ? fields.flatMap((field) => {
          const core = field.replace(/^共青团/u, '');
          const at = text.indexOf(core);
          return at < 2
            ? []
            : [/(?<=^|[、，。])[^、，。]{1,8}$/u.exec(text.slice(0, at))?.[0] ?? ''].map((lead) => lead + core);
        })
      : [],
  );
  const long = [
    ...fields,
    ...longer,
    ...projects.flatMap((p) => [p.title.replace(/^[^—]*——/u, ''), ...p.lines.flatMap((l) => [l.title, l.short])]),
    ...targetTables.flatMap((t) => t.rows.map(({ name }) => name)),
    ...(content.departments.systems ?? []).map(({ short }) => short),
  ];
  const names = [...quoted, ...long.filter((name) => folded(name).text.length > 5)].map((name) => folded(name).text);
  return [...new Set(names)].filter((name) => name.length >= SHORTEST && /^[\p{Script=Han}·]+$/u.test(name));
}

/** Finds names that differ from one of the document's in one character: one half of such a name is still right. */
export function nearNames(programme: Programme): (text: string) => OneOff[] {
  const names = namesOf(programme);
  const own = new Set(names);
  const halves = new Map<string, { name: string; offset: number }[]>();
  const add = (half: string, name: string, offset: number) =>
    halves.set(half, [...(halves.get(half) ?? []), { name, offset }]);
  for (const name of names) {
    const middle = Math.floor(name.length / 2);
    add(name.slice(0, middle), name, 0);
    add(name.slice(middle), name, middle);
  }
  const lengths = [...new Set([...halves.keys()].map(({ length }) => length))];
  return (text) => {
    const found = new Map<number, OneOff>();
    for (let i = 0; i < text.length; i++) {
      for (const length of lengths) {
        for (const { name, offset } of halves.get(text.slice(i, i + length)) ?? []) {
          const start = i - offset;
          const written = text.slice(Math.max(0, start), start + name.length);
          if (start < 0 || written.length < name.length || own.has(written)) continue;
          const other = [...name].flatMap((char, k) => (written[k] === char ? [] : [k]));
          const [k] = other;
          if (k === undefined || other.length > 1) continue;
          const before = found.get(start + k);
          if (before && before.end - before.start >= name.length) continue;
          found.set(start + k, {
            ...{ start, end: start + name.length, at: start + k },
            ...{ right: name, wanted: name.charAt(k) },
          });
        }
      }
    }
    return [...found.values()];
  };
}

const letters = (text: string) => [...text].toSorted().join('');
/** Of a long name its end stands for it: 强基固本工程. */
const TAIL = 6;

/** Finds names whose two halves are turned round: 固本强基 for 强基固本. Every letter of the name is there, in another order. */
export function turnedNames(programme: Programme): (text: string) => OneOff[] {
  const names = namesOf(programme).filter((name) => name.length >= TAIL);
  const all = new Set(names.flatMap((name) => [name, name.slice(-TAIL)]));
  const byLetters = new Map([...all].map((name) => [letters(name), name]));
  const lengths = [...new Set([...all].map(({ length }) => length))].toSorted((a, b) => b - a);
  // The same letters have the same sum: most places are told from that alone.
  const sumOf = (word: string) => [...word].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const sums = new Set([...all].map((name) => `${name.length} ${sumOf(name)}`));
  return (text) => {
    const found: OneOff[] = [];
    const upTo = new Float64Array(text.length + 1);
    for (let i = 0; i < text.length; i++) upTo[i + 1] = (upTo[i] ?? 0) + text.charCodeAt(i);
    for (let start = 0; start < text.length; start++) {
      for (const length of lengths) {
        const end = start + length;
        if (end > text.length || found.some((one) => start < one.end)) continue;
        if (!sums.has(`${length} ${(upTo[end] ?? 0) - (upTo[start] ?? 0)}`)) continue;
        const written = text.slice(start, end);
        const right = byLetters.get(letters(written));
        if (right === undefined || right === written) continue;
        found.push({ start, end, at: start, right, wanted: right });
      }
    }
    return found;
  };
}
