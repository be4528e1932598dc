import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type State, toHast } from 'mdast-util-to-hast';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { FOOTNOTES, readStory } from '../grammar/markdown.ts';
import { componentOf, type Medium } from './components.ts';
import { element, nodesOf } from './element.ts';

function attributesOf({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): Record<string, string> {
  const written = attributes.flatMap((a) =>
    a.type === 'mdxJsxAttribute' && typeof a.value === 'string' ? [[a.name, a.value] as const] : [],
  );
  return Object.fromEntries(written);
}

/** How the tree of HTML takes in a component. Throws on one that does not exist: the check has let none pass. */
function componentHandler(medium: Medium) {
  return (state: State, node: MdxJsxFlowElement | MdxJsxTextElement): ElementContent[] => {
    const name = node.name ?? '';
    const made = nodesOf(componentOf(name)(attributesOf(node), state.all(node), medium));
    // What stands between its tags has its own place in the source; the rest has that of the component.
    for (const child of made) child.position ??= node.position;
    const place = name in STORY_COMPONENTS ? STORY_COMPONENTS[name as keyof typeof STORY_COMPONENTS].place : 'inline';
    // Words and pictures alone on their line are a paragraph.
    return node.type === 'mdxJsxFlowElement' && place === 'inline' ? [element('p', {}, made)] : made;
  };
}

/** A whole address as seen from the page. Null, and so no link, where it is none or of a kind that stories may not name. */
export function absolute(address: string, page: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const { protocol, href } = new URL(address, page);
  return /^(https?|mailto|tel):$/.test(protocol) ? href : null;
}

/** The arrow back from a note leads to where the reader of a feed, or of paper, is not. */
const isWayBack = (node: ElementContent) => node.type === 'element' && 'dataFootnoteBackref' in node.properties;

/** Takes the arrows back out of a note. */
export function withoutWayBack(node: Element): void {
  if (!node.children.some(isWayBack)) return;
  node.children = node.children.filter((child) => !isWayBack(child));
  const last = node.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
}

/**
 * A story as a tree of HTML, the one way from its text to any medium but the page, whose text MDX compiles; what it is
 * made of keeps its place in the source. Throws as `readStory`.
 * @param base path the site lies under, with slashes at both ends
 */
export function storyTree(source: string, base: string, medium: Medium): HtmlRoot {
  const component = componentHandler(medium);
  const tree = toHast(readStory(source, base), {
    ...FOOTNOTES,
    handlers: { mdxJsxFlowElement: component, mdxJsxTextElement: component },
  });
  return tree as HtmlRoot;
}
