import { confirmedPublisher } from './publisher.ts';
import type { Site } from './site.ts';

/** A licence under which the tables of the site may be used. */
export type Licence = NonNullable<Site['data_licence']>;

/**
 * The licence of the tables on a day (`YYYY-MM-DD`); null while nobody has decided. Only who answers for the site can
 * decide on one: what is written before they are confirmed does not count yet.
 */
export const decidedLicence = (site: Pick<Site, 'publisher' | 'data_licence'>, day: string): Licence | null =>
  confirmedPublisher(site, day) === null ? null : (site.data_licence ?? null);
