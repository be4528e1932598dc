import { describe, expect, it } from 'vitest';
import { changesOf, inTime } from '#domain/release/next-changes.ts';
import type { Story } from '#domain/stories/story.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from './fictional-records.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
const RECORDS = recordsOf([person('li')], [consent('li', { until: '2027-01-31' })]);
const changes = (more: Partial<Story>, records = RECORDS) =>
  inTime(changesOf(fictionalStory('a', more), records, NOW, '2026-11-25')).map(({ at, what, about }) =>
    `${at.toISOString()} ${what} ${about}`.trim(),
  );

describe('what changes by itself', () => {
  it('is nothing of a story that is out and stays', () => {
    expect(changes({})).toEqual([]);
  });

  it('is its beginning and its end', () => {
    expect(changes({ date: '2026-12-01', publish_at: '2026-12-01 08:30', unpublish_at: '2027-06-01' })).toEqual([
      '2026-12-01T00:30:00.000Z begin',
      '2027-05-31T16:00:00.000Z end',
    ]);
  });

  it('is a correction that is dated later, on its day', () => {
    const corrections = [
      { date: '2026-11-20', text: '已经写上的。' },
      { date: '2026-12-05', text: '还没有到的。' },
    ];
    expect(changes({ corrections })).toEqual(['2026-12-04T16:00:00.000Z correction']);
  });

  it('is a picture on the day after its last one, in China', () => {
    const { cover } = fictionalCover('无');
    expect(changes({ cover: { ...cover, expires: '2026-12-31' } })).toEqual(['2026-12-31T16:00:00.000Z picture a.jpg']);
  });

  it('is a consent on the day after its last one, once for all that it permits', () => {
    expect(changes({ people: ['样例li'] })).toEqual(['2027-01-31T16:00:00.000Z consent 样例li']);
  });

  it('is a consent for the press where that ends by itself, another day than for the site', () => {
    const site = consent('li', { channels: ['site'], until: '2027-01-31' });
    const press = (until: string) => consent('li', { id: 'press', channels: ['press'], until });
    const of = (until: string) => changes({ people: ['样例li'] }, { ...RECORDS, consents: [site, press(until)] });
    expect(of('2026-12-31')).toEqual([
      '2026-12-31T16:00:00.000Z press 样例li',
      '2027-01-31T16:00:00.000Z consent 样例li',
    ]);
    expect(of('2027-01-31')).toEqual(['2027-01-31T16:00:00.000Z consent 样例li']);
  });

  it('is a withdrawal that is already known', () => {
    const consents = [consent('li', { until: '2027-01-31', withdrawn: '2026-12-15' })];
    expect(changes({ people: ['样例li'] }, { ...RECORDS, consents })[0]).toBe(
      '2026-12-14T16:00:00.000Z consent 样例li',
    );
  });
});
