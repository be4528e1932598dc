import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const sites = await builtSites('production', 'samples');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PHONE = { width: 390, height: 844, javaScript: false };

describe('the home page on a phone, without a script', () => {
  it('tells who does what for whom on the first screen, and that it is planned', async () => {
    const served = await serveFolder(sites.production);
    const seen = await visit(browser, served.url, PHONE);
    const first = await seen.page.locator('.cloth > .slip').evaluate((slip) => {
      const shown = [...slip.querySelectorAll('h1, .side, .flow p, dt, dd')].map(
        (e) => e.getBoundingClientRect().bottom,
      );
      return { text: slip.textContent ?? '', lowest: Math.max(...shown) };
    });
    await seen.close();
    await served.close();
    const words = first.text.replaceAll(/\s+/gu, '');
    for (const said of ['共青团湖南省委援建西藏山南市', '2019—2020年计划', '写信', '400人', '助学', '建队室', '挂职'])
      expect(words).toContain(said);
    expect(first.lowest).toBeLessThanOrEqual(PHONE.height);
  });

  it.each([320, 360, 390, 480, 768, 1280])(
    'cuts neither the office nor the city nor a year at the end of a line, at %i px',
    async (width) => {
      const served = await serveFolder(sites.production);
      const seen = await visit(browser, served.url, { ...PHONE, width });
      const cut = await seen.page.locator('.cloth .side').evaluate((side) => {
        const upright = getComputedStyle(side).writingMode.startsWith('vertical');
        return [...side.querySelectorAll('span')].flatMap((part) => {
          const text = part.textContent ?? '';
          const boxes = [...part.childNodes].flatMap((node) =>
            Array.from(node.textContent ?? '', (_, i) => {
              const range = document.createRange();
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const { left, top } = range.getBoundingClientRect();
              return upright ? left : top;
            }),
          );
          return ['共青团湖南省委', '山南市', '二〇一九', '二〇二〇年'].filter((whole) => {
            const at = text.indexOf(whole);
            return at >= 0 && Math.abs((boxes[at] ?? 0) - (boxes[at + whole.length - 1] ?? 0)) > 4;
          });
        });
      });
      await seen.close();
      await served.close();
      expect(cut).toEqual([]);
    },
  );

  it('shows the cloth, one thread of it opened, the map, the stories, in this order, and no grid of cells', async () => {
    const served = await serveFolder(sites.production);
    const seen = await visit(browser, served.url, PHONE);
    const tops = await seen.page.evaluate(() =>
      ['.cloth', '.opened', 'figure.chart', '.shelf', '.doors'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().top ?? Number.NaN,
      ),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    // A thumb that scrolls three screens has met the stories.
    expect(tops[3]).toBeLessThan(3.2 * PHONE.height);
    expect(await seen.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
    expect(await seen.page.locator('.loom').count()).toBe(0);
    expect(await seen.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await seen.close();
    await served.close();
  });
});

describe('the open thread', () => {
  it('is a window half a screen high between the 27 other threads, each of which leads to its township', async () => {
    const served = await serveFolder(sites.production);
    const seen = await visit(browser, served.url, PHONE);
    const { bands, pane } = await seen.page.evaluate(() => ({
      bands: [...document.querySelectorAll('.band a')].map((a) => ({
        height: a.getBoundingClientRect().height,
        to: a.getAttribute('href') ?? '',
        name: a.getAttribute('title') ?? '',
      })),
      pane: document.querySelector('.pane')?.getBoundingClientRect().height ?? 0,
    }));
    const own = await seen.page.locator('.opened .whose a').getAttribute('href');
    await seen.close();
    await served.close();
    expect(pane).toBeGreaterThanOrEqual(0.45 * PHONE.height);
    expect(bands.filter(({ height, name }) => height < 8 || height > 12 || name === '')).toEqual([]);
    expect(new Set([...bands.map(({ to }) => to), own]).size).toBe(28);
  });

  it('tells one thing of the place with its source while there is no person to show', async () => {
    const served = await serveFolder(sites.production);
    const seen = await visit(browser, served.url, PHONE);
    expect(await seen.page.locator('.opened h2').textContent()).toContain('一根线，一个地方');
    expect((await seen.page.locator('.opened .words').textContent())?.trim()).not.toBe('');
    expect((await seen.page.locator('.opened small').textContent())?.trim()).not.toBe('');
    await seen.close();
    await served.close();
  });

  it('belongs to a person as soon as there is a story of one, with a picture of at most 40 kB on a phone', async () => {
    const served = await serveFolder(sites.samples);
    const seen = await visit(browser, served.url, { ...PHONE, scale: 3, phone: true });
    expect(await seen.page.locator('.opened h2').textContent()).toContain('一根线，一个人');
    const picture = seen.page.locator('.pane img');
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((img: HTMLImageElement) => img.decode());
    const address = await picture.evaluate((img: HTMLImageElement) => img.currentSrc);
    const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
    await seen.close();
    await served.close();
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(40_000);
  });
});
