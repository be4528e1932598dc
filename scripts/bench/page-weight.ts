import { brotliCompressSync } from 'node:zlib';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What one page view transfers, in bytes; text as brotli at its best level, as a good server sends it. */
export interface PageWeight {
  /** The page itself with all that is inlined into it: CSS, drawings, small scripts. */
  html: number;
  /** Style sheets in files of their own. */
  styles: number;
  /** All script, inlined or in files; the inlined part is in `html` too. */
  scripts: number;
  /** Everything the budget of a page counts, nothing twice: page, style sheets, script files. */
  total: number;
  /** Pictures, outside the budget; of several sizes the one in `src`. */
  images: number;
  /** Fonts fetched with the page (preloaded), outside the budget: one file serves all pages. */
  fonts: number;
}

/** A drawing as it stands in a page. */
export interface InlineFigure {
  /** Name of its figure, with the form: `money-wide`. */
  name: string;
  title: string;
  svg: string;
}

/** Returns the file behind an address as the page writes it (`/a/b.js`, `../b.js`); undefined: there is none. */
export type ReadFile = (address: string) => Uint8Array | undefined;

/** Size after brotli 11. */
export function brotliBytes(text: string | Uint8Array): number {
  return brotliCompressSync(text).length;
}

function elements(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

/** A script file and the modules it imports, each once; what is imported only on demand does not count. */
function withImports(address: string, fetch: (address: string) => Uint8Array, seen: Set<string>): number {
  if (seen.has(address)) return 0;
  seen.add(address);
  const file = fetch(address);
  const imported = new TextDecoder().decode(file).matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g);
  return [...imported].reduce(
    (sum, [, found = '']) => sum + withImports(new URL(found, `http://x${address}`).pathname, fetch, seen),
    brotliBytes(file),
  );
}

/** Weighs one page view with an empty cache. Throws where the page asks for a file that is not there. */
export function weighPage(html: string, read: ReadFile): PageWeight {
  const fetch = (address: string) => {
    const file = read(address);
    if (!file) throw new Error(`页面要用 ${address}，网站里没有这个文件。`);
    return file;
  };
  const weight = { html: brotliBytes(html), styles: 0, scripts: 0, images: 0, fonts: 0 };
  let scriptFiles = 0;
  const seen = new Set<string>();
  for (const element of elements(parse(html))) {
    const [src, href, rel] = ['src', 'href', 'rel'].map((name) => attribute(element, name));
    if (element.tagName === 'script' && src) scriptFiles += withImports(src, fetch, seen);
    else if (element.tagName === 'script' && isCode(element)) weight.scripts += brotliBytes(textOf(element));
    else if (element.tagName === 'link' && href && !seen.has(href)) {
      if (rel === 'stylesheet') weight.styles += brotliBytes(fetch(href));
      else if (rel === 'preload' && attribute(element, 'as') === 'font') weight.fonts += fetch(href).length;
      else continue;
      seen.add(href);
    } else if (element.tagName === 'img' && src && !src.startsWith('data:') && !seen.has(src)) {
      weight.images += fetch(src).length;
      seen.add(src);
    }
  }
  weight.scripts += scriptFiles;
  return { ...weight, total: weight.html + weight.styles + scriptFiles };
}

/** Data blocks (JSON-LD, speculation rules) are no script. */
function isCode(element: Element): boolean {
  return ['', 'module', 'text/javascript'].includes(attribute(element, 'type') ?? '');
}

/** The drawings of a page, each with the very characters it takes there. */
export function inlineFigures(html: string): InlineFigure[] {
  const drawings = elements(parse(html, { sourceCodeLocationInfo: true })).filter(
    (element) => element.tagName === 'svg' && attribute(element, 'class')?.split(/\s+/).includes('figure-svg'),
  );
  return drawings.map((element) => {
    const title = element.childNodes.find((child) => child.nodeName === 'title');
    const place = element.sourceCodeLocation;
    return {
      name: (attribute(element, 'aria-labelledby') ?? '').replace(/-t$/, ''),
      title: title ? textOf(title) : '',
      svg: html.slice(place?.startOffset, place?.endOffset),
    };
  });
}
