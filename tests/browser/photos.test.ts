import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { STAND_INS, type StandIn } from '../fixtures/photos/stand-ins.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';
import { headsIn, type Shot, shotOf } from './heads.ts';

const site = await builtSite('many-to-many');
let browser: Browser;
let served: ServedFolder;
/** A phone, where heads are small, is looked at closely. */
let [phone, desk]: Visit[] = [];
let seen: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  phone = await visit(browser, `${served.url}404.html`, { javaScript: false, scale: 2 });
  desk = await visit(browser, `${served.url}404.html`, { javaScript: false });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Pixels that the file of each picture has, by the beginning of the names of all that is made from it. */
const PIXELS = Object.fromEntries(
  STAND_INS.map(({ id, width, height }) => {
    const bytes = readFileSync(join(site.content, 'stories', id, `${id}.jpg`));
    return [createHash('sha256').update(bytes).digest('hex').slice(0, 16), { width, height }];
  }),
);

const at = async (path: string, width: number) => {
  seen = (width < 600 ? phone : desk) as Visit;
  await seen.page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
  await seen.goTo(served.url + path);
};

/** Every head of a stand-in is whole in what an element shows. */
async function expectHeads(one: StandIn, element: Locator, shot?: Shot): Promise<void> {
  const seenHeads = await headsIn(shot ?? (await shotOf(element)), element);
  expect([one.id, seenHeads]).toEqual([one.id, { whole: one.heads.length, pieces: [] }]);
}

/** Photos of the page that are drawn with more pixels than their file has, and how wide the page is; a poster is none. */
const blownUp = () =>
  seen.page.evaluate((pixels: Record<string, { width: number; height: number }>) => {
    const photos = [...document.images].filter(({ src }) => !src.includes('/posters/'));
    const wrong = photos.flatMap((img) => {
      const [, hash = ''] = /([\da-f]{16})-\d+\.\w+$/.exec(img.currentSrc || img.src) ?? [];
      const [file, box] = [pixels[hash], img.getBoundingClientRect()];
      if (!file) return [`unknown ${img.src}`];
      const [x, y] = [box.width / file.width, box.height / file.height];
      const times = getComputedStyle(img).objectFit === 'cover' ? Math.max(x, y) : Math.min(x, y);
      return times > 1.01 ? [`${file.width}×${file.height} drawn ${times.toFixed(2)} times as large`] : [];
    });
    return { wrong, wide: document.documentElement.scrollWidth };
  }, PIXELS);

const LANDSCAPE = STAND_INS.find(({ id }) => id === 'photo-landscape') as StandIn;
const SMALL = STAND_INS.find(({ id }) => id === 'photo-small') as StandIn;

describe.each([390, 1280])('nine photos as they come from a phone, on a screen of %i pixels', (width) => {
  it.each(STAND_INS)('$id: no head is cut, or lies under the slip of the cover, or is cut in the text', async (one) => {
    await at(`stories/${one.id}/`, width);
    await expectHeads(one, seen.page.locator('div.top'));
    const photos = seen.page.locator('.prose > .photo');
    expect(await photos.count()).toBe(3);
    for (const photo of await photos.all()) await expectHeads(one, photo.locator('picture'));
    expect(await blownUp()).toEqual({ wrong: [], wide: width });
  });

  it.each(STAND_INS)('$id: no head is cut where it leads a list', async (one) => {
    await at(`stories/by/year/${one.year}/`, width);
    await expectHeads(one, seen.page.locator('.shelf .lede .frame'));
    expect(await blownUp()).toEqual({ wrong: [], wide: width });
  });

  it('no head is cut in a list, and no picture blown up', async () => {
    await at('stories/', width);
    const shot = await shotOf(seen.page.locator('.shelf').first());
    for (const one of STAND_INS) {
      await expectHeads(one, seen.page.locator(`.shelf a[href$="/${one.id}/"] .frame`), shot);
    }
    expect(await blownUp()).toEqual({ wrong: [], wide: width });
  });

  it('no head is cut on the wall of people, and no picture blown up', async () => {
    await at('people/', width);
    const shot = await shotOf(seen.page.locator('.wall').first());
    for (const one of STAND_INS) await expectHeads(one, seen.page.locator(`.wall a[href$="/${one.id}/"] .cov`), shot);
    expect(await blownUp()).toEqual({ wrong: [], wide: width });
  });

  it('no head is cut or lies under the slip in the open thread of the home page', async () => {
    await at('', width);
    const frames: string[] = [];
    for (const { id } of STAND_INS) {
      const html = await (await fetch(`${served.url}stories/${id}/`)).text();
      frames.push(
        await seen.page.evaluate((text) => {
          const page = new DOMParser().parseFromString(text, 'text/html');
          return page.querySelector('.cov > .frame')?.outerHTML ?? '';
        }, html),
      );
    }
    for (const [i, one] of STAND_INS.entries()) {
      // The date chooses one person; the frames of the others are the same element with other classes.
      await seen.page.locator('.pane > .frame').evaluate((frame, other) => {
        frame.outerHTML = other;
      }, frames[i] ?? '');
      await expectHeads(one, seen.page.locator('.opened'));
      expect(await blownUp()).toEqual({ wrong: [], wide: width });
    }
  });

  it('stand in a gallery each in its own shape, the photos of a row equally high, none wider than it may be', async () => {
    await at(`stories/${LANDSCAPE.id}/`, width);
    const gallery = seen.page.locator('.gallery');
    const shot = await shotOf(gallery);
    const photos = await gallery.locator('.photo').all();
    expect(photos.length).toBe(STAND_INS.length);
    for (const [i, one] of STAND_INS.entries()) {
      await expectHeads(one, (photos[i] as Locator).locator('picture'), shot);
    }
    const rows = await gallery.locator('.row').evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('img')].map((img, _, { length }) => {
          const { width, height, right } = img.getBoundingClientRect();
          return { ratio: width / height, height, right, end: row.getBoundingClientRect().right, alone: length === 1 };
        }),
      ),
    );
    const shapes = STAND_INS.map(({ width, height }) => width / height);
    for (const [i, { ratio, right, end, alone }] of rows.flat().entries()) {
      // Alone in its row one may stand on a ground that is wider than it is.
      if (!alone) expect(ratio).toBeCloseTo(shapes[i] ?? 0, 1);
      expect(right).toBeLessThanOrEqual(end + 0.5);
    }
    if (width > 640) {
      expect(rows.length).toBeLessThan(STAND_INS.length);
      for (const row of rows) {
        const heights = row.map(({ height }) => height);
        expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1.5);
      }
    }
    const words = await gallery.locator('figcaption').evaluateAll((all) => all.map((one) => one.clientWidth));
    expect(Math.min(...words)).toBeGreaterThan(120);
  });
});

describe.each([320, 768, 1920])('the covers of nine photos on a screen of %i pixels', (width) => {
  it('cut no head and cover none', async () => {
    for (const one of STAND_INS) {
      await at(`stories/${one.id}/`, width);
      await expectHeads(one, seen.page.locator('div.top'));
    }
  });
});

describe('a photo', () => {
  it('of a person is cut to four by five on a phone, and to the same beside the title on a wide screen', async () => {
    for (const width of [390, 1280]) {
      await at('stories/photo-centre/', width);
      const box = await seen.page.locator('.cov > .frame').boundingBox();
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeGreaterThan(0.65);
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeLessThan(0.95);
    }
  });

  it('whose head is left has cloth and slip at its right, any other at its left; a group has its slip below', async () => {
    const places = async (id: string) => {
      await at(`stories/${id}/`, 390);
      const [slip, frame] = await Promise.all(
        ['.cov > .slip', '.cov > .frame'].map((part) => seen.page.locator(part).boundingBox()),
      );
      if (!slip || !frame) throw new Error(`${id} has no slip or no photo`);
      if (slip.y >= frame.y + frame.height) return 'below';
      return slip.x + slip.width / 2 > frame.x + frame.width / 2 ? 'right' : 'left';
    };
    expect(await places('photo-left')).toBe('right');
    expect(await places('photo-centre')).toBe('left');
    expect(await places('photo-right')).toBe('left');
    expect(await places('photo-group')).toBe('below');
  });

  it('wide or full is as wide as a phone, and full as wide as any screen that its pixels fill', async () => {
    const widths = async (width: number) => {
      await at(`stories/${LANDSCAPE.id}/`, width);
      const boxes = await seen.page
        .locator('.prose > .photo')
        .evaluateAll((all) => all.map((photo) => photo.querySelector('picture')?.getBoundingClientRect().width ?? 0));
      return boxes.map(Math.round);
    };
    expect(await widths(390)).toEqual([350, 390, 390]);
    expect(await widths(1280)).toEqual([648, 960, 1280]);
  });

  it('of 300 pixels stands at 300 in the middle of a quiet ground, on an ordinary and on a fine screen', async () => {
    for (const scale of [1, 2]) {
      const own = await visit(browser, `${served.url}stories/${SMALL.id}/`, { width: 1280, scale, javaScript: false });
      const boxes = await own.page.locator('.prose > .photo').evaluateAll((all) =>
        all.map((photo) => {
          const [outer, inner] = [photo.querySelector('picture'), photo.querySelector('img')].map((e) =>
            e?.getBoundingClientRect(),
          );
          if (!outer || !inner) throw new Error('no picture');
          return { width: inner.width, off: Math.abs(outer.left + outer.right - inner.left - inner.right) };
        }),
      );
      expect(boxes.map(({ width }) => width)).toEqual([300, 300, 300]);
      expect(boxes.filter(({ off }) => off > 1)).toEqual([]);
      await own.close();
    }
  });

  it('is never higher than the screen, on the screen or beside the text', async () => {
    for (const width of [390, 1280]) {
      await at('stories/photo-tall/', width);
      const heights = await seen.page
        .locator('.top img, .prose img')
        .evaluateAll((all) => all.map((img) => img.getBoundingClientRect().height));
      expect(Math.max(...heights)).toBeLessThanOrEqual(width < 600 ? 844 : 900);
    }
  });

  it('on the home page of a phone weighs at most 40 kB, however much is to be seen in it', async () => {
    const page = await visit(browser, served.url, { width: 390, height: 844, scale: 3, phone: true });
    const img = page.page.locator('.pane img');
    await img.evaluate((one: HTMLImageElement) => one.decode());
    const address = await img.evaluate((one: HTMLImageElement) => one.currentSrc);
    expect((await (await fetch(address)).arrayBuffer()).byteLength).toBeLessThanOrEqual(40_000);
    await page.close();
  });
});
