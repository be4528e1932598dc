import { existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Playground, playground, publish, siteIn } from './small-sites.ts';
import { lastingFiles } from './worlds-end.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

describe('a finished site', () => {
  it('is moved into its place, not written twice; what is kept under another name too is copied', () => {
    const kept = join(ground.dir, 'kept.js');
    linkSync(join(ground.dir, 'new', 'index.html'), kept);
    publish(ground, 'new');
    expect(siteIn(ground.place)).toEqual(NEW);
    const left = Object.keys(NEW).filter((path) => existsSync(join(ground.dir, 'new', path)));
    expect(left).toEqual(['index.html']);
    writeFileSync(join(ground.place, 'index.html'), 'changed by a host');
    expect(readFileSync(kept, 'utf8')).toBe(NEW['index.html']);
  });

  it('is copied where it lies on another disk', () => {
    const real = lastingFiles();
    const rename = (from: string, to: string) => {
      if (from.startsWith(join(ground.dir, 'new'))) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
      real.rename(from, to);
    };
    publish(ground, 'new', { fs: { ...real, rename } });
    expect(siteIn(ground.place)).toEqual(NEW);
  });
});
