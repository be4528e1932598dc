import type { Nodes, Root } from 'mdast';

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
