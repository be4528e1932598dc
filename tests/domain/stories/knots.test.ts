import { describe, expect, it } from 'vitest';
import { storyKnots } from '#domain/stories/knots.ts';
import { fictionalStory, JOURNEYS } from '../fictional-story.ts';

/** Where a story with these places is tied: the township, or the pairing where it is the ribbon. */
const tiedTo = (...places: string[]) =>
  storyKnots([{ places }], JOURNEYS).map(({ journey, thread }) => thread?.place.id ?? journey.id);

describe('a story', () => {
  it('is tied to the threads of the townships it names, and not to their ribbon too', () => {
    expect(tiedTo('shui-xi', 'shan-xi')).toEqual(['shui-xi', 'shan-xi']);
    expect(tiedTo('jia', 'shui', 'shui-xi')).toEqual(['shui-xi']);
  });

  it('is tied to the ribbon of the pairing whose county, city or both it names', () => {
    expect(tiedTo('shui')).toEqual(['jia-shui']);
    expect(tiedTo('yi')).toEqual(['yi-shan']);
    expect(tiedTo('jia', 'shui')).toEqual(['jia-shui']);
  });

  it('of a county with several cities, or a city with several counties, is tied to all of them', () => {
    expect(tiedTo('shan')).toEqual(['jia-shan', 'yi-shan']);
    expect(tiedTo('jia')).toEqual(['jia-shui', 'jia-shan']);
  });

  it('that says more, its other end or a township, is tied only there', () => {
    expect(tiedTo('jia', 'shan')).toEqual(['jia-shan']);
    expect(tiedTo('shan', 'shan-xi')).toEqual(['shan-xi']);
    expect(tiedTo('jia', 'shan', 'shui-xi')).toEqual(['shui-xi', 'jia-shan']);
  });

  it('of the whole province, or of no place, is tied nowhere', () => {
    expect(tiedTo('sheng')).toEqual([]);
    expect(tiedTo()).toEqual([]);
    expect(storyKnots([fictionalStory('without')], JOURNEYS)).toEqual([]);
  });
});

describe('several stories', () => {
  it('at one place are one knot, in their order; a township and its ribbon are two', () => {
    const story = (id: string, ...places: string[]) => fictionalStory(id, { places });
    const knots = storyKnots([story('c', 'shui-xi'), story('a', 'shui-xi', 'shan'), story('b', 'shui')], JOURNEYS);
    expect(
      knots.map(({ journey, thread, stories }) => [thread?.place.id ?? journey.id, ...stories.map(({ id }) => id)]),
    ).toEqual([
      ['shui-xi', 'c', 'a'],
      ['jia-shui', 'b'],
      ['jia-shan', 'a'],
      ['yi-shan', 'a'],
    ]);
  });

  it('however many, are no more knots than there are threads and pairings', () => {
    const ids = JOURNEYS.flatMap(({ city, county, threads }) => [
      city.id,
      county.id,
      ...threads.map(({ place }) => place.id),
    ]);
    const many = Array.from({ length: 2000 }, (_, i) =>
      fictionalStory(`s${i}`, { places: [ids[i % ids.length] ?? ''] }),
    );
    expect(storyKnots(many, JOURNEYS)).toHaveLength(7);
  });
});
