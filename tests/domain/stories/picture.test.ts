import { describe, expect, it } from 'vitest';
import { coverForm, shapeOf, widthsOf } from '#domain/stories/picture.ts';

const BROAD = { width: 1800, height: 1200 };

describe('how the photo of a cover is shown where its story does not say', () => {
  it('is cut to its frame where it shows nobody, one or two', () => {
    for (const people of ['无', '样例甲', '样例甲、样例乙']) expect(coverForm('person', { people }, BROAD)).toBe('cut');
    expect(coverForm('news', { people: '无' }, BROAD)).toBe('cut');
  });

  it('is whole where it shows three or more, or the story tells of a collective', () => {
    expect(coverForm('person', { people: '样例甲、样例乙、样例丙' }, BROAD)).toBe('wide');
    expect(coverForm('collective', { people: '无' }, BROAD)).toBe('wide');
  });

  it('is whole where it is a strip, of which a frame would show a third', () => {
    expect(coverForm('news', { people: '无' }, { width: 3000, height: 1000 })).toBe('wide');
  });

  it('is as its story says where it says', () => {
    expect(coverForm('collective', { people: '无', form: 'cut' }, BROAD)).toBe('cut');
    expect(coverForm('person', { people: '无', form: 'wide' }, BROAD)).toBe('wide');
  });
});

describe('the shape of a picture', () => {
  it.each([
    ['tall', 600, 2400],
    ['upright', 1080, 1920],
    ['upright', 1200, 1600],
    ['square', 1000, 1000],
    ['broad', 1600, 1200],
    ['broad', 1920, 1080],
    ['strip', 3000, 1000],
  ])('is %s at %i by %i', (shape, width, height) => {
    expect(shapeOf({ width, height })).toBe(shape);
  });
});

describe('the widths at which a picture is offered', () => {
  it('end at its own, and at 1200, or at 1920 where it stands from edge to edge', () => {
    expect(widthsOf({ width: 300 })).toEqual([300]);
    expect(widthsOf({ width: 1000 })).toEqual([480, 800, 1000]);
    expect(widthsOf({ width: 4000 })).toEqual([480, 800, 1200]);
    expect(widthsOf({ width: 4000 }, true)).toEqual([480, 800, 1200, 1920]);
    expect(widthsOf({ width: 1500 }, true)).toEqual([480, 800, 1200, 1500]);
    expect(widthsOf({ width: 480 }, true)).toEqual([480]);
  });
});
