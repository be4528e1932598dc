import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canUseApt, fetchPackage, installPackages } from '../../../scripts/setup/debian-packages.mjs';
import { findProgram } from '../../../scripts/setup/find-program.mjs';
import { projectFolder } from '../../architecture/source-files.ts';

/** Ours alone: installing the package would start a web server on the machine. */
const OWN_FOLDER = join(projectFolder, '.cache', 'nginx');
const OWN = join(OWN_FOLDER, 'usr', 'sbin', 'nginx');
const USUAL_PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', OWN];

const runs = (file: string) => spawnSync(file, ['-v']).status === 0;

/** nginx that is there and starts. */
function findNginx(): string | undefined {
  const found = findProgram(['nginx'], USUAL_PLACES);
  return found !== undefined && runs(found) ? found : undefined;
}

/** Unpacks Debian's package into our own folder; the libraries that it wants are installed where they are missing. */
async function unpackNginx(): Promise<string | undefined> {
  mkdirSync(OWN_FOLDER, { recursive: true });
  if (!(await fetchPackage('下载 nginx', 'nginx', OWN_FOLDER))) return undefined;
  const file = readdirSync(OWN_FOLDER).find((name) => /^nginx_.*\.deb$/.test(name));
  if (file === undefined || spawnSync('dpkg-deb', ['-x', file, '.'], { cwd: OWN_FOLDER }).status !== 0)
    return undefined;
  if (runs(OWN)) return OWN;
  const needs = spawnSync('dpkg-deb', ['-f', file, 'Depends'], { cwd: OWN_FOLDER, encoding: 'utf8' }).stdout;
  const libraries = needs.split(',').flatMap((one) => /^\s*(lib[\w.+-]+)/.exec(one)?.[1] ?? []);
  await installPackages('安装 nginx 要用的库', libraries);
  return runs(OWN) ? OWN : undefined;
}

/** The nginx to test with, fetched first where that is possible; undefined: none, and the reader has been told. */
export async function ensureNginx(): Promise<string | undefined> {
  const found = findNginx();
  if (found !== undefined) return found;
  if (canUseApt()) {
    console.log('■ 没有找到 nginx，正在用 apt 下载一份来测试，不安装（只有这一次）');
    const unpacked = await unpackNginx();
    if (unpacked !== undefined) return unpacked;
  }
  console.error(
    '没有找到 nginx，网站服务器的例子这一次没有测试。请装一个，再运行一次：sudo apt-get update && sudo apt-get install -y nginx',
  );
  return undefined;
}
