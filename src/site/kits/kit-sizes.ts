import { fileSize } from '#format/file-size.ts';
import type { KitSize } from './write-kits.ts';

/** Where a page leaves room for how much a kit is. */
const ROOM = /(<[a-z]+\b[^>]*\sdata-kit="([a-z0-9-]+)"[^>]*>)(?=<\/)/g;

/**
 * A page with how much each kit is that it offers: that is known only when all are packed. Throws where a page offers one
 * that is not there.
 */
export const withKitSizes = (html: string, sizes: ReadonlyMap<string, KitSize>): string =>
  html.replaceAll(ROOM, (_, tag: string, id: string) => {
    const size = sizes.get(id);
    if (!size) throw new Error(`no press kit was made of ${id}`);
    return `${tag}（${size.files}个文件，${fileSize(size.bytes)}）`;
  });
