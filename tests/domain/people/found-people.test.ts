import { describe, expect, it } from 'vitest';
import { namesInField } from '#check/people/field-names.ts';
import { peopleFound } from '#domain/people/found-people.ts';
import { decisionFaults } from '#domain/people/name-decisions.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import { namesPeople } from '#domain/release/steps-needed.ts';
import type { Story } from '#domain/stories/story.ts';
import { fictionalCover, fictionalStory } from '../fictional-story.ts';
import { consent, person, recordsOf } from '../release/fictional-records.ts';

const NOBODY = recordsOf([], []);
const told = (title: string, more: Partial<Story> = {}) => fictionalStory('a', { title, summary: '一句话。', ...more });
const decided = (is: NonNullable<Story['names']>[number]['is'], source?: string) => ({
  names: [{ name: '冯远舟', is, ...(source === undefined ? {} : { source }) }],
});
const holds = (story: Story, records = NOBODY) =>
  clearingOf(story, records, '2026-11-29').holds.map((hold) =>
    hold.kind === 'consent' ? `${hold.printed} ${hold.scopes.join()} ${hold.why}` : `${hold.printed} ${hold.kind}`,
  );
const covers = (story: Story, records = NOBODY) =>
  peopleFound(story, records).map(({ name, cover }) => `${name} ${cover.is}`);
const TITLE = '老师冯远舟的一天';

describe('somebody named in a story', () => {
  it('has no consent where the records do not know them', () => {
    expect(holds(told(TITLE))).toEqual(['冯远舟 story,name no-record']);
    expect(covers(told(TITLE))).toEqual(['冯远舟 undecided']);
  });

  it('may be named where the records permit it', () => {
    const records = recordsOf([person('f', { name: '冯远舟' })], [consent('f')]);
    expect(holds(told(TITLE), records)).toEqual([]);
    expect(covers(told(TITLE), records)).toEqual(['冯远舟 recorded']);
  });

  it('may be named where the plan itself names them, and asks for no stricter review', () => {
    const records = recordsOf([], [], { planNames: new Set(['冯远舟']) });
    expect([holds(told(TITLE), records), covers(told(TITLE), records)]).toEqual([[], ['冯远舟 plan']]);
    expect([namesPeople(told(TITLE), records), namesPeople(told(TITLE), NOBODY)]).toEqual([false, true]);
  });

  it.each(['public', 'published', 'alias', 'not-a-person'] as const)('may stand there where %s was decided', (is) => {
    expect(holds(told(TITLE, decided(is, '出处')))).toEqual([]);
    expect(covers(told(TITLE, decided(is, '出处')))).toEqual([`冯远舟 ${is}`]);
    expect(namesPeople(told(TITLE, decided(is, '出处')), NOBODY)).toBe(is !== 'not-a-person');
  });

  it('is asked for the portrait and, where the story lists them, for the story, whatever was decided but an office', () => {
    const of = (is: 'public' | 'published' | 'alias') => [
      holds(told(TITLE, { people: ['冯远舟'], ...decided(is, '出处') })),
      holds(told(TITLE, { ...fictionalCover('冯远舟'), ...decided(is, '出处') })),
    ];
    expect(of('public')).toEqual([[], ['冯远舟 portrait no-record']]);
    expect(of('published')).toEqual([['冯远舟 story no-record'], ['冯远舟 portrait no-record']]);
    expect(of('alias')[0]).toEqual(['冯远舟 story no-record']);
  });

  it('is asked for the name too where a picture shows them and the words name them', () => {
    const hidden = { fallbacks: [{ person: '冯远舟', portrait: 'none' as const }] };
    expect(holds(told(TITLE, { ...fictionalCover('冯远舟'), ...hidden }))).toEqual(['冯远舟 story,name no-record']);
    expect(holds(told('一天', { ...fictionalCover('冯远舟'), ...hidden }))).toEqual([]);
  });

  it('stays held where the records do not permit it, whatever was decided', () => {
    const records = recordsOf([person('f', { name: '冯远舟', age_band: 'under-14' })], []);
    for (const is of ['public', 'published', 'alias', 'not-a-person'] as const) {
      expect(holds(told(TITLE, decided(is, '出处')), records)).toEqual(['冯远舟 story,name no-consent']);
    }
  });

  it('has to be decided where somebody in the records shares the name', () => {
    const records = recordsOf([person('f', { name: '冯远舟', namesake: '两个人同名' })], []);
    expect(holds(told(TITLE), records)).toEqual(['冯远舟 undecided']);
    expect(holds(told(TITLE, decided('public', '出处')), records)).toEqual([]);
    expect(holds(told(TITLE, decided('recorded')), records)).toEqual(['冯远舟 story,name no-consent']);
  });

  it('is a likely one that somebody has to decide on', () => {
    expect(holds(told('村民帕珠在镇上开面馆'))).toEqual(['帕珠 undecided']);
  });

  it('is one of those listed where it stands inside a listed name, and another one where it is longer', () => {
    expect(covers(told('卓玛和次仁卓玛', { people: ['卓玛'] }))).toEqual(['卓玛 undecided', '次仁卓玛 undecided']);
    expect(covers(told('记样例丙老师', { people: ['样例丙老师'] }))).toEqual(['样例丙老师 undecided']);
  });

  it('is a 化名 where the words beside it say so', () => {
    expect(covers(told('学生冯远舟（化名）的一天'))).toEqual(['冯远舟 alias']);
  });

  it('is no editor, source, photographer or holder, and the author only where the text names them', () => {
    const { cover, coverFile } = fictionalCover('无');
    const rights = { ...cover, photographer: '冯远舟', holder: '冯远舟' };
    expect(
      covers(told('一天', { editor: '冯远舟', source: '冯远舟', author: '冯远舟', cover: rights, coverFile })),
    ).toEqual([]);
    expect(covers(told('一天', { author: '冯远舟口述' }))).toEqual(['冯远舟 undecided']);
  });
});

describe('a decision on a name', () => {
  const faults = (names: Story['names'], records = NOBODY, more: Partial<Story> = {}) =>
    decisionFaults(told(TITLE, { names, ...more }), records, true).map(({ kind, index }) => `${kind} ${index}`);
  const one = (is: NonNullable<Story['names']>[number]['is'], source?: string) => decided(is, source).names;

  it('is told where the story does not name them, or where it was made twice', () => {
    expect(faults([{ name: '谢小敏', is: 'alias' }])).toEqual(['unused 0']);
    expect(faults([...one('alias'), ...one('public', '出处')])).toEqual(['twice 1']);
  });

  it('needs a source for an office and for what others published, but not for those in the plan', () => {
    expect([faults(one('public')), faults(one('published')), faults(one('alias'))]).toEqual([
      ['sourceless 0'],
      ['sourceless 0'],
      [],
    ]);
    expect(faults(one('public'), recordsOf([], [], { planNames: new Set(['冯远舟']) }))).toEqual([]);
  });

  it('cannot say that somebody is in the records who is not', () => {
    expect(faults(one('recorded'))).toEqual(['unknown 0']);
    expect(faults(one('recorded'), recordsOf([person('f', { name: '冯远舟' })], []))).toEqual([]);
  });

  it('cannot make a 化名 or a word of somebody whom the records or the story itself know', () => {
    const records = recordsOf([person('f', { name: '冯远舟' })], []);
    expect([faults(one('alias'), records), faults(one('not-a-person'), records)]).toEqual([
      ['overruled 0'],
      ['overruled 0'],
    ]);
    expect(faults(one('not-a-person'), NOBODY, { people: ['冯远舟'] })).toEqual(['overruled 0']);
  });
});

describe('a field that holds people', () => {
  const found = (text: string) => namesInField(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    '一名志愿者',
    '同学们',
    '《实施方案》',
    '通知',
    '样例大学',
    '团委组织部',
    '孩子们',
    '编者',
    '全体队员',
    '一个孩子',
    '无',
    '佚名',
    '本刊记者',
    '妈妈',
    '样例小学五年级',
    '队员',
    '老师和同学',
    '某志愿者',
    '网站编辑组',
    '县教育局',
    'UNDP',
    '受访人的名字',
    '说话人的名字',
    '第一个人的名字',
  ])('holds nobody in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['冯远志', '冯远志'],
    ['支教老师冯远志', '冯远志'],
    ['冯远志老师', '冯远志'],
    ['冯远志（左）', '冯远志'],
    ['冯远志、谢敏', '冯远志 谢敏'],
    ['冯远志和次仁央宗', '冯远志 次仁央宗'],
    ['王　磊', '王　磊'],
    ['小雨（化名）', '小雨'],
    ['四年级学生玉措', '玉措'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['Tsering Dolma', 'Tsering Dolma'],
    ['志愿者 Tom', 'Tom'],
    ['李某某', '李某某'],
    ['ཚེ་རིང་སྒྲོལ་མ', 'ཚེ་རིང་སྒྲོལ་མ'],
  ])('holds somebody in %s', (text, names) => {
    expect(found(text).join(' ')).toBe(names);
  });
});
