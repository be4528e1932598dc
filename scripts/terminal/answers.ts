import { createInterface } from 'node:readline/promises';
import { type Desk, type Given, Misused } from '#desk/act.ts';
import { type Asked, fromLines, Stopped } from '#desk/asking/asked.ts';
import { type Answerer, answerAll, askAll, type Question } from '#desk/asking/questions.ts';
import { printable } from '#format/printable.ts';

/** So long is waited for the first answer of somebody who is no terminal: a pipe that nobody writes to may never close. */
const MOST_WAITED = 5000;

const print = (text: string) => process.stdout.write(printable(text));

/** Asks whoever sits before the terminal while `use` runs. */
async function atTheTerminal<T>(use: (asked: Asked) => Promise<T>): Promise<T> {
  const { stdin: input, stdout: output } = process;
  const lines = createInterface({ input, output });
  const gone = new AbortController();
  lines.on('SIGINT', () => gone.abort()).on('close', () => gone.abort());
  const ask = (question: string) =>
    lines.question(printable(question), { signal: gone.signal }).catch((error) => {
      throw gone.signal.aborted ? new Stopped('stopped', { cause: error }) : error;
    });
  try {
    return await use({ ask, tell: (text) => print(`${text}\n`) });
  } finally {
    lines.close();
  }
}

/** Answers that were handed in through a pipe or a file, line by line; empty where nobody hands in any. */
function pipedAnswers(input: NodeJS.ReadStream): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const end = (): void => {
      clearTimeout(waiting);
      input.off('data', take).off('end', end).off('error', reject);
      input.pause();
      input.unref?.();
      const text = Buffer.concat(chunks)
        .toString('utf8')
        .replace(/\r?\n$/u, '');
      resolve(text === '' ? [] : text.split(/\r?\n/u));
    };
    const take = (chunk: Buffer): void => {
      clearTimeout(waiting);
      chunks.push(Buffer.from(chunk));
    };
    const waiting = setTimeout(end, MOST_WAITED);
    input.on('data', take).on('end', end).on('error', reject);
  });
}

/** Answers from options alone, or that some are missing. Throws `Misused` where one is wrong: with all that is. */
function fromOptions<Draft>(
  questions: readonly Question<Draft>[],
  given: Given,
  start: Draft,
): { readonly draft: Draft } | { readonly missing: string } {
  const { draft, wrong, missing } = answerAll(questions, given, start);
  const lacking = missing.length > 0 ? [`还缺这些：${missing.map((option) => `--${option}`).join('、')}。`] : [];
  if (wrong.length > 0) {
    throw new Misused([...wrong.map(({ option, problem }) => `--${option}　${problem}`), ...lacking].join('\n'));
  }
  return lacking[0] === undefined ? { draft } : { missing: lacking[0] };
}

/** Answers from options and, only where one is missing, from a pipe: nobody may ever close that. */
function fromPipe(given: Given): Answerer {
  let asked: Asked | undefined;
  const piped = async (missing: string): Promise<Asked> => {
    if (asked) return asked;
    const lines = await pipedAnswers(process.stdin);
    if (lines.length === 0) throw new Misused(missing);
    const fromThem = fromLines(lines, print);
    const ask = (question: string) =>
      fromThem.ask(question).catch((error) => {
        throw error instanceof Stopped
          ? new Misused(`\n答案不够，到这一句没有了：${question.replace(/\n> $/, '')}`)
          : error;
      });
    asked = { ...fromThem, ask };
    return asked;
  };
  return {
    answer: async (questions, start) => {
      const own = fromOptions(questions, given, start);
      return 'draft' in own ? own.draft : askAll(questions, given, start, await piped(own.missing));
    },
    ask: async (question, missing) => (await piped(missing)).ask(question),
    tell: (text) => print(`${text}\n`),
    present: false,
  };
}

/** See `Desk`. */
export const withAnswers: Desk['withAnswers'] = (given, yes, use) => {
  if (!process.stdin.isTTY) return use(fromPipe(given));
  return atTheTerminal(({ ask, tell }) =>
    use({
      answer: async (questions, start) => {
        const own = yes ? fromOptions(questions, given, start) : { missing: '' };
        return 'draft' in own ? own.draft : askAll(questions, given, start, { ask, tell }, yes);
      },
      ...{ ask, tell, present: !yes },
    }),
  );
};

/** See `Desk`. */
export const withAsked: Desk['withAsked'] = async (use) => {
  if (process.stdin.isTTY) return atTheTerminal((asked) => use(asked, false));
  const lines = await pipedAnswers(process.stdin);
  return lines.length === 0 ? null : use(fromLines(lines, print), true);
};
