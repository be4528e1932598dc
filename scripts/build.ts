import { resolve } from 'node:path';
import { readEnvironment } from '#reader/environment.ts';
import { makeSite } from '#site/make-site.ts';
import type { OpenSite } from '#site/publish/open-site.ts';
import { EXIT } from '#site/publish/publish-words.ts';
import { complain } from './terminal/complain.ts';
import { runCommand } from './terminal/run-command.ts';
import { tellBuildTrouble } from './terminal/tell-build-trouble.ts';

const HELP = `生成网站

  npm run build               正式的网站，放在 dist，不带样稿
  npm run build:samples       带样稿的预览，放在 dist-samples，每页标明样稿
  npm run build -- --back     不生成，退回上一版；再来一次，又换回来。上一版里有后来撤回、撤下的，不退
  npm run build -- --adopt    文件夹里是这个程序以前的版本生成的网站，没有记号：认下来，换成新的

环境变量（都可以不写）：
  CONTENT_DIR  内容文件夹，默认 content
  OUT_DIR      放网站的文件夹
  RECORDS_DIR  放人物和授权记录的文件夹，默认是内容文件夹里的 records
  SITE_URL     正式网址，默认用 content/site.yaml 里的
  BASE_PATH    网站放在网址的哪一级，如 /aid/
  SITE_NOW     把哪一刻当作“现在”，如 2026-03-01T08:00:00+08:00

做完了以 0 退出；内容有错、磁盘满了这些是 1，文件夹放不得是 2，另一个生成正在做是 75。`;

const OPTIONS = ['--samples', '--back', '--adopt', '--help'];

/** The site in work: what became of it is told last, whatever went wrong, and then its lock is given back. */
let open: OpenSite | undefined;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say([HELP]);
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown) return complain(`不认识的参数：${unknown}。可用的只有 ${OPTIONS.join('、')}。`, EXIT.refused);
  const projectFolder = resolve(import.meta.dirname, '..');
  const order = {
    environment: readEnvironment(process.env, process.cwd()),
    projectFolder,
    keptFolder: resolve(projectFolder, '.cache', 'kept'),
    samples: args.includes('--samples'),
    back: args.includes('--back'),
    adopt: args.includes('--adopt'),
  };
  const { code, words } = await makeSite(order, (site) => (open = site));
  return code === 0 ? say(words) : complain(words.join('\n'), code);
}

function say(lines: readonly string[]): number {
  for (const line of lines) console.log(line);
  return 0;
}

// A lock that cannot be given back is given up when this process ends.
process.once('exit', () => {
  try {
    open?.close();
  } catch {}
});
await runCommand(main, (error) => tellBuildTrouble(error, open));
