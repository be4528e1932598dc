import { confirmedPublisher } from '#domain/programme/publisher.ts';
import type { Site } from '#domain/programme/site.ts';

type Named = Pick<Site, 'name' | 'publisher'>;

/** Said wherever a publisher would be named, as long as none has confirmed that it is. */
export const NO_PUBLISHER = '建设单位待定';

/** Who speaks here, for citations, feeds and data of a day (`YYYY-MM-DD`): the publisher, or the site by its own name. */
export function speaker(site: Named, day: string): string {
  return confirmedPublisher(site, day) ?? `${site.name}（${NO_PUBLISHER}）`;
}

/** What stands beside the name of the site: 主办：… or 建设单位待定. */
export function publisherWords(site: Named, day: string): string {
  const name = confirmedPublisher(site, day);
  return name === null ? NO_PUBLISHER : `主办：${name}`;
}

/** A page as it is cited: what it is called, the day it was seen, where, and of a story who wrote it and when it came out. */
export interface CitedPage {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly url: string;
  readonly author?: string | undefined;
  readonly published?: string;
  /** The data release that holds what the page says, `YYYY-MM-DD`. */
  readonly release?: string | null;
}

/** A data release as it is named. */
export const releaseName = (date: string) => `数据版本${date}`;

/** A page of this site as it is cited, after GB/T 7714: who speaks, what, on which site, when it came out and was seen, where. */
export function citedPage(site: Named, { title, day, url, author, published, release = null }: CitedPage): string {
  // Without a publisher the site is its own author, and is not named a second time as what the page stands on.
  const on = confirmedPublisher(site, day) === null && author === undefined ? '' : `//${site.name}`;
  const days = `${published === undefined ? '' : `(${published})`}[${day}]`;
  const edition = release === null ? '' : ` ${releaseName(release)}.`;
  return `${author ?? speaker(site, day)}. ${title}[EB/OL]${on}.${edition} ${days}. ${url}.`;
}

/** A sentence with where it comes from, and the data release that holds it, for somebody's text: 计划资助40人（来源）。 */
export const sentenceFrom = (sentence: string, source: string, release: string | null = null): string =>
  `${sentence.replace(/。$/u, '')}（${source}${release === null ? '' : `，${releaseName(release)}`}）。`;
