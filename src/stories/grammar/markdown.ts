import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { storyAddresses } from './addresses.ts';
import { plainPhotos, siteLinks } from './links.ts';
import { storyText } from './text.ts';

/**
 * How stories are written, in one list for all who read them: the check, the pages and the feed. GitHub's tables,
 * footnotes and struck words, where `～` written as `~` strikes nothing; stars beside Chinese punctuation count, and a
 * bare address ends where Chinese or a pair of stars begins.
 */
export const storyGrammar: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  storyAddresses,
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
];

/** The grammar with all that turns what was written into what was meant; `base` is the path the site lies under. */
export const storyPlugins = (base: string): PluggableList => [
  ...storyGrammar,
  storyText,
  [siteLinks, base],
  plainPhotos,
];

/** Words of the footnotes at the end of a story. */
export const FOOTNOTES = { footnoteLabel: '注释', footnoteBackLabel: '回到正文', clobberPrefix: 'note-' } as const;

const parser = unified().use(remarkParse).use(remarkMdx).use(storyGrammar).freeze();
const makeReader = (base: string) => unified().use(storyPlugins(base)).freeze();
const readers = new Map<string, ReturnType<typeof makeReader>>();

function reader(base: string): ReturnType<typeof makeReader> {
  const made = readers.get(base) ?? makeReader(base);
  readers.set(base, made);
  return made;
}

/** The Markdown as written, with positions. Throws the parser's message, in English, on what is no MDX. */
export const parseStory = (source: string): Root => parser.parse(source) as Root;

/** Makes of a tree from `parseStory` what was meant, in place; links get their base. Throws nothing. */
export const meantStory = (tree: Root, base: string): Root => reader(base).runSync(tree) as Root;

/** The Markdown as meant, links with their base: what a feed or another medium is made of. Throws as `parseStory`. */
export const readStory = (source: string, base: string): Root => meantStory(parseStory(source), base);
