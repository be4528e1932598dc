import { isLanguage } from '#domain/places/language-name.ts';
import { attribute, type Element, type Node } from '../pages/page-tree.ts';
import { scriptLetters } from './script-fonts.ts';

/** The texts that a page shows in the site's own fonts; all other text is set in the reader's system fonts. */
export interface DisplayedCharacters {
  /** In the heading serif: h1–h4, anything with class `song`, SVG text with the serif as its font. */
  heading: string;
  /** In the heading serif too, but on this page alone: anything with class `own-title`. */
  own: string;
  /** In the fonts of other scripts: their letters, wherever they stand. */
  scripts: string;
}

/** `reader`: set in the reader's fonts, headings too; `scripts`: a name in another language. */
type Face = keyof DisplayedCharacters | 'reader' | undefined;

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);
/** What grows with the archive is set in the reader's own serif: the text of a story, long titles, titles in lists. */
const READERS_OWN = ['prose', 'shelf', 'wall', 'long-title'];
/** Never drawn as text in the page. */
const UNSEEN = new Set(['script', 'style', 'title', 'desc', 'template', 'noscript']);

/** Reads one page. A `<title>` or `<desc>` inside an SVG is not drawn and does not count. */
export function displayedCharacters(page: Node): DisplayedCharacters {
  const found: DisplayedCharacters = { heading: '', own: '', scripts: '' };
  collect(page, undefined, found);
  return found;
}

function collect(node: Node, face: Face, found: DisplayedCharacters): void {
  if (node.nodeName === '#text' && 'value' in node) {
    if (face === 'heading' || face === 'own') found[face] += node.value;
    // Few readers have a font for them: the site's own serves wherever such a letter stands, in a source line too.
    found.scripts += scriptLetters(node.value);
  }
  if (!('childNodes' in node)) return;
  let inner = face;
  if ('tagName' in node) {
    if (UNSEEN.has(node.tagName)) return;
    inner = faceOf(node, face);
  }
  for (const child of node.childNodes) collect(child, inner, found);
}

/** The face of an element's own text, given that of its parent: the nearest statement counts. */
function faceOf(element: Element, inherited: Face): Face {
  const lang = attribute(element, 'lang');
  const family = attribute(element, 'font-family');
  if (family?.includes('--bo') || (lang !== undefined && isLanguage(lang.split('-')[0] ?? ''))) return 'scripts';
  if (family !== undefined) return family.includes('--serif') ? 'heading' : undefined;
  const classes = attribute(element, 'class')?.split(/\s+/) ?? [];
  if (classes.includes('sans')) return undefined;
  if (classes.includes('own-title')) return 'own';
  if (classes.includes('song')) return 'heading';
  if (inherited === 'reader' || READERS_OWN.some((name) => classes.includes(name))) return 'reader';
  if (HEADINGS.has(element.tagName)) return 'heading';
  // Back to Chinese inside such a name: the heading face is not assumed, its own class would have to say so.
  return lang !== undefined && inherited === 'scripts' ? undefined : inherited;
}
