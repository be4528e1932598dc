import { type Finding, finding as makeFinding } from '#check/finding.ts';

const DAYS: readonly string[] = ['signed', 'until', 'withdrawn'];

/** How to mend what is special to records: days are given with their form. */
export function inRecordWords(finding: Finding): Finding {
  const { path, code } = finding;
  const key = String(path[0] ?? '');
  if (DAYS.includes(key) && (code === 'not-a-text' || code === 'bad-date')) {
    const left = key === 'withdrawn' ? '；没有撤回就把这一行整行删掉' : '';
    const last = key === 'until' ? '；没有期限的，和签字的人商定一个日子' : '';
    return { ...finding, mend: `写成 年-月-日，例如 2026-03-01${left}${last}。` };
  }
  if (key === 'died') {
    const words = {
      code: 'bad-died',
      what: '去世的日子写法不对',
      expected: '带引号的 年-月-日、年-月 或者 年，什么都不知道写 true',
    };
    const again = "例如 died: '2019-08-02'、died: '2019'；没有去世就把这一行整行删掉。";
    return makeFinding({ ...finding, ...words, mend: again });
  }
  if (key === 'person' && code === 'bad-id') {
    return { ...finding, mend: '写 people/ 里那个人的文件名，不带 .yaml；不写名字。' };
  }
  return finding;
}
