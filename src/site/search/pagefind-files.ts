import { close, createIndex, type PagefindIndex } from 'pagefind';

/** A page as it is handed to Pagefind. */
export interface IndexInput {
  readonly url: string;
  readonly html: string;
  /** The file it was copied from: for telling what failed. */
  readonly file: string;
}

/** A file of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a browser loads of all that Pagefind makes; the rest is its own user interface. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[^/]+|[^/]+\.pf_meta|(?:index|filter|fragment)\/.+)$/u;

/** So many pages are under way at a time: while Pagefind reads them, the next copies are made. It keeps their order. */
const UNDER_WAY = 32;

/** Pagefind is one process for all indexes: one after the other. */
let before: Promise<unknown> = Promise.resolve();

/** The index of the pages, which stand in it in the order given. */
export function pagefindFiles(pages: Iterable<IndexInput>): Promise<IndexFile[]> {
  const made = before.then(() => make(pages));
  before = made.catch(() => undefined);
  return made;
}

async function make(pages: Iterable<IndexInput>): Promise<IndexFile[]> {
  try {
    const { errors, index } = await createIndex({ verbose: false });
    if (!index || errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
    await addAll(index, pages);
    const result = await index.getFiles();
    if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
    return result.files.filter(({ path }) => NEEDED.test(path));
  } finally {
    await close();
  }
}

async function addAll(index: PagefindIndex, pages: Iterable<IndexInput>): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (const page of pages) {
    const added = add(index, page);
    // Told when its turn comes; until then, and when another fails first, it must not end the process.
    added.catch(() => undefined);
    underWay.push(added);
    if (underWay.length >= UNDER_WAY) await underWay.shift();
  }
  await Promise.all(underWay);
}

async function add(index: PagefindIndex, { url, html, file }: IndexInput): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content: html }).catch((error: unknown) => ({
    // What follows the first line is the whole page.
    errors: [String(error).split('\n', 1).join('')],
  }));
  if (errors.length > 0) throw new Error(`Pagefind: ${file}: ${errors.join('; ')}`);
}
