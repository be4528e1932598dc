import type { Element, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { PersonBox } from '#format/person-box.ts';
import { type Medium, rightsOf, type StoryLookup, type StoryPicture } from './components.ts';
import { element, link } from './element.ts';
import { absolute, storyTree, withoutWayBack } from './tree.ts';

/** An image of the site with its size, so that a reader keeps its place free. */
const image = ({ src, width, height }: StoryPicture, alt: string): Element =>
  element('img', { src, alt, width, height });

/** A story as a feed reader, or any other medium that takes bare HTML, can show it. */
const feedMedium = (lookup: StoryLookup): Medium => ({
  lookup,
  styled: false,
  marks: 'brackets',
  comparison: 'table',
  picture: (src, alt) => ({ shown: image(lookup.picture(src), alt) }),
  // A reader of feeds may not draw an SVG; the picture shows everywhere.
  figure: ({ figure, taken }, title) =>
    element(
      'figure',
      {},
      taken && element('a', { href: taken.svg }, element('img', { src: taken.png ?? taken.svg, alt: title })),
      element('figcaption', {}, element('strong', {}, title), `　${figure.sentence}`),
    ),
});

/** The attributes that may leave the site: nothing that needs its styles, its scripts or its ids. */
const KEPT = ['href', 'src', 'alt', 'width', 'height', 'cite', 'start', 'align', 'colSpan', 'rowSpan', 'lang', 'dir'];
const ADDRESSES = ['href', 'src', 'cite'];

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

export interface FeedHtmlOptions {
  /** Path the site lies under, with slashes at both ends. */
  readonly base: string;
  readonly lookup: StoryLookup;
  /** Whole address of the story's page; what the text links to is worked out from it. */
  readonly page: string;
}

/** A story as HTML that stands by itself: no class, style, id or script, every address whole. Throws as `readStory`. */
export const feedHtml = (source: string, { base, lookup, page }: FeedHtmlOptions): string =>
  toHtml(cleaned(storyTree(source, base, feedMedium(lookup)), page));

/** An element outside the text of a story (its cover, its last line) as HTML of the same kind. */
const elementHtml = (node: Element, page: string): string => toHtml(cleaned({ type: 'root', children: [node] }, page));

/** What stands round the text of a story and must go with it wherever it is read. */
export interface StoryFrame {
  readonly subtitle: string | null;
  /** Who the person is whom it tells of. */
  readonly profile: PersonBox | null;
  readonly corrections: readonly { readonly dateText: string; readonly text: string }[];
  readonly cover:
    | (Parameters<typeof rightsOf>[0] & {
        readonly alt: string;
        readonly caption: string;
        readonly picture: StoryPicture;
      })
    | null;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly author: string | null;
  readonly editor: string;
  readonly dateText: string;
}

/** Who somebody is, as a paragraph: a feed has no boxes. */
const introduced = ({ name, alias, rows, words }: PersonBox): Element =>
  element(
    'p',
    {},
    element('strong', {}, name),
    alias ? '（化名）' : '',
    rows.map(({ term, text }) => `　${term}：${text}`),
    ...(words === null ? [] : [element('br', {}), words]),
  );

/** The text with its cover and corrections before it, and with who answers for it behind it. */
export function framedHtml(html: string, frame: StoryFrame, page: string): string {
  const { subtitle, profile, corrections, cover, source, sourceUrl, author, editor, dateText } = frame;
  const before = [
    subtitle && element('p', {}, element('strong', {}, subtitle)),
    profile && introduced(profile),
    ...corrections.map(({ dateText: day, text }) =>
      element('p', {}, element('strong', {}, '更正'), `　${day}　${text}`),
    ),
    cover &&
      element(
        'figure',
        {},
        image(cover.picture, cover.alt),
        element('figcaption', {}, cover.caption, element('br', {}), rightsOf(cover)),
      ),
  ];
  const after = element(
    'p',
    {},
    ['来源：', link(source, sourceUrl), author && `　作者：${author}`, `　编辑：${editor}　时间：${dateText}　`],
    link('在网站上看这一篇', page),
  );
  return [...before.filter((node) => typeof node === 'object' && node !== null), html, after]
    .map((part) => (typeof part === 'string' ? part : elementHtml(part, page)))
    .join('\n');
}
