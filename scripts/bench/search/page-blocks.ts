import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What belongs to a page's furniture or is not text: nobody finds a page by it. */
const SKIPPED = new Set(
  'nav form label footer svg noscript template script style textarea button select head rt rp'.split(' '),
);

/** Elements that end the text before them: a phrase never reaches from one into the next. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What a page is searched by, as the measure reads it; written apart from the search itself, so that both can be wrong. */
export interface PageBlocks {
  readonly title: string;
  /** The texts, as they stand in the page; each ends where a phrase ends. */
  readonly blocks: readonly string[];
  /** The value of `data-search` on its main part; null where there is none. */
  readonly data: string | null;
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;
const isHidden = (element: Element) =>
  ['data-pagefind-ignore', 'hidden'].some((name) => attribute(element, name) !== undefined);

/** The blocks of a page's indexed part; null where nothing of the page is indexed. */
export function blocksOf(html: string): PageBlocks | null {
  const root = parse(html);
  const bodies = find(root, (element) => attribute(element, 'data-pagefind-body') !== undefined);
  if (bodies.length === 0) return null;
  const [heading] = bodies.flatMap((body) => find(body, (element) => element.tagName === 'h1'));
  const [named] = find(root, (element) => element.tagName === 'title');
  const title = heading ? textIn(heading) : (textIn(named ?? root).split('｜')[0] ?? '');
  const [main] = find(root, (element) => attribute(element, 'data-search') !== undefined);
  const blocks = bodies.flatMap(blocksIn);
  return {
    title,
    blocks: heading ? blocks : [title, ...blocks],
    data: main ? (attribute(main, 'data-search') ?? null) : null,
  };
}

/** Elements that are accepted, in document order, without those inside of others. */
function find(node: Node, accept: (element: Element) => boolean): Element[] {
  if (isElement(node) && accept(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => find(child, accept)) : [];
}

function textIn(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (isElement(node) && SKIPPED.has(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

function blocksIn(body: Element): string[] {
  const blocks: string[] = [];
  let text = '';
  let pictures: string[] = [];
  const end = () => {
    blocks.push(...[text, ...pictures].filter((one) => /\S/u.test(one)));
    text = '';
    pictures = [];
  };
  const walk = (node: Node): void => {
    if ('value' in node && node.nodeName === '#text') text += node.value;
    if (!isElement(node)) return;
    if (SKIPPED.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'br') text += '\n';
    if (node.tagName === 'img') pictures.push(attribute(node, 'alt') ?? '');
    const apart = BLOCKS.has(node.tagName);
    if (apart) end();
    node.childNodes.forEach(walk);
    if (apart) end();
  };
  body.childNodes.forEach(walk);
  end();
  return blocks;
}
