import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { checkKind, type PictureHeader, readPictureHeader } from '#pictures/header.ts';
import { Refused } from '#pictures/refusal.ts';
import { readFileWithin, type Unread } from './read-file.ts';

/** A larger file is not read: what a phone or a camera takes has 3–20 MB. */
const MOST_BYTES = 40_000_000;
const HEAD = 65_536;

/** Headers read before in this process, each with what changes when its file does. */
const known = new Map<string, { readonly stamp: string; readonly header: PictureHeader }>();

/** The bytes of a picture file, or why they are not read. A pipe or a device in its place is not waited for. */
export const readPictureFile = (path: string): Uint8Array | Unread => readFileWithin(path, dirname(path), MOST_BYTES);

/**
 * Reads the header of a picture file; the last part of the path is its name. An unchanged file is read once in a
 * process. What cannot be opened is refused like what cannot be shown: this never throws.
 */
export function readHeaderOf(path: string): PictureHeader {
  const src = basename(path);
  try {
    const stat = lstatSync(path, { bigint: true });
    if (!stat.isFile()) throw unreadable(`“${src}”，是文件夹、快捷方式、管道或者设备，不是文件`);
    const stamp = [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join();
    const before = known.get(path);
    if (before?.stamp === stamp) return before.header;
    if (stat.size > MOST_BYTES) throw tooHeavy(path, src, Number(stat.size));
    const bytes = readPictureFile(path);
    if (typeof bytes === 'string') throw unreadable(`“${src}”，打不开`);
    const header = readPictureHeader(src, bytes);
    known.set(path, { stamp, header });
    return header;
  } catch (error) {
    return { refusal: (error instanceof Refused ? error : unreadable(`“${src}”，打不开`)).refusal };
  }
}

const unreadable = (found: string) =>
  new Refused(
    'picture-unreadable',
    found,
    '一个打得开的图片文件',
    '看看文件在不在、别的程序是不是正开着它，再从原来的地方拷一份来。',
  );

/** A film under a picture's name is told as such, by its first bytes. */
function tooHeavy(path: string, src: string, size: number): Refused {
  const head = new Uint8Array(HEAD);
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  checkKind(src, head);
  return new Refused(
    'picture-file-too-large',
    `${Math.ceil(size / 1e6)} MB 的文件`,
    `不超过${MOST_BYTES / 1e6} MB`,
    '用看图软件打开，把长的一边缩小到3000像素左右，存成 JPEG。',
  );
}
