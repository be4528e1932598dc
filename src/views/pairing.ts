import { townshipsFactId } from '#domain/facts/place.ts';
import type { Journey } from '#domain/places/journey.ts';
import { nameToday, type Place, shortName } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { countedInWords, countsOf, endNouns, oneGiver, threadRule } from '#format/counted.ts';
import { chineseCount } from '#format/number.ts';
import { pairName } from '#format/pair-name.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { isWordy, slipFit } from '#format/room-for-names.ts';
import { storyArchive } from './archive.ts';
import { correctionsOfThing } from './corrections.ts';
import { coverageOfPlaces } from './coverage.ts';
import { clothView } from './home.ts';
import { journeysOfGiver, toldIn } from './journey.ts';
import { storiesBesideMap } from './knots.ts';
import { numberIfAny } from './number.ts';
import { apartWords, outsideOf, outsideOfWholes } from './outside.ts';
import { kindData } from './page-search.ts';
import { knownOf, languageNameOf, threadHref } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding } from './progress.ts';
import { stripOfExecutor } from './progress-strip.ts';
import { linksOfPairing } from './stories-here.ts';
import { taskRow } from './task-row.ts';

/** What the table of pairings holds, row by row. */
export function pairingsTableWords({ words }: Programme): string {
  const { third } = words;
  const [from, to] = endNouns(words);
  const rest = '今名、代码、出处';
  return third
    ? `每${third.measure}${third.noun}一行：${from}、${to}、${third.noun}、${rest}`
    : `每组结对一行：${from}、${to}、出处`;
}

/** One pairing among all: names, sizes, distance, for the list page. */
function summaryOf(programme: Programme, journey: Journey) {
  const number = (id: string) => numberIfAny(programme, id);
  return {
    hue: journey.hue,
    title: pairName(journey),
    href: routes.pairing(journey.city.id),
    countyInLanguage: languageNameOf(journey.county),
    townships: number(townshipsFactId(journey.county.id)),
    distance: number(`${journey.id}-distance`),
    climb: number(`${journey.id}-climb`),
    names: journey.threads.map(({ place, stripe }) => ({
      name: place.name,
      today: place.name_today ?? null,
      href: threadHref(journey, place),
      stripe,
    })),
  };
}

export async function pairingsView() {
  const { programme } = await build();
  const { journeys, words } = programme;
  const { givers, receivers, threads } = countsOf(journeys);
  const far = words.third ? `，线的另一头是${words.third.noun}` : '';
  return {
    third: words.third?.noun ?? '',
    search: kindData('pairing', programme.journeys),
    title: `${chineseCount(threads)}根线`,
    lead: `${countedInWords(givers, words.giver)}和${countedInWords(receivers, words.receiver)}结对${far}：${threadRule(journeys, words)}。`,
    pairings: programme.journeys.map((j) => summaryOf(programme, j)),
    outside: outsideOfWholes(programme),
  };
}

/** One county of a city's page. */
function countyOf(programme: Programme, journey: Journey) {
  const group = clothView(programme).find((g) => g.hue === journey.hue);
  return {
    ...summaryOf(programme, journey),
    journey: journey.id,
    county: journey.county.name,
    /** What its stripes are. */
    label:
      townshipsOf(journey).length > 0
        ? `${journey.county.name}的${programme.words.third?.noun ?? ''}`
        : journey.county.name,
    stripes:
      group?.stripes.map((s, i) => {
        const today = journey.threads[i]?.place.name_today ?? null;
        return { ...s, today, wordy: isWordy(s.name, today) };
      }) ?? [],
    known: knownOf(programme, journey.county, journey.source),
    renamed: townshipsOf(journey)
      .filter(({ place }) => place.name_today)
      .map(({ place }) => ({
        name: place.name,
        today: nameToday(place),
        since: place.name_since?.text ?? null,
        source: place.name_since?.source ?? place.code?.source ?? null,
        href: routes.township(place.id),
      })),
    source: programme.passages.get(journey.source)?.short ?? '',
    sourceHref: routes.passage(journey.source),
  };
}

/** Ids of the cities that have a page, in the order of the pairings. */
export async function pairingIds(): Promise<string[]> {
  const { programme } = await build();
  return [...new Set(programme.journeys.map((j) => j.city.id))];
}

export type PairingView = Awaited<ReturnType<typeof pairingView>>;

/** 名称、代码和海拔: what is known of some of these places. */
function registeredOf(places: readonly Place[]): string {
  const kinds = [
    '名称',
    ...(places.some(({ code }) => code) ? ['代码'] : []),
    ...(places.some(({ elevation }) => elevation) ? ['海拔'] : []),
  ];
  return kinds.length === 1 ? '名称' : `${kinds.slice(0, -1).join('、')}和${kinds.at(-1)}`;
}

export async function pairingView(cityId: string) {
  const here = await build();
  const { programme } = here;
  const lists = await storyArchive();
  const journeys = programme.journeys.filter((j) => j.city.id === cityId);
  const [first] = journeys;
  if (!first) throw new Error(`没有 ${cityId} 的结对`);
  const rows = programme.progress.filter((r) => r.executor === cityId);
  const tasks = rows.filter((r) => r.status !== 'not-listed');
  const own = programme.projects.filter((p) => p.lines.some((l) => rows.some((r) => r.line === l.id)));
  const { thirds } = countsOf(journeys);
  const { third } = programme.words;
  const receivers = journeys.map((j) => j.county).filter(({ id }) => id !== cityId);
  /** What is known of the receivers stands first. */
  const ends = [...receivers.map(({ id }) => id), cityId];
  const tasksOf = (id: string) =>
    programme.progress.filter((r) => r.executor === id && r.status !== 'not-listed').map((r) => taskRow(programme, r));
  const parts = { city: shortName(first.city), counties: journeys.map((j) => shortName(j.county)) };
  const side = `${programme.site.from}　${nameToday(first.city)}　${programme.site.to}　${journeys.map((j) => nameToday(j.county)).join('、')}`;
  const stories = await storiesBesideMap(lists.of('city', cityId), linksOfPairing(lists, cityId), journeys);
  const ways = await journeysOfGiver(cityId, stories !== null);
  const told = toldIn(ways);
  /** What no journey tells. */
  const untold = journeys.filter(({ id }) => !ways.some((way) => way.id === id));
  const figures: (PrintedNumber | null)[] = untold.flatMap((j) => [
    numberIfAny(programme, townshipsFactId(j.county.id)),
    numberIfAny(programme, `${j.id}-distance`),
    numberIfAny(programme, `${j.id}-climb`),
  ]);
  return {
    search: kindData('pairing', journeys),
    city: first.city.name,
    /** All whom the page is about. */
    ends: [...new Set([first.city, ...journeys.map((j) => j.county)].map(({ name }) => name))].join('、'),
    cityId,
    title: `${shortName(first.city)}→${journeys.map((j) => shortName(j.county)).join('、')}`,
    parts,
    side,
    slipFit: slipFit(parts.city, parts.counties, side),
    heading:
      third && thirds > 0
        ? `${oneGiver(first.city, programme.words)}，${countedInWords(thirds, third)}`
        : journeys.some((j) => j.distance !== null)
          ? '相距多远'
          : `从${parts.city}到${parts.counties.join('、')}`,
    journeys: ways,
    /** That some of it is of others; null where the journeys tell nothing of the kind. */
    apart: ways.some(({ stations }) => stations.some(({ stops }) => stops.some(({ fact }) => fact)))
      ? apartWords(programme)
      : null,
    third: third?.noun ?? '',
    lineWord: programme.words.line.noun,
    /** What the page holds, for those who see only its description. */
    about: [
      ...(third && thirds > 0 ? [`结对的${third.noun}`] : []),
      ...(journeys.some((j) => j.distance !== null) ? ['距离'] : []),
      '承担的任务',
    ].join('、'),
    /** What the register of its ends holds, of names, codes and heights: what nobody has is not announced. */
    registered: registeredOf([first.city, ...journeys.map((j) => j.county)]),
    known: knownOf(programme, first.city, first.source),
    counties: journeys.map((j) => countyOf(programme, j)),
    figures: figures.filter((f) => f !== null),
    lines: own.flatMap((p) => p.lines).filter((l) => rows.some((r) => r.line === l.id)),
    tasks: tasks.map((r) => taskRow(programme, r)),
    strip: stripOfExecutor(programme, cityId),
    /** What the receivers carry out themselves. */
    receiverTasks: receivers.flatMap(({ id, name }) => {
      const own = tasksOf(id);
      return own.length > 0 ? [{ name, strip: stripOfExecutor(programme, id), tasks: own }] : [];
    }),
    standing: planStanding(here, rows),
    outside: outsideOf(programme, ends, receivers.map(({ name }) => name).join('、') || first.city.name, told),
    corrections: correctionsOfThing(programme, 'place', ends),
    coverage: coverageOfPlaces(programme, ends),
    stories,
  };
}
