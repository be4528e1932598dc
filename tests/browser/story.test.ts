import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { filesOf, readText } from '../site/pages.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const site = await builtSite('samples');
/** Every story of the preview: samples differ in kind, length, pictures and title on purpose. */
const stories = filesOf(site)
  .flatMap((file) => /^\/(stories\/(?!by\/|page\/)[^/]+\/)index\.html$/.exec(file)?.[1] ?? [])
  // What only says that a story is gone has neither title nor cover.
  .filter((path) => !readText(site, `/${path}index.html`).includes('data-tombstone'));

let browser: Browser;
let served: ServedFolder;
let seen: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  seen = await visit(browser, `${served.url}404.html`);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('a story on a screen', () => {
  it.each(stories)(
    'shows its title whole inside the slip or beside the cover, and is never wider: /%s',
    async (path) => {
      await seen.goTo(served.url + path);
      const wrong: unknown[] = [];
      for (const width of [320, 390, 768, 1280]) {
        await seen.page.setViewportSize({ width, height: 800 });
        const found = await seen.page.evaluate(() => {
          const h1 = document.querySelector('h1');
          const cover = document.querySelector('.cov');
          if (!h1 || !cover) return ['no title or no cover'];
          const problems: string[] = [];
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
            problems.push('wider than the screen');
          const size = Number.parseFloat(getComputedStyle(h1).fontSize);
          if (size < 19) problems.push(`title ${size} px`);
          if (h1.closest('.cov')) {
            // Under a photo that is whole it hangs into the head of the story.
            const round = cover.closest('.top.whole') ?? cover;
            const [outer, slip] = [round.getBoundingClientRect(), h1.getBoundingClientRect()];
            const range = document.createRange();
            range.selectNodeContents(h1);
            const text = range.getBoundingClientRect();
            if (slip.right > outer.right || slip.bottom > outer.bottom) problems.push('slip leaves the cover');
            if (text.bottom > slip.bottom || text.right > slip.right || text.left < slip.left)
              problems.push('words leave the slip');
          }
          return problems;
        });
        if (found.length > 0) wrong.push({ width, found });
      }
      expect(wrong).toEqual([]);
    },
  );

  it('gets its pictures at a width that fits the screen, none before it is near', async () => {
    const withPhotos = stories.filter((path) => path.length > 0);
    let photos = 0;
    // A browser that has a wider one already takes that: here it has none.
    const own = await visit(browser, `${served.url}404.html`, { width: 390, height: 664 });
    for (const path of withPhotos) {
      const asked: string[] = [];
      const note = (request: { url: () => string }) =>
        request.url().includes('/pictures/') && asked.push(request.url());
      own.page.on('request', note);
      await own.goTo(served.url + path);
      own.page.off('request', note);
      photos += asked.length;
      expect(asked.filter((url) => !/-(480|800)\.avif$/.test(url) && !/-\d{3}\.avif$/.test(url))).toEqual([]);
      expect(own.failedRequests).toEqual([]);
    }
    await own.close();
    expect(photos).toBeGreaterThan(0);
  });

  it('is read with script off as with script on: nothing on it needs any', async () => {
    const plain = await visit(browser, served.url + stories[0], { javaScript: false, width: 390 });
    // Two small scripts: for the key that goes to the field in the header, and to copy how the story is quoted.
    const scripts = await plain.page.locator('script').evaluateAll((all) => all.map((script) => script.outerHTML));
    expect(scripts.length).toBe(2);
    expect(scripts.join('').length).toBeLessThan(1200);
    expect(await plain.page.locator('.prose p').first().isVisible()).toBe(true);
    await plain.close();
  });
});

describe('the cloth of a cover', () => {
  it('is pulled straight by whoever points at it, and stays as it is sewn for those who want nothing to move', async () => {
    const { page } = seen;
    await page.setViewportSize({ width: 1280, height: 800 });
    await seen.goTo(`${served.url}stories/how-far-a-letter/`);
    const pulled = () => page.locator('.cov .sewn').evaluate((panel) => getComputedStyle(panel).transform);
    const sewn = await pulled();
    expect(sewn).not.toBe('none');
    await page.locator('.cov').hover();
    expect(await pulled()).toBe(sewn);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(pulled).toMatch(/^none$|^matrix\(1, 0, 0, 1, 0, 0\)$/u);
    await page.mouse.move(1279, 799);
    await expect.poll(pulled).toBe(sewn);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
});
