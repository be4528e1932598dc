import type { Environment } from '#reader/environment.ts';
import type { Asked } from './asking/asked.ts';
import type { Options } from './asking/options.ts';
import type { Answerer } from './asking/questions.ts';

/** The desk at which an act of the staff is done: what is known there, who can be asked, where it is said. */
export interface Desk {
  readonly environment: Environment;
  /** The folder in which the command was typed; absolute. */
  readonly cwd: string;
  /** A path as it is read from there; one that lies elsewhere stays whole. */
  readonly shown: (path: string) => string;
  /** Says something while the act is still going on. */
  readonly say: (text: string) => void;
  /** Runs `use` with whoever can answer questions, the options among them. `yes`: nothing is asked that need not be. */
  readonly withAnswers: <T>(given: Given, yes: boolean, use: (answerer: Answerer) => Promise<T>) => Promise<T>;
  /** Runs `use` with whoever can be asked anything; null where nobody is there and nothing was handed in. */
  readonly withAsked: <T>(use: (asked: Asked, handedIn: boolean) => Promise<T>) => Promise<T | null>;
}

/** What was typed behind the options, by option. */
export type Given = Readonly<Record<string, string | undefined>>;

/** What is said of an act that came to its end, and the exit code of its command where that is not 0. */
export type Done = string | { readonly text: string; readonly code: number };

/** Something the staff does with one command: which options it takes, what it does, how it speaks where it does not. */
export interface Act<Value extends string, Switch extends string> {
  /** As it is typed behind `npm run`. */
  readonly name: string;
  /** Options with words behind them, options that stand alone, and how many words may stand without an option. */
  readonly values: readonly Value[];
  readonly switches: readonly Switch[];
  readonly others?: number;
  /** What is said where the options cannot be read, in place of the usual sentence. */
  readonly unreadable?: (args: readonly string[]) => string;
  /** Throws `Misused`, `NotDone` or `Stopped` where it cannot be done, then nothing is written. */
  readonly run: (options: Options<Value, Switch>, desk: Desk) => Done | Promise<Done>;
  /** What is said behind a `Misused`, as a sentence: that nothing was written. '' where nothing ever is. */
  readonly undone: string;
  /** What is said where whoever is asked goes away. */
  readonly stopped?: string;
  /** What is said of an error that nobody foresaw: what did not come about, and what is still as it was. */
  readonly failed: string;
  readonly untouched: string;
}

/** An act, its options known by name. */
export const act = <const Value extends string, const Switch extends string>(one: Act<Value, Switch>) => one;

/** What was typed cannot be meant so; the message says why. The help is pointed at, the command ends with 2. */
export class Misused extends Error {}

/** It was not done; the message says why and that nothing was written. */
export class NotDone extends Error {
  /** What the command ends with. */
  readonly code: number;
  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}
