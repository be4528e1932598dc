import { namesInTitles } from '#domain/programme/names-in-titles.ts';
import type { Content } from '#domain/programme/programme.ts';
import { segmentsOf } from '#domain/search/segments.ts';

/** Cuts a title into pieces that stay whole wherever its lines or columns end; joined they are the title again. */
export type TitlePieces = (title: string) => readonly string[];

/** A name is kept whole up to so many characters: the narrowest phone holds no more of a large heading in one line. */
const LONGEST_NAME = 7;
/** Single characters that the dictionary knows no word for are taken together up to so many. */
const LONGEST_LOOSE = 4;

/** So many titles are remembered: the memory of a build must not grow with its stories. */
const MOST_KNOWN = 4096;
/** A number stays with what it counts: 12个, 二十八根. A longer word after it is another matter. */
const LONGEST_COUNTED = 2;

const HAN_ONE = /^\p{Script=Han}$/u;
const OPENING = /[“‘《〈「『（(【]$/u;
const OPENED = /^[“‘《〈「『（(【]+/u;
const NUMBER = /[\d.,]$/u;
const HAN_NUMBER = /^(?:[第每这那某各]|第?[一二三四五六七八九十百千万两几半〇零]+)$/u;
/** What belongs to the word before it: no line begins with it. */
const PARTICLE = /^(?:[地得了着过们吗呢吧啊呀嘛么等]|得很|的.?)$/u;
/** What makes a longer name of a name: 丙乡小学校 is a school, 丙乡人 whoever lives there. */
const OF_NAME = /^[委市县区乡镇村省州部局办会队校人]$/u;
const SIGN = /^[^\p{L}\p{N}\s]+$/u;
const SPACE = /^\s+$/u;
/** What leads to the word after it, and would hang at the end of a line. */
const LEADING = new Set([...'在从对向把被将为给让和与及或到往按由于用以跟同是不没未很更最太也都就才再又还只先所']);

/** A name that is too long to be whole is so in its parts, up to the dot that joins them: 阿依古丽·｜买买提. */
const partsOfName = (name: string): string[] => (name.length > LONGEST_NAME ? name.split(/(?<=·)/u) : [name]);

/**
 * Titles as this programme cuts them: by the dictionary of the runtime, and never inside one of its own names.
 * @param names of places, projects, units, the more important ones first; those of more than seven characters do not count
 */
export function titlePieces(names: Iterable<string>): TitlePieces {
  const short = [...names].flatMap(partsOfName).filter((name) => name.length > 1 && name.length <= LONGEST_NAME);
  const kept = new Map(short.map((name, i) => [name, i]));
  // The same titles stand on many pages.
  const known = new Map<string, readonly string[]>();
  return (title) => {
    const before = known.get(title);
    if (before) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const pieces = joined(loosened(wordsWithNames(title, kept)));
    known.set(title, pieces);
    return pieces;
  };
}

const ofContent = new WeakMap<Content, TitlePieces>();

/** {@link titlePieces} with the names that a content holds. */
export function piecesOf(content: Content): TitlePieces {
  const pieces = ofContent.get(content) ?? titlePieces(namesInTitles(content));
  ofContent.set(content, pieces);
  return pieces;
}

/** A word of a title, and whether it is a name that came from the content. */
interface Word {
  readonly text: string;
  readonly named: boolean;
}

/** The words of a title, names laid over what the dictionary found: what a name cuts off stays a word of its own. */
function wordsWithNames(title: string, names: ReadonlyMap<string, number>): Word[] {
  const ends = new Set<number>();
  let at = 0;
  for (const segment of segmentsOf(title)) {
    at += segment.length;
    ends.add(at);
  }
  const found = new Map(namesIn(title, names).map((name) => [name.at, name.text.length]));
  const words: Word[] = [];
  let from = 0;
  const upTo = (end: number, named = false) => {
    if (end > from) words.push({ text: title.slice(from, end), named });
    from = end;
  };
  for (at = 0; at < title.length; ) {
    const length = found.get(at);
    if (length !== undefined) {
      upTo(at);
      at += length;
      upTo(at, true);
    } else {
      at += 1;
      if (ends.has(at)) upTo(at);
    }
  }
  upTo(title.length);
  return words;
}

/** A year in Chinese digits, 二〇二〇年: the dictionary knows none. */
const HAN_YEAR = /[〇零一二三四五六七八九]{4}年?/gu;

/** A name in a title: where it begins. */
interface FoundName {
  readonly text: string;
  readonly at: number;
}

/** The names in a title, and years, which are as whole. Of those that share characters the longest counts, then the one that is named first. */
function namesIn(title: string, names: ReadonlyMap<string, number>): FoundName[] {
  const all = Array.from(title.matchAll(HAN_YEAR), ({ 0: text, index: at }): FoundName => ({ text, at }));
  for (let at = 0; at < title.length; at += 1) {
    for (let length = 2; length <= LONGEST_NAME; length += 1) {
      const text = title.slice(at, at + length);
      if (text.length === length && names.has(text)) all.push({ text, at });
    }
  }
  const rank = ({ text }: FoundName) => names.get(text) ?? 0;
  all.sort((a, b) => b.text.length - a.text.length || rank(a) - rank(b) || a.at - b.at);
  const kept: FoundName[] = [];
  for (const name of all) {
    const { at, text } = name;
    if (kept.every((other) => other.at + other.text.length <= at || at + text.length <= other.at)) kept.push(name);
  }
  return kept;
}

/** Whether a word is one character that means little alone. */
const isLoose = ({ text, named }: Word) => !named && HAN_ONE.test(text) && !PARTICLE.test(text);

/** Characters alone in a row are taken two by two, as words mostly are, a number with what it counts. */
function loosened(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    for (let word = words[end]; word && isLoose(word); word = words[end]) end += 1;
    const loose = looseWords(words.slice(i, end).map(({ text }) => text));
    result.push(...loose.map((text) => ({ text, named: false })));
    if (end === i) {
      result.push(...words.slice(i, i + 1));
      end += 1;
    }
    i = end;
  }
  return result;
}

/** Two by two; of an odd number the one that leads on stands alone before, else the last three are one. */
function looseWords(row: readonly string[]): string[] {
  const words: string[] = [];
  let rest = [...row];
  while (rest.length > 0) {
    const [first = '', second = ''] = rest;
    const alone = rest.length % 2 === 1 && (LEADING.has(first) || HAN_NUMBER.test(second));
    const size = rest.length === 3 && !alone ? 3 : alone ? 1 : 2;
    words.push(rest.slice(0, size).join(''));
    rest = rest.slice(size);
  }
  return words;
}

/** Words with what belongs to them: signs, particles, what is counted, a character left alone. */
function joined(words: readonly Word[]): string[] {
  const pieces: string[] = [];
  let afterName = false;
  for (const { text, named } of words) {
    const last = pieces.at(-1);
    if (last !== undefined && staysWith(last, text, afterName)) pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
    afterName = named;
  }
  return pieces;
}

/** @param afterName whether the piece ends with a name of the content: fewer characters belong to that than to a word */
function staysWith(last: string, word: string, afterName: boolean): boolean {
  if (SPACE.test(last)) return false;
  if (SPACE.test(word) || OPENING.test(last) || PARTICLE.test(word)) return true;
  if (SIGN.test(word)) return !OPENING.test(word);
  if (LEADING.has(last)) return true;
  if (NUMBER.test(last) || HAN_NUMBER.test(last.replace(OPENED, ''))) return [...word].length <= LONGEST_COUNTED;
  if (HAN_ONE.test(last)) return [...word].length < LONGEST_LOOSE;
  if (afterName) return OF_NAME.test(word);
  const loose = HAN_ONE.test(word) && !LEADING.has(word) && !HAN_NUMBER.test(word);
  return loose && /\p{Script=Han}$/u.test(last) && [...last].length < LONGEST_LOOSE;
}
