import type { Story } from './story.ts';

type Ordered = Pick<Story, 'id' | 'date' | 'weight'>;

/** Order of stories wherever they are listed: by weight, larger first; then newest first; then by id. */
export function byOrder(a: Ordered, b: Ordered): number {
  const weight = (b.weight ?? 0) - (a.weight ?? 0);
  if (weight !== 0) return weight;
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
