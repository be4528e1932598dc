import { createRequire } from 'node:module';
import { getSystemErrorName } from 'node:util';

/** Gives two paths each other's names in one step, whatever lies there. Throws the system's error, with its `code`. */
export type ExchangeNames = (first: string, second: string) => void;

/** From the headers of Linux and of Darwin. */
const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;
const RENAME_SWAP = 2;

/** What Node has no function for: the call of the C library by which two names change places. */
function callOfSystem(): ((first: string, second: string) => number) | null {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return null;
  try {
    // Not installed where there is no build of it for the machine; then there is another way, see switch-site.ts.
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi');
    const library = koffi.load(null);
    if (process.platform === 'darwin') {
      const rename = library.func('int renamex_np(const char *from, const char *to, unsigned int flags)');
      return (first, second) => (rename(first, second, RENAME_SWAP) === 0 ? 0 : koffi.errno());
    }
    const rename = library.func(
      'int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags)',
    );
    return (first, second) => (rename(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) === 0 ? 0 : koffi.errno());
  } catch {
    return null;
  }
}

/** The exchange of names of this machine; null where it has none. A file system may still refuse it. */
export function exchangeOfMachine(): ExchangeNames | null {
  const call = callOfSystem();
  if (!call) return null;
  return (first, second) => {
    const errno = call(first, second);
    if (errno === 0) return;
    const code = getSystemErrorName(-errno);
    throw Object.assign(new Error(`${code}: exchange '${first}' '${second}'`), { code, errno: -errno, path: second });
  };
}
