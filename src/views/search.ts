import { hasOwnScript, LANGUAGES, languagesOf } from '#domain/places/language-name.ts';
import { type Place, shortName } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { namedPeople } from '#domain/search/named-people.ts';
import { FACET_TITLES } from '#domain/stories/facets.ts';
import { byOrder } from '#domain/stories/order.ts';
import { peopleOfStories } from '#domain/stories/people.ts';
import type { Story } from '#domain/stories/story.ts';
import { yearAndMonth } from '#format/date.ts';
import { KIND_WORDS, PAGE_KINDS } from '#format/kinds.ts';
import { type IndexedName, type NameLetter, nameLetters } from '#format/name-letters.ts';
import { facetTitles } from './page-search.ts';
import { kindOfPlace, pageOfPlace } from './place.ts';
import { build, routes } from './programme.ts';
import { storiesOffered } from './stories-here.ts';

/** A search that is one tap away. */
export interface TryView {
  readonly text: string;
  readonly href: string;
  /** Hue of the pairing, where it is a place of one. */
  readonly hue: number | null;
}

/** A place that stands in several pairings is offered once. */
const onceEach = (tries: readonly TryView[]): TryView[] =>
  tries.filter(({ text }, i) => tries.findIndex((other) => other.text === text) === i);

const searchFor = (text: string, hue: number | null = null): TryView => ({
  text,
  href: `${routes.search}?q=${encodeURIComponent(text)}`,
  hue,
});

/** The scripts in which places have names that are neither Chinese nor Latin. */
const scriptsOf = ({ content }: Programme): string[] =>
  languagesOf(content.places.map(({ names = [] }) => ({ names: names.filter(({ text }) => hasOwnScript(text)) }))).map(
    (lang) => LANGUAGES[lang],
  );

/** A place under the notice's name, and under others that are not the same name made longer. */
function entriesOfPlace(programme: Programme, place: Place): IndexedName[] {
  const document = programme.words.document.noun;
  const { id, name, name_today: today, former_names: former = [] } = place;
  const base = { href: pageOfPlace(programme, id), kind: kindOfPlace(programme, place), id };
  const others = [...(today === undefined ? [] : [today]), ...former].filter((other) => !other.startsWith(name));
  return [{ text: name, ...base }, ...others.map((text) => ({ text, ...base, note: `${document}写作${name}` }))];
}

function entriesOfProjects({ projects }: Programme): IndexedName[] {
  return projects.flatMap((project) => {
    const names = new Set([project.short, ...(project.aliases ?? []), ...project.lines.map((line) => line.short)]);
    return [...names].map((text) => ({ text, href: routes.project(project.id), kind: '项目' }));
  });
}

/** Whoever stories name, with the story that tells of them most. */
function entriesOfPeople(stories: readonly Story[]): IndexedName[] {
  const main = new Map(peopleOfStories(stories).map((person) => [person.name, person.main]));
  for (const story of stories.toSorted(byOrder)) {
    for (const name of story.people ?? []) if (!main.has(name)) main.set(name, story);
  }
  return [...main].map(([text, story]) => {
    const collective = story.kind === 'collective' && story.people?.length === 1;
    const kind = collective ? KIND_WORDS.collective : KIND_WORDS.person;
    return { text, href: routes.story(story.id), kind, person: !collective };
  });
}

/** Whom the document names by an office: filed under what they stand in, with its date; whom stories tell of is 人物. */
function entriesOfOfficials({ clauses, content, document, words }: Programme): IndexedName[] {
  const group = new Set(content.departments.leading_group?.clauses);
  return namedPeople(clauses).map(({ name, clause }) => ({
    text: name,
    href: routes.passage(clause),
    kind: group.has(clause) ? '领导小组' : PAGE_KINDS.plan,
    note: `${yearAndMonth(document.date)}${words.issued}时`,
    person: true,
  }));
}

/** Everything of the site that has a name, filed by how it is read. */
function namesOf(programme: Programme): NameLetter[] {
  const { stories } = programme.content;
  return nameLetters([
    ...programme.content.places.flatMap((place) => entriesOfPlace(programme, place)),
    ...entriesOfProjects(programme),
    ...programme.departments.map(({ id, name }) => ({ text: name, href: routes.department(id), kind: '部门' })),
    ...entriesOfOfficials(programme),
    ...entriesOfPeople(stories),
    ...stories.map(({ id, title }) => ({ text: title, href: routes.story(id), kind: null })),
  ]);
}

/** What the page of the search is drawn with before anything is asked. */
export async function searchView() {
  const { programme } = await build();
  const { journeys, projects } = programme;
  const titles = facetTitles(programme);
  const shorts = projects.flatMap((p) => p.lines.map((line) => line.short));
  return {
    /** The data a search reads: the index of pages, what it does not tell by itself, the names. */
    index: routes.searchIndex,
    pages: routes.searchPages,
    names: routes.searchNames,
    /** Cities in the order of their hues: the stripe beside a hit. */
    hues: journeys.map((j) => j.city.name).join(' '),
    letters: namesOf(programme),
    /** What a name can be typed in. */
    typed: ['拼音', '首字母', '繁体', ...scriptsOf(programme)].join('、'),
    /** Stories for those who found nothing. */
    offered: await storiesOffered(),
    third: programme.words.third?.noun ?? '',
    /** What is picked by is called, where it is called otherwise than the browser knows. */
    facets: {
      city: titles.city === FACET_TITLES.city ? undefined : titles.city,
      county: titles.county === FACET_TITLES.county ? undefined : titles.county,
    },
    tries: [
      {
        title: '地方',
        entries: onceEach(
          journeys.flatMap((j) => [searchFor(shortName(j.city), j.hue), searchFor(shortName(j.county), j.hue)]),
        ),
      },
      { title: '项目', entries: [...new Set(shorts)].map((text) => searchFor(text)) },
    ],
  };
}
