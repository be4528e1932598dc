import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { childEnvironment, projectFolder } from '../../scripts/setup/install.mjs';
import { typedHere } from '../desk/typed-here.ts';
import { SITE_NOW } from './built-site.ts';
import { elements, only, readPage, readText, tag, textOf } from './pages.ts';
import { cardsIn } from './story-sites.ts';

/** What README.md says on how a story comes out: its commands, its file, its text. */
const [, SECTION = ''] =
  /^## 发布一篇稿子\n([\s\S]*?)^## /m.exec(readFileSync(join(projectFolder, 'README.md'), 'utf8')) ?? [];
const BLOCKS = Array.from(SECTION.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), ([, language, block = '']) => ({
  language,
  block,
}));
const COMMANDS = BLOCKS.filter(({ language }) => language === '').flatMap(({ block }) => block.trim().split('\n'));
const [FILE = ''] = /content\/stories\/[a-z0-9-]+\/index\.mdx/.exec(SECTION) ?? [];
const TEXT = BLOCKS.find(({ language }) => language === 'mdx')?.block ?? '';
const ID = FILE.split('/')[2] ?? '';
const TITLE = /^title: (.*)$/m.exec(TEXT)?.[1] ?? '';

const dir = mkdtempSync(join(tmpdir(), 'publish-'));
afterAll(() => rmSync(dir, { recursive: true }));
/** The way is the same whatever else there is: samples and other stories would only be read again by every command. */
const LEFT_OUT = ['samples', 'stories'].map((name) => join(projectFolder, 'content', name));
cpSync(join(projectFolder, 'content'), join(dir, 'content'), {
  recursive: true,
  filter: (path) => !LEFT_OUT.includes(path),
});
mkdirSync(join(dir, 'content', 'stories'));
const site = { folder: join(dir, 'out'), base: '/' };

const SETTINGS = { CONTENT_DIR: join(dir, 'content'), OUT_DIR: site.folder, SITE_NOW };

/** Runs a command as it stands in the document, on a copy of the content; this once through npm itself. */
function build(command: string) {
  const env = childEnvironment(SETTINGS);
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST', 'BASE_PATH', 'SITE_URL']) delete env[key];
  const { stdout, stderr, status } = spawnSync(command, { shell: true, cwd: projectFolder, env, encoding: 'utf8' });
  return { output: stdout + stderr, status };
}

describe('the way from nothing to a published story, as README.md tells it', () => {
  it('is four commands and one file', () => {
    expect(COMMANDS.map((command) => command.split(' ').slice(0, 3).join(' '))).toEqual([
      'npm run new:story',
      'npm run check',
      'npm run dev',
      'npm run build',
    ]);
    expect([ID, TITLE].every((words) => words !== '')).toBe(true);
    expect(TEXT).toMatch(/^---\n[\s\S]*\n---\n[\s\S]*<Num fact="/);
  });

  it('makes the folder', async () => {
    const { stdout, status } = await typedHere(COMMANDS[0] ?? '', SETTINGS);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`stories/${ID}/index.mdx`)]);
    const made = readFileSync(join(dir, FILE), 'utf8');
    expect(made).toContain(`title: ${TITLE}\n`);
    // What it says by itself could go out as it is.
    const { problems } = readContent({ dir: join(dir, 'content'), samples: true, now: new Date(SITE_NOW) });
    expect(problems.filter((p) => p.file.includes(ID))).toEqual([]);
  });

  it('finds nothing wrong with the story that is written into it', async () => {
    writeFileSync(join(dir, FILE), TEXT);
    const { stdout, status } = await typedHere(COMMANDS[1] ?? '', SETTINGS);
    expect([status, stdout.includes(ID)]).toEqual([0, false]);
  });

  it('builds the page: title, text, numbers, and the places that lead to it', () => {
    const { output, status } = build(COMMANDS[3] ?? '');
    expect([status, output]).toEqual([0, expect.stringContaining('■ 好了')]);
    const path = `/stories/${ID}/`;
    expect(existsSync(join(site.folder, path, 'index.html'))).toBe(true);
    const page = readPage(site, path);
    expect(textOf(only(page.root, tag('h1'), 'h1')).trim()).toBe(TITLE);
    const shown = textOf(page.root).replace(/\s+/g, '');
    for (const words of TEXT.match(/“[^”]+”/g) ?? []) expect(shown).toContain(words);
    const facts = Array.from(TEXT.matchAll(/<Num fact="([^"]+)"/g), ([, fact]) => `/facts/${fact}/`);
    const links = elements(page.root, tag('a')).flatMap((a) =>
      a.attrs.filter(({ name }) => name === 'href').map((h) => h.value),
    );
    expect(facts.filter((href) => !links.includes(href))).toEqual([]);
    expect(cardsIn(readPage(site, '/stories/').root)).toContain(path);
    expect(readText(site, '/feed.xml')).toContain(`<title>${TITLE}</title>`);
  });
});
