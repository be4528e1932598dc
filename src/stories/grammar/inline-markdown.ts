import { diffChars } from 'diff';
import type { Nodes, Root } from 'mdast';
import { badAddress } from '../body/links.ts';
import { tidyWords } from '../tidy.ts';
import { meantStory, parseStory } from './markdown.ts';
import { nodesIn } from './nodes.ts';

/** Words of one look, or one thing that stands among them. */
export type Piece =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly strike: boolean;
    }
  | { readonly type: 'break' }
  | { readonly type: 'note'; readonly id: string }
  | { readonly type: 'link'; readonly href: string; readonly pieces: readonly Piece[] };

type TextPiece = Extract<Piece, { type: 'text' }>;

/** Stands for a note's mark where words are compared. */
const NOTE = '\ufffc';

/** What a piece shows: line ends for breaks. */
export const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.type === 'text') return piece.text;
      if (piece.type === 'link') return wordsOf(piece.pieces);
      return piece.type === 'break' ? '\n' : NOTE;
    })
    .join('');

/** The same as a reader sees it: no marks of notes. */
export const plainWords = (pieces: readonly Piece[]): string => wordsOf(pieces).replaceAll(NOTE, '').trim();

const sameLook = (a: Piece | undefined, b: Piece) =>
  a?.type === 'text' && b.type === 'text' && a.bold === b.bold && a.italic === b.italic && a.strike === b.strike;

/** Neighbours of one look as one piece. */
export function mergedPieces(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.type === 'text' && piece.type === 'text' && sameLook(last, piece))
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

/** Every letter with the look it has, in the order of the words. */
interface Letter {
  readonly piece: Piece;
  readonly link: Extract<Piece, { type: 'link' }> | null;
}

function lettersOf(pieces: readonly Piece[], link: Letter['link'] = null): Letter[] {
  return pieces.flatMap((piece): Letter[] => {
    if (piece.type === 'link') return lettersOf(piece.pieces, piece);
    const length = piece.type === 'text' ? piece.text.length : 1;
    return Array.from({ length }, () => ({ piece, link }));
  });
}

/** Pieces of words, each letter with the look of one before: the marks among them keep their order. */
function withLook(text: string, looks: readonly (Letter | undefined)[], before: readonly Letter[]): Piece[] {
  const marks = before.filter(({ piece }) => piece.type !== 'text');
  const plain: TextPiece = { type: 'text', text: '', bold: false, italic: false, strike: false };
  let pieces: { piece: Piece; link: Letter['link'] }[] = [];
  let mark = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    const isMark = sign === '\n' || sign === NOTE;
    const look = looks[i];
    const own = isMark ? marks[mark++] : look;
    if (isMark && own) pieces.push({ piece: own.piece, link: own.link });
    else {
      const base = own?.piece.type === 'text' ? own.piece : plain;
      pieces.push({ piece: { ...base, text: sign }, link: own?.link ?? null });
    }
  }
  const result: Piece[] = [];
  while (pieces.length > 0) {
    const link = pieces[0]?.link ?? null;
    const end = pieces.findIndex((one) => one.link !== link);
    const own = pieces.slice(0, end < 0 ? undefined : end).map(({ piece }) => piece);
    pieces = end < 0 ? [] : pieces.slice(end);
    if (link) result.push({ ...link, pieces: mergedPieces(own) });
    else for (const piece of own) result.push(piece);
  }
  return mergedPieces(result);
}

/** How many places were put right, by what it was. */
export type TidyCounts = Map<string, number>;

const MOST_TIDYINGS = 4;

/** The words put right as `npm run tidy` does, each with the look it had; spaces at the ends of lines are no words. */
export function tidied(pieces: readonly Piece[], counts: TidyCounts): Piece[] {
  const before = wordsOf(pieces);
  let text = before;
  // What one step puts right may be what another one waits for.
  for (let again = 0; again < MOST_TIDYINGS; again++) {
    const { text: next, done } = tidyWords(text);
    for (const { what, count } of done) counts.set(what, (counts.get(what) ?? 0) + count);
    if (next === text) break;
    text = next;
  }
  const indent = /^[\u3000\u00a0]+(?=\S)/.test(text);
  if (indent) counts.set('去掉段首的空格', (counts.get('去掉段首的空格') ?? 0) + 1);
  const letters = lettersOf(pieces);
  const looks = text === before ? letters : looksAfter(before, text, letters);
  const keep = kept(text);
  const after = [...keep].map((i) => text[i] ?? '').join('');
  if (after === before) return [...pieces];
  return withLook(
    after,
    keep.map((i) => looks[i]),
    letters,
  );
}

/** The places of a text's signs that are no space at the beginning or the end of a line. */
function kept(text: string): number[] {
  const places: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const from = line.length - line.trimStart().length;
    const to = line.trimEnd().length;
    for (let i = from; i < to; i++) places.push(start + i);
    start += line.length + 1;
    if (start <= text.length) places.push(start - 1);
  }
  return places;
}

/** Beyond so many changed letters the words have the look of where they stand. */
const MOST_EDITS = 1000;

/** The look of each letter of a text that was put right: where one took another's place, that one's. */
function looksAfter(before: string, after: string, letters: readonly Letter[]): (Letter | undefined)[] {
  const parts = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return [...after].map((_, i) => letters[Math.min(i, letters.length - 1)]);
  const looks: (Letter | undefined)[] = [];
  let [at, gone] = [0, 0];
  for (const { added, removed, value } of parts) {
    if (removed) {
      gone = value.length;
      at += value.length;
    } else if (added) {
      const from = Math.max(0, at - gone);
      for (let i = 0; i < value.length; i++) looks.push(letters[Math.min(from + i, Math.max(at - 1, from))]);
      gone = 0;
    } else {
      for (let i = 0; i < value.length; i++) looks.push(letters[at + i]);
      at += value.length;
      gone = 0;
    }
  }
  return looks;
}

/** The pieces between breaks. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.type === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

/** How words are kept from being read as signs: as few as can be, all, by their numbers, addresses that lead nowhere as code. */
type Care = 'light' | 'all' | 'numbers' | 'code';

const byNumber = (sign: string) => `&#${sign.codePointAt(0)};`;

/** Addresses that the grammar makes links of by itself, as far as no sign in them means anything. */
const ADDRESS = /(?:https?:\/\/|www\.)[A-Za-z0-9](?:[\w./:?=%#@+-]|&(?![#\w]+;)|~(?!~))*[\w/]/gi;

const goodAddress = (url: string) => badAddress(url.startsWith('www.') ? `http://${url}` : url) === null;

/** Signs of Markdown wherever they stand. */
const lightly = (text: string) =>
  text
    .replaceAll(/[\\`*[\]<]/g, '\\$&')
    .replaceAll(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replaceAll(/~{2,}/g, (waves) => '\\~'.repeat(waves.length))
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/[{}]/g, byNumber)
    .replaceAll(/!(?=\\\[)/g, '\\!')
    .replaceAll(/(?<=https?):(?=\/\/)|(?<=\bwww)\.(?=\w)/gi, '\\$&');

/** Wide stars in pairs are bold to whoever tidies a story. */
const withoutWideStars = (text: string) => text.replaceAll(/＊(?=＊)|(?<=＊)＊/g, byNumber);

/** What may be taken for an address, as far as code may hold it. */
const ANY_ADDRESS = /((?:https?:\/\/|www\.)[!-;=-_a-z~]*)/i;

function escapedWords(text: string, care: Care, cell: boolean): string {
  return withoutWideStars(carefully(text, care, cell));
}

function carefully(text: string, care: Care, cell: boolean): string {
  if (care === 'code')
    return text
      .split(ANY_ADDRESS)
      .map((part, i) => (i % 2 === 1 ? `\`${part}\`` : carefully(part, 'numbers', cell)))
      .join('');
  if (care === 'numbers') return text.replaceAll(/[!-/:-@[-`{-~]/g, byNumber);
  if (care === 'all')
    // Signs that tidying makes wide stand by their number: a backslash before a wide one would be seen.
    return text.replaceAll(/[#$%&*+\-/:<=>@[\\\]^_`{|}~!]|(?<=www)\./gi, (sign) =>
      /[{}&:!.]/.test(sign) ? byNumber(sign) : `\\${sign}`,
    );
  let [result, at] = ['', 0];
  for (const { 0: url, index } of text.matchAll(ADDRESS)) {
    if (/[A-Za-z0-9]$/.test(text.slice(0, index)) || !goodAddress(url)) continue;
    result += lightly(text.slice(at, index)) + url;
    at = index + url.length;
  }
  const all = result + lightly(text.slice(at));
  return cell ? all.replaceAll('|', '\\|') : all;
}

/** Signs that mean something at the beginning of a line only. */
function lineStart(line: string): string {
  return line
    .replace(/^(?:import|export)(?![A-Za-z0-9])/, (word) => byNumber(word) + word.slice(1))
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+](?=\s|$)|[-+]{2,}|[#>=|:!$]|~(?=~))/, (signs) => signs.replaceAll(/[^\\]/g, '\\$&'))
    .replace(/^(?:＃(?=[＃\s#])|－(?=\s)|﹣(?=\s)|｜)/, byNumber);
}

/** Where Markdown stands: what comes before and behind it, and whether its lines are lines there. */
export type Context = 'text' | 'heading' | 'cell';

const MARKS = { strike: '~~', bold: '**', italic: '*' } as const;
type Look = keyof typeof MARKS;
const LOOKS: readonly Look[] = ['strike', 'bold', 'italic'];

/** Addresses in the brackets of a link: whatever could end it or mean something by its number. */
function linkTarget(href: string): string {
  const whole = /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).href : href;
  return whole
    .replaceAll(/[\s()*_~{}<>\\|"'`^[\]\p{Cc}]|[^!-~]/gu, (sign) =>
      encodeURIComponent(sign).replaceAll(/[()*_~'!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .replaceAll('&', '&amp;');
}

const looksOf = (piece: Piece): readonly Look[] => {
  if (piece.type === 'text') return LOOKS.filter((look) => piece[look]);
  if (piece.type !== 'link' || piece.pieces.length === 0) return [];
  return LOOKS.filter((look) => piece.pieces.every((one) => one.type === 'text' && one[look]));
};

const without = (piece: Piece, look: Look): Piece => {
  if (piece.type === 'text') return { ...piece, [look]: false };
  return piece.type === 'link' ? { ...piece, pieces: piece.pieces.map((one) => without(one, look)) } : piece;
};

/** Spaces at the ends of marked words stand outside the marks. */
function wrapped(inner: string, mark: string): string {
  const [, before = '', words = '', behind = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(inner) ?? [];
  return words === '' ? inner : `${before}${mark}${words}${mark}${behind}`;
}

interface Writing {
  readonly care: Care;
  readonly context: Context;
  readonly noteLabel: (id: string) => string;
}

/** One line of pieces as Markdown. */
function written(pieces: readonly Piece[], looks: readonly Look[], writing: Writing): string {
  const [look, ...rest] = looks;
  if (look === undefined)
    return pieces
      .map((piece) => {
        if (piece.type === 'text') return escapedWords(piece.text, writing.care, writing.context === 'cell');
        if (piece.type === 'note') return `[^${writing.noteLabel(piece.id)}]`;
        if (piece.type === 'link') return `[${written(piece.pieces, LOOKS, writing)}](${linkTarget(piece.href)})`;
        return '';
      })
      .join('');
  let result = '';
  for (let i = 0; i < pieces.length; ) {
    const has = looksOf(pieces[i] as Piece).includes(look);
    let end = i + 1;
    while (end < pieces.length && looksOf(pieces[end] as Piece).includes(look) === has) end++;
    const own = pieces.slice(i, end);
    result += has
      ? wrapped(
          written(
            own.map((piece) => without(piece, look)),
            rest,
            writing,
          ),
          MARKS[look],
        )
      : written(own, rest, writing);
    i = end;
  }
  return result;
}

const markdown = (lines: readonly (readonly Piece[])[], looks: readonly Look[], writing: Writing): string => {
  const joint = writing.context === 'text' ? '\\\n' : ' ';
  const each = lines.map((line) => written(line, looks, writing));
  if (writing.context !== 'text') return each.join(joint).replace(/(#+)$/, (signs) => signs.replaceAll('#', '\\#'));
  return each.map((line) => lineStart(line)).join(joint);
};

/** What a reader sees of a node. */
function shownOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'footnoteReference') return NOTE;
  return 'children' in node ? node.children.map(shownOf).join('') : `<${node.type}>`;
}

/** The one part of a tree in which the words must stand, and nothing but it. */
function partOf(tree: Root, context: Context): Nodes | null {
  const [first, ...more] = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  if (!first || more.length > 0) return null;
  if (context === 'text') return first.type === 'paragraph' ? first : null;
  if (context === 'heading') return first.type === 'heading' ? first : null;
  return first.type === 'table' ? (first.children[1]?.children[0] ?? null) : null;
}

const FRAMES: Readonly<Record<Context, (words: string) => string>> = {
  text: (words) => words,
  heading: (words) => `## ${words}`,
  cell: (words) => `| 一 |\n| --- |\n| ${words} |`,
};

/** Whether the story's own grammar reads exactly these words, and no address that leads nowhere. */
function readsAs(source: string, words: string, { context, noteLabel }: Writing, notes: readonly string[]): boolean {
  const definitions = notes.map((id) => `\n\n[^${noteLabel(id)}]: 注`).join('');
  try {
    const tree = parseStory(FRAMES[context](source) + definitions);
    const links = nodesIn(tree).flatMap((node) => (node.type === 'link' ? [node.url] : []));
    if (links.some((url) => badAddress(url) !== null)) return false;
    const part = partOf(meantStory(tree, '/'), context);
    return part !== null && shownOf(part).replaceAll(/\s+/g, ' ') === words.replaceAll(/\s+/g, ' ');
  } catch {
    return false;
  }
}

const notesIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => {
    if (piece.type === 'link') return notesIn(piece.pieces);
    return piece.type === 'note' ? [piece.id] : [];
  });

const plainly = (piece: Piece): Piece => LOOKS.reduce(without, piece);

/** One line without any sign that could mean something: nothing has to be read back. */
const PLAIN = /^(?!import|export|[＃－﹣｜])[^!-/:-@[-`{-~＊\n]*$/;

/** A row of one sign, and so many signs of emphasis in one paragraph, are more than the check lets anybody escape. */
const CROWDED = /([!-/:-@[-`{-~])\1{50}/;
const MOST_MARKS = 100;
/** With the marks of bold words; more than these the check takes for something pasted by mistake. */
const MOST_IN_ALL = 900;

/** With more looks than these no one is tried by itself. */
const MOST_LOOKS = 24;

/** Punctuation at the ends of marked words without the mark: beside a Latin letter it would keep the mark from being one. */
function barePunctuation(piece: Piece): Piece[] {
  if (piece.type !== 'text') return [];
  const [, before = '', core = '', behind = ''] =
    /^([\s\p{P}\p{S}]*)([\s\S]*?)([\s\p{P}\p{S}]*)$/u.exec(piece.text) ?? [];
  if (core === '' || core === piece.text) return [];
  const plain = (text: string) => (text === '' ? [] : [plainly({ ...piece, text })]);
  return [...plain(before), { ...piece, text: core }, ...plain(behind)];
}

/** The lines with those looks only with which they are still read as the same words. */
function lookable(lines: readonly (readonly Piece[])[], reads: (lines: readonly (readonly Piece[])[]) => boolean) {
  const all = lines.flatMap((line, row) => line.map((piece, column) => ({ row, column, piece })));
  const marked = all.filter(({ piece }) => looksOf(piece).length > 0);
  let now = lines.map((line) => line.map((piece) => [plainly(piece)]));
  const flat = (own: typeof now) => own.map((line) => line.flat());
  const dropped: Piece[] = [];
  for (const { row, column, piece } of marked) {
    const next = [[piece], barePunctuation(piece)]
      .filter((own) => own.length > 0 && marked.length <= MOST_LOOKS)
      .map((own) => now.map((line, r) => (r === row ? line.map((one, c) => (c === column ? own : one)) : line)))
      .find((own) => reads(flat(own)));
    if (next) now = next;
    else dropped.push(piece);
  }
  return { lines: flat(now), dropped };
}

/**
 * Words as Markdown that the story's own grammar reads as exactly these words: it is read back, and where it says
 * anything else the words are written with more care, then without bold, at last by the numbers of their signs.
 * @param noteLabel the number by which a note is called
 * @param bare is told the words that could not stay bold
 */
export function inlineMarkdown(
  pieces: readonly Piece[],
  context: Context,
  noteLabel: (id: string) => string,
  bare: (words: string) => void,
): string {
  const lines = linesOf(pieces).filter((line, i, all) => wordsOf(line).trim() !== '' || (i > 0 && i < all.length - 1));
  const joint = context === 'text' ? '\n' : ' ';
  const words = lines
    .map(wordsOf)
    .filter((line) => line.trim() !== '')
    .join(joint);
  if (words === '') return '';
  const full = lines.filter((line) => wordsOf(line).trim() !== '');
  const notes = notesIn(pieces);
  const attempt = (own: readonly (readonly Piece[])[], care: Care, looks: readonly Look[]) => {
    const writing = { care, context, noteLabel };
    const source = markdown(own, looks, writing);
    // To pair so many marks takes the square of their number.
    if ((source.match(/[*_~`]+|[[\]]/g)?.length ?? 0) > MOST_IN_ALL) return null;
    return readsAs(source, words, writing, notes) ? source : null;
  };
  if (PLAIN.test(words) && full.flat().every((piece) => piece.type === 'text' && looksOf(piece).length === 0))
    return words;
  if (CROWDED.test(words) || (words.match(/[*_~`[\]]/g)?.length ?? 0) > MOST_MARKS) {
    for (const piece of full.flat()) if (looksOf(piece).length > 0) bare(wordsOf([piece]));
    const source = attempt(
      full.map((line) => line.map(plainly)),
      'numbers',
      [],
    );
    if (source !== null) return source;
  }
  const first = attempt(full, 'light', LOOKS);
  if (first !== null) return first;
  const plain = full.map((line) => line.map(plainly));
  if (attempt(plain, 'light', []) !== null) {
    const { lines: rest, dropped } = lookable(full, (own) => attempt(own, 'light', LOOKS) !== null);
    for (const piece of dropped) bare(wordsOf([piece]));
    return attempt(rest, 'light', LOOKS) ?? attempt(plain, 'light', []) ?? '';
  }
  const styled = full.flat().filter((piece) => looksOf(piece).length > 0);
  const careful = attempt(full, 'all', LOOKS) ?? attempt(full, 'numbers', LOOKS);
  if (careful !== null) return careful;
  for (const piece of styled) bare(wordsOf([piece]));
  return (
    attempt(plain, 'all', []) ??
    attempt(plain, 'numbers', []) ??
    attempt(plain, 'code', []) ??
    markdown(plain, [], { care: 'numbers', context, noteLabel })
  );
}
