import { nameToday } from '#domain/places/place.ts';
import type { Content } from '#domain/programme/programme.ts';
import { peopleOfStories } from '#domain/stories/people.ts';
import type { QueryNames } from './queries.ts';

/** The names of the content that every list of queries holds: places in all their names, projects, people of stories. */
export function queryNames({
  places,
  projects,
  stories,
}: Pick<Content, 'places' | 'projects' | 'stories'>): QueryNames {
  const ofPlaces = places.flatMap((place) => [place.name, nameToday(place), ...(place.former_names ?? [])]);
  const ofProjects = projects.flatMap((project) => [project.short, ...project.lines.map(({ short }) => short)]);
  return {
    places: [...new Set([...ofPlaces, ...ofProjects])],
    people: peopleOfStories(stories).map(({ name }) => name),
  };
}
