import { describe, expect, it } from 'vitest';
import { recordRules } from '#check/rules/records/all-rules.ts';
import type { Consent, Scope } from '#domain/people/consent/consent.ts';
import { kinRank } from '#domain/people/consent/kin.ts';
import { permission } from '#domain/people/consent/permission.ts';
import type { AgeBand, Person } from '#domain/people/consent/person.ts';
import { clearingOf } from '#domain/release/clearing.ts';
import { refusalWords } from '#format/consent-words.ts';
import { holdWords } from '#format/hold-words.ts';
import { fictionalPaper, fictionalPerson, TODAY, without } from '../../../check/rules/fictional-records.ts';
import { fictionalStory } from '../../fictional-story.ts';
import { consent, recordsOf } from '../../release/fictional-records.ts';

describe('how close someone was to the dead', () => {
  it.each([
    '配偶',
    '妻子',
    '丈夫',
    '爱人',
    '老伴',
    '儿子',
    '女儿',
    '长子',
    '二女儿',
    '养女',
    '父亲',
    '母亲',
    '妈妈',
    '继父',
    '妻 子',
    '次女（代全家签）',
  ])('%s is one of those who are asked first', (word) => expect(kinRank(word)).toBe('closest'));
  it.each(['哥哥', '弟弟', '二姐', '妹', '兄弟姐妹', '祖父', '外祖母', '爷爷', '姥姥', '孙子', '外孙女'])(
    '%s is asked where none of these is left',
    (word) => expect(kinRank(word)).toBe('further'),
  );
  it.each([
    '岳父',
    '伯父',
    '姑母',
    '堂弟',
    '表姐',
    '女婿',
    '儿媳',
    '侄子',
    '干女儿',
    '同事',
    '单位',
    '家属',
    '朋友',
    '妻子的弟弟',
    '',
  ])('%s is no next of kin', (word) => expect(kinRank(word)).toBeNull());
});

const dead = (died: Person['died'], band: AgeBand = 'adult') => fictionalPerson(band, { died });
const own = without(fictionalPaper(), 'guardian', 'told', 'refusal_offered', 'separate');
const kin = (relation: string, more: Partial<Consent> = {}): Consent => ({
  ...own,
  id: 'yangli-jia-kin',
  kin: { name: '样例家属', relation },
  ...more,
});
const brother = { name: '样例家属', relation: '弟弟', none_closer: true };

function ask(someone: Person, papers: readonly Consent[], scope: Scope = 'name') {
  const answer = permission(someone, scope, 'site', papers, TODAY);
  return answer.permitted ? answer.until : answer.why;
}
const told = (someone: Person, ...papers: Consent[]) =>
  recordRules({ people: [someone], consents: papers, knownPeople: new Set([someone.id]), today: TODAY });
const codes = (someone: Person, ...papers: Consent[]) =>
  told(someone, ...papers).map(({ severity, code }) => `${severity} ${code}`);

/** What counts for someone who died, and what the check says of the paper. Papers are signed on 2026-01-01. */
const table: readonly [title: string, someone: Person, paper: Consent, permitted: string, told: readonly string[]][] = [
  ['the wife signed', dead('2025-08-02'), kin('妻子'), '2026-12-31', []],
  ['the wife signed, nobody knows the day of death', dead(true), kin('妻子'), '2026-12-31', []],
  ['the wife signed in the year of death', dead('2026'), kin('妻子'), '2026-12-31', []],
  ['the mother signed for a child who died', dead('2025', 'under-14'), kin('母亲'), '2026-12-31', []],
  ['a brother signed, for nobody closer is left', dead('2025'), kin('', { kin: brother }), '2026-12-31', []],
  ['a brother signed', dead('2025'), kin('弟弟'), 'closer-kin-first', ['warning closer-kin-first']],
  ['a cousin signed', dead('2025'), kin('表弟'), 'no-kin', ['error not-next-of-kin']],
  [
    'signed by the name of the dead',
    dead('2025'),
    kin('', { kin: { name: '样例甲', relation: '儿子' } }),
    'no-kin',
    ['error kin-is-the-dead'],
  ],
  ['kin signed before the death', dead('2026-01-02'), kin('妻子'), 'no-kin', ['warning kin-before-death']],
  ['signed in life, on the last day', dead('2026-01-01'), own, '2026-12-31', []],
  ['signed in life, in an earlier month', dead('2026-02'), own, '2026-12-31', []],
  ['signed in the year of death, perhaps after it', dead('2026'), own, 'no-kin', ['warning dead-without-kin']],
  ['signed some time, nobody knows the day of death', dead(true), own, 'no-kin', ['warning dead-without-kin']],
  ['signed after the death, nobody wrote by whom', dead('2025-12-31'), own, 'no-kin', ['warning dead-without-kin']],
  [
    'kin written as guardian',
    dead('2025'),
    { ...own, guardian: { name: '样例家属', relation: '妻子' } },
    'no-kin',
    ['warning kin-written-as-guardian'],
  ],
  ['the guardian of a child signed in life', dead('2026-03-01', 'under-14'), fictionalPaper(), '2026-12-31', []],
  [
    'the guardian of a child signed in life, told nothing',
    dead('2026-03-01', 'under-14'),
    without(fictionalPaper(), 'told'),
    'not-told',
    ['warning guardian-not-told'],
  ],
  [
    'both a guardian and kin',
    dead('2025'),
    { ...fictionalPaper(), kin: brother },
    '2026-12-31',
    ['error kin-and-guardian'],
  ],
  ['kin signed for somebody alive', fictionalPerson('adult'), kin('妻子'), 'kin-of-living', ['error kin-of-living']],
];

describe('the dead', () => {
  it.each(table)('%s', (_, someone, paper, permitted, expected) => {
    expect(ask(someone, [paper])).toBe(permitted);
    expect(codes(someone, paper)).toEqual(expected);
  });

  it('without any paper are asked of kin, and nothing is told of the records', () => {
    expect(ask(dead('2025'), [])).toBe('no-kin');
    expect(codes(dead('2025'))).toEqual([]);
  });

  it('are let go by kin, who may take back what was signed in life too', () => {
    const taken = kin('妻子', { signed: '2026-03-01', withdrawn: '2026-06-01' });
    expect(ask(dead('2026-02-01'), [own])).toBe('2026-12-31');
    expect(ask(dead('2026-02-01'), [own, taken])).toBe('withdrawn');
  });

  it('died on a day that is past, and collectives do not die', () => {
    expect(codes(dead('2026-06-16'))).toEqual(['error died-in-future']);
    expect(codes(dead('2027'))).toEqual(['error died-in-future']);
    expect(codes(dead('2026-06'))).toEqual([]);
    expect(codes(dead('2025', 'collective'))).toEqual(['error died-of-collective']);
  });

  it('on a paper of an adult a wife as guardian is told how to write her down', () => {
    const [wife, ...more] = told(fictionalPerson('adult'), {
      ...own,
      guardian: { name: '样例家属', relation: '妻子' },
    });
    expect(more).toEqual([]);
    expect(wife?.message).toBe(
      '成年人的配偶、子女写成了监护人：现在是有 guardian，应当是替去世的人签的近亲属写在 kin 里；监护人只替没有成年的人签。',
    );
    expect(wife?.mend).toBe(
      "本人已去世、由近亲属签的，把 guardian 改成 kin，name 和 relation 照旧，再在 people/yangli-jia.yaml 里加一行 died: '去世的日子'（不知道哪一天，写 '2019' 或者 true）；人还在的，删掉 guardian，请本人签。",
    );
  });

  it('no sentence of theirs holds a name of anybody', () => {
    const words = table
      .flatMap(([, someone, paper]) => told(someone, paper))
      .map(({ message, mend }) => message + mend);
    expect(words.length).toBeGreaterThan(8);
    expect(words.join()).not.toMatch(/样例甲|样例家属|样例柜子/);
    for (const one of words) expect(one).toMatch(/^[^：]+：现在是.+，应当是.+。/);
  });
});

describe('a story of someone who died', () => {
  const someone: Person = { id: 'jia', sample: false, name: '样例甲', age_band: 'adult', role: '干部', died: '2020' };
  const story = fictionalStory('x', { people: ['样例甲'], title: '样例甲' });
  const words = (...papers: Consent[]) =>
    clearingOf(story, recordsOf([someone], papers), TODAY).holds.map((hold) => holdWords(hold, 'x'));

  it('waits for kin, and says whom to ask', () => {
    expect(words()).toMatchObject([
      {
        text: '样例甲的事迹、姓名不能用：已去世，没有近亲属签字。',
        mend: '找近亲属签：先是配偶、子女、父母，有一位签就行；他们都不在了，再找兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。签好的记下来：npm run new:consent；没有授权也要发，就在稿头的 fallbacks 里写明样例甲用什么化名、照片放不放。',
      },
    ]);
    expect(refusalWords('no-kin', 'name', 'site')).toBe('已去世，没有近亲属签字');
  });

  it('asks kin, not the dead, to sign again', () => {
    const kin = { name: '样例家属', relation: '妻子' };
    const over = words(consent('jia', { kin, until: '2026-05-01' }));
    expect(over[0]?.mend).toMatch(/^请近亲属续签，/);
    expect(words(consent('jia', { kin, scope: ['story'] }))[0]?.mend).toMatch(/^请近亲属在授权书上补上“姓名”/);
    expect(words(consent('jia', { kin, withdrawn: '2026-05-01' }))[0]?.mend).toMatch(/^近亲属不同意了：/);
    expect(words(consent('jia', { kin }))).toEqual([]);
  });
});
