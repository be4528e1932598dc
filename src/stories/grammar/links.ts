import type { Paragraph, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import { nodesIn } from './nodes.ts';

/** Remark plugin: puts the base path before addresses inside the site, which authors write from `/`. */
export function siteLinks(base: string) {
  return (tree: Root): void => {
    for (const node of nodesIn(tree)) {
      const address = node.type === 'link' || node.type === 'definition';
      if (address && /^\/(?!\/)/.test(node.url)) node.url = base + node.url.slice(1);
    }
  };
}

/** The name of a file as Markdown's address of it says: `%E5%9B%BE.jpg` is a Chinese name. */
export function fileOfAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

const photo = (url: string, alt: string): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name: 'PlainPhoto',
  attributes: [
    { type: 'mdxJsxAttribute', name: 'src', value: fileOfAddress(url) },
    { type: 'mdxJsxAttribute', name: 'alt', value: alt },
  ],
  children: [],
});

/** Pictures that stand alone in a paragraph; null where it holds anything else. */
function onlyPhotos({ children }: Paragraph): MdxJsxFlowElement[] | null {
  const seen = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const photos = seen.filter((child) => child.type === 'mdxJsxTextElement' && child.name === 'PlainPhoto');
  if (photos.length === 0 || photos.length < seen.length) return null;
  return photos.map((child) => ({ ...child, type: 'mdxJsxFlowElement' }) as MdxJsxFlowElement);
}

/**
 * Remark plugin: a plain `![alt](file)`, or `![alt][name]` with its address elsewhere, becomes the component
 * `PlainPhoto`, so that pictures take one way only. Alone in a paragraph it stands as a block.
 */
export function plainPhotos() {
  return (tree: Root): void => {
    const addresses = new Map<string, string>();
    let pictures = 0;
    for (const node of nodesIn(tree)) {
      if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
      if (node.type === 'image' || node.type === 'imageReference') pictures++;
    }
    if (pictures === 0) return;
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'image' && node.type !== 'imageReference') || !parent || index === undefined) return;
      const url = node.type === 'image' ? node.url : addresses.get(node.identifier);
      if (url !== undefined) parent.children.splice(index, 1, photo(url, node.alt ?? ''));
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const blocks = onlyPhotos(paragraph);
      if (!blocks || !parent || index === undefined) return;
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  };
}
