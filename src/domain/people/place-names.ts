import type { Place } from '../places/place.ts';

type Called = Pick<Place, 'name' | 'name_today' | 'former_names' | 'other_spellings'>;

/** What places are called, each also without the word for its kind: 样例县, 样例. */
export const namesOfPlaces = (places: Iterable<Called>): ReadonlySet<string> =>
  new Set(
    [...places].flatMap(({ name, name_today: today, former_names: former = [], other_spellings: others = [] }) =>
      [name, ...(today ? [today] : []), ...former, ...others.map(({ text }) => text)].flatMap((called) => {
        const stem = called.replace(/[市县区乡镇]$/u, '');
        return stem.length > 1 ? [called, stem] : [called];
      }),
    ),
  );
