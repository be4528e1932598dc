import { describe, expect, it } from 'vitest';
import type { Correction } from '#domain/corrections/correction.ts';
import { type FrozenData, frozenFact, releaseSteps } from '#domain/data-releases/data-release.ts';
import { correctedFacts, factHistory } from '#domain/data-releases/fact-history.ts';
import { unexplainedSince } from '#domain/data-releases/unexplained.ts';
import type { Fact } from '#domain/facts/fact.ts';

type Basis = Fact['basis'];
const QUOTED: Basis = { kind: 'quoted', locator: 'a1-trees', quote: '40' };
const derived = (...from: string[]): Basis => ({ kind: 'derived', steps: [], from });
const reported = (date: string): Basis => ({ kind: 'reported', by: '甲市', date, sample: false });
const outside = (source: string): Basis => ({ kind: 'outside', source });

const fact = (id: string, value: number | string, basis: Basis = QUOTED, unit = '棵'): Fact => ({
  ...{ id, value, unit, basis, label: id, sentence: `${value}${unit}。` },
  subject: { kind: 'project', id: 'trees' },
});
const mapOf = (...facts: Fact[]) => new Map(facts.map((one) => [one.id, one]));
const frozen = (date: string, ...facts: Fact[]): FrozenData => ({ date, files: [], facts: facts.map(frozenFact) });
const put = (date: string, subject: string, was: string, now: string | null): Correction => ({
  ...{ id: `${date}-${subject}`, date, of: 'fact', subject, was, now, why: '抄错了。', source: null },
});
const record = (releases: FrozenData[], ...corrections: Correction[]) => ({
  corrections,
  dataReleases: releaseSteps(releases),
});
const history = (now: Fact[], kept: ReturnType<typeof record>, id = 'trees') => factHistory(id, mapOf(...now), kept);

describe('since when a fact has its value', () => {
  it('is not known where there is neither a data release nor a correction', () => {
    expect(history([fact('trees', 40)], record([]))).toEqual({ since: null, release: null, earlier: [] });
  });

  it('is the first of the releases that have it on and on; cited is the newest', () => {
    const now = fact('trees', 40);
    const kept = record([frozen('2026-01-01', now), frozen('2026-02-01', now), frozen('2026-03-01', now)]);
    expect(history([now], kept)).toEqual({ since: '2026-01-01', release: '2026-03-01', earlier: [] });
  });

  it('is the day of the correction, and what it was before is kept with the reason', () => {
    const was = fact('trees', 40);
    const by = put('2026-02-10', 'trees', '40', '45');
    const kept = record([frozen('2026-01-01', was), frozen('2026-03-01', fact('trees', 45))], by);
    expect(history([fact('trees', 45)], kept)).toEqual({
      since: '2026-02-10',
      release: '2026-03-01',
      earlier: [{ value: '40', unit: '棵', since: '2026-01-01', until: '2026-02-10', by }],
    });
  });

  it('is told of several corrections, newest first, also before any release, and with the unit in the words', () => {
    const second = put('2026-02-11', 'trees', '45棵', '46棵');
    const first = put('2026-02-10', 'trees', '40棵', '45棵');
    const { since, release, earlier } = history([fact('trees', 46)], record([], second, first));
    expect([since, release]).toEqual(['2026-02-11', null]);
    expect(earlier.map(({ value, unit, until, by }) => [value, unit, until, by?.id])).toEqual([
      ['45', '棵', '2026-02-11', second.id],
      ['40', '棵', '2026-02-10', first.id],
    ]);
  });

  it.each([
    ['before it was made, where it holds the new value', 45],
    ['after it was made, where it holds the old one', 40],
  ])('takes a correction of the day of a release as made %s', (_, held) => {
    const kept = record([frozen('2026-02-10', fact('trees', held))], put('2026-02-10', 'trees', '40', '45'));
    const { since, release, earlier } = history([fact('trees', 45)], kept);
    expect([since, release, earlier.length]).toEqual(['2026-02-10', held === 45 ? '2026-02-10' : null, 1]);
  });

  it('is no correction where a newer report came: the earlier value ends without one', () => {
    const kept = record([frozen('2026-01-01', fact('trees', 40, reported('2025-12-31')))]);
    const { since, release, earlier } = history([fact('trees', 50, reported('2026-02-01'))], kept);
    expect([since, release]).toEqual(['2026-02-01', null]);
    expect(earlier.map(({ value, until, by }) => [value, until, by])).toEqual([['40', '2026-02-01', null]]);
  });

  it('follows the correction of what a fact is worked out from, through several steps', () => {
    const sum = (value: number) => fact('sum', value, derived('half'));
    const half = (value: number) => fact('half', value, derived('trees'));
    const before = frozen('2026-01-01', fact('trees', 40), half(80), sum(160));
    const by = put('2026-02-10', 'trees', '40', '45');
    const kept = record([before], by);
    const now = [fact('trees', 45), half(90), sum(180)];
    expect(history(now, kept, 'sum')).toMatchObject({ since: '2026-02-10', earlier: [{ value: '160', by }] });
    expect([...correctedFacts(mapOf(...now), kept).keys()]).toEqual(['trees', 'half', 'sum']);
  });

  it('of a fact that is gone says what it was and by which correction it went', () => {
    const by = put('2026-02-10', 'trees', '40', null);
    const { earlier } = history([], record([frozen('2026-01-01', fact('trees', 40))], by));
    expect(earlier).toEqual([{ value: '40', unit: '棵', since: '2026-01-01', until: '2026-02-10', by }]);
  });

  it('tells of a value that came back', () => {
    const [a, b] = [fact('trees', 40), fact('trees', 45)];
    const kept = record([frozen('2026-01-01', a), frozen('2026-02-01', b), frozen('2026-03-01', a)]);
    const { since, release, earlier } = history([a], kept);
    expect([since, release]).toEqual(['2026-03-01', '2026-03-01']);
    expect(earlier.map(({ value, since: from, until }) => [value, from, until])).toEqual([
      ['45', '2026-02-01', '2026-03-01'],
      ['40', '2026-01-01', '2026-02-01'],
    ]);
  });
});

describe('a fact that differs from a data release', () => {
  const told = (was: Fact[], now: Fact[], ...corrections: Correction[]) =>
    unexplainedSince(frozen('2026-01-01', ...was), mapOf(...now), corrections).map(({ frozen: { id } }) => id);

  it('wants an entry where it is quoted, counted, or gone', () => {
    expect(told([fact('trees', 40)], [fact('trees', 45)])).toEqual(['trees']);
    expect(told([fact('trees', 40)], [fact('trees', 40, QUOTED, '株')])).toEqual(['trees']);
    expect(told([fact('count', 3, derived())], [fact('count', 4, derived())])).toEqual(['count']);
    expect(told([fact('trees', 40)], [])).toEqual(['trees']);
  });

  it('wants none where an entry of that day or later says so; an older one says nothing of it', () => {
    const [was, now] = [[fact('trees', 40)], [fact('trees', 45)]];
    expect(told(was, now, put('2026-01-01', 'trees', '40', '45'))).toEqual([]);
    expect(told(was, now, put('2025-12-31', 'trees', '40', '45'))).toEqual(['trees']);
  });

  it('wants none where a newer report or a newer source came; the same report with another number is a mistake', () => {
    expect(told([fact('t', 1, reported('2025-01-01'))], [fact('t', 2, reported('2026-02-01'))])).toEqual([]);
    expect(told([fact('t', 1, reported('2025-01-01'))], [fact('t', 2, reported('2025-01-01'))])).toEqual(['t']);
    expect(told([fact('t', 1, outside('2010年普查'))], [fact('t', 2, outside('2020年普查'))])).toEqual([]);
    expect(told([fact('t', 1, outside('2010年普查'))], [fact('t', 2, outside('2010年普查'))])).toEqual(['t']);
  });

  it('wants none where it is worked out from one that changed or is new: that one answers for it', () => {
    const sum = (value: number, ...from: string[]) => fact('sum', value, derived(...from));
    expect(told([fact('trees', 40), sum(40, 'trees')], [fact('trees', 45), sum(45, 'trees')])).toEqual(['trees']);
    const [a, b] = [fact('a', 1, reported('2025-01-01')), fact('b', 2, reported('2026-02-01'))];
    expect(told([a, sum(1, 'a')], [a, b, sum(3, 'a', 'b')])).toEqual([]);
    expect(told([a, sum(1, 'a')], [a, sum(2, 'a')])).toEqual(['sum']);
    // What was worked out from something that is gone goes with it.
    expect(told([fact('trees', 40), sum(40, 'trees')], [])).toEqual(['trees']);
  });

  it('wants none where it counts what comes in, or is new', () => {
    const grows: Basis = { kind: 'derived', steps: [], from: [], grows: true };
    expect(told([fact('reported', 3, grows)], [fact('reported', 4, grows)])).toEqual([]);
    expect(told([], [fact('new', 1)])).toEqual([]);
  });

  it('names those that follow it', () => {
    const sum = (value: number) => fact('sum', value, derived('trees'));
    const [found] = unexplainedSince(
      frozen('2026-01-01', fact('trees', 40), sum(40)),
      mapOf(fact('trees', 45), sum(45)),
      [],
    );
    expect(found?.following).toEqual(['sum']);
  });
});

describe('the steps from one release to the next', () => {
  it('say what came, what changed and what went', () => {
    const [, second] = releaseSteps([
      frozen('2026-02-01', fact('a', 2), fact('c', 1)),
      frozen('2026-01-01', fact('a', 1), fact('b', 1)),
    ]);
    expect(second?.date).toBe('2026-02-01');
    expect([second?.added, second?.gone].map((list) => list?.map(({ id }) => id))).toEqual([['c'], ['b']]);
    expect(second?.changed.map(({ was, now }) => [was.value, now.value])).toEqual([['1', '2']]);
  });
});
