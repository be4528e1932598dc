import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** Why a folder must not be replaced by a built site, in Chinese; null: it may. */
export function whyNotReplace(target: string, keep: readonly string[]): string | null {
  const inside = (child: string, parent: string) => child === parent || child.startsWith(parent + sep);
  const kept = keep.map((folder) => resolve(folder)).find((folder) => inside(folder, resolve(target)));
  if (kept) return `OUT_DIR 指的文件夹 ${target} 里有 ${kept}，生成网站会把它清掉。请换一个空文件夹。`;
  if (!existsSync(target)) return null;
  const names = readdirSync(target);
  if (names.length === 0 || (names.includes('index.html') && names.includes('404.html'))) return null;
  return `OUT_DIR 指的文件夹 ${target} 不是空的，也不像以前生成的网站，为免丢东西没有动它。请换一个空文件夹，或先清空它。`;
}

/**
 * Puts a finished folder in place of another, also across file systems. The old one stays whole until the new one
 * lies beside it complete; where the target cannot be renamed (a mount point), its files are replaced one by one.
 */
export function replaceFolder(finished: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const [fresh, old] = [`${target}.new-${process.pid}`, `${target}.old-${process.pid}`];
  try {
    cpSync(finished, fresh, { recursive: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } catch {
    if (existsSync(old) && !existsSync(target)) renameSync(old, target);
    mkdirSync(target, { recursive: true });
    const wanted = new Set(readdirSync(finished));
    cpSync(finished, target, { recursive: true, force: true });
    for (const name of readdirSync(target)) if (!wanted.has(name)) rmSync(join(target, name), { recursive: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
