import type { Question } from './questions.ts';

/** Who answers the questions of a command: whoever sits there, lines handed in, or the options alone. */
export interface Answerer {
  /** Answers of one set of questions; rejects with `Refused` where they cannot be had. */
  readonly answer: <Draft>(questions: readonly Question<Draft>[], start: Draft) => Promise<Draft>;
  /** One answer more, such as a choice among people; rejects with `Refused(missing)` where nobody is there. */
  readonly ask: (question: string, missing: string) => Promise<string>;
  readonly tell: (text: string) => void;
  /** Whether somebody can be asked whether all is right. */
  readonly present: boolean;
}

/** The answers cannot be had: they are wrong, or some are missing. The message is for whoever typed. */
export class Refused extends Error {}
