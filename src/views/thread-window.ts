import { tellingFacts } from '#domain/outside/telling.ts';
import type { Journey, Thread } from '#domain/places/journey.ts';
import { firstName, nameWord } from '#domain/places/language-name.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { slipQuotation } from '#domain/stories/spoken-words.ts';
import type { Story } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import { pairName } from '#format/pair-name.ts';
import { UNVERIFIED } from '#format/status.ts';
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
  /** The place at the end of the thread, where the story itself names it; else nobody says that they are there. */
  readonly place: { readonly name: string; readonly href: string } | null;
  readonly picture: CoverView['picture'];
  readonly sample: boolean;
}

/** A thread of the cloth, opened or left as a narrow band. */
interface BandView {
  readonly name: string;
  readonly href: string;
  readonly stripe: number;
}

/** The threads of the cloth, one of them opened to a window. */
export interface ThreadWindowView {
  readonly threads: readonly BandView[];
  /** The stripe of the thread that is open. */
  readonly stripe: number;
  /** The place at the end of the thread. */
  readonly place: string;
  /** Its own name in its own script, or that of the receiver where a person is not told to be there; null where no source gives one. */
  readonly placeInLanguage: LanguageNameView | null;
  /** 藏文名待核; null where it is confirmed, and where there is none. */
  readonly unverified: string | null;
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
const dayNumber = (now: string) => Date.parse(dayInChina(now)) / 86_400_000;

/** The thread that a story of a person belongs to: of where they are, of the first place it names, else the first of its pairing. */
function strandOf(story: Story, strands: readonly Strand[]): Strand | undefined {
  const named = story.places ?? [];
  return (
    strands.find(({ thread }) => thread.place.id === story.profile?.at) ??
    strands.find(({ thread }) => named.includes(thread.place.id)) ??
    strands.find(({ journey }) => named.includes(journey.county.id) || named.includes(journey.city.id))
  );
}

/** What can be told without a word of caution: whoever has ten seconds reads no more. */
const toldPlainly = ({ content }: Programme) => tellingFacts(content.outside).filter(({ caution }) => caution === null);

const namesAPerson = (story: Story) => story.kind === 'person' && (story.people ?? []).length > 0;

/** People first, those with a picture before those without; else every place of which something is known; else any. */
function choicesOf(programme: Programme, stories: readonly Story[], strands: readonly Strand[]): readonly Choice[] {
  const people = stories.filter(namesAPerson).flatMap((story): Choice[] => {
    const strand = strandOf(story, strands);
    return strand ? [{ ...strand, story }] : [];
  });
  const seen = people.filter(({ story }) => story?.coverFile);
  const known = [toldPlainly(programme), tellingFacts(programme.content.outside)]
    .map((facts) => strands.filter(({ thread }) => facts.some(({ place }) => place === thread.place.id)))
    .find((list) => list.length > 0);
  const first = [seen, people].find((list) => list.length > 0);
  return first ?? (known ?? strands).map((strand) => ({ ...strand, story: null }));
}

/** Whether a story tells that somebody is at the end of a thread; else only the pairing is theirs. */
const isTold = (story: Story, { thread: { place } }: Strand): boolean =>
  place.id === story.profile?.at || (story.places ?? []).includes(place.id);

function personOf(programme: Programme, story: Story, strand: Strand): PersonShown {
  const { href, title, cover, sample } = storyCard(programme, story);
  const said = slipQuotation(story);
  return {
    name: story.people?.[0] ?? '',
    words: said ?? title,
    said: said !== null,
    href,
    place: isTold(story, strand)
      ? { name: strand.thread.place.name, href: threadHref(strand.journey, strand.thread.place) }
      : null,
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
  const fact = [...toldPlainly(programme), ...tellingFacts(programme.content.outside)].find(
    ({ place }) => place === thread.place.id,
  );
  // Of a person who is nowhere told to be there the window bears the name of the receiver.
  const named = story && !isTold(story, chosen) ? journey.county : thread.place;
  const own = firstName(named);
  return {
    threads: strands.map(({ journey: of, thread: { place, stripe } }) => ({
      name: place.name,
      href: threadHref(of, place),
      stripe,
    })),
    stripe: thread.stripe,
    place: thread.place.name,
    placeInLanguage: languageNameOf(named),
    unverified: own?.unverified ? `${nameWord(own.lang)}${UNVERIFIED}` : null,
    placeHref: threadHref(journey, thread.place),
    pairing: pairName(journey),
    pairingHref: routes.pairing(journey.city.id),
    person: story && personOf(programme, story, chosen),
    fact: !story && fact ? outsideFactView(programme, fact) : null,
  };
}
