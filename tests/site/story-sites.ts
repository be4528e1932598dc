import { join } from 'node:path';
import type { Content } from '#domain/programme/programme.ts';
import { byOrder } from '#domain/stories/order.ts';
import type { Story } from '#domain/stories/story.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { type BuiltSite, builtSites, SITE_NOW } from './built-site.ts';
import { attribute, classed, elements, readPage, type SitePage, tag } from './pages.ts';

/** A built site with the content it was made from. */
export interface StorySite {
  readonly name: string;
  readonly site: BuiltSite;
  readonly content: Content;
  /** In the order of the lists. */
  readonly stories: readonly Story[];
}

function storySite(name: string, site: BuiltSite, samples: boolean): StorySite {
  const dir = join(projectFolder, 'content');
  const { content } = readContent({ dir, samples, now: new Date(SITE_NOW) });
  if (!content) throw new Error('content does not pass its check');
  return { name, site, content, stories: content.stories.toSorted(byOrder) };
}

/** Production and preview, as the tests of lists and links read them. */
export async function storySites(): Promise<StorySite[]> {
  const { production, samples } = await builtSites('production', 'samples');
  return [storySite('production', production, false), storySite('samples', samples, true)];
}

export const storyPath = ({ id }: Pick<Story, 'id'>) => `/stories/${id}/`;

/** The links below a node with their addresses. */
export const linksOf = (node: Parameters<typeof elements>[0]) =>
  elements(node, tag('a')).map((a) => ({ a, href: attribute(a, 'href') ?? '' }));

/** The addresses of the stories on the shelves below a node, in order. */
export const cardsIn = (node: Parameters<typeof elements>[0]) =>
  elements(node, classed('shelf'))
    .flatMap((shelf) => elements(shelf, tag('li')))
    .flatMap((li) => linksOf(li).slice(0, 1))
    .map(({ href }) => href);

/** The order in which a list shows stories: the first that has a photo leads, the others follow as they were. */
export function withLead(stories: readonly Story[]): readonly Story[] {
  const lead = stories.find(({ coverFile }) => coverFile);
  return lead ? [lead, ...stories.filter((story) => story !== lead)] : stories;
}

/** The addresses of the links of a page with this `rel`. */
export const relLinks = (page: SitePage, rel: string) =>
  elements(page.root, (e) => e.tagName === 'a' && attribute(e, 'rel') === rel).map((a) => attribute(a, 'href'));

/** All pages of a list from its first on, as a reader turns them. */
export function turned(site: BuiltSite, first: string): SitePage[] {
  const pages: SitePage[] = [];
  for (let path: string | null | undefined = first; path; path = relLinks(pages.at(-1) as SitePage, 'next')[0]) {
    pages.push(readPage(site, path));
    if (pages.length > 200) throw new Error(`${first} never ends`);
  }
  return pages;
}

/** What each filter must hold, worked out from the front matter and the pairings alone: address → addresses. */
export function expectedLists({ content, stories }: StorySite): Map<string, string[]> {
  const lists = new Map<string, Set<string>>();
  const add = (path: string, story: Story) => lists.set(path, (lists.get(path) ?? new Set()).add(storyPath(story)));
  for (const story of stories) {
    add(`/stories/by/kind/${story.kind}/`, story);
    add(`/stories/by/year/${story.date.slice(0, 4)}/`, story);
    for (const project of story.projects ?? []) add(`/stories/by/project/${project}/`, story);
    for (const place of story.places ?? []) {
      for (const { city, county, townships } of content.pairings) {
        const inCounty = place === county || townships.includes(place);
        if (inCounty) add(`/stories/by/county/${county}/`, story);
        if (inCounty || place === city) add(`/stories/by/city/${city}/`, story);
      }
    }
  }
  return new Map([...lists].map(([path, own]) => [path, [...own]]));
}
