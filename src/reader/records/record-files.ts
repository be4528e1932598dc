import { statSync } from 'node:fs';
import type { Finding } from '#check/finding.ts';
import { ContentFiles } from '../content-files.ts';
import { inRecordWords } from './record-words.ts';
import { withheld } from './withheld.ts';

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
      const message = '文件夹读不出来：现在打不开，应当是一个能读的文件夹。';
      this.report(folder, 'unreadable-folder', message, '看看有没有读它的权限，磁盘是不是接上了。');
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
