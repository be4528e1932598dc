import { describe, expect, it } from 'vitest';
import { assemble, type Content } from '#domain/programme/programme.ts';
import type { Report } from '#domain/programme/report.ts';
import type { Story } from '#domain/stories/story.ts';
import { pageDates, storyDay } from '#exports/feeds/page-dates.ts';
import { realProgramme } from '../domain/real-programme.ts';

const { content } = realProgramme();
const [project] = content.projects;
const [pairing] = content.pairings;
const line = project?.lines[0]?.id ?? '';
const city = pairing?.city ?? '';
const township = pairing?.townships[0] ?? '';
const other = content.projects[1]?.id ?? '';
const planned = content.document.date;

const story = (id: string, date: string, more: Partial<Story> = {}) =>
  ({ id, kind: 'news', title: id, date, ...more }) as Story;
const report = (executor: string, date: string) =>
  ({
    id: `${executor}-${date}`,
    executor,
    date,
    as_of: date,
    reported_by: '团市委',
    sample: false,
    rows: [{ line, year: 2019, quantity: 1, unit: '人' }],
  }) as unknown as Report;

const datesOf = (stories: readonly Story[], reports: readonly Report[] = [], today = '2026-12-01', base = '/') =>
  pageDates({ ...content, stories, reports, coverage: [] } as Content, base, today);

describe('when what a page shows was last changed', () => {
  it('is the day of a story, or of its newest correction that has come', () => {
    const corrections = [
      { date: '2026-11-03', text: '一' },
      { date: '2026-11-09', text: '二' },
      { date: '2026-12-30', text: '还没有到' },
    ];
    expect(storyDay({ date: '2026-11-01' }, '2026-12-01')).toBe('2026-11-01');
    expect(storyDay({ date: '2026-11-01', corrections }, '2026-12-01')).toBe('2026-11-09');
    expect(datesOf([story('a', '2026-11-01', { corrections })])('/stories/a/')).toBe('2026-11-09');
  });

  it('is the day of the plan where nothing else bears on it', () => {
    const day = datesOf([]);
    for (const path of ['/', '/plan/', '/facts/x/', `/projects/${project?.id}/`, `/pairings/${city}/`]) {
      expect(day(path)).toBe(planned);
    }
  });

  it('is that of the newest report of others that the page lists; one known by its year alone makes no page newer', () => {
    const said = (date: string) => ({ date, places: [township], projects: [other] });
    const day = pageDates(
      { ...content, stories: [], reports: [], coverage: [said('2021-11-23'), said('2022')] } as never,
      '/',
      '2026-12-01',
    );
    for (const path of ['/coverage/', `/townships/${township}/`, `/projects/${other}/`])
      expect(day(path)).toBe('2021-11-23');
    expect(day(`/pairings/${city}/`)).toBe(planned);
  });

  it('is that of the newest story that a project, a place or a list shows', () => {
    const day = datesOf([
      story('a', '2026-10-01', { projects: [project?.id ?? ''] }),
      story('b', '2026-10-02', { places: [township] }),
    ]);
    expect(day(`/projects/${project?.id}/`)).toBe('2026-10-01');
    expect(day(`/projects/${other}/`)).toBe(planned);
    expect(day(`/townships/${township}/`)).toBe('2026-10-02');
    expect(day(`/pairings/${city}/`)).toBe('2026-10-02');
    expect(day('/stories/')).toBe('2026-10-02');
    expect(day('/stories/page/2/')).toBe('2026-10-02');
    expect(day(`/stories/by/project/${project?.id}/`)).toBe('2026-10-01');
    expect(day('/')).toBe('2026-10-02');
    expect(day('/progress/')).toBe(planned);
  });

  it('is that of the newest report that bears on a project, a pairing or the progress', () => {
    const day = datesOf([], [report(city, '2026-09-01'), report('province', '2026-09-05')]);
    expect(day(`/projects/${project?.id}/`)).toBe('2026-09-05');
    expect(day(`/projects/${other}/`)).toBe(planned);
    expect(day(`/pairings/${city}/`)).toBe('2026-09-01');
    expect(day('/progress/')).toBe('2026-09-05');
    expect(day('/')).toBe('2026-09-05');
  });

  it('of a fact is that of the report it stands in, or of those it is worked out of', () => {
    const followed = assemble(content).progress.find(({ executor, year }) => executor === city && year !== null);
    const rows = [{ line: followed?.line ?? '', year: followed?.year ?? 0, quantity: 1, unit: '人' }];
    const reports = [{ ...report(city, '2026-09-01'), rows }];
    const day = datesOf([], reports);
    const facts = [...assemble({ ...content, stories: [], reports } as Content).facts.values()];
    const of = (kind: string) => facts.filter(({ basis }) => basis.kind === kind).map(({ id }) => day(`/facts/${id}/`));
    expect(new Set(of('reported'))).toEqual(new Set(['2026-09-01']));
    expect(new Set(of('quoted'))).toEqual(new Set([planned]));
    expect(new Set(of('derived'))).toEqual(new Set([planned, '2026-09-01']));
    expect([day('/facts/'), day('/data/'), day('/feeds/')]).toEqual(['2026-09-01', '2026-09-01', planned]);
  });

  it('is never a day to come', () => {
    const day = datesOf([story('a', '2027-01-01')], [report(city, '2027-01-01')]);
    expect(day('/')).toBe(planned);
  });

  it('is the same under a sub-path', () => {
    expect(datesOf([story('a', '2026-10-01')], [], '2026-12-01', '/aid/')('/aid/stories/a/')).toBe('2026-10-01');
  });
});
