import type { ProseBlock, ProseFinding, Range } from '../prose.ts';
import { type NamedPlace, rightName } from './index.ts';

/** What a finding about a name says beyond its place in the text. */
export interface NameFault {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly what: string;
  readonly names: readonly NamedPlace[];
  readonly mend: string;
}

/** A finding about a name; in somebody else's words it is a warning at most. */
export function nameFinding(source: ProseBlock, block: number, range: Range, fault: NameFault): ProseFinding {
  const { severity, code, what, names, mend } = fault;
  return {
    block,
    start: range.start,
    end: range.end,
    severity: source.quoted ? 'warning' : severity,
    code,
    what,
    found: `“${source.text.slice(range.start, range.end)}”`,
    expected: [...new Set(names.map(rightName))].join('或者'),
    written: [...new Set(names.flatMap(({ label }) => label ?? []))].join('；') || null,
    mend,
  };
}

export const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end;
