import { CharacterRow } from './character-row.ts';
import type { FoldCharacter, FoldedCharacter } from './fold-character.ts';
import { isBlankFrom, lineBeginning, linkEnd, noteEnd, quoteEnd } from './markdown.ts';
import {
  entityAt,
  INLINE_TAGS,
  noteNumberEnd,
  TAGS_APART,
  type Tag,
  tagAt,
  textBeforeLast,
  WORDLESS_KEYS,
} from './markup.ts';
import { percentAt } from './percent.ts';
import { BLOCK_END, GAP, type Mark, type TextForm, type VisibleText } from './text-as-read.ts';

const ESCAPABLE = /[!-/:-@[-`{-~]/u;

/**
 * By code unit what it is read as, in every form of text: a letter (above 0), or what stands between two (below 0, the
 * bits of its gap inverted). 0: it has a meaning in some form, or was not met yet.
 */
const tables = new WeakMap<FoldCharacter, Int32Array>();

/** Characters that some form of text has a meaning for. */
const MEANING = new Set('\n%<&\\|*_~`![]');

function tableOf(fold: FoldCharacter): Int32Array {
  const known = tables.get(fold);
  if (known) return known;
  const table = new Int32Array(0x10000);
  for (let code = 0; code < 0x80; code++)
    if (!MEANING.has(String.fromCharCode(code))) table[code] = entryOf(fold(code));
  tables.set(fold, table);
  return table;
}

/** A character as the table has it; 0 for what is more than one letter. */
function entryOf({ kind, codes }: FoldedCharacter): number {
  if (kind === 'unit') return codes.length === 1 ? (codes[0] ?? 0) : 0;
  return ~(kind === 'none' ? 0 : GAP[kind]);
}

/** Whether a character beyond ASCII is one code unit; half a pair may come before the other half next time. */
const isUnit = (code: number) => code >= 0x80 && code <= 0xffff && (code < 0xd800 || code > 0xdfff);

interface Range {
  readonly start: number;
  readonly end: number;
  readonly form: TextForm;
}

/** Reads one text: the flow first, then what stands apart from it (attributes, addresses, comments). */
class Reader {
  readonly #characters: CharacterRow;
  readonly marks: Mark[] = [];
  readonly #text: string;
  readonly #fold: FoldCharacter;
  readonly #table: Int32Array;
  readonly #apart: Range[] = [];
  readonly #lastQuote: (sign: string) => number;
  #form: TextForm = 'plain';
  #to = 0;
  #gap = 0;
  /** Whether the line so far is a row of a table, or quoted. */
  #row = false;
  #quoted = false;
  /** Whether the flow is read, whose marks are kept. */
  #flow = true;
  /** Where closings come next, as far as they were looked for. */
  readonly #found = new Map<string, number>();

  constructor(text: string, fold: FoldCharacter, row: CharacterRow) {
    this.#text = text;
    this.#fold = fold;
    this.#table = tableOf(fold);
    this.#characters = row.emptied(text.length + 64);
    this.#lastQuote = textBeforeLast(text);
  }

  all(form: TextForm): VisibleText {
    this.#read({ start: 0, end: this.#text.length, form });
    this.#flow = false;
    // Ranges grow while they are read: words in CDATA have attributes too.
    for (let i = 0; i < this.#apart.length; i++) {
      const range = this.#apart[i];
      if (range) this.#read(range);
    }
    return { source: this.#text, ...this.#characters.all(), marks: this.marks };
  }

  #read({ start, end, form }: Range): void {
    this.#form = form;
    this.#to = end;
    this.#found.clear();
    this.#row = false;
    this.#quoted = false;
    this.#block(start);
    let at = form === 'markdown' ? this.#lineStart(start) : start;
    while (at < end) {
      // Nearly all characters are a letter or a gap and nothing else: they go the short way.
      const entry = this.#table[this.#text.charCodeAt(at)] ?? 0;
      if (entry === 0) at = this.#step(at);
      else {
        if (entry > 0) this.#push(entry, at, at + 1);
        else this.#gap |= ~entry;
        at++;
      }
    }
    this.#block(end);
  }

  /** Reads what stands at an offset and returns the offset after it. */
  #step(at: number): number {
    const code = this.#text.codePointAt(at) ?? 0;
    if (code >= 0x80) return this.#character(code, at, at + (code > 0xffff ? 2 : 1));
    if (code === 10) return this.#newline(at);
    if (code === 37) return this.#percent(at);
    if (this.#form !== 'plain') {
      const after = code === 60 ? this.#tag(at) : this.#form === 'markdown' ? this.#mark(code, at) : null;
      if (after !== null) return after;
    }
    if (code === 38) return this.#entity(at);
    return this.#character(code, at, at + 1);
  }

  #character(code: number, start: number, end: number): number {
    const folded = this.#fold(code);
    const { kind, codes } = folded;
    if (isUnit(code)) this.#table[code] = entryOf(folded);
    if (kind === 'unit') for (const one of codes) this.#push(one, start, end);
    else if (kind !== 'none') this.#gap |= GAP[kind];
    return end;
  }

  #push(code: number, start: number, end: number): void {
    this.#characters.push(code, start, end, this.#gap);
    this.#gap = 0;
  }

  #block(at: number): void {
    this.#gap = 0;
    if (this.#characters.last !== BLOCK_END) this.#push(BLOCK_END, at, at);
  }

  #later(start: number, end: number, form: TextForm = 'plain'): void {
    if (end > start) this.#apart.push({ start, end, form });
  }

  /** Where a sign comes next before the end of what is read; -1 where it does not. No way is gone twice. */
  #next(sign: string, from: number): number {
    let at = this.#found.get(sign) ?? -1;
    if (at < from) {
      const next = this.#text.indexOf(sign, from);
      at = next < 0 ? this.#text.length : next;
      this.#found.set(sign, at);
    }
    return at < this.#to ? at : -1;
  }

  #newline(at: number): number {
    this.#gap |= GAP.space;
    if (this.#form === 'html') return at + 1;
    if (this.#row || isBlankFrom(this.#text, at + 1)) this.#block(at);
    this.#row = false;
    return this.#form === 'markdown' ? this.#lineStart(at + 1) : at + 1;
  }

  /** What of the beginning of a line is no words. */
  #lineStart(start: number): number {
    const mark = quoteEnd(this.#text, start);
    const at = mark ?? start;
    // A line that goes on without the mark is still in the quotation.
    if (mark !== null && (!this.#quoted || isBlankFrom(this.#text, at))) this.#block(start);
    this.#quoted = mark !== null || (this.#quoted && this.#characters.last !== BLOCK_END);
    const begin = lineBeginning(this.#text, at);
    if (begin === null) return at;
    this.#block(at);
    this.#row = begin.kind === 'line';
    if (begin.kind !== 'address') return begin.end;
    const line = this.#next('\n', begin.end);
    const end = line < 0 ? this.#to : line;
    this.#later(begin.end, end);
    return end;
  }

  #tag(at: number): number | null {
    const text = this.#text;
    if (text.startsWith('<!--', at)) return this.#until(at, 4, '-->', 'plain');
    if (text.startsWith('<![CDATA[', at)) return this.#until(at, 9, ']]>', 'html');
    if (text[at + 1] === '!' || text[at + 1] === '?') {
      const end = this.#next('>', at);
      return end < 0 ? null : end + 1;
    }
    const note = this.#form === 'html' ? noteNumberEnd(text, at) : null;
    if (note !== null) return note;
    const tag = tagAt(text, at, this.#to, this.#lastQuote);
    return tag && this.#insideTag(tag);
  }

  #until(at: number, skip: number, close: string, form: TextForm): number | null {
    const end = this.#next(close, at + skip);
    if (end < 0) return null;
    this.#later(at + skip, end, form);
    return end + close.length;
  }

  #insideTag({ name, closing, attributes, end, start }: Tag): number {
    for (const { key, start: from, end: to } of attributes) if (!WORDLESS_KEYS.has(key)) this.#later(from, to);
    if (!INLINE_TAGS.has(name)) this.#block(start);
    else if (name === 'br') this.#gap |= GAP.space;
    if (closing || !TAGS_APART.has(name)) return end;
    const close = this.#next(`</${name}`, end);
    if (close < 0) return end;
    this.#later(end, close);
    return close;
  }

  #entity(at: number): number {
    const entity = entityAt(this.#text, at);
    if (!entity || entity.end > this.#to) return this.#character(38, at, at + 1);
    return this.#character(entity.code, at, entity.end);
  }

  #percent(at: number): number {
    const characters = percentAt(this.#text, at);
    for (const { code, start, end } of characters) this.#character(code, start, end);
    return characters.at(-1)?.end ?? this.#character(37, at, at + 1);
  }

  #keep(start: number, end: number, kind: Mark['kind']): number {
    if (this.#flow) this.marks.push({ start, end, kind });
    return end;
  }

  /** A mark of Markdown; null where the character is a character. */
  #mark(code: number, at: number): number | null {
    const text = this.#text;
    const sign = text[at] ?? '';
    if (sign === '\\') {
      if (text[at + 1] === '\n') return at + 1;
      if (!ESCAPABLE.test(text[at + 1] ?? '')) return null;
      return this.#character(text.charCodeAt(at + 1), at, at + 2);
    }
    if (sign === '|') {
      this.#row = true;
      this.#block(at);
      return at + 1;
    }
    if (sign === '*' || sign === '_' || sign === '~' || sign === '`') {
      let end = at + 1;
      while (end < this.#to && text.charCodeAt(end) === code) end++;
      return this.#keep(at, end, 'run');
    }
    if (sign === '!' && text[at + 1] === '[') {
      // A picture stands between what is before and behind it; its words are read where they stand.
      this.#block(at);
      return at + 1;
    }
    if (sign === '[') return noteEnd(text, at) ?? this.#keep(at, at + 1, 'open');
    if (sign !== ']') return null;
    const { end, address } = linkEnd(text, at);
    this.#later(...address);
    return this.#keep(at, end, 'close');
  }
}

/**
 * A text as people read it: without its marks, folded, block by block. One pass; hostile text costs no more than other.
 * @param row is written on, and with it what was read before; a new one where it is left out
 */
export function visibleText(text: string, form: TextForm, fold: FoldCharacter, row = new CharacterRow()): VisibleText {
  return new Reader(text, fold, row).all(form);
}
