import type { Programme } from '#domain/programme/programme.ts';
import type { Story } from '#domain/stories/story.ts';
import { boxOf } from '#format/story-box.ts';
import { KIND_WORDS } from '#format/story-kind.ts';
import { departmentsView } from './department.ts';
import { homeView } from './home.ts';
import { pairingIds, pairingsView, pairingView } from './pairing.ts';
import { routes } from './programme.ts';
import { progressView } from './progress.ts';
import { projectIds, projectsView, projectView } from './project.ts';
import { storyLists } from './story-lists.ts';
import { townshipIds, townshipView } from './township.ts';

/** A page that prints a fact. */
export interface UseView {
  readonly text: string;
  readonly href: string;
}

/** Ids of all facts inside a view model: whatever has the shape of a number view. */
function factsIn(model: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(model)) for (const item of model) factsIn(item, found);
  else if (model !== null && typeof model === 'object') {
    if ('markHref' in model && 'sentence' in model && 'id' in model) found.add(String(model.id));
    for (const value of Object.values(model)) factsIn(value, found);
  }
  return found;
}

/** So many stories a fact page names; it must not grow with the archive. */
const MOST_STORIES = 10;

/** What a story prints, without rendering it: the numbers of its text and those of the box beside it. */
function factsOfStory(programme: Programme, story: Story): Set<string> {
  const numbers = boxOf(programme, story, routes)?.rows.flatMap((row) => row.numbers ?? []) ?? [];
  return new Set([...story.body.facts, ...numbers.map(({ number }) => number.id)]);
}

/** The stories that print a fact, in the order of the lists; beyond the first few only how many more there are. */
async function storyUses(): Promise<Map<string, UseView[]>> {
  const { programme, all } = await storyLists();
  const found = new Map<string, Story[]>();
  for (const story of all) {
    for (const id of factsOfStory(programme, story)) {
      const known = found.get(id);
      if (known) known.push(story);
      else found.set(id, [story]);
    }
  }
  const useOf = ({ id, kind, title }: Story): UseView => ({
    text: `${KIND_WORDS[kind]}：${title}`,
    href: routes.story(id),
  });
  return new Map(
    [...found].map(([id, stories]) => {
      const more = stories.length - MOST_STORIES;
      const rest = more > 0 ? [{ text: `还有${more}篇故事`, href: routes.stories }] : [];
      return [id, [...stories.slice(0, MOST_STORIES).map(useOf), ...rest]];
    }),
  );
}

async function usesByFact(): Promise<Map<string, UseView[]>> {
  const pages: (UseView & { model: unknown })[] = [
    { text: '首页', href: routes.home, model: await homeView() },
    { text: '结对', href: routes.pairings, model: await pairingsView() },
    { text: '项目', href: routes.projects, model: await projectsView() },
    { text: '进展', href: routes.progress, model: await progressView() },
    { text: '部门', href: routes.departments, model: await departmentsView() },
  ];
  for (const id of await pairingIds()) {
    const model = await pairingView(id);
    pages.push({ text: `结对：${model.city}`, href: routes.pairing(id), model });
  }
  for (const id of await projectIds()) {
    const model = await projectView(id);
    pages.push({ text: `项目：${model.short}`, href: routes.project(id), model });
  }
  for (const id of await townshipIds()) {
    const model = await townshipView(id);
    pages.push({ text: `乡镇：${model.name}`, href: routes.township(id), model });
  }
  const uses = new Map<string, UseView[]>();
  for (const { text, href, model } of pages) {
    for (const id of factsIn(model)) uses.set(id, [...(uses.get(id) ?? []), { text, href }]);
  }
  for (const [id, stories] of await storyUses()) uses.set(id, [...(uses.get(id) ?? []), ...stories]);
  return uses;
}

let counted: Promise<Map<string, UseView[]>> | undefined;

/** The pages that print a fact, found by walking what every page is given; so the list cannot be forgotten. */
export async function usesOf(id: string): Promise<readonly UseView[]> {
  if (import.meta.env.DEV) counted = undefined;
  counted ??= usesByFact();
  return (await counted).get(id) ?? [];
}
