import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PackedKept } from '#site/kept/packed-kept.ts';

const dir = mkdtempSync(join(tmpdir(), 'packed-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** What one build packs of these, and what was packed anew for it. */
function build(name: string, hashes: readonly string[], heading = { permits: 'p', key: 'engine' }) {
  const packed = new PackedKept(join(dir, name), heading);
  const anew: string[] = [];
  const files = hashes.map((hash) =>
    packed.take(hash, () => {
      anew.push(hash);
      return Buffer.from([0, 255, hash.length]);
    }),
  );
  packed.keep();
  return { files: files.map((file) => [...file]), anew };
}

it('what the last build packed is not packed again, and is the same bytes; what it did not ask for is let go', () => {
  const first = build('a', ['one', 'three']);
  expect(first.anew).toEqual(['one', 'three']);
  expect(build('a', ['one', 'three'])).toEqual({ ...first, anew: [] });
  expect(build('a', ['one']).anew).toEqual([]);
  expect(build('a', ['one', 'three']).anew).toEqual(['three']);
});

it('another engine, or other permits, packs all of it anew', () => {
  build('b', ['one']);
  expect(build('b', ['one'], { permits: 'p', key: 'other' }).anew).toEqual(['one']);
  expect(build('b', ['one'], { permits: 'q', key: 'other' }).anew).toEqual(['one']);
});
