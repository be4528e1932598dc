import type { Emphasis, Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Where Chinese is set no space stands, so a line break in the source is none either. */
const BREAK_IN_CHINESE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—])\n|\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—])/gu;

/** Paragraphs copied from Word begin with two wide spaces; the page indents nothing. */
function withoutIndent(paragraph: Paragraph): void {
  const [first] = paragraph.children;
  if (first?.type === 'text') first.value = first.value.replace(/^[\u3000\u00a0 ]+/, '');
}

/** `5*3*2` is a product: emphasis that begins and ends between digits gets its stars back. */
function withProducts(parent: Parent): void {
  parent.children = parent.children.flatMap((child, i, all): RootContent[] => {
    if (child.type !== 'emphasis' && child.type !== 'strong') return [child];
    const before = textOf(all[i - 1]);
    const after = textOf(all[i + 1]);
    const inside = plainText(child);
    const closes = (text: string) => /[\d)）]$/.test(text);
    const opens = (text: string) => /^[\d(（]/.test(text);
    if (!closes(before) || !opens(after) || !opens(inside) || !closes(inside)) return [child];
    const star: Text = { type: 'text', value: child.type === 'strong' ? '**' : '*' };
    return [star, ...(child as Emphasis | Strong).children, { ...star }];
  });
}

const textOf = (node: Parent['children'][number] | undefined) => (node?.type === 'text' ? node.value : '');

/** A bare address ends where Chinese begins: `www.example.cn，欢迎` is a link and two words. */
function cutAddress(link: Link, parent: Parent, index: number): void {
  const [text] = link.children;
  const bare = text?.type === 'text' && link.children.length === 1 && link.url.endsWith(text.value);
  if (!bare) return;
  const end = text.value.search(/[^\u0021-\u007e]/);
  if (end < 0) return;
  const rest: Text = { type: 'text', value: text.value.slice(end) };
  link.url = link.url.slice(0, link.url.length - rest.value.length);
  text.value = text.value.slice(0, end);
  parent.children.splice(index + 1, 0, rest);
}

/**
 * Remark plugin: makes of a story's Markdown what its Chinese writer meant. Indents, line breaks inside a sentence,
 * products with stars and addresses in a sentence are not Markdown to them.
 */
export function storyText() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'paragraph') withoutIndent(node);
      if (node.type === 'text') node.value = node.value.replaceAll(BREAK_IN_CHINESE, '');
      if (node.type === 'link' && parent && index !== undefined) cutAddress(node, parent, index);
      if ('children' in node) withProducts(node as Parent);
    });
  };
}

/** Remark plugin: puts the base path before addresses inside the site, which authors write from `/`. */
export function siteLinks(base: string) {
  return (tree: Root): void => {
    visit(tree, 'link', (link) => {
      if (/^\/(?!\/)/.test(link.url)) link.url = base + link.url.slice(1);
    });
    visit(tree, 'definition', (definition) => {
      if (/^\/(?!\/)/.test(definition.url)) definition.url = base + definition.url.slice(1);
    });
  };
}

/**
 * Remark plugin: a plain `![alt](file)` becomes the component `PlainPhoto`, so that pictures take one way only. Alone in
 * a paragraph it stands as a block.
 */
export function plainPhotos() {
  return (tree: Root): void => {
    visit(tree, 'image', ({ url, alt }, index, parent) => {
      if (!parent || index === undefined) return;
      const attributes = [
        { type: 'mdxJsxAttribute' as const, name: 'src', value: decodeURI(url) },
        { type: 'mdxJsxAttribute' as const, name: 'alt', value: alt ?? '' },
      ];
      const photo: MdxJsxTextElement = { type: 'mdxJsxTextElement', name: 'PlainPhoto', attributes, children: [] };
      parent.children.splice(index, 1, photo as PhrasingContent);
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const seen = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const alone = seen.every((child) => child.type === 'mdxJsxTextElement' && child.name === 'PlainPhoto');
      if (!alone || seen.length === 0 || !parent || index === undefined) return;
      const blocks = seen.map((child) => ({ ...child, type: 'mdxJsxFlowElement' }) as MdxJsxFlowElement);
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  };
}
