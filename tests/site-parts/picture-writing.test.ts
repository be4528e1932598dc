import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resizePicture } from '#pictures/encoding/encode.ts';
import { readHeaderOf } from '#reader/picture-files.ts';
import { placeInCache } from '#site/pictures/cache.ts';
import type { ListedPicture } from '#site/pictures/making.ts';
import { writePictures } from '#site/pictures/writing.ts';
import { pngOf } from '../pictures/samples.ts';

let folder: string;
const lines: string[] = [];
const [out, cache] = [() => join(folder, 'out'), () => join(folder, 'cache')];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  lines.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function picture(name: string, width: number, background = '#8899aa'): Promise<ListedPicture> {
  const path = join(folder, name);
  writeFileSync(
    path,
    await sharp({ create: { width, height: width / 2, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
  return listed(path);
}
function listed(path: string): ListedPicture {
  const header = readHeaderOf(path);
  if ('refusal' in header) throw new Error(header.refusal.found);
  return { path, file: header.file };
}

const write = (pictures: readonly ListedPicture[]) =>
  writePictures(pictures, out(), cache(), (line) => lines.push(line));
const written = () => readdirSync(join(out(), 'pictures')).sort();

describe('the pictures of a site', () => {
  it('are written in every width and kind, the same ones once, under the hash of their bytes', async () => {
    const [small, large] = [await picture('a.jpg', 300), await picture('b.jpg', 900)];
    const again = { ...small, path: join(folder, 'nowhere.jpg') };
    await write([again, large, small]);
    const names = [
      [small, 300],
      [large, 480],
      [large, 800],
      [large, 900],
    ] as const;
    const expected = names.flatMap(([{ file }, width]) =>
      ['avif', 'jpg', 'webp'].map((kind) => `${file.hash}-${width}.${kind}`),
    );
    expect(written()).toEqual(expected.sort());
    const name = `${large.file.hash}-800.webp`;
    const bytes = await resizePicture(readFileSync(large.path), 800, 'webp');
    expect(Buffer.compare(readFileSync(join(out(), 'pictures', name)), bytes)).toBe(0);
  });

  it('are there in one more width where a story shows one from edge to edge; the usual ones stay the same bytes', async () => {
    const photo = await picture('a.jpg', 2400);
    await write([photo]);
    const usual = written().map((name) => readFileSync(join(out(), 'pictures', name)));
    const names = written();
    rmSync(out(), { recursive: true });
    rmSync(cache(), { recursive: true });
    await write([{ ...photo, full: true }]);
    expect(
      written()
        .filter((name) => !names.includes(name))
        .sort(),
    ).toEqual(['avif', 'jpg', 'webp'].map((kind) => `${photo.file.hash}-1920.${kind}`));
    for (const [i, name] of names.entries()) {
      expect([name, Buffer.compare(readFileSync(join(out(), 'pictures', name)), usual[i] as Buffer)]).toEqual([
        name,
        0,
      ]);
    }
  });

  it('come from the cache the second time, also into another folder, and over what stands there', async () => {
    const photo = await picture('a.jpg', 300);
    await write([photo]);
    const place = placeInCache(cache(), `${photo.file.hash}-300.jpg`);
    const made = statSync(place).mtimeMs;
    rmSync(photo.path);
    writeFileSync(join(out(), 'pictures', 'other.txt'), '');
    await write([photo]);
    await writePictures([photo], join(folder, 'second'), cache(), () => {});
    expect(statSync(place).mtimeMs).toBe(made);
    expect(readdirSync(join(folder, 'second', 'pictures'))).toHaveLength(3);
    expect(written()).toHaveLength(4);
  });

  it('leave nothing half written behind, and an empty file in the cache is made again', async () => {
    const photo = await picture('a.jpg', 300);
    await write([photo]);
    const place = placeInCache(cache(), `${photo.file.hash}-300.webp`);
    truncateSync(place, 0);
    rmSync(out(), { recursive: true });
    await Promise.all([write([photo]), write([photo])]);
    expect(statSync(place).size).toBeGreaterThan(0);
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(all.filter((file) => file.includes('tmp'))).toEqual([]);
    expect(statSync(join(out(), 'pictures', `${photo.file.hash}-300.webp`)).size).toBeGreaterThan(0);
  });

  it('are not there where there are none', async () => {
    await write([]);
    expect(existsSync(out())).toBe(false);
  });

  it('are told all at once where they cannot be read; the good ones are made', async () => {
    const good = await picture('good.jpg', 300);
    // Its header is well, its pixels are missing.
    const broken = { path: join(folder, 'broken.png') };
    writeFileSync(broken.path, pngOf(400, 200));
    const changed = await picture('changed.jpg', 500);
    const gone = await picture('gone.jpg', 600);
    writeFileSync(changed.path, pngOf(400, 200));
    rmSync(gone.path);
    await expect(write([gone, changed, good, listed(broken.path)])).rejects.toThrow(
      [
        `图片 ${broken.path} 打不开：文件坏了，或者只传了一半。从原来的地方重新拷一份，再运行一次。`,
        `图片 ${changed.path} 在生成网站的时候被改动了。等改完了，再运行一次。`,
        `图片 ${gone.path} 不见了，或者打不开。看看文件在不在，再运行一次。`,
      ].join('\n'),
    );
    expect(written()).toHaveLength(3);
  });

  it('say nothing at first, and after two seconds in one line how far they are', async () => {
    const photos = [await picture('a.jpg', 300), await picture('b.jpg', 900)];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const writing = write(photos);
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(1999);
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(60_000);
    await writing;
    expect(lines).toHaveLength(1);
    expect(lines.pop()).toMatch(/^■ 缩放图片：共12个文件，(已做好\d+个，大约还要\d+秒；)?做好的留着下次用……$/);
    expect(vi.getTimerCount()).toBe(0);
  });
});
