import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentType } from './content-types.ts';

/** What a server calls with each request, and what it is to call where it has no answer. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Answers the preview's requests for files that are made when they are asked for.
 * @param nameOf the file that an address asks for; null where it is none of these
 * @param make its bytes; null where there is no such file
 */
export function answerMade(
  nameOf: (address: string) => string | null,
  make: (name: string, request: IncomingMessage) => Promise<Uint8Array | null>,
): Middleware {
  return (request, response, next) => {
    const name = nameOf(request.url ?? '');
    if (name === null || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    make(name, request).then(
      (bytes) => {
        if (!bytes) return next();
        response.setHeader('content-type', contentType(name));
        response.setHeader('cache-control', 'no-cache');
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        response.statusCode = 500;
        response.end();
      },
    );
  };
}
