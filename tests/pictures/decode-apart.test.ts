import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeApart } from '#pictures/encoding/decode-apart.ts';
import { decodePicture } from '#pictures/encoding/encode.ts';
import { readHeaderOf } from '#reader/picture-files.ts';
import { type ListedPicture, makeTargets, targetsOf } from '#site/pictures/making.ts';
import { svgOf } from './samples.ts';

const SQUARE = svgOf('<rect width="60" height="60" fill="#a33"/>');
/** Half a kilobyte that no rule refuses, and that would be drawn for a minute on an idle machine. */
const BOMB = svgOf(
  `<style>.f{filter:url(#f)}</style><filter id="f">${'<feMorphology operator="dilate" radius="9"/>'.repeat(10)}</filter>
  <rect id="a" class="f" width="120" height="60"/>${'<use href="#a"/>'.repeat(9)}`,
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apart-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function listed(name: string, bytes: Uint8Array): ListedPicture {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const header = readHeaderOf(path);
  if ('refusal' in header) throw new Error(header.refusal.found);
  return { path, file: header.file };
}

describe('a picture decoded apart', () => {
  it('has the pixels it has in this process, one after another', async () => {
    const own = await decodePicture(SQUARE);
    const [first, second] = await Promise.all([decodeApart(SQUARE), decodeApart(SQUARE)]);
    expect({ ...first, pixels: Buffer.from(first.pixels) }).toEqual({ ...own, pixels: Buffer.from(own.pixels) });
    expect(Buffer.compare(first.pixels, second.pixels)).toBe(0);
  });

  it('is given up where it asks for more work than it may, and the next one is decoded', async () => {
    await expect(decodeApart(BOMB, 0.5)).rejects.toMatchObject({ name: 'Undecoded', why: 'too-long' });
    await expect(decodeApart(SQUARE)).resolves.toMatchObject({ width: 1200 });
  });

  it('is told as broken with the reason of the decoder', async () => {
    await expect(decodeApart(Buffer.from('<p>'))).rejects.toMatchObject({ name: 'Undecoded', why: 'broken' });
  });
});

describe('a picture of a build', () => {
  it('that asks for too much work is told with its file and how to mend it', async () => {
    const picture = listed('bomb.svg', BOMB);
    await expect(makeTargets(picture, targetsOf(picture.file), join(folder, 'cache'), undefined, 0.5)).rejects.toThrow(
      `图片 ${picture.path} 画不出来：算了0.5秒还没有画完，平常的图一两秒就好。在画图软件里去掉滤镜、蒙版、图案填充，把太多的线合成几条，或者导出为 PNG，换掉它，再运行一次。`,
    );
  });

  it.skipIf(process.platform === 'win32')('that became a pipe after its check is not waited for', async () => {
    const picture = listed('pipe.svg', SQUARE);
    rmSync(picture.path);
    execFileSync('mkfifo', [picture.path]);
    await expect(makeTargets(picture, targetsOf(picture.file), join(folder, 'cache'))).rejects.toThrow(
      `图片 ${picture.path} 不见了，或者打不开。`,
    );
  });
});
