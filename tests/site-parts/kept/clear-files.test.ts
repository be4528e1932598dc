import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { namesInSite } from '#site/guard/banned-in-site.ts';
import { ClearKept } from '#site/kept/clear-files.ts';
import { forgetOthers } from '#site/kept/kept-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'clear-'));
const [site, folder] = [join(dir, 'site'), join(dir, 'kept')];
afterAll(() => rmSync(dir, { recursive: true }));

const NAMES = ['样例林溪'];

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  for (const one of ['one', 'two']) writeFileSync(join(site, `${one}.html`), `<p>${one}</p>`);
});

/** Looks at the site as a build does; how many files it read to the end for it, and what it found. */
function look({ names = NAMES, engine = 'one', permits = 'all' } = {}): { read: number; found: string[] } {
  forgetOthers(folder, permits);
  const kept = new ClearKept(folder, engine, { contentDir: '/content', samples: false });
  let read = 0;
  const clear = { has: (key: string) => kept.has(key) || ++read === 0, add: (key: string) => kept.add(key) };
  const found = namesInSite(site, names, undefined, clear).map(({ file }) => file);
  kept.keep(permits);
  return { read, found };
}

describe('files that were found clear of names', () => {
  it('are not read again by the next build, as long as not a byte, a path or a name is another', () => {
    expect(look().read).toBe(2);
    expect(look().read).toBe(0);
    writeFileSync(join(site, 'two.html'), '<p>样例<b>林溪</b></p>');
    expect(look()).toEqual({ read: 1, found: ['two.html'] });
    expect(look()).toEqual({ read: 1, found: ['two.html'] });
    writeFileSync(join(site, 'three.html'), '<p>one</p>');
    expect(look().read).toBe(2);
    expect(look({ names: [...NAMES, '样例林'] })).toEqual({ read: 3, found: ['two.html', 'two.html'] });
  });

  it('are read again after a change of the engine or of what is permitted, and where the list was touched', () => {
    look();
    expect(look({ engine: 'two' }).read).toBe(2);
    expect(look({ engine: 'two', permits: 'fewer' }).read).toBe(2);
    const [name = ''] = readdirSync(folder);
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).not.toMatch(/样例|html/);
    writeFileSync(join(folder, name), text.replace(/[0-9a-f]{10}/, '0123456789'));
    expect(look({ engine: 'two', permits: 'fewer' }).read).toBe(2);
  });
});
