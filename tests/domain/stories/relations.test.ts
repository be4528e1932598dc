import { describe, expect, it } from 'vitest';
import { kinFinder, relatedTo } from '#domain/stories/relations.ts';
import type { Story } from '#domain/stories/story.ts';
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

describe('whom a story is compared with', () => {
  const MOST = 3;
  const PEOPLE = ['甲', '乙', '丙', '丁'];
  const PLACES = ['xiang', 'xian', 'shi', 'dong', 'xi', 'nan', 'bei', 'zhong', 'wai', 'nei', 'shang', 'xia'];

  /** The same stories each time, that share much and little with each other; every twentieth names all places. */
  function archive(count: number): Story[] {
    let seed = 1;
    const below = (n: number) => {
      seed = (seed * 48271) % 0x7fffffff;
      return seed % n;
    };
    const some = (list: readonly string[], most: number) => [
      ...new Set(Array.from({ length: below(most + 1) }, () => list[below(list.length)] ?? '')),
    ];
    return Array.from({ length: count }, (_, i) =>
      story(`s${i}`, {
        date: `2026-01-${String(1 + below(9)).padStart(2, '0')}`,
        people: some(PEOPLE, 2),
        places: i % 20 === 0 ? PLACES : some(PLACES, 3),
        projects: some(['books', 'trees'], 2),
      }),
    );
  }

  it('are enough: the same stories are found, for the same reasons, as among all', () => {
    const all = archive(300);
    const kin = kinFinder(all, MOST);
    for (const one of all) {
      expect(relatedTo(one, kin(one), narrow, MOST)).toEqual(relatedTo(one, all, narrow, MOST));
    }
    const related = all.filter((one) => relatedTo(one, kin(one), narrow, MOST).length === MOST);
    expect(related.length).toBeGreaterThan(all.length / 2);
  });

  it('are no more among ten times as many stories that all share the same', () => {
    const compared = (count: number) => {
      const shared = { places: ['xiang', 'xian'], projects: ['books'] };
      const all = Array.from({ length: count }, (_, i) => story(`s${i}`, shared));
      const kin = kinFinder(all, MOST);
      return all.reduce((sum, one) => sum + [...kin(one)].length, 0) / count;
    };
    expect(compared(1000)).toBe(compared(100));
    expect(compared(1000)).toBeLessThanOrEqual(MOST + 1);
  });
});
