import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, type PageOptions, visit } from './browser.ts';

const site = await builtSite('samples');

let browser: Browser;
/** One tab for all readers at a desk: it goes to an address far quicker than a new one opens. */
let desk: Page;
let served: ServedFolder;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const search = (query: string) => `${served.url}search/?q=${encodeURIComponent(query)}`;
const done = (page: Page) => page.waitForSelector('main[data-state="done"]');
const state = (page: Page) => page.getAttribute('main', 'data-state');
const hits = (page: Page) => page.locator('[data-group="exact"] a[data-hit]');
const said = async (page: Page) => (await page.locator('#said').textContent()) ?? '';
const field = (page: Page) => page.locator('main input[name=q]');
const asked = (page: Page) => new URL(page.url()).searchParams.get('q');

/** Goes to a page at the desk, or opens it as the options say, and uses it. */
async function at(address: string, use: (page: Page) => Promise<void>, options?: PageOptions) {
  if (options) {
    const { page, close } = await visit(browser, address, options);
    return use(page).finally(close);
  }
  await desk.goto(address);
  await use(desk).finally(() => desk.unrouteAll({ behavior: 'ignoreErrors' }));
}

/** Types a query as a reader does and waits until its results stand there. */
async function type(page: Page, query: string): Promise<void> {
  await field(page).fill(query);
  await done(page);
}

describe('from any page', () => {
  it('the field in the header leads to the results, without a script on that page', async () => {
    await at(
      `${served.url}townships/yumai/`,
      async (page) => {
        await page.fill('header input[name=q]', '邦典');
        await page.press('header input[name=q]', 'Enter');
        await page.waitForURL(/\/search\/\?q=/);
        expect(asked(page)).toBe('邦典');
        expect(await page.locator('main h1').textContent()).toBe('搜索');
      },
      { javaScript: false },
    );
  });

  it('a slash goes to the field; on a phone the word 搜索 opens the page with the field ready', async () => {
    await at(`${served.url}plan/`, async (page) => {
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
      await page.keyboard.type('a/b');
      expect(await page.inputValue('header input[name=q]')).toBe('a/b');
    });
    await at(
      `${served.url}plan/`,
      async (page) => {
        expect(await page.locator('header input[name=q]').isVisible()).toBe(false);
        await page.click('header form button');
        await page.waitForURL(/\/search\//);
        expect(await state(page)).toBe('idle');
      },
      { width: 390, phone: true },
    );
  });

  it('loads nothing of the search before it is used', async () => {
    await at(`${served.url}search/`, async (page) => {
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name));
      expect(loaded.filter((name) => /pagefind|names\.json|pages\.json/.test(name))).toEqual([]);
    });
  });
});

describe('while a reader types', () => {
  it('the count, the address and the title follow, and the best page comes first', async () => {
    await at(`${served.url}search/?size=all`, async (page) => {
      await type(page, '玉麦');
      const count = await hits(page).count();
      expect(await said(page)).toContain(`找到${count}篇`);
      expect(asked(page)).toBe('玉麦');
      expect(await page.title()).toMatch(/^玉麦｜搜索/);
      expect(await hits(page).first().getAttribute('href')).toContain('/townships/yumai/');
      const marks = await page.locator('[data-group="exact"] mark').allTextContents();
      expect(marks.length).toBeGreaterThan(count - 1);
      expect([...new Set(marks)]).toEqual(['玉麦']);
    });
  });

  it('nothing is sent while an input method composes', async () => {
    await at(`${served.url}search/`, async (page) => {
      await field(page).focus();
      const during = await page.evaluate(async () => {
        const input = document.querySelector<HTMLInputElement>('main input[name=q]');
        const main = document.querySelector('main');
        if (!input || !main) return [];
        const seen: (string | null)[] = [];
        input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        for (const typed of ['yu', "yu'mai"]) {
          input.value = typed;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: typed }));
          await new Promise((later) => setTimeout(later, 300));
          seen.push(main.getAttribute('data-state'));
        }
        input.value = '玉麦';
        input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '玉麦' }));
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: '玉麦' }));
        return seen;
      });
      expect(during).toEqual(['idle', 'idle']);
      await done(page);
      expect(asked(page)).toBe('玉麦');
    });
  });

  it('only the answer to what stands in the field is shown', async () => {
    await at(`${served.url}search/`, async (page) => {
      await type(page, '援藏');
      // What was asked first is answered last.
      let wait = 700;
      await page.route('**/*.pf_fragment', async (route) => {
        await new Promise((later) => setTimeout(later, wait));
        await route.continue().catch(() => undefined);
      });
      await field(page).fill('团干');
      await field(page).press('Enter');
      wait = 0;
      await field(page).fill('邦典');
      await field(page).press('Enter');
      await done(page);
      await page.waitForTimeout(900);
      const marks = await page.locator('[data-group="exact"] mark').allTextContents();
      expect([...new Set(marks)]).toEqual(['邦典']);
    });
  });
});

describe('the address', () => {
  it('tells query, narrowing and size, opens as it was, and back goes where the reader came from', async () => {
    await at(search('少先队'), async (page) => {
      await done(page);
      const first = await hits(page).count();
      await type(page, '芙蓉学子');
      expect(asked(page)).toBe('芙蓉学子');
      const facet = page.locator('#facets a:not([aria-current])').first();
      const narrowed = Number(await facet.locator('b').textContent());
      await facet.click();
      await page.waitForFunction(() => new URL(location.href).searchParams.size === 2);
      await done(page);
      expect(await said(page)).toContain(`找到${narrowed}篇`);
      const address = page.url();
      await page.goBack();
      await page.waitForFunction(() => new URL(location.href).searchParams.size === 1);
      await done(page);
      await page.goBack();
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#q')?.value === '少先队');
      await done(page);
      expect(await hits(page).count()).toBe(first);
      await page.goto(address);
      await done(page);
      expect(await said(page)).toContain(`找到${narrowed}篇`);
    });
  });

  it('with size=all shows every exact hit, without it ten and the way to the rest', async () => {
    await at(search('年'), async (page) => {
      await done(page);
      expect(await hits(page).count()).toBe(10);
      const total = Number(/找到(\d+)篇/.exec(await said(page))?.[1]);
      expect(total).toBeGreaterThan(100);
      await page.locator('#more a').last().click();
      await page.waitForFunction(() => location.search.includes('size=all'));
      await done(page);
      expect(await hits(page).count()).toBe(total);
    });
  });

  it('shows stories and people first, facts folded in one group that fills when it is opened', async () => {
    await at(search('书信'), async (page) => {
      await done(page);
      const kinds = await page.locator('#exact li div > small:first-child').allTextContents();
      expect(kinds).not.toContain('事实');
      expect(kinds.slice(1, 4).every((kind) => /人物|集体|成果|好办法|动态|解读/.test(kind))).toBe(true);
      const facts = page.locator('#facts details');
      expect(await facts.locator('summary').textContent()).toMatch(/^事实\d+条$/);
      expect(await facts.locator('a[data-hit]').count()).toBe(0);
      await facts.locator('summary').click();
      await facts.locator('a[data-hit]').first().waitFor();
      const count = Number(/\d+/.exec((await facts.locator('summary').textContent()) ?? '')?.[0]);
      expect(await facts.locator('a[data-hit]').count()).toBe(count);
    });
  });

  it('leads from a long page to the paragraph', async () => {
    await at(search('希望办 未保办 青创办'), async (page) => {
      await done(page);
      const plan = page.locator('[data-group="exact"] a[data-hit][href*="/plan/#"]');
      const href = await plan.first().getAttribute('href');
      await page.goto(new URL(href ?? '', page.url()).href);
      const text = await page.locator(':target').first().textContent();
      expect(text).toMatch(/希望办|未保办|青创办/);
    });
  });
});

describe('with the keyboard', () => {
  it('a slash goes to the field, arrows move through the hits, Enter opens, Esc clears', async () => {
    await at(search('邦典'), async (page) => {
      await done(page);
      const focusedHit = () =>
        page.evaluate(() => [...document.querySelectorAll('a[data-hit]')].indexOf(document.activeElement as Element));
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      expect(await focusedHit()).toBe(0);
      await page.keyboard.press('ArrowDown');
      expect(await focusedHit()).toBe(1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      const href = await hits(page).first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
      expect(page.url()).toContain(href?.replace(/#.*$/, '') ?? '?');
      await page.goBack();
      await done(page);
      await field(page).focus();
      await page.keyboard.press('Escape');
      await page.waitForSelector('main[data-state="idle"]');
      expect(await field(page).inputValue()).toBe('');
      expect(asked(page)).toBe(null);
    });
  });
});

describe('every state has its words', () => {
  it('nothing asked: places and projects a tap away, and all names', async () => {
    await at(`${served.url}search/`, async (page) => {
      expect(await page.locator('#start a').count()).toBeGreaterThan(10);
      const named = await page
        .locator('#names a[href*="/townships/"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(new Set(named).size).toBe(28);
      await page.locator('#start a').first().click();
      await done(page);
      expect(await hits(page).count()).toBeGreaterThan(0);
    });
  });

  it('only punctuation, or far too much: said, nothing searched', async () => {
    await at(`${served.url}search/`, async (page) => {
      for (const [query, words] of [
        ['，。！？', '只有标点'],
        ['字'.repeat(5000), '5000个字'],
      ] as const) {
        await type(page, query);
        expect(await said(page)).toContain(words);
        expect(await hits(page).count()).toBe(0);
      }
    });
  });

  it('nothing found: said with the count, and what is near stands apart with its reason', async () => {
    await at(search('玉脉'), async (page) => {
      await done(page);
      expect(await said(page)).toContain('找到0篇');
      expect(await hits(page).count()).toBe(0);
      const related = page.locator('[data-group="related"]');
      expect(await related.textContent()).toContain('不含原词');
      expect(await related.locator('a[data-hit]').count()).toBeGreaterThan(0);
      expect(await related.locator('.why').first().textContent()).toContain('玉麦');
      await type(page, '玉脉乡的藏羚羊');
      expect(await said(page)).toContain('找到0篇');
      expect(await hits(page).count()).toBe(0);
    });
  });

  it('nothing near either: three stories stand there', async () => {
    await at(search('牛肉面'), async (page) => {
      await done(page);
      expect(await said(page)).toContain('找到0篇');
      expect(await page.locator('.offered a:visible').count()).toBe(3);
      await type(page, '书信');
      expect(await page.locator('.offered a:visible').count()).toBe(0);
    });
  });

  it('the keys are told of where there are keys, not on a phone', async () => {
    await at(`${served.url}search/`, async (page) => expect(await page.locator('.keys').isVisible()).toBe(true));
    const phone = { width: 390, phone: true } as const;
    await at(
      `${served.url}search/`,
      async (page) => expect(await page.locator('.keys').isVisible()).toBe(false),
      phone,
    );
  });

  it('an index on its way: said after two seconds, with something that moves', async () => {
    await at(`${served.url}search/`, async (page) => {
      let open = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      await page.route('**/pagefind/*.pf_meta', async (route) => {
        await gate;
        await route.continue();
      });
      await field(page).fill('玉麦');
      await page.waitForSelector('#wait progress:visible');
      expect(await state(page)).toBe('loading');
      open();
      await done(page);
      expect(await page.locator('#wait').isVisible()).toBe(false);
    });
  });

  it.each([
    ['the index', '**/pagefind/**'],
    ['a part of the index', '**/*.pf_index'],
  ])('%s cannot be had: said, with all names below, and a second try works', async (_, pattern) => {
    await at(`${served.url}search/`, async (page) => {
      await page.route(pattern, (route) => route.abort());
      await field(page).fill('玉麦');
      await page.waitForSelector('main[data-state="error"]');
      expect(await said(page)).toContain('现在搜不了');
      expect(await hits(page).count()).toBe(0);
      // A letter leads to its names, and nothing is asked again.
      await page.locator('#names nav a').nth(3).click();
      expect(await page.evaluate(() => location.hash)).not.toBe('');
      expect(await page.locator('#names').isVisible()).toBe(true);
      expect(await page.locator('main').getAttribute('data-state')).toBe('error');
      await page.unroute(pattern);
      await page.getByRole('button', { name: '再试一次' }).click();
      await done(page);
      expect(await hits(page).count()).toBeGreaterThan(0);
    });
  });

  it('no connection: said as that', async () => {
    await at(`${served.url}search/`, async (page) => {
      await page.context().setOffline(true);
      await field(page).fill('玉麦');
      await page.waitForSelector('main[data-state="error"]');
      expect(await said(page)).toContain('没有连上网');
      // Back on the line the search goes on by itself.
      await page.context().setOffline(false);
      await done(page);
      expect(await hits(page).count()).toBeGreaterThan(0);
    });
  });

  it('without a script: all names by letter, and other ways to search', async () => {
    await at(
      search('玉麦'),
      async (page) => {
        expect(await page.locator('#names').isVisible()).toBe(true);
        expect(await page.locator('#start').isVisible()).toBe(false);
        const names = await page.locator('#names').textContent();
        for (const name of ['玉麦乡', '贡嘎县', '西部计划']) expect(names).toContain(name);
        expect(await page.locator('#names a[href*="/stories/"]').count()).toBeGreaterThan(20);
        expect(await page.locator('main').textContent()).toContain('在页面中查找');
      },
      { javaScript: false },
    );
  });
});

describe('what is read otherwise than it was typed', () => {
  it('is told, and its hits hold the name that was meant', async () => {
    await at(`${served.url}search/`, async (page) => {
      for (const [query, words, name] of [
        ['yumai', '按拼音：玉麦', '玉麦'],
        ['YÙ MÀI xiāng', '按拼音：玉麦乡', '玉麦乡'],
        ['Samye', '按拼音：桑耶', '桑耶'],
        ['xbjh', '按拼音：西部计划', '西部计划'],
        ['གོང་དཀར་རྫོང་།', '按藏文：贡嘎', '贡嘎'],
      ] as const) {
        await type(page, query);
        expect(await said(page)).toContain(words);
        const marks = await page.locator('[data-group="exact"] mark').allTextContents();
        expect([...new Set(marks)]).toEqual([name]);
      }
    });
  });
});
