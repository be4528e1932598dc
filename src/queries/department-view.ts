import type { Programme } from '#domain/programme.ts';
import { numberIfAny } from './number-view.ts';
import { build, routes } from './programme.ts';

function passageOf(programme: Programme, locator: string) {
  const passage = programme.passages.get(locator);
  return { text: passage?.text ?? '', place: passage?.label ?? locator, href: routes.passage(locator) };
}

/** One body: what it leads, what it partners, where the document names it. */
function departmentOf(programme: Programme, id: string, name: string, source: string) {
  const list = (of: 'lead' | 'partners') =>
    programme.projects
      .filter((p) => p[of].includes(id))
      .map((p) => ({ number: p.number, short: p.short, href: routes.project(p.id) }));
  return {
    id,
    name,
    leads: numberIfAny(programme, `${id}-leads`),
    partnersIn: numberIfAny(programme, `${id}-partners`),
    lead: list('lead'),
    partner: list('partners'),
    source: passageOf(programme, source),
  };
}

export async function departmentsView() {
  const { programme } = await build();
  const { leading_group: group, office, systems } = programme.content.departments;
  return {
    leading: group
      ? { stated: group.stated, clauses: group.clauses.map((c) => ({ id: c, ...passageOf(programme, c) })) }
      : null,
    office: office
      ? { clause: passageOf(programme, office.clause), duties: office.duties.map((d) => passageOf(programme, d)) }
      : null,
    systems: (systems ?? []).map((s) => ({ ...passageOf(programme, s.clause), short: s.short, gives: s.gives })),
    departments: programme.departments.map((d) => departmentOf(programme, d.id, d.name, d.source)),
  };
}
