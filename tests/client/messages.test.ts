import { describe, expect, it } from 'vitest';
import { failure, looking, type Outcome, outcome, refusal, slow } from '#client/search/messages.ts';
import { NO_FOLDING } from '#domain/search/folding.ts';
import { parseQuery } from '#domain/search/query.ts';

const some: Outcome = { count: 4, related: 0, parts: ['助学'], readAs: [], chosen: {} };
const none: Outcome = { ...some, count: 0, related: 2 };

describe('what was found', () => {
  it.each<[string, Partial<Outcome>, string]>([
    ['the words', {}, '含“助学”'],
    ['several parts', { parts: ['助学', '玉麦'] }, '含“助学”“玉麦”'],
    ['how it was read', { parts: ['gongga'], readAs: ['按拼音：贡嘎'] }, '按拼音：贡嘎'],
    ['what was not read otherwise', { parts: ['gongga', '助学'], readAs: ['按拼音：贡嘎'] }, '含“助学”；按拼音：贡嘎'],
    ['what was chosen', { chosen: { year: '2019', kind: '解读' } }, '含“助学”；只看：解读、2019'],
    ['long words by their beginning', { parts: ['字'.repeat(30)] }, `含“${'字'.repeat(24)}……”`],
  ])('is told with %s', (_, more, note) => {
    expect(outcome({ ...some, ...more })).toEqual({ head: '找到4篇', notes: [note] });
  });
});

describe('where no page holds the words', () => {
  it('the count is told all the same, and that it is a count of pages with the words', () => {
    expect(outcome(none)).toEqual({ head: '找到0篇', notes: ['没有哪一篇含“助学”；下面2篇相近，供参考'] });
    expect(outcome({ ...none, parts: ['助学', '玉麦'] }).notes[0]).toMatch(/^没有哪一篇同时含“助学”“玉麦”/u);
  });

  it('the reader is told what can be tried, unless there are related pages or a choice to take back', () => {
    expect(outcome({ ...none, related: 0 }).notes[1]).toMatch(/少打几个字.*换一种说法.*拼音.*名字/u);
    expect(outcome(none).notes).toHaveLength(1);
    expect(outcome({ ...none, related: 0, chosen: { kind: '解读' } }).notes).toEqual(['在“解读”里没有含“助学”的']);
  });
});

describe('a query that is not searched', () => {
  const said = (typed: string) => refusal(parseQuery(typed, NO_FOLDING));

  it('says how long it is and how long it may be', () => {
    expect(said('字'.repeat(101))?.head).toBe('这句话有101个字，一次最多搜100个字');
    expect(said('字'.repeat(100))).toBeNull();
  });

  it('says that there are only signs', () => {
    expect(said('？！……')?.head).toBe('请打上要找的字');
    expect(said('？！……')?.notes).toEqual(['只有标点，找不出东西；打一两个字试试。']);
  });

  it('is none where there are words, or nothing', () => {
    expect([said('助学'), said('')]).toEqual([null, null]);
  });
});

describe('waiting and failing', () => {
  it('names what is looked for', () => {
    expect(looking('玉麦').head).toBe('正在找“玉麦”……');
  });

  it('says when the line is slow, and what helps meanwhile when it is very slow', () => {
    expect(slow(false)).toBe('线路有点慢，请再等一等……');
    expect(slow(true)).toBe('线路有点慢，请再等一等……名字可以先在下面查。');
  });

  it('tells a missing connection from a missing index; both lead to the names', () => {
    expect(failure(false).head).toBe('现在没有连上网');
    expect(failure(true).head).toBe('现在搜不了');
    for (const onLine of [true, false]) expect(failure(onLine).notes.join()).toContain('名字，也可以在下面查');
  });
});
