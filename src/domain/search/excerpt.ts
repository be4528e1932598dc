import type { FoundPage, IndexedPage } from './engine.ts';
import type { Phrase } from './fold-text.ts';
import type { Folding } from './folding.ts';
import type { Hit, Piece, Shown } from './found.ts';
import { blocksOf, inside, marksIn, type Stretch } from './page-blocks.ts';
import { cutAround, joinPieces, piecesOf, type Text } from './pieces.ts';
import { baseOfWord, shownWord } from './tokens.ts';

/** A shorter block says little by itself: the next one is shown with it. */
const SHORT = 20;
const ENDS = /[。！？；…]["”’）]?$/u;
/** A part of a page says something of what was found where so many more words stand in it. */
const MORE_WORDS = 4;
/** Other paragraphs of a page that are offered with it. */
const MOST_OTHERS = 3;

/** A hit with its title and its best paragraph, where what was found is marked. */
export function excerptOf(
  page: IndexedPage,
  hit: Hit,
  phrases: readonly Phrase[],
  folding: Folding,
  standing: FoundPage,
): Shown {
  const bases = page.words.map(baseOfWord);
  const marks = ownMarks(marksIn(bases, phrases), hit);
  const text: Text = { words: page.words, marks, folding };
  const blocks = blocksOf(page.words).filter(({ from }) => from >= standing.title);
  const marked = blocks.filter((block) => inside(marks, block).length > 0);
  const best = bestOf(marked, text, bases);
  const id = best ? idAt(page, best, marks) : '';
  return {
    href: hrefOf(page, id),
    kind: page.facets.kind?.[0] ?? '',
    title: piecesOf(text, { from: 0, to: standing.title }),
    excerpt: excerptFrom(text, blocks, best ?? blocks[0], hit.inTitle),
    others: othersOf(page, text, marked, id),
    cities: page.facets.city ?? [],
  };
}

/** The marks where the hit was found: a related page may hold words for which another one is offered. */
function ownMarks(marks: readonly Stretch[], { at }: Hit): readonly Stretch[] {
  const found = new Set(at);
  const own = marks.filter(({ from }) => found.has(from));
  return own.length > 0 ? own : marks;
}

/** The block with the most different things found, then one that says something, then with the most of them, then the first. */
function bestOf(marked: readonly Stretch[], text: Text, bases: readonly string[]): Stretch | undefined {
  const scored = marked.map((block) => {
    const here = inside(text.marks, block);
    const kinds = new Set(here.map(({ from, to }) => bases.slice(from, to).join(' '))).size;
    const says = Number(isSentence(text, block));
    return { block, kinds, says, marked: here.reduce((sum, { from, to }) => sum + to - from, 0) };
  });
  return scored.sort((a, b) => b.kinds - a.kinds || b.says - a.says || b.marked - a.marked)[0]?.block;
}

/**
 * The paragraph itself. A label (the name of a row, a link in a list) tells nothing: what the page says first stands there
 * instead, behind the label where the title does not hold the words already; a short sentence has the next one beside it.
 */
function excerptFrom(
  text: Text,
  blocks: readonly Stretch[],
  block: Stretch | undefined,
  named: boolean,
): readonly Piece[] {
  if (!block) return [];
  const pieces = cutAround(text, block);
  if (block.to - block.from >= SHORT) return pieces;
  const says = isSentence(text, block);
  const after = says ? blocks.filter(({ from }) => from >= block.to).slice(0, 1) : blocks;
  const others = after.filter((other) => other !== block && isSentence(text, other));
  // What a picture shows is as long as a sentence, and is none.
  const further = others.find((other) => endsSentence(text, other)) ?? others[0];
  if (!further) return pieces;
  const more = cutAround(text, further);
  if (named && !says) return more;
  return joinPieces([...pieces, { text: '　', mark: false }, ...more]);
}

/** Whether a block says something: it ends as a sentence does, or is as long as one. */
const isSentence = (text: Text, block: Stretch) => block.to - block.from >= SHORT || endsSentence(text, block);

function endsSentence({ words, folding }: Text, { from, to }: Stretch): boolean {
  const last = words.slice(Math.max(from, to - 2), to).map((word) => shownWord(word, folding));
  return ENDS.test(last.join('').trim());
}

/** Other blocks with an address of their own, each once. */
function othersOf(page: IndexedPage, text: Text, marked: readonly Stretch[], id: string): Shown['others'] {
  const known = new Set(['', id]);
  const others = marked.filter((block) => {
    const found = inside(text.marks, block).reduce((sum, { from, to }) => sum + to - from, 0);
    if (block.to - block.from < found + MORE_WORDS) return false;
    const own = idAt(page, block, text.marks);
    return !known.has(own) && known.add(own);
  });
  return others.slice(0, MOST_OTHERS).map((block) => ({
    href: hrefOf(page, idAt(page, block, text.marks)),
    excerpt: cutAround(text, block),
  }));
}

/** The address of the part of the page in which the first mark of a block stands. */
function idAt({ anchors }: IndexedPage, block: Stretch, marks: readonly Stretch[]): string {
  const mark = inside(marks, block)[0] ?? block;
  let last = { id: '', at: -1 };
  for (const anchor of anchors) if (anchor.at <= mark.from && anchor.at >= last.at) last = anchor;
  return last.id;
}

function hrefOf({ url }: IndexedPage, id: string): string {
  return id === '' ? url : `${url}#${id}`;
}
