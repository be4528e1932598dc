import { FACETS, type FacetValues } from '#domain/stories/facets.ts';
import { attribute, type Element, type Node, outermost } from '../pages/page-tree.ts';

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

/** What Pagefind drops by itself, what is no text of the page, and what a reader fills in or presses. */
const DROPPED = new Set(
  [
    ['nav', 'form', 'label', 'footer', 'svg', 'noscript', 'template', 'script', 'style', 'head', 'iframe', 'title'],
    ['button', 'input', 'select', 'textarea', 'object', 'audio', 'video', 'canvas', 'rt', 'rp'],
  ].flat(),
);

/** What stands in a line of text. All else is a block: a phrase never goes across its edge. */
const INLINE = new Set(
  [
    ['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'output'],
    ['q', 'rb', 'rtc', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'font'],
    ['picture', 'source', 'br', 'img', 'math', 'mi', 'mn', 'mo', 'mrow', 'mtext', 'meter', 'progress', 'slot'],
  ].flat(),
);

const SECTIONS = new Set(['section', 'article', 'aside', 'main', 'details', 'figure']);

/** The text of one block-level element, or the words that stand for a picture. */
export interface Block {
  /** With the white space of the page. */
  readonly text: string;
  /** The id under which the block, or what it stands in, can be reached; empty: the page itself. */
  readonly anchor: string;
  /** 1–6 for a heading, 0 for all else. */
  readonly level: number;
  /** Whether it is the h1 that gives the page its title. */
  readonly title: boolean;
}

/** Where a text stands: in which block, under which id. */
interface Place {
  readonly id: string;
  readonly level: number;
}

/** Whether the text of an element is none of the page's: furniture, or shown to nobody. */
function isDropped(element: Element): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (attribute(element, 'data-pagefind-ignore') !== undefined) return true;
  const hidden = attribute(element, 'hidden');
  return hidden !== undefined && hidden !== 'until-found';
}

/** 1–6 for a heading, 0 for all else. */
function headingLevel(element: Element): number {
  return /^h[1-6]$/u.test(element.tagName) ? Number(element.tagName.slice(1)) : 0;
}

/** The blocks of an element in the order of the page. */
function blocksOf(body: Element): Block[] {
  const reader = new BlockReader();
  reader.children(body, { id: '', level: 0 });
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private text = '';
  private alts: string[] = [];
  private place: Place = { id: '', level: 0 };
  private titled = false;
  /** The last heading with an id in the section that is being read. */
  private heading: Place = { id: '', level: 0 };

  children(element: Element, place: Place): void {
    for (const child of element.childNodes) this.node(child, place);
  }

  /** Ends the block that is being read. Alternative texts follow the text they stand in. */
  flush(): void {
    const { id, level } = this.place;
    if (level > 1) this.enterHeading(this.place);
    const anchor = id === '' ? this.heading.id : id;
    const title = level === 1 && !this.titled && this.text.trim() !== '';
    if (title) this.titled = true;
    if (this.text.trim() !== '') this.blocks.push({ text: this.text, anchor: title ? '' : anchor, level, title });
    for (const alt of this.alts) this.blocks.push({ text: alt, anchor, level: 0, title: false });
    this.text = '';
    this.alts = [];
    this.place = { id, level: 0 };
  }

  /** A heading without an id ends what the one before it named, unless it only divides that further. */
  private enterHeading(heading: Place): void {
    if (this.text.trim() === '') return;
    if (heading.id !== '' || heading.level <= this.heading.level) this.heading = heading;
  }

  private node(node: Node, place: Place): void {
    if (node.nodeName === '#text' && 'value' in node) this.text += node.value;
    if (!('tagName' in node) || isDropped(node)) return;
    if (node.tagName === 'br') this.text += '\n';
    if (node.tagName === 'img') this.alts.push(...[attribute(node, 'alt') ?? ''].filter((alt) => alt.trim() !== ''));
    this.element(node, place);
  }

  private element(element: Element, outer: Place): void {
    const own = element.tagName === 'main' ? undefined : attribute(element, 'id');
    const place = { id: own === undefined || own === '' ? outer.id : own, level: headingLevel(element) || outer.level };
    if (INLINE.has(element.tagName)) this.children(element, place);
    else this.block(element, place, outer);
  }

  private block(element: Element, place: Place, outer: Place): void {
    this.flush();
    const before = this.heading;
    this.place = place;
    this.children(element, place);
    this.flush();
    if (SECTIONS.has(element.tagName)) this.heading = before;
    this.place = outer;
  }
}
