import { type Consent, TOLD } from '#domain/people/consent/consent.ts';
import { didYouMean } from '#domain/search/nearest.ts';
import { type Finding, finding, shown } from '../../finding.ts';
import { fileOfConsent, type RecordRule } from './draft.ts';

/** Every paper is somebody's. */
export const unknownPeople: RecordRule = ({ consents, knownPeople }) =>
  consents.flatMap((paper): Finding[] => {
    if (knownPeople.has(paper.person)) return [];
    const near = didYouMean(paper.person, knownPeople);
    const build = `先建好 people/${paper.person}.yaml`;
    return [
      finding({
        file: fileOfConsent(paper),
        path: ['person'],
        code: 'unknown-person',
        what: '没有这个人的记录',
        found: shown(paper.person),
        expected: 'people/ 里一个文件的名字（不带 .yaml）',
        mend: near ? `${near}不是的话，${build}。` : `${build}，或者改成 people/ 里有的。`,
      }),
    ];
  });

/** The days of a paper follow each other, and it was signed already. */
export const daysOfPapers: RecordRule = ({ consents, today }) =>
  consents.flatMap((paper): Finding[] => {
    const { signed, until, withdrawn } = paper;
    const file = fileOfConsent(paper);
    const expected = `不早于签字的 ${signed}`;
    const found: Finding[] = [];
    if (until < signed) {
      const mend = '对照授权书，改正 until 或者 signed。';
      const words = { what: '到期比签字还早', found: shown(until), expected, mend };
      found.push(finding({ file, path: ['until'], code: 'until-before-signed', ...words }));
    }
    if (withdrawn !== undefined && withdrawn < signed) {
      const mend = '改正 withdrawn（撤回的日子）或者 signed。撤回的是以前的一份，就写在那一份里。';
      const words = { what: '撤回比签字还早', found: shown(withdrawn), expected, mend };
      found.push(finding({ file, path: ['withdrawn'], code: 'withdrawn-before-signed', ...words }));
    }
    // A sample may be dated later than a day that is tried out.
    if (signed > today && !paper.sample) {
      const words = {
        what: '签字的日子还没有到，授权书还不算数',
        found: shown(signed),
        expected: `不晚于今天（${today}）`,
        mend: '对照授权书改正 signed；今天的日期由 SITE_NOW 指定，不指定就是电脑上的今天。',
      };
      found.push(finding({ file, path: ['signed'], severity: 'warning', code: 'signed-in-future', ...words }));
    }
    return found;
  });

const LISTS = ['scope', 'channels', 'told'] as const satisfies readonly (keyof Consent)[];

/** A word twice in a list was perhaps to be another one. */
export const listedTwice: RecordRule = ({ consents }) =>
  consents.flatMap((paper) =>
    LISTS.flatMap((key) => {
      const words: readonly string[] = paper[key] ?? [];
      return words.flatMap((word, at): Finding[] => {
        if (words.indexOf(word) === at) return [];
        const most = key === 'told' ? `，一共是${TOLD.length}项` : '';
        return [
          finding({
            file: fileOfConsent(paper),
            path: [key, at],
            severity: 'warning',
            code: 'listed-twice',
            what: '同一个词写了两次',
            found: `“${word}”又出现了一次`,
            expected: `每个词只写一次${most}`,
            mend: '对照授权书：多写的删掉，本来是别的词就改成那个词。',
          }),
        ];
      });
    }),
  );
