import { describe, expect, it } from 'vitest';
import { sheetNoNames, sheetPeople } from '#desk/review/sheet-people.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import type { Records } from '#domain/release/records.ts';
import type { Story } from '#domain/stories/story.ts';
import { checkedBody } from '#stories/body/check-body.ts';
import { fictionalStory } from '../domain/fictional-story.ts';
import { consent, person, recordsOf } from '../domain/release/fictional-records.ts';

const DAY = '2026-06-15';

/** A story of these lines with what its sheet says of its people; its text begins on line 10. */
function told(lines: readonly string[], records: Records, more: Partial<Story> = {}) {
  const source = lines.join('\n');
  const { body } = checkedBody(source);
  if (!body) throw new Error(`not sound: ${source}`);
  const story = fictionalStory('xin', { body: { ...body, source, firstLine: 10, pictures: [] }, ...more });
  const position = (offset: number) => ({ line: 10 + source.slice(0, offset).split('\n').length - 1, column: 1 });
  const standing = { story, position, holds: clearingOf(story, records, DAY).holds };
  return { people: sheetPeople(standing, records, DAY), noNames: sheetNoNames(standing, records) };
}

describe('the people on a review sheet', () => {
  const child = person('xiaoxi', { name: '陈小溪', alias: '小雨', age_band: 'under-14', role: '小学生' });
  const guardian = { name: '陈大江', relation: '父亲' } as const;
  const paper = consent('xiaoxi', { scope: ['story'], guardian, paper: '陈大江为陈小溪签，三号柜' });
  const adult = person('yuanzhou', { name: '张远舟' });
  const records = recordsOf([child, adult], [paper, consent('yuanzhou', { channels: ['site'] })]);

  it('are everyone found, listed or not, each with the lines and what covers them', () => {
    const { people } = told(
      [
        '张远舟来了。',
        '',
        '志愿者冯远志说：“好。”',
        '',
        '<Letter from="李小禾">',
        '',
        '张远舟叔叔好！',
        '',
        '</Letter>',
      ],
      records,
      { people: ['张远舟'] },
    );
    expect(people.map(({ printed, cover, settled }) => [printed, cover, settled])).toEqual([
      ['张远舟', '有授权书', true],
      ['冯远志', '没有记录', false],
      ['李小禾', '没有记录', false],
    ]);
    expect(people.map(({ places }) => places.map(({ line, part }) => `${line ?? ''}${part}`))).toEqual([
      ['稿头 people', '10正文', '16书信'],
      ['12正文'],
      ['14写信人'],
    ]);
  });

  it('show where something is permitted, scopes with one answer together', () => {
    const [first] = told(['张远舟来了。'], records).people;
    expect(first?.persons[0]?.channels.map(({ channel, answers }) => [channel, answers])).toEqual([
      ['网站', [{ scopes: ['姓名', '肖像', '声音', '事迹'], permitted: true, until: '2028年12月31日' }]],
      [
        '微信',
        [{ scopes: ['姓名', '肖像', '声音', '事迹'], permitted: false, why: expect.stringContaining('没有写') }],
      ],
      [
        '媒体',
        [{ scopes: ['姓名', '肖像', '声音', '事迹'], permitted: false, why: expect.stringContaining('没有写') }],
      ],
    ]);
  });

  it('never say who is behind a 化名, nor who signed for them', () => {
    const words = JSON.stringify(told(['小雨（化名）在看书。'], records, { people: ['小雨（化名）'] }));
    expect(words).toContain('小雨');
    expect(words).toContain('××为××签，三号柜');
    for (const secret of ['陈小溪', '陈大江']) expect(words).not.toContain(secret);
  });

  it('stand there by a decision of the front matter with its source, and no paper is asked for', () => {
    const names: Story['names'] = [
      { name: '冯远志', is: 'public', source: '某县政府网站2026年5月8日' },
      { name: '苗苗', is: 'not-a-person' },
    ];
    const { people, noNames } = told(['县长冯远志来了。', '', '**苗苗** 是一株麦苗。'], records, { names });
    expect(people.map(({ cover, asked, settled }) => [cover, asked, settled])).toEqual([
      ['公开的职务：某县政府网站2026年5月8日', false, true],
    ]);
    expect(noNames.map(({ printed, places }) => [printed, places[0]?.line])).toEqual([['苗苗', 12]]);
  });
});
