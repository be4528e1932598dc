import { spawnSync } from 'node:child_process';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';

/** Runs a script of the project as its user does, with these settings; returns what it printed and its exit code. */
export function runScript(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const env: NodeJS.ProcessEnv = childEnvironment({ ...settings });
  // Vitest's own mode must not reach the script.
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST']) delete env[key];
  const { stdout, stderr, status } = spawnSync(projectNode, [...args], { cwd: projectFolder, env, encoding: 'utf8' });
  return { output: stdout + stderr, status };
}
