import type { Element, ElementContent, Properties } from 'hast';

/** What stands in an element: elements, or words; what is null or empty is left out. */
export type Inside = ElementContent | string | null | undefined | readonly Inside[];

const nodes = (inside: Inside): ElementContent[] => {
  if (inside === null || inside === undefined || inside === '') return [];
  if (typeof inside === 'string') return [{ type: 'text', value: inside }];
  return 'type' in inside ? [inside] : inside.flatMap(nodes);
};

/** An HTML element as a tree. */
export const element = (tagName: string, properties: Properties, ...inside: readonly Inside[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: nodes(inside),
});

/** A link, or the bare words where there is nothing to lead to. */
export const link = (text: string, href: string | null): Inside =>
  href === null ? text : element('a', { href }, text);
