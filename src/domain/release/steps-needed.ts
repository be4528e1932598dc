import type { Site } from '../programme/site.ts';
import type { Story } from '../stories/story.ts';
import { appearancesOf } from './appearances.ts';
import type { Records } from './records.ts';

/**
 * Whether a story names or shows anybody: whoever is found in it, declared or not. Those whom the plan itself names are
 * in it by their office.
 */
export const namesPeople = (story: Story, records: Records): boolean =>
  appearancesOf(story, records).some(({ sameAs, found }) => sameAs === null && found?.cover.is !== 'plan');

/**
 * How many steps of review a story needs: what the site sets for its kind. Where that is none, it is none only for a
 * story that names nobody and whose numbers are all facts; any other goes through as many as the strictest kind.
 * @param typed how many numbers in it were typed by hand
 */
export function stepsNeeded(
  story: Story,
  { review_steps: steps }: Pick<Site, 'review_steps'>,
  typed: number,
  records: Records,
): number {
  const own = steps[story.kind];
  if (own > 0 || (typed === 0 && !namesPeople(story, records))) return own;
  return Math.max(...Object.values(steps));
}
