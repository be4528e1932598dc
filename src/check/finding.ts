import { inQuotes } from '#domain/plan/quotation.ts';

/** An error stops the build; a warning is told and built anyway. */
export type Severity = 'error' | 'warning';

/** Where in a file's data something stands: keys and, in lists, numbers from 0. */
export type DataPath = readonly (string | number)[];

/** Something wrong with content, as the rules of the domain state it: by path, without knowing lines or columns. */
export interface Finding {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  /** Empty: the file as a whole. */
  readonly path: DataPath;
  /** `key`: it is the key at the end of the path that is wrong, not what stands behind it. */
  readonly on?: 'key';
  readonly severity: Severity;
  /** kebab-case, one for each kind of mistake; never changes, so other tools may rely on it. */
  readonly code: string;
  /** What stands there, and what should stand there, in a reader's words. */
  readonly found: string;
  readonly expected: string;
  /** How to mend it: a sentence a clerk can follow. */
  readonly mend: string;
  /** The whole sentence, `found` and `expected` in it. */
  readonly message: string;
}

/** A finding with its position: what `npm run check` prints and `--json` hands out. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

interface FindingParts extends Omit<Finding, 'message' | 'severity'> {
  /** What is wrong, in a few words without a full stop. */
  readonly what: string;
  readonly severity?: Severity;
}

/** Makes a finding; its sentence has the same shape everywhere: what is wrong, what stands there, what is expected. */
export function finding({ what, severity = 'error', ...parts }: FindingParts): Finding {
  return { ...parts, severity, message: `${what}：现在是${parts.found}，应当是${parts.expected}。` };
}

/** A value as a sentence quotes it; long ones are cut. */
export function shown(value: unknown): string {
  if (value === undefined) return '没有写';
  if (value === null) return '空着（null）';
  if (typeof value === 'object') return Array.isArray(value) ? '一个列表' : '一组“键: 值”';
  const text = String(value);
  return inQuotes(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
