import type { Mention } from './mentions.ts';

/** Places of one level in a row, joined by 、 or 和. */
export interface Run {
  readonly level: Mention['level'];
  readonly items: readonly Mention[];
  /** What joins an item to the one before; of the first it is empty. */
  readonly joints: readonly string[];
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:[市县]|委|团市委|市委|市团委|团县委|县委|县团委)?(?:、|和|与|及|以及|暨)$/u;

/** Groups the places of a text into rows. */
export function runsOf(text: string, mentions: readonly Mention[]): Run[] {
  // Rows may be as long as a story: items are added, never copied.
  const runs: (Omit<Run, 'items' | 'joints' | 'end'> & { items: Mention[]; joints: string[]; end: number })[] = [];
  for (const mention of mentions) {
    const last = runs.at(-1);
    const between = last && last.level === mention.level ? text.slice(last.end, mention.start) : '';
    if (last && JOINT.test(between)) {
      const joint = between.replace(/^(?:[市县团委]+)/u, '');
      last.items.push(mention);
      last.joints.push(joint);
      last.end = mention.end;
    } else {
      const { level, start, end } = mention;
      runs.push({ level, items: [mention], joints: [''], start, end });
    }
  }
  return runs;
}

/** What stands from one offset to another, names of the whole region left out. */
export function withoutRegions(text: string, from: number, to: number, runs: readonly Run[]): string {
  const region = runs.filter((r) => r.level === 'region' && r.start >= from && r.end <= to);
  return region.reduceRight(
    (rest, r) => rest.slice(0, r.start - from) + rest.slice(r.end - from),
    text.slice(from, to),
  );
}
