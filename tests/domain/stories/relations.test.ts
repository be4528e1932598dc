import { describe, expect, it } from 'vitest';
import { relatedTo } from '#domain/stories/relations.ts';
import { fictionalStory as story } from '../fictional-story.ts';

const NARROW: Readonly<Record<string, number>> = { xiang: 3, xian: 2, shi: 1 };
const narrow = (place: string) => NARROW[place] ?? 1;
const related = (from: ReturnType<typeof story>, others: ReturnType<typeof story>[], most = 3) =>
  relatedTo(from, [from, ...others], narrow, most).map(({ story: other, reason }) => [
    other.id,
    reason.kind,
    reason.id,
  ]);

const own = story('own', { people: ['甲'], places: ['xiang', 'xian', 'shi'], projects: ['books'] });

describe('the stories related to one', () => {
  it('share something with it, and it is never among them', () => {
    const stranger = story('stranger', { people: ['乙'], places: ['other'], projects: ['trees'] });
    expect(related(own, [stranger, story('bare')])).toEqual([]);
    expect(related(own, [story('kin', { projects: ['books'] })])).toEqual([['kin', 'project', 'books']]);
  });

  it('come by what is shared: a person before a township, a township before a county, a county, a city, a project', () => {
    const others = [
      story('project', { projects: ['books'] }),
      story('city', { places: ['shi'] }),
      story('county', { places: ['xian'] }),
      story('township', { places: ['xiang'] }),
      story('person', { people: ['甲'] }),
    ];
    expect(related(own, others, 9).map(([id]) => id)).toEqual(['person', 'township', 'county', 'city', 'project']);
  });

  it('give as reason the strongest thing of several', () => {
    expect(related(own, [story('kin', { projects: ['books'], places: ['shi', 'xiang'] })])).toEqual([
      ['kin', 'place', 'xiang'],
    ]);
  });

  it('count all that is shared, so that more of it goes first', () => {
    const one = story('one', { places: ['xiang'], date: '2026-12-31' });
    const both = story('both', { places: ['xiang'], projects: ['books'] });
    expect(related(own, [one, both]).map(([id]) => id)).toEqual(['both', 'one']);
  });

  it('come in the usual order where they share the same, and no more than asked for', () => {
    const others = ['2026-01-02', '2026-01-04', '2026-01-03'].map((date) => story(date, { date, projects: ['books'] }));
    expect(related(own, others, 2).map(([id]) => id)).toEqual(['2026-01-04', '2026-01-03']);
  });
});
