import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { SEPARATOR } from '#domain/search/tokens.ts';
import { FACETS } from '#domain/stories/facets.ts';
import type { IndexCopy } from '#site/search/index-copy.ts';
import type { IndexFile, IndexInput } from '#site/search/pagefind-index.ts';

/** What Pagefind itself writes of these pages: those of its files that a browser loads. */
export async function pagefindItself(pages: readonly IndexInput[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('; '));
    for (const [order, { url, copy }] of pages.entries()) {
      const told = await index.addHTMLFile({ url, content: htmlOf(copy, order) });
      if (told.errors.length > 0) throw new Error(`${url}: ${told.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return files.filter(({ path }) => LOADED.test(path));
  } finally {
    await close();
  }
}

const LOADED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[^/]+|[^/]+\.pf_meta|(?:index|filter|fragment)\/.+)$/u;

/** What files hold, by path: packed ones unpacked. */
export function unpacked(files: readonly IndexFile[]): Map<string, Buffer> {
  const bytesOf = ({ path, content }: IndexFile) =>
    /\.pf_\w+$/u.test(path) ? gunzipSync(content) : Buffer.from(content);
  return new Map(files.map((file) => [file.path, bytesOf(file)]));
}

/**
 * A copy as the page that Pagefind is given. An id stands on an empty element of its own, because Pagefind stores the text
 * of what has an id a second time; all words weigh the same, because it tells the first place of a phrase by weight.
 */
function htmlOf(copy: IndexCopy, order: number): string {
  const filters = FACETS.flatMap((facet) =>
    (copy.facets[facet] ?? []).map(
      (value) => `<meta data-pagefind-filter="${facet}[content]" content="${escaped(value)}">`,
    ),
  );
  const place = `<meta data-pagefind-sort="order[content]" content="${order}">`;
  const head = `<head><meta charset="utf-8">${filters.join('')}${place}</head>`;
  return `<!DOCTYPE html><html lang="zh-CN">${head}<body><main data-pagefind-body>${bodyOf(copy)}</main></body></html>`;
}

function bodyOf({ content, anchors }: IndexCopy): string {
  const marks = new Map(anchors.map(({ id, at }) => [at, `<i id="${escaped(id)}"></i>`]));
  let html = '';
  let block: string[] = [];
  for (const [at, word] of content.split(SEPARATOR).entries()) {
    if (word.trimEnd() !== '.') {
      block.push(word);
      continue;
    }
    const text = escaped(block.join(SEPARATOR));
    const end = `${SEPARATOR}.`;
    if (html === '') html = `<h1 data-pagefind-weight="1"><span data-pagefind-meta="title">${text}</span>${end}</h1>`;
    else html += `<p>${marks.get(at - block.length) ?? ''}${text}${end}</p>`;
    block = [];
  }
  return html;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What a file of an index says, its numbers and texts in lists of lists. */
export type Said = number | string | readonly Said[];

/** Reads the few kinds of CBOR that Pagefind writes; what is packed begins with its name. */
export function said(file: Buffer): Said {
  let at = 'pagefind_dcd'.length;
  const value = (): Said => {
    const head = file[at++] ?? 0;
    const size = head & 31;
    const bytes = size < 24 ? 0 : 2 ** (size - 24);
    const number = bytes === 0 ? size : file.readUIntBE(at, bytes);
    at += bytes;
    if (head >> 5 === 0) return number;
    if (head >> 5 === 1) return -1 - number;
    if (head >> 5 === 4) return Array.from({ length: number }, value);
    at += number;
    return file.toString('utf8', at - number, at);
  };
  return value();
}
