import type { Asked } from '../asking/asked.ts';
import { type Arguments, FIELDS, type Field } from './arguments.ts';
import { type Answers, QUESTIONS, type Surroundings } from './questions.ts';

/** Those for which nothing can be suggested where nobody is asked: who publishes a story is no matter of course. */
const NEEDED: readonly Field[] = ['kind', 'title', 'summary', 'editor', 'source'];

function readOne(field: Field, answer: string, around: Surroundings) {
  const trimmed = answer.trim();
  return trimmed === '' ? { problem: '这里不能空着。' } : QUESTIONS[field].read(trimmed, around);
}

/**
 * Answers from the flags alone. All that is wrong or missing comes back at once, as sentences; what has a suggestion is
 * not missing.
 */
export function answersOf({ given, yes }: Arguments, around: Surroundings): { answers: Answers; wrong: string[] } {
  const answers: Record<string, string | string[]> = {};
  const wrong: string[] = [];
  const missing: Field[] = [];
  for (const field of FIELDS) {
    const typed = given.get(field);
    const suggested = QUESTIONS[field].suggestion(around, answers as Answers);
    if (typed === undefined && (suggested === null || (NEEDED.includes(field) && !yes))) missing.push(field);
    else if (typed !== undefined || suggested) {
      const read = readOne(field, typed ?? suggested ?? '', around);
      if ('problem' in read) wrong.push(`--${field}　${read.problem}`);
      else answers[field] = read.value;
    }
  }
  if (missing.length > 0) wrong.push(`还缺这些：${missing.map((field) => `--${field}`).join('、')}。`);
  return { answers: answers as Answers, wrong };
}

/** Asks for what the flags do not give, and again for what cannot be taken. Rejects with `Stopped`. */
export async function askAnswers({ given, yes }: Arguments, around: Surroundings, asked: Asked): Promise<Answers> {
  const answers: Record<string, string | string[]> = {};
  for (const field of FIELDS) {
    const { text, suggestion } = QUESTIONS[field];
    const suggested = suggestion(around, answers as Answers);
    let typed = given.get(field) ?? (yes ? suggested : null);
    while (true) {
      if (typed === null) {
        const shown = suggested ? `；直接按回车就用 ${suggested}` : '';
        const answer = (await asked.ask(`\n${text(around, answers as Answers)}${shown}\n> `)).trim();
        typed = answer === '' && suggested !== null ? suggested : answer;
      }
      // Nothing is wanted here, and that is an answer.
      if (typed === '' && suggested === '') break;
      const read = readOne(field, typed, around);
      if (!('problem' in read)) {
        answers[field] = read.value;
        break;
      }
      asked.tell(`  ${read.problem}`);
      typed = null;
    }
  }
  return answers as Answers;
}
