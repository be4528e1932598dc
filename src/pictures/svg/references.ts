import { tooMuch, unsafe } from './refusal.ts';
import type { XmlElement } from './xml.ts';

/** How many shapes a drawing may come to once every reference is followed. */
const MOST_SHAPES = 100_000;
/** How many references and layers may lie inside each other. */
const LONGEST_CHAIN = 500;

/**
 * Counts what is drawn once every `#…` is followed: a few lines that each use the line before ten times come to
 * billions. Throws `Refused` where it is too much, or where a drawing is part of itself.
 */
export function checkReferences(root: XmlElement): void {
  const byId = elementsById(root);
  const known = new Map<XmlElement, number>();
  const under = new Set<XmlElement>();
  const count = (element: XmlElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (under.has(element)) throw unsafe(element.line, '自己套自己的引用');
    if (under.size > LONGEST_CHAIN) throw tooMuch(`引用套了超过${LONGEST_CHAIN}层`, '引用一两层');
    under.add(element);
    let sum = 1;
    for (const next of [...element.children, ...namedBy(element, byId)]) sum += count(next);
    if (sum > MOST_SHAPES)
      throw tooMuch(`反复引用、展开后图形超过${MOST_SHAPES}个`, `展开后图形不超过${MOST_SHAPES}个`);
    under.delete(element);
    known.set(element, sum);
    return sum;
  };
  count(root);
}

/** The elements that references lead to. */
export function elementsById(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  const collect = (element: XmlElement) => {
    for (const { name, value } of element.attributes) if (name === 'id') byId.set(value, element);
    element.children.forEach(collect);
  };
  collect(root);
  return byId;
}

/** The elements that one draws with; a link leads there and draws nothing. */
export function namedBy({ local, attributes }: XmlElement, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  if (local === 'a') return [];
  const ids = attributes.flatMap(({ local: attribute, value }) =>
    attribute === 'href'
      ? [value.trim().slice(1)]
      : [...value.matchAll(/url\(\s*(?:["']\s*)?#([^"')\s]+)/gi)].map(([, id = '']) => id),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
