import type { Consent } from '#domain/people/consent/consent.ts';
import { isKinOfAdult, kinDefects, kinRank, signedByTheDead, signedTooEarly } from '#domain/people/consent/kin.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { type Finding, type FindingParts, finding, shown } from '../../finding.ts';
import { fileOfConsent, fileOfPerson, type RecordRule, standing } from './draft.ts';

const CLOSEST_WORDS = '配偶、子女、父母';
const FURTHER_WORDS = '兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女';

/** The kin of someone are named as kin, whatever word the form had for whoever signs. */
export const kinWrittenAsGuardians: RecordRule = (draft) => {
  const people = new Map(draft.people.map((person) => [person.id, person]));
  return standing(draft).flatMap((paper): Finding[] => {
    const person = people.get(paper.person);
    if (!person || !paper.guardian || paper.kin || person.age_band === 'collective') return [];
    const dead = person.died !== undefined && kinDefects(person, paper).length > 0;
    const kinOfAdult =
      person.died === undefined && person.age_band === 'adult' && isKinOfAdult(paper.guardian.relation);
    if (!dead && !kinOfAdult) return [];
    const also = `再在 people/${person.id}.yaml 里加一行 died: '去世的日子'（不知道哪一天，写 '2019' 或者 true）`;
    const living = `；人还在的，删掉 guardian，请本人签`;
    return [
      finding({
        file: fileOfConsent(paper),
        path: ['guardian'],
        on: 'key',
        severity: 'warning',
        code: 'kin-written-as-guardian',
        what: dead ? '近亲属写成了监护人，授权书不算数' : '成年人的配偶、子女写成了监护人',
        found: '有 guardian',
        expected: '替去世的人签的近亲属写在 kin 里；监护人只替没有成年的人签',
        mend: `本人已去世、由近亲属签的，把 guardian 改成 kin，name 和 relation 照旧${dead ? '' : `，${also}${living}`}。`,
      }),
    ];
  });
};

/** What is wrong with the kin on a paper, the gravest alone. */
function wrongKin(person: Person, paper: Consent): FindingParts | null {
  const { kin } = paper;
  if (!kin) return null;
  const base = { file: fileOfConsent(paper), path: ['kin'] };
  if (person.died === undefined) {
    return {
      ...base,
      on: 'key',
      code: 'kin-of-living',
      what: '授权书是近亲属签的，而本人没有去世',
      found: '有 kin',
      expected: '本人签字；没有成年的写 guardian',
      mend: `本人已去世的，在 people/${person.id}.yaml 里加一行 died: '去世的日子'（不知道哪一天，写 '2019' 或者 true）；人还在的，删掉 kin，请本人签。`,
    };
  }
  if (paper.guardian) {
    const expected = '一张授权书一个人签';
    const mend = '对照授权书：本人去世以后近亲属签的，删掉 guardian；生前监护人签的，删掉 kin。';
    return {
      ...base,
      on: 'key',
      code: 'kin-and-guardian',
      what: '监护人和近亲属都写了',
      found: '两个都有',
      expected,
      mend,
    };
  }
  if (signedByTheDead(person, paper)) {
    const words = { what: '近亲属和去世的人是同一个名字', found: '去世的人自己的名字', expected: '签字的人的名字' };
    const mend = '对照授权书，写上签字的近亲属；生前本人签的，删掉 kin。';
    return { ...base, path: ['kin', 'name'], code: 'kin-is-the-dead', ...words, mend };
  }
  if (kinRank(kin.relation) === null) {
    return {
      ...base,
      path: ['kin', 'relation'],
      code: 'not-next-of-kin',
      what: '签字的不是近亲属',
      found: shown(kin.relation),
      expected: `和去世的人的关系：${CLOSEST_WORDS}（妻子、丈夫、儿子、女儿、父亲、母亲都行）；他们都不在了，才是${FURTHER_WORDS}`,
      mend: '写签字的人是去世的人的什么人；别的亲戚、同事、单位签的不算，请近亲属另签一张。',
    };
  }
  return null;
}

/** Only next of kin sign for someone who died, and for nobody else. */
export const kinOfTheDead: RecordRule = ({ people, consents }) => {
  const byId = new Map(people.map((person) => [person.id, person]));
  return consents.flatMap((paper): Finding[] => {
    const person = byId.get(paper.person);
    const wrong = person && person.age_band !== 'collective' ? wrongKin(person, paper) : null;
    return wrong ? [finding(wrong)] : [];
  });
};

/** What a paper on someone who died still lacks: who signed it cannot be told, or somebody closer has to be asked. */
export const papersOfTheDead: RecordRule = (draft) => {
  const people = new Map(draft.people.map((person) => [person.id, person]));
  return standing(draft).flatMap((paper): Finding[] => {
    const person = people.get(paper.person);
    if (!person || person.died === undefined || person.age_band === 'collective') return [];
    const base = { file: fileOfConsent(paper), path: ['kin'], severity: 'warning' } as const;
    if (signedTooEarly(person, paper)) {
      const words = {
        what: '近亲属签字比去世还早，授权书不算数',
        found: `${paper.signed} 签的`,
        expected: '去世以后签的',
      };
      const mend = `对照授权书改正 signed；日子没有错的，改正 people/${person.id}.yaml 里的 died，或者请近亲属另签一张。`;
      return [finding({ ...base, path: ['signed'], code: 'kin-before-death', ...words, mend })];
    }
    const [defect] = kinDefects(person, paper);
    if (defect === 'no-kin' && paper.kin === undefined && paper.guardian === undefined) {
      const mend = `近亲属签的，加上 kin，下面写 name（姓名）和 relation（关系：${CLOSEST_WORDS}；他们都不在了才是别的近亲属）。本人生前签的，把 people/${person.id}.yaml 里的 died 写到哪一天，看得出签字在前。`;
      const expected = '去世以后由近亲属签字，或者看得出是生前签的';
      const what = '人已去世，授权书是谁签的看不出来，不算数';
      return [finding({ ...base, code: 'dead-without-kin', what, found: '没有写', expected, mend })];
    }
    if (defect === 'closer-kin-first') {
      const mend = `先问${CLOSEST_WORDS}，有一位签就行；他们都不在了，在 kin 里加一项 none_closer: true。`;
      const words = { what: '签字的不是最近的亲属，授权书不算数', found: '没有写 none_closer: true' };
      return [finding({ ...base, code: 'closer-kin-first', ...words, expected: `${CLOSEST_WORDS}签字`, mend })];
    }
    return [];
  });
};

/** A day of death that is still to come, and a collective that died. */
export const deaths: RecordRule = ({ people, today }) =>
  people.flatMap((person): Finding[] => {
    const { died, sample } = person;
    if (died === undefined) return [];
    const base = { file: fileOfPerson(person), path: ['died'] };
    if (person.age_band === 'collective') {
      const words = { what: '集体没有去世这一项', found: '有 died', expected: '没有这一行' };
      const mend = '删掉 died；是一个人的，把 age_band 改成他的年龄段。';
      return [finding({ ...base, on: 'key', code: 'died-of-collective', ...words, mend })];
    }
    if (died === true || died.slice(0, 10) <= today.slice(0, died.length) || sample) return [];
    const words = { what: '去世的日子还没有到', found: shown(died), expected: `不晚于今天（${today}）` };
    const mend = '改正 died；今天的日期由 SITE_NOW 指定，不指定就是电脑上的今天。';
    return [finding({ ...base, code: 'died-in-future', ...words, mend })];
  });
