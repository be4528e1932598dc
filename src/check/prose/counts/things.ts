import type { PlaceLevel } from '#domain/places/place.ts';
import { withoutNumbering } from '#domain/plan/numbering.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { counted, countsOf } from '#format/counted.ts';

export type ThingKind = 'cities' | 'counties' | 'townships' | 'projects' | 'tasks' | 'lines' | 'fields' | 'annexes';

/** A kind of thing of which the programme has a certain number. */
export interface Thing {
  /** Every number that can be meant, the likeliest first. */
  readonly counts: readonly number[];
  /** The right count as a message says it. */
  readonly right: string;
  readonly written: string | null;
}

const distinct = (words: readonly string[]) => [...new Set(words)];
const distinctNumbers = (numbers: readonly number[]) => [...new Set(numbers)].filter((n) => n > 0);
/** Where something stands in the document, from its first to its last passage. */
export function writtenAt({ passages }: Programme, locators: readonly string[]): string | null {
  const places = distinct(locators.flatMap((locator) => passages.get(locator)?.short ?? []));
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined ? null : `正文${first}${last === first ? '' : `至${last}`}`;
}

/** A part of the document that lists items: a section, or a paragraph that closes with what they are, 其主要工作职责为：. */
export interface ListingPart {
  readonly title: string;
  /** The word by which the items may be counted, 六条要求; null where it is said of anything: 内容, 目标. */
  readonly tail: string | null;
  readonly items: number;
  /** All words of the items. */
  readonly words: string;
  readonly label: string;
  /** `duties`: a paragraph; `fields`: a section whose items stand under headings of their own. */
  readonly kind: 'section' | 'fields' | 'duties';
}

/** Parts of the document with the number of items under each. */
export function listingParts({ clauses, passages }: Programme): ListingPart[] {
  const parts: { title: string; tail: string | null; items: string[]; label: string; kind: ListingPart['kind'] }[] = [];
  const open = (id: string, title: string, kind: ListingPart['kind']) => {
    const [tail = ''] = /..$/u.exec(title) ?? [];
    const isOwn = tail !== '' && !/内容|目标|机构|思想/u.test(tail);
    parts.push({ title, tail: isOwn ? tail : null, items: [], label: passages.get(id)?.label ?? id, kind });
  };
  for (const { id, role, text } of clauses) {
    if (role === 'section') open(id, withoutNumbering(text), 'section');
    const duties = role === 'paragraph' ? /(?<title>\p{Script=Han}{2})为：$/u.exec(text)?.groups?.['title'] : undefined;
    if (duties !== undefined) open(id, duties, 'duties');
    const last = parts.at(-1);
    if (role === 'field' && last?.kind === 'section') last.kind = 'fields';
    if (role === 'item') last?.items.push(text);
  }
  return parts
    .map((part) => ({ ...part, items: part.items.length, words: part.items.join('') }))
    .filter(({ items }) => items > 0);
}

/** Headings under which projects stand, with how many of them. */
export function fieldsOf({ projects, passages }: Programme) {
  return [...Map.groupBy(projects, (p) => p.field)].map(([locator, all]) => ({
    locator,
    name: withoutNumbering(passages.get(locator)?.text ?? ''),
    projects: all,
  }));
}

/** 三大行动、一项工程: headings may be counted by the word they end in. */
export const fieldsEndingIn = (programme: Programme, word: string) =>
  fieldsOf(programme).filter(({ name }) => name.endsWith(word)).length;

/** Every thing that can be counted, from the content. */
export function thingsOf(programme: Programme): Record<ThingKind, Thing> {
  const { journeys, projects, clauses, tables, targetTables } = programme;
  const cities = distinct(journeys.map((j) => j.city.name));
  const counties = distinct(journeys.map((j) => j.county.name));
  const { thirds } = countsOf(journeys);
  const { giver, receiver, third, line, annex } = programme.words;
  // 两座城市 of three who give: those of them that are cities.
  const some = (of: 'city' | 'county', level: PlaceLevel) =>
    distinct(journeys.filter((j) => j[of].level === level).map((j) => j[of].id)).length;
  const lines = projects.flatMap((p) => p.lines).length;
  const fields = fieldsOf(programme);
  const sections = clauses.filter((c) => c.role === 'section').length;
  const pairs = tables.find((t) => t.kind === 'pairings')?.label ?? null;
  const items = writtenAt(
    programme,
    projects.map((p) => p.clause),
  );
  const headings = writtenAt(
    programme,
    fields.map((f) => f.locator),
  );
  const rows = targetTables.map((t) => t.rows.length);
  // Both ends are called the same: 两家医院 are the one that gives and the one that receives.
  const ends = giver.noun === receiver.noun ? distinct([...cities, ...counties]) : cities;
  return {
    cities: {
      counts: distinctNumbers([
        ...[ends.length, cities.length, some('city', 'city')],
        ...(ends === cities ? [] : [counties.length]),
      ]),
      right: `${counted(ends.length, giver)}（${ends.join('、')}）`,
      written: pairs,
    },
    counties: {
      counts: distinctNumbers([counties.length, some('county', 'county')]),
      right: `${counted(counties.length, receiver)}（${counties.join('、')}）`,
      written: pairs,
    },
    townships: { counts: [thirds], right: third ? counted(thirds, third) : '', written: pairs },
    projects: { counts: [projects.length], right: `${projects.length}个项目`, written: items },
    tasks: {
      counts: [projects.length, lines],
      right: `${projects.length}个项目${lines === projects.length ? '' : `，或者${counted(lines, line)}`}`,
      written: items,
    },
    lines: {
      counts: [lines, rows.reduce((a, b) => a + b, 0)],
      right: counted(lines, line),
      written: items,
    },
    fields: {
      counts: [fields.length, sections],
      right: `${fields.length}个方面（${fields.map((f) => f.name).join('、')}）`,
      written: headings,
    },
    annexes: {
      counts: [tables.length],
      right: counted(tables.length, annex),
      written: tables.map((t) => t.label).join('、'),
    },
  };
}
