import { townshipsOf } from '#domain/places/townships.ts';
import { countedInWords } from '#format/counted.ts';
import { pairName } from '#format/pair-name.ts';
import { correctionsOfThing } from './corrections.ts';
import { coverageOfPlaces } from './coverage.ts';
import { outsideOf } from './outside.ts';
import { kindData } from './page-search.ts';
import { hasCodes, knownOf, languageNameOf, nameWordsOf, openOf } from './place.ts';
import { build, routes } from './programme.ts';
import { planStanding } from './progress.ts';
import { stripOfExecutor } from './progress-strip.ts';
import { storiesOfTownship } from './stories-here.ts';
import { taskRow } from './task-row.ts';

/** Ids of all townships that are paired, in the order of the stripes. */
export async function townshipIds(): Promise<string[]> {
  const { programme } = await build();
  return [...new Set(programme.journeys.flatMap((j) => townshipsOf(j).map((t) => t.place.id)))];
}

export async function townshipView(id: string) {
  const here = await build();
  const { programme } = here;
  const { third, giver, receiver } = programme.words;
  const receivers = new Set(programme.journeys.map((j) => j.county.id));
  const receiving = programme.progress.some((r) => receivers.has(r.executor));
  const all = programme.journeys.filter((j) => townshipsOf(j).some((t) => t.place.id === id));
  const [journey] = all;
  const at = journey?.threads.findIndex((t) => t.place.id === id) ?? -1;
  const thread = journey?.threads[at];
  if (!journey || !thread || !third) throw new Error(`没有 ${id} 这一页`);
  const neighbour = (i: number) => {
    const other = journey.threads[i];
    return other ? { name: other.place.name, href: routes.township(other.place.id), stripe: other.stripe } : null;
  };
  const { place, stripe } = thread;
  const tasks = programme.progress.filter(
    (r) => all.some((j) => j.city.id === r.executor) && r.status !== 'not-listed',
  );
  return {
    name: place.name,
    today: place.name_today ?? null,
    inLanguage: languageNameOf(place),
    /** What of it stands here, for those who see only the description of the page. */
    holds: ['名称', ...(hasCodes(programme, place) ? ['代码'] : []), ...nameWordsOf(programme, place)].join('、'),
    stripe,
    hue: journey.hue,
    position: `${pairName(journey)}　第${at + 1}根线`,
    group: journey.threads.map((t) => t.stripe),
    siblings: journey.threads.map((t) => ({
      name: t.place.name,
      href: routes.township(t.place.id),
      stripe: t.stripe,
      me: t.place.id === id,
    })),
    siblingsTitle: `${journey.county.name}的${countedInWords(journey.threads.length, third)}`,
    known: [...knownOf(programme, place, journey.source)],
    county: { name: journey.county.name, inLanguage: languageNameOf(journey.county) },
    /** Who helps: as a rule one. */
    givers: all.map(({ city, source }) => ({
      name: city.name,
      href: routes.pairing(city.id),
      source: { text: programme.passages.get(source)?.short ?? '', href: routes.passage(source) },
    })),
    giver: all.map(({ city }) => city.name).join('、'),
    lineWord: programme.words.line.noun,
    words: {
      giver: giver.noun,
      receiver: receiver.noun,
      third: third.noun,
      /** Down to whom the document breaks its tasks. */
      executors: receiving ? `${giver.noun}和${receiver.noun}` : giver.noun,
    },
    open: openOf(programme, place),
    tasks: tasks.map((r) => taskRow(programme, r)),
    /** null: nothing to draw, or of several givers. */
    strip: all.length === 1 ? stripOfExecutor(programme, journey.city.id) : null,
    years: programme.document.years,
    standing: planStanding(here, tasks),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    pairing: routes.pairing(journey.city.id),
    search: kindData('township', all, third.noun),
    outside: outsideOf(programme, [id], place.name),
    corrections: correctionsOfThing(programme, 'place', [id]),
    coverage: coverageOfPlaces(programme, [id]),
    stories: await storiesOfTownship(id),
  };
}
