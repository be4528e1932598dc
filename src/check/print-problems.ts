import { relative } from 'node:path';
import { printable } from '#format/printable.ts';
import type { Problem } from './finding.ts';

const WORDS = { error: '错误', warning: '提醒' } as const;

/** Problems as a person reads them: by file, files with errors first; then counts and what to do next. */
export function problemsAsText(problems: readonly Problem[], contentDir: string, cwd = process.cwd()): string {
  const folder = relative(cwd, contentDir) || '.';
  const shownFolder = folder.startsWith('..') ? contentDir : folder;
  const errors = problems.filter((p) => p.severity === 'error').length;
  const warnings = problems.length - errors;
  const groups = [...Map.groupBy(problems, (p) => p.file)].toSorted(
    ([, a], [, b]) => Number(b.some((p) => p.severity === 'error')) - Number(a.some((p) => p.severity === 'error')),
  );
  const blocks = groups.map(([file, own]) => {
    const ordered = [...own].sort((a, b) => WORDS_ORDER.indexOf(a.severity) - WORDS_ORDER.indexOf(b.severity));
    const lines = ordered.map(
      (p) => `  ${WORDS[p.severity]}　第${p.line}行第${p.column}列　${p.message}\n        怎么改：${p.mend}`,
    );
    return `${shownFolder}/${file}\n${lines.join('\n')}`;
  });
  return printable([...blocks, summary(errors, warnings)].join('\n\n'));
}

const WORDS_ORDER: readonly Problem['severity'][] = ['error', 'warning'];

function summary(errors: number, warnings: number): string {
  if (errors > 0) {
    const also = warnings > 0 ? `，另有${warnings}个提醒` : '';
    return `共有${errors}个错误${also}。错误没有改完，网站不会生成。\n下一步：按“怎么改”改好上面的文件，再运行 npm run check。`;
  }
  if (warnings > 0)
    return `没有错误，有${warnings}个提醒；提醒不影响生成网站。\n下一步：npm run dev 边改边看，npm run build 生成网站。`;
  return '没有发现问题。\n下一步：npm run dev 边改边看，npm run build 生成网站。';
}

/** Prints problems for a person: to standard error where the run fails because of them, else to standard output. */
export function printProblems(problems: readonly Problem[], contentDir: string): void {
  const text = `${problemsAsText(problems, contentDir)}\n`;
  if (problems.some((p) => p.severity === 'error')) process.stderr.write(text);
  else process.stdout.write(text);
}
