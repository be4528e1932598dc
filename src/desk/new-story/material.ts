import { figureCatalogue } from '#charts/catalogue.ts';
import type { Fact } from '#domain/facts/fact.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { placesOfStory } from '#domain/stories/places.ts';
import { routesUnder } from '#format/routes.ts';
import type { Answers } from './questions.ts';

/** What of the content the text of a new story can show as an example; null where the content has none. */
export interface Material {
  /** Id of a fact. */
  readonly fact: string | null;
  /** Name of a figure. */
  readonly figure: string | null;
  /** A passage of the plan and words that stand in it. */
  readonly passage: { readonly locator: string; readonly words: string } | null;
}

/** Words that mean something in Markdown, or begin a component, are no example for somebody who learns it. */
const plain = (words: string) => words !== '' && !/[{}<>*_`[\]\\|~^&#]/.test(words);

/** The first fact of the first project, else of the first place, else of the plan; a number where there is one. */
function factOf({ facts }: Programme, { projects = [], places = [] }: Answers): string | null {
  const all = [...facts.values()];
  const about = (ids: readonly string[]) => all.filter(({ subject }) => ids.includes(subject.id));
  const counted = (list: readonly Fact[]) => list.find(({ value }) => typeof value === 'number') ?? list[0];
  return (counted(about(projects)) ?? counted(about(places)) ?? counted(all))?.id ?? null;
}

function figureOf(programme: Programme, { projects = [], places = [] }: Answers): string | null {
  const named = [...figureCatalogue(programme, routesUnder('/')).named.keys()];
  const lines = programme.projects.filter(({ id }) => projects.includes(id)).flatMap((p) => p.lines);
  const { journeys } = placesOfStory({ places: [...places] }, programme.journeys);
  const wanted = [
    ...lines.map(({ id }) => `progress-${id}`),
    ...journeys.flatMap(({ id, city }) => [`pairing-${id}`, `pairing-${city.id}`]),
  ];
  return wanted.find((name) => named.includes(name)) ?? named[0] ?? null;
}

/** The first sentence of the clause of the first project, else of the first item of the plan, without its number. */
function passageOf({ projects, content, passages }: Programme, answers: Answers): Material['passage'] {
  const [first] = answers.projects ?? [];
  const locator =
    projects.find(({ id }) => id === first)?.clause ?? content.clauses.find(({ role }) => role === 'item')?.id;
  const text = locator === undefined ? '' : (passages.get(locator)?.text ?? '');
  const sentence = text.replace(/^（?[\d一二三四五六七八九十]+[）．、.]\s*/, '').match(/^[^\n。]+/)?.[0] ?? '';
  return locator !== undefined && plain(sentence) ? { locator, words: sentence } : null;
}

/** Examples for the text of a new story, from what it is about. */
export const materialFor = (programme: Programme, answers: Answers): Material => ({
  fact: factOf(programme, answers),
  figure: figureOf(programme, answers),
  passage: passageOf(programme, answers),
});
