import { alike } from './alike.ts';
import { HAN } from './words.ts';

/** How a written name differs from the right one: a character taken for another, others swapped, dropped, doubled, added. */
export type Slip = 'alike' | 'swapped' | 'doubled' | 'added' | 'dropped' | 'other';
/** The likelier ones first. */
export const SLIPS: readonly Slip[] = ['alike', 'swapped', 'doubled', 'added', 'dropped', 'other'];

/** A stem written wrongly. */
export interface Variant {
  readonly slip: Slip;
  readonly start: number;
}

const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1);

function sameLength(written: string, stem: string): Slip | null {
  const differing = [...stem].flatMap((c, i) => (written[i] === c ? [] : [i]));
  const [i = 0, j = 0] = differing;
  if (differing.length === 1) {
    if (alike(written[i] ?? '', stem[i] ?? '')) return 'alike';
    // The first of a longer name is as likely missing: what stands there belongs to the words before.
    return stem.length > 2 && i === 0 ? null : stem.length > 1 ? 'other' : null;
  }
  const crossed = differing.length === 2 && j === i + 1 && written[i] === stem[j] && written[j] === stem[i];
  return crossed ? 'swapped' : null;
}

function longer(written: string, stem: string): Slip | null {
  // A character before or behind the whole name belongs to other words, unless the name's own is doubled.
  const extra = [...written].findIndex((_, i) => without(written, i) === stem);
  if (extra < 0) return null;
  if ([...written].some((c, i) => c === written[i + 1] && without(written, i) === stem)) return 'doubled';
  return extra > 0 && extra < written.length - 1 ? 'added' : null;
}

/** The ways in which the text before `end` may be the stem, written wrongly. */
export function variantsBefore(text: string, end: number, stem: string): Variant[] {
  const n = stem.length;
  const cut = (length: number) => (end >= length ? text.slice(end - length, end) : '');
  const found: Variant[] = [];
  const add = (slip: Slip | null, length: number) => {
    if (slip && HAN.test(cut(length))) found.push({ slip, start: end - length });
  };
  add(cut(n) ? sameLength(cut(n), stem) : null, n);
  add(cut(n + 1) ? longer(cut(n + 1), stem) : null, n + 1);
  const shorter = n > 1 ? cut(n - 1) : '';
  add(shorter && [...stem].some((_, i) => without(stem, i) === shorter) ? 'dropped' : null, n - 1);
  return found;
}
