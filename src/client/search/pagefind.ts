/** What is used of Pagefind's own script. */
export interface PagefindModule {
  createInstance(options: { readonly noWorker: boolean }): Pagefind;
}

export interface Pagefind {
  search(
    term: string | null,
    options?: {
      readonly filters?: Readonly<Record<string, readonly string[]>>;
      readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
    },
  ): Promise<{ readonly results: readonly RawResult[] }>;
  /** How many pages have each value, by filter. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  destroy(): Promise<void>;
}

/** A page that was found; its text comes with `data()`. */
export interface RawResult {
  readonly id: string;
  /** Positions of words. A phrase tells its first place in the page only, single words tell all. */
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

export interface Fragment {
  /** As it was handed to the index: the base path in it. */
  readonly raw_url: string;
  /** The words parted by U+200B, with `<` and `>` escaped. */
  readonly raw_content: string;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
