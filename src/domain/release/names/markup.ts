/** Tags that a sentence goes on across. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo big br cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr tspan'
  ).split(' '),
);
/** Tags whose words stand over the line or are no words: what is in them is read by itself. */
export const TAGS_APART: ReadonlySet<string> = new Set(['script', 'style', 'rt', 'rp']);
/** Attributes that hold no words. */
export const WORDLESS_KEYS: ReadonlySet<string> = new Set(
  'class style d points transform viewBox width height fill stroke x y x1 x2 y1 y2 cx cy r rx ry'.split(' '),
);

const NOTE_NUMBER = /<sup\b[^<>]*>(?:<a\b[^<>]*>)?\s{0,9}\[?\d{1,3}\]?\s{0,9}(?:<\/a>)?<\/sup>/uy;

/** The end of the number of a note that stands above a sentence; null where none begins. */
export function noteNumberEnd(text: string, at: number): number | null {
  NOTE_NUMBER.lastIndex = at;
  return NOTE_NUMBER.test(text) ? NOTE_NUMBER.lastIndex : null;
}

/** A value inside a tag. */
export interface Attribute {
  readonly key: string;
  /** Of the value, without its quotation marks. */
  readonly start: number;
  readonly end: number;
}

/** A tag of HTML, XML or MDX, leniently read. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: readonly Attribute[];
  readonly start: number;
  readonly end: number;
}

/** Where each kind of quotation mark stands last in a text: a value that opens behind it never ends. */
export function textBeforeLast(text: string): (sign: string) => number {
  const known = new Map<string, number>();
  return (sign) => {
    const at = known.get(sign) ?? text.lastIndexOf(sign);
    known.set(sign, at);
    return at;
  };
}

const NAME = /<(\/?)([a-z][\w:.-]{0,63})/iuy;
const KEY = /[^\s"'<>/=]{1,64}/uy;

/**
 * The tag that begins at an offset; null where none does. It ends before any other `<` outside of a value, so that text
 * full of openings is read once.
 */
export function tagAt(text: string, start: number, to: number, last: (sign: string) => number): Tag | null {
  NAME.lastIndex = start;
  const [begin = '', slash = '', name = ''] = NAME.exec(text) ?? [];
  if (begin === '') return null;
  const attributes: Attribute[] = [];
  const tag = (end: number): Tag => ({ name: name.toLowerCase(), closing: slash === '/', attributes, start, end });
  let key = '';
  for (let at = start + begin.length; at < to; ) {
    const sign = text[at] ?? '';
    if (sign === '>') return tag(at + 1);
    if (sign === '<') return null;
    if (sign === '"' || sign === "'") {
      if (last(sign) <= at) return null;
      const end = text.indexOf(sign, at + 1);
      if (end >= to) return null;
      attributes.push({ key, start: at + 1, end });
      at = end + 1;
      continue;
    }
    KEY.lastIndex = at;
    const word = KEY.exec(text)?.[0];
    if (word === undefined) at++;
    else {
      // A value without quotation marks is read as one, too.
      if (text[at - 1] === '=') attributes.push({ key, start: at, end: at + word.length });
      else {
        key = word;
        // Words between attributes are shown by nobody, but they are there.
        if (/[^ -~]/u.test(word)) attributes.push({ key: '', start: at, end: at + word.length });
      }
      at += word.length;
    }
  }
  return null;
}

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/iuy;
const NAMED: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0xa0,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  shy: 0xad,
  zwnj: 0x200c,
  zwj: 0x200d,
  middot: 0xb7,
  bull: 0x2022,
  hellip: 0x2026,
};

/** The character that an entity stands for, and where it ends; null where none begins. */
export function entityAt(text: string, at: number): { readonly code: number; readonly end: number } | null {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(text);
  if (!found) return null;
  const [, hex, decimal, name = ''] = found;
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : (NAMED[name.toLowerCase()] ?? -1);
  return code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? { code, end: ENTITY.lastIndex } : null;
}
