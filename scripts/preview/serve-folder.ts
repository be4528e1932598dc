import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { contentType } from '#site/content-types.ts';

/** Only this machine can reach the server: it is for looking and for tests, never for publishing. */
const HOST = '127.0.0.1';
/** How many ports after the wished one are tried when it is taken. */
const PORT_TRIES = 50;

export interface ServeOptions {
  /** The folder with the built site. */
  readonly folder: string;
  /** Wished port; the next free one where it is taken. 0 or left out: any free port. */
  readonly port?: number;
  /** Sub-path the site was built for, `/` or `/aid/`; everything outside it is 404, as on the real server. */
  readonly base?: string;
}

export interface ServedFolder {
  /** Address of the home page, with base and a slash at the end. */
  readonly url: string;
  /** Address without the base, no slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site the way a plain web server does: index.html for folders, 301 to the slash, 404.html for the rest.
 * Rejects with the system's error where no port can be opened.
 */
export async function serveFolder({ folder, port = 0, base = '/' }: ServeOptions): Promise<ServedFolder> {
  const root = resolve(folder);
  const prefix = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    answer(root, prefix, request, response).catch(() => send(request, response, 500, 'text/plain', '500'));
  });
  await listen(server, port);
  const origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: origin + prefix, origin, close };
}

async function listen(server: Server, wished: number): Promise<void> {
  const last = wished === 0 ? 0 : Math.min(wished + PORT_TRIES, 65_535);
  for (let port = wished; ; port++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, HOST, () => {
          server.off('error', fail);
          done();
        });
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last) throw error;
    }
  }
}

async function answer(root: string, prefix: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(request, response, 405, 'text/plain', '405');
  const [path = '/', query] = (request.url ?? '/').split('?');
  const tail = query === undefined ? '' : `?${query}`;
  if (`${path}/` === prefix) return redirect(response, prefix + tail);
  const file = path.startsWith(prefix) ? locate(root, path.slice(prefix.length)) : undefined;
  if (file !== undefined && !path.endsWith('/') && (await kindOf(file)) === 'folder')
    return redirect(response, `${path}/${tail}`);
  const found = file !== undefined && path.endsWith('/') ? join(file, 'index.html') : file;
  if (found !== undefined && (await kindOf(found)) === 'file')
    return send(request, response, 200, contentType(found), await readFile(found));
  const page = join(root, '404.html');
  const body = (await kindOf(page)) === 'file' ? await readFile(page) : '404';
  return send(request, response, 404, contentType(page), body);
}

/** The file behind a path, or undefined for what points outside the folder or is no proper address. */
function locate(root: string, path: string): string | undefined {
  try {
    const file = resolve(root, `./${decodeURIComponent(path)}`);
    const inside = file === root || file.startsWith(root + sep);
    return inside && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location }).end();
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  // no-cache: after the next build a reload shows the new page.
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
