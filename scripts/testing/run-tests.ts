import type { StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChineseFont, ensureChromium } from '../setup/find-chromium.mjs';
import { childEnvironment, projectFolder, projectNode } from '../setup/install.mjs';
import { runVisibly } from '../terminal/run-visibly.mjs';
import { addTallies, closingLine, type Tally, tallyVitest } from './test-results.ts';

/** Second half of `npm test`, under the project's own Node: every step runs, whatever became of the one before. */
const results = join(projectFolder, '.cache', 'test-results');
const reportFile = join(results, 'vitest.json');

interface Step {
  readonly headline: string;
  /** Shown every few seconds; empty where the tool shows its own progress. */
  readonly label: string;
  /** Program file of the tool and its arguments. */
  readonly args: readonly string[];
  readonly tally: (exitCode: number) => Tally;
  /** What to do when it is red. */
  readonly mend: string;
  /** Runs while the steps after it do, for it needs a single core; what it prints is shown when they are done. */
  readonly beside?: true;
}

/** What became of a step. */
interface Done {
  readonly step: Step;
  readonly code: number;
  readonly tally: Tally;
}

const asOne = (exitCode: number): Tally => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** All steps; of one file that is named only its tests. */
function steps(vitestArgs: readonly string[]): readonly Step[] {
  const all = allSteps(vitestArgs);
  return vitestArgs.length > 0 ? all.slice(-1) : all;
}

function allSteps(vitestArgs: readonly string[]): readonly Step[] {
  return [
    {
      headline: '代码格式与写法',
      label: '检查写法',
      args: ['node_modules/@biomejs/biome/bin/biome', 'ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'],
      tally: asOne,
      mend: 'npm run format 能改好大部分；剩下的按提示改',
    },
    {
      headline: '类型',
      label: '检查类型',
      args: ['node_modules/astro/bin/astro.mjs', 'check'],
      tally: asOne,
      mend: '按提示改，再单独看：npm run types',
      beside: true,
    },
    {
      headline: '测试',
      label: '',
      args: [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...vitestArgs,
      ],
      tally: (code) => tallyVitest(existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : undefined, code),
      mend: '单独再跑一个文件：npm test -- tests/……/….test.ts',
    },
  ];
}

/** Where a step that runs beside others writes what it says. */
const outputOf = ({ headline }: Step) => join(results, `${headline}.log`);

async function main(vitestArgs: readonly string[]): Promise<Tally> {
  const chromium = await ensureChromium();
  if (!chromium) return { passed: 0, failed: 1 };
  await ensureChineseFont();
  rmSync(reportFile, { force: true });
  mkdirSync(results, { recursive: true });
  // Written to a file or a log, colours are only noise; some tools colour whenever CI is set.
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const environment = childEnvironment({ CHROME_PATH: chromium, ...plain });
  const run = async (step: Step, output?: number): Promise<Done> => {
    const stdio = output === undefined ? {} : { stdio: ['ignore', output, output] as StdioOptions };
    const label = output === undefined ? step.label : '';
    const code = await runVisibly(label, projectNode, step.args, { cwd: projectFolder, env: environment, ...stdio });
    return { step, code, tally: step.tally(code) };
  };
  const beside: Promise<Done>[] = [];
  const done: Done[] = [];
  for (const step of steps(vitestArgs)) {
    if (step.beside) {
      beside.push(run(step, openSync(outputOf(step), 'w')));
      continue;
    }
    console.log(`\n■ ${step.headline}`);
    done.push(await run(step));
    if (done.at(-1)?.code === 130) break;
  }
  for (const other of await Promise.all(beside)) {
    console.log(`\n■ ${other.step.headline}\n${readFileSync(outputOf(other.step), 'utf8').trimEnd()}`);
    done.push(other);
  }
  console.log('\n■ 结果');
  for (const { step, tally } of done) {
    const good = tally.failed === 0;
    const count = good ? `通过 ${tally.passed} 项` : `${tally.failed} 项没有通过，通过 ${tally.passed} 项`;
    console.log(`  ${good ? '✓' : '✗'} ${step.headline}：${count}${good ? '' : `。${step.mend}`}`);
  }
  return addTallies(done.map(({ tally }) => tally));
}

const total = await main(process.argv.slice(2));
if (total.failed === 0) console.log('\n全部通过。接下来可以 npm start 看网站，或 npm run build 生成正式的一份。');
else console.log('\n有没通过的项目，请按上面的提示改好，再运行一次 npm test。');
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
