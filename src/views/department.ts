import type { Programme } from '#domain/programme/programme.ts';
import { namedPeople } from '#domain/search/named-people.ts';
import { postsAsOf } from '#format/date.ts';
import { type StoryArchive, storyArchive } from './archive.ts';
import { numberIfAny } from './number.ts';
import { build, routes } from './programme.ts';
import { storiesOfProjects } from './stories-here.ts';

function passageOf(programme: Programme, locator: string) {
  const passage = programme.passages.get(locator);
  return { text: passage?.text ?? '', place: passage?.label ?? locator, href: routes.passage(locator) };
}

/** One body: what it leads, what it partners, what is told of it, where the document names it. */
function departmentOf(lists: StoryArchive, id: string, name: string, source: string) {
  const { programme } = lists;
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
    ...storiesOfProjects(
      lists,
      programme.projects.filter((p) => p.lead.includes(id)),
    ),
    source: passageOf(programme, source),
  };
}

/** Who stands above the projects, as far as the content says so; then how projects and departments belong together. */
function leadOf({ content, projects }: Programme): string {
  const { leading_group: group, office } = content.departments;
  const above = `${group ? '领导小组统筹，' : ''}${office ? '办公室管协调和信息，' : ''}`;
  if (projects.every(({ lead, partners }) => lead.length + partners.length === 0))
    return `${above}文件没有写哪个部门负责哪个项目。`;
  const leads = projects.every(({ lead }) => lead.length > 0) ? '每个项目有牵头部门' : '有的项目有牵头部门';
  const shared = projects.every((p) => p.partners.length > 0) ? '也有配合部门' : '有的还有配合部门';
  return `${above}${leads}，${shared}。`;
}

export async function departmentsView() {
  const [{ programme }, lists] = [await build(), await storyArchive()];
  const { leading_group: group, office, systems } = programme.content.departments;
  return {
    lead: leadOf(programme),
    leading: group
      ? { stated: group.stated, clauses: group.clauses.map((c) => ({ id: c, ...passageOf(programme, c) })) }
      : null,
    office: office
      ? {
          clause: passageOf(programme, office.clause),
          /** Where the passage names who holds the office: as of when. */
          stated: namedPeople(programme.clauses).some(({ clause }) => clause === office.clause)
            ? postsAsOf(programme.document.date, programme.words.issued)
            : null,
          duties: office.duties.map((d) => passageOf(programme, d)),
        }
      : null,
    systems: (systems ?? []).map((s) => ({ ...passageOf(programme, s.clause), short: s.short, gives: s.gives })),
    departments: programme.departments.map((d) => departmentOf(lists, d.id, d.name, d.source)),
  };
}
