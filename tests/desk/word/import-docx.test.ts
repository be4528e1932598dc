import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importDocx } from '#desk/word/import-docx.ts';
import { recordIn } from '#stories/manuscript/import-notes.ts';
import { docx, p, picture, r } from '../../fixtures/word/write-docx.ts';
import { doHere } from '../commands.ts';

const REGION = join(import.meta.dirname, '../../fixtures/region');
const NOW = '2026-11-25';
/** A red square of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'import-docx-'));
  cpSync(REGION, join(dir, 'content'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (...args: string[]) => doHere(importDocx, args, { CONTENT_DIR: join(dir, 'content'), SITE_NOW: NOW });
const inFolder = (id: string) => readdirSync(join(dir, 'content/stories', id)).toSorted();
const text = (id: string, name = 'index.mdx') => readFileSync(join(dir, 'content/stories', id, name), 'utf8');
const stories = () => (existsSync(join(dir, 'content/stories')) ? readdirSync(join(dir, 'content/stories')) : []);

/** A file that somebody handed in. */
function handedIn(name: string, bytes: Uint8Array | string): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

const TITLE = p(r('界河种树', '<w:b/><w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`;
const row = (...words: string[]) => `<w:tr>${words.map(cell).join('')}</w:tr>`;
const HEADER = `<w:tbl><w:tblGrid/>${row('编 辑', '样例编辑', '来　源：', '样例单位')}${row('日期', '２０２６年３月１２日', '摘要', '第一批树苗到了。')}</w:tbl>`;
const BODY = '第一批树苗到了，大家一起去界河边上种树，一个上午种好了一排，下午又浇了一遍水。';
const story = (body = BODY, more = '') =>
  docx({
    body: TITLE + HEADER + p(body) + more,
    rels: { rId1: ['image', 'media/a.png'] },
    parts: { 'word/media/a.png': PNG },
  });

describe('npm run import:docx', () => {
  it('makes the folder of a draft: the story, its pictures, and what was done and is asked', async () => {
    const file = handedIn(
      '来稿.docx',
      story(BODY, p(picture('rId1')) + p('图1 界河。（样例丙 摄）', '<w:jc w:val="center"/>')),
    );
    const { stdout, stderr, status } = await run(file);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('■ 建好了：');
    expect(stories()).toEqual(['jie-he-zhong-shu']);
    expect(inFolder('jie-he-zhong-shu')).toEqual(['import.md', 'index.mdx', 'photo-1.png']);
    const [, front = '', body = ''] = text('jie-he-zhong-shu').split('---\n');
    expect(parse(front)).toEqual({
      ...{ kind: 'news', title: '界河种树', summary: '第一批树苗到了。', date: '2026-03-12' },
      ...{ editor: '样例编辑', source: '样例单位' },
    });
    expect(body).toBe(`\n${BODY}\n\n![](photo-1.png)\n\n图1 界河。（样例丙 摄）\n`);
    const notes = text('jie-he-zhong-shu', 'import.md');
    expect(notes).toContain('caption="图1 界河。" photographer="样例丙" holder=""');
    expect(notes).toContain('npm run new:person -- --name 样例丙');
    expect(recordIn(notes)?.name).toBe('来稿.docx');
  });

  it('changes nothing when the same file comes again, whatever was changed since', async () => {
    const file = handedIn('来稿.docx', story());
    await run(file);
    const again = await run(file);
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('■ 这个文件以前导过，没有变')]);
    const resaved = await run(handedIn('来稿.docx', docx({ body: `${TITLE}${HEADER}${p(BODY)}<w:p/>` })));
    expect([resaved.status, resaved.stdout.includes('没有变')]).toEqual([0, true]);
    handedIn('来稿.docx', story());
    const path = join(dir, 'content/stories/jie-he-zhong-shu/index.mdx');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n改过。\n`);
    const edited = await run(file, '--json');
    expect(JSON.parse(edited.stdout)).toMatchObject({
      id: 'jie-he-zhong-shu',
      unchanged: true,
      edited: true,
      written: null,
    });
    expect([readFileSync(path, 'utf8').endsWith('改过。\n'), stories()]).toEqual([true, ['jie-he-zhong-shu']]);
  });

  it('shows what a changed file would change, and keeps what was changed since when it is to replace it', async () => {
    await run(handedIn('来稿.docx', story()));
    const path = join(dir, 'content/stories/jie-he-zhong-shu/index.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('浇了一遍水', '浇了两遍水'));
    const file = handedIn('来稿.docx', story(BODY.replace('一排', '两排')));
    const asked = await run(file);
    expect([asked.status, asked.stdout.includes('建好了')]).toEqual([1, false]);
    expect(asked.stderr).toContain('导入以后有人改过 index.mdx');
    expect(asked.stderr).toMatch(/第\d+行.*〔删：一〕〔加：两〕排/);
    expect(text('jie-he-zhong-shu')).toContain('浇了两遍水');
    const { status, stdout } = await run(file, '--replace');
    expect([status, stdout]).toEqual([0, expect.stringContaining('你改过的另存在旁边：index.before-import.mdx')]);
    expect(inFolder('jie-he-zhong-shu')).toEqual(['import.md', 'index.before-import.mdx', 'index.mdx']);
    expect(text('jie-he-zhong-shu')).toContain('种好了两排，下午又浇了一遍水');
    expect(text('jie-he-zhong-shu', 'index.before-import.mdx')).toContain('浇了两遍水');
  });

  it('makes another story of another file of the same name', async () => {
    await run(handedIn('来稿.docx', story()));
    const other = docx({
      body: p('第二篇', '<w:jc w:val="center"/>') + p('这一篇写的是完全不同的一件事，从头到尾没有一个字和上一篇一样。'),
    });
    expect((await run(handedIn('来稿.docx', other))).status).toBe(0);
    expect(stories()).toEqual(['di-er-pian', 'jie-he-zhong-shu']);
  });

  it('writes nothing where it is only to tell, or cannot', async () => {
    const file = handedIn('来稿.docx', story());
    expect(await run(file, '--dry-run')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('还没有写'),
    });
    const bad = handedIn('坏.docx', 'PK 不是');
    const refused = await run(bad);
    expect([refused.status, refused.stderr.split('\n').length]).toEqual([1, 4]);
    expect(refused.stderr).toMatch(/^坏\.docx：.+\n\n没有写任何文件。\n$/);
    const json = await run(bad, '--json');
    expect([json.status, json.stderr, JSON.parse(json.stdout)]).toEqual([
      1,
      '',
      { file: '坏.docx', refused: expect.any(String), written: null },
    ]);
    const empty = handedIn('空.docx', docx(''));
    expect((await run(empty)).stderr).toContain('文件里没有正文');
    expect(JSON.parse((await run(empty, '--json')).stdout)).toMatchObject({
      refused: expect.stringContaining('文件里没有正文'),
    });
    expect((await run()).status).toBe(2);
    expect((await run(join(dir, '没有.docx'))).status).toBe(2);
    expect((await run(file, '--id', '../外面')).status).toBe(2);
    expect(stories()).toEqual([]);
  });

  it('prints one object for programs', async () => {
    const { stdout, stderr, status } = await run(handedIn('来稿.docx', story()), '--json', '--id', 'zhong-shu');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{
        id: 'zhong-shu',
        file: '来稿.docx',
        title: '界河种树',
        written: 'stories/zhong-shu/index.mdx',
        replaced: false,
      },
      ...{ pictures: [], changed: [], left: [], names: [], unchanged: false },
    });
  });

  it('takes names of any kind, and nothing of a file becomes a path, a key, a tag or a program', async () => {
    const plain = (words: string) => docx(p(`${words}是第一段。`) + p(BODY));
    const names = [
      'con.docx',
      '稿件 (1) [终稿]—“定”😀.docx',
      '-x.docx',
      `${'长'.repeat(70)}.docx`,
      '\u202e反.docx',
      "a';rm.docx",
    ];
    for (const name of names) expect([name, (await run(handedIn(name, plain(name)))).status]).toEqual([name, 0]);
    const ids = stories();
    expect(ids.length).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^(?!con$)[a-z][a-z0-9-]{1,40}$/);
    const evil = `x\n---\nkind: person\n<script>alert(1)</script> {process.exit()} <Num fact="x"/> import a from 'b'`;
    const title = p(r(`${evil.replaceAll('\n', ' ')}`, '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
    const { status } = await run(
      handedIn('坏心.docx', docx(title + p("import a from 'b'") + p('---') + p(evil.replaceAll('\n', ' ')) + p(BODY))),
      '--id',
      'huai-xin',
    );
    expect(status).toBe(0);
    const source = text('huai-xin');
    expect(Object.keys(parse(source.split('\n---\n')[0]?.slice(4) ?? ''))).toEqual([
      'kind',
      'title',
      'summary',
      'date',
      'editor',
      'source',
    ]);
    const body = source.split('\n---\n')[1] ?? '';
    expect(body).not.toMatch(/\n(?:import|export) |(?<!\\)<(?:script|Num)|\{/);
  });
});
