import { type Consent, TOLD } from '#domain/people/consent/consent.ts';
import type { AgeBand, Person } from '#domain/people/consent/person.ts';

/** The day on which the tests ask. */
export const TODAY = '2026-06-15';

/** Someone who bears a made-up name. */
export function fictionalPerson(age_band: AgeBand, more: Partial<Person> = {}): Person {
  return { id: 'yangli-jia', name: '样例甲', age_band, role: '样例身份', sample: false, ...more };
}

/** A paper on which everything is as it should be, for a child too. */
export function fictionalPaper(more: Partial<Consent> = {}): Consent {
  return {
    id: 'yangli-jia-2026',
    person: 'yangli-jia',
    scope: ['name', 'story'],
    channels: ['site', 'wechat'],
    signed: '2026-01-01',
    until: '2026-12-31',
    guardian: { name: '样例家长', relation: '母亲' },
    told: [...TOLD],
    refusal_offered: true,
    separate: true,
    paper: '样例柜子',
    sample: false,
    ...more,
  };
}

/** A record without one of its keys. */
export function without<T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): T {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key as K))) as T;
}
