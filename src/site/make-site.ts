import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'astro';
import { printProblems } from '#check/print-problems.ts';
import type { Content } from '#domain/programme/programme.ts';
import { printable } from '#format/printable.ts';
import type { Environment } from '#reader/environment.ts';
import { type ReadResult, readContent } from '#reader/read-content.ts';
import { namesWords } from '#reader/release/names-in-content.ts';
import { type ClearFiles, forgetLeftovers, forgetPictures, namesInSite } from './guard/banned-in-site.ts';
import { forgetShared, type KeptShared } from './guard/shared-pictures.ts';
import { ClearKept } from './kept/clear-files.ts';
import { engineDigest } from './kept/engine.ts';
import { forgetOthers } from './kept/kept-file.ts';
import { KeptPages, permitsDigest } from './kept/kept-pages.ts';
import { StoriesRead } from './kept/stories-read.ts';
import { forgetKits } from './kits/kept-kits.ts';
import { isLessOpen } from './kits/kits-in-site.ts';
import { realFiles } from './publish/file-system.ts';
import { type OpenSite, openSite } from './publish/open-site.ts';
import { thisProcess } from './publish/process-facts.ts';
import { carriedLines, EXIT, publishedLines, recoveredLines, stateWords } from './publish/publish-words.ts';
import type { Shown } from './publish/withdrawn.ts';
import { readingOnce, soundContent } from './reading.ts';
import { siteConfig } from './site-config.ts';

/** What a build is told. */
export interface Order {
  readonly environment: Environment;
  /** The project's own folder; absolute. */
  readonly projectFolder: string;
  /** Where pages are kept from one build to the next; absolute. May be deleted at any time. */
  readonly keptFolder: string;
  readonly samples: boolean;
  /** Takes over a folder without our mark. */
  readonly adopt: boolean;
  /** Makes nothing: shows the release before again. */
  readonly back: boolean;
}

/** How a build came out: what is to be said, of a failure on standard error, and the exit code. */
export interface Outcome {
  readonly code: number;
  readonly words: readonly string[];
}

/**
 * Opens the folder of the site, builds aside from one reading of the content, and only then switches.
 * @param opened is handed the site in work: who calls closes it, and tells what became of it, whatever goes wrong
 */
export async function makeSite(order: Order, opened: (site: OpenSite) => void): Promise<Outcome> {
  const { environment, projectFolder, samples, adopt, back } = order;
  const wanted = environment.outDir ?? join(projectFolder, samples ? 'dist-samples' : 'dist');
  const site = openSite(realFiles(), {
    wanted,
    samples,
    adopt,
    ownFolder: environment.outDir === null || wanted.startsWith(join(projectFolder, '.cache') + sep),
    kept: { projectFolder, contentDir: environment.contentDir, recordsDir: environment.recordsDir },
    me: thisProcess(),
    clock: () => new Date(),
  });
  opened(site);
  for (const line of recoveredLines(site.recovered)) console.log(line);
  return back ? goBack(site, order) : buildInto(site, order);
}

/** Without records nobody is known to have withdrawn: what was built with them must not be built over without. */
const NO_RECORDS = `没有生成网站：原来的网站是照着人物和授权记录生成的，这一次一条记录也没有找到，谁撤回过都看不出来。
看看 RECORDS_DIR 写了没有、写得对不对，磁盘是不是接上了；记录真的都不要了的，先把网站的文件夹清空，再生成。`;

const failed = (words: string, code: number = EXIT.failed): Outcome => ({ code, words: [words] });

/** What the content says may be shown. */
const shownOf = ({ content, banned }: ReadResult, clear: ClearFiles): Shown => ({
  ...banned,
  stories: (content?.stories ?? []).map(({ id }) => id),
  kits: new Map(
    (content?.stories ?? []).flatMap(({ id, clearance: { press } }) =>
      press.open ? [[id, press.pictures] as const] : [],
    ),
  ),
  clear,
});

function read({ environment, samples }: Order, kept?: StoriesRead): ReadResult {
  console.log('■ 检查内容');
  const { contentDir: dir, recordsSet: recordsExpected } = environment;
  const result = readContent({ ...environment, dir, recordsExpected, samples, ...(kept && { kept }) });
  printProblems(result.problems, dir);
  return result;
}

/** What a build goes by once the content is read. All else that was read is let go: there is more of it than of the site. */
interface Ready {
  /** See `fingerprint`, of the moment before it was read. */
  readonly files: string;
  readonly content: Content;
  readonly shown: Shown;
  /** Whether there are any records of people. */
  readonly records: boolean;
  /** Digests of the program and of what may be shown. */
  readonly engine: string;
  readonly permits: string;
  readonly clear: ClearKept;
  /** Where the pictures are kept that pages are passed on with. */
  readonly shared: KeptShared;
}

/** Reads the content, takes away at once what was withdrawn, and says what the site is made of, or why it is not. */
function makeReady(site: OpenSite, order: Order): Ready | Outcome {
  const { environment, projectFolder, samples } = order;
  const files = fingerprint(environment);
  const engine = engineDigest(projectFolder);
  const settings = { ...environment, samples };
  const stories = new StoriesRead(order.keptFolder, engine, settings);
  const clear = new ClearKept(order.keptFolder, engine, settings);
  const result = read(order, stories);
  const permits = permitsDigest(result, environment.now);
  const cache = join(projectFolder, '.cache');
  // What was withdrawn goes at once, also where an error elsewhere keeps the site from being built.
  forgetOthers(order.keptFolder, permits);
  const shared = forgetShared(join(cache, 'shared'), { result, engine, samples });
  const content = soundContent(result);
  if (!content) return failed(`没有生成网站。${stateWords(site)}改好上面的错误，再运行一次。`);
  const { standing } = site;
  const records = result.records.people.some(({ sample }) => !sample);
  if (standing.kind === 'ours' && standing.manifest.records && !records)
    return failed(`${NO_RECORDS}\n${stateWords(site)}`);
  const shown = shownOf(result, clear);
  site.forgetWithdrawn(shown);
  forgetLeftovers(projectFolder);
  forgetPictures(join(cache, 'pictures'), result.banned.pictures);
  forgetKits(cache, permits);
  stories.keep(content, permits);
  return { files, content, shown, records, engine, permits, clear, shared };
}

async function buildInto(site: OpenSite, order: Order): Promise<Outcome> {
  const ready = makeReady(site, order);
  return 'code' in ready ? ready : buildFrom(ready, site, order);
}

async function buildFrom(ready: Ready, site: OpenSite, order: Order): Promise<Outcome> {
  const { files, content, shown: before, records, engine, permits, clear, shared } = ready;
  const { environment, projectFolder, samples } = order;
  console.log('■ 生成网页，约半分钟……');
  const started = performance.now();
  const aside = join(projectFolder, '.cache', `build-${process.pid}`);
  // What stays as it was comes from what the last build kept.
  const made = new KeptPages(order.keptFolder, { content, settings: { ...environment, samples }, engine, permits });
  try {
    await runAstro(content, order, aside, { pages: made, shared });
    // Whoever withdrew while we built must not wait for the next build.
    const shown = fingerprint(environment) === files ? before : shownNow(order, clear);
    if (!shown || withdrawnSince(before, shown)) {
      const words = `生成的时候内容或者记录改了，这一次没有换上去。${stateWords(site)}请再运行一次。`;
      return failed(words, EXIT.tryAgain);
    }
    const found = namesInSite(aside, shown.names, undefined, clear);
    if (found.length > 0) return failed(`${namesWords(found, environment.contentDir)}\n${stateWords(site)}`);
    const facts = {
      programme: content.site.name,
      samples,
      records,
      stories: before.stories.slice(),
    };
    made.keep();
    const pages = readdirSync(aside, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
    const published = site.publish(aside, facts, shown);
    clear.keep(permits);
    const place = relative(process.cwd(), site.target.wanted) || site.target.wanted;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const words = [
      `■ 好了：${pages}页，用了${seconds}秒，在 ${printable(place)}`,
      ...publishedLines(published),
      samples ? '  这是预览，带样稿，不要放到网上。' : '  把这个文件夹整个放到网站服务器上即可。',
    ];
    return { code: 0, words };
  } finally {
    made.close();
    rmSync(aside, { recursive: true, force: true });
    rmSync(`${aside}-astro`, { recursive: true, force: true });
  }
}

/** What may be shown by now; null where the content has errors by now. */
function shownNow(order: Order, clear: ClearFiles): Shown | null {
  const result = read(order);
  return soundContent(result) && shownOf(result, clear);
}

/** Makes all files of the site in a folder, from what was read and nothing else. */
async function runAstro(
  content: Content,
  order: Order,
  folder: string,
  kept: { readonly pages: KeptPages; readonly shared: KeptShared },
): Promise<void> {
  const { environment, projectFolder, samples } = order;
  const from = process.cwd();
  // Astro puts the program that makes the pages below the folder it runs in: no package is found from elsewhere.
  process.chdir(projectFolder);
  try {
    await build({
      ...siteConfig(readingOnce(content), { ...environment, samples }, kept.pages, kept.shared),
      root: projectFolder,
      configFile: false,
      outDir: folder,
      cacheDir: `${folder}-astro`,
      // Its own lines are English, and for whoever mends the program; what fails comes back as an error all the same.
      logLevel: process.env['DEBUG'] ? 'warn' : 'silent',
    });
  } finally {
    process.chdir(from);
  }
}

/** Shows the release before again, where nothing in it was withdrawn. */
function goBack(site: OpenSite, order: Order): Outcome {
  const result = read(order);
  if (!soundContent(result)) {
    return failed(`没有退回上一版：内容里有错误，看不出后来有谁撤回。${stateWords(site)}改好上面的错误，再运行一次。`);
  }
  const carried = site.goBack(shownOf(result, new Set<string>()));
  const words = [
    `■ 好了：退回了上一版，在 ${printable(site.target.wanted)}`,
    ...carriedLines(carried),
    '  再运行一次 npm run build，又是按现在的内容生成的；有定时生成的，先停下来。',
  ];
  return { code: 0, words };
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
function withdrawnSince(before: Shown, after: Shown): boolean {
  const grown = (mine: readonly string[], theirs: readonly string[]) => {
    const known = new Set(mine);
    return theirs.some((one) => !known.has(one));
  };
  return (
    grown(before.names, after.names) ||
    grown(before.pictures, after.pictures) ||
    grown(after.stories, before.stories) ||
    isLessOpen(before.kits, after.kits)
  );
}
