import { describe, expect, it } from 'vitest';
import { type Consent, TOLD } from '#domain/people/consent/consent.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import type { Records } from '#domain/release/records.ts';
import { wechatClearanceOf } from '#domain/release/wechat.ts';
import type { Story } from '#domain/stories/story.ts';
import { holdWords } from '#format/hold-words.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from './fictional-records.ts';

const DAY = '2026-11-25';

/** A story of one person, with their portrait on its cover. */
const told = (more: Partial<Story> = {}): Story =>
  fictionalStory('a', {
    kind: 'person',
    people: ['样例li'],
    ...fictionalCover('样例li'),
    body: { ...fictionalStory('a').body, source: '样例li来了。\n' },
    ...more,
  });

const asked = (story: Story, records: Records) =>
  wechatClearanceOf(story, clearingOf(story, records, DAY), records, DAY);
/** Why a story may not become an article, in short. */
const held = (story: Story, records: Records) =>
  asked(story, records).holds.map(({ printed, why, scopes }) => `${printed} ${why} ${scopes.join()}`);

const of = (more: Partial<Person>, paper: Partial<Consent> = {}) =>
  recordsOf([person('li', more)], [consent('li', paper)]);
const GUARDIAN = { guardian: { name: '样例家长', relation: '母亲' } };
const TOLD_ALL = { ...GUARDIAN, separate: true, refusal_offered: true, told: [...TOLD] };
const ALL = 'story,name,portrait';

describe('who keeps a story from the official account', () => {
  it.each<[string, Records, string[]]>([
    ['nobody who agreed to everything everywhere', of({}), []],
    ['nobody who agreed to it alone', of({}, { channels: ['wechat'] }), []],
    ['whoever agreed to the site alone', of({}, { channels: ['site'] }), [`样例li not-on-channel ${ALL}`]],
    [
      'whoever agreed to the press and the site',
      of({}, { channels: ['site', 'press'] }),
      [`样例li not-on-channel ${ALL}`],
    ],
    ['whoever did not agree to be shown', of({}, { scope: ['name', 'story'] }), ['样例li not-in-scope portrait']],
    ['whoever withdrew', of({}, { withdrawn: '2026-11-24' }), [`样例li withdrawn ${ALL}`]],
    ['not yet who withdraws tomorrow', of({}, { withdrawn: '2026-11-26' }), []],
    ['whose paper ran out', of({}, { until: '2026-11-24' }), [`样例li expired ${ALL}`]],
    ['whose paper is not signed yet', of({}, { signed: '2026-11-26' }), [`样例li not-yet-signed ${ALL}`]],
    ['whom nobody knows', recordsOf([], []), [`样例li no-record ${ALL}`]],
    ['a child who signed alone', of({ age_band: '14-17' }), [`样例li no-guardian ${ALL}`]],
    ['no child whose guardian signed', of({ age_band: '14-17' }, GUARDIAN), []],
    ['no small child whose guardian was told all', of({ age_band: 'under-14' }, TOLD_ALL), []],
    [
      'a small child whose guardian was told nothing',
      of({ age_band: 'under-14' }, GUARDIAN),
      [`样例li not-told ${ALL}`],
    ],
  ])('%s', (_, records, expected) => {
    expect(held(told(), records)).toEqual(expected);
  });

  it('is everyone at once, also who was only found in its words', () => {
    const records = recordsOf(
      [person('li'), person('wu')],
      [consent('li', { channels: ['site'] }), consent('wu', { channels: ['site'] })],
    );
    const story = told({ body: { ...fictionalStory('a').body, source: '样例li和样例wu来了。\n' } });
    expect(held(story, records)).toEqual([`样例li not-on-channel ${ALL}`, '样例wu not-on-channel story,name']);
  });

  it('is not asked of a face that the site does not show, nor of a name that gave way, but of being told of', () => {
    const story = told({ fallbacks: [{ person: '样例li', name: '样例同学', portrait: 'none' }] });
    const papers = (paper: Partial<Consent>) => of({}, { scope: ['story'], ...paper });
    expect(held(story, papers({ channels: ['site', 'wechat'] }))).toEqual([]);
    expect(held(story, papers({ channels: ['site'] }))).toEqual(['样例li not-on-channel story']);
  });

  it('is said with what to do, for the account and not for the site', () => {
    const [hold] = asked(told(), of({}, { channels: ['site'] })).holds;
    const { text, mend } = holdWords(hold as NonNullable<typeof hold>, 'a');
    expect(text).toBe('样例li的事迹、姓名、肖像不能在微信里用：授权书没有写“微信”。');
    expect(mend).toContain('请本人签一份写明“微信”的授权书');
    expect(mend).not.toContain('fallbacks');
    const [gone] = asked(told(), of({}, { withdrawn: '2026-11-24' })).holds;
    expect(holdWords(gone as NonNullable<typeof gone>, 'a').text).toContain(
      '不能在微信里用：2026年11月24日起撤回了授权',
    );
  });
});

describe('what the article stands on', () => {
  it('is told by name, with what ends first', () => {
    const { permitted } = asked(told(), of({}, { until: '2027-03-01' }));
    expect(permitted).toEqual([{ printed: '样例li', scopes: ['story', 'name', 'portrait'], until: '2027-03-01' }]);
  });
});
