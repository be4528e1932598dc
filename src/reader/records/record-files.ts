import { statSync } from 'node:fs';
import { type Finding, finding as makeFinding } from '#check/finding.ts';
import { ContentFiles } from '../content-files.ts';
import { withheld } from './withheld.ts';

const DAYS: readonly string[] = ['signed', 'until', 'withdrawn'];

/** How to mend what is special to records: days are given with their form. */
function inRecordWords(finding: Finding): Finding {
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

/** What lies at a path; null: nothing, or nothing that can be opened. */
export function kindOf(path: string): 'folder' | 'file' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** Reads files of a records folder; what it tells of them holds nobody's name and no place of a paper. */
export class RecordFiles extends ContentFiles {
  override names(folder: string): string[] {
    try {
      return super.names(folder);
    } catch {
      const words = { what: '文件夹读不出来', now: '打不开', should: '是一个能读的文件夹' };
      this.report(folder, { code: 'unreadable-folder', ...words, mend: '看看有没有读它的权限，磁盘是不是接上了。' });
      return [];
    }
  }

  override add(findings: readonly Finding[]): void {
    super.add(findings.map((finding) => inRecordWords(withheld(finding))));
  }

  /** Findings of the rules, which quote nothing private. */
  addOfRules(findings: readonly Finding[]): void {
    super.add(findings);
  }
}
