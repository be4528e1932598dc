import type { Content } from '#domain/programme/programme.ts';
import { sha256 } from '#reader/sha256.ts';
import type { KeptStories, KeptStory } from '#reader/stories/read-story.ts';
import type { SiteSettings } from '../reading.ts';
import { keptFile, readKept, writeKept } from './kept-file.ts';

/**
 * Stories that the last build has read and checked, so that this one reads only what has changed. What is found is the
 * same, word for word. Only stories are kept that are out as they are written: nothing that a reader may not see.
 */
export class StoriesRead implements KeptStories {
  readonly #file: string;
  readonly #engine: string;
  #before: ReadonlyMap<string, KeptStory>;
  #now = new Map<string, KeptStory>();

  /** @param folder where they are kept; may be deleted at any time */
  constructor(folder: string, engine: string, { contentDir, samples }: Pick<SiteSettings, 'contentDir' | 'samples'>) {
    this.#file = keptFile(folder, `stories-${sha256(JSON.stringify([contentDir, samples])).slice(0, 16)}`);
    this.#engine = engine;
    this.#before = new Map(readKept<[string, KeptStory]>(this.#file, this.#engine) ?? []);
  }

  get(digest: string): KeptStory | undefined {
    const story = this.#before.get(digest) ?? this.#now.get(digest);
    if (story) this.#now.set(digest, story);
    return story;
  }

  set(digest: string, story: KeptStory): void {
    this.#now.set(digest, story);
  }

  /** Keeps those stories of this build that are out word for word, and lets go of all: they are as much as the site. */
  keep({ stories }: Content, permits: string): void {
    const out = new Map(stories.map(({ id, body }) => [id, body.source]));
    const kept = [...this.#now].filter(([, { story }]) => out.get(story.id) === story.body.source);
    writeKept(this.#file, { key: this.#engine, permits }, kept);
    this.#before = new Map();
    this.#now = new Map();
  }
}
