import { describe, expect, it } from 'vitest';
import type { Consent, Scope } from '#domain/people/consent/consent.ts';
import { type Permission, permission } from '#domain/people/consent/permission.ts';
import { AGE_BANDS, type AgeBand } from '#domain/people/consent/person.ts';
import {
  fictionalPaper as paper,
  fictionalPerson as person,
  TODAY,
  without,
} from '../../../check/rules/fictional-records.ts';

/** An answer in a word: the day until which it holds, or the reason and its day. */
function said(answer: Permission): string {
  if (answer.permitted) return answer.until ?? 'always';
  return answer.since === null ? answer.why : `${answer.why} ${answer.since}`;
}

const ask = (papers: readonly Consent[], scope: Scope = 'name', band: AgeBand = 'adult') =>
  said(permission(person(band), scope, 'site', papers, TODAY));

describe('without a paper', () => {
  it.each([
    ['under-14', 'no-consent'],
    ['14-17', 'no-consent'],
    ['adult', 'no-consent'],
    ['collective', 'always'],
  ] as const)('%s: %s, whatever is asked', (band, expected) => {
    for (const scope of ['name', 'portrait', 'voice', 'story'] as const) expect(ask([], scope, band)).toBe(expected);
  });

  it('the papers of other people and of the samples are no paper', () => {
    expect(ask([paper({ person: 'yangli-yi' }), paper({ sample: true })])).toBe('no-consent');
  });
});

describe('what a paper lacks', () => {
  const defects = {
    'no guardian': without(paper(), 'guardian'),
    'a guardian of the same name as the child': paper({ guardian: { name: '样 例甲', relation: '本人' } }),
    'nothing told': without(paper(), 'told'),
    'one of six things not told': paper({ told: ['purpose', 'scope', 'storage', 'safety', 'complaint'] }),
    'no word about refusing': without(paper(), 'refusal_offered'),
    'refusing not offered': paper({ refusal_offered: false }),
    'no word about a paper of its own': without(paper(), 'separate'),
    'among other agreements': paper({ separate: false }),
    'nothing of all that': without(paper(), 'guardian', 'told', 'refusal_offered', 'separate'),
  };
  const holds = '2026-12-31';
  //                                                  under-14              14-17          adult
  const table: Record<keyof typeof defects, readonly string[]> = {
    'no guardian': /*                             */ ['no-guardian', 'no-guardian', holds],
    'a guardian of the same name as the child': /**/ ['no-guardian', 'no-guardian', holds],
    'nothing told': /*                            */ ['not-told', holds, holds],
    'one of six things not told': /*              */ ['not-told', holds, holds],
    'no word about refusing': /*                  */ ['no-refusal-offered', holds, holds],
    'refusing not offered': /*                    */ ['no-refusal-offered', holds, holds],
    'no word about a paper of its own': /*        */ ['not-separate', holds, holds],
    'among other agreements': /*                  */ ['not-separate', holds, holds],
    'nothing of all that': /*                     */ ['no-guardian', 'no-guardian', holds],
  };
  const rows = Object.entries(table).flatMap(([defect, answers]) =>
    answers.map((expected, i) => [defect, AGE_BANDS[i] ?? 'collective', expected] as const),
  );

  it.each(rows)('%s: for %s %s', (defect, band, expected) => {
    expect(ask([defects[defect as keyof typeof defects]], 'story', band)).toBe(expected);
  });

  it('a child is shown only on a paper that names its portrait and is whole itself', () => {
    const whole = paper();
    const picture = paper({ id: 'picture', scope: ['portrait'] });
    const lacking = without(picture, 'separate');
    expect(ask([whole], 'portrait', 'under-14')).toBe('not-in-scope');
    expect(ask([whole, lacking], 'portrait', 'under-14')).toBe('not-separate');
    expect(ask([whole, picture], 'portrait', 'under-14')).toBe(holds);
  });
});

describe('several papers', () => {
  const old = paper({ id: 'old', scope: ['name'], signed: '2025-01-01', until: '2026-05-31' });
  const taken = paper({ id: 'taken', scope: ['name'], signed: '2025-06-01', withdrawn: '2026-03-01' });
  const cases: readonly [title: string, papers: readonly Consent[], scope: Scope, expected: string][] = [
    ['one that permits is enough', [old, paper()], 'name', '2026-12-31'],
    [
      'the one that holds longest counts',
      [paper({ until: '2026-07-01' }), paper({ until: '2027-07-01' })],
      'name',
      '2027-07-01',
    ],
    ['of expired ones the last day of the latest', [paper({ until: '2026-02-01' }), old], 'name', 'expired 2026-05-31'],
    ['taken back says more than expired', [old, taken], 'name', 'withdrawn 2026-03-01'],
    ['expired says more than a wrong channel', [paper({ channels: ['press'] }), old], 'name', 'expired 2026-05-31'],
    [
      'a wrong channel says more than a wrong scope',
      [paper({ scope: ['voice'] }), paper({ channels: ['press'] })],
      'name',
      'not-on-channel',
    ],
    [
      'a wrong scope says more than a paper to come',
      [paper({ signed: '2026-07-01' }), paper({ scope: ['voice'] })],
      'name',
      'not-in-scope',
    ],
    [
      'taking one back ends the same on an older one',
      [taken, paper({ signed: '2024-01-01' })],
      'name',
      'withdrawn 2026-03-01',
    ],
    ['and on a younger one signed by then', [taken, paper({ signed: '2026-03-01' })], 'name', 'withdrawn 2026-03-01'],
    ['but not on one signed later', [taken, paper({ signed: '2026-03-02' })], 'name', '2026-12-31'],
    ['nor what it did not name', [taken, paper({ scope: ['name', 'portrait'] })], 'portrait', '2026-12-31'],
    ['nor where it did not hold', [{ ...taken, channels: ['press'] }, paper()], 'name', '2026-12-31'],
    [
      'taking back the story ends everything signed by then',
      [{ ...taken, scope: ['story'] }, paper({ scope: ['portrait'] })],
      'portrait',
      'withdrawn 2026-03-01',
    ],
    ['everywhere', [{ ...taken, scope: ['story'], channels: ['press'] }, paper()], 'name', 'withdrawn 2026-03-01'],
    [
      'but a later paper permits what it names',
      [{ ...taken, scope: ['story'] }, paper({ scope: ['portrait'], signed: '2026-04-01' })],
      'portrait',
      '2026-12-31',
    ],
    [
      'and no more than that',
      [{ ...taken, scope: ['story'] }, paper({ scope: ['portrait'], signed: '2026-04-01' })],
      'name',
      'withdrawn 2026-03-01',
    ],
    [
      'taking one back later ends the others then',
      [{ ...taken, withdrawn: '2026-08-01' }, paper()],
      'name',
      '2026-07-31',
    ],
    [
      'taking back what is expired ends the others too',
      [{ ...old, withdrawn: '2026-06-10' }, paper()],
      'name',
      'withdrawn 2026-06-10',
    ],
    [
      'twice taken back: the last time',
      [taken, paper({ signed: '2026-04-01', withdrawn: '2026-05-01' })],
      'name',
      'withdrawn 2026-05-01',
    ],
  ];

  it.each(cases)('%s', (_, papers, scope, expected) => {
    expect(ask(papers, scope)).toBe(expected);
    expect(ask(papers.toReversed(), scope)).toBe(expected);
  });
});

it('for a child a lacking paper says more than one for another channel, less than one that ran out', () => {
  const lacking = without(paper(), 'guardian');
  expect(ask([lacking, paper({ channels: ['press'] })], 'name', '14-17')).toBe('no-guardian');
  expect(ask([lacking, paper({ until: '2026-06-01' })], 'name', '14-17')).toBe('expired 2026-06-01');
});
