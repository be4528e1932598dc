import type { DefaultTreeAdapterMap } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

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

/** An attribute of an element; undefined where it has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Whether the text of an element is none of the page's: furniture, or shown to nobody. */
export function isDropped(element: Element): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (attribute(element, 'data-pagefind-ignore') !== undefined) return true;
  const hidden = attribute(element, 'hidden');
  return hidden !== undefined && hidden !== 'until-found';
}

/** Whether an element stands in a line of text. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.tagName);
}

/** 1–6 for a heading, 0 for all else. */
export function headingLevel(element: Element): number {
  return /^h[1-6]$/u.test(element.tagName) ? Number(element.tagName.slice(1)) : 0;
}

/** The outermost elements that fulfil a condition, in the order of the page. */
export function outermost(node: Node, wanted: (element: Element) => boolean): Element[] {
  if ('tagName' in node && wanted(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => outermost(child, wanted)) : [];
}
