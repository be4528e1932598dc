import { frontMentions } from '#check/people/front-naming.ts';
import { NOBODY_NAMED } from '#domain/people/mentions.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import type { CoverRights, PictureFile } from '#domain/stories/picture.ts';
import { NOT_YET_TAKEN, type Story } from '#domain/stories/story.ts';

/** A story of which only what a test says matters. */
export function fictionalStory(id: string, more: Partial<Story> = {}): Story {
  const unnamed = {
    id,
    sample: false,
    kind: 'news' as const,
    title: id,
    summary: id,
    date: '2026-01-01',
    editor: '样例编辑',
    source: '样例单位',
    body: {
      ...{ source: '', firstLine: 1, facts: [], figures: [], foreign: [], pictures: [] },
      ...{ text: '', length: 0, naming: NOBODY_NAMED },
    },
    clearance: { portraits: [], agreed: [], aliases: [], open: [], press: NOT_YET_TAKEN },
    ...more,
  };
  return { ...unnamed, named: frontMentions(unnamed) };
}

/** A cover with the people who can be recognised in it. */
export function fictionalCover(people: string): { cover: CoverRights; coverFile: PictureFile } {
  const words = '样例';
  const cover: CoverRights = {
    ...{ src: 'a.jpg', alt: words, caption: words, photographer: words, holder: words, licence: words },
    people,
  };
  return { cover, coverFile: { src: 'a.jpg', hash: 'f'.repeat(16), width: 800, height: 600, format: 'jpeg' } };
}

const place = (id: string, level: Place['level']): Place => ({ id, level, name: id });

function journey(city: string, county: string, townships: readonly string[], first: number): Journey {
  return {
    id: `${city}-${county}`,
    hue: first,
    city: place(city, 'city'),
    county: place(county, 'county'),
    threads: townships.map((id, i) => ({ place: place(id, 'township'), stripe: first + i })),
    source: 'a1',
    distance: null,
    climb: null,
  };
}

/** City jia is paired with two counties; county shan is paired with two cities, each with townships of its own. */
export const JOURNEYS: readonly Journey[] = [
  journey('jia', 'shui', ['shui-dong', 'shui-xi'], 1),
  journey('jia', 'shan', ['shan-dong'], 3),
  journey('yi', 'shan', ['shan-xi'], 4),
];
