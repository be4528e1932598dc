import { describe, expect, it } from 'vitest';
import { placesOfStory } from '#domain/stories/places.ts';
import { JOURNEYS } from '../fictional-story.ts';

function placesOf(...places: string[]) {
  const { townships, counties, cities, journeys } = placesOfStory({ places }, JOURNEYS);
  return { townships, counties, cities, journeys: journeys.map(({ id }) => id) };
}

describe('the places of a story', () => {
  it('are, for a township, its county and the city it is paired with', () => {
    expect(placesOf('shui-xi')).toEqual({
      townships: ['shui-xi'],
      counties: ['shui'],
      cities: ['jia'],
      journeys: ['jia-shui'],
    });
  });

  it('are, for a township of a county with two cities, the one city that is paired with it', () => {
    expect(placesOf('shan-xi')).toMatchObject({ counties: ['shan'], cities: ['yi'], journeys: ['yi-shan'] });
  });

  it('are, for a county, all cities that are paired with it, the county once', () => {
    expect(placesOf('shan')).toEqual({
      townships: [],
      counties: ['shan'],
      cities: ['jia', 'yi'],
      journeys: ['jia-shan', 'yi-shan'],
    });
  });

  it('are, for a city, the city alone: what it does at home happens in no county', () => {
    expect(placesOf('jia')).toEqual({
      townships: [],
      counties: [],
      cities: ['jia'],
      journeys: ['jia-shui', 'jia-shan'],
    });
  });

  it('come in the order of the plan, whatever the order of the story', () => {
    expect(placesOf('shan-xi', 'shui-xi', 'shui-dong')).toMatchObject({
      townships: ['shui-dong', 'shui-xi', 'shan-xi'],
      counties: ['shui', 'shan'],
      cities: ['jia', 'yi'],
    });
  });

  it('are none where the story names none, or only the whole region', () => {
    const none = { townships: [], counties: [], cities: [], journeys: [] };
    expect(placesOf()).toEqual(none);
    expect(placesOf('region')).toEqual(none);
    expect(placesOfStory({}, JOURNEYS).journeys).toEqual([]);
  });
});
