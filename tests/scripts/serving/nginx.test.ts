import { once } from 'node:events';
import { readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_TYPES } from '#site/content-types.ts';
import { MARK } from '#site/publish/manifest.ts';
import { NoWayBack } from '#site/publish/publish-release.ts';
import { callsOfSystem } from '#site/publish/system-calls.ts';
import { projectFolder } from '../../architecture/source-files.ts';
import {
  HOSTS,
  NEW,
  OLD,
  type Playground,
  playground,
  publish,
  SHOWN,
  type SmallSite,
  write,
} from '../../site-parts/publish/small-sites.ts';
import { ensureNginx } from './nginx-program.ts';
import { type Answer, type RunningNginx, rewritten, startNginx } from './running-nginx.ts';
import type { Ground, SwitchingData, Wish } from './switching.ts';

const EXAMPLE = readFileSync(join(projectFolder, 'scripts/serving/nginx.conf'), 'utf8');
/** What README says to change for a site below the top of its address, and to put before it. */
const BELOW_CHANGES = [
  ['location / {', 'location /aid/ {'],
  ['=404 /404.html', '=404 /aid/404.html'],
] as const;
const BELOW_BEFORE = 'location = /aid { return 301 /aid/; }';
const BELOW = [...BELOW_CHANGES, ['location /aid/ {', `${BELOW_BEFORE}\n    location /aid/ {`]] as const;

const YEAR = 'public, max-age=31536000, immutable';
const YEAR_HERE = 'public, max-age=31536000, s-maxage=600, immutable';
const MINUTES = 'public, max-age=300';
const ASK = 'no-cache';

/** One file of each kind that a build makes, with how long it may be kept. */
const KINDS: readonly (readonly [path: string, cache: string])[] = [
  ['index.html', ASK],
  ['stories/one/index.html', ASK],
  ['assets/index.astro_astro_type_script_index_0_lang.CSQLK7tf.js', YEAR],
  ['fonts/title-355aa4d0.woff2', YEAR],
  ['fonts/heading.woff2', MINUTES],
  ['pictures/046301e96b063dff-1200.avif', YEAR_HERE],
  ['pictures/046301e96b063dff-480.jpg', YEAR_HERE],
  ['pagefind/fragment/zh-cn_ff148d2.pf_fragment', YEAR_HERE],
  ['pagefind/index/zh-cn_ed27927.pf_index', YEAR_HERE],
  ['pagefind/filter/zh-cn_1181e89.pf_filter', YEAR_HERE],
  ['pagefind/pagefind.zh-cn_bf5fe0b8d6858.pf_meta', YEAR_HERE],
  ['pagefind/pagefind-entry.json', ASK],
  ['pagefind/pagefind.js', ASK],
  ['pagefind/wasm.unknown.pagefind', ASK],
  ['search/names.json', ASK],
  ['feed.xml', MINUTES],
  ['feed.json', MINUTES],
  ['feeds/kind/news.xml', MINUTES],
  ['feeds/kind/news.json', MINUTES],
  ['sitemap-index.xml', MINUTES],
  ['data/progress.csv', MINUTES],
  ['data/progress.json', MINUTES],
  ['data/2026-11-28/facts.csv', YEAR],
  ['data/2026-11-28/datapackage.json', YEAR],
  ['data/2026-11-28/SHA256SUMS.txt', YEAR],
  ['data/2026-11-28/index.html', ASK],
  ['figures/money.svg', MINUTES],
  ['figures/money.png', MINUTES],
  ['figures/index.html', ASK],
  ['kits/yi-feng-xin.zip', ASK],
  ['kits/index.html', ASK],
  ['posters/a-letter.png', MINUTES],
  ['share/wide.png', MINUTES],
  ['share/stories/a-letter/square.jpg', MINUTES],
  ['embed/money/index.html', ASK],
  ['favicon.svg', MINUTES],
  ['apple-touch-icon.png', MINUTES],
  ['icon-512.png', MINUTES],
  ['site.webmanifest', MINUTES],
  ['robots.txt', ASK],
];

const longPage = (release: string) => `<!doctype html>\n${`<p>${release}，这一行是这一版的。</p>\n`.repeat(400)}`;
const SITE: SmallSite = {
  ...Object.fromEntries(KINDS.map(([path]) => [path, `what stands in ${path}`])),
  ...Object.fromEntries(Object.keys(CONTENT_TYPES).map((ending) => [`kinds/a${ending}`, 'x'.repeat(2000)])),
  'index.html': longPage('第一版'),
  '404.html': `<!doctype html>${'没有这一页。'.repeat(300)}`,
  '.git/config': 'not for the world',
  'stories/.draft.html': 'not for the world',
  '.well-known.old/token': 'not for the world',
};

it('README.md tells what to change for a site below the top of its address, as it is tested here', () => {
  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  for (const [from, to] of BELOW_CHANGES) expect(readme).toContain(`\`${from}\` 改成 \`${to}\``);
  expect(readme).toContain(`\`${BELOW_BEFORE}\``);
});

const nginx = await ensureNginx();
/** Where the address of a path begins, and what of the example is changed for it. */
const ADDRESSES: readonly (readonly [base: string, changes: readonly (readonly [string, string])[]])[] = [
  ['/', []],
  ['/aid/', BELOW],
];

const filledIn = (place: string, changes: readonly (readonly [string, string])[] = []) =>
  rewritten(EXAMPLE, [['alias /srv/www/aid/;', `alias ${place}/;`], ...changes]);
const text = ({ headers, body }: Answer) => String(headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);

describe.skipIf(!nginx).each(ADDRESSES)('nginx with the example, for a site at %s', (base, changes) => {
  let ground: Playground;
  let server: RunningNginx;
  const ask: RunningNginx['ask'] = (path, ...rest) => server.ask(base + path, ...rest);
  beforeAll(async () => {
    ground = playground();
    write(ground.place, { ...SITE, ...HOSTS, [MARK]: '{}' });
    server = await startNginx(nginx ?? '', filledIn(ground.place, changes), join(ground.dir, 'nginx'));
  });
  afterAll(async () => {
    await server?.stop();
    ground?.remove();
  });

  /** Only a figure to embed may stand in a frame of somebody else. */
  const frames = (path: string) => (path.startsWith('embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'");
  const guarded = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };

  it.each(KINDS)('%s comes with the guards and is kept as long as its kind may be: %s', async (path, cache) => {
    const address = path.replace(/index\.html$/, '');
    const answer = await ask(address);
    expect([answer.status, text(answer)]).toEqual([200, SITE[path]]);
    expect(answer.headers).toMatchObject({
      ...guarded,
      'content-security-policy': frames(path),
      'cache-control': cache,
    });
    expect(answer.headers.etag).toMatch(/^"[0-9a-f-]+"$/);
  });

  it('says of every ending what the preview says of it', async () => {
    const endings = Object.entries(CONTENT_TYPES);
    const said = await Promise.all(
      endings.map(async ([ending]) => [ending, (await ask(`kinds/a${ending}`)).headers['content-type']]),
    );
    expect(said).toEqual(endings);
    expect((await ask('pagefind/wasm.unknown.pagefind')).headers['content-type']).toBe('application/octet-stream');
  });

  it('compresses text and leaves alone what is packed already', async () => {
    const packed = { 'accept-encoding': 'gzip' };
    const page = await ask('', packed);
    expect(page.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(page.body.length).toBeLessThan(Buffer.byteLength(longPage('第一版')) / 10);
    expect(text(page)).toBe(longPage('第一版'));
    const encoded = async (ending: string) => (await ask(`kinds/a${ending}`, packed)).headers['content-encoding'];
    const texts = Object.entries(CONTENT_TYPES).filter(([, type]) => type.includes('charset') || type.endsWith('wasm'));
    for (const [ending] of texts) expect([ending, await encoded(ending)]).toEqual([ending, 'gzip']);
    for (const ending of ['.woff2', '.avif', '.jpg', '.zip']) expect(await encoded(ending)).toBeUndefined();
  });

  it('answers what is not there with 404 and the page that says so, kept by nobody', async () => {
    for (const path of [
      'nowhere/',
      'nowhere',
      'assets/gone.CSQLK7tf.js',
      'assets/',
      'pictures/046301e96b063dff-9.jpg',
    ]) {
      const answer = await ask(path);
      expect([path, answer.status, text(answer)]).toEqual([path, 404, SITE['404.html']]);
      expect(answer.headers).toMatchObject({ ...guarded, 'content-security-policy': frames(''), 'cache-control': ASK });
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  it('gives out no file of a dot, but what lies in .well-known', async () => {
    const closed = [
      MARK,
      '.user.ini',
      '.git/config',
      '.git/',
      'stories/.draft.html',
      '.well-known/.x',
      '.%67it/config',
    ];
    for (const path of closed) {
      const answer = await ask(path);
      expect([path, answer.status, text(answer)]).toEqual([path, 404, SITE['404.html']]);
    }
    const token = await ask('.well-known/acme/token');
    expect([token.status, text(token)]).toEqual([200, HOSTS['.well-known/acme/token']]);
    const proof = await ask('baidu_verify_x.html');
    expect([proof.status, text(proof)]).toEqual([200, HOSTS['baidu_verify_x.html']]);
  });

  it('gives out nothing that lies beside the site', async () => {
    for (const path of [
      '../new/index.html',
      '..%2fnew/index.html',
      '../.www-releases/',
      'stories/../../new/index.html',
    ]) {
      const { status, body } = await ask(path);
      expect([path, [400, 404].includes(status), String(body).includes('new')]).toEqual([path, true, false]);
    }
  });

  it('sends a folder without its slash to the one with it, under whatever name the site is asked', async () => {
    const answer = await ask('stories/one?from=feed');
    expect([answer.status, answer.headers.location]).toEqual([301, `${base}stories/one/?from=feed`]);
    if (base !== '/') {
      const top = await server.ask(base.slice(0, -1));
      expect(top.status).toBe(301);
      expect(new URL(top.headers.location ?? '', 'http://127.0.0.1').pathname).toBe(base);
    }
  });

  it('says 304 to who has it, compressed or not, with no body', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const { headers } = await ask('', { 'accept-encoding': encoding });
      for (const known of [
        { 'if-none-match': headers.etag ?? '' },
        { 'if-modified-since': headers['last-modified'] ?? '' },
      ]) {
        const again = await ask('', { 'accept-encoding': encoding, ...known });
        expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, ASK]);
      }
    }
  });

  it('answers HEAD like GET without the body, and nothing that would change something', async () => {
    const [got, head] = [await ask(''), await ask('', {}, 'HEAD')];
    const { date: _, ...headers } = head.headers;
    expect(got.headers).toMatchObject(headers);
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('', {}, method)).status).toBe(405);
  });
});

const SWITCHES = 30;
/** Answers between two switches, and readers that ask at the same time. */
const BETWEEN = 60;
const READERS = 8;
const RELEASES = { old: '旧的一版', new: '新的一版，字数不一样' } as const;
const PAGES = ['', 'stories/one/', 'nowhere/'];
const WAYS: readonly (readonly [way: string, exchange: boolean])[] = [
  ...(callsOfSystem() ? [['two folders exchange their names', true] as const] : []),
  ['a link is replaced', false],
];

describe.skipIf(!nginx).each(WAYS)('under load, where %s', (_, exchange) => {
  it('thirty switches show every reader one whole release or the other, and at last only the last', async () => {
    const release = (words: string): SmallSite => {
      const page = longPage(words);
      return { 'index.html': page, 'stories/one/index.html': page, '404.html': page };
    };
    const releases = { old: release(RELEASES.old), new: release(RELEASES.new) };
    const workerData: SwitchingData = { exchange, releases };
    const thread = new Worker(new URL('./switching.ts', import.meta.url), { workerData, execArgv: [] });
    const [ground] = (await once(thread, 'message')) as [Ground];
    const wish = async (one: Wish) => {
      const done = once(thread, 'message');
      thread.postMessage(one);
      await done;
    };
    await wish('old');
    const server = await startNginx(nginx ?? '', filledIn(ground.place), join(ground.dir, 'nginx'));
    try {
      const known = new Map(Object.entries(RELEASES).map(([name, words]) => [longPage(words), name]));
      const seen: Record<string, number> = {};
      const wrong: string[] = [];
      let answers = 0;
      const askOnce = async (turn: number) => {
        const path = PAGES[turn % PAGES.length] ?? '';
        const answer = await server.ask(`/${path}`, turn % 2 === 0 ? { 'accept-encoding': 'gzip' } : {});
        const release = known.get(text(answer)) ?? 'no release';
        seen[release] = (seen[release] ?? 0) + 1;
        answers++;
        if (answer.status !== (path === 'nowhere/' ? 404 : 200) || !known.has(text(answer))) {
          wrong.push(`${path} ${answer.status} ${text(answer).slice(0, 80)}`);
        }
        return release;
      };
      let reading = true;
      let waiting = { until: 0, go: () => {} };
      const answered = (count: number) =>
        new Promise<void>((go) => {
          waiting = { until: answers + count, go };
        });
      const readers = Array.from({ length: READERS }, async (_, reader) => {
        for (let turn = reader; reading; turn++) {
          await askOnce(turn);
          if (answers >= waiting.until) waiting.go();
        }
      });
      const between = async () => {
        await Promise.race([answered(BETWEEN), Promise.all(readers)]);
      };
      for (let number = 1; number <= SWITCHES; number++) {
        await between();
        await wish(number % 2 === 1 ? 'new' : 'old');
      }
      reading = false;
      await Promise.all(readers);
      expect(wrong).toEqual([]);
      expect(answers).toBeGreaterThan(SWITCHES * BETWEEN);
      expect(Object.keys(seen).sort()).toEqual(['new', 'old']);
      const last = await Promise.all(Array.from({ length: READERS * PAGES.length }, (_, turn) => askOnce(turn)));
      expect(new Set(last)).toEqual(new Set(['old']));
    } finally {
      await server.stop();
      await wish('end');
      await thread.terminate();
      rmSync(ground.dir, { recursive: true, force: true });
    }
  });
});

describe.skipIf(!nginx)('a new release and the way back, seen through nginx', () => {
  let ground: Playground;
  let server: RunningNginx;
  beforeAll(async () => {
    ground = playground();
    publish(ground, 'old');
    // As a release of another day: what is older must not look as if it had not changed.
    utimesSync(join(ground.place, 'index.html'), 1_700_000_000, 1_700_000_000);
    server = await startNginx(nginx ?? '', filledIn(ground.place), join(ground.dir, 'nginx'));
  });
  afterAll(async () => {
    await server?.stop();
    ground?.remove();
  });
  const back = (shown = SHOWN) => {
    const site = ground.open();
    try {
      site.goBack(shown);
    } finally {
      site.close();
    }
  };

  it('who has one release gets the other whole, forwards and back, but never one with what was withdrawn', async () => {
    const first = await server.ask('/');
    const having = ({ headers }: Answer) => ({
      'if-none-match': headers.etag ?? '',
      'if-modified-since': headers['last-modified'] ?? '',
    });
    const dated = ({ headers }: Answer) => ({ 'if-modified-since': headers['last-modified'] ?? '' });
    const page = async (headers: Record<string, string>) => text(await server.ask('/', headers));
    publish(ground, 'new');
    const second = await server.ask('/');
    expect([text(first), text(second)]).toEqual([OLD['index.html'], NEW['index.html']]);
    expect(await page(having(first))).toBe(NEW['index.html']);
    expect((await server.ask('/stories/gone/')).status).toBe(404);
    back();
    expect(await page(having(second))).toBe(OLD['index.html']);
    expect(await page(dated(second))).toBe(OLD['index.html']);
    expect((await server.ask('/', having(first))).status).toBe(304);
    expect((await server.ask('/stories/gone/')).status).toBe(200);
    back();
    expect(await page({})).toBe(NEW['index.html']);
    expect(() => back({ ...SHOWN, names: ['old gone'] })).toThrow(NoWayBack);
    expect(await page({})).toBe(NEW['index.html']);
    expect((await server.ask('/stories/gone/')).status).toBe(404);
  });
});
