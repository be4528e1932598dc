import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { explainer } from '../fixtures/stories/explainer.ts';
import { runScript } from './build-here.ts';
import { SITE_NOW } from './built-site.ts';
import { filesOf } from './pages.ts';

const dir = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const content = join(dir, 'content');
cpSync(join(projectFolder, 'tests/fixtures/region'), content, { recursive: true });

function write(file: string, text: string): void {
  mkdirSync(join(content, file, '..'), { recursive: true });
  writeFileSync(join(content, file), text);
}

/** The folder of the project in which what was kept lies is another here: tests that run beside this one have theirs. */
const PROGRAM = `
import { readEnvironment } from '#reader/environment.ts';
import { makeSite } from '#site/make-site.ts';
const [keptFolder, projectFolder] = process.argv.slice(1);
const environment = readEnvironment(process.env, process.cwd());
let open;
const order = { environment, projectFolder, keptFolder, samples: false, adopt: false, back: false };
const { code, words } = await makeSite(order, (site) => { open = site; });
console.log(words.join('\\n'));
open.close();
process.exitCode = code;
`;

/** Builds with what lies in a kept folder; every byte of the site, by file. */
function build(out: string, kept: string): Map<string, string> {
  const folder = join(dir, out);
  const { output, status } = runScript(['--input-type=module', '-e', PROGRAM, join(dir, kept), projectFolder], {
    CONTENT_DIR: content,
    OUT_DIR: folder,
    SITE_NOW,
  });
  if (status !== 0) throw new Error(output);
  return new Map(
    filesOf({ folder, base: '/' }).map((file) => [file, readFileSync(join(folder, file)).toString('latin1')]),
  );
}

const keptText = () =>
  readdirSync(join(dir, 'kept'))
    .map((name) => readFileSync(join(dir, 'kept', name), 'utf8'))
    .join();

const REPORT = 'reports/yangli-bing-2022-03-01.yaml';

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));

describe('a build after a change', () => {
  it('makes what a build from nothing makes, byte for byte; what is gone from the site is kept nowhere', {
    timeout: 600_000,
  }, () => {
    write('stories/one/index.mdx', explainer('第一篇', '## 一\n\n第一篇的话。\n\n## 二\n\n- 一\n- 二'));
    write('stories/two/index.mdx', explainer('第二篇', '第二篇的话。'));
    write('stories/three/index.mdx', explainer('第三篇', '> 第三篇的话。'));
    build('first', 'kept');
    write('stories/two/index.mdx', explainer('第二篇', '第二篇的话，改了一个词。'));
    const after = build('after', 'kept');
    expect(
      [...after].filter(([, text]) => text.includes(Buffer.from('改了一个词').toString('latin1'))).length,
    ).toBeGreaterThan(0);
    expect(differing(after, build('clean', 'nothing'))).toEqual([]);

    expect(keptText().includes('第一篇的话')).toBe(true);

    write(REPORT, readFileSync(join(content, REPORT), 'utf8').replace('460', '470'));
    write('stories/four/index.mdx', explainer('第四篇', '第四篇的话。'));
    rmSync(join(content, 'stories/three'), { recursive: true });
    const one = readFileSync(join(content, 'stories/one/index.mdx'), 'utf8');
    write('stories/one/index.mdx', one.replace('editor:', 'unpublish_at: 2026-11-30 08:00\neditor:'));
    const later = build('after', 'kept');
    expect(differing(later, build('clean', 'nothing-again'))).toEqual([]);
    expect(['第一篇的话', '第三篇的话', '第四篇的话'].filter((words) => keptText().includes(words))).toEqual([
      '第四篇的话',
    ]);
  });
});
