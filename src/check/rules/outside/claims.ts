import { needsCaution } from '#domain/outside/coverage.ts';
import { documentNoun } from '#domain/plan/document-words.ts';
import { type DataPath, type Finding, finding, shown } from '../../finding.ts';
import { valuesIn } from '../../text/numbers.ts';
import { type Draft, fileOfCoverage, fileOfFacts, type Rule } from '../draft.ts';

/** Words by which something of others would be read as a result of the document, or as said by those who publish here. */
function claimWords(draft: Draft): RegExp {
  const noun = draft.document ? documentNoun(draft.document) : '文件';
  return new RegExp(
    [
      `本(?:${RegExp.escape(noun)}|方案|计划|项目|任务|工程)`,
      `(?:这[份个项]|该|上述)(?:${RegExp.escape(noun)}|方案)`,
      `(?:落实|执行|贯彻|完成|超额完成|实施|推进)了?《?${RegExp.escape(noun)}`,
      `按照?${RegExp.escape(noun)}`,
      `${RegExp.escape(noun)}(?:的|所列|规定|下达|安排)[^，。；]{0,12}(?:成果|成效|成绩|完成|实现)`,
      '我们|我省|我市|我县|我委|我会|本站|本网站',
    ].join('|'),
    'u',
  );
}

/** Words of a result of ours. */
function claimed(words: RegExp, file: string, path: DataPath, text: string): Finding[] {
  const found = words.exec(text)?.[0];
  if (found === undefined) return [];
  return [
    finding({
      ...{ file, path, code: 'claimed-as-ours', what: '站外的事写成了本站、本文件的成果' },
      found: `写着“${found}”`,
      expected: '别人说了什么，就写什么',
      mend: '去掉这几个字，写清楚是谁做的；确实是本文件的结果，由执行单位上报，写进 reports/。',
    }),
  ];
}

function valueApart(file: string, id: string, fact: string, value: number | undefined): Finding[] {
  if (value === undefined || valuesIn(fact).some((one) => Math.abs(one - value) < 1e-9)) return [];
  return [
    finding({
      ...{ file, path: [id, 'value'], code: 'value-not-in-sentence', what: '这个数不在句子里' },
      found: `value: ${value}，句子${shown(fact)}`,
      expected: '句子里写着的数',
      mend: '核对来源，改正句子或者 value；句子里没有数，就把 value 和 unit 两行删掉。',
    }),
  ];
}

/** What is told of a year of the document and stands on a project's page is taken for its result where nothing says otherwise. */
function bareOnProject(
  draft: Draft,
  file: string,
  path: DataPath,
  said: {
    readonly date: string | undefined;
    readonly projects?: readonly string[] | undefined;
    readonly caution?: string | undefined;
  },
): Finding[] {
  const { date, caution } = said;
  if (caution !== undefined || !needsCaution(draft.document?.years ?? [], said)) return [];
  return [
    finding({
      ...{
        file,
        path: [...path, 'projects'],
        code: 'needs-caution',
        what: '说的正是文件的年度，又挂在项目上，读者会当成它的成果',
      },
      found: `${shown(date)}的事，没有写 caution`,
      expected: '有一句提醒',
      mend: '加上一行“caution: …”，写明它和项目是什么关系；没有关系，就从 projects 里去掉。',
    }),
  ];
}

/** Nothing of others is told as a result of the document, and numbers are those of their sentences. */
export const outsideClaims: Rule = (draft) => {
  const words = claimWords(draft);
  return [
    ...draft.outside.flatMap(({ place, facts }) => {
      const file = fileOfFacts({ place });
      return Object.entries(facts).flatMap(([id, { fact, value, as_of: date, projects, caution }]) => [
        ...claimed(words, file, [id, 'fact'], fact),
        ...valueApart(file, id, fact, value),
        ...bareOnProject(draft, file, [id], { date, projects, caution }),
      ]);
    }),
    ...draft.coverage.flatMap((report) => {
      const file = fileOfCoverage(report);
      return [...claimed(words, file, ['summary'], report.summary), ...bareOnProject(draft, file, [], report)];
    }),
  ];
};
