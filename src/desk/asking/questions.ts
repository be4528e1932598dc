import type { Asked } from './asked.ts';

/** The value of an answer, or a sentence that says why it cannot be taken. */
export type Answer<T> = { readonly value: T } | { readonly problem: string };

/** One question of a command; its answer may as well stand behind its option. */
export interface Question<Draft> {
  /** The option: `name` for `--name`. */
  readonly option: string;
  /** Whether it is to be asked at all, after what was answered so far. */
  readonly asked: (draft: Draft) => boolean;
  readonly text: (draft: Draft) => string;
  /** What may be written instead of words, by number from 1. */
  readonly choices?: readonly string[];
  /** What an empty answer stands for: words that are shown, '' for nothing at all; null: there must be an answer. */
  readonly empty: (draft: Draft) => string | null;
  /** Takes an answer into what is known, or says what is wrong with it. The answer is not empty. */
  readonly read: (answer: string, draft: Draft) => Answer<Draft>;
}

/** Numbers of choices as the words they stand for; anything else as it is. */
function inWords(answer: string, choices: readonly string[] | undefined): string {
  if (!choices) return answer;
  const own = answer.normalize('NFKC').trim();
  const numbers = /^[1-9]{2,}$/.test(own) ? [...own] : own.split(/[、，,；;\s]+/u).filter(Boolean);
  if (numbers.length === 0 || !numbers.every((one) => /^\d+$/.test(one) && choices[Number(one) - 1])) return answer;
  return numbers.map((one) => choices[Number(one) - 1]).join('、');
}

function shown<Draft>(question: Question<Draft>, draft: Draft): string {
  const numbered = question.choices?.map((choice, i) => `${i + 1} ${choice}`).join('　');
  const empty = question.empty(draft);
  const hint = empty === null ? '' : empty === '' ? '；没有就按回车' : `；按回车就是 ${empty}`;
  return `\n${question.text(draft)}${hint}${numbered ? `\n  ${numbered}` : ''}\n> `;
}

/** Takes one answer, which may be empty. */
export function readAnswer<Draft>(question: Question<Draft>, typed: string, draft: Draft): Answer<Draft> {
  const answer = typed.trim() === '' ? (question.empty(draft) ?? '') : typed.trim();
  if (answer === '') return question.empty(draft) === '' ? { value: draft } : { problem: '这里不能空着。' };
  return question.read(answer, draft);
}

/** Asks what the options do not say, one after the other, and again what cannot be taken. Rejects with `Stopped`. */
export async function askAll<Draft>(
  questions: readonly Question<Draft>[],
  options: Readonly<Record<string, string | undefined>>,
  start: Draft,
  asked: Asked,
): Promise<Draft> {
  let draft = start;
  for (const question of questions) {
    if (!question.asked(draft)) continue;
    let typed = options[question.option];
    while (true) {
      typed ??= await asked.ask(shown(question, draft));
      const read = readAnswer(question, inWords(typed, question.choices), draft);
      if (!('problem' in read)) {
        draft = read.value;
        break;
      }
      asked.tell(`  ${read.problem}`);
      typed = undefined;
    }
  }
  return draft;
}

/** Something that stands behind an option and cannot be taken. */
export interface WrongAnswer {
  readonly option: string;
  readonly problem: string;
}

/**
 * The same from what was written beforehand, in words: all that is wrong or missing comes back at once. An answer that
 * may be empty is not missing; what stands behind an option that is not asked for here is wrong.
 */
export function answerAll<Draft>(
  questions: readonly Question<Draft>[],
  options: Readonly<Record<string, string | undefined>>,
  start: Draft,
): { draft: Draft; wrong: WrongAnswer[]; missing: string[] } {
  let draft = start;
  const wrong: WrongAnswer[] = [];
  const missing: string[] = [];
  for (const question of questions) {
    const { option } = question;
    const typed = options[option] ?? '';
    if (!question.asked(draft)) {
      // After a mistake nobody knows what would have been asked.
      const sure = wrong.length + missing.length === 0;
      if (typed !== '' && sure) wrong.push({ option, problem: `现在是“${typed}”，这里用不上，应当空着。` });
      continue;
    }
    if (typed === '' && question.empty(draft) === null) {
      missing.push(option);
      continue;
    }
    const read = readAnswer(question, typed, draft);
    if ('problem' in read) wrong.push({ option, problem: read.problem });
    else draft = read.value;
  }
  return { draft, wrong, missing };
}
