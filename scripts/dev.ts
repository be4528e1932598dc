import { resolve } from 'node:path';
import { dev } from 'astro';
import { printProblems } from '#check/print-problems.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { readingOf, soundContent } from '#site/reading.ts';
import { siteConfig } from '#site/site-config.ts';
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
  const { contentDir: dir, recordsSet: recordsExpected, base } = environment;
  // A story that has not changed is not read and checked again.
  const kept = new Map();
  const read = () => readContent({ ...environment, dir, recordsExpected, samples: true, kept });
  const first = read();
  printProblems(first.problems, dir);
  if (!soundContent(first)) {
    console.error('内容有错，预览没有打开。改好上面的错误，再运行一次 npm run dev。');
    return 1;
  }
  const server = await dev({
    ...siteConfig(readingOf(read, first), { ...environment, samples: true }),
    root: resolve(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'warn',
  });
  console.log(
    `\n■ 预览开好了：\n\nhttp://127.0.0.1:${server.address.port}${base}\n\n  改 content 里的文件，网页会跟着变；Ctrl+C 停下。`,
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
