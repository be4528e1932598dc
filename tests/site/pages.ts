import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { BuiltSite } from './built-site.ts';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** One page of a built site, parsed. */
export interface SitePage {
  /** Path without the base, as the files lie: `/`, `/plan/`, `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly root: Node;
}

/** Paths of all files of a site, without the base, with a slash in front. */
export function filesOf(site: BuiltSite): string[] {
  return readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => statSync(join(site.folder, file)).isFile())
    .sort();
}

/** The bytes of a file of the site as text. */
export const readText = (site: BuiltSite, file: string) => readFileSync(join(site.folder, file), 'utf8');

/** One page by its path without the base. Throws where there is no such page. */
export function readPage(site: BuiltSite, path: string): SitePage {
  const html = readText(site, path.endsWith('/') ? `${path}index.html` : path);
  return { path, html, root: parse(html) };
}

/** All pages of a site, in the order of their paths. */
export function pagesOf(site: BuiltSite): SitePage[] {
  return filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(site, file.replace(/index\.html$/, '')));
}

/** The file an address of the site leads to, or null. `address` is absolute and may carry `?` and `#`. */
export function fileBehind(site: BuiltSite, address: string): string | null {
  const path = decodeURI(address.replace(/[?#].*$/, ''));
  if (!path.startsWith(site.base)) return null;
  const file = `/${path.slice(site.base.length)}`.replace(/\/$/, '/index.html');
  const whole = join(site.folder, file);
  return existsSync(whole) && statSync(whole).isFile() ? file : null;
}

const isElement = (node: Node): node is Element => 'tagName' in node;

/** All elements below a node that a test accepts, in document order. */
export function elements(node: Node, accept: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = [];
  const walk = (at: Node): void => {
    if (isElement(at) && accept(at)) found.push(at);
    for (const child of 'childNodes' in at ? at.childNodes : []) walk(child);
  };
  walk(node);
  return found;
}

/** The value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((a) => (a.prefix ? `${a.prefix}:${a.name}` : a.name) === name)?.value ?? null;
}

export const hasClass = (element: Element, name: string) =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
export const tag =
  (...names: readonly string[]) =>
  (element: Element) =>
    names.includes(element.tagName);
export const classed = (name: string) => (element: Element) => hasClass(element, name);

/** The one element that is accepted. Throws where there is none or a second one. */
export function only(node: Node, accept: (element: Element) => boolean, what: string): Element {
  const [first, second] = elements(node, accept);
  if (!first || second) throw new Error(`expected exactly one ${what}, found ${first ? 'more' : 'none'}`);
  return first;
}

/** The text below a node as it stands in the source, leaving out elements that `skip` names. */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isElement(node) && skip(node)) return '';
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child, skip)).join('') : '';
}

/** A text without any white space, the full-width one too. */
export const squeezed = (text: string) => text.replace(/\s+/gu, '');

/** All ids of a page. */
export const idsOf = (page: SitePage) =>
  elements(page.root).flatMap((element) => {
    const id = attribute(element, 'id');
    return id === null ? [] : [id];
  });
