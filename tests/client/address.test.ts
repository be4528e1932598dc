import { describe, expect, it } from 'vitest';
import { addressOf, choose, NOTHING, type SearchState, stateOf, stepBetween, typed } from '#client/search/address.ts';

const asking = (q: string, more: Partial<SearchState> = {}): SearchState => ({ ...NOTHING, q, ...more });

describe('the address of a search', () => {
  it.each([
    ['nothing', NOTHING, ''],
    ['a query', asking('助学'), '?q=%E5%8A%A9%E5%AD%A6'],
    ['signs that mean something in an address', asking('a&b=c#1+2 %'), '?q=a%26b%3Dc%231%2B2+%25'],
    ['everything', asking('a', { chosen: { year: '2019', kind: 'b' }, size: 'all' }), '?q=a&kind=b&year=2019&size=all'],
    ['facets in one order, however they were chosen', asking('a', { chosen: { city: 'c' } }), '?q=a&city=c'],
    ['more hits', asking('a', { size: 20 }), '?q=a&size=20'],
  ])('tells %s and is read back', (_, state, address) => {
    expect(addressOf(state)).toBe(address);
    expect(stateOf(address)).toEqual(state);
  });

  it.each([
    ['what it does not know', '?q=a&x=1&page=2', asking('a')],
    ['an empty choice', '?q=a&kind=&city=+', asking('a')],
    ['a size that is none', '?q=a&size=-3', asking('a')],
    ['a size that is no number', '?q=a&size=many', asking('a')],
    ['white space around the query', '?q=+a+b+', asking('a b')],
  ])('leaves out %s', (_, address, state) => {
    expect(stateOf(address)).toEqual(state);
  });
});

describe('the history', () => {
  const narrowed = { chosen: { city: '甲' } };
  it.each([
    ['the same question', asking('玉'), asking('玉'), 'none'],
    ['a query that grows', asking('玉'), asking('玉麦'), 'replace'],
    ['a query that shrinks', asking('玉麦'), asking('玉'), 'replace'],
    ['another query', asking('玉麦'), asking('助学'), 'push'],
    ['a query that stops being empty', NOTHING, asking('玉'), 'push'],
    ['a query that becomes empty', asking('玉'), NOTHING, 'push'],
    ['a chosen value', asking('玉'), asking('玉', narrowed), 'push'],
    ['a query that grows while a choice is dropped', asking('玉', narrowed), asking('玉麦'), 'push'],
    ['more hits', asking('玉'), asking('玉', { size: 20 }), 'push'],
  ])('%s', (_, from, to, step) => {
    expect(stepBetween(from, to)).toBe(step);
  });
});

describe('typing', () => {
  const from = asking('玉', { chosen: { city: '甲' }, size: 30 });

  it('keeps what was chosen while the query grows, and shows the first hits', () => {
    expect(typed(from, '玉麦', NOTHING)).toEqual(asking('玉麦', { chosen: { city: '甲' } }));
  });

  it('begins anew with another query', () => {
    expect(typed(from, '助学', NOTHING)).toEqual(asking('助学'));
  });

  it('keeps what the page was opened with before anything was asked', () => {
    const basis = stateOf('?kind=b&size=all');
    expect(typed(from, '助学', basis)).toEqual(asking('助学', { chosen: { kind: 'b' }, size: 'all' }));
  });
});

describe('choosing', () => {
  const state = asking('a', { chosen: { kind: 'b' }, size: 40 });

  it('adds a value beside those of other facets and shows the first hits', () => {
    expect(choose(state, 'city', 'c')).toEqual(asking('a', { chosen: { kind: 'b', city: 'c' } }));
  });

  it('takes the place of another value of the facet', () => {
    expect(choose(state, 'kind', 'd').chosen).toEqual({ kind: 'd' });
  });

  it('drops the facet', () => {
    expect(choose(state, 'kind', null).chosen).toEqual({});
  });

  it('keeps showing all hits', () => {
    expect(choose({ ...state, size: 'all' }, 'kind', null).size).toBe('all');
  });
});
