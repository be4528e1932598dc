import { SHARED_LINE, type SharedPage } from '#format/share-picture.ts';
import type { TitlePieces } from '#format/title-pieces.ts';
import { type DisplayedCharacters, displayedCharacters } from '../fonts/displayed-characters.ts';
import { uniqueCharacters } from '../fonts/subset.ts';
import { type IndexCopy, indexCopy } from '../search/index-copy.ts';
import { copyOf } from '../search/page-copy.ts';
import { withOwnPolicy } from './page-policy.ts';
import { coloursAsked, rulesWorn, sheetOf, styleText } from './page-styles.ts';
import { attribute, elementsOf, type Node, pageTree } from './page-tree.ts';
import { withTitleBreaks, withWholeNames } from './title-breaks.ts';
import { type UnfitWord, unfitOnPage } from './unfit-words.ts';

/**
 * What the site needs of one page as Astro made it: plain data that depends on nothing but the page, so that it can be
 * kept from one build to the next. What depends on other pages too is put in by {@link sealPage}.
 */
export interface FinishedPage {
  /** The page with its own styles only; its policy still names the styles and scripts of all. */
  readonly html: string;
  /** The characters it shows in the site's own fonts, each once. */
  readonly characters: DisplayedCharacters;
  /** What of it goes to the index; null: it is not searched. */
  readonly search: IndexCopy | null;
  /** What its pictures show; null: it has none of its own. */
  readonly shared: SharedPage | null;
  /** What no reader should meet, and what is none where it is no address of the document. */
  readonly unfit: readonly UnfitWord[];
}

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const EMPTY_STYLE = '<style></style>';

/**
 * Everything about a page that it tells alone. It is parsed once, without its styles: they are the longer part.
 * @param cut how the titles of this content are cut; who only reads a page leaves them whole
 */
export function finishPage(html: string, cut: TitlePieces = (title) => [title]): FinishedPage {
  const styles = [...html.matchAll(STYLE)].map(([, css = '']) => sheetOf(css));
  const bare = withTitleBreaks(withWholeNames(html.replaceAll(STYLE, EMPTY_STYLE)), cut);
  const tree = pageTree(bare);
  const classes = classesOf(tree);
  const worn = styles.map((sheet) => rulesWorn(sheet, classes));
  const asked = new Set([...coloursAsked(bare), ...worn.flatMap((parts) => parts.flatMap(({ asks }) => asks))]);
  const own = worn.map((parts) => `<style>${styleText(parts, asked)}</style>`);
  const { heading, own: title, scripts } = displayedCharacters(tree);
  const copy = copyOf(tree);
  return {
    html: bare.replace(SHARED, '').replaceAll(EMPTY_STYLE, () => own.shift() ?? ''),
    characters: {
      heading: uniqueCharacters(heading),
      own: uniqueCharacters(title),
      scripts: uniqueCharacters(scripts),
    },
    search: copy && indexCopy(copy),
    shared: sharedOn(tree),
    unfit: unfitOnPage(tree),
  };
}

const SHARED = new RegExp(`<meta name="${SHARED_LINE}" content="[^"]*">\\s*`);

/** What the pictures of a page show, as its head says for the build alone. */
export function sharedOn(tree: Node): SharedPage | null {
  const line = elementsOf(tree).find((one) => one.tagName === 'meta' && attribute(one, 'name') === SHARED_LINE);
  const told = line && attribute(line, 'content');
  return told === undefined ? null : (JSON.parse(told) as SharedPage);
}

/** All classes of a page: its own, and those that its scripts add, which it names in `data-classes`. */
function classesOf(tree: Node): Set<string> {
  const classes = new Set<string>();
  for (const element of elementsOf(tree)) {
    for (const key of ['class', 'data-classes']) {
      for (const name of attribute(element, key)?.split(/\s+/) ?? []) classes.add(name);
    }
  }
  return classes;
}

/**
 * A finished page as it is served: with the font of its own title, if it has one, and a policy that allows its own styles
 * and scripts and no others, which is as strict as it can be and saves three quarters of a kilobyte that no compression
 * shrinks.
 * @param titleFont address of the font; null: the common fonts hold all it needs
 */
export function sealPage(html: string, titleFont: string | null): string {
  return withOwnPolicy(titleFont === null ? html : withTitleFont(html, titleFont));
}

/** The page with one more font face, at the end of its first style: the stylesheet names the family already. */
function withTitleFont(html: string, address: string): string {
  const face = `@font-face{font-family:"Heading Own";src:url("${address}") format("woff2");font-display:swap;font-weight:900}`;
  return html.replace('</style>', `${face}</style>`);
}
