/** A thing as machines are told of it, in the words of schema.org. */
export interface LinkedThing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** Words that lead somewhere; the address is whole. */
export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** Who answers for the site, where that is confirmed: of nobody else it is said that they publish it. */
const publishedBy = (confirmed: string | null) =>
  confirmed === null ? {} : { publisher: { '@type': 'Organization', name: confirmed } };
/** The same of what it has made itself. */
const madeBy = (confirmed: string | null) =>
  confirmed === null ? {} : { creator: { '@type': 'Organization', name: confirmed }, ...publishedBy(confirmed) };

/** Where a page stands: from the home page down to it. */
export const crumbsLinkedData = (crumbs: readonly Crumb[]): LinkedThing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ text, href }, at) => ({
    ...{ '@type': 'ListItem', position: at + 1, name: text, item: href },
  })),
});

interface SiteSource {
  readonly name: string;
  readonly description: string;
  readonly confirmed: string | null;
  /** Whole addresses of the home page and of the page of the search. */
  readonly home: string;
  readonly search: string;
}

/** The site as a whole, and how it is searched. */
export const siteLinkedData = ({ name, description, confirmed, home, search }: SiteSource): LinkedThing => ({
  ...{ '@type': 'WebSite', name, url: home, description, inLanguage: 'zh-CN' },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={words}` },
    'query-input': 'required name=words',
  },
  ...publishedBy(confirmed),
});

interface StorySource {
  readonly news: boolean;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly modified: string | null;
  readonly section: string;
  /** Whole address of its photo, else of the picture its link is passed on with. */
  readonly image: string;
  readonly author: string | null;
  /** 来源, and the address of the original where it stood elsewhere first. */
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly people: readonly string[];
  /** Who of those it names is an adult who agreed to it; machines are told of nobody else that they are a person. */
  readonly agreed: readonly string[];
  readonly confirmed: string | null;
}

const persons = (names: readonly string[], agreed: readonly string[]) =>
  names.filter((name) => agreed.includes(name)).map((name) => ({ '@type': 'Person', name }));

/** The beginning of a day in China, with its zone: a day alone is read as one somewhere else. */
const inChina = (day: string) => `${day}T00:00:00+08:00`;

/** A story: what its page says over and under its text. */
export function storyLinkedData(story: StorySource): LinkedThing {
  const { news, url, title, summary, published, modified, section, image, author, source, sourceUrl } = story;
  const { people, agreed, confirmed } = story;
  const about = persons(people, agreed);
  const [writer] = persons(author === null ? [] : [author], agreed);
  return {
    ...{ '@type': news ? 'NewsArticle' : 'Article', url, headline: title, description: summary },
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    ...{ datePublished: inChina(published), ...(modified !== null && { dateModified: inChina(modified) }) },
    ...{ inLanguage: 'zh-CN', articleSection: section, creditText: source },
    image,
    ...(writer && { author: writer }),
    ...(about.length > 0 && { about }),
    ...(sourceUrl !== null && { isBasedOn: sourceUrl }),
    ...publishedBy(confirmed),
  };
}

interface TablesSource {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** What it was put together from, as the page says it. */
  readonly source: string;
  readonly years: readonly number[];
  /** Address of the licence, or its name where it has none; null: nobody has decided on one. */
  readonly licence: string | null;
  readonly files: readonly { readonly url: string; readonly mediatype: string }[];
  readonly confirmed: string | null;
  /** The day of which they are, where they stay as they are. */
  readonly version?: string;
}

/** The tables of the site, as those who look for data find them. */
export function tablesLinkedData(dataset: TablesSource): LinkedThing {
  const { name, description, url, source, years, licence, files, confirmed, version } = dataset;
  const span = [...new Set([Math.min(...years), Math.max(...years)])].join('/');
  return {
    ...{ '@type': 'Dataset', name, description, url, inLanguage: 'zh-CN', isAccessibleForFree: true },
    ...(version !== undefined && { version, datePublished: version }),
    ...(years.length > 0 && { temporalCoverage: span }),
    ...{ isBasedOn: { '@type': 'CreativeWork', name: source }, ...(licence !== null && { license: licence }) },
    distribution: files.map((file) => ({
      ...{ '@type': 'DataDownload', encodingFormat: file.mediatype, contentUrl: file.url },
    })),
    ...madeBy(confirmed),
  };
}

/** Things as the text of a `<script>` of data. No word in them can end it: what might open a tag is written as a number. */
export const linkedDataText = (things: readonly LinkedThing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
