import type { Journey, Thread } from '#domain/places/journey.ts';
import { shortName } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { shortQuotation } from '#domain/stories/spoken-words.ts';
import type { Story } from '#domain/stories/story.ts';
import { storyArchive } from './archive.ts';
import { type OutsideFactView, outsideFactView } from './outside.ts';
import { type LanguageNameView, languageNameOf, threadHref } from './place.ts';
import { build, routes } from './programme.ts';
import { type CoverView, storyCard } from './story-card.ts';

/** The person whom an open thread shows. */
interface PersonShown {
  readonly name: string;
  /** What they, or somebody beside them, say in the story; its title where nobody says anything so short. */
  readonly words: string;
  readonly said: boolean;
  readonly href: string;
  readonly picture: CoverView['picture'];
  readonly sample: boolean;
}

/** A thread that is left closed. */
interface BandView {
  readonly name: string;
  readonly href: string;
  readonly stripe: number;
}

/** One thread of the cloth opened to a window, the others left as narrow bands above and below it. */
export interface ThreadWindowView {
  readonly above: readonly BandView[];
  readonly below: readonly BandView[];
  readonly stripe: number;
  /** The place at the end of the thread. */
  readonly place: string;
  readonly placeInLanguage: LanguageNameView | null;
  readonly placeHref: string;
  readonly pairing: string;
  readonly pairingHref: string;
  readonly person: PersonShown | null;
  /** Where there is no person to show yet: one thing that is known of the place. */
  readonly fact: OutsideFactView | null;
}

interface Strand {
  readonly journey: Journey;
  readonly thread: Thread;
}

/** What can be shown in a window. */
interface Choice extends Strand {
  readonly story: Story | null;
}

/** Whole days from 1970 to the day of the build in China: each day turns the choice on by one. */
const dayNumber = (now: string) => Math.floor((Date.parse(now) + 8 * 3_600_000) / 86_400_000);

/** The thread that a story of a person belongs to: that of the first place it names, else the first of its pairing. */
function strandOf(story: Story, strands: readonly Strand[]): Strand | undefined {
  const named = story.places ?? [];
  return (
    strands.find(({ thread }) => named.includes(thread.place.id)) ??
    strands.find(({ journey }) => named.includes(journey.county.id) || named.includes(journey.city.id))
  );
}

const namesAPerson = (story: Story) => story.kind === 'person' && (story.people ?? []).length > 0;

/** People first, those with a picture before those without; else every place of which something is known; else any. */
function choicesOf(programme: Programme, stories: readonly Story[], strands: readonly Strand[]): readonly Choice[] {
  const people = stories.filter(namesAPerson).flatMap((story): Choice[] => {
    const strand = strandOf(story, strands);
    return strand ? [{ ...strand, story }] : [];
  });
  const seen = people.filter(({ story }) => story?.coverFile);
  const known = strands.filter(({ thread }) => programme.content.outside.some((f) => f.place === thread.place.id));
  const first = [seen, people].find((list) => list.length > 0);
  return first ?? (known.length > 0 ? known : strands).map((strand) => ({ ...strand, story: null }));
}

function personOf(programme: Programme, story: Story): PersonShown {
  const { href, title, cover, sample } = storyCard(programme, story);
  const said = shortQuotation(story.body.text);
  return {
    name: story.people?.[0] ?? '',
    words: said ?? title,
    said: said !== null,
    href,
    picture: cover.picture,
    sample,
  };
}

/** The window of today; null where there is no cloth. */
export async function threadWindow(): Promise<ThreadWindowView | null> {
  const { programme, now } = await build();
  const { all } = await storyArchive();
  const strands = programme.journeys.flatMap((journey) => journey.threads.map((thread) => ({ journey, thread })));
  const choices = choicesOf(programme, all, strands);
  const chosen = choices[dayNumber(now) % choices.length];
  if (!chosen) return null;
  const { journey, thread, story } = chosen;
  const { city, county } = journey;
  const fact = programme.content.outside.find(({ place }) => place === thread.place.id);
  const band = ({ journey: own, thread: { place, stripe } }: Strand): BandView => ({
    name: place.name,
    href: threadHref(own, place),
    stripe,
  });
  return {
    above: strands.filter((s) => s.thread.stripe < thread.stripe).map(band),
    below: strands.filter((s) => s.thread.stripe > thread.stripe).map(band),
    stripe: thread.stripe,
    place: thread.place.name,
    placeInLanguage: languageNameOf(thread.place) ?? languageNameOf(county),
    placeHref: threadHref(journey, thread.place),
    pairing: `${shortName(city)}→${shortName(county)}`,
    pairingHref: routes.pairing(city.id),
    person: story && personOf(programme, story),
    fact: !story && fact ? outsideFactView(programme, fact) : null,
  };
}
