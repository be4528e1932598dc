import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVisibly } from '../terminal/run-visibly.mjs';

/** The project's folder, wherever the command was called from. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

const modules = join(projectFolder, 'node_modules');
const windows = process.platform === 'win32';

/** The Node that the lock file pins: everything after the install step runs on it. */
export const projectNode = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

/**
 * Where Node keeps what it compiled, ours too: a command starts in half the time. It looks at the bytes of each file
 * before it trusts what it kept, and does without where it cannot write; deleted at any time, it is made anew.
 */
export const compiledFolder = join(projectFolder, '.cache', 'compiled');

/**
 * What the allocators of the system and of the bundler (in Rust) are told: to give back at once what was let go of. Each
 * of their threads would keep its own otherwise, which is a tenth of the memory of a build; no time is won by it.
 */
const THRIFT = { MALLOC_ARENA_MAX: '2', MIMALLOC_PURGE_DELAY: '0' };

/**
 * The environment for every child: the project's own commands first on PATH, and a home that exists
 * (npm writes its cache there; some machines run us with HOME empty); no tool may report home.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  const env = {
    NODE_COMPILE_CACHE: compiledFolder,
    ...THRIFT,
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = join(modules, '.bin');
  if (!(env[pathKey] ?? '').split(delimiter).includes(bin)) env[pathKey] = bin + delimiter + (env[pathKey] ?? '');
  if (!windows && !env.HOME) env.HOME = userInfo().homedir || tmpdir();
  return env;
}

/**
 * Whether everything that the lock file names lies in node_modules, in its version: npm keeps a list there of what it
 * put down, written last. A bare `npm install` counts as ours does. What is optional may belong to another platform.
 */
function lockIsInstalled() {
  try {
    const packagesIn = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const there = packagesIn(join(modules, '.package-lock.json'));
    return Object.entries(packagesIn(join(projectFolder, 'package-lock.json'))).every(
      ([place, { version, optional }]) => place === '' || optional || there[place]?.version === version,
    );
  } catch {
    return false;
  }
}

function projectNodeRuns() {
  return existsSync(projectNode) && spawnSync(projectNode, ['--version']).status === 0;
}

/** npm that belongs to the running command where there is one, else the one on PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, before: [cli], shell: false };
  return { command: windows ? 'npm.cmd' : 'npm', before: [], shell: windows };
}

/**
 * Installs what is missing, once per state of package-lock.json. Says in Chinese what it does, but not where a program
 * reads the output (`quiet`): then only what went wrong.
 * `npm install`, not `npm ci`: the lock may lack other platforms' builds. `--loglevel=error` only here: while npm
 * itself still runs on an older Node it would warn (EBADENGINE) about packages that will only ever run on the pinned one.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<boolean>} false when it did not work; the reader has been told.
 */
export async function ensureInstalled({ quiet = false } = {}) {
  if (lockIsInstalled() && projectNodeRuns()) return true;
  if (!quiet) {
    console.log(existsSync(modules) ? '■ 依赖有变化，正在更新' : '■ 第一次运行，正在安装依赖');
    console.log('  只有这一次要等，大约一分钟；下载约 400 MB，装好占 800 MB，全部放在本项目的 node_modules 文件夹里。');
  }
  const npm = npmCommand();
  const args = [...npm.before, 'install', '--loglevel=error', '--no-audit', '--no-fund'];
  const code = await runVisibly(quiet ? '' : '安装依赖', npm.command, args, {
    cwd: projectFolder,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    env: childEnvironment(),
    shell: npm.shell,
  });
  if (code !== 0) {
    console.error(
      '\n安装没有成功（上面是 npm 的原话）。多半是网络不通：请检查网络或 npm 的源设置，再运行一次同样的命令。',
    );
    return false;
  }
  if (!projectNodeRuns()) {
    console.error(
      '\n依赖装好了，但项目自带的 Node 没有就位。多半是 npm 被设成不运行安装脚本：\n' +
        '请运行 npm config get ignore-scripts，如果是 true，先 npm config set ignore-scripts false；\n' +
        '然后删掉 node_modules 文件夹，再运行一次同样的命令。',
    );
    return false;
  }
  return true;
}
