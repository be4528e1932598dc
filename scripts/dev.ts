import { resolve } from 'node:path';
import { dev } from 'astro';
import { printProblems } from '#check/print-problems.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';

const HELP = `边改边看：改 content 里的文件，网页跟着变

  npm run dev              在本机打开预览，带样稿；Ctrl+C 停下`;

/** Checks first: a content that is broken at the start would stop the preview with one English line. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const environment = readEnvironment(process.env, process.cwd());
  const { content, problems } = readContent({
    ...environment,
    dir: environment.contentDir,
    recordsExpected: environment.recordsSet,
    samples: true,
  });
  printProblems(problems, environment.contentDir);
  if (!content || problems.some((p) => p.severity === 'error')) {
    console.error('内容有错，预览没有打开。改好上面的错误，再运行一次 npm run dev。');
    return 1;
  }
  process.env['SAMPLES'] = '1';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const server = await dev({ root: resolve(import.meta.dirname, '..'), logLevel: 'warn' });
  console.log(
    `\n■ 预览开好了：\n\nhttp://127.0.0.1:${server.address.port}${environment.base}\n\n  改 content 里的文件，网页会跟着变；Ctrl+C 停下。`,
  );
  return 0;
}

await runCommand(main, (error) => {
  const words =
    error instanceof EnvironmentError
      ? error.message
      : failureWords(error, { failed: '预览停了', untouched: '内容没有动。' });
  console.error(words);
  return error instanceof EnvironmentError ? 2 : 1;
});
