import { FACETS, type FacetValues } from '#domain/stories/facets.ts';
import { attribute, type Node, outermost } from '../pages/page-tree.ts';
import { type Block, blocksOf } from './page-blocks.ts';

/** What of a page is searched. */
export interface PageCopy {
  /** The h1, or what the window is called where there is none. It is not among the blocks. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly facets: FacetValues;
  /** `2026-08-19`; empty: the page has no date. */
  readonly date: string;
}

/** The searched part of a page: what is inside `data-pagefind-body`. Null where the page has none. */
export function copyOf(page: Node): PageCopy | null {
  const bodies = outermost(page, (element) => attribute(element, 'data-pagefind-body') !== undefined);
  if (bodies.length === 0) return null;
  const blocks = bodies.flatMap(blocksOf);
  const title = blocks.find((block) => block.title);
  return {
    title: squeezed(title ? title.text : windowTitle(page)),
    blocks: blocks.filter((block) => block !== title),
    ...saidOfPage(page),
  };
}

/** White space as a browser shows it: the ends of lines in a file are none of the title. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** What the window is called, without the site's name. */
function windowTitle(page: Node): string {
  const [title] = outermost(page, ({ tagName }) => tagName === 'title');
  const text = title?.childNodes.map((child) => ('value' in child ? child.value : '')).join('') ?? '';
  return text.split('｜')[0] ?? '';
}

/** `kind=…&city=…&date=…`: written as it is, so that the values need no decoding. */
function saidOfPage(page: Node): { facets: FacetValues; date: string } {
  const [element] = outermost(page, (candidate) => attribute(candidate, 'data-search') !== undefined);
  const said = (element && attribute(element, 'data-search')) ?? '';
  const all = FACETS.map((facet) => [facet, valuesOf(said, facet)] as const);
  return { facets: Object.fromEntries(all.filter(([, list]) => list.length > 0)), date: dateOf(said) };
}

/** The date of a page in what it says of itself; empty where there is none. */
function dateOf(said: string): string {
  return valuesOf(said, 'date').find((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value)) ?? '';
}

function valuesOf(said: string, key: string): string[] {
  const parts = said.split('&').filter((part) => part.startsWith(`${key}=`));
  const values = parts.map((part) => part.slice(key.length + 1).trim()).filter((value) => value !== '');
  return [...new Set(values)];
}
