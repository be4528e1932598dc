import { describe, expect, it } from 'vitest';
import { CHANNELS, type Consent, SCOPES } from '#domain/people/consent/consent.ts';
import { permission } from '#domain/people/consent/permission.ts';
import { AGE_BANDS } from '#domain/people/consent/person.ts';
import { fictionalPaper, fictionalPerson, TODAY } from '../../../check/rules/fictional-records.ts';

/** The states a paper may be in on 2026-06-15. */
const STATES = {
  valid: {},
  'on its last day': { until: '2026-06-15' },
  'expired the day before': { until: '2026-06-14' },
  'signed on the day': { signed: '2026-06-15' },
  'not yet signed': { signed: '2026-06-16' },
  'withdrawn before the day': { withdrawn: '2026-06-10' },
  'withdrawn on the day': { withdrawn: '2026-06-15' },
  'withdrawn after the day': { withdrawn: '2026-06-20' },
} as const satisfies Record<string, Partial<Consent>>;

/** The papers, each with what it names, and the whole table of what it permits then: columns site, wechat, press. */
const PAPERS: readonly { says: string; names: Partial<Consent>; table: Record<keyof typeof STATES, string> }[] = [
  {
    says: 'name and story, on the site and in WeChat',
    names: { scope: ['name', 'story'], channels: ['site', 'wechat'] },
    table: {
      valid: `
        name      2026-12-31      2026-12-31      not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     2026-12-31      2026-12-31      not-on-channel`,
      'on its last day': `
        name      2026-06-15      2026-06-15      not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     2026-06-15      2026-06-15      not-on-channel`,
      'expired the day before': `
        name      expired:06-14   expired:06-14   not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     expired:06-14   expired:06-14   not-on-channel`,
      'signed on the day': `
        name      2026-12-31      2026-12-31      not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     2026-12-31      2026-12-31      not-on-channel`,
      'not yet signed': `
        name      not-yet-signed  not-yet-signed  not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     not-yet-signed  not-yet-signed  not-on-channel`,
      'withdrawn before the day': `
        name      withdrawn:06-10 withdrawn:06-10 withdrawn:06-10
        portrait  withdrawn:06-10 withdrawn:06-10 withdrawn:06-10
        voice     withdrawn:06-10 withdrawn:06-10 withdrawn:06-10
        story     withdrawn:06-10 withdrawn:06-10 withdrawn:06-10`,
      'withdrawn on the day': `
        name      withdrawn:06-15 withdrawn:06-15 withdrawn:06-15
        portrait  withdrawn:06-15 withdrawn:06-15 withdrawn:06-15
        voice     withdrawn:06-15 withdrawn:06-15 withdrawn:06-15
        story     withdrawn:06-15 withdrawn:06-15 withdrawn:06-15`,
      'withdrawn after the day': `
        name      2026-06-19      2026-06-19      not-on-channel
        portrait  not-in-scope    not-in-scope    not-in-scope
        voice     not-in-scope    not-in-scope    not-in-scope
        story     2026-06-19      2026-06-19      not-on-channel`,
    },
  },
  {
    says: 'portrait and voice, in the press and on the site',
    names: { scope: ['portrait', 'voice'], channels: ['press', 'site'] },
    table: {
      valid: `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  2026-12-31      not-on-channel  2026-12-31
        voice     2026-12-31      not-on-channel  2026-12-31
        story     not-in-scope    not-in-scope    not-in-scope`,
      'on its last day': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  2026-06-15      not-on-channel  2026-06-15
        voice     2026-06-15      not-on-channel  2026-06-15
        story     not-in-scope    not-in-scope    not-in-scope`,
      'expired the day before': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  expired:06-14   not-on-channel  expired:06-14
        voice     expired:06-14   not-on-channel  expired:06-14
        story     not-in-scope    not-in-scope    not-in-scope`,
      'signed on the day': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  2026-12-31      not-on-channel  2026-12-31
        voice     2026-12-31      not-on-channel  2026-12-31
        story     not-in-scope    not-in-scope    not-in-scope`,
      'not yet signed': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  not-yet-signed  not-on-channel  not-yet-signed
        voice     not-yet-signed  not-on-channel  not-yet-signed
        story     not-in-scope    not-in-scope    not-in-scope`,
      'withdrawn before the day': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  withdrawn:06-10 not-on-channel  withdrawn:06-10
        voice     withdrawn:06-10 not-on-channel  withdrawn:06-10
        story     not-in-scope    not-in-scope    not-in-scope`,
      'withdrawn on the day': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  withdrawn:06-15 not-on-channel  withdrawn:06-15
        voice     withdrawn:06-15 not-on-channel  withdrawn:06-15
        story     not-in-scope    not-in-scope    not-in-scope`,
      'withdrawn after the day': `
        name      not-in-scope    not-in-scope    not-in-scope
        portrait  2026-06-19      not-on-channel  2026-06-19
        voice     2026-06-19      not-on-channel  2026-06-19
        story     not-in-scope    not-in-scope    not-in-scope`,
    },
  },
];

/** A cell as it answers: a day until which it holds, or a reason, some with a day. */
function answerOf(cell: string) {
  if (/^\d/.test(cell)) return { permitted: true, until: cell };
  const [why, day] = cell.split(':');
  return { permitted: false, why, since: day === undefined ? null : `2026-${day}` };
}

const stateNames = Object.keys(STATES) as (keyof typeof STATES)[];

const cells = PAPERS.flatMap(({ says, names, table }) =>
  stateNames.flatMap((state) => {
    const rows = new Map(
      table[state]
        .trim()
        .split('\n')
        .map((row) => row.trim().split(/\s+/))
        .map(([scope = '', ...answers]) => [scope, answers]),
    );
    return AGE_BANDS.flatMap((band) =>
      SCOPES.flatMap((scope) =>
        CHANNELS.map((channel, column) => {
          const cell = rows.get(scope)?.[column] ?? 'missing from the table';
          // A collective is asked nothing, whatever lies in the drawer.
          const expected = band === 'collective' ? { permitted: true, until: null } : answerOf(cell);
          const paper = fictionalPaper({ ...names, ...STATES[state] });
          return { band, scope, channel, says, state, paper, expected };
        }),
      ),
    );
  }),
);

describe('a paper permits what it names, where it names it, from its signature to its last day or until it is taken back', () => {
  it.each(cells)('$band, $scope, $channel: a paper for $says, $state', ({ band, scope, channel, paper, expected }) => {
    expect(permission(fictionalPerson(band), scope, channel, [paper], TODAY)).toEqual(expected);
  });

  it('is asked of every age, scope, channel and state', () => {
    expect(cells).toHaveLength(4 * 4 * 3 * 8 * 2);
  });
});
