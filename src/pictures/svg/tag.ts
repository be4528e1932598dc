import { decoded } from './entities.ts';
import { notWellFormed } from './refusal.ts';

/** A start tag as written. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** It has no inside: `<path … />`. */
  readonly closed: boolean;
  /** Where the text goes on behind it. */
  readonly end: number;
}

const MOST_ATTRIBUTES = 200;

const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy;
const SPACE = /[ \t\r\n]*/y;

/** What a sticky expression finds at a place; '' where nothing. */
function taken(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** Reads the start tag whose `<` stands at a place. Throws `Refused` where it is not written as XML wants it. */
export function readTag(text: string, start: number, line: number): XmlTag {
  const name = taken(NAME, text, start + 1);
  if (!name) throw notWellFormed(line, '有写错的标签');
  const attributes = new Map<string, string>();
  let at = start + 1 + name.length;
  for (;;) {
    const space = taken(SPACE, text, at);
    at += space.length;
    const closed = text.startsWith('/>', at);
    if (closed || text[at] === '>') return { name, attributes: [...attributes], closed, end: at + (closed ? 2 : 1) };
    const attribute = taken(NAME, text, at);
    if (!space || !attribute) throw notWellFormed(line, `的标签 <${name}> 写得不对`);
    if (attributes.has(attribute)) throw notWellFormed(line, `的“${attribute}”写了两次`);
    if (attributes.size >= MOST_ATTRIBUTES) throw notWellFormed(line, `的标签 <${name}> 属性太多`);
    const { value, end } = readValue(text, at + attribute.length, line, attribute);
    attributes.set(attribute, value);
    at = end;
  }
}

/** Reads `="…"` behind the name of an attribute. */
function readValue(text: string, from: number, line: number, attribute: string): { value: string; end: number } {
  const equals = from + taken(SPACE, text, from).length;
  const open = equals + 1 + taken(SPACE, text, equals + 1).length;
  const quote = text[open];
  const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1;
  const raw = text.slice(open + 1, close);
  if (text[equals] !== '=' || close < 0 || raw.includes('<')) throw notWellFormed(line, `的“${attribute}”写得不对`);
  return { value: decoded(raw.replaceAll(/[\t\r\n]/g, ' '), line), end: close + 1 };
}
