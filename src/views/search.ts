import { shortName } from '#format/short-name.ts';
import { build, routes } from './programme.ts';

/** A search that is one tap away. */
export interface TryView {
  readonly text: string;
  readonly href: string;
  /** Hue of the pairing, where it is a place of one. */
  readonly hue: number | null;
}

const searchFor = (text: string, hue: number | null = null): TryView => ({
  text,
  href: `${routes.search}?q=${encodeURIComponent(text)}`,
  hue,
});

/** What the page of the search is drawn with before anything is asked. */
export async function searchView() {
  const { programme } = await build();
  const { journeys, projects } = programme;
  const shorts = projects.flatMap((p) => p.lines.map((line) => line.short));
  return {
    /** The data a search reads: the index of pages, what it does not tell by itself, the names. */
    index: routes.searchIndex,
    pages: routes.searchPages,
    names: routes.searchNames,
    /** Cities in the order of their hues: the stripe beside a hit. */
    hues: journeys.map((j) => j.city.name).join(' '),
    tries: [
      {
        title: '地方',
        entries: journeys.flatMap((j) => [
          searchFor(shortName(j.city.name), j.hue),
          searchFor(shortName(j.county.name), j.hue),
        ]),
      },
      { title: '项目', entries: [...new Set(shorts)].map((text) => searchFor(text)) },
    ],
  };
}
