import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';

let parent: string;
let folder: string;
let atRoot: ServedFolder;
let underBase: ServedFolder;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'serve-'));
  folder = join(parent, 'site');
  await mkdir(join(folder, 'a', '乡'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), 'home');
  await writeFile(join(folder, '404.html'), 'not here');
  await writeFile(join(folder, 'a', 'index.html'), 'a page');
  await writeFile(join(folder, 'a', '乡', 'table.csv'), '县,乡');
  atRoot = await serveFolder({ folder });
  underBase = await serveFolder({ folder, base: '/aid/' });
});

afterAll(async () => {
  await atRoot.close();
  await underBase.close();
  await rm(parent, { recursive: true });
});

const ask = async (address: string, init: RequestInit = {}) => {
  const answer = await fetch(address, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('a served folder', () => {
  it('answers a folder with its index.html, and one without the slash by adding it, query kept', async () => {
    expect((await ask(atRoot.url)).text).toBe('home');
    expect((await ask(`${atRoot.url}a/`)).text).toBe('a page');
    const moved = await ask(`${atRoot.url}a?q=1`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/a/?q=1']);
  });

  it('says the type of a file, as UTF-8, for Chinese paths too', async () => {
    const table = await ask(`${atRoot.url}a/${encodeURIComponent('乡')}/table.csv`);
    expect([table.status, table.text]).toEqual([200, '县,乡']);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await ask(`${atRoot.url}index.html`, { method: 'HEAD' })).text).toBe('');
  });

  it('answers what is not there, and a file with a slash behind it, with 404.html and status 404', async () => {
    for (const path of ['nothing', 'nothing/', 'index.html/', 'a/乡/', '%E0%A4%A']) {
      const answer = await ask(atRoot.url + path);
      expect([path, answer.status, answer.text]).toEqual([path, 404, 'not here']);
    }
  });

  it('never leaves its folder and takes nothing in', async () => {
    expect((await ask(`${atRoot.url}..%2Fsecret.txt`)).text).toBe('not here');
    expect((await ask(atRoot.url, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('knows only its base path', async () => {
    expect(underBase.url).toBe(`${underBase.origin}/aid/`);
    expect((await ask(underBase.url)).text).toBe('home');
    expect((await ask(`${underBase.origin}/aid`)).headers.get('location')).toBe('/aid/');
    expect((await ask(`${underBase.origin}/a/`)).status).toBe(404);
  });

  it('takes the next free port where the wished one is taken', async () => {
    const taken = Number(new URL(atRoot.origin).port);
    const next = await serveFolder({ folder, port: taken });
    expect(Number(new URL(next.origin).port)).toBeGreaterThan(taken);
    await next.close();
  });
});
