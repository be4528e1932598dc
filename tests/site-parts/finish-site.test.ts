import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Parser } from 'parse5';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { writeFonts } from '#site/fonts/site-fonts.ts';
import { finishSite } from '#site/pages/finish-site.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A site of these pages with its fonts cut; the page bodies are given. */
async function siteOf(pages: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  folders.push(folder);
  for (const [file, body] of Object.entries(pages)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `<html><head><style>a{}</style></head><body>${body}</body></html>`);
  }
  await finishSite(folder, { base: '/aid/', addresses: new Set(['c-art2']) });
  return {
    fonts: readdirSync(join(folder, 'fonts')).sort(),
    page: (file: string) => readFileSync(join(folder, file), 'utf8'),
    folder,
  };
}
const story = (title: string) => `<h1 class="own-title">${title}</h1>`;

describe('the pass over a site', () => {
  it('parses each page once', async () => {
    const parsed = vi.spyOn(Parser, 'parse');
    const title = (text: string) => `<main data-pagefind-body>${story(text)}</main>`;
    await siteOf({
      'index.html': title('甲'),
      'stories/a/index.html': title('乙'),
      'stories/b/index.html': title('丙丁'),
    });
    expect(parsed).toHaveBeenCalledTimes(3);
    parsed.mockRestore();
  });
});

describe('a site that shows what nobody can read', () => {
  it.each(['见undefined', '结对：c-art2', 'NaN人'])('is not made: %s', async (words) => {
    await expect(siteOf({ 'index.html': `<p>${words}</p>` })).rejects.toThrow('现在是');
  });

  it('may show what only looks like an address of the document', async () => {
    await expect(siteOf({ 'index.html': '<p>c-art9</p>' })).resolves.toBeDefined();
  });
});

describe('the fonts of a site', () => {
  it('hold what a title needs beyond the common font in a file of its own, named in that page alone', async () => {
    const site = await siteOf({
      'index.html': '<h1>故事</h1>',
      'stories/a/index.html': story('故事甲乙'),
      'stories/b/index.html': story('乙甲'),
      'stories/c/index.html': story('故事'),
    });
    const own = site.fonts.filter((name) => name.startsWith('title-'));
    expect(own).toHaveLength(1);
    expect(site.page('stories/a/index.html')).toContain(`url("/aid/fonts/${own[0]}")`);
    expect(site.page('stories/b/index.html')).toContain(`url("/aid/fonts/${own[0]}")`);
    for (const page of ['index.html', 'stories/c/index.html']) expect(site.page(page)).not.toContain('Heading Own');
  });

  it('stay as they are, however many stories there are', async () => {
    const titles = '春夏秋冬东南西北山水云雨风雪花草树木'.split('');
    const few = await siteOf({ 'index.html': '<h1>故事</h1>', 'stories/a/index.html': story('一') });
    const many = await siteOf({
      'index.html': '<h1>故事</h1>',
      ...Object.fromEntries(titles.map((title, i) => [`stories/s${i}/index.html`, story(title)])),
    });
    const bytes = (site: { folder: string }, name: string) => readFileSync(join(site.folder, 'fonts', name));
    for (const name of ['heading.woff2', 'heading-more.woff2'])
      expect(bytes(many, name).equals(bytes(few, name))).toBe(true);
  });
});

describe('fonts that are kept', () => {
  const plan = (titles: Record<string, string>) => ({
    common: '故',
    more: '',
    scripts: new Map(),
    titles: new Map(Object.entries(titles)),
    ownFont: new Map(),
  });
  const written = async (kept: string | null, titles: Record<string, string>) => {
    const site = mkdtempSync(join(tmpdir(), 'fonts-'));
    folders.push(site);
    await writeFonts(site, plan(titles), kept);
    const names = readdirSync(join(site, 'fonts')).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(site, 'fonts', name), 'base64')]));
  };
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('give a site the same bytes as one made anew, and hold nothing that it does not need, not even by name', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'kept-'));
    folders.push(kept);
    const both = { 'fonts/title-a.woff2': '甲乙', 'fonts/title-b.woff2': '丙' };
    const fresh = await written(null, both);
    expect(await written(kept, both)).toEqual(fresh);
    expect(await written(kept, both)).toEqual(fresh);
    expect(filesIn(kept)).toHaveLength(5);
    const { 'title-a.woff2': _, ...rest } = fresh;
    expect(await written(kept, { 'fonts/title-b.woff2': '丙' })).toEqual(rest);
    expect(filesIn(kept).map(({ name }) => name)).toEqual(
      filesIn(kept).map(() => expect.stringMatching(/^[\da-f]{64}\.woff2$/)),
    );
    expect(filesIn(kept)).toHaveLength(4);
  });

  it('are right for two sites that are built at once and clear away what the other one needs', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'kept-'));
    folders.push(kept);
    const titles = [{ 'fonts/title-a.woff2': '甲乙' }, { 'fonts/title-b.woff2': '丙' }];
    const fresh = await Promise.all(titles.map((own) => written(null, own)));
    for (let round = 0; round < 5; round++) {
      expect(await Promise.all(titles.map((own) => written(kept, own)))).toEqual(fresh);
    }
  });
});
