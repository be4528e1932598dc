import { createRequire } from 'node:module';
import { getSystemErrorName } from 'node:util';

/** What Node has no function for. Both throw the system's error, with its `code`. */
export interface SystemCalls {
  /** Gives two paths each other's names in one step, whatever lies there. */
  readonly exchange: (first: string, second: string) => void;
  /** All that was written to the file system of an open file is on the disk when this returns; null: there is no such call. */
  readonly syncFileSystem: ((handle: number) => void) | null;
}

/** From the headers of Linux and of Darwin. */
const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;
const RENAME_SWAP = 2;

function failed(errno: number, call: string, path?: string): Error {
  const code = getSystemErrorName(-errno);
  return Object.assign(new Error(`${code}: ${call}${path === undefined ? '' : ` '${path}'`}`), {
    code,
    errno: -errno,
    path,
  });
}

/** The calls of the C library of this machine; null where there are none. A file system may still refuse one. */
export function callsOfSystem(): SystemCalls | null {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return null;
  try {
    // Not installed where there is no build of it for the machine; then there is another way, see switch-site.ts.
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi');
    const library = koffi.load(null);
    if (process.platform === 'darwin') {
      const rename = library.func('int renamex_np(const char *from, const char *to, unsigned int flags)');
      const exchange = (first: string, second: string) => {
        if (rename(first, second, RENAME_SWAP) !== 0) throw failed(koffi.errno(), 'exchange', second);
      };
      return { exchange, syncFileSystem: null };
    }
    const rename = library.func(
      'int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags)',
    );
    const sync = library.func('int syncfs(int file)');
    return {
      exchange: (first, second) => {
        if (rename(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) !== 0)
          throw failed(koffi.errno(), 'exchange', second);
      },
      syncFileSystem: (handle) => {
        if (sync(handle) !== 0) throw failed(koffi.errno(), 'syncfs');
      },
    };
  } catch {
    return null;
  }
}
