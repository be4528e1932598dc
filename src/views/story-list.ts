import { FACETS, type Facet, facetWord } from '#domain/stories/facets.ts';
import { type ListPage, paged, pageNumbers } from '#domain/stories/paging.ts';
import type { Story } from '#domain/stories/story.ts';
import { type StoryArchive, storyArchive } from './archive.ts';
import { facetNames, facetTitles } from './page-search.ts';
import { routes } from './programme.ts';
import { storyCard } from './story-card.ts';

/** Stories on one page of a list. */
const A_PAGE = 24;

/** Which list a page belongs to; null for the list of all stories. */
export interface ListOf {
  readonly facet: Facet;
  readonly value: string;
}

/** A value that stories can be picked by, and how many stories have it. */
export interface FilterView {
  readonly text: string;
  readonly count: number;
  readonly href: string;
  /** Whether it is what the page lists. */
  readonly current: boolean;
}

/** The pages of a long list: the one before, their numbers, the one after. */
export interface PagesView {
  readonly previous: string | null;
  readonly next: string | null;
  readonly current: number;
  /** null stands for numbers left out. */
  readonly numbers: readonly ({ readonly number: number; readonly href: string } | null)[];
}

/** The rows of filters, each value with how many stories stand behind it; the one this page shows is marked. */
function filtersOf({ programme, all, groups }: StoryArchive, here: ListOf | null) {
  const rows = FACETS.map((facet) => ({
    facet,
    label: facetTitles(programme)[facet],
    values: groups
      .filter((g) => g.facet === facet)
      .map(
        ({ value, stories }): FilterView => ({
          text: facetWord(facet, value, facetNames(programme)),
          count: stories.length,
          href: routes.storiesBy(facet, value),
          current: here?.facet === facet && here.value === value,
        }),
      ),
  }));
  return {
    all: { text: '全部', count: all.length, href: routes.stories, current: here === null },
    rows: rows.filter((row) => row.values.length > 0),
  };
}

/** Links to the pages of a list around one of them; null where it has a single page. */
export function pagesOf(current: number, count: number, address: (page: number) => string): PagesView | null {
  if (count < 2) return null;
  return {
    previous: current > 1 ? address(current - 1) : null,
    next: current < count ? address(current + 1) : null,
    numbers: pageNumbers(current, count).map((n) => (n === null ? null : { number: n, href: address(n) })),
    current,
  };
}

function listView(lists: StoryArchive, here: ListOf | null, page: ListPage<Story>, pages: number, total: number) {
  const { programme } = lists;
  const name = here ? facetWord(here.facet, here.value, facetNames(programme)) : '故事';
  const titles = Object.values(facetTitles(programme));
  const turned = page.number > 1 ? `　第${page.number}页` : '';
  const address = (n: number) => (here ? routes.storiesBy(here.facet, here.value, n) : routes.storiesPage(n));
  return {
    title: `${here ? `${name}：${total}篇` : name}${turned}`,
    heading: here ? `${name}　${total}篇` : name,
    description: `${here ? `${name}，` : '人物、集体、成果、好办法、动态和解读，'}共${total}篇，可以按${titles.slice(0, -1).join('、')}和${titles.at(-1)}查。${turned.trim()}`,
    all: here ? routes.stories : null,
    total,
    cards: page.items.map((story) => storyCard(programme, story)),
    filters: filtersOf(lists, here),
    pages: pagesOf(page.number, pages, address),
  };
}

export type StoryListView = ReturnType<typeof listView>;

const storiesHere = ({ all, of }: StoryArchive, here: ListOf | null) => (here ? of(here.facet, here.value) : all);

/** One page of the list of all stories, or of those of one value of a facet. Throws where there is no such page. */
export async function storyListView(here: ListOf | null, number = 1): Promise<StoryListView> {
  const lists = await storyArchive();
  const stories = storiesHere(lists, here);
  const pages = paged(stories, A_PAGE);
  const page = pages[number - 1];
  if (!page) throw new Error(`没有第${number}页`);
  return listView(lists, here, page, pages.length, stories.length);
}

/** Every list of one facet value, each with the numbers of its further pages. */
export async function facetLists(): Promise<(ListOf & { readonly further: readonly number[] })[]> {
  const { groups } = await storyArchive();
  return groups.map(({ facet, value, stories }) => ({ facet, value, further: furtherPages(stories) }));
}

/** The numbers of the pages after the first of the list of all stories. */
export async function furtherStoryPages(): Promise<readonly number[]> {
  return furtherPages((await storyArchive()).all);
}

const furtherPages = (stories: readonly Story[]) =>
  paged(stories, A_PAGE)
    .slice(1)
    .map((page) => page.number);
