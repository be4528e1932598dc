import type { Blockquote, Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';

/** Where Chinese is set no space stands, so a line break in the source is none either. */
const BREAK_IN_CHINESE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—])\n|\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—])/gu;

/** Paragraphs copied from Word begin with two wide spaces; the page indents nothing. */
function withoutIndent(paragraph: Paragraph): void {
  const [first] = paragraph.children;
  if (first?.type === 'text') first.value = first.value.replace(/^[\u3000\u00a0 ]+/, '');
}

/** Copied from Word, paragraphs also follow one another without an empty line: each indented line begins one. */
function paragraphsIn(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const lines = child.type === 'text' ? child.value.split(/\n(?=[\u3000\u00a0]{2})/) : [];
    if (lines.length < 2) parts.at(-1)?.push(child);
    for (const [i, value] of lines.length < 2 ? [] : lines.entries()) {
      if (i > 0) parts.push([]);
      parts.at(-1)?.push({ ...child, value } as Text);
    }
  }
  return parts.length === 1 ? [paragraph] : parts.map((children) => ({ ...paragraph, children }));
}

/** `5*3*2` is a product: emphasis whose star stands between two digits gets its stars back. */
function withProducts(parent: Parent): void {
  parent.children = parent.children.flatMap((child, i, all): RootContent[] => {
    if (child.type !== 'emphasis' && child.type !== 'strong') return [child];
    if (!/[\d)）]$/.test(textOf(all[i - 1])) || !/^[\d(（]/.test(plainText(child))) return [child];
    const star: Text = { type: 'text', value: child.type === 'strong' ? '**' : '*' };
    return [star, ...child.children, { ...star }];
  });
}

const textOf = (node: Parent['children'][number] | undefined) => (node?.type === 'text' ? node.value : '');

/** Text with the addresses in it as links; what Latin punctuation ends a sentence does not belong to them. */
function withAddresses(text: string): (Text | Link)[] {
  return text.split(/((?:https?:\/\/|www\.)[!-~]*[\w/])/).flatMap((value, i): (Text | Link)[] => {
    if (value === '') return [];
    const words: Text = { type: 'text', value };
    const url = value.startsWith('www.') ? `http://${value}` : value;
    return [i % 2 === 0 ? words : { type: 'link', url, children: [words] }];
  });
}

/** A bare address ends where Chinese begins: `www.example.cn，欢迎` is a link and two words. */
function cutAddress(link: Link, parent: Parent, index: number): void {
  const [text] = link.children;
  const bare = text?.type === 'text' && link.children.length === 1 && link.url.endsWith(text.value);
  if (!bare) return;
  const end = text.value.search(/[^!-~]/);
  if (end < 0) return;
  const rest = text.value.slice(end);
  link.url = link.url.slice(0, link.url.length - rest.length);
  text.value = text.value.slice(0, end);
  parent.children.splice(index + 1, 0, ...withAddresses(rest));
}

/** `>=20人` at the beginning of a line is no quotation: the sign gets its place back. */
function withSign({ children, position }: Blockquote): Paragraph | null {
  const [paragraph] = children;
  const [first] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (children.length > 1 || paragraph?.type !== 'paragraph' || first?.type !== 'text') return null;
  if (!/^[=＝\d]/.test(first.value) || first.position?.start.offset !== (position?.start.offset ?? 0) + 1) return null;
  return { ...paragraph, children: [{ ...first, value: `>${first.value}` }, ...paragraph.children.slice(1)] };
}

/** A word component alone on its line is taken for a block; it is a paragraph of one word. */
function asParagraph(node: RootContent): Paragraph | null {
  if (node.type !== 'mdxJsxFlowElement') return null;
  const inline = Object.entries(STORY_COMPONENTS).some(([name, { place }]) => name === node.name && place === 'inline');
  return inline ? { type: 'paragraph', children: [{ ...node, type: 'mdxJsxTextElement', children: [] }] } : null;
}

/** What stands in place of a block that was not meant as it was read. */
function meantBlocks(node: RootContent): RootContent[] {
  if (node.type === 'paragraph') return paragraphsIn(node);
  return [(node.type === 'blockquote' ? withSign(node) : asParagraph(node)) ?? node];
}

/**
 * Remark plugin: makes of a story's Markdown what its Chinese writer meant. Indents, line breaks inside a sentence,
 * products with stars, signs and addresses in a sentence are not Markdown to them.
 */
export function storyText() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const blocks = meantBlocks(node as RootContent);
      if (blocks.length === 1 && blocks[0] === node) return undefined;
      (parent as Parent).children.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
    visit(tree, (node, index, parent) => {
      if (node.type === 'paragraph') withoutIndent(node);
      if (node.type === 'text') node.value = node.value.replaceAll(BREAK_IN_CHINESE, '');
      if (node.type === 'link' && parent && index !== undefined) cutAddress(node, parent, index);
      if ('children' in node) withProducts(node as Parent);
    });
  };
}
