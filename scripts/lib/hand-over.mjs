import { childEnvironment, ensureInstalled, projectFolder, projectNode } from './install.mjs';
import { runVisibly } from './run-visibly.mjs';

/**
 * Installs what is missing and goes on with a TypeScript file under the project's own Node, in the project's folder.
 * Sets the exit code to that of the file.
 * @param {string} file relative to the project folder
 * @param {readonly string[]} args
 */
export async function handOver(file, args) {
  if (!(await ensureInstalled())) {
    process.exitCode = 1;
    return;
  }
  process.exitCode = await runVisibly('', projectNode, [file, ...args], {
    cwd: projectFolder,
    env: childEnvironment(),
  });
}
