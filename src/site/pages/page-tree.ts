import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/**
 * The tree of a page, for all who ask something of it: a page is parsed once. What stands in `<noscript>` are elements
 * too, for it is shown to some.
 */
export function pageTree(html: string): Node {
  return parse(html, { scriptingEnabled: false });
}

/** An attribute of an element; undefined where it has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The outermost elements that fulfil a condition, in the order of the page. */
export function outermost(node: Node, wanted: (element: Element) => boolean): Element[] {
  if ('tagName' in node && wanted(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => outermost(child, wanted)) : [];
}

/** Every element of a page, in its order, those of templates too. */
export function elementsOf(page: Node): Element[] {
  const elements: Element[] = [];
  const collect = (node: Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) collect(child);
    if ('content' in node) collect(node.content);
  };
  collect(page);
  return elements;
}
