import { printable } from '#format/printable.ts';

/** What is wrong, and what to do, in the words of a clerk. */
const WORDS: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  ENOSPC: ['磁盘满了', '腾出地方，再运行一次。'],
  EDQUOT: ['给这个用户的磁盘空间用完了', '腾出地方，或者请管理员加大限额，再运行一次。'],
  EFBIG: ['文件太大，磁盘放不下', '换一块磁盘，或者请管理员放宽限制。'],
  EROFS: ['这块磁盘是只读的，写不进去', '换一个能写的文件夹，或者请管理员把磁盘改成可写。'],
  EACCES: ['没有权限', '换一个有权限的用户运行，或者请管理员把这个文件夹给运行的用户。'],
  EPERM: ['系统不允许', '换一个有权限的用户运行，或者请管理员看看这个文件夹的权限。'],
  ENOTDIR: ['路径里有一个是文件，应当是文件夹', '改正路径，或者把那个文件移走。'],
  EISDIR: ['现在是文件夹，应当是文件', '改正路径，或者把那个文件夹移走。'],
  EEXIST: ['那里已经有东西了', '把它移走，再运行一次。'],
  ENOENT: ['没有这个文件或者文件夹', '看看是不是有人在生成的时候移走了它，磁盘是不是接上了，再运行一次。'],
  ENAMETOOLONG: ['路径或者文件名太长', '换一个短一些的文件夹名。'],
  ELOOP: ['这是一个转圈的链接', '删掉这个链接。'],
  EMFILE: ['同时打开的文件太多', '关掉一些程序，再运行一次。'],
  ENFILE: ['同时打开的文件太多', '关掉一些程序，再运行一次。'],
  EBUSY: ['有程序正在用它，换不了', '关掉正在用它的程序，再运行一次。'],
  EXDEV: ['不在同一块磁盘上，或者是容器镜像里带的文件夹，换不了名字', 'OUT_DIR 换成一个新的文件夹，放在同一块磁盘上。'],
  EIO: ['磁盘读写出错', '请管理员检查磁盘。'],
  ENOMEM: ['内存不够', '关掉一些程序，再运行一次。'],
  EAGAIN: ['内存或者进程数不够', '关掉一些程序，再运行一次。'],
  EADDRINUSE: ['这个端口已经有程序在用', '换一个端口，例如 PORT=8080 npm start。'],
  ETXTBSY: ['有程序正在用它，换不了', '关掉正在用它的程序，再运行一次。'],
  ESTALE: ['网络上的磁盘断过，文件找不到了', '请管理员重新接上那块磁盘，再运行一次。'],
  ENODEV: ['磁盘不在了', '把磁盘接上，再运行一次。'],
  ENOTEMPTY: ['文件夹里又多了东西', '看看是不是有别的程序在往里写，再运行一次。'],
};

/** A folder that cannot be made together with those above it: Node tells of a disk that is read-only as if it were not there. */
const UNMADE = [
  '这个文件夹建不了：磁盘只读，或者没有接上',
  '换一个能写的文件夹，或者请管理员看看磁盘，再运行一次。',
] as const;

/** A fault of the machine, not of the content and not of the program. */
export interface SystemTrouble {
  readonly what: string;
  readonly mend: string;
  /** Where; '' where the system does not say. */
  readonly path: string;
}

const MOST_CAUSES = 5;

/** How programs written in Rust or C tell the same: `Read-only file system (os error 30)`. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/no space left on device|os error 28\b/i, 'ENOSPC'],
  [/disk quota exceeded|os error 122\b/i, 'EDQUOT'],
  [/read-only file system|os error 30\b/i, 'EROFS'],
  [/permission denied|os error 13\b/i, 'EACCES'],
  [/too many open files|os error 2[34]\b/i, 'EMFILE'],
  [/not a directory|os error 20\b/i, 'ENOTDIR'],
  [/cannot allocate memory|os error 12\b/i, 'ENOMEM'],
  [/input\/output error|os error 5\b/i, 'EIO'],
];

/**
 * What an error says of disk, rights and paths; null: it is of another kind. Libraries wrap such errors, gather several
 * in one, or hand on only their words, `ENOSPC: no space left on device, write`.
 */
export function systemTrouble(error: unknown): SystemTrouble | null {
  const gathered = (error as { errors?: unknown } | undefined)?.errors;
  const all = [error, ...(Array.isArray(gathered) ? gathered : [])];
  return all.reduce<SystemTrouble | null>((found, one) => found ?? troubleIn(one), null);
}

function troubleIn(error: unknown): SystemTrouble | null {
  let one = error as { code?: unknown; message?: unknown; path?: unknown; dest?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; one && depth < MOST_CAUSES; depth++) {
    const message = String(one.message ?? '');
    const [, told = '', quoted] = /\b(E[A-Z]{2,12}): [^']*(?:'([^'\n]*)')?/.exec(message) ?? [];
    const elsewhere = ELSEWHERE.find(([pattern]) => pattern.test(message))?.[1] ?? '';
    const code = [String(one.code ?? ''), told, elsewhere].find((each) => WORDS[each]);
    const [what, mend] = (code === 'ENOENT' && /, mkdir\b/.test(message) ? UNMADE : WORDS[code ?? '']) ?? [];
    if (what && mend) return { what, mend, path: String(one.dest ?? one.path ?? quoted ?? '') };
    one = one.cause as typeof one;
  }
  return null;
}

/** One or two sentences: what, where, what to do. */
export const troubleWords = ({ what, mend, path }: SystemTrouble): string =>
  `${what}${path ? `：${printable(path)}` : ''}。${mend}`;
