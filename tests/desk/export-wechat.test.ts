import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Drawing, exportWechatWith } from '#desk/export/export-wechat.ts';
import { drawFigures } from '#site/drawings/draw-figures.ts';
import { drawShared } from '#site/drawings/draw-shared.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { runCommandFile } from './commands.ts';
import { blank, exportedStory, FOLDER, paper } from './exported-story.ts';

const { dir, out, folder, write, change, signed, run: runAct } = exportedStory('export-wechat');

const NOTHING_DRAWN: Drawing = {
  figures: async (drawings, drawn) => {
    for (const one of drawings) await drawn(one, await blank);
  },
  shared: async (pictures, _, __, drawn) => {
    for (const one of pictures) await drawn(one, await blank);
  },
};
const run = (args: readonly string[] = ['one'], env: Record<string, string> = {}, drawing = NOTHING_DRAWN) =>
  runAct(exportWechatWith(drawing), args, env);
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

const digests = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]);

describe('npm run export:wechat', () => {
  it('writes the article, its pictures, both covers and the report, and says what comes next', async () => {
    signed();
    const { out: said, error, code } = await run(['one'], {}, { figures: drawFigures, shared: drawShared });
    expect([error, code]).toEqual(['', 0]);
    for (const words of [
      '■ 导出好了：exports/one',
      'wechat.html',
      '截短了：标题、摘要',
      '下一步',
      '最晚用到2027年6月30日',
    ])
      expect(said).toContain(words);
    expect(digests().map(([name]) => name)).toEqual([
      ...['cover-11.jpg', 'cover-235.jpg', 'pictures/01-a.jpg', 'pictures/02-b.jpg', 'pictures/03-overview.png'],
      ...['report.txt', 'wechat.html'],
    ]);
    const size = async (name: string) => {
      const { format, width, height, exif } = await sharp(join(folder, name)).metadata();
      return [format, width, height, exif === undefined];
    };
    expect(await size('cover-235.jpg')).toEqual(['jpeg', 1800, 766, true]);
    expect(await size('cover-11.jpg')).toEqual(['jpeg', 1000, 1000, true]);
    // No wider than twice the column, never larger than it is, and nothing in it tells where it was taken.
    expect((await size('pictures/01-a.jpg'))[1]).toBe(1354);
    expect((await size('pictures/02-b.jpg'))[1]).toBe(480);
    expect((await size('pictures/01-a.jpg'))[3]).toBe(true);
    expect((await size('pictures/03-overview.png'))[0]).toBe('png');
    const page = text('wechat.html');
    for (const words of ['〔此处放图01：01-a.jpg〕', '数字出处', '文中链接', '[链1]', 'https://example.com/a'])
      expect(page).toContain(words);
    const report = text('report.txt');
    for (const words of [
      ...[
        '初审　样例甲',
        '复审　样例乙',
        '样例林溪　同意在微信用：事迹、姓名、肖像，到2027年12月31日',
        '最晚用到2027年6月30日',
      ],
      ...['现在是“第一句话。', '数后面的出处改成了文末的注：1条', '文中的链接改成了文末的注：1条', '改成了图片：1张'],
    ])
      expect(report).toContain(words);
  });

  it('writes the same bytes again, keeps what else lies there, and leaves nothing aside', async () => {
    signed();
    await run();
    const first = digests();
    writeFileSync(join(folder, '编辑的便条.txt'), '留着');
    writeFileSync(join(folder, 'pictures/09-old.jpg'), '旧的');
    await run();
    expect(readFileSync(join(folder, '编辑的便条.txt'), 'utf8')).toBe('留着');
    rmSync(join(folder, '编辑的便条.txt'));
    expect(digests()).toEqual(first);
    expect(readdirSync(join(out, 'exports'))).toEqual(['one']);
  });

  it('tells programs in one object', async () => {
    signed();
    const { out: said, code } = await run(['one', '--json']);
    expect(code).toBe(0);
    const told = JSON.parse(said);
    expect(told).toMatchObject({
      id: 'one',
      exported: 'exports/one',
      reasons: [],
      changed: { numbers: 1, links: 1, figures: 1 },
    });
    expect(told.files).toContain('wechat.html');
    const held = await run(['one', '--json'], { SITE_NOW: '2028-01-01' });
    expect(held.code).toBe(1);
    expect(JSON.parse(held.out)).toMatchObject({ exported: null, removed: ['one'] });
  });

  it('says everything at once that keeps a story in, what to do about it, and writes nothing', async () => {
    write('records/consents/lin.yaml', paper('site'));
    change(`${FOLDER}/index.mdx`, 'source: 样例单位', "source: 样例单位\npublish_at: '2026-12-24'");
    const { error, code } = await run();
    expect(code).toBe(1);
    for (const words of [
      ...['没有导出', '有3个原因', '还没有初审', '授权书没有写“微信”', '到2026年12月24日'],
      ...['怎么办：', '写明“微信”的授权书'],
    ])
      expect(error).toContain(words);
    expect(error).not.toMatch(/\bat \S+:\d+/);
    expect(existsSync(join(out, 'exports'))).toBe(false);
  });

  it.each<[string, () => void, string]>([
    [
      'somebody withdrew',
      () => write('records/consents/lin.yaml', paper('site, wechat', "withdrawn: '2026-11-20'\n")),
      '2026年11月20日起撤回了授权',
    ],
    ['a consent ran out', () => change('records/consents/lin.yaml', '2027-12-31', '2026-11-24'), '只到2026年11月24日'],
    [
      'the site may, the account may not',
      () => write('records/consents/lin.yaml', paper('site')),
      '授权书没有写“微信”',
    ],
    ['the record is gone', () => rmSync(join(dir, 'records'), { recursive: true }), '授权记录里没有这个人'],
    ['a word was changed', () => change(`${FOLDER}/index.mdx`, '来了', '走了'), '正文改过'],
    [
      'it was taken back',
      () => change(`${FOLDER}/index.mdx`, 'source: 样例单位', "source: 样例单位\nunpublish_at: '2026-11-20'"),
      '撤下',
    ],
  ])('takes away what was exported before when %s, and leaves what is not its own', async (_, mutate, why) => {
    signed();
    await run();
    writeFileSync(join(folder, 'one.docx'), '');
    mutate();
    const { error, code } = await run();
    expect([code, error.includes(why)]).toEqual([1, true]);
    expect(error).toContain('已经从 exports 里删掉：one');
    expect(readdirSync(folder)).toEqual(['one.docx']);
  });

  it('is a command of its own, as its twin for paper is', () => {
    for (const [name, words] of [
      ['export-wechat', '复制正文'],
      ['export-docx', 'GB/T 9704'],
    ] as const) {
      const { stdout, stderr, status } = runCommandFile(name, ['--help'], {});
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain(words);
    }
  });

  it('knows no sample, no other story, and one id at a time', async () => {
    cpSync(join(projectFolder, 'content/samples/stories/sample-news-short'), join(dir, 'samples/stories/muster'), {
      recursive: true,
    });
    const sample = await run(['muster']);
    expect([sample.code, sample.error]).toEqual([1, expect.stringContaining('样稿')]);
    expect((await run(['onee'])).error).toContain('one');
    expect((await run(['onee'])).code).toBe(2);
    expect((await run([])).code).toBe(2);
    expect((await run(['one', '--jsn'])).error).toContain('--json');
  });
});
