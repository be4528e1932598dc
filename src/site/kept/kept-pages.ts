import { rmSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';
import type { Content } from '#domain/programme/programme.ts';
import { dayInChina } from '#format/date.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { contentWithoutWords } from '../modules/handed-content.ts';
import { type FinishedPage, finishPage } from '../pages/finish-page.ts';
import type { SiteSettings } from '../reading.ts';
import { type KeptHeading, keptFile, readKept, writeKept } from './kept-file.ts';
import { WordsRead } from './words-read.ts';

/** A page as it is when all is done to it that depends on no other, or any other answer as Astro rendered it. */
interface KeptPage {
  /** Its address, base path and all. */
  readonly path: string;
  readonly type: string | null;
  /** Bytes in base64 where they are no text. */
  readonly body: string;
  readonly bytes?: true;
  /** What the site needs of a page besides its HTML. */
  readonly finished?: Omit<FinishedPage, 'html'>;
  /** The stories whose words it shows, each with the digest of those words. */
  readonly words: Readonly<Record<string, string>>;
  /** Those of them that it had compiled. */
  readonly compiled: readonly string[];
}

/** What is kept besides the pages: words that were read for no page in particular. */
interface KeptOutside {
  readonly outside: Readonly<Record<string, string>>;
}

/**
 * The pages of one build: those that stay as they were come from the copy that the last build kept, the others are
 * rendered. A page stays where the engine, the settings, everything in the content but the words of stories, and the
 * words of those stories that it showed are the same.
 */
export class KeptPages {
  readonly reads = new WordsRead();
  readonly #file: string;
  readonly #heading: KeptHeading;
  readonly #words: ReadonlyMap<string, string>;
  /** Those of the last build that stay. */
  readonly #before = new Map<string, KeptPage>();
  /** Stories that must be at hand compiled; null: all. */
  #needed: ReadonlySet<string> | null = null;
  readonly #now: KeptPage[] = [];
  /** What is known of the pages of this build, by their HTML. */
  readonly #finished = new Map<string, FinishedPage>();

  /**
   * @param folder where pages are kept; may be deleted at any time
   * @param trusted whether what is there may be used
   */
  constructor(folder: string, { content, settings, engine, permits }: Made, trusted = true) {
    const { contentDir, base, siteUrl, samples, now } = settings;
    const kind = [contentDir, base, siteUrl, samples];
    const rest = [contentWithoutWords(content), ...kind, dayInChina(now.toISOString())];
    this.#file = keptFile(folder, sha256(JSON.stringify(kind)).slice(0, 16));
    this.#heading = { permits, key: sha256([engine, ...rest].join('\n')) };
    this.#words = new Map(content.stories.map(({ id, body }) => [id, sha256(body.source)]));
    if (trusted) this.#take();
    // What cannot be used any more is not left lying about until the build is done.
    if (this.#needed === null) rmSync(this.#file, { force: true });
  }

  #take(): void {
    const [first, ...pages] =
      readKept<KeptOutside | KeptPage>(this.#file, this.#heading.key, this.#heading.permits) ?? [];
    if (!first || !('outside' in first) || !this.#same(first.outside)) return;
    const needed = new Set<string>();
    for (const page of pages as readonly KeptPage[]) {
      if (this.#same(page.words)) this.#before.set(page.path, page);
      else for (const story of page.compiled) needed.add(story);
    }
    this.#needed = needed;
  }

  /** Whether a page asked for a story that was not compiled: what was kept cannot be trusted. */
  get unforeseen(): boolean {
    return [...this.reads.everCompiled].some((story) => !this.isNeeded(story));
  }

  /** How many pages of the last build stay as they are. */
  get staying(): number {
    return this.#before.size;
  }

  /** Whether the text of a story must be at hand compiled, for a page that has to be rendered. */
  readonly isNeeded = (story: string): boolean => this.#needed?.has(story) ?? true;

  #same(words: Readonly<Record<string, string>>): boolean {
    return Object.entries(words).every(([story, digest]) => this.#words.get(story) === digest);
  }

  #digests(stories: ReadonlySet<string>): Record<string, string> {
    return Object.fromEntries([...stories].sort().map((story) => [story, this.#words.get(story) ?? '']));
  }

  /** Renders what has to be rendered, and answers for the rest. */
  readonly prerenderer = (own: AstroPrerenderer): AstroPrerenderer => ({
    name: 'kept-pages',
    setup: async () => own.setup?.(),
    getStaticPaths: () => own.getStaticPaths(),
    teardown: async () => own.teardown?.(),
    render: async (request, options) => {
      const path = new URL(request.url).pathname;
      const kept = this.#before.get(path);
      if (kept) {
        this.#note(kept);
        return answer(kept);
      }
      const { result, words } = await this.reads.during(async () => {
        const rendered = await own.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // The page is made while its bytes are read.
        return { response, body: Buffer.from(await response.arrayBuffer()) };
      });
      const { response, body } = result;
      const type = response.headers.get('content-type');
      if (response.status !== 200) return new Response(body.length > 0 ? body : null, response);
      const compiled = [...words.compiled].sort();
      const page = { path, type, ...asKept(body, type), words: this.#digests(words.read), compiled };
      this.#note(page);
      return answer(page);
    },
  });

  #note(page: KeptPage): void {
    this.#now.push(page);
    if (page.finished) this.#finished.set(page.body, { html: page.body, ...page.finished });
  }

  /** Finishes a page as `finishPage` does; those of this build are finished already. */
  readonly finish = (html: string): FinishedPage => this.#finished.get(html) ?? finishPage(html);

  /** Keeps the pages of this build for the next one. */
  keep(): void {
    writeKept(this.#file, this.#heading, [{ outside: this.#digests(this.reads.outside) }, ...this.#now]);
  }
}

/** What a build is made of. */
interface Made {
  readonly content: Content;
  readonly settings: SiteSettings;
  /** Digest of the program: see `engineDigest`. */
  readonly engine: string;
  /** Digest of what may be shown: see `permitsDigest`. */
  readonly permits: string;
}

function asKept(body: Buffer, type: string | null): Pick<KeptPage, 'body' | 'bytes' | 'finished'> {
  const text = body.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(body)) return { body: body.toString('base64'), bytes: true };
  if (!type?.startsWith('text/html')) return { body: text };
  const { html, ...finished } = finishPage(text);
  return { body: html, finished };
}

function answer({ type, body, bytes }: KeptPage): Response {
  return new Response(bytes ? Buffer.from(body, 'base64') : body, {
    headers: type === null ? {} : { 'content-type': type },
  });
}

/**
 * Digest of what may be shown: who consented to what, on which day, and what keeps stories in. With another one nothing
 * of before is kept anywhere, also of the other kind of site, which nobody may build for a long time.
 */
export function permitsDigest({ records, standings }: ReadResult, now: Date): string {
  const own = <T extends { readonly sample: boolean }>(list: readonly T[]) => list.filter(({ sample }) => !sample);
  const held = standings
    .filter(({ sample }) => !sample)
    .map(({ story, holds }) => [story.id, holds.map(({ kind }) => kind)]);
  return sha256(JSON.stringify([own(records.people), own(records.consents), held, dayInChina(now.toISOString())]));
}
