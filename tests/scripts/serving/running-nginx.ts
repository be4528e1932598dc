import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RunningNginx {
  /** Connections are kept, as browsers do. The path goes out as it is written. */
  readonly ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

const HOST = '127.0.0.1';
/** How often we look whether it answers, in milliseconds, and how many times at most. */
const LOOK = 20;
const LOOKS = 500;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Replaces each text, which must stand there, so that a test fails where the example was rewritten. */
export function rewritten(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`the example has no “${from}”`);
    return so.replaceAll(from, to);
  }, text);
}

/** What a machine's own nginx.conf is to the example: everything that it writes lies in a folder of the test. */
const mainConfig = (folder: string, site: string) => `
daemon off;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 128; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 1000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join('\n  ')}
  include ${site};
}
`;

/**
 * Starts nginx with the example, on a free port of this machine.
 * @param program file of nginx
 * @param example text of a site's configuration; its `listen` lines are ours to change
 * @param folder where it may write; made
 */
export async function startNginx(program: string, example: string, folder: string): Promise<RunningNginx> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const site = join(folder, 'site.conf');
  const here = [
    ['listen 80;', `listen ${HOST}:${port};`],
    ['    listen [::]:80;\n', ''],
  ] as const;
  writeFileSync(site, rewritten(example, here));
  writeFileSync(join(folder, 'nginx.conf'), mainConfig(folder, site));
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const ask = asking(agent, port);
  for (let looks = 0; ; looks++) {
    const answered = await ask('/').then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (child.exitCode !== null || looks === LOOKS) {
      await stop(child);
      throw new Error(`nginx did not start: ${said}${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    }
    await pause(LOOK);
  }
  return {
    ask,
    stop: async () => {
      agent.destroy();
      await stop(child);
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const asking =
  (agent: Agent, port: number): RunningNginx['ask'] =>
  (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, host: HOST, port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
