import { AsyncLocalStorage } from 'node:async_hooks';

/** Which words a page showed: ids of stories whose text it read, and of those it had compiled. */
export interface PageWords {
  readonly read: ReadonlySet<string>;
  readonly compiled: ReadonlySet<string>;
}

/**
 * Notes whose words a page reads while it is rendered: what tells afterwards that a page stays as it was when a word
 * changes somewhere else. Words that are read outside of any page may stand on every page.
 */
export class WordsRead {
  readonly #page = new AsyncLocalStorage<{ read: Set<string>; compiled: Set<string> }>();
  readonly #outside = new Set<string>();
  readonly #compiled = new Set<string>();

  /** Ids of the stories whose compiled text any page asked for. */
  get everCompiled(): ReadonlySet<string> {
    return this.#compiled;
  }

  /** Ids of the stories whose words were read while no page was being rendered. */
  get outside(): ReadonlySet<string> {
    return this.#outside;
  }

  /** Runs the rendering of one page to its end. */
  async during<T>(render: () => Promise<T>): Promise<{ result: T; words: PageWords }> {
    const words = { read: new Set<string>(), compiled: new Set<string>() };
    return { result: await this.#page.run(words, render), words };
  }

  read(story: string): void {
    (this.#page.getStore()?.read ?? this.#outside).add(story);
  }

  compiled(story: string): void {
    this.#compiled.add(story);
    this.#page.getStore()?.compiled.add(story);
    this.read(story);
  }
}
