import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARK } from '#site/publish/manifest.ts';
import { projectFolder } from '../../scripts/setup/install.mjs';
import { builtSites } from './built-site.ts';
import { attribute, classed, elements, filesOf, readPage, readText, textOf } from './pages.ts';
import { filesWith } from './site-bytes.ts';

const { production, samples } = await builtSites('production', 'samples');
const STORY = /^\/stories\/(?!by\/|page\/)[^/]+\/index\.html$/;

/** What the panel of a story page in the preview says; null: it has none. */
function panelOf(path: string): string | null {
  const [panel] = elements(readPage(samples, path).root, classed('release'));
  return panel ? textOf(panel).replace(/\s+/g, ' ') : null;
}

describe('what is still open for a story', () => {
  it('stands on every story page of the preview, also where nothing is', () => {
    const pages = filesOf(samples).filter((file) => STORY.test(file));
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((file) => panelOf(file.replace('index.html', '')) === null)).toEqual([]);
    expect(panelOf('/stories/how-far-a-letter/')).toContain('没有要做的事');
  });

  it('stands nowhere in production, not even its style', () => {
    const pages = filesOf(production).filter((file) => file.endsWith('.html'));
    expect(pages.filter((file) => /class="?release|\.release/.test(readText(production, file)))).toEqual([]);
  });

  it.each([
    ['embargo', '到2036年1月1日09:00才发布'],
    ['second-review', '还没有复审'],
    ['withdrawn', '撤回了授权'],
    ['ended', '撤下'],
    ['expired-picture', '网站已经不放它'],
    ['fallback', '没有肖像授权，网站不放它'],
    ['minor', '还没有初审'],
    ['aided', '还没有初审'],
    ['names', '样例庚的事迹、姓名不能用：授权记录里没有这个人'],
  ])('is shown by a sample for each rule: %s', (name, words) => {
    expect(panelOf(`/stories/sample-rule-${name}/`)).toContain(words);
  });

  it.each(['withdrawn', 'ended'])('a sample that is gone leaves a page without a word of itself: %s', (name) => {
    const { root } = readPage(samples, `/stories/sample-rule-${name}/`);
    expect(elements(root, (e) => attribute(e, 'data-tombstone') !== null)).toHaveLength(1);
    const others = filesOf(samples).filter(
      // The mark of the build lists the files there are, by name.
      (file) => /\.(html|xml|json)$/.test(file) && !file.includes(`rule-${name}/`) && file !== `/${MARK}`,
    );
    expect(others.filter((file) => readText(samples, file).includes(`sample-rule-${name}`))).toEqual([]);
  });

  it.each([
    ['expired-picture', 'drum-lent.jpg', false],
    ['expired-picture', 'window-lent.jpg', false],
    ['expired-picture', 'bookshelf.jpg', true],
    ['fallback', 'relay-weave.jpg', false],
    ['fallback', 'desk-letters.jpg', true],
    ['withdrawn', 'stone-weave.jpg', false],
  ])('a picture that nobody may show is in no file of the site: %s, %s', (name, picture, shown) => {
    const file = join(projectFolder, 'content/samples/stories', `sample-rule-${name}`, picture);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
    expect(filesWith(samples.folder, [hash]).length > 0).toBe(shown);
  });

  it('says of a 化名 that it is one, on the page itself', () => {
    expect(textOf(readPage(samples, '/stories/sample-rule-fallback/').root)).toContain('文中的样例小禾是化名');
    const bytes = filesOf(samples).filter((file) => /\.(html|xml|json|csv)$/.test(file));
    expect(bytes.filter((file) => readText(samples, file).includes('样例李明'))).toEqual([]);
  });
});
