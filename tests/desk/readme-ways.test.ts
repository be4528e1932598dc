import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { SITE_NOW } from '../site/built-site.ts';
import { typedHere } from './typed-here.ts';

const README = readFileSync(join(projectFolder, 'README.md'), 'utf8');

/** A chapter of README.md: its commands in order, and the pictures it shows. */
function chapter(title: string) {
  const [, text = ''] = new RegExp(`^## ${title}\\n([\\s\\S]*?)^## `, 'm').exec(README) ?? [];
  return {
    commands: Array.from(text.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, block = '']) =>
      block.trim().split('\n'),
    ).flat(),
    pictures: Array.from(text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g), ([, file = '']) => file),
  };
}

const dir = mkdtempSync(join(tmpdir(), 'readme-ways-'));
const content = join(dir, 'content');
afterAll(() => rmSync(dir, { recursive: true }));
beforeAll(() => {
  const samples = join(projectFolder, 'content', 'samples');
  cpSync(join(projectFolder, 'content'), content, { recursive: true, filter: (path) => path !== samples });
});
/** Does a command of the document in a folder of its own, on a copy of the content. */
const run = async (command = '', now = SITE_NOW) => {
  const { stdout, stderr, status } = await typedHere(command, { CONTENT_DIR: content, SITE_NOW: now }, dir);
  return { output: stdout + stderr, status };
};
const pictured = (pictures: readonly string[]) => pictures.filter((file) => !existsSync(join(projectFolder, file)));

describe('the way from a Word file to the site and the official account, as README.md tells it', () => {
  const { commands, pictures } = chapter('从 Word 到网站和公众号');
  const [imported = '', people = '', check = '', ...exported] = commands;

  it('is an import, the names, the check, and the two exports, with a picture of each step', () => {
    const starts = commands.map((command) => command.split(' ').slice(2, 3)[0]);
    expect(starts).toEqual(['import:docx', 'people', 'check', 'export:wechat', 'export:docx']);
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    expect(pictured(pictures)).toEqual([]);
  });

  it('makes a draft that passes the check and waits for what its editor must answer', async () => {
    cpSync(join(projectFolder, 'tests/fixtures/word/readme.docx'), join(dir, '来稿.docx'));
    const { output, status } = await run(imported);
    expect([status, output]).toEqual([0, expect.stringContaining('《界河边上种了一排树》')]);
    const id = readdirSync(join(content, 'stories')).find((name) => name.startsWith('jie-he')) ?? '';
    expect(readdirSync(join(content, 'stories', id)).sort()).toEqual(['import.md', 'index.mdx', 'photo-1.jpg']);
    expect((await run(people.replace('<稿件id>', id))).status).toBe(0);
    const checked = await run(check);
    expect([checked.status, checked.output]).toEqual([0, expect.stringContaining('图片的替代文字没有说画面')]);
  });

  it('makes an article to be pasted and a document for paper of a story that is out', async () => {
    for (const command of exported) {
      const { output, status } = await run(command);
      expect([command, status, output]).toEqual([command, 0, expect.stringContaining('■ 导出好了')]);
    }
    const files = readdirSync(join(dir, 'exports', 'how-far-a-letter'));
    expect(files).toEqual(
      expect.arrayContaining(['wechat.html', 'cover-235.jpg', 'report.txt', 'how-far-a-letter.docx']),
    );
  });
});

describe('the numbers of a month, as README.md tells it', () => {
  const { commands, pictures } = chapter('每月报数');
  const [template, dryRun, imported, check, status] = commands;
  /** The year of the plan that the document asks about. */
  const NOW = '2020-07-02T09:00:00+08:00';
  const reports = () => (existsSync(join(content, 'reports')) ? readdirSync(join(content, 'reports')) : []);

  it('is a form, a look, a report, the check, and who is missing, with pictures of the form and of the page', () => {
    const starts = commands.map((command) => command.split(' ').slice(2, 3)[0]);
    expect(starts).toEqual(['report:template', 'report:import', 'report:import', 'check', 'report:status']);
    expect(pictures.length).toBe(2);
    expect(pictured(pictures)).toEqual([]);
  });

  it('takes the form as it is sent back: first it is only told what the site will say, then it is written', async () => {
    expect((await run(template, NOW)).status).toBe(0);
    const [file = ''] = readdirSync(dir).filter((name) => name.endsWith('.xlsx'));
    expect(dryRun).toContain(` ${file} `);
    const [sheet] = (await readXlsx(readFileSync(join(dir, file)))).sheets;
    const rows = (sheet?.rows ?? []).map((row) => [...row]);
    for (const [label, value] of [
      ['数字截至', '2020-06-30'],
      ['谁报的', '样例办公室'],
    ] as const) {
      const row = rows.find((one) => one.includes(label)) ?? [];
      row[row.indexOf(label) + 1] = value;
    }
    const asked = rows.find((row) => row[7] === 'pen-pals-2020') ?? expect.fail('no line to fill in');
    asked[4] = 50;
    writeFileSync(join(dir, file), await writeXlsx({ sheets: [{ name: '上报', rows }] }));

    const looked = await run(dryRun, NOW);
    expect([looked.status, looked.output, reports()]).toEqual([0, expect.stringContaining('以后　50人'), []]);
    expect((await run(imported, NOW)).status).toBe(0);
    expect(reports()).toEqual(['changsha-2020-07-02.yaml']);
    expect((await run(check, NOW)).output).not.toContain('reports/');
    expect((await run(status, NOW)).output).toMatch(/长沙（changsha）　最近一份 2020年7月2日报/);
  });
});
