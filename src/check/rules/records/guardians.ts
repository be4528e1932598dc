import type { Consent } from '#domain/people/consent/consent.ts';
import { guardianDefects, signedByChild, TOLD_WORDS, untold } from '#domain/people/consent/guardian.ts';
import { isKinOfAdult, signedInLife } from '#domain/people/consent/kin.ts';
import { isMinor, type Person } from '#domain/people/consent/person.ts';
import { type Finding, finding } from '../../finding.ts';
import { fileOfConsent, type RecordDraft, type RecordRule, standing } from './draft.ts';

type Words = Pick<Finding, 'path' | 'code' | 'found' | 'expected' | 'mend'> & { readonly what: string };

/** What a minor's paper lacks, as far as no other rule tells it. */
function lacking(person: Person, paper: Consent): Words[] {
  const young = person.age_band === 'under-14';
  const who = young ? '不满14岁的孩子' : '14—17岁的人';
  return guardianDefects(person, paper).flatMap((defect): Words[] => {
    if (defect === 'no-guardian') {
      if (paper.guardian) return [];
      const mend = '请监护人签字，再加上 guardian，下面写 name（监护人姓名）和 relation（关系）。';
      const expected = `${who}由监护人签字`;
      const what = '没有监护人，授权书不算数';
      return [{ path: ['guardian'], code: 'minor-without-guardian', what, found: '没有写', expected, mend }];
    }
    if (defect === 'not-told') {
      const items = untold(paper);
      const found = `少了${items.map((item) => `${item}（${TOLD_WORDS[item]}）`).join('、')}`;
      const expected = '六件事都告诉过监护人';
      const mend = `补告诉监护人这些事，再把 ${items.join('、')} 加到 told 里。没有告诉过的不要写。`;
      const what = '该告诉监护人的事没有说全，授权书不算数';
      return [{ path: ['told'], code: 'guardian-not-told', what, found, expected, mend }];
    }
    const refusal = defect === 'no-refusal-offered';
    const key = refusal ? 'refusal_offered' : 'separate';
    return [
      {
        path: [key],
        code: refusal ? 'refusal-not-offered' : 'not-separate',
        what: refusal ? '没有告诉监护人可以不同意，授权书不算数' : '同意不是单独签的，授权书不算数',
        found: paper[key] === undefined ? '没有写' : 'false',
        expected: 'true',
        mend: refusal
          ? '告诉监护人不同意也可以、孩子不会因此受影响，再写 refusal_offered: true。'
          : '请监护人单独签一份同意书，不和别的事写在一起，再写 separate: true。',
      },
    ];
  });
}

const owners = ({ people }: RecordDraft) => new Map(people.map((person) => [person.id, person]));

/** A minor's paper holds only as the law asks: told paper by paper what it lacks. */
export const papersOfMinors: RecordRule = (draft) => {
  const people = owners(draft);
  return standing(draft).flatMap((paper) => {
    const person = people.get(paper.person);
    // For the dead kin sign; what was signed in life is asked what was asked then.
    const asked = person && (person.died === undefined || signedInLife(person, paper));
    const words = asked ? lacking(person, paper) : [];
    return words.map((one) => finding({ ...one, file: fileOfConsent(paper), severity: 'warning' }));
  });
};

/** A guardian is someone else, and only minors have one. */
export const guardians: RecordRule = (draft) => {
  const people = owners(draft);
  const current = new Set(standing(draft));
  return draft.consents.flatMap((paper): Finding[] => {
    const person = people.get(paper.person);
    if (!person || !paper.guardian) return [];
    const file = fileOfConsent(paper);
    if (isMinor(person) && signedByChild(person, paper)) {
      const words = { what: '监护人和孩子是同一个名字', found: '孩子自己的名字', expected: '监护人的名字' };
      const mend = '对照授权书，写上签字的监护人；孩子自己签的不算数。';
      return [finding({ file, path: ['guardian', 'name'], code: 'guardian-is-child', ...words, mend })];
    }
    if (person.age_band !== 'adult' || person.died !== undefined || !current.has(paper)) return [];
    if (isKinOfAdult(paper.guardian.relation)) return [];
    return [
      finding({
        file,
        path: ['guardian'],
        on: 'key',
        severity: 'warning',
        code: 'guardian-of-adult',
        what: '成年人的授权书写了监护人',
        found: '有 guardian',
        expected: '成年人自己签字，没有 guardian',
        mend: `删掉 guardian；其实没有成年的，改 people/${person.id}.yaml 里的 age_band；刚成年的，请本人重签一份；本人已去世、由近亲属签的，把 guardian 改成 kin，再在 people/${person.id}.yaml 里加上 died。`,
      }),
    ];
  });
};

/** A collective consents to nothing: its paper protects nobody and may be meant for someone in it. */
export const papersOfCollectives: RecordRule = (draft) => {
  const people = owners(draft);
  return draft.consents.flatMap((paper): Finding[] => {
    if (people.get(paper.person)?.age_band !== 'collective') return [];
    return [
      finding({
        file: fileOfConsent(paper),
        path: ['person'],
        severity: 'warning',
        code: 'consent-of-collective',
        what: '集体不用授权书',
        found: `${paper.person} 是集体`,
        expected: '一个人的 id',
        mend: '是集体里某个人签的，就给这个人建一份 people/ 记录，person 改成他；不是就删掉这个文件。',
      }),
    ];
  });
};
