import { isWhole } from './addresses.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isDay = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value).toISOString().startsWith(value);
/** A moment with its zone, as search engines want it. */
const isMoment = (value: unknown) =>
  typeof value === 'string' &&
  isDay(value.slice(0, 10)) &&
  /^.{10}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(value);
const isThing =
  (...types: string[]) =>
  (value: unknown) =>
    isObject(value) && types.includes(String(value['@type'])) && thingFaults(value).length === 0;
const isListOf = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(is);

/** What every thing of a type must have, and what it may, each as schema.org and the search engines want it. */
interface Kind {
  readonly must: Readonly<Record<string, (value: unknown) => boolean>>;
  readonly may: Readonly<Record<string, (value: unknown) => boolean>>;
}

const article: Kind = {
  must: {
    url: isWhole,
    // Longer ones are cut where they are shown.
    headline: (value) => isText(value) && String(value).length <= 110,
    description: isText,
    datePublished: isMoment,
    mainEntityOfPage: isThing('WebPage'),
    inLanguage: (value) => value === 'zh-CN',
    articleSection: isText,
    creditText: isText,
  },
  may: {
    dateModified: isMoment,
    image: isWhole,
    author: isThing('Person'),
    about: isListOf(isThing('Person')),
    isBasedOn: isWhole,
    publisher: isThing('Organization'),
  },
};

const KINDS: Readonly<Record<string, Kind>> = {
  Article: article,
  NewsArticle: article,
  Person: { must: { name: isText }, may: {} },
  Organization: { must: { name: isText }, may: {} },
  WebPage: { must: { '@id': isWhole }, may: {} },
  CreativeWork: { must: { name: isText }, may: {} },
  BreadcrumbList: {
    must: {
      itemListElement: (value) =>
        isListOf(isThing('ListItem'))(value) &&
        (value as Json[]).length >= 2 &&
        (value as Json[]).every((one, at) => one['position'] === at + 1),
    },
    may: {},
  },
  ListItem: { must: { position: Number.isInteger, name: isText, item: isWhole }, may: {} },
  WebSite: {
    must: { name: isText, url: isWhole, description: isText, inLanguage: isText },
    may: { potentialAction: isThing('SearchAction'), publisher: isThing('Organization') },
  },
  SearchAction: {
    must: {
      target: isThing('EntryPoint'),
      'query-input': (value) => /^required name=\w+$/.test(String(value)),
    },
    may: {},
  },
  EntryPoint: { must: { urlTemplate: (value) => isWhole(String(value).replaceAll(/\{\w+\}/g, 'x')) }, may: {} },
  Dataset: {
    must: {
      name: isText,
      // Search engines for data want a sentence or two, not a label.
      description: (value) => isText(value) && String(value).length >= 50 && String(value).length <= 5000,
      url: isWhole,
      inLanguage: isText,
      distribution: isListOf(isThing('DataDownload')),
      isAccessibleForFree: (value) => value === true,
    },
    may: {
      version: isText,
      datePublished: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
      temporalCoverage: (value) => /^\d{4}(?:\/\d{4})?$/.test(String(value)),
      isBasedOn: isThing('CreativeWork'),
      license: isWhole,
      publisher: isThing('Organization'),
      creator: isThing('Organization'),
    },
  },
  DataDownload: {
    must: { contentUrl: isWhole, encodingFormat: (value) => /^[a-z]+\/[a-z+.-]+$/.test(String(value)) },
    may: {},
  },
};

function thingFaults(thing: Json): string[] {
  const type = String(thing['@type']);
  const kind = KINDS[type];
  if (!kind) return [`${type}: a type nobody has looked up`];
  const wrong = Object.entries(kind.must).filter(([key, is]) => !is(thing[key]));
  const told = Object.keys(thing).filter((key) => key !== '@type' && !(key in kind.must));
  return [
    ...wrong.map(([key]) => `${type}: ${key} is ${JSON.stringify(thing[key])}`),
    ...told.flatMap((key) => (kind.may[key]?.(thing[key]) ? [] : [`${type}: ${key} is ${JSON.stringify(thing[key])}`])),
  ];
}

/** The things in the text of a `<script>` of linked data. Throws where it is no JSON. */
export function thingsIn(text: string): Json[] {
  const value: unknown = JSON.parse(text);
  const graph = isObject(value) ? value['@graph'] : undefined;
  return Array.isArray(graph) ? graph.filter(isObject) : [];
}

/** What in the text of a `<script>` of linked data is no JSON, or says too little, or what its type cannot say. */
export function linkedDataFaults(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['no JSON'];
  }
  if (!isObject(value)) return ['no object'];
  const faults = value['@context'] === 'https://schema.org' ? [] : ['not in the words of schema.org'];
  const things = thingsIn(text);
  if (things.length === 0) return [...faults, 'nothing is said'];
  const twice = things.length > new Set(things.map((one) => one['@type'])).size;
  return [...faults, ...(twice ? ['two things of one type'] : []), ...things.flatMap(thingFaults)];
}
