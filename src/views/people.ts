import type { Programme } from '#domain/programme/programme.ts';
import { type PersonOfStories, peopleOfStories } from '#domain/stories/people.ts';
import { placesOfStory } from '#domain/stories/places.ts';
import type { Story } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { pairName } from '#format/pair-name.ts';
import { lineOf, personBox } from '#format/person-box.ts';
import { build, routes } from './programme.ts';
import { fieldsOf } from './project.ts';
import { type CoverView, storyCard } from './story-card.ts';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** One tile of the wall: a person or a collective. */
export interface TileView {
  readonly name: string;
  /** The story that tells of them most. */
  readonly href: string;
  /** From where, where and since when; empty where nobody has said it. */
  readonly line: readonly string[];
  /** What they say, or what the story says of them. */
  readonly words: string;
  readonly cover: CoverView;
  readonly hue: number | null;
  /** Their pairing, and the projects of that story. */
  readonly about: readonly Link[];
  /** The other stories that name them, the first of them in the usual order. */
  readonly others: readonly Link[];
  readonly otherCount: number;
  readonly sample: boolean;
}

/** The people of one field of the plan, or of none. */
export interface ThemeView {
  readonly title: string;
  readonly tiles: readonly TileView[];
  /** Those for whom there is no tile, by name only: the wall must stay light however many there are. */
  readonly names: readonly Link[];
  /** How many there are besides the tiles. */
  readonly others: number;
}

/** Tiles under one theme. */
const TILES = 12;
/** Other stories named on a tile. */
const OTHERS = 8;
/** Names under one theme; whoever comes after is found in the lists of stories by kind. */
const NAMES = 100;
/** Where no story says a project. */
const NO_FIELD = '其他';

/** The heading of a field without its number: the order of themes is not the document's any more once one is empty. */
const withoutNumber = (title: string) => title.replace(/^（.+?）/, '');

function aboutOf(programme: Programme, story: Story): Link[] {
  const { journeys } = placesOfStory(story, programme.journeys);
  const projects = programme.projects.filter((p) => story.projects?.includes(p.id));
  return [
    ...journeys.map((j) => ({
      text: pairName(j),
      href: routes.pairing(j.city.id),
    })),
    ...projects.map((p) => ({ text: p.short, href: routes.project(p.id) })),
  ];
}

function tileOf(programme: Programme, { name, main, stories, portrait }: PersonOfStories): TileView {
  const card = storyCard(programme, main);
  const box = personBox(programme, main, routes);
  const others = stories.filter((story) => story !== main);
  const picture = portrait ? storyCard(programme, portrait).cover.picture : null;
  return {
    name,
    href: card.href,
    line: lineOf(box),
    words: box?.words ?? main.summary,
    // Woven for the name: two people of one story do not wear the same cloth.
    cover: { ...card.cover, seed: name, picture },
    hue: card.hue,
    about: aboutOf(programme, main),
    others: others
      .slice(0, OTHERS)
      .map((story) => ({ text: `${KIND_WORDS[story.kind]}：${story.title}`, href: routes.story(story.id) })),
    otherCount: others.length,
    sample: main.sample,
  };
}

/** The field of the first project that any story of someone names, the main story before the others. */
function fieldOf(programme: Programme, { stories }: PersonOfStories): string | null {
  const [first] = stories.flatMap((story) => story.projects ?? []);
  return programme.projects.find((p) => p.id === first)?.field ?? null;
}

export async function peopleView() {
  const { programme } = await build();
  const people = peopleOfStories(programme.content.stories);
  const byField = Map.groupBy(people, (person) => fieldOf(programme, person));
  const fields = fieldsOf(programme);
  const themes = [
    ...fields.map(({ field, title }) => [field, withoutNumber(title)] as const),
    [null, NO_FIELD] as const,
  ];
  return {
    count: people.length,
    themes: themes.flatMap(([field, title]): ThemeView[] => {
      const own = byField.get(field) ?? [];
      if (own.length === 0) return [];
      return [
        {
          title,
          tiles: own.slice(0, TILES).map((person) => tileOf(programme, person)),
          names: own.slice(TILES, TILES + NAMES).map(({ name, main }) => ({ text: name, href: routes.story(main.id) })),
          others: Math.max(own.length - TILES, 0),
        },
      ];
    }),
    /** The cloth that hangs where nobody stands yet. */
    stripes: (programme.journeys[0]?.threads ?? []).map(({ stripe }) => stripe),
    /** Where everybody is found, by the kind of their stories. */
    kinds: (['person', 'collective'] as const)
      .filter((kind) => programme.content.stories.some((story) => story.kind === kind))
      .map((kind) => ({ text: KIND_WORDS[kind], href: routes.storiesBy('kind', kind) })),
  };
}
