import type { Block, BlockPlace, Inline, LeftOut, TableCell, TextBlock } from '#stories/manuscript/manuscript.ts';
import type { Shown } from '../drawings/drawn.ts';

/** Where a picture stands and how it is shown; its bytes are looked at when the whole document has been read. */
export interface PictureUse {
  /** The same for the same bytes shown the same way. */
  readonly key: string;
  /** Name of its part; null: it lies outside, at `address`, or nowhere. */
  readonly part: string | null;
  readonly address: string;
  readonly shown: Shown;
  readonly place: BlockPlace;
  readonly alt: string;
  /** Whether it only stands for an object that is named already. */
  readonly preview: boolean;
}

/** What was left out, while words may still come to it. */
export interface LeftDraft {
  readonly place: BlockPlace | null;
  readonly what: string;
  words: string;
}

/** A place whose words are known when its block has come to its end. */
export interface PlaceDraft {
  block: number;
  words: string;
}

/** A link, the same for all its words. `href` null: it is not taken. */
export interface LinkDraft {
  readonly href: string | null;
  readonly left: LeftDraft | null;
}

type Plain = Exclude<Inline, { type: 'link' }>;

/** A piece of a paragraph as it comes. `page`: a new page or column, which is a new line where words stand on both sides. */
export interface Piece {
  readonly inline: Plain | { readonly type: 'page' };
  readonly link: LinkDraft | null;
  readonly size: number | null;
}

/** Characters that nobody sees: what they do to others in a sentence a story does not need. */
const UNSEEN = /[\u00ad\u200b\u2060-\u2064\ufeff]/gu;
/** Those that turn what stands beside them, and those that no text has. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2065-\u206f\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e0fff}]/gu;

/** A text without what nobody sees, and whether some of that turns or hides other words. */
export function seenText(text: string): { readonly text: string; readonly controls: boolean } {
  const plain = text.replaceAll(UNSEEN, '');
  const seen = plain.replaceAll(CONTROLS, '');
  return { text: seen, controls: seen.length < plain.length };
}

const FIRST_WORDS = 24;
const MOST_WORDS = 80;

/** At most so many characters, a sign of what was cut behind them. */
export function shortened(words: string, most: number): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim();
  const letters = [...plain.slice(0, most * 2)];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : plain;
}

const wordsIn = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text'
        ? inline.text
        : inline.type === 'link'
          ? wordsIn(inline.inlines)
          : inline.type === 'tab' || inline.type === 'break'
            ? ' '
            : '',
    )
    .join('');

type Letters = Plain & { type: 'text' };

const sameLook = (a: Letters, b: Letters): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.strike === b.strike &&
  a.underline === b.underline &&
  a.position === b.position;

/** Inlines with neighbours of the same look in one. */
function joined(inlines: readonly Plain[]): Plain[] {
  const found: Plain[] = [];
  for (const inline of inlines) {
    const last = found.at(-1);
    if (last?.type === 'text' && inline.type === 'text' && sameLook(last, inline))
      found[found.length - 1] = { ...last, text: last.text + inline.text };
    else found.push(inline);
  }
  return found;
}

/** Pages and columns: a new line between words, else nothing. */
function withoutPages(pieces: readonly Piece[]): Piece[] {
  const isContent = ({ inline }: Piece) => inline.type !== 'page' && inline.type !== 'break';
  const last = pieces.findLastIndex(isContent);
  const first = pieces.findIndex(isContent);
  return pieces.flatMap((piece, i) => {
    if (piece.inline.type !== 'page') return [piece];
    const between = first >= 0 && i > first && i < last;
    return between ? [{ ...piece, inline: { type: 'break' } as const }] : [];
  });
}

/** Pieces as a draft has them: neighbours joined, those of one link inside it. */
export function inlinesOf(all: readonly Piece[]): Inline[] {
  const pieces = withoutPages(all);
  const found: Inline[] = [];
  for (let at = 0; at < pieces.length; ) {
    const link = pieces[at]?.link ?? null;
    const group: Plain[] = [];
    for (; at < pieces.length && (pieces[at]?.link ?? null) === link; at++) group.push(pieces[at]?.inline as Plain);
    const href = link?.href ?? null;
    // A link is underlined by what it is.
    const inside =
      href === null ? group : group.map((one) => (one.type === 'text' ? { ...one, underline: false } : one));
    const inlines = joined(inside);
    // One by one: all of them at once are more than a call takes.
    if (href === null) for (const one of inlines) found.push(one);
    else found.push({ type: 'link', href, inlines });
  }
  // What stands on both sides of a link that is not taken belongs together.
  return joinedBeside(found);
}

function joinedBeside(inlines: readonly Inline[]): Inline[] {
  const found: Inline[] = [];
  let run: Plain[] = [];
  for (const inline of inlines) {
    if (inline.type === 'link') {
      for (const one of joined(run)) found.push(one);
      found.push(inline);
      run = [];
    } else run.push(inline);
  }
  return [...found, ...joined(run)];
}

/** Size of most letters, and whether all of them are bold. */
export function looksOf(pieces: readonly Piece[]): Pick<TextBlock, 'size' | 'bold'> {
  const sizes = new Map<number, number>();
  let letters = 0;
  let bold = true;
  for (const { inline, size } of pieces) {
    if (inline.type !== 'text') continue;
    const length = inline.text.replaceAll(/\s/g, '').length;
    if (length === 0) continue;
    letters += length;
    bold &&= inline.bold;
    if (size !== null) sizes.set(size, (sizes.get(size) ?? 0) + length);
  }
  const most = [...sizes].sort(([, a], [, b]) => b - a)[0];
  return { size: most?.[0] ?? null, bold: letters > 0 && bold };
}

/** Thrown where a document holds more than a draft ever does. */
export class TooLong extends Error {}

/** More blocks, more pieces in one of them, and more notes than any story has. */
const MOST_BLOCKS = 12_000;
const MOST_PIECES = 4_000;
const MOST_NOTES = 2_000;

/** Characters, those of addresses too: twice as many as the longest story has. */
const MOST_LETTERS = 300_000;

/** What is being made of a document: counts its blocks, keeps what was left out in order. */
export class Draft {
  readonly left: (LeftDraft | PictureUse)[] = [];
  /** Ids of notes in the order of their marks, with the mark that a writer chose; '': a number. */
  readonly notes = new Map<string, string>();
  #blocks = 0;
  #letters = 0;
  #words = '';

  /** Counts characters before anything is made of them. */
  take(letters: number): void {
    this.#letters += letters;
    if (this.#letters > MOST_LETTERS) throw new TooLong();
  }

  /** A place for a block that begins. */
  begin(): PlaceDraft {
    return { block: this.#blocks + 1, words: this.#words };
  }

  /** A block that comes to its end takes its number and, where it has any, its own words. */
  count(place: PlaceDraft, inlines: readonly Inline[]): void {
    if (++this.#blocks > MOST_BLOCKS || inlines.length > MOST_PIECES || this.notes.size > MOST_NOTES)
      throw new TooLong();
    place.block = this.#blocks;
    const words = shortened(wordsIn(inlines), FIRST_WORDS);
    if (words !== '') this.#words = words;
    place.words = this.#words;
  }

  /** A paragraph of which nothing is left stands where the one before it does. */
  drop(place: PlaceDraft): void {
    place.block = Math.max(1, this.#blocks);
    place.words = this.#words;
  }

  /** Where the last block stands. */
  lastPlace(): BlockPlace | null {
    return this.#blocks === 0 ? null : { block: this.#blocks, words: this.#words };
  }

  /** Something that is not taken; what is like the last of the same place is added to it. */
  leave(what: string, words: string, place: BlockPlace | null, between = ''): LeftDraft {
    const last = this.left.at(-1);
    const { text } = seenText(words);
    if (last && !('key' in last) && last.what === what && last.place === place && place !== null) {
      addWords(last, text, between);
      return last;
    }
    const draft: LeftDraft = { place, what, words: '' };
    addWords(draft, text);
    this.left.push(draft);
    return draft;
  }
}

/** Adds words to what was left out, as many as will be told. */
export function addWords(draft: LeftDraft, words: string, between = ''): void {
  if (draft.words.length > MOST_WORDS * 2 || words === '') return;
  draft.words += (draft.words === '' ? '' : between) + words;
}

/** What was left out as it is told. */
export const leftOut = ({ place, what, words }: LeftDraft): LeftOut => ({
  place: place && { block: place.block, words: place.words },
  what,
  words: shortened(words, MOST_WORDS),
});

/** Blocks with each inline replaced by what it becomes; none: it goes. */
export function mapInlines(blocks: readonly Block[], become: (inline: Inline) => readonly Inline[]): Block[] {
  const all = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) =>
      inline.type === 'link' ? [{ ...inline, inlines: all(inline.inlines) }] : become(inline),
    );
  return blocks.map((block): Block => {
    if (block.type === 'paragraph') {
      const { block: number, words } = block.place;
      return { ...block, place: { block: number, words }, inlines: all(block.inlines) };
    }
    const cell = (one: TableCell): TableCell => ({ ...one, blocks: mapInlines(one.blocks, become) });
    return {
      ...block,
      place: { block: block.place.block, words: block.place.words },
      rows: block.rows.map((row) => row.map(cell)),
    };
  });
}
