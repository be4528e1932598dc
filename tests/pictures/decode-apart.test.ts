import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeApart } from '#pictures/encoding/decode-apart.ts';
import { decodePicture, resizePicture } from '#pictures/encoding/encode.ts';
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

describe('a drawing, past every check of it', () => {
  it('comes to pixels in which nothing of that is left', async () => {
    const drawing = svgOf('<script>document.write("secret")</script><rect width="60" height="60" onload="secret()"/>');
    const shown = Buffer.from(await resizePicture(drawing, 480, 'jpg'));
    expect(shown.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(shown.includes('secret')).toBe(false);
  });

  it('is drawn without any other file, whatever names one', async () => {
    // As it is decoded, past every check: nothing of the files that lie around can come into the picture.
    const white = await resizePicture(svgOf(''), 480, 'jpg');
    for (const href of ['/etc/hostname', 'file:///etc/hostname', 'package.json', 'public/icon.svg']) {
      const drawing = svgOf(`<image href="${href}" width="120" height="60"/><use href="${href}#a"/>`);
      expect(Buffer.compare(await resizePicture(drawing, 480, 'jpg'), white)).toBe(0);
    }
  });

  it.each([
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g></svg></g></svg>`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>A & B</text></svg>`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&a;</text></svg>`,
  ])('is told when it is drawn where the mistake lies inside: %s', (text) =>
    expect(resizePicture(Buffer.from(text), 480, 'jpg')).rejects.toThrow(),
  );

  it('is given up when it is drawn: lines that use each other, and one that is part of itself', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `<g id="a${i + 1}">${`<use xlink:href="#a${i}"/>`.repeat(10)}</g>`,
    );
    const bomb = svgOf(`<path id="a0" d="M0 0h9v9z"/>${lines.join('')}`);
    await expect(decodeApart(bomb, 1)).rejects.toMatchObject({ name: 'Undecoded' });
    await expect(decodeApart(svgOf('<g id="a"><use href="#a"/></g>'), 1)).resolves.toMatchObject({ width: 1200 });
  });
});

describe('a picture of a build', () => {
  it('that asks for too much work is told with its file and how to mend it', async () => {
    const picture = listed('bomb.svg', BOMB);
    await expect(makeTargets(picture, targetsOf(picture), join(folder, 'cache'), undefined, 0.5)).rejects.toThrow(
      `图片 ${picture.path} 画不出来：算了0.5秒还没有画完，平常的图一两秒就好。在画图软件里去掉滤镜、蒙版、图案填充，把太多的线合成几条，或者导出为 PNG，换掉它，再运行一次。`,
    );
  });

  it.skipIf(process.platform === 'win32')('that became a pipe after its check is not waited for', async () => {
    const picture = listed('pipe.svg', SQUARE);
    rmSync(picture.path);
    execFileSync('mkfifo', [picture.path]);
    await expect(makeTargets(picture, targetsOf(picture), join(folder, 'cache'))).rejects.toThrow(
      `图片 ${picture.path} 不见了，或者打不开。`,
    );
  });
});
