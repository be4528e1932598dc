import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { EnvironmentError, readEnvironment } from './lib/environment.ts';
import { printProblems } from './lib/print-problems.ts';
import { readContent } from './lib/read-content.ts';
import { forgetLeftovers, forgetPictures, namesInSite } from './lib/release/banned-in-site.ts';
import { replaceFolder, whyNotReplace } from './lib/replace-folder.ts';

const HELP = `生成网站

  npm run build            正式的网站，放在 dist，不带样稿
  npm run build:samples    带样稿的预览，放在 dist-samples，每页标明样稿

环境变量（都可以不写）：
  CONTENT_DIR  内容文件夹，默认 content
  OUT_DIR      放网站的文件夹
  RECORDS_DIR  放人物和授权记录的文件夹，默认是内容文件夹里的 records
  SITE_URL     正式网址，默认用 content/site.yaml 里的
  BASE_PATH    网站放在网址的哪一级，如 /aid/
  SITE_NOW     把哪一刻当作“现在”，如 2026-03-01T08:00:00+08:00`;

const projectFolder = resolve(import.meta.dirname, '..');

/** Checks, builds aside, and only then puts the new site in place of the old. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(HELP, 0);
  const unknown = args.find((arg) => arg !== '--samples');
  if (unknown) return complain(`不认识的参数：${unknown}。可用的只有 --samples 和 --help。`, 2);
  const samples = args.includes('--samples');
  const environment = readEnvironment(process.env, process.cwd());
  const target = environment.outDir ?? join(projectFolder, samples ? 'dist-samples' : 'dist');
  const keep = [projectFolder, environment.contentDir];
  const reason = whyNotReplace(target, keep);
  if (reason) return complain(reason, 2);

  console.log('■ 检查内容');
  const { content, problems, banned } = readContent({ ...environment, dir: environment.contentDir, samples });
  printProblems(problems, environment.contentDir);
  if (!content || problems.some((p) => p.severity === 'error')) {
    return complain(
      `没有生成网站。${existsSync(target) ? `原来的网站 ${target} 没有动。` : ''}改好上面的错误，再运行一次。`,
      1,
    );
  }

  forgetLeftovers(projectFolder);
  forgetPictures(join(projectFolder, '.cache', 'pictures'), banned.pictures);
  console.log('■ 生成网页，约半分钟……');
  const started = performance.now();
  const aside = join(projectFolder, '.cache', `build-${process.pid}`);
  Object.assign(process.env, {
    SAMPLES: samples ? '1' : '0',
    // The folders count from where the command was typed, not from the project.
    CONTENT_DIR: environment.contentDir,
    RECORDS_DIR: environment.recordsDir,
    BUILD_DIR: aside,
    CACHE_DIR: `${aside}-astro`,
    // One clock for the whole build: every page must see the same now.
    SITE_NOW: environment.now.toISOString(),
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  process.chdir(projectFolder);
  try {
    await build({ root: projectFolder, logLevel: 'warn' });
    const shown = namesInSite(aside, banned.names);
    if (shown.length > 0) return complain(namesWords(shown), 1);
    replaceFolder(aside, target);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(`${aside}-astro`, { recursive: true, force: true });
  }
  const pages = readdirSync(target, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const place = relative(process.cwd(), target) || target;
  return say(
    `■ 好了：${pages}页，用了${seconds}秒，在 ${place}\n  ${samples ? '这是预览，带样稿，不要放到网上。' : '把这个文件夹整个放到网站服务器上即可。'}`,
    0,
  );
}

/** A name that nobody may see got into a page by a way the rules do not know: the old site stays, nothing of it ships. */
function namesWords(shown: readonly { name: string; file: string }[]): string {
  const lines = shown.slice(0, 20).map(({ name, file }) => `  ${name}　在 ${file}`);
  return `没有生成网站，原来的网站没有动：下面的名字没有授权，却出现在网页里（共${shown.length}处）。
${lines.join('\n')}
怎么改：在内容文件夹里找到这个名字，去掉它或者换成化名。若是同名的另一个人，在授权记录 people/ 里这个人的文件上写 namesake 说明。`;
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof EnvironmentError) process.exitCode = complain(error.message, 2);
  // Astro runs the making of pictures in a module world of its own, where the class is another: its name is the same.
  else if (error instanceof Error && error.name === 'PictureError') {
    process.exitCode = complain(`${error.message}\n原来的网站没有动。`, 1);
  } else {
    console.error(`生成网站时程序出错，不是内容的问题：${error instanceof Error ? error.message : error}`);
    if (process.env['DEBUG']) console.error(error);
    console.error('原来的网站没有动。要看细节，在命令前加 DEBUG=1 再运行一次。');
    process.exitCode = 1;
  }
}
