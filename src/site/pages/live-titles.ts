import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TitlePieces } from '#format/title-pieces.ts';
import { withTitleBreaks, withWholeNames } from './title-breaks.ts';

const isPage = (type: unknown) => `${type ?? ''}`.startsWith('text/html');

/** The headers that a response is told with its status: an object; undefined where it was told before, or not at all. */
function headersIn(told: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  const last = told.at(-1);
  return typeof last === 'object' && last !== null && !Array.isArray(last) ? { ...last } : undefined;
}

const without = (headers: Readonly<Record<string, unknown>>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));

const headerOf = (headers: Readonly<Record<string, unknown>>, name: string) =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** A page with its titles cut; as it is where the content cannot be read: then it says what is wrong, and is no page of ours. */
function asFinished(html: string, cut: () => TitlePieces): string {
  try {
    return withTitleBreaks(withWholeNames(html), cut());
  } catch {
    return html;
  }
}

/**
 * For the server of the live preview: its pages come from Astro one by one and are finished by nobody, so whoever looks at
 * a title there would see it broken elsewhere than readers do. Each is held until it is whole, and its titles are cut.
 * @param cut asked at each page: the names in it change while the preview runs
 */
export function liveTitles(cut: () => TitlePieces) {
  return (_: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [writeHead, write, end] = [response.writeHead, response.write, response.end].map((own) => own.bind(response));
    const held: Uint8Array[] = [];
    let page: boolean | undefined;
    const holds = () => {
      page ??= isPage(response.getHeader('content-type'));
      return page;
    };
    const take = (chunk: unknown) => {
      if (typeof chunk === 'string') held.push(Buffer.from(chunk));
      else if (chunk instanceof Uint8Array) held.push(chunk);
    };
    const call = (own: unknown, given: readonly unknown[]) =>
      (own as (...all: readonly unknown[]) => unknown)(...given);
    const changed = {
      writeHead: (...given: readonly unknown[]) => {
        const headers = headersIn(given.slice(1));
        const type = headers && headerOf(headers, 'content-type');
        if (type !== undefined) page = isPage(type);
        if (!holds()) return call(writeHead, given);
        // It is not as long as it was.
        response.removeHeader('content-length');
        if (headers) return call(writeHead, [...given.slice(0, -1), without(headers, 'content-length')]);
        return call(writeHead, given);
      },
      write: (...given: readonly unknown[]) => {
        if (!holds()) return call(write, given);
        take(given[0]);
        return true;
      },
      end: (...given: readonly unknown[]) => {
        if (!holds()) return call(end, given);
        take(given[0]);
        return call(end, [asFinished(Buffer.concat(held).toString(), cut)]);
      },
    };
    Object.assign(response, changed);
    next();
  };
}
