import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '#desk/check.ts';
import { MARK } from '#site/publish/manifest.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { doHere } from '../desk/commands.ts';
import { photoWithPlace } from '../fixtures/stories/hostile.ts';
import { buildSite } from './built-site.ts';
import { elements, readPage, tag, textOf } from './pages.ts';
import { filesWith } from './site-bytes.ts';

/** Planted in everything that a story has. */
const MARKS = ['暗号标题', '暗号摘要', '暗号正文', '暗号说明', '暗号替代', 'xq-embargo-7f3'];
const ID = 'xq-embargo-7f3';
const PHOTO = 'photographer="样例" holder="样例" licence="样例" people="无"';
const STORY = `---
kind: explainer
title: 暗号标题
summary: 暗号摘要。
date: 2026-11-01
publish_at: 2026-12-01 09:00
unpublish_at: 2026-12-31 18:00
editor: 样例编辑
source: 样例单位
---

暗号正文。

<Photo src="a.jpg" alt="暗号替代" caption="暗号说明" ${PHOTO}/>
`;

const dir = mkdtempSync(join(tmpdir(), 'embargo-'));
const content = join(dir, 'content');
const at = (name: string) => ({ folder: join(dir, name), base: '/' });
let picture = '';

const MOMENTS = {
  before: '2026-12-01T08:59:00+08:00',
  after: '2026-12-01T09:00:00+08:00',
  over: '2026-12-31T18:00:00+08:00',
};

beforeAll(async () => {
  cpSync(join(projectFolder, 'tests/fixtures/region'), content, { recursive: true });
  mkdirSync(join(content, 'stories', ID), { recursive: true });
  const photo = await photoWithPlace(7);
  picture = createHash('sha256').update(photo).digest('hex').slice(0, 16);
  writeFileSync(join(content, 'stories', ID, 'index.mdx'), STORY);
  writeFileSync(join(content, 'stories', ID, 'a.jpg'), photo);
  for (const [name, now] of Object.entries(MOMENTS)) {
    const settings = { CONTENT_DIR: content, OUT_DIR: at(name).folder, SITE_NOW: now };
    const { output, status } = await buildSite({ settings });
    if (status !== 0) throw new Error(output);
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('a story with an hour', () => {
  it('is in no byte of the site one minute before it', () => {
    expect(filesWith(at('before').folder, [...MARKS, picture])).toEqual([]);
  });

  it('is there from the hour on: its page, the lists, the feed, the map of the site, the data, its pictures', () => {
    const found = filesWith(at('after').folder, [...MARKS, picture]).join('\n');
    const places = [
      `stories/${ID}/index.html`,
      'stories/index.html',
      'feed.xml',
      'feed.json',
      'feeds/kind/explainer.xml',
      'feeds/kind/explainer.json',
      'sitemap-0.xml',
      'data/stories.json',
      `pictures/${picture}`,
    ];
    for (const place of places) expect(found).toContain(place);
  });

  it('leaves, when its time is over, a page that says so and nothing else of itself', () => {
    const { folder } = at('over');
    const found = filesWith(folder, [...MARKS, picture]);
    // The mark of the build lists the files there are, by name: the page at this address among them.
    const address = [`stories/${ID}`, `${MARK}: ${ID}`];
    expect(found.filter((line) => !address.some((start) => line.startsWith(start)))).toEqual([]);
    expect(found.filter((line) => !line.endsWith(ID))).toEqual([]);
    const page = readPage(at('over'), `/stories/${ID}/`);
    expect(textOf(page.root)).toContain('这一篇已经撤下');
    const robots = elements(page.root, tag('meta')).filter((meta) =>
      meta.attrs.some(({ value }) => value === 'noindex'),
    );
    expect(robots).toHaveLength(1);
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).not.toContain(ID);
  });

  it('is named by the check with the hour at which the site changes', async () => {
    const settings = { CONTENT_DIR: content, SITE_NOW: MOMENTS.before };
    const { stdout } = await doHere(check, ['--no-samples'], settings);
    expect(stdout.trimEnd().split('\n').slice(-3).join('\n')).toContain(
      '网站下一次自己会变：2026年12月1日09:00　《暗号标题》发布',
    );
    expect(existsSync(content)).toBe(true);
  });
});
