import { townshipsFactId } from '#domain/facts/place.ts';
import { tellingFacts } from '#domain/outside/telling.ts';
import type { Journey, Thread } from '#domain/places/journey.ts';
import { type Place, seatWord } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { countedInWords } from '#format/counted.ts';
import { pairName } from '#format/pair-name.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { type StoryArchive, storyArchive } from './archive.ts';
import { numberIfAny } from './number.ts';
import { briefFactView, type OutsideFactView, outsideFactView } from './outside.ts';
import { type LanguageNameView, languageNameOf } from './place.ts';
import { build, routes } from './programme.ts';
import { type StoryLink, storyLine } from './stories-here.ts';

/** A thread of the ribbon beside a stop: running on, turning off to the place that stands there, ending there, or gone. */
export interface StrandView {
  readonly stripe: number;
  readonly state: 'on' | 'off' | 'end' | 'gone';
}

/** A number of a stop with what it is. */
interface Measure {
  readonly term: string;
  readonly number: PrintedNumber;
}

interface NameView {
  readonly name: string;
  /** What it is called now, where that is another name. */
  readonly today: string | null;
  readonly href: string;
  readonly stripe: number;
}

/** One stop at the ribbon: what is not known is not there. */
export interface StopView {
  /** Its heading; null where its first number is that. */
  readonly name: string | null;
  readonly today: string | null;
  readonly href: string | null;
  readonly inLanguage: LanguageNameView | null;
  readonly measures: readonly Measure[];
  /** Where the document says that both are paired: at the start alone. */
  readonly paired: { readonly text: string; readonly place: string; readonly href: string } | null;
  readonly fact: OutsideFactView | null;
  /** The fact has its place on this page, and not on one of its own. */
  readonly here: boolean;
  /** Where nothing else is known of a place: the first story of it. */
  readonly story: StoryLink | null;
  /** Places of which no more than the name is known. */
  readonly names: readonly NameView[];
  readonly strands: readonly StrandView[];
}

/** A place, the way, or a few places of the third level together. */
export interface StationView {
  readonly kind: 'giver' | 'way' | 'receiver' | 'thirds' | 'stories';
  readonly stops: readonly StopView[];
}

/** The way of a pairing, from the giver to those whom it reaches. */
export interface JourneyView {
  readonly hue: number;
  readonly title: string;
  readonly stations: readonly StationView[];
}

/** With fewer stations it is no journey. */
const FEWEST = 3;
/** So many places of the third level stand alone; more share as many stations as below. */
const ALONE = 5;
const SHARED = 4;

const EMPTY = {
  ...{ name: null, today: null, href: null, inLanguage: null, paired: null, fact: null, here: false, story: null },
  ...{ measures: [], names: [], strands: [] },
} as const satisfies StopView;

/** The numbers that the content gives, each with its word. */
const measuresOf = (programme: Programme, list: readonly (readonly [term: string, id: string])[]): Measure[] =>
  list.flatMap(([term, id]) => {
    const number = numberIfAny(programme, id);
    return number ? [{ term, number }] : [];
  });

const heightOf = (place: Place) => [`${seatWord(place)}海拔`, `${place.id}-elevation`] as const;

/** Parts of a list of at most `size`. */
const partsOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** The stations of the places of the third level: those of which something is known, in groups; then the names of the others. */
function thirdStations(programme: Programme, lists: StoryArchive, journey: Journey): StationView[] {
  const { third } = programme.words;
  if (!third) return [];
  const telling = tellingFacts(programme.content.outside);
  const stopOf = ({ place }: Thread): StopView | null => {
    const fact = telling.find((one) => one.place === place.id);
    const [story] = fact ? [] : lists.at(place.id);
    if (!fact && !story) return null;
    return {
      ...EMPTY,
      name: place.name,
      today: place.name_today ?? null,
      href: routes.township(place.id),
      inLanguage: languageNameOf(place),
      fact: fact ? briefFactView(programme, fact) : null,
      story: story ? storyLine(story) : null,
    };
  };
  const all = townshipsOf(journey).map((thread) => ({ thread, stop: stopOf(thread) }));
  const known = all.flatMap(({ stop }) => stop ?? []);
  const others = all.filter(({ stop }) => stop === null).map(({ thread }) => thread);
  const groups = partsOf(known, known.length <= ALONE ? 1 : Math.ceil(known.length / SHARED));
  const stations: StationView[] = groups.map((stops) => ({ kind: 'thirds', stops }));
  if (others.length === 0) return stations;
  const names = others.map(({ place, stripe }): NameView => {
    return { name: place.name, today: place.name_today ?? null, href: routes.township(place.id), stripe };
  });
  const name = `${known.length > 0 ? '还有' : ''}${countedInWords(names.length, third)}`;
  return [...stations, { kind: 'thirds', stops: [{ ...EMPTY, name, names }] }];
}

/** The stations of one pairing without their ribbon; `told`: facts that this page tells already. */
function stationsOf(
  programme: Programme,
  lists: StoryArchive,
  journey: Journey,
  told: ReadonlySet<string>,
): StationView[] {
  const { city, county, id, source } = journey;
  const { third } = programme.words;
  const passage = programme.passages.get(source);
  const telling = tellingFacts(programme.content.outside);
  const placeStop = (place: Place, more: Partial<StopView>): StopView => {
    const fact = telling.find((one) => one.place === place.id && !told.has(one.id));
    return {
      ...EMPTY,
      name: place.name,
      inLanguage: languageNameOf(place),
      fact: fact ? outsideFactView(programme, fact) : null,
      here: true,
      ...more,
    };
  };
  const giver = placeStop(city, {
    measures: measuresOf(programme, [heightOf(city)]),
    paired: { text: `和${county.name}结对`, place: passage?.short ?? '', href: routes.passage(source) },
  });
  const way = measuresOf(programme, [
    ['球面距离', `${id}-distance`],
    ['海拔差', `${id}-climb`],
  ]);
  const receiver = placeStop(county, {
    measures: measuresOf(programme, [
      heightOf(county),
      ...(third ? [[`结对的${third.noun}`, townshipsFactId(county.id)] as const] : []),
    ]),
  });
  const something = receiver.measures.length > 0 || receiver.fact !== null || receiver.inLanguage !== null;
  return [
    { kind: 'giver', stops: [giver] },
    ...(way.length > 0 ? [{ kind: 'way' as const, stops: [{ ...EMPTY, measures: way }] }] : []),
    ...(something ? [{ kind: 'receiver' as const, stops: [receiver] }] : []),
    ...thirdStations(programme, lists, journey),
  ];
}

/**
 * The ribbon beside the stops: all threads up to the receiver, then each as far as its own place. Whoever is reached
 * first lies outermost, so that no thread crosses another.
 */
function withRibbon(journey: Journey, stations: readonly StationView[]): StationView[] {
  const gone = new Set<number>();
  const last = stations.findLastIndex(({ kind }) => kind !== 'stories');
  const order = stations.flatMap(({ stops }) =>
    stops.flatMap(({ href, names }) => [href, ...names.map((one) => one.href)]),
  );
  const reached = ({ place }: Thread) => order.indexOf(routes.township(place.id));
  const threads = journey.threads.toSorted((a, b) => reached(b) - reached(a) || a.stripe - b.stripe);
  return stations.map((station, at) => ({
    ...station,
    stops: station.stops.map((stop) => {
      const ends = (thread: Thread) =>
        (at === last && stop.names.length === 0 && thread.place.id === journey.county.id) ||
        stop.names.some((one) => one.stripe === thread.stripe);
      const strands = threads.map((thread): StrandView => {
        const { stripe, place } = thread;
        if (gone.has(stripe)) return { stripe, state: 'gone' };
        if (stop.href !== null && stop.href === routes.township(place.id)) return { stripe, state: 'off' };
        return { stripe, state: ends(thread) ? 'end' : 'on' };
      });
      for (const { stripe, state } of strands) if (state !== 'on') gone.add(stripe);
      return { ...stop, strands: strands.every(({ state }) => state === 'gone') ? [] : strands };
    }),
  }));
}

/**
 * The journeys of a giver, one for each receiver; none where there is too little to tell of the way.
 * @param tales whether the last of them ends at the stories
 */
export async function journeysOfGiver(
  city: string,
  tales: boolean,
): Promise<(JourneyView & { readonly id: string })[]> {
  const { programme } = await build();
  const lists = await storyArchive();
  const told = new Set<string>();
  const own = programme.journeys
    .filter((journey) => journey.city.id === city)
    .flatMap((journey) => {
      const stations = stationsOf(programme, lists, journey, told);
      if (stations.length < FEWEST) return [];
      for (const { stops } of stations) for (const { fact, here } of stops) if (fact && here) told.add(fact.id);
      return [{ journey, stations }];
    });
  const stories: StationView = { kind: 'stories', stops: [{ ...EMPTY, name: '故事' }] };
  return own.map(({ journey, stations }, at) => ({
    id: journey.id,
    hue: journey.hue,
    title: pairName(journey),
    stations: withRibbon(journey, tales && at === own.length - 1 ? [...stations, stories] : stations),
  }));
}

/** The facts that stand in journeys and so need no second place on their page. */
export const toldIn = (journeys: readonly JourneyView[]): string[] =>
  journeys.flatMap(({ stations }) =>
    stations.flatMap(({ stops }) => stops.flatMap(({ fact, here }) => (fact && here ? [fact.id] : []))),
  );
