import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { SEPARATOR } from '#domain/search/tokens.ts';
import { FACETS, type Facet } from '#domain/stories/facets.ts';
import { CborWriter } from './cbor.ts';
import { END, type IndexCopy } from './index-copy.ts';
import { byCodePoints, WordIndex } from './word-index.ts';

/** A page as it goes into an index. */
export interface IndexInput {
  readonly url: string;
  readonly copy: IndexCopy;
}

/** A file of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The version of Pagefind that writes such files, and whose script in the browser reads them. */
const VERSION = '1.6.0';

/** What Pagefind makes of the language of the pages. */
const LANGUAGE = 'zh-cn';

/** What a browser loads of Pagefind itself; the rest is a user interface of its own. */
const PROGRAM = ['pagefind.js', 'wasm.unknown.pagefind'];

/** Takes what is packed already, by the hash of what is in it, or has it packed. */
export type TakePacked = (hash: string, pack: () => Uint8Array) => Uint8Array;

const packAnew: TakePacked = (_, pack) => pack();

/**
 * The index of the pages, which stand in it in the order given: what Pagefind itself would write of them.
 * @param take where packed fragments are known from before. A word changes one of them, and nearly every chunk
 */
export async function pagefindIndex(pages: readonly IndexInput[], take: TakePacked = packAnew): Promise<IndexFile[]> {
  const program = await installedProgram();
  const fragments = new HashedFiles('fragment', 1, take);
  const chunks = new HashedFiles('index', 2);
  const filters = new HashedFiles('filter', 2);
  const words = new WordIndex();
  const list = pages.map(({ url, copy }) => {
    const title = titleOf(copy);
    words.addPage(copy.content, title);
    return { name: fragments.add(Buffer.from(fragmentOf(url, copy, title))), length: copy.length };
  });
  const ranges = Array.from(words.chunks(), ({ from, to, bytes }) => ({ from, to, name: chunks.add(bytes) }));
  const facets = facetsOf(pages).map(([facet, values]) => ({ facet, name: filters.add(filterBytes(facet, values)) }));
  const meta = metaBytes(list, ranges, facets);
  // Pagefind cuts this one without counting the name of the language.
  const hash = `${LANGUAGE}_${hashOf(meta).slice(0, LANGUAGE.length + SHORT + 1)}`;
  return [
    ...program.files,
    { path: 'pagefind-entry.json', content: Buffer.from(entryOf(program, hash, pages.length)) },
    { path: `pagefind.${hash}.pf_meta`, content: packed(meta) },
    ...fragments.files,
    ...chunks.files,
    ...filters.files,
  ];
}

/** The title in the words of the page. Of a page without one Pagefind takes what stands in its heading: the end of it. */
function titleOf({ title, content }: IndexCopy): string {
  return title === 0 ? SEPARATOR + END : content.split(SEPARATOR, title).join(SEPARATOR);
}

/** What a browser loads of a page that was found. Nothing in it may be named or ordered otherwise: its hash is its name. */
function fragmentOf(url: string, { content, anchors, facets, length }: IndexCopy, title: string): string {
  return JSON.stringify({
    url,
    content,
    word_count: length,
    filters: Object.fromEntries(
      FACETS_BY_NAME.flatMap((facet) => (facets[facet]?.length ? [[facet, facets[facet]]] : [])),
    ),
    meta: { title },
    anchors: anchors.map(({ id, at }) => ({ element: 'i', id, text: '', location: at })),
  });
}

const FACETS_BY_NAME = byCodePoints(FACETS, (facet) => facet);

type PagesOfValue = [value: string, pages: number[]];

/** The facets that pages have, with the pages of each value. */
function facetsOf(pages: readonly IndexInput[]): [Facet, PagesOfValue[]][] {
  return FACETS_BY_NAME.flatMap((facet) => {
    const values = new Map<string, number[]>();
    for (const [place, { copy }] of pages.entries()) {
      for (const value of copy.facets[facet] ?? []) {
        const places = values.get(value);
        if (places) places.push(place);
        else values.set(value, [place]);
      }
    }
    return values.size === 0 ? [] : [[facet, byCodePoints([...values], ([value]) => value)]];
  });
}

function filterBytes(facet: Facet, values: readonly PagesOfValue[]): Uint8Array {
  const filter = new CborWriter();
  filter.list(2);
  filter.text(facet);
  filter.list(values.length);
  for (const [value, pages] of values) {
    filter.list(2);
    filter.text(value);
    filter.list(pages.length);
    for (const page of pages) filter.number(page);
  }
  return filter.written();
}

/** The list of all that an index has, which a browser loads first. */
function metaBytes(
  pages: readonly { readonly name: string; readonly length: number }[],
  chunks: readonly { readonly from: string; readonly to: string; readonly name: string }[],
  facets: readonly { readonly facet: string; readonly name: string }[],
): Uint8Array {
  const meta = new CborWriter();
  meta.list(6);
  meta.text(VERSION);
  meta.list(pages.length);
  for (const { name, length } of pages) {
    meta.list(3);
    meta.text(name);
    meta.number(length);
    meta.text('');
  }
  meta.list(chunks.length);
  for (const { from, to, name } of chunks) {
    meta.list(3);
    for (const text of [from, to, name]) meta.text(text);
  }
  meta.list(facets.length);
  for (const { facet, name } of facets) {
    meta.list(2);
    meta.text(facet);
    meta.text(name);
  }
  // The orders in which pages can be asked for: they stand in the only one already.
  meta.list(1);
  meta.list(2);
  meta.text('order');
  meta.list(pages.length);
  for (const place of pages.keys()) meta.number(place);
  // What is searched besides the text.
  meta.list(1);
  meta.text('title');
  return meta.written();
}

/** How much of a hash is in the name of a file. */
const SHORT = 7;

/** Files that are named by what they hold. */
class HashedFiles {
  readonly files: IndexFile[] = [];
  private readonly names = new Set<string>();
  private readonly folder: string;
  private readonly step: number;
  private readonly take: TakePacked;

  /** @param step by how much a name grows until it is no other file's */
  constructor(folder: string, step: number, take: TakePacked = packAnew) {
    this.folder = folder;
    this.step = step;
    this.take = take;
  }

  /** The name of a file with these bytes. */
  add(bytes: Uint8Array): string {
    const hash = hashOf(bytes);
    let length = SHORT;
    while (length < hash.length && this.names.has(`${LANGUAGE}_${hash.slice(0, length)}`)) length += this.step;
    const name = `${LANGUAGE}_${hash.slice(0, length)}`;
    this.names.add(name);
    const content = this.take(hash, () => packed(bytes));
    this.files.push({ path: `${this.folder}/${name}.pf_${this.folder}`, content });
    return name;
  }
}

/** SHA-1, where Pagefind leaves out the zero a byte begins with. */
function hashOf(bytes: Uint8Array): string {
  return [...createHash('sha1').update(bytes).digest()].map((byte) => byte.toString(16)).join('');
}

const START = Buffer.from('pagefind_dcd');

/** Chunks become no smaller from here on, at two to three times the work; with it they are as small as Pagefind's own. */
const LEVEL = 7;

/** A copy: what comes from the packer is a small part of a large buffer, and there are thousands. */
function packed(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(Buffer.concat([START, bytes]), { level: LEVEL }));
}

/** What is taken from the installed package as it is. */
interface Program {
  readonly files: readonly IndexFile[];
  /** What a browser reads first: the version, the languages, what is searched besides letters. */
  readonly entry: { readonly version: string };
}

let asked: Promise<Program> | null = null;

/** Pagefind gives its script and its engine away only with an index: it makes one of a page of one letter, once a build. */
async function installedProgram(): Promise<Program> {
  asked ??= askPagefind();
  try {
    return await asked;
  } catch (error) {
    asked = null;
    throw error;
  }
}

async function askPagefind(): Promise<Program> {
  try {
    const { errors, index } = await createIndex({ verbose: false });
    if (!index || errors.length > 0) throw new Error(`Pagefind 没有打开：${errors.join('；')}`);
    const page = await index.addHTMLFile({ url: '/', content: '<html lang="x"><body>x</body></html>' });
    const { errors: others, files } = await index.getFiles();
    const told = [...page.errors, ...others];
    if (told.length > 0) throw new Error(`Pagefind 没有交出它的程序：${told.join('；')}`);
    return programIn(files);
  } finally {
    await close();
  }
}

/** What is taken of the files of an index that Pagefind has made. */
export function programIn(files: readonly IndexFile[]): Program {
  const entry = JSON.parse(Buffer.from(fileOf(files, 'pagefind-entry.json')).toString());
  if (entry.version !== VERSION) throw new Error(otherVersion(entry.version));
  return { files: PROGRAM.map((path) => ({ path, content: fileOf(files, path) })), entry };
}

function fileOf(files: readonly IndexFile[], path: string): Uint8Array {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`Pagefind 交出的文件里没有 ${path}。`);
  return file.content;
}

function otherVersion(version: string): string {
  return `装的是 Pagefind ${version}，搜索的索引是按 ${VERSION} 的写法写的。请装回 ${VERSION}（npm ci），或照 CONTRIBUTING.md 的“升级 Pagefind”做。`;
}

function entryOf({ entry }: Program, hash: string, pages: number): string {
  return JSON.stringify({ ...entry, languages: { [LANGUAGE]: { hash, wasm: null, page_count: pages } } });
}
