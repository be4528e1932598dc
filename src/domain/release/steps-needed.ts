import { peopleIn } from '../picture.ts';
import type { Site } from '../site.ts';
import type { Story } from '../story.ts';

/** Whether a story names or shows anybody. */
export const namesPeople = ({ people = [], cover, body }: Story) =>
  people.length > 0 ||
  [cover, ...body.pictures.map(({ rights }) => rights)].some((picture) => picture && peopleIn(picture).length > 0);

/**
 * How many steps of review a story needs: what the site sets for its kind. Where that is none, it is none only for a
 * story that names nobody and whose numbers are all facts; any other goes through as many as the strictest kind.
 * @param typed how many numbers in it were typed by hand
 */
export function stepsNeeded(story: Story, { review_steps: steps }: Pick<Site, 'review_steps'>, typed: number): number {
  const own = steps[story.kind];
  if (own > 0 || (!namesPeople(story) && typed === 0)) return own;
  return Math.max(...Object.values(steps));
}
