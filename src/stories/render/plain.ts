import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Medium, StoryLookup } from './components.ts';
import { element } from './element.ts';
import { absolute, storyTree, withoutWayBack } from './tree.ts';

/** What a plain text knows of its story. */
export interface PlainStory {
  readonly lookup: StoryLookup;
  /** Path the site lies under, with slashes at both ends. */
  readonly base: string;
  /** Whole address of the story's page. */
  readonly page: string;
  /** Files that lie beside the text: of pictures by `src`, of figures by name; what has none is not spoken of. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, string>;
}

/** A story as a text without any markup: where a picture or a figure stands its file is named. */
function plainMedium({ lookup, pictures, figures }: PlainStory): Medium {
  return {
    lookup,
    styled: false,
    marks: 'brackets',
    comparison: 'table',
    picture: (src) => ({ shown: pictures.has(src) && element('p', {}, `〔照片　${pictures.get(src)}〕`) }),
    beside: (src, figure) => (pictures.has(src) ? figure : null),
    figure: ({ figure }, title) => {
      const file = figures.get(figure.name);
      return element('p', {}, `〔图　${title}${file === undefined ? '' : `　${file}`}〕`, figure.sentence);
    },
  };
}

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element';

/** Elements that stand in a line. */
const INLINE = new Set([
  'a',
  'b',
  'strong',
  'em',
  'i',
  'del',
  'sup',
  'sub',
  'code',
  'bdi',
  'cite',
  'span',
  'br',
  'input',
]);
const isInline = (node: RootContent | ElementContent) => !isElement(node) || INLINE.has(node.tagName);

/** One step to the right. */
const STEP = '　　';

/** A break of the file inside a paragraph is none to a reader of Chinese; between Latin words it is a space. */
export const onOneLine = (text: string): string =>
  text.replaceAll(/(.?)[ \t]*\n[ \t]*(.?)/gu, (_, before: string, after: string) =>
    /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? `${before} ${after}` : `${before}${after}`,
  );

/** The words of a line. Where a link leads outside the site its address stands behind it. */
function words(nodes: readonly (RootContent | ElementContent)[], page: string): string {
  return nodes.map((node) => wordsOf(node, page)).join('');
}

function wordsOf(node: RootContent | ElementContent, page: string): string {
  if (node.type === 'text') return onOneLine(node.value);
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'input') return node.properties['checked'] ? '☑' : '☐';
  const inside = words(node.children, page);
  if ('dataFootnoteRef' in node.properties) return `〔注${inside}〕`;
  if (node.tagName !== 'a') return inside;
  const whole = absolute(String(node.properties['href'] ?? ''), page);
  const leadsOut = whole !== null && URL.canParse(whole) && new URL(whole).origin !== new URL(page).origin;
  return leadsOut && whole !== inside ? `${inside}（${whole}）` : inside;
}

const shifted = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, i) => (line === '' ? '' : `${i === 0 ? first : rest}${line}`));

/** Blocks one after the other, each with an empty line before it. */
const apart = (blocks: readonly (readonly string[])[]): string[] =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));

/** What stands in an element, lines gathered to paragraphs. */
function blocks(nodes: readonly (RootContent | ElementContent)[], page: string): string[][] {
  const found: string[][] = [];
  let line: (RootContent | ElementContent)[] = [];
  const close = () => {
    const text = words(line, page).trim();
    if (text !== '') found.push(text.split('\n').map((one) => one.trim()));
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      close();
      if (isElement(node)) found.push(linesOf(node, page));
    }
  }
  close();
  return found;
}

function listLines(list: Element, page: string): string[] {
  const start = Number(list.properties['start'] ?? 1);
  const items = list.children.filter(isElement).filter(({ tagName }) => tagName === 'li');
  return items.flatMap((item, i) =>
    shifted(blocks(item.children, page).flat(), list.tagName === 'ol' ? `${start + i}. ` : '・', STEP),
  );
}

function tableLines(table: Element, page: string): string[] {
  const rows = (node: Element): Element[] =>
    node.children.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : rows(child)));
  return rows(table).map((row) =>
    row.children
      .filter(isElement)
      .map((cell) => blocks(cell.children, page).flat().join('，'))
      .join('｜'),
  );
}

/** The lines of one block. */
function linesOf(node: Element, page: string): string[] {
  const { tagName, children } = node;
  if (/^h[1-6]$/.test(tagName)) return [`【${words(children, page)}】`];
  if (tagName === 'ul' || tagName === 'ol') return listLines(node, page);
  if (tagName === 'table') return tableLines(node, page);
  if (tagName === 'hr') return ['———'];
  if (tagName === 'blockquote') return shifted(apart(blocks(children, page)), STEP, STEP);
  const inside = blocks(children, page);
  // A figure and what is said under it belong together.
  return tagName === 'figure' || tagName === 'figcaption' ? inside.flat() : apart(inside);
}

/** The text of a story as plain lines, by the renderer that the page and the feed have too. Throws as `readStory`. */
export function plainStory(markdown: string, story: PlainStory): string[] {
  const tree: HtmlRoot = storyTree(markdown, story.base, plainMedium(story));
  visit(tree, 'element', withoutWayBack);
  return apart(blocks(tree.children, story.page));
}
