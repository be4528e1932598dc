/** At the beginning of a line: items, rows, headings, fences; wide spaces as Word begins a paragraph. */
const BLOCK_START =
  /[ \t]{0,12}(?:[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t\n]|$)|```|~~~|\|)|[\u3000\u00a0]{2}/uy;
const NOTE_DEFINITION = /[ \t]{0,3}\[\^[^\]\n[]{1,80}\]:/uy;
const RULE = /[ \t]{0,12}(?:[-=*_][ \t]{0,12})+(?=\n|$)/uy;
const DEFINITION = /[ \t]{0,3}\[(?!\^)[^\]\n[]{1,200}\]:/uy;
const QUOTE_MARK = /(?:[ \t]{0,3}>)+/uy;
const BLANK = /[ \t\r]{0,200}(?:\n|$)/uy;
const NOTE = /\[\^[^\]\n[]{1,80}\]/uy;
const REFERENCE = /\]\[[^\]\n[]{0,200}\]/uy;

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Whether nothing more is written on a line. */
export const isBlankFrom = (text: string, at: number) => endOf(BLANK, text, at) !== null;

/** The end of the marks of a quotation at the beginning of a line; null where it has none. */
export const quoteEnd = (text: string, at: number) => endOf(QUOTE_MARK, text, at);

/** The end of the number of a note in a sentence: `[^1]`; null where there is none. */
export const noteEnd = (text: string, at: number) => endOf(NOTE, text, at);

/** What begins at the beginning of a line, behind the marks of quotations. */
export interface LineBeginning {
  /** `line`: a block that ends with its line (heading, row); `rule`: nothing but a rule; `address`: of a link. */
  readonly kind: 'block' | 'line' | 'rule' | 'address';
  /** Behind its mark. */
  readonly end: number;
}

/** The block that begins with a line; null where the line goes on with the one before. */
export function lineBeginning(text: string, at: number): LineBeginning | null {
  const rule = endOf(RULE, text, at);
  if (rule !== null) return { kind: 'rule', end: rule };
  const address = endOf(DEFINITION, text, at);
  if (address !== null) return { kind: 'address', end: address };
  const end = endOf(NOTE_DEFINITION, text, at) ?? endOf(BLOCK_START, text, at);
  return end === null ? null : { kind: '#|'.includes(text[end - 1] ?? ' ') ? 'line' : 'block', end };
}

/** What follows the words of a link: where it ends, and where in it the address stands; no address of its own is empty. */
export interface LinkEnd {
  readonly end: number;
  readonly address: readonly [start: number, end: number];
}

/**
 * The end of a link whose `]` stands at an offset. What never ends is no address: neither a block nor another link goes
 * through it.
 */
export function linkEnd(text: string, at: number): LinkEnd {
  const bare: LinkEnd = { end: at + 1, address: [at, at] };
  if (text[at + 1] === '[') return { ...bare, end: endOf(REFERENCE, text, at) ?? at + 1 };
  if (text[at + 1] !== '(') return bare;
  let depth = 0;
  let quote = '';
  for (let i = at + 2; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (text.startsWith('](', i) || text.startsWith('\n\n', i)) break;
    if (sign === '\\') i++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /\s/u.test(text[i - 1] ?? '')) quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return { end: i + 1, address: [at + 2, i] };
  }
  return bare;
}
