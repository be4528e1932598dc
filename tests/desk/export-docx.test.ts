import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportDocxWith } from '#desk/export/export-docx.ts';
import { blank, exportedStory, FOLDER, paper } from './exported-story.ts';

const { out, folder, write, change, signed, run: runAct } = exportedStory('export-docx');
const act = exportDocxWith(async (drawings, drawn) => {
  for (const one of drawings) await drawn(one, await blank);
});
const run = (args: readonly string[] = ['one'], env: Record<string, string> = {}) => runAct(act, args, env);
const bytes = () => readFileSync(join(folder, 'one.docx'));
const words = (part = 'word/document.xml') =>
  strFromU8(unzipSync(bytes())[part] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '');

describe('npm run export:docx', () => {
  it('writes one document that says who signed it, and the same bytes again', async () => {
    signed();
    const { out: said, error, code } = await run();
    expect([error, code]).toEqual(['', 0]);
    for (const part of ['■ 导出好了：exports/one/one.docx', '数的出处1条、链接1条', '下一步'])
      expect(said).toContain(part);
    expect(readdirSync(folder)).toEqual(['one.docx']);
    const text = words();
    expect(text.startsWith('已审初审：样例甲')).toBe(true);
    for (const part of ['样例林溪来了', '一排书', '里面一件', '来源：样例单位']) expect(text).toContain(part);
    expect(words('word/footnotes.xml')).toContain('https://example.com/a');
    const first = bytes();
    await run();
    expect(bytes().equals(first)).toBe(true);
  });

  it('calls a draft one, with what is still open, and asks for no consent to the official account', async () => {
    write('records/consents/lin.yaml', paper('site'));
    const { code, out: said } = await run();
    expect([code, said.includes('文件开头写着：草稿，不要外传；还没有初审')]).toEqual([0, true]);
    expect(words().startsWith('草稿，不要外传还没有初审。')).toBe(true);
  });

  it.each<[string, () => void, string]>([
    [
      'somebody withdrew',
      () => write('records/consents/lin.yaml', paper('site', "withdrawn: '2026-11-20'\n")),
      '撤回了授权',
    ],
    ['a consent ran out', () => change('records/consents/lin.yaml', '2027-12-31', '2026-11-24'), '只到2026年11月24日'],
  ])('writes nothing where %s, and takes away what was there', async (_, mutate, why) => {
    await run();
    expect(existsSync(join(folder, 'one.docx'))).toBe(true);
    mutate();
    const { error, code } = await run();
    expect([code, error.includes(why), error.includes('怎么办：')]).toEqual([1, true, true]);
    expect(error).toContain('已经从 exports 里删掉：one');
    expect(existsSync(folder)).toBe(false);
  });

  it('tells programs in one object, and knows no other story', async () => {
    signed();
    const told = JSON.parse((await run(['one', '--json'])).out);
    expect(told).toMatchObject({
      id: 'one',
      exported: 'exports/one/one.docx',
      numbers: 1,
      links: 1,
      reasons: [],
      removed: [],
    });
    expect((await run(['onee'])).code).toBe(2);
    rmSync(out, { recursive: true });
    change(`${FOLDER}/index.mdx`, 'kind: person', 'kind: nothing');
    const broken = await run();
    expect([broken.code, broken.error]).toEqual([1, expect.stringContaining('没有导出')]);
    expect(existsSync(out)).toBe(false);
  });
});
