import { rmSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';
import type { Content } from '#domain/programme/programme.ts';
import { dayInChina } from '#format/date.ts';
import { piecesOf, type TitlePieces } from '#format/title-pieces.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { contentWithoutWords } from '../modules/handed-content.ts';
import { type FinishedPage, finishPage } from '../pages/finish-page.ts';
import { type FinishedBefore, finishAnew } from '../pages/finish-site.ts';
import type { SiteSettings } from '../reading.ts';
import type { TakePacked } from '../search/pagefind-index.ts';
import { KeepingLines, KeptLines, keptFile } from './kept-file.ts';
import { PackedKept } from './packed-kept.ts';
import { WordsRead } from './words-read.ts';

/** What is known of an answer besides its body: of a page as it is when all is done to it that depends on no other. */
interface KeptPage {
  /** Its address, base path and all. */
  readonly path: string;
  readonly type: string | null;
  /** Where the body is no text it is kept in base64. */
  readonly bytes?: true;
  /** What the site needs of a page, besides what follows. */
  readonly finished?: Finished;
  /** The stories whose words it shows, each with the digest of those words. */
  readonly words: Readonly<Record<string, string>>;
}

type Finished = Omit<FinishedPage, 'html' | 'search'>;

/** The lines of one answer: what is known of it, its body, and what of it goes to the index. */
const LINES = 3;

/** Words that were read for no page in particular: the last line. */
interface KeptOutside {
  readonly outside: Readonly<Record<string, string>>;
}

/**
 * The pages of one build: those that stay as they were come from the copy that the last build kept, the others are
 * rendered. A page stays where the engine, the settings, everything in the content but the words of stories, and the
 * words of those stories that it showed are the same. Their bodies are on the disk, not in memory.
 */
export class KeptPages {
  readonly reads = new WordsRead();
  /** Digest of what may be shown. */
  readonly permits: string;
  /** How the titles of this content are cut. */
  readonly #cut: TitlePieces;
  readonly #words: ReadonlyMap<string, string>;
  /** Those of the last build that stay: by path the first of their lines. */
  readonly #staying = new Map<string, number>();
  readonly #before: KeptLines | null;
  readonly #now: KeepingLines;
  readonly #packed: PackedKept;
  /** What is known of the pages of this build, by the digest of their HTML, with the line of what goes to the index. */
  readonly #finished = new Map<string, { readonly finished: Finished; readonly line: number }>();

  /** @param folder where pages are kept; may be deleted at any time */
  constructor(folder: string, { content, settings, engine, permits }: Made) {
    this.#cut = piecesOf(content);
    this.permits = permits;
    const { contentDir, base, siteUrl, samples, now } = settings;
    const kind = [contentDir, base, siteUrl, samples];
    const rest = [contentWithoutWords(content), ...kind, dayInChina(now.toISOString())];
    const name = sha256(JSON.stringify(kind)).slice(0, 16);
    const file = keptFile(folder, name);
    const heading = { permits, key: sha256([engine, ...rest].join('\n')) };
    this.#words = new Map(content.stories.map(({ id, body }) => [id, sha256(body.source)]));
    this.#before = KeptLines.open(file, heading.key, permits);
    // What cannot be used any more is not left lying about until the build is done.
    if (!this.#take()) rmSync(file, { force: true });
    this.#now = new KeepingLines(file, heading);
    this.#packed = new PackedKept(keptFile(folder, `packed-${name}`), { permits, key: engine });
  }

  /** Looks what may stay of what was kept; false where nothing of it can be used. */
  #take(): boolean {
    const lines = this.#before;
    const last = lines && (lines.read(lines.length - 1) as KeptOutside);
    if (!last || !this.#same(last.outside)) return false;
    for (let line = 0; line + LINES < lines.length; line += LINES) {
      const page = lines.read(line) as KeptPage;
      if (this.#same(page.words)) this.#staying.set(page.path, line);
    }
    return true;
  }

  /** How many pages of the last build stay as they are. */
  get staying(): number {
    return this.#staying.size;
  }

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
      const kept = this.#again(path);
      if (kept) return kept;
      const { result, words } = await this.reads.during(async () => {
        const rendered = await own.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // The page is made while its bytes are read.
        return { response, body: Buffer.from(await response.arrayBuffer()) };
      });
      const { response, body } = result;
      if (response.status !== 200) return new Response(body.length > 0 ? body : null, response);
      return this.#keep({ path, type: response.headers.get('content-type'), words: this.#digests(words) }, body);
    },
  });

  /** A page that stays. */
  #again(path: string): Response | null {
    const line = this.#staying.get(path);
    const before = this.#before;
    if (line === undefined || !before) return null;
    const raw = (at: number) => before.raw(line + at) ?? Buffer.of();
    const [first, second, third] = [raw(0), raw(1), raw(2)];
    const page = JSON.parse(first.toString()) as KeptPage;
    const body = JSON.parse(second.toString()) as string;
    this.#now.addRaw(first);
    this.#now.addRaw(second);
    this.#note(page, body, this.#now.addRaw(third));
    return answer(page, body);
  }

  #keep(known: KeptPage, bytes: Buffer): Response {
    const text = bytes.toString('utf8');
    const isText = Buffer.from(text, 'utf8').equals(bytes);
    if (!isText) return this.#add({ ...known, bytes: true }, bytes.toString('base64'), null);
    if (!known.type?.startsWith('text/html')) return this.#add(known, text, null);
    const { html, search, ...finished } = finishPage(text, this.#cut);
    return this.#add({ ...known, finished }, html, search);
  }

  #add(page: KeptPage, body: string, search: FinishedPage['search']): Response {
    this.#now.add(page);
    this.#now.add(body);
    this.#note(page, body, this.#now.add(search));
    return answer(page, body);
  }

  #note({ finished }: KeptPage, body: string, line: number): void {
    if (finished) this.#finished.set(sha256(body), { finished, line });
  }

  /** Finishes a page as `finishPage` does; those of this build are finished already. */
  readonly finish = (html: string): FinishedBefore => {
    const known = this.#finished.get(sha256(html));
    if (!known) return finishAnew(this.#cut)(html);
    const { finished, line } = known;
    return { html, ...finished, search: () => this.#now.read(line) as FinishedPage['search'] };
  };

  /** Packed files of the index that the last build has packed already. */
  readonly takePacked: TakePacked = (hash, pack) => this.#packed.take(hash, pack);

  /** Keeps the pages of this build for the next one. */
  keep(): void {
    this.#now.add({ outside: this.#digests(this.reads.outside) });
    this.#now.done();
    this.#packed.keep();
  }

  /** Leaves off where they were not kept. */
  close(): void {
    this.#now.close();
    this.#before?.close();
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

function answer({ type, bytes }: KeptPage, body: string): Response {
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
