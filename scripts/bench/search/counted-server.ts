import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { contentType } from '#site/content-types.ts';

/** A served site that counts what it sends. */
export interface CountedServer {
  /** Address of the home page, with a slash at the end. */
  readonly url: string;
  /** Bytes sent since this was asked the last time: bodies as transferred, without fonts and pictures. */
  readonly taken: () => number;
  readonly close: () => Promise<void>;
}

interface Sendable {
  readonly type: string;
  readonly body: Buffer;
  readonly packed: boolean;
}

/** Serves a folder to this machine as a good server does: texts in brotli at its best, everything may be cached. */
export async function serveCounted(folder: string): Promise<CountedServer> {
  const root = resolve(folder);
  const ready = new Map<string, Sendable | null>();
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? '/').split('?')[0] ?? '/').replace(/\/$/, '/index.html');
    const known = ready.get(path);
    const file = known === undefined ? sendable(root, path) : known;
    ready.set(path, file);
    if (!file) return void response.writeHead(404).end();
    if (!/^(?:image|font)\//.test(file.type)) bytes += file.body.length;
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.body.length,
      'cache-control': 'max-age=3600',
      ...(file.packed ? { 'content-encoding': 'br' } : {}),
    });
    response.end(file.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const taken = () => {
    const sent = bytes;
    bytes = 0;
    return sent;
  };
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, taken, close };
}

/** A file as it travels; null where there is none. The parts of an index are packed already. */
function sendable(root: string, path: string): Sendable | null {
  const file = join(root, path);
  if (!file.startsWith(root + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  const type = contentType(file);
  const body = readFileSync(file);
  const packed = /^text\/|json|xml|svg/.test(type);
  return { type, body: packed ? brotliCompressSync(body) : body, packed };
}
