import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** What stands in an element: elements, or words; what is null or empty is left out. */
export type Inside = ElementContent | string | false | null | undefined | readonly Inside[];

/** Elements and words as nodes of a tree. */
export const nodesOf = (inside: Inside): ElementContent[] => {
  if (inside === null || inside === undefined || inside === false || inside === '') return [];
  if (typeof inside === 'string') return [{ type: 'text', value: inside }];
  return 'type' in inside ? [inside] : inside.flatMap(nodesOf);
};

/** An HTML element as a tree. */
export const element = (tagName: string, properties: Properties, ...inside: readonly Inside[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: nodesOf(inside),
});

/** A link, or the bare words where there is nothing to lead to. */
export const link = (text: string, href: string | null): Inside =>
  href === null ? text : element('a', { href }, text);

/** HTML that was made elsewhere, as a node of a tree. */
export const raw = (html: string): ElementContent => ({ type: 'raw', value: html }) as ElementContent;

/** A tree, with whatever HTML stands in it as it is, as HTML. */
export const htmlOf = (inside: Inside): string =>
  toHtml(nodesOf(inside), {
    allowDangerousHtml: true,
    // As Astro writes them.
    characterReferences: { useNamedReferences: true },
    collapseEmptyAttributes: true,
  });
