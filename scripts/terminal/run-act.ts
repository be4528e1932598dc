import { relative } from 'node:path';
import { type Act, type Desk, Misused, NotDone } from '#desk/act.ts';
import { Stopped } from '#desk/asking/asked.ts';
import { readOptions } from '#desk/asking/options.ts';
import { printable } from '#format/printable.ts';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { withAnswers, withAsked } from './answers.ts';
import { failureWords } from './failure-words.ts';
import { runCommand } from './run-command.ts';

/** Where an act is done. */
export interface Surroundings extends Pick<Desk, 'cwd' | 'withAnswers' | 'withAsked'> {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock, where SITE_NOW does not stand in for it. */
  readonly clock: () => Date;
  /** Takes what is said: to standard output, or of what was not done to standard error. */
  readonly print: (text: string, to: 'out' | 'error') => void;
}

/** A path as it is read from a folder; one that lies elsewhere stays whole. */
function shownFrom(cwd: string, path: string): string {
  const own = relative(cwd, path);
  return own.startsWith('..') || own === '' ? path : own;
}

/** Does an act, or shows its help; returns the exit code. What it throws is for `tellEnd`. */
export async function doAct<Value extends string, Switch extends string>(
  act: Act<Value, Switch>,
  help: string,
  args: readonly string[],
  place: Surroundings,
): Promise<number> {
  const { cwd, env, clock, print, withAnswers, withAsked } = place;
  const say = (text: string) => print(text, 'out');
  const options = readOptions(args, act.values, [...act.switches, 'help' as const], act.others);
  if ('wrong' in options) throw new Misused(act.unreadable?.(args) ?? options.wrong);
  const { given, others, switches } = options;
  if (switches.has('help')) {
    say(help);
    return 0;
  }
  const environment = readEnvironment(env, cwd, clock);
  const shown = (path: string) => shownFrom(cwd, path);
  const own = new Set([...switches].filter((one): one is Switch => one !== 'help'));
  const done = await act.run(
    { given, others, switches: own },
    { environment, cwd, shown, say, withAnswers, withAsked },
  );
  const { text, code } = typeof done === 'string' ? { text: done, code: 0 } : done;
  say(text);
  return code;
}

/** How an act speaks where it is not done. */
type Ends = Pick<Act<never, never>, 'name' | 'undone' | 'stopped' | 'failed' | 'untouched'>;

/** Tells why an act was not done; returns the exit code. */
export function tellEnd(act: Ends, error: unknown, print: Surroundings['print']): number {
  const end = (text: string, code: number) => {
    print(text, 'error');
    return code;
  };
  if (error instanceof EnvironmentError || error instanceof Misused)
    return end(`${error.message}\n${act.undone}要看说明：npm run ${act.name} -- --help`, 2);
  if (error instanceof NotDone) return end(error.message, error.code);
  if (error instanceof Stopped) return end(`\n${act.stopped ?? act.untouched}`, 130);
  return end(failureWords(error, act), 1);
}

/** Runs the command of an act to its end. */
export function runAct<Value extends string, Switch extends string>(
  act: Act<Value, Switch>,
  help: string,
): Promise<void> {
  const print: Surroundings['print'] = (text, to) =>
    process[to === 'out' ? 'stdout' : 'stderr'].write(`${printable(text)}\n`);
  const place = { env: process.env, cwd: process.cwd(), clock: () => new Date(), print, withAnswers, withAsked };
  return runCommand(
    (args) => doAct(act, help, args, place),
    (error) => tellEnd(act, error, print),
  );
}
