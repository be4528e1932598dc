import type { Folding } from './folding.ts';
import type { Piece } from './found.ts';
import { inside, type Stretch } from './page-blocks.ts';
import { shownWord } from './tokens.ts';

/** The words of a page with what is marked in them. */
export interface Text {
  readonly words: readonly string[];
  readonly marks: readonly Stretch[];
  readonly folding: Folding;
}

/** How much is shown around what was found, in characters of the width of a Han character. */
const WIDTH = 60;
/** How much of it before what was found. */
const BEFORE = 16;
/** A word in Latin letters is not cut, unless it is longer than any word. */
const LONGEST_WORD = 24;
const NARROW = /^[\p{Script=Latin}\p{Nd}]/u;
/** A letter or a number after which no white space stands. */
const LETTERS = /^[\p{Script=Latin}\p{Nd}]\S*$/u;
const CUT: Piece = { text: '……', mark: false };

/** A stretch in pieces: what is marked and what is not, in turn; together they read like the page. */
export function piecesOf(text: Text, stretch: Stretch): Piece[] {
  const pieces: Piece[] = [];
  let at = stretch.from;
  for (const mark of inside(text.marks, stretch)) {
    pieces.push(
      { text: shown(text, at, mark.from), mark: false },
      { text: shown(text, mark.from, mark.to), mark: true },
    );
    at = mark.to;
  }
  pieces.push({ text: shown(text, at, stretch.to).trimEnd(), mark: false });
  return joinPieces(pieces);
}

/** What surrounds the first mark of a block, with `……` where the block goes on. */
export function cutAround(text: Text, block: Stretch): Piece[] {
  const cut = stretchAround(text, block);
  return joinPieces([
    ...(cut.from > block.from ? [CUT] : []),
    ...piecesOf(text, cut),
    ...(cut.to < block.to ? [CUT] : []),
  ]);
}

/** Pieces without empty ones; white space is never marked, and what is not marked is one piece. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const apart = pieces.flatMap(({ text, mark }) => {
    const bare = mark ? text.trimEnd() : text;
    return [
      { text: bare, mark },
      { text: text.slice(bare.length), mark: false },
    ];
  });
  const whole: Piece[] = [];
  for (const piece of apart) {
    const last = whole.at(-1);
    if (piece.text === '') continue;
    if (last && !last.mark && !piece.mark) whole[whole.length - 1] = { text: last.text + piece.text, mark: false };
    else whole.push(piece);
  }
  return whole;
}

function stretchAround(text: Text, block: Stretch): Stretch {
  const mark = inside(text.marks, block)[0] ?? { from: block.from, to: block.from };
  const before = backBy(text, mark.from, BEFORE, block.from);
  const end = Math.max(onBy(text, before, WIDTH, block.to), mark.to);
  const from = end === block.to ? Math.min(before, backBy(text, end, WIDTH, block.from)) : before;
  const straddling = text.marks.find((other) => other.from < end && other.to > end);
  return {
    from: wordEdge(text, from, -1, block),
    to: wordEdge(text, straddling?.to ?? end, 1, block),
  };
}

function shown({ words, folding }: Text, from: number, to: number): string {
  const stretch = words.slice(from, to).map((word) => shownWord(word, folding));
  return stretch.join('');
}

function widthOf({ words }: Text, at: number): number {
  const word = words[at] ?? '';
  return NARROW.test(word) ? word.length / 2 : 1;
}

function onBy(text: Text, from: number, width: number, last: number): number {
  let at = from;
  for (let wide = 0; at < last && wide < width; at += 1) wide += widthOf(text, at);
  return at;
}

function backBy(text: Text, from: number, width: number, first: number): number {
  let at = from;
  for (let wide = 0; at > first && wide < width; at -= 1) wide += widthOf(text, at - 1);
  return at;
}

/** The nearest place in a direction that is not between two letters of a word. */
function wordEdge({ words }: Text, at: number, step: 1 | -1, { from, to }: Stretch): number {
  const between = (i: number) => LETTERS.test(words[i - 1] ?? '') && NARROW.test(words[i] ?? '');
  let edge = at;
  for (let i = 0; i < LONGEST_WORD && edge > from && edge < to && between(edge); i += 1) edge += step;
  return edge;
}
