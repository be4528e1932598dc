import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { isThird } from '#format/place-page.ts';
import { PrintedNumber, reportedBy } from '#format/printed-number.ts';
import { citedPage, sentenceFrom } from '#format/publisher.ts';
import { storyBox } from '#format/story-page.ts';
import { storyArchive } from './archive.ts';
import { departmentsView } from './department.ts';
import { historyView } from './fact-history.ts';
import { homeView } from './home.ts';
import { numberIfAny, numberView } from './number.ts';
import { factData } from './page-search.ts';
import { pairingIds, pairingsView, pairingView } from './pairing.ts';
import { build, routes } from './programme.ts';
import { progressView } from './progress.ts';
import { projectIds, projectsView, projectView } from './project.ts';
import { townshipIds, townshipView } from './township.ts';

/** A page that prints a fact. */
export interface UseView {
  readonly text: string;
  readonly href: string;
}

/** Ids of all facts inside what a page is given. */
function factsIn(model: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(model)) for (const item of model) factsIn(item, found);
  else if (model !== null && typeof model === 'object') {
    if (model instanceof PrintedNumber) found.add(model.id);
    for (const value of Object.values(model)) factsIn(value, found);
  }
  return found;
}

/** So many stories a fact page names; it must not grow with the archive. */
const MOST_STORIES = 10;

/** What a story prints, without rendering it: the numbers of its text and those of the box beside it. */
function factsOfStory(programme: Programme, story: Story): Set<string> {
  const numbers = storyBox(programme, story, routes)?.rows.flatMap((row) => row.numbers ?? []) ?? [];
  return new Set([...story.body.facts, ...numbers.map(({ number }) => number.id)]);
}

/** The stories that print a fact, in the order of the lists; beyond the first few only how many more there are. */
async function storyUses(): Promise<Map<string, UseView[]>> {
  const { programme, all } = await storyArchive();
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
    pages.push({ text: `${model.words.third}：${model.name}`, href: routes.township(id), model });
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

const GROUPS: readonly { kind: Fact['subject']['kind']; title: string }[] = [
  { kind: 'programme', title: '总体' },
  { kind: 'project', title: '项目' },
  { kind: 'pairing', title: '结对' },
  { kind: 'department', title: '部门' },
  { kind: 'place', title: '地方' },
];

/** The thing a fact is about, with its page. */
function subjectOf(programme: Programme, fact: Fact): { text: string; href: string } {
  const { kind, id } = fact.subject;
  if (kind === 'project') {
    return { text: programme.projects.find((p) => p.id === id)?.short ?? id, href: routes.project(id) };
  }
  if (kind === 'pairing') return { text: programme.executorName(id), href: routes.pairing(id) };
  if (kind === 'department') {
    return { text: programme.departments.find((d) => d.id === id)?.name ?? id, href: routes.department(id) };
  }
  if (kind === 'place') {
    const place = programme.places.get(id);
    if (place && isThird(programme, id)) return { text: place.name, href: routes.township(id) };
    const journey = programme.journeys.find((j) => j.city.id === id || j.county.id === id);
    return { text: place?.name ?? id, href: journey ? routes.pairing(journey.city.id) : routes.method };
  }
  return { text: programme.document.short, href: routes.plan };
}

export async function factsView() {
  const { programme } = await build();
  const facts = [...programme.facts.values()];
  return {
    count: facts.length,
    /** Whether any number is one that a unit reported: what is not there is not announced. */
    reported: facts.some((f) => f.basis.kind === 'reported'),
    reporter: programme.words.reporter,
    groups: GROUPS.flatMap(({ kind, title }) => {
      const own = facts.filter((f) => f.subject.kind === kind);
      const bySubject = Map.groupBy(own, (f) => f.subject.id);
      const subjects = [...bySubject].map(([id, list]) => ({
        id: id || 'programme',
        ...(list[0] ? subjectOf(programme, list[0]) : { text: id, href: routes.facts }),
        numbers: list.map((f) => numberView(programme, f)),
      }));
      return own.length ? [{ kind, title, subjects }] : [];
    }),
  };
}

export async function factIds(): Promise<string[]> {
  const { programme } = await build();
  return [...programme.facts.keys()];
}

/** How to quote a fact: as a sentence with its source, and the document and this page after GB/T 7714. */
function citationsOf(programme: Programme, fact: Fact, now: string, siteUrl: string, release: string | null) {
  const { document, site } = programme;
  const passage = fact.basis.kind === 'quoted' ? programme.passages.get(fact.basis.locator) : undefined;
  const number = document.number ? `：${document.number}` : '';
  const page = new URL(routes.fact(fact.id), siteUrl).href;
  const from = passage ? `《${document.plan_title}》${passage.label}；` : '';
  return {
    sentence: sentenceFrom(fact.sentence, `${from}${site.name}，${page}`, release),
    document: passage ? `${document.author}. ${document.title}${number}[Z]. ${document.date}: ${passage.label}.` : null,
    page: citedPage(site, { title: fact.label, day: dayInChina(now), url: page, release }),
  };
}

export async function factView(id: string, siteUrl: string) {
  const { programme, now } = await build();
  const fact = programme.facts.get(id);
  if (!fact) throw new Error(`没有编号为 ${id} 的事实`);
  const { basis } = fact;
  const history = historyView(programme, id);
  const passage = basis.kind === 'quoted' ? programme.passages.get(basis.locator) : undefined;
  const from: (PrintedNumber | null)[] =
    basis.kind === 'derived' ? basis.from.map((f) => numberIfAny(programme, f)) : [];
  const resting = [...programme.facts.values()].filter((f) => f.basis.kind === 'derived' && f.basis.from.includes(id));
  return {
    ...numberView(programme, fact),
    subject: subjectOf(programme, fact),
    kind: basis.kind,
    quote: basis.kind === 'quoted' ? basis.quote : null,
    passage: passage ? { label: passage.label, text: passage.text, href: routes.passage(passage.locator) } : null,
    steps: basis.kind === 'derived' ? basis.steps : [],
    from: from.filter((f): f is PrintedNumber => f !== null),
    source: basis.kind === 'outside' ? basis.source : basis.kind === 'reported' ? reportedBy(basis) : null,
    resting: resting.map((f) => numberView(programme, f, false)),
    uses: await usesOf(id),
    search: factData(programme, fact),
    history,
    citations: citationsOf(programme, fact, now, siteUrl, history.release),
    issued: `《${programme.document.plan_title}》，${longDate(programme.document.date)}${programme.words.issued}`,
  };
}
