import { setFlagsFromString } from 'node:v8';

/** Nothing is left to do, and the command has not come to its end: something it waits for will never come. */
const STALLED = '要等的一步再也等不到了';

/**
 * What is thrown away is cleared at twice what is held, where Node waits for four times that: a build of thousands of
 * stories stays some hundred MB smaller. Clearing at half as much again makes its peak no lower, which comes while the
 * content is read, and goes through all that is held more often.
 */
const THRIFTY = '--heap-growing-percent=100';

/**
 * Runs a command to its end and sets the exit code. Whatever goes wrong on the way, also where nobody waited for it, is
 * told by `tell`, which returns the exit code; never is there a stack of calls, but where `DEBUG` asks for it. A reader
 * that closes the pipe (`npm run check | head`) disturbs nothing.
 */
export async function runCommand(
  main: (args: readonly string[]) => number | Promise<number>,
  tell: (error: unknown) => number,
): Promise<void> {
  setFlagsFromString(THRIFTY);
  const end = (error: unknown) => {
    if (process.env['DEBUG']) console.error(error);
    return tell(error);
  };
  const stray = (error: unknown) => process.exit(end(error));
  const unfinished = () => stray(new Error(STALLED));
  process.on('uncaughtException', stray).on('unhandledRejection', stray).on('beforeExit', unfinished);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', closedPipe);
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = end(error);
  }
  process.off('beforeExit', unfinished);
}

function closedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
