import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';
import { builtSite, SITE_NOW } from './built-site.ts';
import { filesOf } from './pages.ts';

const production = await builtSite('production');
const elsewhere = mkdtempSync(join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** What a build makes or a machine keeps; none of it may decide what a page says. */
const LEFT_BEHIND = /^(node_modules|\.git|\.astro|\.cache|dist|dist-.*|test-results)$/;

/** Copies the project to another folder and builds it there as another user in another time zone and language. */
async function buildElsewhere(): Promise<string> {
  const project = join(elsewhere, '另一个 文件夹', 'copy');
  cpSync(projectFolder, project, { recursive: true, filter: (from) => !LEFT_BEHIND.test(basename(from)) });
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'dir');
  const folder = join(elsewhere, 'out');
  const env = childEnvironment({
    OUT_DIR: folder,
    SITE_NOW,
    TZ: 'America/St_Johns',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    LANGUAGE: 'tr',
    HOME: elsewhere,
    USER: 'somebody',
    LOGNAME: 'somebody',
  });
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST', 'BASE_PATH', 'CONTENT_DIR']) delete env[key];
  const child = spawn(projectNode, ['scripts/build.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`the build elsewhere failed:\n${log}`);
  return folder;
}

describe('a build in another folder, time zone, language and home', () => {
  it('makes the same files with the same bytes', async () => {
    const other = { folder: await buildElsewhere(), base: '/' };
    expect(filesOf(other)).toEqual(filesOf(production));
    const read = (folder: string, file: string) => readFileSync(join(folder, file));
    const different = filesOf(production).filter(
      (file) => !read(production.folder, file).equals(read(other.folder, file)),
    );
    expect(different).toEqual([]);
  });
});
