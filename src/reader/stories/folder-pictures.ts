import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listed, nearest } from '#domain/search/nearest.ts';
import type { PictureFile } from '#domain/stories/picture.ts';
import { clipped } from '#stories/body/problem.ts';
import { readHeaderOf } from '../picture-files.ts';

/** Why a picture cannot be shown: the parts of a finding. */
export interface NoPicture {
  readonly code: string;
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

const PICTURE = /\.(jpe?g|png|webp|avif|gif|svg|heic|heif|tiff?|bmp|jfif)$/i;
export const isPictureName = (name: string) => PICTURE.test(name);

/** A name that is an address, or leads out of the folder. */
function elsewhere(src: string): NoPicture | null {
  const parts = { code: 'picture-elsewhere', found: `“${clipped(src)}”`, expected: '只有文件名，如“photo-1.jpg”' };
  if (/^\s*[a-z][a-z0-9+.-]+:|^\s*[/\\]{2}/i.test(src)) {
    const mend = '有权使用的，就把图片下载到稿件的文件夹里，这里只写文件名；没有权利就不要用。';
    return { ...parts, what: '图片来自别的网站', mend };
  }
  if (!/[/\\]/.test(src)) return null;
  const name = src.split(/[/\\]/).at(-1);
  const mend = `把图片放进稿件的文件夹，和 index.mdx 在一起，这里只写文件名${name ? `“${clipped(name)}”` : ''}。`;
  return { ...parts, what: '图片的文件名里有文件夹', mend };
}

/** The picture files that lie beside one story. */
export class StoryPictures {
  /** Names of all picture files there, sorted. */
  readonly names: readonly string[];
  readonly #folder: string;
  readonly #all: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** @param all the names of all files there */
  constructor(folder: string, all: readonly string[]) {
    this.#folder = folder;
    this.#all = new Set(all);
    this.names = all.filter(isPictureName).sort();
  }

  /** Pictures that nobody asked for. */
  unused(): string[] {
    return this.names.filter((name) => !this.#used.has(name));
  }

  /** The picture of that name as its header states it, or why there is none. */
  find(src: string): PictureFile | NoPicture {
    const away = elsewhere(src);
    if (away) {
      // It is this picture that is meant: that it lies unused is no second mistake.
      this.#used.add(src.split(/[/\\]/).at(-1) ?? src);
      return away;
    }
    const name = this.#sameLetters(src);
    // Some systems do not tell capitals from small letters; others, where the site is built, do.
    if (name === undefined) return this.#missing(src);
    this.#used.add(name);
    if (lstatSync(join(this.#folder, name), { throwIfNoEntry: false })?.isSymbolicLink()) {
      return {
        code: 'picture-link',
        what: '图片是一个快捷方式（链接）',
        found: `“${clipped(src)}”，内容在别处`,
        expected: '图片文件本身',
        mend: '把图片文件本身拷到稿件的文件夹里，换掉快捷方式。',
      };
    }
    const header = readHeaderOf(join(this.#folder, name));
    return 'file' in header
      ? { ...header.file, src, ...(name !== src && { onDisk: name }) }
      : { what: '图片不能用', ...header.refusal };
  }

  /** The file of that name: an accent may be a letter with its mark, or a letter and a mark. */
  #sameLetters(src: string): string | undefined {
    if (this.#all.has(src)) return src;
    return this.names.find((name) => name.normalize('NFC') === src.normalize('NFC'));
  }

  #missing(src: string): NoPicture {
    const same = (name: string) => name.toLowerCase().normalize('NFC') === src.toLowerCase().normalize('NFC');
    const twin = this.names.find(same);
    const near = nearest(src, this.names);
    this.#used.add(twin ?? near ?? src);
    const all = this.names.length > 0 ? `文件夹里有：${listed(this.names)}。` : '稿件的文件夹里一张图片也没有。';
    return {
      code: 'picture-missing',
      what: twin ? '图片文件名的大小写不对' : '找不到这张图片',
      found: `“${clipped(src)}”`,
      expected: '稿件文件夹里有的图片文件名，大小写也一样',
      mend: twin
        ? `改成“${twin}”。`
        : near
          ? `是不是想写“${near}”？`
          : `把图片放到 index.mdx 旁边，或者改正文件名。${all}`,
    };
  }
}
