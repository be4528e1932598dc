import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { childEnvironment, projectFolder, projectNode } from '../setup/install.mjs';
import { failureWords } from '../terminal/failure-words.ts';
import { runVisibly } from '../terminal/run-visibly.mjs';
import { serveFolder } from './serve-folder.ts';

/** Second half of `npm start`, under the project's own Node: builds with samples and serves the result. */
const DEFAULT_PORT = 4321;

function wishedPort(): number {
  const text = process.env.PORT;
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.log(`  PORT 写的是“${text}”，不是 0 到 65535 之间的整数，改用 ${DEFAULT_PORT}。`);
  return DEFAULT_PORT;
}

async function main(): Promise<number> {
  console.log('■ 生成网站（带样稿，只给自己看）');
  const environment = childEnvironment();
  const code = await runVisibly('生成网站', projectNode, ['scripts/build.ts', '--samples'], { env: environment });
  const site = resolve(projectFolder, environment.OUT_DIR || 'dist-samples');
  if (code === 130) return code;
  if (code !== 0 || !existsSync(join(site, 'index.html'))) {
    console.error('\n网站没有生成。请按上面的提示改好，再运行一次 npm start。');
    return code === 0 ? 1 : code;
  }
  const served = await serveFolder({ folder: site, port: wishedPort(), base: environment.BASE_PATH ?? '/' }).catch(
    (error: unknown) =>
      console.error(
        `\n${failureWords(error, { failed: '没有可用的端口', untouched: '请换一个：PORT=8080 npm start' })}`,
      ),
  );
  if (!served) return 1;
  console.log(`
■ 网站开好了，请用浏览器打开：

${served.url}

  停下来：在这个窗口里按 Ctrl+C
  边改边看：npm run dev
  检查内容：npm run check
  正式生成：npm run build（结果在 dist 文件夹，不带样稿）
`);
  await new Promise<void>((stop) => {
    // `on`, not `once`: Ctrl+C reaches us twice, from the terminal and passed on by the parent.
    process.on('SIGINT', () => stop());
    process.on('SIGTERM', () => stop());
  });
  await served.close();
  console.log('\n已停止。再看一次：npm start');
  return 0;
}

process.exitCode = await main();
