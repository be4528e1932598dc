import type { Nodes } from 'mdast';
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
