import { createInterface } from 'node:readline/promises';
import { type Asked, Stopped } from '#desk/asking/asked.ts';

/** Asks whoever sits before the terminal while `use` runs. */
export async function atTheTerminal<T>(use: (asked: Asked) => Promise<T>): Promise<T> {
  const { stdin: input, stdout: output } = process;
  const lines = createInterface({ input, output });
  const gone = new AbortController();
  lines.on('SIGINT', () => gone.abort()).on('close', () => gone.abort());
  const ask = (question: string) =>
    lines.question(question, { signal: gone.signal }).catch((error) => {
      throw gone.signal.aborted ? new Stopped('stopped', { cause: error }) : error;
    });
  try {
    return await use({ ask, tell: (text) => output.write(`${text}\n`) });
  } finally {
    lines.close();
  }
}
