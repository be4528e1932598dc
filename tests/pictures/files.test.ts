import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPictureHeader } from '#pictures/header.ts';
import { readHeaderOf, readPictureFile } from '#reader/picture-files.ts';
import { jpegOf, pngOf } from './samples.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const refusalOf = (path: string) => {
  const header = readHeaderOf(path);
  return 'refusal' in header ? header.refusal : null;
};

describe('a picture file', () => {
  it('is read as its bytes are, under the last part of its path', () => {
    const path = write('孩子的画.png', pngOf(60, 40));
    expect(readHeaderOf(path)).toEqual(readPictureHeader('孩子的画.png', readFileSync(path)));
    expect(readHeaderOf(path)).toHaveProperty('file.width', 60);
  });

  it('is read again when it has changed, in size or in time, and not otherwise', () => {
    const path = write('changing.png', pngOf(60, 40));
    const first = readHeaderOf(path);
    expect(readHeaderOf(path)).toBe(first);
    write('changing.png', pngOf(80, 40));
    utimesSync(path, new Date(2000), new Date(2000));
    expect(readHeaderOf(path)).toHaveProperty('file.width', 80);
  });

  it('is refused above 40 MB without being read; what it really is comes first', () => {
    const heavy = write('heavy.jpg', jpegOf(4000, 3000));
    truncateSync(heavy, 40_000_001);
    expect(refusalOf(heavy)).toEqual({
      code: 'picture-file-too-large',
      found: '41 MB 的文件',
      expected: '不超过40 MB',
      mend: '用看图软件打开，把长的一边缩小到3000像素左右，存成 JPEG。',
    });
    const film = write('film.jpg', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1'));
    truncateSync(film, 3_000_000_000);
    expect(refusalOf(film)).toMatchObject({ code: 'picture-type', found: '视频，名字却是“film.jpg”' });
    truncateSync(heavy, 40_000_000);
    expect(readHeaderOf(heavy)).toHaveProperty('file.width', 4000);
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe, nor read where it is a device', () => {
    const pipe = join(folder, 'pipe.jpg');
    execFileSync('mkfifo', [pipe]);
    for (const [path, name] of [
      [pipe, 'pipe.jpg'],
      ['/dev/zero', 'zero'],
    ] as const) {
      expect(refusalOf(path)?.found).toBe(`“${name}”，是文件夹、快捷方式、管道或者设备，不是文件`);
      expect(readPictureFile(path)).toBe('not-a-file');
    }
  });

  it('is refused where it is a folder, leads elsewhere or cannot be opened', () => {
    write('real.png', pngOf(60, 40));
    symlinkSync(join(folder, 'real.png'), join(folder, 'link.png'));
    for (const path of [
      folder,
      join(folder, 'link.png'),
      join(folder, 'missing.png'),
      join(folder, 'real.png', 'a.png'),
    ])
      expect(refusalOf(path)).toMatchObject({ code: 'picture-unreadable', expected: '一个打得开的图片文件' });
  });
});
