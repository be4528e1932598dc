import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureChineseFont, ensureChromium } from '../setup/find-chromium.mjs';
import { childEnvironment, projectFolder, projectNode } from '../setup/install.mjs';
import { runVisibly } from '../terminal/run-visibly.mjs';
import { addTallies, closingLine, type Tally, tallyVitest } from './test-results.ts';

/** Second half of `npm test`, under the project's own Node: every step runs, whatever became of the one before. */
const reportFile = join(projectFolder, '.cache', 'test-results', 'vitest.json');

interface Step {
  readonly headline: string;
  /** Shown every few seconds; empty where the tool shows its own progress. */
  readonly label: string;
  /** Program file of the tool and its arguments. */
  readonly args: readonly string[];
  readonly tally: (exitCode: number) => Tally;
  /** What to do when it is red. */
  readonly mend: string;
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

async function main(vitestArgs: readonly string[]): Promise<Tally> {
  const chromium = await ensureChromium();
  if (!chromium) return { passed: 0, failed: 1 };
  await ensureChineseFont();
  rmSync(reportFile, { force: true });
  mkdirSync(dirname(reportFile), { recursive: true });
  // Written to a file or a log, colours are only noise; some tools colour whenever CI is set.
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const environment = childEnvironment({ CHROME_PATH: chromium, ...plain });
  const results: { step: Step; code: number; tally: Tally }[] = [];
  for (const step of steps(vitestArgs)) {
    console.log(`\n■ ${step.headline}`);
    const code = await runVisibly(step.label, projectNode, step.args, { cwd: projectFolder, env: environment });
    results.push({ step, code, tally: step.tally(code) });
    if (code === 130) break;
  }
  console.log('\n■ 结果');
  for (const { step, tally } of results) {
    const good = tally.failed === 0;
    const count = good ? `通过 ${tally.passed} 项` : `${tally.failed} 项没有通过，通过 ${tally.passed} 项`;
    console.log(`  ${good ? '✓' : '✗'} ${step.headline}：${count}${good ? '' : `。${step.mend}`}`);
  }
  return addTallies(results.map((result) => result.tally));
}

const total = await main(process.argv.slice(2));
if (total.failed === 0) console.log('\n全部通过。接下来可以 npm start 看网站，或 npm run build 生成正式的一份。');
else console.log('\n有没通过的项目，请按上面的提示改好，再运行一次 npm test。');
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
