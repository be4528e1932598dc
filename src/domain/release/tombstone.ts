import type { OpenPoint, Story } from '../stories/story.ts';
import type { Hold } from './hold.ts';

/**
 * What answers at the address of a story that was there once. Nothing of the story is in it but its id.
 * `end`: its time is over; `consent`: someone it tells of does not permit it any more; `review`: it was changed and is
 * being reviewed again.
 */
export interface Tombstone extends Pick<Story, 'id' | 'sample'> {
  readonly why: 'end' | 'consent' | 'review';
  /** As of a story: always empty in production. */
  readonly open: readonly OpenPoint[];
}

/**
 * Whether a held story leaves a stone, and of which kind: only where it was approved once and its hour had come, so that
 * nothing tells of a story that was never there.
 */
export function tombstoneOf(holds: readonly Hold[], approvedOnce: boolean): Tombstone['why'] | null {
  const has = (kind: Hold['kind']) => holds.some((hold) => hold.kind === kind);
  if (holds.length === 0 || has('hour') || !approvedOnce) return null;
  const gone = holds.some((hold) => hold.kind === 'consent' && ['withdrawn', 'expired'].includes(hold.why));
  if (has('end')) return 'end';
  if (gone) return 'consent';
  return has('review') ? 'review' : null;
}
