import type { Site } from './site.ts';

/** Who answers for this site on a day (`YYYY-MM-DD`): the publisher once it has confirmed that in writing, else nobody yet. */
export function confirmedPublisher({ publisher }: Pick<Site, 'publisher'>, day: string): string | null {
  const { name, confirmed } = publisher;
  return confirmed !== null && confirmed.date <= day ? name : null;
}
