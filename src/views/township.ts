import { shortName } from '#domain/places/place.ts';
import { chineseNumeral } from '#format/number.ts';
import { kindData } from './page-search.ts';
import { knownOf, openOf, tibetanOf } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding, taskRow } from './progress.ts';
import { storiesOfTownship } from './stories-here.ts';

/** Ids of all townships that are paired, in the order of the stripes. */
export async function townshipIds(): Promise<string[]> {
  const { programme } = await build();
  return programme.journeys.flatMap((j) => j.threads.map((t) => t.place.id));
}

export async function townshipView(id: string) {
  const here = await build();
  const { programme } = here;
  const journey = programme.journeys.find((j) => j.threads.some((t) => t.place.id === id));
  const at = journey?.threads.findIndex((t) => t.place.id === id) ?? -1;
  const thread = journey?.threads[at];
  if (!journey || !thread) throw new Error(`没有乡镇 ${id}`);
  const neighbour = (i: number) => {
    const other = journey.threads[i];
    return other ? { name: other.place.name, href: routes.township(other.place.id), stripe: other.stripe } : null;
  };
  const { place, stripe } = thread;
  const tasks = programme.progress.filter((r) => r.executor === journey.city.id && r.status !== 'not-listed');
  return {
    name: place.name,
    today: place.name_today ?? null,
    bo: tibetanOf(place),
    stripe,
    hue: journey.hue,
    position: `${shortName(journey.city.name)}→${shortName(journey.county.name)}　第${at + 1}根线`,
    group: journey.threads.map((t) => t.stripe),
    siblings: journey.threads.map((t) => ({
      name: t.place.name,
      href: routes.township(t.place.id),
      stripe: t.stripe,
      me: t.place.id === id,
    })),
    siblingsTitle: `${journey.county.name}的${chineseNumeral(journey.threads.length)}个乡镇`,
    known: [...knownOf(programme, place, journey.source)],
    county: { name: journey.county.name, bo: tibetanOf(journey.county) },
    city: { name: journey.city.name, href: routes.pairing(journey.city.id) },
    source: { text: programme.passages.get(journey.source)?.short ?? '', href: routes.passage(journey.source) },
    open: openOf(place),
    tasks: tasks.map((r) => taskRow(programme, r)),
    years: programme.document.years,
    standing: planStanding(here, tasks),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    pairing: routes.pairing(journey.city.id),
    search: kindData('township', [journey]),
    stories: await storiesOfTownship(id),
  };
}
