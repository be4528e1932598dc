import type { Journey } from '#domain/places/journey.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { ProseBlock, ProseFinding, Range } from '../prose.ts';
import type { Mention } from './mentions.ts';

/** Who is paired with whom, asked by ids. */
export interface Homes {
  readonly journeys: readonly Journey[];
  readonly label: (journey: Journey) => string;
  /** Pairings of a city, of a county, of a township. */
  readonly of: (mention: Mention) => readonly Journey[];
}

/** Prepares the pairings once. */
export function homesOf({ journeys, passages }: Programme): Homes {
  const byPlace = new Map<string, Journey[]>();
  for (const journey of journeys)
    for (const { id } of [journey.city, journey.county, ...journey.threads.map((t) => t.place)])
      byPlace.set(id, [...(byPlace.get(id) ?? []), journey]);
  return {
    journeys,
    label: (journey) => passages.get(journey.source)?.label ?? journey.source,
    of: ({ names }) => [...new Set(names.flatMap(({ place }) => byPlace.get(place.id) ?? []))],
  };
}

/** A place under another that is not its own. */
export interface HomeFault extends Range {
  readonly severity: 'error' | 'warning';
  readonly code: 'township-county' | 'city-county' | 'city-township';
  /** The place whose home is told. */
  readonly place: Mention;
}

const WHAT = {
  'township-county': '乡镇和县对不上',
  'city-county': '结对的城市和县对不上',
  'city-township': '结对的城市和乡镇对不上',
};

/** Says what belongs together, and where that is written. */
export function homeFinding(source: ProseBlock, block: number, fault: HomeFault, homes: Homes): ProseFinding {
  const { start, end, severity, code, place } = fault;
  const own = homes.of(place);
  const name = place.names[0]?.place.name ?? '';
  const lands = [...new Set(own.map(({ county }) => county.name))].join('、');
  const cities = [...new Set(own.map(({ city }) => city.name))].join('、');
  // The other half of the mistake: whom the city named there really helps.
  const found = source.text.slice(start, end);
  const named = homes.journeys.filter(({ city }) => found.includes(city.name) && !cities.includes(city.name));
  const other =
    place.level === 'city' ? '' : named.map(({ city, county }) => `，${city.name}结对${county.name}`).join('');
  const expected =
    code === 'township-county'
      ? `${name}在${lands}`
      : place.level === 'city'
        ? `${name}结对${lands}`
        : `${code === 'city-township' ? `${lands}${name}` : name}由${cities}结对${other}`;
  return {
    block,
    start,
    end,
    severity: source.quoted ? 'warning' : severity,
    code,
    what: WHAT[code],
    found: `“${found}”`,
    expected,
    written: own.map(homes.label).join('；') || null,
    mend: `对照${own.map(homes.label).join('、')}，${code === 'township-county' ? '改乡镇名或者县名' : '改城市名或者县名、乡镇名'}；如果说的不是这份文件的结对，把话写清楚。`,
  };
}
