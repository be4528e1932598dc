import type { IncomingMessage } from 'node:http';
import type { House } from '#exports/posters/sheet.ts';
import { WHOLE_POSTER } from '#format/share-picture.ts';
import { waitingLine } from '#pictures/turns.ts';
import { answerMade, type Middleware } from '../answer-made.ts';
import { sharedOn } from '../pages/finish-page.ts';
import { pageTree } from '../pages/page-tree.ts';
import { drawFigures } from './draw-figures.ts';
import { drawShared, picturesOfPage } from './draw-shared.ts';

/** A file of this server, below the root of the site; null where it has none. */
type Ask = (path: string) => Promise<Uint8Array | null>;

const FIGURE = /^figures\/[a-z0-9-]+\.png$/;
const SHARED = /^share\/((?:[^/]+\/)*)(?:wide|square)\.(?:png|jpg)$/;
const POSTER = /^posters\/([^/]+)\.png$/;

async function figureAt(file: string, ask: Ask): Promise<Uint8Array | null> {
  const svg = await ask(file.replace(/png$/, 'svg'));
  if (!svg) return null;
  let drawn: Uint8Array | null = null;
  await drawFigures([{ file, svg: Buffer.from(svg).toString() }], async (_, png) => {
    drawn = png;
  });
  return drawn;
}

/** A picture of a page, drawn by what the page says. */
async function sharedAt(file: string, path: string, house: House, ask: Ask): Promise<Uint8Array | null> {
  const page = await ask(path);
  const shared = page && sharedOn(pageTree(Buffer.from(page).toString()));
  const picture = shared && picturesOfPage(shared, house).find((one) => one.file === file);
  if (!picture) return null;
  let drawn: Uint8Array | null = null;
  const photo = async (name: string) => (await ask(`pictures/${name}`)) ?? new Uint8Array();
  await drawShared([picture], house, photo, async (_, bytes) => {
    drawn = bytes;
  });
  return drawn;
}

/** What lies at an address of the site; null where it is no drawing. */
async function drawingAt(file: string, house: () => House, ask: Ask): Promise<Uint8Array | null> {
  if (FIGURE.test(file)) return figureAt(file, ask);
  const path = SHARED.exec(file)?.[1];
  const story = POSTER.exec(file)?.[1];
  if (path !== undefined) return sharedAt(file, path, house(), ask);
  if (story === undefined) return null;
  const own = await sharedAt(file, `stories/${story}/`, house(), ask);
  return own ?? (story === WHOLE_POSTER ? sharedAt(file, '', house(), ask) : null);
}

/** Asks this same server, by the address at which it was asked. */
const askServer =
  ({ socket }: IncomingMessage, base: string): Ask =>
  async (path) => {
    const { localAddress = '127.0.0.1', localPort } = socket;
    const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
    const answer = await fetch(`http://${host}:${localPort}${base}${path}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };

/**
 * Answers the preview's requests for pictures of figures, for those that pages are passed on with and for posters: each is
 * drawn when it is asked for, from the drawing or the page that this server gives.
 */
export function answerDrawings(base: string, house: () => House): Middleware {
  const inTurn = waitingLine(1);
  const below = new RegExp(`^${base}`);
  return answerMade(
    (address) => {
      const file = address.replace(/\?.*$/, '').replace(below, '');
      return [FIGURE, SHARED, POSTER].some((pattern) => pattern.test(file)) ? file : null;
    },
    (file, request) => inTurn(() => drawingAt(file, house, askServer(request, base))),
  );
}
