import { type Answerer, Refused } from '#desk/asking/answerer.ts';
import { type Asked, fromLines, Stopped } from '#desk/asking/asked.ts';
import { answerAll, askAll, type Question } from '#desk/asking/questions.ts';
import { atTheTerminal } from './at-the-terminal.ts';
import { pipedAnswers } from './piped-answers.ts';

type Given = Readonly<Record<string, string | undefined>>;

/** Answers from options alone, or the options that are missing. Throws `Refused` where one is wrong. */
function fromOptions<Draft>(questions: readonly Question<Draft>[], given: Given, start: Draft): Draft | string[] {
  const { draft, wrong, missing } = answerAll(questions, given, start);
  if (wrong.length > 0) {
    throw new Refused(wrong.map(({ option, problem }) => `--${option}　${problem}`).join('\n'));
  }
  return missing.length > 0 ? missing : draft;
}

const byAsking = (asked: Asked, given: Given, present: boolean): Answerer => ({
  answer: (questions, start) => askAll(questions, given, start, asked),
  ask: asked.ask,
  tell: asked.tell,
  present,
});

/** Answers from options and, only where one is missing, from a pipe: nobody may ever close that. */
function fromPipe(given: Given): Answerer {
  let asked: Asked | undefined;
  const piped = async (missing: string): Promise<Asked> => {
    if (asked) return asked;
    const lines = await pipedAnswers(process.stdin);
    if (lines.length === 0) throw new Refused(missing);
    const fromThem = fromLines(lines, (text) => process.stdout.write(text));
    const ask = (question: string) =>
      fromThem.ask(question).catch((error) => {
        throw error instanceof Stopped
          ? new Refused(`\n答案不够，到这一句没有了：${question.replace(/\n> $/, '')}`)
          : error;
      });
    asked = { ...fromThem, ask };
    return asked;
  };
  return {
    answer: async (questions, start) => {
      const own = fromOptions(questions, given, start);
      if (!Array.isArray(own)) return own;
      const missing = `还缺这些：${own.map((option) => `--${option}`).join('、')}。`;
      return askAll(questions, given, start, await piped(missing));
    },
    ask: async (question, missing) => (await piped(missing)).ask(question),
    tell: (text) => process.stdout.write(`${text}\n`),
    present: false,
  };
}

/** Runs `use` with whoever can answer. `yes`: nothing is asked that need not be. */
export async function withAnswers<T>(given: Given, yes: boolean, use: (answerer: Answerer) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return use(fromPipe(given));
  return atTheTerminal(async (asked) => {
    const asking = byAsking(asked, given, !yes);
    if (!yes) return use(asking);
    return use({
      ...asking,
      answer: async (questions, start) => {
        const own = fromOptions(questions, given, start);
        return Array.isArray(own) ? asking.answer(questions, start) : own;
      },
    });
  });
}
