import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build } from 'astro';
import { printProblems } from '#check/print-problems.ts';
import { printable } from '#format/printable.ts';
import { type Environment, EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import { namesWords } from '#reader/release/names-words.ts';
import { forgetLeftovers, forgetPictures, namesInSite } from '#site/guard/banned-in-site.ts';
import { realFiles } from '#site/publish/file-system.ts';
import { type OpenSite, openSite } from '#site/publish/open-site.ts';
import { thisProcess } from '#site/publish/process-facts.ts';
import {
  carriedLines,
  EXIT,
  publishedLines,
  publishTrouble,
  recoveredLines,
  stateWords,
} from '#site/publish/publish-words.ts';
import type { Shown } from '#site/publish/withdrawn.ts';
import { complain } from './terminal/complain.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';

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
const projectFolder = resolve(import.meta.dirname, '..');

/** The site in work: what became of it is told last, whatever went wrong, and then its lock is given back. */
let open: OpenSite | undefined;

/** Opens the folder of the site, builds aside, and only then switches. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(HELP, 0);
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown) return complain(`不认识的参数：${unknown}。可用的只有 ${OPTIONS.join('、')}。`, EXIT.refused);
  const samples = args.includes('--samples');
  const environment = readEnvironment(process.env, process.cwd());
  const wanted = environment.outDir ?? join(projectFolder, samples ? 'dist-samples' : 'dist');
  const site = openSite(realFiles(), {
    wanted,
    samples,
    adopt: args.includes('--adopt'),
    ownFolder: environment.outDir === null || wanted.startsWith(join(projectFolder, '.cache') + sep),
    kept: { projectFolder, contentDir: environment.contentDir, recordsDir: environment.recordsDir },
    me: thisProcess(),
    clock: () => new Date(),
  });
  open = site;
  for (const line of recoveredLines(site.recovered)) console.log(line);
  return args.includes('--back') ? goBack(site, environment, samples) : buildInto(site, environment, samples);
}

/** Without records nobody is known to have withdrawn: what was built with them must not be built over without. */
const NO_RECORDS = `没有生成网站：原来的网站是照着人物和授权记录生成的，这一次一条记录也没有找到，谁撤回过都看不出来。
看看 RECORDS_DIR 写了没有、写得对不对，磁盘是不是接上了；记录真的都不要了的，先把网站的文件夹清空，再生成。`;

/** What the content says may be shown. */
const shownOf = ({ content, banned }: ReadResult): Shown => ({
  ...banned,
  stories: (content?.stories ?? []).map(({ id }) => id),
});

function read(environment: Environment, samples: boolean): ReadResult {
  console.log('■ 检查内容');
  const result = readContent({
    ...environment,
    dir: environment.contentDir,
    recordsExpected: environment.recordsSet,
    samples,
  });
  printProblems(result.problems, environment.contentDir);
  return result;
}

const isSound = ({ content, problems }: ReadResult) =>
  content !== null && !problems.some(({ severity }) => severity === 'error');

async function buildInto(site: OpenSite, environment: Environment, samples: boolean): Promise<number> {
  const before = fingerprint(environment);
  const result = read(environment, samples);
  const { content, banned, records } = result;
  if (!content || !isSound(result)) {
    return complain(`没有生成网站。${stateWords(site)}改好上面的错误，再运行一次。`, EXIT.failed);
  }
  const { standing } = site;
  if (standing.kind === 'ours' && standing.manifest.records && !records.people.some(({ sample }) => !sample)) {
    return complain(`${NO_RECORDS}\n${stateWords(site)}`, EXIT.failed);
  }
  site.forgetWithdrawn(shownOf(result));
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
  const from = process.cwd();
  process.chdir(projectFolder);
  try {
    // Its own lines are English, and for whoever mends the program; what fails comes back as an error all the same.
    await build({ root: projectFolder, logLevel: process.env['DEBUG'] ? 'warn' : 'silent' });
    // Whoever withdrew while we built must not wait for the next build.
    const now = fingerprint(environment) === before ? result : read(environment, samples);
    if (!isSound(now) || withdrawnSince(result, now)) {
      return complain(`生成的时候内容或者记录改了，这一次没有换上去。${stateWords(site)}请再运行一次。`, EXIT.tryAgain);
    }
    const shown = shownOf(now);
    const found = namesInSite(aside, shown.names);
    if (found.length > 0)
      return complain(`${namesWords(found, environment.contentDir)}\n${stateWords(site)}`, EXIT.failed);
    const facts = {
      programme: content.site.name,
      samples,
      records: records.people.some(({ sample }) => !sample),
      stories: shownOf(result).stories.slice(),
    };
    const published = site.publish(aside, facts, shown);
    const place = relative(from, site.target.wanted) || site.target.wanted;
    const pages = readdirSync(aside, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const line of [
      `■ 好了：${pages}页，用了${seconds}秒，在 ${printable(place)}`,
      ...publishedLines(published),
      samples ? '  这是预览，带样稿，不要放到网上。' : '  把这个文件夹整个放到网站服务器上即可。',
    ]) {
      console.log(line);
    }
    return 0;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(`${aside}-astro`, { recursive: true, force: true });
  }
}

/** Shows the release before again, where nothing in it was withdrawn. */
function goBack(site: OpenSite, environment: Environment, samples: boolean): number {
  const result = read(environment, samples);
  if (!isSound(result)) {
    return complain(
      `没有退回上一版：内容里有错误，看不出后来有谁撤回。${stateWords(site)}改好上面的错误，再运行一次。`,
      EXIT.failed,
    );
  }
  const carried = site.goBack(shownOf(result));
  console.log(`■ 好了：退回了上一版，在 ${printable(site.target.wanted)}`);
  for (const line of carriedLines(carried)) console.log(line);
  return say('  再运行一次 npm run build，又是按现在的内容生成的；有定时生成的，先停下来。', 0);
}

/** Files of content and records with their sizes and times: what tells that something may have changed. */
function fingerprint({ contentDir, recordsDir }: Environment): string {
  return [contentDir, recordsDir].flatMap((folder) => timesIn(`${folder}${sep}`)).join('\n');
}

/** Links are not followed: what they lead to is not read either. */
function timesIn(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  if (!found) return [];
  if (!found.isDirectory()) return [`${path} ${found.ino} ${found.size} ${found.mtimeNs}`];
  return readdirSync(path).flatMap((name) => timesIn(join(path, name)));
}

/** Whether something may not be shown any more that the built site may hold. */
function withdrawnSince(built: ReadResult, now: ReadResult): boolean {
  const [before, after] = [shownOf(built), shownOf(now)];
  const grown = (mine: readonly string[], theirs: readonly string[]) => theirs.some((one) => !mine.includes(one));
  return (
    grown(before.names, after.names) || grown(before.pictures, after.pictures) || grown(after.stories, before.stories)
  );
}

/** Tells of an error what a clerk can do about it, and what became of the site that was there. Returns the exit code. */
function tellTrouble(error: unknown): number {
  if (error instanceof EnvironmentError) return complain(error.message, EXIT.refused);
  const state = open ? stateWords(open) : '没有开始生成，什么也没有动。';
  const known = publishTrouble(error);
  if (known) return complain(open ? `${known.text}\n${state}` : known.text, known.code);
  // Astro runs the making of pictures in a module world of its own, where the class is another: its name is the same.
  if (error instanceof Error && error.name === 'PictureError')
    return complain(`${error.message}\n${state}`, EXIT.failed);
  return complain(failureWords(error, { failed: '没有生成网站', untouched: state }), EXIT.failed);
}

/** A lock that cannot be given back is given up when this process ends. */
function closeQuietly(): void {
  try {
    open?.close();
  } catch {}
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

process.once('exit', closeQuietly);
await runCommand(main, tellTrouble);
