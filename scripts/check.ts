import { statSync } from 'node:fs';
import { problemsAsText } from '#check/print-problems.ts';
import { standingsAsText } from '#desk/review/standings-as-text.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';

/** `npm run check`: tells everything that is wrong with the content, at once and in Chinese. */
const HELP = `检查内容：把 content/ 里的全部问题一次列出来，每一个都写明文件、行、列和怎么改。

用法：npm run check
　　　npm run check -- 选项

选项
  --json         只在标准输出上打印一个 JSON 数组，给别的程序用；没有问题时打印 []
  --samples      连样稿一起检查（本来就是这样）
  --no-samples   不检查样稿
  --help         显示这段说明

环境变量
  CONTENT_DIR    内容文件夹，不写就是 content
  RECORDS_DIR    人物和授权记录的文件夹，不写就是内容文件夹里的 records
  SITE_NOW       当作“现在”的时间，例如 2026-03-01 或 2026-03-01T08:00:00+08:00；不写就是电脑上的时间

结果
  0  没有错误（可能有提醒，提醒不影响生成网站）
  1  有错误，网站不会生成；或者磁盘坏了、没有权限这些，检查没有做完
  2  命令本身写错了，没有检查`;

const OPTIONS = ['--json', '--samples', '--no-samples', '--help'];

function refuse(message: string): number {
  process.stderr.write(`${message}\n要看说明：npm run check -- --help\n`);
  return 2;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function main(args: readonly string[]): number {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) return refuse(`不认识“${unknown}”这个选项；能用的有：${OPTIONS.join('、')}。`);
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const { contentDir, recordsDir, recordsSet, now } = readEnvironment(process.env, process.cwd());
  if (!isFolder(contentDir)) {
    return refuse(`找不到内容文件夹：${contentDir}\n请核对 CONTENT_DIR；不设它就用当前文件夹下的 content。`);
  }
  const samples = !args.includes('--no-samples');
  const { problems, standings, changes } = readContent({
    dir: contentDir,
    recordsDir,
    recordsExpected: recordsSet,
    samples,
    now,
  });
  const text = args.includes('--json')
    ? JSON.stringify(problems, null, 2)
    : `${problemsAsText(problems, contentDir)}\n\n${standingsAsText(standings, changes)}`;
  process.stdout.write(`${text}\n`);
  return problems.some((p) => p.severity === 'error') ? 1 : 0;
}

await runCommand(main, (error) => {
  if (error instanceof EnvironmentError) return refuse(error.message);
  process.stderr.write(
    `${failureWords(error, { failed: '检查没有做完', untouched: '检查只读不写，什么也没有动。' })}\n`,
  );
  return 1;
});
