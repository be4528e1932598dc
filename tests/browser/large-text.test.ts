import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';
import { builtSites } from '../site/built-site.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const sites = await builtSites('samples', 'region');

/** How readers ask for larger letters: in the settings of their browser, or inside WeChat, which enlarges all letters of a page. */
type Way = 'browser' | 'wechat';

/** A phone of 390 × 844 whose reader asked for letters so many times as large. */
async function onPhone(way: Way, times: number, read: (page: Page) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'large-text-'));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (way === 'browser') {
    // The setting of a browser with a window, and what says the same to one without.
    mkdirSync(join(profile, 'Default'));
    const preferences = { webkit: { webprefs: { default_font_size: 16 * times } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    args.push(`--blink-settings=defaultFontSize=${16 * times}`);
  }
  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium() ?? '',
      args,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    if (way === 'browser') {
      await page.setContent('<p style="font-size: medium">');
      const asked = await page.locator('p').evaluate((element) => getComputedStyle(element).fontSize);
      expect(asked).toBe(`${16 * times}px`);
    }
    await read(page);
  } finally {
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function open(page: Page, address: string, way: Way, times: number): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  if (way === 'wechat')
    await page.evaluate((all) => document.body.style.setProperty('-webkit-text-size-adjust', all), `${100 * times}%`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/** What is wrong with a page as it is laid out: it scrolls sideways, letters are cut off, or lie on others. */
const troubles = (page: Page) =>
  page.evaluate(() => {
    /** Share of the size of a letter that has ink, on each side of its middle. */
    const INK = 0.42;
    const found = new Set<string>();
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1) found.add(`scrolls sideways: ${scrollWidth}`);
    // Every text asks about all that it lies in: each is looked at once.
    const once = <T>(look: (element: Element) => T) => {
      const seen = new Map<Element, T>();
      return (element: Element): T => {
        const known = seen.get(element);
        if (known !== undefined) return known;
        const found = look(element);
        seen.set(element, found);
        return found;
      };
    };
    const liesHidden: (element: Element) => boolean = once(
      (e) =>
        getComputedStyle(e).clipPath !== 'none' ||
        e.getBoundingClientRect().width <= 1 ||
        (e.parentElement !== null && liesHidden(e.parentElement)),
    );
    const isHidden = (element: Element) => liesHidden(element) || !element.checkVisibility();
    const clips = once((e) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
      return { clips: /hidden|clip/.test(overflowX + overflowY), frame: e.getBoundingClientRect(), textOverflow };
    });
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly element: Element;
      readonly words: string;
    }
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = (node.textContent ?? '').trim().slice(0, 12);
      if (!element || words === '' || element.closest('svg, script, style, noscript, .skip') || isHidden(element))
        continue;
      const { fontSize, writingMode } = getComputedStyle(element);
      const half = Number.parseFloat(fontSize) * INK;
      // A summary that is cut after so many lines says so.
      const clamped = element.closest('.who')?.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2 || (clamped && rect.bottom > clamped.bottom + 2)) continue;
        const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
        const box = writingMode.startsWith('vertical')
          ? { left: x - half, right: x + half, top: rect.top, bottom: rect.bottom, element, words }
          : { left: rect.left, right: rect.right, top: y - half, bottom: y + half, element, words };
        boxes.push(box);
        for (let e: Element | null = element; e && e !== document.body; e = e.parentElement) {
          const { clips: cuts, frame, textOverflow } = clips(e);
          if (!cuts) continue;
          const outside = box.left < frame.left - 2 || box.right > frame.right + 2;
          // A word that is shortened with three dots says so.
          if ((outside && textOverflow !== 'ellipsis') || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
            found.add(`cut: ${words}`);
          break;
        }
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    for (const [i, a] of boxes.entries()) {
      for (let j = i + 1; ; j += 1) {
        const b = boxes[j];
        if (!b || b.top >= a.bottom) break;
        const [wide, high] = [
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - b.top,
        ];
        if (a.element !== b.element && wide > 3 && high > 3) found.add(`on each other: ${a.words} / ${b.words}`);
      }
    }
    return [...found];
  });

const WAYS = [
  { way: 'browser', times: 1.5 },
  { way: 'browser', times: 2 },
  { way: 'wechat', times: 1.5 },
  { way: 'wechat', times: 2 },
] as const;

/** Twice as large every kind of page is read in both ways; half as large again each in one of them. */
const kindsOf = (way: Way, times: number) =>
  PAGE_KINDS.filter((_, i) => times === 2 || i % 2 === (way === 'browser' ? 0 : 1));

describe.each(WAYS)('a phone with letters $times times as large (asked for in: $way)', ({ way, times }) => {
  it('shows every kind of page whole: nothing lies on anything, nothing is cut, nothing scrolls sideways', async () => {
    const served = await serveFolder(sites.samples);
    const wrong: string[] = [];
    await onPhone(way, times, async (page) => {
      for (const path of kindsOf(way, times)) {
        await open(page, `${served.url}${path}`, way, times);
        wrong.push(...(await troubles(page)).map((what) => `/${path} ${what}`));
      }
    });
    await served.close();
    expect(wrong).toEqual([]);
  });

  it('shows the first screen of another programme whole', async () => {
    const served = await serveFolder(sites.region);
    await onPhone(way, times, async (page) => {
      await open(page, served.url, way, times);
      expect(await troubles(page)).toEqual([]);
    });
    await served.close();
  });
});
