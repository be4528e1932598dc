import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { citedPage } from '#format/publisher.ts';
import { reportedBy } from '#format/report-source.ts';
import { type NumberView, numberIfAny, numberView } from './number.ts';
import { factData } from './page-search.ts';
import { build, routes } from './programme.ts';
import { usesOf } from './uses.ts';

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
    if (place?.level === 'township') return { text: place.name, href: routes.township(id) };
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

/** How to cite the document and this page, after GB/T 7714. */
function citationsOf(programme: Programme, fact: Fact, now: string, siteUrl: string) {
  const { document, site } = programme;
  const passage = fact.basis.kind === 'quoted' ? programme.passages.get(fact.basis.locator) : undefined;
  const number = document.number ? `：${document.number}` : '';
  const page = new URL(routes.fact(fact.id), siteUrl).href;
  return {
    document: passage ? `${document.author}. ${document.title}${number}[Z]. ${document.date}: ${passage.label}.` : null,
    page: citedPage(site, { title: fact.label, day: dayInChina(now), url: page }),
  };
}

export async function factView(id: string, siteUrl: string) {
  const { programme, now } = await build();
  const fact = programme.facts.get(id);
  if (!fact) throw new Error(`没有编号为 ${id} 的事实`);
  const { basis } = fact;
  const passage = basis.kind === 'quoted' ? programme.passages.get(basis.locator) : undefined;
  const from: (NumberView | null)[] = basis.kind === 'derived' ? basis.from.map((f) => numberIfAny(programme, f)) : [];
  const resting = [...programme.facts.values()].filter((f) => f.basis.kind === 'derived' && f.basis.from.includes(id));
  return {
    ...numberView(programme, fact),
    subject: subjectOf(programme, fact),
    kind: basis.kind,
    quote: basis.kind === 'quoted' ? basis.quote : null,
    passage: passage ? { label: passage.label, text: passage.text, href: routes.passage(passage.locator) } : null,
    steps: basis.kind === 'derived' ? basis.steps : [],
    from: from.filter((f): f is NumberView => f !== null),
    source: basis.kind === 'outside' ? basis.source : basis.kind === 'reported' ? reportedBy(basis) : null,
    resting: resting.map((f) => numberView(programme, f, false)),
    uses: await usesOf(id),
    search: factData(programme, fact),
    citations: citationsOf(programme, fact, now, siteUrl),
    issued: `《${programme.document.plan_title}》，${longDate(programme.document.date)}印发`,
  };
}
