import { type Element, elementsOf, type Node } from './page-tree.ts';

/** Something on a page that no reader should meet, with the words around it. */
export interface UnfitWord {
  readonly word: string;
  /** The sentence or attribute it stands in, cut where it is long. */
  readonly around: string;
}

/** A value that came out as nothing: the engine printed it, for nobody writes so. */
const NOTHING = /(?<![\w$.-])(?:undefined|NaN|\[object \w+\])(?![\w$])/;
/** What has the form of an address inside the document; behind `#` it is one, and printed for who wants to link. */
const ADDRESS = /(?<![\w#/.@-])(?:c|a\d+)-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w@-])/g;

/** Attributes that are read to someone, or shown. */
const SAID = new Set(['alt', 'title', 'aria-label', 'content', 'data-label', 'placeholder', 'summary']);
/** Here a value that is nothing leads nowhere. */
const LEADS = new Set(['href', 'src', 'srcset', 'action', 'datetime', 'id', 'for', 'value']);
/** What an editor writes as it is: code may say undefined. */
const AS_WRITTEN = new Set(['script', 'style', 'code', 'pre', 'textarea']);

const MOST = 40;
const cut = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text).replaceAll(/\s+/g, ' ').trim();

/** The slips in some words: values that came out as nothing, and what may be an address that should have been words. */
export function unfitWords(text: string): UnfitWord[] {
  const nothing = NOTHING.exec(text);
  const addresses = [...text.matchAll(ADDRESS)];
  return [...(nothing ? [nothing] : []), ...addresses].map(({ 0: word, index }) => ({
    word,
    around: cut(text.slice(Math.max(0, index - MOST / 2))),
  }));
}

function ofAttributes({ attrs }: Element): UnfitWord[] {
  return attrs.flatMap(({ name, value }) => {
    if (SAID.has(name)) return unfitWords(value);
    if (!LEADS.has(name)) return [];
    const nothing = NOTHING.exec(value);
    return nothing ? [{ word: nothing[0], around: cut(value) }] : [];
  });
}

function ofText(node: Node, found: UnfitWord[]): void {
  if ('tagName' in node && AS_WRITTEN.has(node.tagName)) return;
  if (node.nodeName === '#text' && 'value' in node) found.push(...unfitWords(node.value));
  if ('childNodes' in node) for (const child of node.childNodes) ofText(child, found);
}

/** All slips of a page, in what is shown and in what is read aloud; each once. */
export function unfitOnPage(tree: Node): UnfitWord[] {
  const all = elementsOf(tree).flatMap(ofAttributes);
  ofText(tree, all);
  return [...new Map(all.map((one) => [`${one.word} ${one.around}`, one])).values()];
}

/** Where slips were found: the file of the site, `index.html` of a folder left out. */
export interface UnfitFile extends UnfitWord {
  readonly file: string;
}

const MOST_TOLD = 10;

/** A page or a table shows what nobody can read; the message is for a clerk. */
export class UnfitSite extends Error {
  override readonly name = 'UnfitSite';
  constructor(found: readonly UnfitFile[]) {
    const lines = found
      .slice(0, MOST_TOLD)
      .map(({ file, word, around }) => `  /${file.replace(/index\.html$/, '')}：现在是“${word}”，在“${around}”里。`);
    const more = found.length > MOST_TOLD ? `\n  另有${found.length - MOST_TOLD}处。` : '';
    super(
      `没有生成网站：有网页印出了读者看不懂的字，应当是一个数、一个名字或者“第几条”这样的出处。\n${lines.join('\n')}${more}\n` +
        '怎么改：多半是这一处用到的内容少了一项，先看 plan/body.yaml 里那一段有没有序号（没有就写 number），再看写到它的项目、稿件；' +
        '稿件里确实要写这个词的，两边各加一个反引号；都没有错，就是程序的错，把这几行告诉维护人。',
    );
  }
}
