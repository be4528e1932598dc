import { namesIn } from '#check/text/names/names.ts';
import { type Chance, chanceOf } from '../search/chance.ts';
import { type MadeText, madeTextFrom } from '../search/made-text.ts';

/** What made stories are made from: words and ids of a site's own content. */
export interface StoryIngredients {
  /** Texts whose characters they are put together from. */
  readonly texts: readonly string[];
  readonly projects: readonly string[];
  /** Cities, counties and townships. */
  readonly places: readonly string[];
  /** Facts that a story may print, each with its value in words. */
  readonly facts: readonly { readonly id: string; readonly value: string }[];
  /** Words of the plan that a story may quote, each with the clause they stand in. */
  readonly quotes: readonly { readonly clause: string; readonly words: string }[];
  /** The last day that a story may bear, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A part of a made story, whatever it is then written down as. */
export type MadeBlock =
  | { readonly kind: 'heading' | 'text'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A sentence with the value of a fact at its end. */
  | { readonly kind: 'fact'; readonly words: string; readonly fact: StoryIngredients['facts'][number] }
  | { readonly kind: 'quote'; readonly quote: StoryIngredients['quotes'][number] };

/** A story that nobody wrote and that says nothing. */
export interface MadeStory {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly projects: readonly string[];
  readonly places: readonly string[];
  readonly blocks: readonly MadeBlock[];
}

/**
 * Makes story `number`, the same whenever it is asked for. The check of a site knows more than this: of a story that it
 * does not let out the next `attempt` (from 0) is another one under the same id.
 */
export type StoryMaker = (number: number, attempt: number) => MadeStory;

/** So many parts with a heading, each of so many characters: about 900 in all. */
const PARTS = 3;
const PART = 230;
const OPENING = 160;
/** Signs that stand in pairs, and characters that make a place, a school or an office of what stands before them. */
const CHECKED = /[\d“”（）：；。乡镇县市校班童孩生部委]/gu;
const YEARS = 7;
const DAYS = 365 * YEARS;
/** More than anybody will try. */
const ATTEMPTS = 1000;

export function storyMaker(ingredients: StoryIngredients): StoryMaker {
  // The chain of characters is made once; the chance that walks it is each story's own.
  let own = chanceOf(0);
  const chance: Chance = {
    below: (n) => own.below(n),
    one: (list) => own.one(list),
    shuffled: (list) => own.shuffled(list),
  };
  const made = madeTextFrom(ingredients.texts, chance);
  return (number, attempt) => {
    own = chanceOf(number * ATTEMPTS + attempt);
    return {
      id: `made-${String(number).padStart(5, '0')}`,
      title: made.title(),
      summary: sentences(made, 60, chance),
      date: dayBefore(ingredients.today, chance.below(DAYS)),
      projects: upToTwo(ingredients.projects, chance),
      places: upToTwo(ingredients.places, chance),
      blocks: blocksOf(made, ingredients, chance),
    };
  };
}

/** A real story has a heading every few paragraphs, a number in most of them, a quotation or a list here and there. */
function blocksOf(made: MadeText, { facts, quotes }: StoryIngredients, chance: Chance): MadeBlock[] {
  const text = (length: number): MadeBlock => ({ kind: 'text', words: sentences(made, length, chance) });
  const extra = (part: number): MadeBlock[] => {
    const fact = chance.one(facts);
    const quote = chance.one(quotes);
    if (part === 0 && fact) return [{ kind: 'fact', words: sentences(made, 20, chance).replace(/。$/u, ''), fact }];
    if (chance.below(3) === 0) return [{ kind: 'list', items: [24, 16, 20].map((n) => sentences(made, n, chance)) }];
    return quote && chance.below(3) === 0 ? [{ kind: 'quote', quote }] : [];
  };
  const parts = Array.from({ length: PARTS }, (_, part): MadeBlock[] => [
    { kind: 'heading', words: made.title().slice(0, 12) },
    text(PART / 2),
    ...extra(part),
    text(PART / 2),
  ]);
  return [text(OPENING), ...parts.flat()];
}

/** Whole sentences of about so many characters, some 40 each, without digits and without signs that stand in pairs. */
function sentences(made: MadeText, length: number, chance: Chance): string {
  let text = '';
  while (text.length < length) {
    const one = made
      .text(15 + chance.below(30))
      .replaceAll(CHECKED, '')
      .replaceAll(/[，、]+(?=[，、]|$)|^[，、]+|([^，、]+)(?=\1)/gu, '');
    if (one !== '' && namesIn(one).length === 0) text += `${one}。`;
  }
  return text;
}

const upToTwo = (ids: readonly string[], chance: Chance): string[] =>
  chance.shuffled(ids).slice(0, chance.below(3)).sort();

function dayBefore(today: string, days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
