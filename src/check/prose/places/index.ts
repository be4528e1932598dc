import { type AREA_LEVELS, isUnit, type Place } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { matchesIn } from '../../text/glance.ts';
import { anyOf } from './words.ts';

/** A place that is an area: a city, a county, a township, a region. */
export type Area = Place & { readonly level: (typeof AREA_LEVELS)[number] };

/** A name as it may stand in a text, parted from its ending. A place whose name of today has another stem has two. */
export interface NamedPlace {
  readonly place: Area;
  readonly stem: string;
  /** Endings that are right behind this stem; the one a message writes comes first. */
  readonly endings: readonly string[];
  /** Counties it belongs to; of a county its own id. */
  readonly counties: ReadonlySet<string>;
  /** Where the notice names it. */
  readonly label: string | null;
}

/** A known name in a text. */
export interface PlaceToken {
  readonly start: number;
  readonly end: number;
  readonly names: readonly NamedPlace[];
}

/** Every known name, for the rules about places. */
export interface PlaceIndex {
  readonly names: readonly NamedPlace[];
  readonly byStem: ReadonlyMap<string, readonly NamedPlace[]>;
  /** Full names: stem and ending. */
  readonly forms: ReadonlyMap<string, readonly NamedPlace[]>;
  /** Former names that are nobody's name today. */
  readonly former: ReadonlyMap<string, NamedPlace>;
  /** Full names in a text, those with a stem of one character excepted: they hide in longer words. */
  readonly fullNamesIn: (text: string) => PlaceToken[];
}

const NAME =
  /^(?<stem>.+?)(?<ending>民族乡|族乡|自治县|自治州|自治旗|地区|街道|社区|苏木|[农牧林渔团]场|[乡镇县市区州盟旗村])$/u;
const OF_LEVEL: Readonly<Record<Area['level'], readonly string[]>> = {
  city: ['市'],
  county: ['县'],
  township: ['乡', '镇'],
  region: ['市'],
};
/** Shorter endings in use beside a long one. */
const SHORTER: Readonly<Record<string, readonly string[]>> = {
  民族乡: ['乡', '族乡'],
  族乡: ['乡', '民族乡'],
  自治县: ['县'],
};

/** Stem and ending of a name; the ending is empty where it has none. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const { stem = name, ending = '' } = NAME.exec(name)?.groups ?? {};
  return { stem, ending };
}

function stemsOf(place: Area): Map<string, string[]> {
  const stems = new Map<string, string[]>();
  for (const name of [place.name, place.name_today ?? place.name]) {
    const { stem, ending } = splitName(name);
    const endings = ending ? [ending, ...(SHORTER[ending] ?? [])] : OF_LEVEL[place.level];
    stems.set(stem, [...new Set([...(stems.get(stem) ?? []), ...endings])]);
  }
  return stems;
}

const group = <T>(items: readonly T[], keys: (item: T) => readonly string[]) => {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
};

/** Reads all names once. */
export function placeIndex({ places, journeys, passages }: Programme): PlaceIndex {
  const counties = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  for (const { city, county, threads, source } of journeys) {
    const label = passages.get(source)?.label ?? source;
    for (const { id } of [city, county, ...threads.map((t) => t.place)]) {
      counties.set(id, (counties.get(id) ?? new Set()).add(county.id));
      if (!labels.has(id)) labels.set(id, label);
    }
  }
  const anywhere = (name: string) => [...passages.values()].find(({ text }) => text.includes(name))?.label ?? null;
  // Schools and offices are no areas: their names have no ending that could be another.
  const areas = [...places.values()].filter((place): place is Area => !isUnit(place));
  const names = areas.flatMap((place) =>
    [...stemsOf(place)].map(([stem, endings]) => ({
      place,
      stem,
      endings,
      counties: place.level === 'county' ? new Set([place.id]) : (counties.get(place.id) ?? new Set<string>()),
      label: labels.get(place.id) ?? anywhere(place.name),
    })),
  );
  const forms = group(names, ({ stem, endings }) => endings.map((ending) => stem + ending));
  const former = new Map(
    names
      .flatMap((name) => (name.place.former_names ?? []).map((old) => [old, name] as const))
      .filter(([old]) => !forms.has(old)),
  );
  const full = [...forms.keys()].filter((form) => splitName(form).stem.length > 1).sort((a, b) => b.length - a.length);
  const pattern = full.length > 0 ? anyOf(full) : null;
  return {
    names,
    byStem: group(names, ({ stem }) => [stem]),
    forms,
    former,
    fullNamesIn: (text) =>
      pattern
        ? matchesIn(text, pattern).map(({ index, 0: form }) => ({
            start: index,
            end: index + form.length,
            names: forms.get(form) ?? [],
          }))
        : [],
  };
}

/** A place's name as a message writes it, with today's where that is another. */
export function rightName({ place, endings }: NamedPlace): string {
  const { stem, ending } = splitName(place.name);
  const name = ending || endings.length !== 1 ? place.name : stem + (endings[0] ?? '');
  const today = place.name_today;
  return today && today !== name ? `“${name}”（今名“${today}”）` : `“${name}”`;
}
