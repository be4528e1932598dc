import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites, type SiteWithContent } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const sites = await builtSites('production', 'region', 'schools', 'joint');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PHONE = { width: 390, height: 844, javaScript: false };

async function on<T>(site: SiteWithContent, path: string, look: (page: Page) => Promise<T>): Promise<T> {
  const served = await serveFolder(site);
  const seen = await visit(browser, served.url + path, PHONE);
  try {
    return await look(seen.page);
  } finally {
    await seen.close();
    await served.close();
  }
}

/** What stands at the ribbon, journey by journey: the kind and the name of every stop, the text of all. */
const journeysOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.journey')].map((journey) => ({
      stations: journey.querySelectorAll('ol > li:has(> .stop)').length,
      stops: [...journey.querySelectorAll('.stop')].map((stop) => ({
        kind: stop.classList.item(1),
        name: stop.querySelector('h3, h4')?.textContent?.trim() ?? '',
        text: stop.textContent ?? '',
        top: stop.getBoundingClientRect().top,
      })),
    })),
  );

describe('the journey of a pairing, without a script', () => {
  it.each([
    ['yueyang', ['岳阳', '', '桑日县', '绒乡', '桑日镇', '增期乡', '还有一个乡镇']],
    [
      'changde',
      [
        ...['常德', '', '隆子县', '隆子镇', '热荣乡', '列麦乡', '准巴乡', '雪沙乡', '斗玉乡'],
        ...['扎日乡', '玉麦乡', '加玉乡', '还有两个乡镇', '故事'],
      ],
    ],
  ])(
    'leads from %s past the distance and the county to each township and the stories, in seven to nine stations',
    async (city, names) => {
      const [journey, ...others] = await on(sites.production, `pairings/${city}/`, journeysOn);
      expect(others).toEqual([]);
      expect(journey?.stops.map(({ name }) => name)).toEqual(names);
      expect(journey?.stations).toBeGreaterThanOrEqual(7);
      expect(journey?.stations).toBeLessThanOrEqual(9);
      const tops = journey?.stops.map(({ top }) => top) ?? [];
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      const text = (at: number) => journey?.stops[at]?.text.replaceAll(/\s/gu, '') ?? '';
      expect(text(0)).toMatch(/城区海拔约\d+米/);
      expect(text(1)).toMatch(/球面距离约\d+公里.*海拔差约\d+米/);
      expect(text(2)).toMatch(/县城海拔约\d+米/);
      // Rivers are drawn on the map, and counted or listed nowhere.
      expect(text(0) + text(1)).not.toMatch(/[江河湖]|跨/);
    },
  );

  it('tells one thing of every township of which more is known than of all, with its source, and lets the page tell nothing of it a second time', async () => {
    const { others, text, told, twice } = await on(sites.production, 'pairings/changde/', (page) =>
      page.evaluate(() => {
        const main = document.querySelector('main')?.textContent ?? '';
        const stops = [...document.querySelectorAll('.stop.thirds:not(:has(.names))')];
        const said = stops.map((stop) => stop.querySelector('.told > p')?.textContent ?? '');
        return {
          others: [...document.querySelectorAll('.journey .names a')].map((a) => a.getAttribute('href')),
          text: main,
          told: stops.map((stop) => [
            said[stops.indexOf(stop)] !== '',
            (stop.querySelector('small')?.textContent ?? '') !== '',
          ]),
          twice: said.filter((text) => main.split(text).length !== 2),
        };
      }),
    );
    expect(told).toEqual(Array(9).fill([true, true]));
    // How many villages each township has tells nothing of it: such a one stands by its name.
    expect(others).toEqual(['/townships/ridang/', '/townships/sanlin/']);
    expect(text).not.toContain('村（居）');
    expect(twice).toEqual([]);
  });

  it('is two on the page of a giver that has two receivers, and says no number that nobody knows', async () => {
    const two = await on(sites.region, 'pairings/yangli-jia/', journeysOn);
    expect(two.map(({ stops }) => stops.find(({ kind }) => kind === 'receiver')?.name)).toEqual(['云溪县', '雾溪县']);
    const unknown = await on(sites.region, 'pairings/yangli-bing/', journeysOn);
    for (const { stops } of [...two, ...unknown]) {
      expect(stops.filter(({ text }) => text.trim() === '')).toEqual([]);
      expect(stops.map(({ text }) => text).join('')).not.toMatch(/(?<!\d)0\s*(公里|米)/);
    }
    expect(unknown.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'way'))).toEqual([]);
  });

  it.each(['changsha', 'zhuzhou', 'yueyang', 'changde'])(
    'makes the page of %s one of six screens of a phone',
    async (city) => {
      const height = await on(sites.production, `pairings/${city}/`, (page) =>
        page.evaluate(() => document.documentElement.scrollHeight),
      );
      expect(height).toBeLessThan(6.1 * PHONE.height);
    },
  );

  it('is none where there are fewer than three stations', async () => {
    expect(await on(sites.schools, 'pairings/feng/', journeysOn)).toEqual([]);
  });

  it('leaves no room of the head of the page without a stripe, however few they are', async () => {
    for (const [site, path] of [
      [sites.production, 'pairings/yueyang/'],
      [sites.production, 'pairings/changde/'],
      [sites.schools, 'pairings/feng/'],
      [sites.joint, 'pairings/zhihuibu/'],
    ] as const) {
      const bare = await on(site, path, async (page) => {
        const heights: number[] = [];
        for (const width of [390, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          heights.push(
            await page.evaluate(() => {
              const bottom = (part: string) =>
                Math.max(...[...document.querySelectorAll(part)].map((e) => e.getBoundingClientRect().bottom));
              return Math.round(bottom('.one') - bottom('.one ul a'));
            }),
          );
        }
        return heights;
      });
      expect([path, ...bare]).toEqual([path, 0, 0, 0]);
    }
  });
});

/** How far below the beginning of the ribbon the letter lies, at a place of the page. */
const letterAt = async (page: Page, part: number) => {
  await page.evaluate((share) => {
    const box = document.querySelector('.journey')?.getBoundingClientRect();
    if (box) window.scrollTo(0, window.scrollY + box.top + box.height * share - window.innerHeight / 2);
  }, part);
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const top = (of: string) => document.querySelector(of)?.getBoundingClientRect().top ?? Number.NaN;
    const height = document.querySelector('.journey')?.getBoundingClientRect().height ?? Number.NaN;
    return (top('.letter') - top('.journey')) / height;
  });
};

describe('the letter on the ribbon', () => {
  it('goes from the first station to the last as the reader scrolls, and never leaves the ribbon', async () => {
    const at = await on(sites.production, 'pairings/yueyang/', async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      return [await letterAt(page, -0.5), await letterAt(page, 0.5), await letterAt(page, 1.5)] as const;
    });
    expect(at[0]).toBeLessThan(0.1);
    expect(at[1]).toBeGreaterThan(0.35);
    expect(at[1]).toBeLessThan(0.65);
    expect(at[2]).toBeGreaterThan(0.85);
    expect(at[2]).toBeLessThan(1);
  });

  it('stands still for those who want nothing to move, and on paper', async () => {
    const seen = await on(sites.production, 'pairings/yueyang/', async (page) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const still = [await letterAt(page, 0), await letterAt(page, 1)];
      await page.emulateMedia({ reducedMotion: 'no-preference', media: 'print' });
      return { still, paper: [await letterAt(page, 0), await letterAt(page, 1)] };
    });
    for (const [first, last] of [seen.still, seen.paper]) {
      expect(first).toBeLessThan(0.1);
      expect(last).toBe(first);
    }
  });
});
