import { type Grammar, grammarOf } from './relations.ts';
import type { Run } from './runs.ts';

const VERB_BEHIND = /^[^，。；：！？、]{0,14}?(?:结对|结成|结为|牵手|携手|对接|对口|帮扶|支援|援助|援建|联系点)/u;
/** Behind a township and a comma: 某镇，某市团委的结对点. */
const APPOSED =
  /^市?(?:团市委|市?团委)?的(?:结对|对口|帮扶|支援|联系)[^，。；、的]{0,4}(?:点|乡镇|乡|镇|对象)(?=[，。；！”]|$)/u;
/** 对…的援助, 为…援建: the verb stands behind the place. */
const TOWARDS = new Set(['对', '向', '为', '给']);
const VERB_NEXT = /^县?的?(?:结对|对口|帮扶|支援|援助|援建|对接)/u;
/** Behind a city to which a place is given. */
const GIVEN = /^市?(?:团市委|团委|管|负责|对口|结对|这边|名下)?(?=$|[，。；！、）])/u;
/** 甲对乙 with nothing more: a pair. */
const OVER = /^市?(?:对|对口)$/u;
const ENDS = /^县?(?:[，。；、！？）”]|$)/u;

/** How two places are said to be paired: by a verb between them, with each other, the second by the first. */
export type Said = 'pairs' | 'with' | 'turned' | null;

/** What the words between a first and a second place say about them. */
export function saidBetween(between: string, before: string, behind: string, cityFirst: boolean): Said {
  if (!cityFirst && /^(?:，|——)$/u.test(between) && APPOSED.test(behind)) return 'turned';
  const grammar: Grammar | null = grammarOf(between);
  if (!grammar) return null;
  if (cityFirst) {
    if (grammar.verb || (TOWARDS.has(grammar.last) && VERB_NEXT.test(behind))) return 'pairs';
    if (OVER.test(between) && ENDS.test(behind)) return 'pairs';
    if (grammar.with && VERB_BEHIND.test(behind) && grammarOf(VERB_BEHIND.exec(behind)?.[0] ?? '')) return 'with';
    return null;
  }
  // 某乡归某市.
  if (/^(?:则|就|都|是|也)?归$/u.test(between) && GIVEN.test(behind)) return 'turned';
  const verbBehind = grammarOf(VERB_BEHIND.exec(behind)?.[0] ?? '　')?.verb ?? false;
  if (grammar.passive && (grammar.verb || verbBehind)) return 'turned';
  if (grammar.is && (grammar.verb || verbBehind)) return 'turned';
  if (grammar.with && verbBehind) return 'with';
  if (grammar.attribute && !grammar.verb && /(?:结对|对口|支援|援助|帮扶|援建|对接)$/u.test(before)) return 'turned';
  return null;
}

/**
 * What stands behind a row of places. Where pair after pair follows (甲与乙、丙与丁结对), what stands behind the last: the verb
 * is said once for all.
 */
export function pastPairs(text: string, runs: readonly Run[], at: number): string {
  let last = at;
  for (;;) {
    const [here, next, after] = [runs[last], runs[last + 1], runs[last + 2]];
    if (!here || !next || !after || next.level === here.level || after.level !== here.level) break;
    if (!/^[市县]?、$/u.test(text.slice(here.end, next.start))) break;
    last += 2;
  }
  const end = runs[last]?.end ?? text.length;
  return text.slice(end, end + 24);
}
