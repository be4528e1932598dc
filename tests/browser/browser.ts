import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colourScheme?: 'light' | 'dark';
  readonly javaScript?: boolean;
  readonly media?: 'screen' | 'print';
  /** Device pixels per CSS pixel; 2 for pictures that are looked at closely. */
  readonly scale?: number;
  /** Touch and phone viewport rules. */
  readonly phone?: boolean;
}

/** A page being looked at, with everything it did wrong so far. */
export interface Visit {
  readonly page: Page;
  /** Console errors and uncaught exceptions, Content-Security-Policy complaints among them. */
  readonly consoleErrors: string[];
  /** Addresses on other origins that the page asked for. */
  readonly foreignRequests: string[];
  /** Own addresses that answered 400 or more, or not at all. */
  readonly failedRequests: string[];
  /** Goes on to another page of the same site in the same tab, far cheaper than a new visit; the lists begin anew. */
  readonly goTo: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the Chromium that `npm test` found. Throws where there is none: run the tests through `npm test`. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: run npm test, which installs one or says how to get it');
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  // Tests never leave the machine. Stopped by the browser itself: asked here about each request, it would keep nothing
  // of a site from one page to the next, and every page would take twice as long.
  args.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost');
  // Chromium refuses to sandbox the superuser, which is who runs us in most containers.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args });
}

/**
 * Opens an address in a fresh context (empty cache, no cookies) and waits until it has loaded, its fonts included.
 * Defaults: 1280 × 800, light, script on, screen.
 */
export async function visit(browser: Browser, url: string, options: PageOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colourScheme ?? 'light',
    javaScriptEnabled: options.javaScript ?? true,
    deviceScaleFactor: options.scale ?? 1,
    isMobile: options.phone ?? false,
    hasTouch: options.phone ?? false,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  // A limit that only ends what hangs, as all of them here.
  context.setDefaultNavigationTimeout(90_000);
  const page = await context.newPage();
  const seen = watch(page, new URL(url).origin);
  if (options.media) await page.emulateMedia({ media: options.media });
  const goTo = async (address: string) => {
    for (const list of Object.values(seen)) list.length = 0;
    await page.goto(address, { waitUntil: 'load' });
    // `document.fonts` answers even where the page's own scripts are off.
    await page.evaluate('document.fonts.ready.then(() => undefined)');
  };
  await goTo(url);
  return { page, ...seen, goTo, close: () => context.close() };
}

function watch(page: Page, origin: string): Pick<Visit, 'consoleErrors' | 'foreignRequests' | 'failedRequests'> {
  const consoleErrors: string[] = [];
  const foreignRequests: string[] = [];
  const failedRequests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  page.on('request', (request) => isForeign(request.url(), origin) && foreignRequests.push(request.url()));
  page.on('response', (response) => response.status() >= 400 && failedRequests.push(response.url()));
  page.on('requestfailed', (request) => {
    // Aborted: the page was left before its icon came. What a server refuses arrives as a response, above.
    const left = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!left && !isForeign(request.url(), origin)) failedRequests.push(request.url());
  });
  return { consoleErrors, foreignRequests, failedRequests };
}

function isForeign(address: string, origin: string): boolean {
  return /^(https?|wss?):/.test(address) && new URL(address).origin !== origin;
}
