import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Notes whose words a page reads while it is rendered: what tells afterwards that a page stays as it was when a word
 * changes somewhere else. Words that are read outside of any page may stand on every page.
 */
export class WordsRead {
  readonly #page = new AsyncLocalStorage<Set<string>>();
  readonly #outside = new Set<string>();

  /** Ids of the stories whose words were read while no page was being rendered. */
  get outside(): ReadonlySet<string> {
    return this.#outside;
  }

  /** Runs the rendering of one page to its end; `words` are the ids of the stories whose text it read. */
  async during<T>(render: () => Promise<T>): Promise<{ result: T; words: ReadonlySet<string> }> {
    const words = new Set<string>();
    return { result: await this.#page.run(words, render), words };
  }

  read(story: string): void {
    (this.#page.getStore() ?? this.#outside).add(story);
  }
}
