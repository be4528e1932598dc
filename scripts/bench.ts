import { join, resolve } from 'node:path';
import { type BenchResult, keepRun, lastRun } from './lib/bench-history.ts';
import { benchReport } from './lib/bench-table.ts';
import { type BuildCost, BuildFailed, median, timedBuild } from './lib/build-time.ts';
import { EnvironmentError, readEnvironment } from './lib/environment.ts';
import { countPages, siteWeights } from './lib/site-weights.ts';
import { isOver } from './lib/weight-budgets.ts';

const HELP = `量一量：生成网站要多久，读者打开网页要传多少

  npm run bench                生成两次正式的网站，量时间、内存和网页大小，和上次比
  npm run bench -- --json      只打印结果，JSON，大小以字节计
  npm run bench -- --strict    有超出预算的，以 1 退出（平时只是写明“超出”）

网站放在 .cache/bench/site，不动 dist；结果记在 .cache/bench/last.json，供下次比较。
CONTENT_DIR、SITE_URL、SITE_NOW 照用；BASE_PATH、OUT_DIR 不用。`;

const RUNS = 2;
const OPTIONS = ['--json', '--strict', '--help'];
const folder = resolve(import.meta.dirname, '..', '.cache', 'bench');

/** Builds, weighs, compares, keeps. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown) {
    console.error(`不认识的参数：${unknown}。可用的只有 ${OPTIONS.join('、')}。`);
    return 2;
  }
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const json = args.includes('--json');
  const progress = (line: string) => json || console.log(line);
  const { contentDir } = readEnvironment(process.env, process.cwd());
  const site = join(folder, 'site');
  const history = join(folder, 'last.json');

  const costs = await builds(site, progress);
  progress('■ 称网页……\n');
  const weights = siteWeights(site);
  const result: BenchResult = {
    at: new Date().toISOString(),
    content: contentDir,
    build: {
      runs: RUNS,
      seconds: median(costs.map(({ seconds }) => seconds)),
      memory: median(costs.map(({ memory }) => memory)),
      pages: countPages(site),
    },
    weights,
  };
  console.log(json ? JSON.stringify(result, null, 2) : benchReport(result, lastRun(history, contentDir)));
  keepRun(history, result);
  return args.includes('--strict') && weights.some(isOver) ? 1 : 0;
}

async function builds(site: string, progress: (line: string) => void): Promise<BuildCost[]> {
  const costs: BuildCost[] = [];
  for (let run = 1; run <= RUNS; run++) {
    progress(`■ 生成网站，第${run}次，共${RUNS}次……`);
    const cost = await timedBuild(site);
    progress(`  用了${cost.seconds.toFixed(1)}秒，内存最多占${Math.round(cost.memory / 1e6)} MB`);
    costs.push(cost);
  }
  return costs;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof EnvironmentError) {
    console.error(error.message);
    process.exitCode = 2;
  } else if (error instanceof BuildFailed) {
    console.error(`${error.message}它说：\n\n${error.log}`);
    process.exitCode = 1;
  } else throw error;
}
