import type { Consent } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { PLAIN_SPELLING } from '#domain/release/names/spelling.ts';
import type { Records } from '#domain/release/records.ts';

/** Someone in the records, an adult where a test says nothing else. */
export const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, sample: false, name: `样例${id}`, age_band: 'adult', role: '样例志愿者' },
  ...more,
});

/** A paper that permits everything everywhere, where a test says nothing else. */
export const consent = (of: string, more: Partial<Consent> = {}): Consent => ({
  id: `${of}-paper`,
  sample: false,
  person: of,
  scope: ['name', 'portrait', 'voice', 'story'],
  channels: ['site', 'wechat', 'press'],
  signed: '2026-01-01',
  until: '2028-12-31',
  paper: '样例柜',
  ...more,
});

/** Records of some people, with names that are written one way and pictures of which nobody tells more. */
export const recordsOf = (
  people: readonly Person[],
  consents: readonly Consent[],
  more: Partial<Records> = {},
): Records => ({
  people,
  consents,
  spelling: PLAIN_SPELLING,
  planNames: new Set(),
  placeNames: new Set(),
  faces: new Map(),
  ...more,
});
