import { describe, expect, it } from 'vitest';
import { type Consent, TOLD } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { clearedPictures, clearedText } from '#domain/release/cleared-story.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import type { Story } from '#domain/stories/story.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from './fictional-records.ts';

const DAY = '2026-11-25';
const RECORDS = recordsOf([person('li')], [consent('li')]);
const withdrawn = { ...RECORDS, consents: [consent('li', { withdrawn: '2026-11-01' })] };

const told = (more: Partial<Story> = {}) =>
  fictionalStory('a', {
    kind: 'person',
    people: ['样例li'],
    ...fictionalCover('样例li'),
    body: {
      ...fictionalStory('a').body,
      source: '样例li来了。\n\n<Photo src="b.jpg" alt="样例li在笑" people="样例li"/>\n',
    },
    ...more,
  });
const holds = (story: Story, records = RECORDS) =>
  clearingOf(story, records, DAY).holds.map((hold) =>
    hold.kind === 'consent' ? `${hold.printed} ${hold.scopes.join()} ${hold.why}` : `${hold.printed} undecided`,
  );

describe('what of a story may be shown', () => {
  it('is all of it where everyone permitted everything', () => {
    expect(clearingOf(told(), RECORDS, DAY)).toMatchObject({ holds: [], leftOut: [], portraits: ['样例li'] });
  });

  it('is nothing of someone whom nobody knows', () => {
    expect(holds(told(), recordsOf([], []))).toEqual(['样例li story,name,portrait no-record']);
  });

  it('is nothing of someone who withdrew, where the story knows no other way', () => {
    expect(holds(told(), withdrawn)).toEqual(['样例li story,name,portrait withdrawn']);
  });

  it('is told of to machines as a person only where an adult agreed to it under the real name', () => {
    const agreed = (story: Story, records = RECORDS) => clearingOf(story, records, DAY).agreed;
    const of = (more: Partial<Person>, paper: Partial<Consent> = {}) =>
      recordsOf([person('li', more)], [consent('li', paper)]);
    const guardian = { guardian: { name: '样例家长', relation: '母亲' }, separate: true, refusal_offered: true };
    const signed = { ...guardian, told: [...TOLD] };
    expect(agreed(told())).toEqual(['样例li']);
    expect(agreed(told(), withdrawn)).toEqual([]);
    expect(agreed(told(), recordsOf([], []))).toEqual([]);
    // Children may be named with the consent of their guardian, and are all the same no persons to machines.
    const child = of({ age_band: '14-17' }, signed);
    expect([holds(told(), child), agreed(told(), child)]).toEqual([[], []]);
    expect(agreed(told(), of({ age_band: 'under-14' }, signed))).toEqual([]);
    expect(
      agreed(told({ cover: undefined }), of({ died: '2025' }, { kin: { name: '样例亲人', relation: '妻子' } })),
    ).toEqual([]);
    expect(agreed(told(), of({}, { scope: ['portrait', 'story'] }))).toEqual([]);
    expect(agreed(told(), of({}, { scope: ['name', 'portrait'] }))).toEqual([]);
    expect(agreed(told(), of({}, { channels: ['wechat', 'press'] }))).toEqual([]);
    expect(agreed(told(), of({}, { until: '2026-11-01' }))).toEqual([]);
    expect(
      agreed(told({ people: ['样例队'] }), recordsOf([person('dui', { name: '样例队', age_band: 'collective' })], [])),
    ).toEqual([]);
  });

  it('tells machines of nobody under another name, nor of a name that one who bears it did not permit', () => {
    const agreed = (story: Story, records = RECORDS) => clearingOf(story, records, DAY).agreed;
    const alias = recordsOf([person('li', { name: undefined, alias: '小禾' })], [consent('li')]);
    expect(agreed(told({ people: ['小禾'] }), alias)).toEqual([]);
    expect(agreed(told({ people: ['小禾（化名）'] }), alias)).toEqual([]);
    const fallbacks = [{ person: '样例li', name: '小禾', portrait: 'none' as const }];
    expect(agreed(told({ fallbacks }), withdrawn)).toEqual([]);
    const two = recordsOf([person('li'), person('li2', { name: '样例li' })], [consent('li')]);
    expect(agreed(told(), two)).toEqual([]);
  });

  it('is, where the story says so, the same under another name and without pictures', () => {
    const story = told({ fallbacks: [{ person: '样例li', name: '小禾', portrait: 'none' }], title: '样例li的一天' });
    const clearing = clearingOf(story, withdrawn, DAY);
    expect(clearing).toMatchObject({ holds: [], portraits: [], aliases: ['小禾'] });
    const { front, source } = clearedText(story, clearing, withdrawn);
    expect(JSON.stringify(front) + source).not.toContain('样例li');
    expect([front.title, front.people, front.cover]).toEqual(['小禾的一天', ['小禾'], undefined]);
    expect(source.split('\n')[0]).toBe('小禾来了。');
    expect(clearedPictures(story, clearing, withdrawn)).toEqual([]);
  });

  it('keeps the real name while it is permitted, whatever the story says for later', () => {
    const story = told({ fallbacks: [{ person: '样例li', name: '小禾', portrait: 'none' }] });
    expect(clearingOf(story, RECORDS, DAY)).toMatchObject({ holds: [], leftOut: [], aliases: [] });
  });

  it('is nothing of a minor under another name, where nobody may tell of them', () => {
    const records = recordsOf([person('li', { age_band: '14-17' })], []);
    const story = told({ fallbacks: [{ person: '样例li', name: '小禾', portrait: 'none' }] });
    expect(holds(story, records)).toEqual(['样例li story no-consent']);
  });

  it('asks for everyone whose real name stands anywhere in the words, listed or not', () => {
    const body = { ...fictionalStory('a').body, source: '后来**样例**li也来了。' };
    expect(holds(fictionalStory('a', { body }), withdrawn)).toEqual(['样例li story,name withdrawn']);
  });

  it('takes a name that is somebody else’s too for theirs only where the story says so', () => {
    const people = [person('li', { namesake: '样例li也是一条河的名字' })];
    const body = { ...fictionalStory('a').body, source: '样例li今年水大。' };
    expect(holds(fictionalStory('a', { body }), recordsOf(people, []))).toEqual([]);
    expect(holds(fictionalStory('a', { body, people: ['样例li'] }), recordsOf(people, []))).toEqual([
      '样例li story,name no-consent',
    ]);
  });

  it('knows a name however it is spaced', () => {
    expect(holds(fictionalStory('a', { people: ['样例 li'] }))).toEqual([]);
  });

  it('needs no permission for a name under 化名, and says that it is one', () => {
    const people = [person('li', { alias: '小禾' })];
    const paper = consent('li', { scope: ['story'] });
    const story = fictionalStory('a', { people: ['小禾（化名）'] });
    const clearing = clearingOf(story, recordsOf(people, [paper]), DAY);
    expect(clearing.holds).toEqual([]);
    expect(clearing.aliases).toEqual(['小禾']);
  });

  it('is, of two persons with one name, only what both permitted', () => {
    const people = [person('li'), person('li-2', { name: '样例li' })];
    expect(holds(told(), recordsOf(people, [consent('li')]))).toEqual(['样例li story,name,portrait no-consent']);
    expect(holds(told(), recordsOf(people, [consent('li'), consent('li-2')]))).toEqual([]);
  });

  it('leaves out a picture past its last day, and shows it on that day', () => {
    const { cover } = fictionalCover('无');
    const until = (expires: string) => clearingOf(told({ cover: { ...cover, expires } }), RECORDS, DAY).leftOut;
    expect(until('2026-11-25')).toEqual([]);
    expect(until('2026-11-24')).toEqual([{ src: 'a.jpg', why: 'expired', what: '2026-11-24' }]);
  });

  it('takes an emptied gallery away with its last picture, and no line moves', () => {
    const source = '一\n\n<Gallery caption="样例">\n\n<Photo src="a.jpg" people="无"/>\n\n</Gallery>\n\n二\n';
    const { cover } = fictionalCover('无');
    const story = told({ people: [], cover: { ...cover, expires: '2020-01-01' }, body: { ...told().body, source } });
    const { source: rest } = clearedText(story, clearingOf(story, RECORDS, DAY), RECORDS);
    expect(rest.replaceAll('\n', '')).toBe('一二');
    expect(rest.split('\n')).toHaveLength(source.split('\n').length);
  });
});
