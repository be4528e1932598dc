import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../setup/install.mjs';
import { countPages } from '../site-weights.ts';
import { changeOneWord, writeMadeContent } from './made-content.ts';
import { type RunCost, runCost } from './run-cost.ts';
import { starlightCost } from './starlight.ts';

/** What a large site cost to build. */
export interface ScaleResult {
  /** How many stories were made, and how many pages the site then has. */
  readonly stories: number;
  readonly pages: number;
  /** With nothing kept from before but made pictures, of which the peers have none. */
  readonly cold: RunCost;
  /** The same again, with one word changed in one story. */
  readonly oneWord: RunCost;
  /** Starlight with the same stories, with nothing kept; null where it is not there. */
  readonly starlight: RunCost | null;
}

export interface ScaleOptions {
  readonly stories: number;
  /** The content to which they are added. */
  readonly content: string;
  readonly now: Date;
  /** What may be emptied and written into. */
  readonly folder: string;
  readonly starlight: string | null;
  readonly progress: (line: string) => void;
}

/** Folders of the cache in which a build keeps what the next one may use. */
const KEPT = ['kept', 'fonts', 'figures', 'shared', 'kits'];

/** Makes a large site and builds it, each time in a process of its own, one after the other. Throws `RunFailed`. */
export async function scaleBench(options: ScaleOptions): Promise<ScaleResult> {
  const { stories: count, content: source, now, folder, starlight: peer, progress } = options;
  const [content, site] = [join(folder, 'content'), join(folder, 'site')];
  progress(`■ 拼出${count}篇稿件，都要通过检查……`);
  const stories = writeMadeContent({ source, target: content, count, now });
  rmSync(site, { recursive: true, force: true });
  const build = () =>
    told(
      progress,
      runCost({
        what: '生成网站',
        args: [join(projectFolder, 'scripts', 'build.ts')],
        cwd: projectFolder,
        // One now for all builds: else a story of tomorrow may come between two of them.
        env: { CONTENT_DIR: content, RECORDS_DIR: '', OUT_DIR: site, BASE_PATH: '', SITE_NOW: now.toISOString() },
      }),
    );
  progress('■ 从头生成……');
  for (const kept of KEPT) rmSync(join(projectFolder, '.cache', kept), { recursive: true, force: true });
  const cold = await build();
  const changed = changeOneWord(content, stories.slice(Math.floor(count / 2)), now);
  progress(`■ 在 ${changed} 里改一个词，再生成……`);
  const oneWord = await build();
  if (peer !== null) progress('■ 同样的稿件，用 Starlight 生成……');
  const starlight = peer === null ? null : await told(progress, starlightCost(peer, stories));
  return { stories: count, pages: countPages(site), cold, oneWord, starlight };
}

async function told(progress: (line: string) => void, run: Promise<RunCost>): Promise<RunCost> {
  const cost = await run;
  progress(`  用了${cost.seconds.toFixed(1)}秒`);
  return cost;
}
