import { Refused } from './refusal.ts';

/** Characters that some system cannot have in a name, or that hide what the name is. */
const STRANGE = /[<>:"|?*\p{Cc}\p{Cf}]/u;

/** Longer names cannot be copied everywhere; in bytes, a Chinese character has three. */
const LONGEST = 200;

/** Ending of a file name in small letters, without the dot; '' where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** What a name must not be, and how a message calls it. */
const WRONG: readonly (readonly [test: (name: string) => boolean, what: string])[] = [
  [(name) => name === '', '空着的文件名'],
  [(name) => /[/\\]/.test(name), '带文件夹或网址的'],
  [(name) => name.includes('..'), '有两个点连在一起的'],
  [(name) => name.startsWith('.'), '以点开头的'],
  [(name) => STRANGE.test(name), '有特殊符号的'],
  [(name) => name !== name.trim() || name.endsWith('.'), '开头或末尾有空格或点的'],
  [(name) => Buffer.byteLength(name) > LONGEST, '太长的'],
];

/** A picture lies beside its story and is named plainly: no folder, no address. Throws `Refused`. */
export function checkPictureName(src: string): void {
  const what = WRONG.find(([test]) => test(src))?.[1];
  if (!what) return;
  const visible = src.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  throw new Refused(
    'picture-name',
    src === '' ? what : `${what}“${visible.length > 40 ? `${visible.slice(0, 40)}…` : visible}”`,
    '一个普通的文件名，如“照片1.jpg”',
    '把图片放在稿件旁边（和 index.mdx 同一个文件夹），取一个普通的名字，稿件里只写这个名字。',
  );
}
