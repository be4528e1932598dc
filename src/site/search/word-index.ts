import { SEPARATOR } from '#domain/search/tokens.ts';
import { CborWriter } from './cbor.ts';

/** Words of an index that stand next to each other: what one file of it holds. */
export interface WordChunk {
  /** The first word and the last one, as far as they must be told from their neighbours in other chunks. */
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** As soon as so much stands in a chunk, the next one begins: every spelling, every page and every place counts one. */
const CHUNK = 20_000;

/** Before places in the text, their weight: all words weigh the same, which is 24, and is written less one and below zero. */
const IN_TEXT = -25;

/** Before places in the title: it is the first of the things that are searched besides the text, less one and below zero. */
const IN_TITLE = -1;

/** The pages on which one spelling of a word stands, and where, written as a chunk holds them. */
class Places {
  /** On the page that is being read. */
  readonly text: number[] = [];
  readonly title: number[] = [];
  /** What it counts for in a chunk. */
  size = 0;
  /** The first page. */
  readonly first: number;
  private pages = 0;
  private last = 0;
  private readonly bytes = new CborWriter();

  constructor(first: number) {
    this.first = first;
  }

  /** Whether it has not been met on the page that is being read. */
  isNew(): boolean {
    return this.text.length === 0 && this.title.length === 0;
  }

  /** Writes down where it stands on the page; what follows is of a later one. */
  endPage(page: number): void {
    this.bytes.list(3);
    this.bytes.number(page - this.last);
    this.writePlaces(IN_TEXT, this.text);
    this.writePlaces(IN_TITLE, this.title);
    this.last = page;
    this.pages += 1;
    this.size += 1;
  }

  writeTo(chunk: CborWriter): void {
    chunk.list(this.pages);
    chunk.add(this.bytes);
  }

  /** Each by its distance from the one before. */
  private writePlaces(mark: number, places: number[]): void {
    this.bytes.list(places.length === 0 ? 0 : places.length + 1);
    if (places.length === 0) return;
    this.bytes.number(mark);
    let before = 0;
    for (const place of places) {
      this.bytes.number(place - before);
      before = place;
    }
    this.size += places.length + 1;
    places.length = 0;
  }
}

/** A word without its accents and marks. */
class Word {
  /** Where it stands without any. */
  readonly plain = new Places(0);
  /** Where it stands with some, by spelling. */
  readonly spellings = new Map<string, Places>();
  readonly bare: string;

  constructor(bare: string) {
    this.bare = bare;
  }

  /** Where a spelling of it stands, which is met on this page for the first time or not. */
  places(spelling: string, page: number): Places {
    if (spelling === this.bare) return this.plain;
    const known = this.spellings.get(spelling);
    if (known) return known;
    const places = new Places(page);
    this.spellings.set(spelling, places);
    return places;
  }

  get size(): number {
    return [...this.spellings.values()].reduce((sum, { size }) => sum + size + 1, this.plain.size);
  }

  writeTo(chunk: CborWriter): void {
    chunk.list(3);
    chunk.text(this.bare);
    this.plain.writeTo(chunk);
    chunk.list(this.spellings.size);
    const sorted = byCodePoints([...this.spellings], ([spelling]) => spelling);
    for (const [spelling, places] of sorted.sort(([, a], [, b]) => a.first - b.first)) {
      chunk.list(2);
      chunk.text(spelling);
      places.writeTo(chunk);
    }
  }
}

/** The words of pages, and where they stand. */
export class WordIndex {
  private readonly words = new Map<string, Word>();
  /** What a word of the copies is filed as: there are few words, and each stands in many places. */
  private readonly filed = new Map<string, readonly Places[]>();
  private readonly units: (readonly Places[] | undefined)[] = Array.from({ length: 0x10000 });
  private pages = 0;

  /** Reads the next page: the words of its text, and its title, which is parted by white space only. */
  addPage(content: string, title: string): void {
    const found: Places[] = [];
    let at = 0;
    for (let start = 0, end = 0; end < content.length; start = end + 1, at += 1) {
      end = content.indexOf(SEPARATOR, start);
      if (end === -1) end = content.length;
      const all =
        end - start === 1 ? this.placesOfUnit(content.charCodeAt(start)) : this.placesOf(content.slice(start, end));
      for (const places of all) {
        if (places.isNew()) found.push(places);
        places.text.push(at);
      }
    }
    for (const [place, word] of title.split(' ').entries()) {
      for (const places of this.placesOf(word)) {
        if (places.isNew()) found.push(places);
        places.title.push(place);
      }
    }
    for (const places of found) places.endPage(this.pages);
    this.pages += 1;
  }

  /** All words in their order. The bytes of a chunk are made when it is asked for: it need not wait for the others. */
  *chunks(): Generator<WordChunk> {
    const chunks: { words: Word[] }[] = [];
    let room = 0;
    for (const word of byCodePoints([...this.words.values()], ({ bare }) => bare)) {
      if (room <= 0) {
        chunks.push({ words: [] });
        room = CHUNK;
      }
      chunks.at(-1)?.words.push(word);
      room -= word.size;
    }
    const ends = chunks.map(({ words }) => ({ first: words[0]?.bare ?? '', last: words.at(-1)?.bare ?? '' }));
    for (const [i, { words }] of chunks.entries()) {
      yield {
        from: told(ends[i]?.first ?? '', ends[i - 1]?.last),
        to: told(ends[i]?.last ?? '', ends[i + 1]?.first),
        bytes: chunkBytes(words),
      };
    }
  }

  /** Most words are one character: they are found by their number. */
  private placesOfUnit(unit: number): readonly Places[] {
    const known = this.units[unit];
    if (known) return known;
    const places = this.placesOf(String.fromCharCode(unit));
    this.units[unit] = places;
    return places;
  }

  private placesOf(word: string): readonly Places[] {
    const known = this.filed.get(word);
    if (known) return known;
    const places = spellingsOf(word.trimEnd()).map((spelling) =>
      this.wordOf(bareOf(spelling)).places(spelling, this.pages),
    );
    this.filed.set(word, places);
    return places;
  }

  private wordOf(bare: string): Word {
    const known = this.words.get(bare);
    if (known) return known;
    const word = new Word(bare);
    this.words.set(bare, word);
    return word;
  }
}

function chunkBytes(words: readonly Word[]): Uint8Array {
  const chunk = new CborWriter();
  chunk.list(1);
  chunk.list(words.length);
  for (const word of words) word.writeTo(chunk);
  return chunk.written();
}

/** As much of a word as tells it from its neighbour in another chunk. */
function told(word: string, neighbour: string | undefined): string {
  if (neighbour === undefined) return word;
  const [own, others] = [[...word], [...neighbour]];
  const same = own.findIndex((character, i) => character !== others[i]);
  return same === -1 ? word : own.slice(0, same + 1).join('');
}

const LETTER = /[\p{Alphabetic}\p{N}]/u;
/** What joins words in the writing of programs: Pagefind searches it though it is no letter. */
const JOINS = /[_‿⁀⁔︳︴﹍﹎﹏＿]/u;
const CAPITAL = /\p{Uppercase}/u;
/** One emoji; not the parts of which some are put together. */
const EMOJI = /^(?!\p{Emoji_Component})\p{Emoji}$/u;
/** Pagefind knows those of Unicode 16. */
const LATER_EMOJI = /[\u{1f6d8}\u{1fa8a}\u{1fa8e}\u{1fac8}\u{1facd}\u{1faea}\u{1faef}]/u;

/**
 * What a word of the copies, or those of a title that stand together, is filed as: its letters and digits in lower case,
 * and where it holds anything else, once more as it stands, and each emoji for itself.
 */
function spellingsOf(word: string): string[] {
  const characters = [...word];
  const letters = characters
    .filter((character) => LETTER.test(character) || JOINS.test(character))
    .map(lowerCase)
    .join('');
  if (characters.every((character) => LETTER.test(character))) return letters === '' ? [] : [letters];
  const whole = word.toLowerCase();
  const emoji = characters.filter(isEmoji);
  return letters === '' || letters.startsWith(whole)
    ? [...(letters === '' ? [] : [letters]), ...emoji]
    : [letters, whole, ...emoji];
}

/** A title letter (`ǅ`) has no capital to be lowered. */
function lowerCase(character: string): string {
  return CAPITAL.test(character) ? character.toLowerCase() : character;
}

function isEmoji(character: string): boolean {
  return EMOJI.test(character) && !LATER_EMOJI.test(character);
}

/** A word without accents and marks; kana keep their voicing, which makes another letter of them. */
function bareOf(spelling: string): string {
  return spelling
    .normalize('NFD')
    .replaceAll(/(?![\u3099\u309a])\p{M}/gu, '')
    .replaceAll(/[^\u200b][\u3099\u309a]/gu, (kana) => kana.normalize('NFC'));
}

/** Sorted as Pagefind and the browser sort; UTF-16 puts some of the last characters before others. */
export function byCodePoints<T>(things: readonly T[], textOf: (thing: T) => string): T[] {
  const keyed = things.map((thing) => ({ thing, key: Buffer.from(textOf(thing)) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ thing }) => thing);
}
