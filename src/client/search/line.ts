/** The index, or a part of it, could not be had. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/** A connection to the index. Once a file did not come it is broken for good; another has to be opened. */
export interface Line {
  /** What is asked of the index; rejects when a file does not come. Nothing is left waiting once it is answered. */
  unlessBroken<T>(work: Promise<T>): Promise<T>;
  /** Settles when so many files have come. */
  files(count: number): Promise<void>;
}

const browserFetch = globalThis.fetch.bind(globalThis);
const SECOND_TRY_AFTER = 300;

/**
 * A file to its last byte, asked for a second time where it did not come. What is answered with a page is missing too:
 * so do some hotels, and servers that have a page for everything.
 */
export async function load(address: string, cache: RequestCache = 'default'): Promise<Response> {
  try {
    return await loadOnce(address, cache);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_AFTER));
    return loadOnce(address, 'reload');
  }
}

async function loadOnce(address: string, cache: RequestCache): Promise<Response> {
  const response = await browserFetch(address, { cache });
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || isPage) throw new IndexError(`${response.status} ${address}`);
  return new Response(await response.arrayBuffer(), response);
}

/**
 * Takes over what Pagefind asks for below an address. Pagefind swallows what did not come and answers with less, which
 * would be a wrong count: so it is left waiting, and who asked it hears of the broken line.
 */
export function openLine(folder: string, onFile: (came: number) => void): Line {
  const below = new URL(folder, location.href).href;
  let came = 0;
  let broken: { readonly error: unknown } | null = null;
  const asked = new Set<(error: unknown) => void>();
  const waiting: { count: number; go: () => void }[] = [];
  const fail = (error: unknown) => {
    broken ??= { error };
    for (const reject of asked) reject(error);
  };
  const get = async (address: string): Promise<Response> => {
    const response = await load(address).catch((error: unknown) => {
      fail(error);
      return new Promise<never>(() => {});
    });
    came += 1;
    onFile(came);
    for (const { count, go } of waiting) if (came >= count) go();
    return response;
  };
  globalThis.fetch = (input, init) => {
    const address = typeof input === 'string' ? new URL(input, location.href).href : '';
    return address.startsWith(below) ? get(address) : browserFetch(input, init);
  };
  return {
    unlessBroken: (work) =>
      new Promise((answer, reject) => {
        if (broken) return reject(broken.error);
        asked.add(reject);
        work.then(answer, reject).finally(() => asked.delete(reject));
      }),
    files: (count) => (came >= count ? Promise.resolve() : new Promise((go) => waiting.push({ count, go }))),
  };
}
