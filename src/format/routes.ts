import { posterFile } from './share-picture.ts';

/** In which form a feed is fetched: RSS, or JSON Feed. */
export type FeedFormat = 'xml' | 'json';

/** Every address of the site under one base path; the only place that joins addresses. Base starts and ends with `/`. */
export function routesUnder(base: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (path: string) => root + path;
  return {
    home: root,
    stories: at('stories/'),
    storiesPage: (page: number) => at(page === 1 ? 'stories/' : `stories/page/${page}/`),
    storiesBy: (facet: string, value: string, page = 1) =>
      at(`stories/by/${facet}/${value}/${page === 1 ? '' : `page/${page}/`}`),
    story: (id: string) => at(`stories/${id}/`),
    people: at('people/'),
    /** The newest stories of the site, as RSS or as JSON Feed. */
    feed: (format: FeedFormat) => at(`feed.${format}`),
    /** The newest of one kind or of one pairing. */
    feedOf: (facet: string, value: string, format: FeedFormat) => at(`feeds/${facet}/${value}.${format}`),
    feeds: at('feeds/'),
    sitemap: at('sitemap-index.xml'),
    picture: (name: string) => at(`pictures/${name}`),
    pairings: at('pairings/'),
    pairing: (city: string) => at(`pairings/${city}/`),
    township: (id: string) => at(`townships/${id}/`),
    projects: at('projects/'),
    project: (id: string) => at(`projects/${id}/`),
    progress: at('progress/'),
    departments: at('departments/'),
    department: (id: string) => at(`departments/#${id}`),
    plan: at('plan/'),
    passage: (locator: string) => at(`plan/#${locator}`),
    facts: at('facts/'),
    fact: (id: string) => at(`facts/${id}/`),
    search: at('search/'),
    searchNames: at('search/names.json'),
    searchPages: at('search/pages.json'),
    searchIndex: at('pagefind/'),
    coverage: at('coverage/'),
    coverageOf: (anchor: string) => at(`coverage/#${anchor}`),
    coverageFeed: at('feeds/coverage.xml'),
    media: at('media/'),
    kits: at('kits/'),
    kitsPage: (page: number) => at(page === 1 ? 'kits/' : `kits/page/${page}/`),
    kit: (id: string) => at(`kits/${id}.zip`),
    cloth: at('media/cloth.svg'),
    about: at('about/'),
    method: at('about/method/'),
    photos: at('about/photos/'),
    methodOf: (part: string) => at(`about/method/#${part}`),
    figures: at('figures/'),
    dataTables: at('data/'),
    dataRelease: (date: string) => at(`data/${date}/`),
    dataReleaseFile: (date: string, name: string) => at(`data/${date}/${name}`),
    corrections: at('corrections/'),
    correction: (id: string) => at(`corrections/#${id}`),
    correctionsFeed: (format: FeedFormat) => at(`feeds/corrections.${format}`),
    figure: (name: string, format: 'svg' | 'png' | 'csv') => at(`figures/${name}.${format}`),
    figureOf: (name: string) => at(`figures/#${name}`),
    embed: (name: string) => at(`embed/${name}/`),
    data: (name: string) => at(`data/${name}`),
    /** The poster of a story, or of the whole programme. */
    poster: (id: string) => at(posterFile(id)),
    favicon: at('favicon.svg'),
    icon: (name: string) => at(`${name}.png`),
    manifest: at('site.webmanifest'),
  };
}

export type Routes = ReturnType<typeof routesUnder>;
