import type { Element, ElementContent } from 'hast';
import { element, type Inside } from './element.ts';

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const isList = (node: ElementContent): node is Element => isElement(node) && /^[ou]l$/.test(node.tagName);
const items = (list: Element) => list.children.filter(isElement).filter((item) => item.tagName === 'li');

/** A cell holds what an item of a list holds; the paragraph a loose list puts round it would only push it apart. */
const cellOf = (nodes: readonly ElementContent[]): Inside =>
  nodes
    .flatMap((node) => (isElement(node) && node.tagName === 'p' ? node.children : [node]))
    .filter((node) => node.type !== 'text' || node.value.trim() !== '');

function rowOf(item: Element): Element {
  const sides = item.children.filter(isList).flatMap(items);
  const thing = item.children.filter((child) => !isList(child));
  return element(
    'tr',
    {},
    element('th', {}, cellOf(thing)),
    sides.map((side) => element('td', {}, cellOf(side.children))),
  );
}

/** The list of a comparison, each thing with its two sides below it, as a table. */
export function compareTable(inside: readonly ElementContent[], left: string, right: string): Element {
  const rows = inside.filter(isList).flatMap(items).map(rowOf);
  const head = element('tr', {}, element('th', {}), element('th', {}, left), element('th', {}, right));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, rows));
}
