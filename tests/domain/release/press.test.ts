import { describe, expect, it } from 'vitest';
import { type Consent, TOLD } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import { facesOf } from '#domain/release/faces.ts';
import { pressClearanceOf } from '#domain/release/press.ts';
import type { Records } from '#domain/release/records.ts';
import type { PictureRights } from '#domain/stories/picture.ts';
import type { Story } from '#domain/stories/story.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from './fictional-records.ts';

const DAY = '2026-11-25';
const COVER = 'f'.repeat(16);

/** A story of one person, with their portrait, which its holder lets the media use. */
function told(more: Partial<Story> = {}, rights: Partial<PictureRights> = {}): Story {
  const { cover, coverFile } = fictionalCover('样例li');
  return fictionalStory('a', {
    kind: 'person',
    people: ['样例li'],
    cover: { ...cover, press: '可用', ...rights },
    coverFile,
    body: { ...fictionalStory('a').body, source: '样例li来了。\n' },
    ...more,
  });
}

const press = (story: Story, records: Records, out = true) =>
  pressClearanceOf(story, clearingOf(story, records, DAY), records, DAY, out);
/** What the press may take, in a word. */
const said = (story: Story, records: Records, out = true) => {
  const clearance = press(story, records, out);
  return clearance.open ? `open ${clearance.pictures.length}` : clearance.why;
};

const of = (more: Partial<Person>, paper: Partial<Consent> = {}) =>
  recordsOf([person('li', more)], [consent('li', paper)]);
const GUARDIAN = { guardian: { name: '样例家长', relation: '母亲' } };
const TOLD_ALL = { ...GUARDIAN, separate: true, refusal_offered: true, told: [...TOLD] };

describe('what the press may take of a story', () => {
  it.each<[string, Records, string]>([
    ['an adult who agreed to it', of({}), 'open 1'],
    ['an adult whose paper names the site alone', of({}, { channels: ['site'] }), 'people'],
    ['an adult who agreed to the press alone', of({}, { channels: ['press'] }), 'open 1'],
    ['an adult who lets the press have name and deeds, not the face', of({}, { scope: ['name', 'story'] }), 'open 0'],
    ['an adult who lets nobody tell of them', of({}, { scope: ['name', 'portrait'] }), 'people'],
    ['an adult who lets nobody name them', of({}, { scope: ['story', 'portrait'] }), 'people'],
    ['an adult who withdrew', of({}, { withdrawn: '2026-11-24' }), 'people'],
    ['an adult who withdraws tomorrow', of({}, { withdrawn: '2026-11-26' }), 'open 1'],
    ['an adult whose paper ran out', of({}, { until: '2026-11-24' }), 'people'],
    ['an adult whose paper is not signed yet', of({}, { signed: '2026-11-26' }), 'people'],
    ['somebody nobody knows', recordsOf([], []), 'people'],
    ['a child of 15 whose guardian signed', of({ age_band: '14-17' }, GUARDIAN), 'open 1'],
    ['a child of 15 who signed alone', of({ age_band: '14-17' }), 'people'],
    ['a child of 9 whose guardian was told all', of({ age_band: 'under-14' }, TOLD_ALL), 'open 1'],
    ['a child of 9 whose guardian was told nothing', of({ age_band: 'under-14' }, GUARDIAN), 'people'],
    [
      'a child whose guardian agreed to the site',
      of({ age_band: 'under-14' }, { ...TOLD_ALL, channels: ['site'] }),
      'people',
    ],
    ['a collective', of({ age_band: 'collective' }, { channels: ['site'] }), 'open 1'],
  ])('of %s', (_, records, expected) => {
    expect(said(told(), records)).toBe(expected);
  });

  it('ends with a paper for the press, whatever one for the site says', () => {
    const site = consent('li', { id: 'site', channels: ['site'] });
    const ended = consent('li', { id: 'press', channels: ['press'], withdrawn: '2026-11-01' });
    const records = recordsOf([person('li')], [site, consent('li', { channels: ['press'], until: '2026-11-24' })]);
    expect(clearingOf(told(), records, DAY).holds).toEqual([]);
    expect(said(told(), records)).toBe('people');
    expect(said(told(), recordsOf([person('li')], [site, ended]))).toBe('people');
  });

  it('is nothing where somebody is only found in the words and did not agree, whoever is declared', () => {
    const two = (channels: Consent['channels']) =>
      recordsOf([person('li'), person('wang')], [consent('li'), consent('wang', { channels })]);
    const body = { ...fictionalStory('a').body, source: '样例li和样例wang来了。\n' };
    expect(said(told({ body }), two(['site', 'press']))).toBe('open 1');
    expect(said(told({ body }), two(['site']))).toBe('people');
    expect(said(told({ summary: '样例wang也在。' }), two(['site']))).toBe('people');
    expect(said(told({}, { caption: '左边是样例wang' }), two(['site']))).toBe('people');
  });

  it('asks somebody under another name for their deeds, and gives no picture of them', () => {
    const fallbacks = [{ person: '样例li', name: '小禾' }];
    const papers = (channels: Consent['channels']) => of({}, { scope: ['portrait', 'story'], channels });
    expect(clearingOf(told({ fallbacks }), papers(['site', 'press']), DAY).holds).toEqual([]);
    expect(said(told({ fallbacks }), papers(['site', 'press']))).toBe('open 0');
    expect(said(told({ fallbacks }), papers(['site']))).toBe('people');
    expect(said(told({ fallbacks }), recordsOf([person('li')], []))).toBe('people');
  });

  it('is nothing of a story that is not out, nor of a text that is somebody else’s', () => {
    expect(said(told(), of({}), false)).toBe('not-out');
    expect(said(told({ source_url: 'https://example.com/a' }), of({}))).toBe('reprint');
  });

  it('is no picture whose holder did not say so, that has run out or that is left out', () => {
    expect(said(told({}, { press: undefined }), of({}))).toBe('open 0');
    expect(said(told({}, { expires: '2026-11-24' }), of({}))).toBe('open 0');
    expect(said(told({}, { expires: DAY }), of({}))).toBe('open 1');
    const none = { fallbacks: [{ person: '样例li', portrait: 'none' as const }] };
    expect(said(told(none), of({}, { scope: ['name', 'story'] }))).toBe('open 0');
  });

  it('is nothing where who is in a picture may be shown and not named: the captions say who that is', () => {
    const story = told({ people: [], body: fictionalStory('a').body });
    expect(said(story, of({}))).toBe('open 1');
    expect(said(story, of({}, { scope: ['portrait'] }))).toBe('people');
  });

  it('is no picture in which another story recognises somebody who did not agree', () => {
    const other = fictionalStory('b', { ...fictionalCover('样例wang') });
    const records = (channels: Consent['channels']) =>
      recordsOf([person('li'), person('wang')], [consent('li'), consent('wang', { channels })], {
        faces: facesOf([told(), other]),
      });
    expect(said(told(), records(['site', 'press']))).toBe('open 1');
    expect(said(told(), records(['site']))).toBe('open 0');
  });

  it('is a picture that stands in a story twice only where both places say that it may be taken', () => {
    const { coverFile } = fictionalCover('样例li');
    const body = (rights: Partial<PictureRights>): Story['body'] => ({
      ...fictionalStory('a').body,
      source: '样例li来了。\n',
      pictures: coverFile ? [{ file: coverFile, rights: { ...told().cover, ...rights } as PictureRights }] : [],
    });
    expect(press(told({ body: body({}) }), of({}))).toEqual({ open: true, pictures: [COVER] });
    expect(said(told({ body: body({ press: undefined }) }), of({}))).toBe('open 0');
  });

  it('asks nobody who stands in the document by office', () => {
    const records = recordsOf([], [], { planNames: new Set(['王建国']) });
    const story = fictionalStory('a', {
      title: '王建国主持会议',
      body: { ...fictionalStory('a').body, source: '会上。\n' },
    });
    expect(said(story, records)).toBe('open 0');
  });
});
