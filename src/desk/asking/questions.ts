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
  readonly choices?: (draft: Draft) => readonly string[];
  /** What an empty answer stands for: words that are shown, '' for nothing at all; null: there must be an answer. */
  readonly empty: (draft: Draft) => string | null;
  /** Takes an answer into what is known, or says what is wrong with it. The answer is not empty. */
  readonly read: (answer: string, draft: Draft) => Answer<Draft>;
}

/** So many choices are shown on a line. */
const A_LINE = 6;

/** Numbers of choices as the words they stand for, `13` for 1 and 3 where there are few; anything else as it is. */
function inWords(answer: string, choices: readonly string[]): string {
  const own = answer.normalize('NFKC').trim();
  const together = choices.length < 10 && /^[1-9]{2,}$/.test(own);
  const numbers = together ? [...own] : own.split(/[、，,；;\s]+/u).filter(Boolean);
  if (numbers.length === 0 || !numbers.every((one) => /^\d+$/.test(one) && choices[Number(one) - 1])) return answer;
  return numbers.map((one) => choices[Number(one) - 1]).join('、');
}

function shown<Draft>(question: Question<Draft>, draft: Draft): string {
  const numbered = question.choices?.(draft).map((choice, i) => `${i + 1} ${choice}`) ?? [];
  const lines = numbered.flatMap((_, i) =>
    i % A_LINE === 0 ? [`\n  ${numbered.slice(i, i + A_LINE).join('　')}`] : [],
  );
  const empty = question.empty(draft);
  const hint = empty === null ? '' : empty === '' ? '；没有就直接按回车' : `；直接按回车就用 ${empty}`;
  return `\n${question.text(draft)}${hint}${lines.join('')}\n> `;
}

/** Takes one answer, which may be empty. */
export function readAnswer<Draft>(question: Question<Draft>, typed: string, draft: Draft): Answer<Draft> {
  const answer = typed.trim() === '' ? (question.empty(draft) ?? '') : typed.trim();
  if (answer === '') return question.empty(draft) === '' ? { value: draft } : { problem: '这里不能空着。' };
  return question.read(answer, draft);
}

/**
 * Asks what the options do not say, one after the other, and again what cannot be taken. Rejects with `Stopped`.
 * @param yes what an empty answer stands for is taken without asking
 */
export async function askAll<Draft>(
  questions: readonly Question<Draft>[],
  options: Readonly<Record<string, string | undefined>>,
  start: Draft,
  asked: Asked,
  yes = false,
): Promise<Draft> {
  let draft = start;
  for (const question of questions) {
    if (!question.asked(draft)) continue;
    let typed = options[question.option] ?? (yes ? (question.empty(draft) ?? undefined) : undefined);
    while (true) {
      typed ??= await asked.ask(shown(question, draft));
      const read = readAnswer(question, inWords(typed, question.choices?.(draft) ?? []), draft);
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

/** Who answers the questions of a command: whoever sits there, lines handed in, or the options alone. */
export interface Answerer {
  /** Answers of one set of questions; rejects with `Misused` where they cannot be had. */
  readonly answer: <Draft>(questions: readonly Question<Draft>[], start: Draft) => Promise<Draft>;
  /** One answer more, such as a choice among people; rejects with `Misused(missing)` where nobody is there. */
  readonly ask: (question: string, missing: string) => Promise<string>;
  readonly tell: (text: string) => void;
  /** Whether somebody can be asked whether all is right. */
  readonly present: boolean;
}

/** Whether what was answered is to be written: `question` shows it; where nobody can be asked it is. */
export async function confirmed({ present, ask }: Answerer, question: string): Promise<boolean> {
  return !present || !/^\s*(n|no|不|否)/i.test(await ask(`\n${question}\n> `, ''));
}
