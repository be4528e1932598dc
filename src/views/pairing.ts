import type { Journey } from '#domain/places/journey.ts';
import { nameToday, shortName } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { chineseCount, chineseNumeral } from '#format/number.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { clothView } from './home.ts';
import { numberIfAny } from './number.ts';
import { kindData } from './page-search.ts';
import { knownOf, tibetanOf } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding, taskRow } from './progress.ts';
import { storiesOfPairing } from './stories-here.ts';

/** One pairing among all: names, sizes, distance, for the list page. */
function summaryOf(programme: Programme, journey: Journey) {
  const number = (id: string) => numberIfAny(programme, id);
  return {
    hue: journey.hue,
    title: `${journey.city.name}—${journey.county.name}`,
    href: routes.pairing(journey.city.id),
    countyBo: tibetanOf(journey.county),
    townships: number(`${journey.county.id}-townships`),
    distance: number(`${journey.id}-distance`),
    climb: number(`${journey.id}-climb`),
    names: journey.threads.map(({ place, stripe }) => ({
      name: place.name,
      today: place.name_today ?? null,
      href: routes.township(place.id),
      stripe,
    })),
  };
}

export async function pairingsView() {
  const { programme } = await build();
  const cities = new Set(programme.journeys.map((j) => j.city.id)).size;
  return {
    search: kindData('pairing', programme.journeys),
    title: `${chineseNumeral(programme.journeys.reduce((n, j) => n + j.threads.length, 0))}根线`,
    lead: `${chineseCount(cities)}座城市和${chineseCount(programme.journeys.length)}个县结对，线的另一头是乡镇：一个乡镇，一根线。`,
    pairings: programme.journeys.map((j) => summaryOf(programme, j)),
  };
}

/** One county of a city's page. */
function countyOf(programme: Programme, journey: Journey) {
  const group = clothView(programme).find((g) => g.hue === journey.hue);
  return {
    ...summaryOf(programme, journey),
    journey: journey.id,
    county: journey.county.name,
    stripes: group?.stripes.map((s, i) => ({ ...s, today: journey.threads[i]?.place.name_today ?? null })) ?? [],
    known: knownOf(programme, journey.county, journey.source),
    renamed: journey.threads
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

export async function pairingView(cityId: string) {
  const here = await build();
  const { programme } = here;
  const journeys = programme.journeys.filter((j) => j.city.id === cityId);
  const [first] = journeys;
  if (!first) throw new Error(`没有城市 ${cityId}`);
  const rows = programme.progress.filter((r) => r.executor === cityId);
  const tasks = rows.filter((r) => r.status !== 'not-listed');
  const own = programme.projects.filter((p) => p.lines.some((l) => rows.some((r) => r.line === l.id)));
  const count = journeys.reduce((n, j) => n + j.threads.length, 0);
  const figures: (PrintedNumber | null)[] = journeys.flatMap((j) => [
    numberIfAny(programme, `${j.county.id}-townships`),
    numberIfAny(programme, `${j.id}-distance`),
    numberIfAny(programme, `${j.id}-climb`),
  ]);
  return {
    search: kindData('pairing', journeys),
    city: first.city.name,
    cityId,
    title: `${shortName(first.city.name)}→${journeys.map((j) => shortName(j.county.name)).join('、')}`,
    parts: { city: shortName(first.city.name), counties: journeys.map((j) => shortName(j.county.name)) },
    side: `${programme.site.from}　${nameToday(first.city)}　${programme.site.to}　${journeys.map((j) => nameToday(j.county)).join('、')}`,
    heading: `一座城，${chineseNumeral(count)}个乡镇`,
    known: knownOf(programme, first.city, first.source),
    counties: journeys.map((j) => countyOf(programme, j)),
    figures: figures.filter((f) => f !== null),
    lines: own.flatMap((p) => p.lines).filter((l) => rows.some((r) => r.line === l.id)),
    tasks: tasks.map((r) => taskRow(programme, r)),
    standing: planStanding(here, rows),
    stories: await storiesOfPairing(cityId),
  };
}
