import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
  await finishSite(folder, { base: '/aid/' });
  return {
    fonts: readdirSync(join(folder, 'fonts')).sort(),
    page: (file: string) => readFileSync(join(folder, file), 'utf8'),
    folder,
  };
}
const story = (title: string) => `<h1 class="own-title">${title}</h1>`;

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
