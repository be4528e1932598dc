import { bareName } from '#domain/people/bearers.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { bareWords, isPlaceId } from '#domain/stories/profile.ts';
import type { Story } from '#domain/stories/story.ts';
import { placePage } from './place-page.ts';
import type { Routes } from './routes.ts';
import { sinceWords } from './since.ts';

/** One thing known of somebody. */
interface KnownOfPerson {
  readonly term: string;
  readonly text: string;
  readonly href: string | null;
}

/** Who the person of a portrait is, in the words of its page and of wherever else they are introduced. */
export interface PersonBox {
  /** Without the remark that it is made up. */
  readonly name: string;
  /** Whether it is a 化名. */
  readonly alias: boolean;
  /** 从哪来, 在哪儿, 多久: each where it is known. */
  readonly rows: readonly KnownOfPerson[];
  /** What they say, with its marks; null where nothing is quoted. */
  readonly words: string | null;
}

/** Words in the marks of a quotation; marks inside them become inner ones. */
const quoted = (words: string): string => `“${bareWords(words).replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The box of a portrait; null where it would say nothing but a name. */
export function personBox(
  { places, journeys }: Pick<Programme, 'places' | 'journeys'>,
  { profile, people = [], date, clearance }: Pick<Story, 'profile' | 'people' | 'date' | 'clearance'>,
  routes: Routes,
): PersonBox | null {
  const [printed] = people;
  if (!profile || printed === undefined) return null;
  const { from, at, since, words } = profile;
  const placed = (term: string, written: string | undefined): KnownOfPerson[] => {
    if (written === undefined) return [];
    if (!isPlaceId(written)) return [{ term, text: written.trim(), href: null }];
    return [{ term, text: places.get(written)?.name ?? written, href: placePage({ journeys }, written, routes) }];
  };
  const rows = [
    ...placed('从哪来', from),
    ...placed('在哪儿', at),
    ...(since === undefined ? [] : [{ term: '多久', text: sinceWords(since, date), href: null }]),
  ];
  if (rows.length === 0 && words === undefined) return null;
  const name = bareName(printed);
  const alias = name !== printed.trim() || clearance.aliases.includes(name);
  return { name, alias, rows, words: words === undefined ? null : quoted(words) };
}

/** From where, where and since when, without labels: for a line below a name. */
export const lineOf = (box: Pick<PersonBox, 'rows'> | null): string[] => (box?.rows ?? []).map(({ text }) => text);
