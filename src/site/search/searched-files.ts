import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { dateOf } from './page-copy.ts';

/** A page to be searched, before it is read. */
export interface SearchedFile {
  /** Below the folder of the site, with `/`. */
  readonly file: string;
  readonly url: string;
}

const BODY = 'data-pagefind-body';
const SAID = ' data-search="';
/** So much is read of what a page says of itself to find its date. */
const LONGEST_SAID = 4000;

/**
 * The pages to be searched, newest first, those without a date after them. Their dates are looked up in the bytes of
 * the file: with the order known beforehand, Pagefind reads the first page while the second is parsed.
 */
export function searchedFiles(folder: string, base: string): SearchedFile[] {
  const dated = htmlFiles(folder).flatMap((file) => {
    const bytes = readFileSync(join(folder, file));
    return bytes.includes(BODY) ? [{ file, url: urlOf(file, base), date: dateIn(bytes) }] : [];
  });
  return dated.sort((a, b) => compare(b.date, a.date) || compare(a.url, b.url));
}

function dateIn(bytes: Buffer): string {
  const at = bytes.indexOf(SAID);
  if (at === -1) return '';
  const start = at + SAID.length;
  return dateOf(
    bytes
      .toString('utf8', start, start + LONGEST_SAID)
      .split('"', 1)
      .join(''),
  );
}

function htmlFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).split(sep).join('/'));
  return files.filter((file) => file.endsWith('.html'));
}

function urlOf(file: string, base: string): string {
  const path = file.replace(/(?<=^|\/)index\.html$/u, '');
  return base + path.split('/').map(encodeURIComponent).join('/');
}

/** By code units: the same on every computer. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
