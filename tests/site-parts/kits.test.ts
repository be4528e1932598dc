import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMME_KIT } from '#domain/stories/story.ts';
import type { PressKit } from '#exports/kits/press-kit.ts';
import { readHeaderOf } from '#reader/picture-files.ts';
import { namesInSite } from '#site/guard/banned-in-site.ts';
import { forgetKits, keptKits } from '#site/kits/kept-kits.ts';
import { withKitSizes } from '#site/kits/kit-sizes.ts';
import { isLessOpen, isWithdrawnKit } from '#site/kits/kits-in-site.ts';
import { writeKits } from '#site/kits/write-kits.ts';
import { wholePictures } from '#site/pictures/whole-pictures.ts';
import { fileIn, readZip } from '../exports/kits/read-zip.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kits-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const HASH = '0123456789abcdef';
const NOTE = { caption: '样例', credit: null, licence: null, expires: null };
const kit = (id: string, text: string, more: PressKit['files'] = []): PressKit => ({
  id,
  head: { kit: id },
  files: [{ path: '正文.txt', note: NOTE, from: { text } }, ...more],
});
const FIGURE = { path: 'figures/money.png', note: NOTE, from: { site: 'figures/money.png' } };
const PHOTO = { path: 'photos/01.jpg', note: NOTE, from: { picture: HASH } };

/** A built site in which the pages have laid out these kits. */
function siteWith(kits: readonly PressKit[], figure = 'figure'): string {
  const site = mkdtempSync(join(dir, 'site-'));
  for (const folder of ['kits', 'figures']) mkdirSync(join(site, folder));
  writeFileSync(join(site, 'figures/money.png'), figure);
  for (const one of kits) writeFileSync(join(site, 'kits', `${one.id}.json`), JSON.stringify(one));
  return site;
}

const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
});
const picture = (hash: string) => {
  asked.push(hash);
  return Promise.resolve(Buffer.from('photo'));
};
const kept = () => join(dir, 'kept');
const write = (site: string, place: string | null = kept()) => writeKits(site, { picture, kept: place });
const zip = (site: string, id: string) => readFileSync(join(site, 'kits', `${id}.zip`));

describe('the press kits of a site', () => {
  it('stand in place of what the pages laid out, with files of the site and pictures in them', async () => {
    const site = siteWith([kit('one', '第一篇', [FIGURE, PHOTO]), kit('two', '第二篇')]);
    const sizes = await write(site);
    expect(readdirSync(join(site, 'kits')).sort()).toEqual(['one.zip', 'two.zip']);
    expect(
      readZip(zip(site, 'one')).map(({ name, bytes }) => [name, name.endsWith('json') ? '' : bytes.toString()]),
    ).toEqual([
      ['正文.txt', '第一篇'],
      ['figures/money.png', 'figure'],
      ['photos/01.jpg', 'photo'],
      ['manifest.json', ''],
    ]);
    expect([...sizes]).toEqual([
      ['one', { files: 4, bytes: statSync(join(site, 'kits/one.zip')).size }],
      ['two', { files: 2, bytes: statSync(join(site, 'kits/two.zip')).size }],
    ]);
  });

  it('come from the kept ones where no part has changed, and only then', async () => {
    const [one, two] = [kit('one', '第一篇', [PHOTO]), kit('two', '第二篇', [FIGURE])];
    const first = siteWith([one, two, kit('three', '第三篇')]);
    await write(first);
    expect(readdirSync(kept())).toHaveLength(3);
    const second = siteWith([one, two, kit('three', '第三篇，改了一个词')]);
    await write(second);
    // The picture of the first is not made again.
    expect(asked).toEqual([HASH]);
    for (const id of ['one', 'two']) expect(zip(second, id)).toEqual(zip(first, id));
    expect(fileIn(zip(second, 'three'), '正文.txt').toString()).toBe('第三篇，改了一个词');
    const third = siteWith([one, two], 'another figure');
    await write(third);
    expect(fileIn(zip(third, 'two'), 'figures/money.png').toString()).toBe('another figure');
    // What no page lays out is kept no longer.
    expect(readdirSync(kept())).toHaveLength(2);
  });

  it('are the same bytes whether they were kept or made anew', async () => {
    const one = kit('one', '第一篇', [PHOTO, FIGURE]);
    await write(siteWith([one]));
    const [again, anew] = [siteWith([one]), siteWith([one])];
    const sizes = [await write(again), await write(anew, null)];
    expect(zip(again, 'one')).toEqual(zip(anew, 'one'));
    expect(sizes[0]).toEqual(sizes[1]);
  });

  it('are made where nothing can be kept', async () => {
    const blocked = join(dir, 'blocked');
    writeFileSync(blocked, 'a file where the folder would be');
    const site = siteWith([kit('one', '第一篇')]);
    await write(site, join(blocked, 'kept'));
    expect(readZip(zip(site, 'one'))).toHaveLength(2);
  });

  it('are none where the pages laid out none', async () => {
    const site = mkdtempSync(join(dir, 'bare-'));
    expect((await write(site)).size).toBe(0);
  });
});

describe('the picture of a kit', () => {
  async function listed(name: string) {
    const path = join(dir, name);
    const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#8899aa' } });
    writeFileSync(
      path,
      await photo
        .withExif({ IFD0: { Make: 'Xinyi Camera' } })
        .jpeg()
        .toBuffer(),
    );
    const header = readHeaderOf(path);
    if ('refusal' in header) throw new Error(header.refusal.found);
    return { path, file: header.file };
  }

  it('is whole and without metadata', async () => {
    const one = await listed('a.jpg');
    const bytes = await wholePictures(() => [one])(one.file.hash);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it('is told of in Chinese where its file is gone, changed or broken', async () => {
    const one = await listed('a.jpg');
    const whole = wholePictures(() => [one]);
    const bytes = readFileSync(one.path);
    writeFileSync(one.path, Buffer.concat([bytes, Buffer.of(0)]));
    await expect(whole(one.file.hash)).rejects.toThrow(/图片 .*a\.jpg 在生成网站的时候被改动了。/);
    rmSync(one.path);
    await expect(whole(one.file.hash)).rejects.toThrow(/图片 .*a\.jpg 不见了，或者打不开。/);
  });
});

describe('how much a kit is', () => {
  const sizes = new Map([['one', { files: 12, bytes: 1_234_567 }]]);

  it('stands where the page left room for it', () => {
    const page = '<p><a href="/kits/one.zip" download>下载</a><span class="size" data-kit="one"></span>　照片</p>';
    expect(withKitSizes(page, sizes)).toBe(page.replace('></span>', '>（12个文件，约1.2 MB）</span>'));
    expect(withKitSizes('<p>没有</p>', sizes)).toBe('<p>没有</p>');
  });

  it('is never left out of a page that offers one', () => {
    expect(() => withKitSizes('<span data-kit="two"></span>', sizes)).toThrow('two');
  });
});

describe('a kit that a site has', () => {
  async function siteOf(id: string): Promise<string> {
    const site = siteWith([kit(id, '样例林溪来了', [PHOTO])]);
    await write(site);
    return site;
  }

  it('is withdrawn where the press may take nothing of its story, or one of its pictures no more', async () => {
    const site = await siteOf('one');
    const withdrawn = (...open: [string, string[]][]) => isWithdrawnKit(site, 'kits/one.zip', new Map(open));
    expect([withdrawn(['one', [HASH]]), withdrawn(['one', []]), withdrawn(['two', [HASH]])]).toEqual([
      false,
      true,
      true,
    ]);
    expect(isWithdrawnKit(site, 'stories/one/index.html', new Map())).toBe(false);
    expect(isWithdrawnKit(await siteOf(PROGRAMME_KIT), `kits/${PROGRAMME_KIT}.zip`, new Map())).toBe(false);
    writeFileSync(join(site, 'kits/one.zip'), 'no zip');
    expect(() => withdrawn(['one', [HASH]])).toThrow();
  });

  it('that was cleared once is asked again as soon as one of its pictures may not be taken', async () => {
    const site = await siteOf('one');
    const clear = new Set<string>();
    const withdrawn = (...pictures: string[]) =>
      isWithdrawnKit(site, 'kits/one.zip', new Map([['one', pictures]]), clear);
    expect(withdrawn(HASH)).toBe(false);
    expect(clear.size).toBe(1);
    expect([withdrawn(HASH), withdrawn()]).toEqual([false, true]);
    writeFileSync(join(site, 'kits/one.zip'), 'no zip');
    expect(() => withdrawn(HASH)).toThrow();
  });

  it('is looked through for names that nobody may see, as it is packed', async () => {
    const site = await siteOf('one');
    expect(namesInSite(site, ['样例林溪'])).toEqual([{ name: '样例林溪', file: 'kits/one.zip' }]);
    expect(namesInSite(site, ['样例李明'])).toEqual([]);
  });

  it('tells what the press may take less of than before', () => {
    const of = (...open: [string, string[]][]) => new Map(open);
    expect(isLessOpen(of(['one', ['a']]), of(['one', ['a', 'b']], ['two', []]))).toBe(false);
    expect(isLessOpen(of(['one', ['a']]), of(['one', []]))).toBe(true);
    expect(isLessOpen(of(['one', []]), of())).toBe(true);
  });
});

describe('what is kept of kits', () => {
  it('is forgotten at once when something else is permitted', () => {
    const places = ['a'.repeat(64), 'b'.repeat(64)].map((permits) => keptKits(dir, permits, false));
    for (const place of places) mkdirSync(place, { recursive: true });
    forgetKits(dir, 'b'.repeat(64));
    expect(places.map((place) => existsSync(place))).toEqual([false, true]);
    forgetKits(join(dir, 'nowhere'), 'a');
  });
});
