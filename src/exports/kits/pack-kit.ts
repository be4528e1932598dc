import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import { type KitFile, MANIFEST, type PressKit } from './press-kit.ts';

/** Every file of every kit has this time, as a clock on the wall shows it: the same kit is the same bytes wherever it is made. */
const onTheWall = () => new Date(1980, 0, 1, 12);

/** Packed already: packing them again saves nothing. */
const PACKED = /\.(?:jpe?g|png)$/;

const manifestOf = ({ head, files }: PressKit, bytesOf: (file: KitFile) => Uint8Array): Uint8Array => {
  const listed = files.map((file) => {
    const bytes = bytesOf(file);
    const { caption, credit, licence, expires } = file.note;
    const picture = 'picture' in file.from ? { picture: file.from.picture } : {};
    return {
      ...{ path: file.path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
      ...{ caption, credit, licence, expires, ...picture },
    };
  });
  return new TextEncoder().encode(`${JSON.stringify({ ...head, files: listed }, null, 2)}\n`);
};

/** A press kit as a ZIP file. Names in it are UTF-8 and say so. The same parts give the same bytes. */
export function packKit(kit: PressKit, bytesOf: (file: KitFile) => Uint8Array): Uint8Array {
  const content: Zippable = {};
  for (const file of kit.files) content[file.path] = [bytesOf(file), { level: PACKED.test(file.path) ? 0 : 9 }];
  content[MANIFEST] = [manifestOf(kit, bytesOf), { level: 9 }];
  return zipSync(content, { mtime: onTheWall(), os: 3, attrs: 0o100644 << 16 });
}
