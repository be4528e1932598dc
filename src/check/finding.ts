import { inQuotes } from '#domain/plan/quotation.ts';

/** An error stops the build; a warning is told and built anyway. */
export type Severity = 'error' | 'warning';

/** Where in a file's data something stands: keys and, in lists, numbers from 0. */
export type DataPath = readonly (string | number)[];

/** Line and column in a file, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** In the data of a file of the content. */
export interface InData {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  /** Empty: the file as a whole. */
  readonly path: DataPath;
  /** `key`: it is the key at the end of the path that is wrong, not what stands behind it. */
  readonly on?: 'key';
}

/** In the text of a story: where lines begin is the business of its reader only. */
export interface InText {
  /** Offset in its body. */
  readonly at: number;
}

/** Where something stands, as far as whoever finds it knows. */
export type Where = InData | InText | Position;

/** What is wrong, how grave it is, and how to mend it. */
interface Told {
  readonly severity: Severity;
  /** kebab-case, one for each kind of mistake; never changes, so other tools may rely on it. */
  readonly code: string;
  /** The whole sentence. */
  readonly message: string;
  /** How to mend it: a sentence a clerk can follow. */
  readonly mend: string;
}

/** Something wrong, and where; lines and columns come in when the reader tells it. */
export type Finding<W extends Where = InData> = W & Told & Said;

/** A finding with its position: what `npm run check` prints and `--json` hands out. */
export interface Problem extends Position, Told {
  readonly file: string;
}

/** What most findings say. */
export interface Said extends Pick<Told, 'code' | 'mend'> {
  /** What is wrong, in a few words without a full stop. */
  readonly what: string;
  /** What stands there, and what should stand there, in a reader's words. */
  readonly found: string;
  readonly expected: string;
}

/** What is wrong, and what stands there against what should: after 是, or with a verb of its own; or a sentence as it is. */
type Words =
  | Pick<Said, 'what' | 'found' | 'expected'>
  | { readonly what: string; readonly now: string; readonly should: string }
  | { readonly says: string };
/** What is told besides the place; without a severity it is an error. */
export type Statement = Words & { readonly code: string; readonly mend: string; readonly severity?: Severity };
/** All that a finding is made of. */
export type FindingParts<W extends Where = InData> = W & Statement;

/** Between Chinese and Latin letters stands a space. */
const spaced = (words: string) => (/^[A-Za-z]/.test(words) ? ` ${words}` : words);

/** Makes a finding. Its sentence has the same shape everywhere: what is wrong, what stands there, what is expected. */
export function finding<W extends Where = InData>(parts: FindingParts<W>): Finding<W> {
  const { severity = 'error' } = parts;
  if ('says' in parts) {
    const { says, ...rest } = parts;
    return { ...rest, severity, what: says, found: '', expected: '', message: says } as unknown as Finding<W>;
  }
  const [found, expected] = 'now' in parts ? [parts.now, parts.should] : [parts.found, parts.expected];
  const [now, should] = 'now' in parts ? [spaced(found), spaced(expected)] : [`是${found}`, `是${expected}`];
  const message = `${parts.what}：现在${now}，应当${should}。`;
  return { ...parts, found, expected, severity, message } as unknown as Finding<W>;
}

/** The finding of a file at a position of it, with no more than is told of it. */
export const problemAt = (file: string, { line, column }: Position, one: Told): Problem => ({
  ...{ file, line, column },
  ...{ severity: one.severity, code: one.code, message: one.message, mend: one.mend },
});

/** A value as a sentence quotes it; long ones are cut. */
export function shown(value: unknown): string {
  if (value === undefined) return '没有写';
  if (value === null) return '空着（null）';
  if (typeof value === 'object') return Array.isArray(value) ? '一个列表' : '一组“键: 值”';
  const text = String(value);
  return inQuotes(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
