import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const CLASSES = { right: 'right', center: 'centre' } as const;

/**
 * Remark plugin: the alignment of a table's columns as classes of its cells. Markdown would make style attributes of it,
 * which the policy of the pages forbids.
 */
export function tableClasses() {
  return (tree: Root): void => {
    visit(tree, 'table', (table) => {
      const { align } = table;
      delete table.align;
      for (const row of table.children) {
        row.children.forEach((cell, i) => {
          const side = align?.[i];
          if (side === 'right' || side === 'center') cell.data = { hProperties: { className: [CLASSES[side]] } };
        });
      }
    });
  };
}
