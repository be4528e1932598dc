import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Range } from './mask.ts';

/** A component in a tree. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export const isElement = (node: Nodes): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Where a node begins and ends in the source. */
export const rangeOf = ({ position }: Pick<Nodes, 'position'>): Range => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

/** All nodes of a tree in the order of the text: walked once, for all the rules that look at each of them. */
export function nodesIn(tree: Root): Nodes[] {
  const all: Nodes[] = [];
  const walk = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return all;
}
