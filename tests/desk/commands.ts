import { spawnSync } from 'node:child_process';
import type { Act } from '#desk/act.ts';
import { printable } from '#format/printable.ts';
import { childEnvironment, projectFolder } from '../../scripts/setup/install.mjs';
import { withAnswers, withAsked } from '../../scripts/terminal/answers.ts';
import { doAct, tellEnd } from '../../scripts/terminal/run-act.ts';

/** What a command printed and its exit code. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export type Settings = Readonly<Record<string, string>>;

/**
 * What the command of an act says and ends with, done in this process by what every command is run by: only the process
 * around it is missing. The help stands in the file of the command.
 */
export async function doHere<Value extends string, Switch extends string>(
  act: Act<Value, Switch>,
  args: readonly string[],
  env: Settings,
  cwd = projectFolder,
): Promise<Ran> {
  const said = { out: '', error: '' };
  const print = (text: string, to: 'out' | 'error') => {
    said[to] += `${printable(text)}\n`;
  };
  const place = { env, cwd, clock: () => new Date(), print, withAnswers, withAsked };
  const status = await doAct(act, '', args, place).catch((error) => tellEnd(act, error, print));
  return { stdout: said.out, stderr: said.error, status };
}

/** Runs the file of a command in a process of its own, as `npm run` does; nothing is typed but `input`. */
export function runCommandFile(file: string, args: readonly string[], env: Settings, input = ''): Ran {
  const { PATH, NODE_COMPILE_CACHE } = childEnvironment();
  const { stdout, stderr, status } = spawnSync(process.execPath, [`scripts/${file}.ts`, ...args], {
    ...{ cwd: projectFolder, encoding: 'utf8', input },
    env: { PATH, NODE_COMPILE_CACHE, ...env },
  });
  return { stdout, stderr, status };
}
