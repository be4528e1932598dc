import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type State, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { FOOTNOTES, readStory } from '../grammar/markdown.ts';
import { COMPONENT_HTML, type ComponentHtml, type StoryLookup } from './components.ts';
import { element } from './element.ts';

export interface StoryTreeOptions {
  /** Path the site lies under, with slashes at both ends. */
  readonly base: string;
  readonly lookup: StoryLookup;
  /** What the components become in a medium that can show more than a feed. */
  readonly components?: ComponentHtml;
}

export interface StoryHtmlOptions extends Omit<StoryTreeOptions, 'components'> {
  /** Whole address of the story's page; what the text links to is worked out from it. */
  readonly page: string;
}

/** The attributes that may leave the site: nothing that needs its styles, its scripts or its ids. */
const KEPT = ['href', 'src', 'alt', 'width', 'height', 'cite', 'start', 'align', 'colSpan', 'rowSpan'];
const ADDRESSES = ['href', 'src', 'cite'];

type Renderer = (attributes: Record<string, string>, inside: ElementContent[], lookup: StoryLookup) => unknown;

function attributesOf({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): Record<string, string> {
  const written = attributes.flatMap((a) =>
    a.type === 'mdxJsxAttribute' && typeof a.value === 'string' ? [[a.name, a.value] as const] : [],
  );
  return Object.fromEntries(written);
}

/** How the tree of HTML takes in a component. Throws on one that does not exist: the check has let none pass. */
function componentHandler(components: ComponentHtml, lookup: StoryLookup) {
  return (state: State, node: MdxJsxFlowElement | MdxJsxTextElement): ElementContent[] => {
    const name = node.name ?? '';
    if (!Object.hasOwn(components, name)) throw new Error(`没有写法 ${name}`);
    const render = components[name as keyof ComponentHtml] as Renderer;
    const made = element('div', {}, render(attributesOf(node), state.all(node), lookup) as ElementContent).children;
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

/** Takes from the tree what only the site can use, and makes every address whole. */
function cleaned(tree: HtmlRoot, page: string): HtmlRoot {
  visit(tree, 'element', (node: Element) => {
    withoutWayBack(node);
    // The box of a list of things to do: a feed has no forms.
    if (node.tagName === 'input') {
      Object.assign(node, { type: 'text', value: node.properties['checked'] ? '☑' : '☐' });
      return;
    }
    const kept = Object.entries(node.properties).filter(([key]) => KEPT.includes(key));
    node.properties = Object.fromEntries(
      kept.map(([key, value]) => [key, ADDRESSES.includes(key) ? absolute(String(value), page) : value]),
    );
  });
  return tree;
}

/**
 * A story as a tree of HTML, the one way from its text to any medium; what it is made of keeps its place in the source.
 * Throws as `readStory`.
 */
export function storyTree(source: string, { base, lookup, components = COMPONENT_HTML }: StoryTreeOptions): HtmlRoot {
  const component = componentHandler(components, lookup);
  const tree = toHast(readStory(source, base), {
    ...FOOTNOTES,
    handlers: { mdxJsxFlowElement: component, mdxJsxTextElement: component },
  });
  return tree as HtmlRoot;
}

/** A story as HTML that stands by itself: no class, style, id or script, every address whole. Throws as `readStory`. */
export const storyHtml = (source: string, { page, ...options }: StoryHtmlOptions): string =>
  toHtml(cleaned(storyTree(source, options), page));

/** Elements outside the text of a story (its cover, its last line) as HTML of the same kind. */
export const elementHtml = (node: Element, page: string): string =>
  toHtml(cleaned({ type: 'root', children: [node] }, page));
