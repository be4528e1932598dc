import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';
import { explainer } from '../fixtures/stories/explainer.ts';
import { SITE_NOW } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

/** Longer than any save takes to be seen, however busy the machine is. */
const SEEN = { timeout: 60_000 };

const dir = mkdtempSync(join(tmpdir(), 'preview-'));
const content = join(dir, 'content');
const STORY = 'stories/one/index.mdx';
const PLACES = readFileSync(join(projectFolder, 'tests/fixtures/region/places.yaml'), 'utf8');

function save(file: string, text: string): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), text);
}

let preview: ChildProcess;
let browser: Browser;
let open: Visit;
let printed = '';

/** `npm run dev`; its address is on a line of its own. */
function startPreview(): Promise<string> {
  const env: NodeJS.ProcessEnv = childEnvironment({ CONTENT_DIR: content, SITE_NOW });
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST']) delete env[key];
  preview = spawn(projectNode, ['scripts/dev.ts'], { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      const [address] = /^http:\/\/\S+$/m.exec(printed) ?? [];
      if (address) resolve(address);
    };
    preview.stdout?.on('data', take);
    preview.stderr?.on('data', take);
    preview.on('close', () => reject(new Error(`the preview ended:\n${printed}`)));
  });
}

beforeAll(async () => {
  cpSync(join(projectFolder, 'tests/fixtures/region'), content, { recursive: true });
  save(STORY, explainer('第一篇', '原来的话。'));
  const [address, opened] = await Promise.all([startPreview(), openBrowser()]);
  browser = opened;
  open = await visit(browser, `${address}stories/one/`);
});
afterAll(async () => {
  await browser?.close();
  preview?.kill();
  rmSync(dir, { recursive: true, force: true });
});

/** Waits until the page that is open shows some words: nobody loads it again by hand. */
const shows = (words: string) => open.page.getByText(words, { exact: false }).first().waitFor(SEEN);

describe('the preview, while a page of it stays open', () => {
  it('draws the pictures of a page, its poster and those of figures when they are asked for', async () => {
    const at = async (path: string) => {
      const answer = await fetch(new URL(path, open.page.url()));
      const { width, height } = await sharp(await answer.arrayBuffer()).metadata();
      return [path, answer.headers.get('content-type'), width, height];
    };
    for (const [path, ...size] of [
      ['/share/stories/one/wide.png', 1200, 630],
      ['/share/square.png', 300, 300],
      ['/posters/one.png', 750, 1334],
      ['/posters/programme.png', 750, 1334],
    ] as const)
      expect(await at(path)).toEqual([path, 'image/png', ...size]);
    expect((await at('/figures/thread-map.png')).slice(0, 2)).toEqual(['/figures/thread-map.png', 'image/png']);
    expect((await fetch(new URL('/posters/nobody.png', open.page.url()))).status).toBe(404);
  });

  it('shows a word that was changed in a story once the file is saved', async () => {
    await shows('原来的话。');
    save(STORY, explainer('第一篇', '改过的话。'));
    await shows('改过的话。');
    expect(await open.page.getByText('原来的话。').count()).toBe(0);
  });

  it('shows what was saved last, however quickly one saving follows another', async () => {
    for (let i = 1; i <= 12; i++) {
      save(STORY, explainer('第一篇', `第${i}次的话。`));
      await new Promise((done) => setTimeout(done, 40 * (i % 5)));
    }
    await shows('第12次的话。');
  });

  it('breaks titles between words, as a finished page does', async () => {
    const html = await (await fetch(new URL('/people/', open.page.url()))).text();
    expect(html.slice(html.indexOf('<h1'), html.indexOf('</h1>'))).toContain('<wbr>');
  });

  it('says in Chinese what is wrong with the content, where, and how to mend it, until it is mended', async () => {
    save('places.yaml', `${PLACES}\n\tx: 1\n`);
    await shows('内容有1处错误');
    const said = await open.page.locator('body').textContent();
    for (const words of ['places.yaml', '行首用了制表符', '怎么改：', '改好保存']) expect(said).toContain(words);
    expect(said).not.toMatch(/\n\s+at |Error/);
    expect(printed).toContain('内容有1处错误');
    save('places.yaml', PLACES);
    await shows('第12次的话。');
  });

  it('says what is wrong with the words of a story, and shows what it says when they are right', async () => {
    save(STORY, explainer('第一篇', '<Foto src="a.jpg"/>'));
    await shows(STORY);
    save(STORY, explainer('第一篇', '又改过的话。'));
    await shows('又改过的话。');
  });
});
