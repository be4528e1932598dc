import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readHeaderOf } from '#reader/picture-files.ts';
import { answerPictures } from '#site/pictures/answer-pictures.ts';
import type { ListedPicture } from '#site/pictures/making.ts';

let folder: string;
let server: Server;
let list: ListedPicture[] = [];
let asked = 0;
async function add(name: string, width: number): Promise<string> {
  const path = join(folder, name);
  const image = sharp({ create: { width, height: width, channels: 3, background: '#8899aa' } });
  writeFileSync(path, await image.png().toBuffer());
  const header = readHeaderOf(path);
  if ('refusal' in header) throw new Error(header.refusal.found);
  list = [...list, { path, file: header.file }];
  return header.file.hash;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const answer = answerPictures(
    () => {
      asked++;
      return list;
    },
    join(folder, '.cache', 'pictures'),
  );
  server = createServer((request, response) => answer(request, response, () => response.writeHead(404).end('next')));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    size: (await answer.arrayBuffer()).byteLength,
  };
};

describe('the preview', () => {
  it('makes a picture when a page asks for it, under any base, and only that one', async () => {
    const hash = await add('a.png', 600);
    const answer = await ask(`/aid/pictures/${hash}-480.webp`);
    expect([answer.status, answer.type, answer.size > 0]).toEqual([200, 'image/webp', true]);
    expect(readdirSync(join(folder, '.cache', 'pictures'), { recursive: true })).toHaveLength(2);
    const before = asked;
    expect((await ask(`/pictures/${hash}-480.webp?t=1`)).size).toBe(answer.size);
    expect(await ask(`/pictures/${hash}-600.avif`, { method: 'HEAD' })).toEqual({
      status: 200,
      type: 'image/avif',
      size: 0,
    });
    expect(asked).toBe(before);
  });

  it('finds a picture that was added while it runs', async () => {
    expect((await ask(`/pictures/${await add('b.png', 100)}-100.jpg`)).type).toBe('image/jpeg');
  });

  it('leaves every other address to others: no width, kind or picture that is not offered is ever made', async () => {
    const hash = await add('c.png', 600);
    for (const path of [
      `${hash}-481.webp`,
      `${hash}-800.webp`,
      `${hash}-480.png`,
      '0123456789abcdef-480.webp',
      `x${hash}-480.webp`,
      '',
      '..%2f..%2fetc%2fpasswd',
    ])
      expect([path, (await ask(`/pictures/${path}`)).status]).toEqual([path, 404]);
    expect((await ask(`/pictures/${hash}-480.webp`, { method: 'POST' })).status).toBe(404);
  });

  it('answers 500 and goes on where a picture cannot be read', async () => {
    const hash = await add('d.png', 700);
    rmSync(join(folder, 'd.png'));
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect((await ask(`/pictures/${hash}-480.webp`)).status).toBe(500);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/d\.png 不见了，或者打不开/));
    told.mockRestore();
    expect((await ask(`/pictures/${await add('e.png', 50)}-50.webp`)).status).toBe(200);
  });
});
