import { realpathSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runVisibly } from '../terminal/run-visibly.mjs';
import { childEnvironment, compiledFolder, ensureInstalled, projectFolder, projectNode } from './install.mjs';

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

/**
 * Runs the file of a command as `node <file> [args]` would, under the project's own Node and after installing what is
 * missing: where that Node runs already, in this very process. The keyboard is the command's: some of them ask.
 * @param {string} file relative to the project folder
 * @param {readonly string[]} args
 */
export async function runCommand(file, args) {
  // A program reads what `--json` prints: not a word may stand beside it.
  if (!(await ensureInstalled({ quiet: args.includes('--json') }))) {
    process.exitCode = 1;
    return;
  }
  const path = join(projectFolder, file);
  if (realpathSync(process.execPath) === realpathSync(projectNode)) {
    nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? compiledFolder);
    process.argv = [process.execPath, path, ...args];
    await import(pathToFileURL(path).href);
    return;
  }
  process.exitCode = await runVisibly('', projectNode, [path, ...args], { stdio: 'inherit', env: childEnvironment() });
}
