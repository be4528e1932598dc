import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runVisibly } from '../terminal/run-visibly.mjs';

/** @returns {import('node:child_process').SpawnOptions} */
const quiet = () => ({
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** True where we may install Debian packages without asking anybody. */
export function canUseApt() {
  return (
    existsSync('/etc/debian_version') && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  );
}

const updateLists = () => runVisibly('更新软件包目录', 'apt-get', ['update', '-qq'], quiet());

/**
 * Installs Debian packages, showing signs of life.
 * @param {string} label
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether it worked
 */
export async function installPackages(label, packages) {
  if ((await updateLists()) !== 0) return false;
  const args = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...packages];
  return (await runVisibly(label, 'apt-get', args, quiet())) === 0;
}

/**
 * Fetches the file of a Debian package into a folder without installing it, showing signs of life.
 * @param {string} label
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<boolean>} whether it worked
 */
export async function fetchPackage(label, name, folder) {
  if ((await updateLists()) !== 0) return false;
  // Its own user for fetching may not write where we want the file; it says so in English, and it does not matter.
  const args = ['download', '-qq', '-o', 'APT::Sandbox::User=root', name];
  return (await runVisibly(label, 'apt-get', args, { ...quiet(), cwd: folder })) === 0;
}
