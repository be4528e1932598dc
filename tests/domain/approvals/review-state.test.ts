import { describe, expect, it } from 'vitest';
import { type FoundApproval, STEPS } from '#domain/approvals/approval.ts';
import { reviewState } from '#domain/approvals/review-state.ts';
import type { Reviewers } from '#domain/approvals/reviewers.ts';
import { fictionalApproval as approved, changedParts, PARTS, REVIEWERS, sha256 } from './fictional-approvals.ts';

const FIRST = approved('初审', '样例甲', '2026-01-02T09:00');
const SECOND = approved('复审', '样例乙', '2026-01-03T09:00');
const THIRD = approved('终审', '样例丙', '2026-01-04T09:00');

/** A signed copy from which the story differs by a slip of the pen. */
const SLIP = '第一断。';

function stateOf(
  approvals: readonly FoundApproval[],
  needed = 3,
  parts = PARTS,
  more: Partial<Parameters<typeof reviewState>[0]> = {},
) {
  const state = reviewState({
    ...{ needed, approvals, parts, reviewers: REVIEWERS, isSmall: (signed) => signed === SLIP, digest: sha256 },
    ...more,
  });
  return { ...state, kinds: state.steps.map(({ status }) => status.kind) };
}
const why = (approvals: readonly FoundApproval[], step: number, parts = PARTS) => {
  const status = stateOf(approvals, 3, parts).steps[step]?.status;
  return status?.kind === 'missing' ? null : status?.why;
};

describe('the review of a story', () => {
  it.each<[string, FoundApproval[], { approved: boolean; next: string | null; once: boolean }]>([
    ['nobody has approved', [], { approved: false, next: '初审', once: false }],
    ['the first has', [FIRST], { approved: false, next: '复审', once: false }],
    ['two have', [FIRST, SECOND], { approved: false, next: '终审', once: false }],
    ['all three have', [FIRST, SECOND, THIRD], { approved: true, next: null, once: true }],
    ['they lie there in another order', [THIRD, FIRST, SECOND], { approved: true, next: null, once: true }],
    ['the first is missing', [SECOND, THIRD], { approved: false, next: '初审', once: false }],
    ['the second is missing', [FIRST, THIRD], { approved: false, next: '复审', once: false }],
  ])('where %s', (_, approvals, expected) => {
    expect(stateOf(approvals)).toMatchObject(expected);
  });

  it.each([
    [0, { approved: true, next: null, once: true }],
    [1, { approved: true, next: null, once: true }],
    [2, { approved: false, next: '复审', once: false }],
  ])('takes as many steps as it needs: %i', (needed, expected) => {
    expect(stateOf([FIRST], needed)).toMatchObject(expected);
  });

  it('tells a step beyond those it needs, and does not count it', () => {
    const twin = approved('复审', '样例甲', '2026-01-03T09:00');
    const { steps, approved: all } = stateOf([FIRST, twin], 1);
    expect(all).toBe(true);
    expect(steps.map(({ needed, by }) => [needed, by])).toEqual([
      [true, '样例甲'],
      [false, '样例甲'],
      [false, null],
    ]);
  });

  it('tells who approved, when, and where that is written', () => {
    expect(stateOf([FIRST]).steps[0]).toMatchObject({
      by: '样例甲',
      at: '2026-01-02T09:00:00+08:00',
      file: 'stories/xin/approvals/chushen.yaml',
    });
  });

  it('is void with every change of the story, which was out once all the same', () => {
    const changed = changedParts({ text: '另一段。' });
    expect(stateOf([FIRST, SECOND, THIRD], 3, changed)).toMatchObject({
      approved: false,
      next: '初审',
      once: true,
      kinds: ['void', 'void', 'void'],
    });
    expect(why([FIRST], 0, changed)).toEqual(['正文改过']);
  });

  it('counts again when the change is taken back', () => {
    expect(stateOf([FIRST, SECOND, THIRD], 3, changedParts({})).approved).toBe(true);
  });

  it('lets a later step stand while an earlier one has to come again', () => {
    const old = approved('初审', '样例甲', '2026-01-02T09:00', {
      parts: changedParts({ facts: { 'books-2021': '30人' } }),
    });
    expect(stateOf([old, SECOND, THIRD])).toMatchObject({ next: '初审', kinds: ['void', 'valid', 'valid'] });
    expect(why([old], 0)).toEqual(['事实 books-2021 从 30人 变成 40人']);
  });

  it.each([
    ['parts that were edited to fit the story', { parts: PARTS, hash: sha256('edited') }],
    ['a hash that was edited', { hash: '0'.repeat(64) }],
  ])('does not take %s', (_, change) => {
    const forged = approved('初审', '样例甲', '2026-01-02T09:00', change);
    expect(stateOf([forged]).kinds[0]).toBe('void');
    expect(why([forged], 0)).toEqual([expect.stringContaining('手工改过')]);
  });

  it.each(['样例甲', '样例 甲', ' 样例甲', '样例　甲'])('wants another person in each step: %s is the same', (name) => {
    const again = approved('复审', name, '2026-01-03T09:00');
    expect(stateOf([FIRST, again])).toMatchObject({ next: '复审', kinds: ['valid', 'same-person', 'missing'] });
    expect(why([FIRST, again], 1)).toEqual([expect.stringContaining('初审')]);
  });

  it('wants another person in the third step than in the first', () => {
    const again = approved('终审', '样例甲', '2026-01-04T09:00');
    expect(stateOf([FIRST, SECOND, again]).kinds).toEqual(['valid', 'valid', 'same-person']);
  });

  it.each([
    ['2026-01-01T09:00', 'out-of-order'],
    ['2026-01-02T08:59', 'out-of-order'],
    ['2026-01-02T09:00', 'valid'],
    ['2026-01-02T09:01', 'valid'],
  ])('wants a step not before the one before it: %s is %s', (at, kind) => {
    expect(stateOf([FIRST, approved('复审', '样例乙', at)]).kinds[1]).toBe(kind);
  });

  it('measures the third step against the first too', () => {
    const early = approved('终审', '样例丙', '2026-01-01T09:00');
    expect(stateOf([FIRST, early]).kinds[2]).toBe('out-of-order');
  });

  it.each([
    ['the name', { by: '样例乙' }],
    ['the hour', { at: '2026-01-02T10:00:00+08:00' }],
    ['the step', { step: '复审' as const }],
  ])('does not take an approval in which %s was edited', (_, change) => {
    const forged = { ...FIRST, approval: { ...FIRST.approval, ...change } };
    const [state] = stateOf([forged]).steps.filter(({ by }) => by !== null);
    expect(state?.status).toEqual({ kind: 'void', why: [expect.stringContaining('手工改过')] });
  });
});

describe('the list of those who may sign', () => {
  const only = (name: string, more: Partial<Reviewers[number]> = {}): Reviewers => [{ name, steps: ['初审'], ...more }];
  const kind = (reviewers: Reviewers | null, approval = FIRST) =>
    stateOf([approval], 1, PARTS, { reviewers }).kinds[STEPS.indexOf(approval.approval.step)];

  it.each<[string, Reviewers | null, string]>([
    ['there is no list', null, 'unlisted'],
    ['somebody else is in it', only('样例乙'), 'unlisted'],
    ['they are in it for another step', only('样例甲', { steps: ['终审'] }), 'unlisted'],
    ['they are in it', only('样例甲'), 'valid'],
    ['they are in it, with a space in their name', only('样例 甲'), 'valid'],
    ['they were in it on the day, and left since', only('样例甲', { until: '2026-01-02' }), 'valid'],
    ['they had left before', only('样例甲', { until: '2026-01-01' }), 'unlisted'],
    ['they came later', only('样例甲', { from: '2026-01-03' }), 'unlisted'],
  ])('where %s', (_, reviewers, expected) => {
    expect(kind(reviewers)).toBe(expected);
  });

  it('that cannot be read is not judged by', () => {
    expect(stateOf([FIRST], 1, PARTS, { reviewers: null, unknown: ['reviewers'] }).kinds[0]).toBe('valid');
  });
});

describe('a slip of the pen mended after the signatures', () => {
  const mended = changedParts({ text: '第一段落。' });
  const signed = (one: FoundApproval): FoundApproval => ({ ...one, signed: SLIP });
  const OLD = [FIRST, SECOND, THIRD].map(signed);
  const again = approved('终审', '样例丙', '2026-01-05T09:00', { parts: mended });

  it('asks for the last signature only', () => {
    expect(stateOf(OLD, 3, mended)).toMatchObject({ next: '终审', kinds: ['small', 'small', 'small'] });
  });

  it('is carried by it, once it is there', () => {
    expect(stateOf([...OLD.slice(0, 2), again], 3, mended)).toMatchObject({
      approved: true,
      next: null,
      kinds: ['carried', 'carried', 'valid'],
    });
  });

  it('asks the one who signed where nobody signed after them', () => {
    expect(stateOf(OLD.slice(0, 1), 3, mended)).toMatchObject({ next: '初审', kinds: ['small', 'missing', 'missing'] });
  });

  it.each([
    ['a fact changed with it', { facts: { 'books-2021': '41人' } }],
    ['a consent changed with it', { consents: { 李样例: '{}' } }],
    ['a picture changed with it', { pictures: {} }],
  ])('starts again where %s', (_, more) => {
    const parts = changedParts({ text: '第一段落。', ...more });
    expect(stateOf(OLD, 3, parts)).toMatchObject({ next: '初审', kinds: ['void', 'void', 'void'] });
  });

  it('starts again where it is not known what was signed', () => {
    expect(stateOf([FIRST, SECOND, THIRD], 3, mended).next).toBe('初审');
  });

  it('does not make one person two', () => {
    const twice = [FIRST, approved('复审', '样例甲', '2026-01-03T09:00'), THIRD].map(signed);
    expect(stateOf([...twice.slice(0, 2), again], 3, mended)).toMatchObject({ approved: false, next: '复审' });
  });
});
