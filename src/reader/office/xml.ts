import { type SaxesAttributeNS, type SaxesOptions, SaxesParser, type TagForOptions } from 'saxes';

/** An element of a part, its names written with the prefixes below whatever the file calls them. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Why the XML of a part is not read. */
export type XmlTrouble = 'damaged' | 'declares' | 'too-deep' | 'too-large';

/** Thrown where a part is not read; caught where a document is. */
export class UnreadableXml extends Error {
  readonly trouble: XmlTrouble;
  constructor(trouble: XmlTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What the parts of one document may still hold together. */
export interface XmlBudget {
  elements: number;
  bytes: number;
}

/** No document of a person nests deeper; what walks the elements calls itself. */
const DEEPEST = 256;

/** No element of Office has more attributes; whole roots with all their names have fifty. */
const MOST_ATTRIBUTES = 400;

/** The names in use, of the usual form and of the strict one of ISO. */
const OFFICE = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'] as const;
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...(
    [
      ['w', 'wordprocessingml/2006/main', 'wordprocessingml/main'],
      ['r', 'officeDocument/2006/relationships', 'officeDocument/relationships'],
      ['m', 'officeDocument/2006/math', 'officeDocument/math'],
      ['a', 'drawingml/2006/main', 'drawingml/main'],
      ['wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
      ['pic', 'drawingml/2006/picture', 'drawingml/picture'],
      ['c', 'drawingml/2006/chart', 'drawingml/chart'],
      ['dgm', 'drawingml/2006/diagram', 'drawingml/diagram'],
      ['lc', 'drawingml/2006/lockedCanvas', 'drawingml/lockedCanvas'],
    ] as const
  ).flatMap(([prefix, usual, strict]) => [[OFFICE[0] + usual, prefix] as const, [OFFICE[1] + strict, prefix] as const]),
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  [`${WORD_2010}wordml`, 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  [`${WORD_2010}wordprocessingShape`, 'wps'],
  [`${WORD_2010}wordprocessingGroup`, 'wpg'],
  [`${WORD_2010}wordprocessingCanvas`, 'wpc'],
  [`${WORD_2010}wordprocessingDrawing`, 'wp14'],
  ['http://schemas.microsoft.com/office/drawing/2010/main', 'a14'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** What of a part says nothing that is read here, and stands on every other word. */
const IDLE = new Set(
  (
    'proofErr lang noProof kern spacing szCs bCs iCs lastRenderedPageBreak color shd ind snapToGrid pBdr tabs tblLook ' +
    'tblBorders tcBorders tblCellMar tcMar cnfStyle bookmarkStart bookmarkEnd rPrChange pPrChange tblPrChange ' +
    'trPrChange tcPrChange sectPrChange tblGridChange numberingChange keepNext keepLines widowControl textAlignment ' +
    'adjustRightInd autoSpaceDE autoSpaceDN wordWrap kinsoku overflowPunct fitText tblGrid rsids latentStyles'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

/** The elements in which letters mean something. */
const LETTERS = new Set('w:t w:delText w:instrText m:t a:t c:v'.split(' '));

const isIdle = (name: string) => IDLE.has(name) || name.startsWith('w14:') || name.startsWith('w15:');

/** A text of the encodings that Office may use; throws where the bytes are of none. */
function* textIn(bytes: Buffer): Generator<string> {
  const head = bytes.toString('latin1', 0, 4);
  const little = /^(?:\xff\xfe|<\0)/.test(head);
  const big = /^(?:\xfe\xff|\0<)/.test(head);
  const decoder = new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true });
  const step = 65_536;
  for (let at = 0; at < bytes.length; at += step) {
    yield decoder.decode(bytes.subarray(at, at + step), { stream: true });
  }
  yield decoder.decode();
}

/** What is done with a part as it is walked. */
export interface PartHandlers<Tag> {
  readonly open: (tag: Tag) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: Tag) => void;
}

/**
 * Walks a part from its beginning to its end. Throws `UnreadableXml` where it is no whole XML, declares a document type
 * (what it holds could be anything) or nests too deep; what a handler throws of its own kind passes.
 * @param own kinds of errors that handlers throw
 */
export function walkPart<Options extends SaxesOptions>(
  bytes: Buffer,
  options: Options,
  handlersOf: (parser: SaxesParser<Options>) => PartHandlers<TagForOptions<Options>>,
  own: readonly (abstract new (...given: never[]) => Error)[] = [],
): void {
  const parser = new SaxesParser<Options>(options);
  const { open, text, close } = handlersOf(parser);
  const fail = (trouble: XmlTrouble) => {
    throw new UnreadableXml(trouble);
  };
  let depth = 0;
  let attributesHere = 0;
  parser.on('doctype', () => fail('declares'));
  parser.on('error', () => fail('damaged'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:[lb]e)?|us-ascii)$/i.test(encoding)) fail('damaged');
  });
  parser.on('attribute', () => {
    if (++attributesHere > MOST_ATTRIBUTES) fail('damaged');
  });
  parser.on('opentag', (tag) => {
    attributesHere = 0;
    if (++depth > DEEPEST) fail('too-deep');
    open(tag);
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('closetag', (tag) => {
    depth--;
    close?.(tag);
  });
  try {
    for (const piece of textIn(bytes)) parser.write(piece);
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableXml || own.some((kind) => error instanceof kind)) throw error;
    throw new UnreadableXml('damaged');
  }
}

const isElement = (child: Element | string): child is Element => typeof child !== 'string';

/** An element that has not ended; most have no attributes, and many nothing in them: those share what is empty. */
interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const NOTHING: (Element | string)[] = [];
const PLAIN: Readonly<Record<string, string>> = {};

function add(to: Open, child: Element | string): void {
  if (to.children === NOTHING) to.children = [child];
  else to.children.push(child);
}

/** Of two forms of the same thing the one that is understood: one of them is read, never both. */
function chosenOf(forms: readonly (Element | string)[]): readonly (Element | string)[] {
  const elements = forms.filter(isElement);
  const choices = elements.filter(({ name }) => name === 'mc:Choice');
  const fallback = elements.find(({ name, children }) => name === 'mc:Fallback' && children.length > 0);
  return (
    (choices.find(({ attributes }) => attributes['understood'] === 'yes') ?? fallback ?? choices[0])?.children ?? []
  );
}

/**
 * The elements of a part, without those that say nothing here. Throws `UnreadableXml` where it is no whole XML, declares
 * a document type (what it holds could be anything), nests too deep or holds more than the budget has.
 */
export function readXml(bytes: Buffer, budget: XmlBudget): Element {
  budget.bytes -= bytes.length;
  if (budget.bytes < 0) throw new UnreadableXml('too-large');
  const top: Open = { name: '', attributes: PLAIN, children: NOTHING };
  const open: Open[] = [top];
  let idle = 0;
  /** Each name is made once, however often it stands there. */
  const known = new Map<string, Map<string, string>>();
  const named = (uri: string, local: string): string => {
    const names = known.get(uri) ?? new Map<string, string>();
    known.set(uri, names);
    const name = names.get(local) ?? `${PREFIXES.get(uri) ?? (uri === '' ? '' : '?')}:${local}`;
    names.set(local, name);
    return name;
  };
  walkPart(bytes, { xmlns: true, position: false } as const, (parser) => ({
    open: (tag) => {
      if (--budget.elements < 0) throw new UnreadableXml('too-large');
      const name = named(tag.uri, tag.local);
      if (idle > 0 || isIdle(name)) {
        idle++;
        return;
      }
      let attributes: Record<string, string> | null = null;
      for (const key in tag.attributes) {
        const { uri, local, value, prefix } = tag.attributes[key] as SaxesAttributeNS;
        if (prefix === 'xmlns' || local === 'xmlns' || local.startsWith('rsid') || local === 'gfxdata') continue;
        attributes ??= {};
        attributes[uri === '' ? local : named(uri, local)] = value;
      }
      if (name === 'mc:Choice') {
        const needs = (attributes?.['Requires'] ?? '').split(/\s+/).filter(Boolean);
        const understood = needs.every((prefix) => PREFIXES.has(parser.resolve(prefix) ?? ''));
        attributes = { understood: understood ? 'yes' : 'no' };
      }
      open.push({ name, attributes: attributes ?? PLAIN, children: NOTHING });
    },
    text: (text) => {
      const inside = open.at(-1);
      if (idle === 0 && inside && LETTERS.has(inside.name)) add(inside, text);
    },
    close: () => {
      if (idle > 0) {
        idle--;
        return;
      }
      const done = open.pop();
      const around = open.at(-1);
      if (!done || !around) return;
      if (done.name === 'mc:AlternateContent') for (const child of chosenOf(done.children)) add(around, child);
      else add(around, done);
    },
  }));
  const root = top.children.find(isElement);
  if (!root) throw new UnreadableXml('damaged');
  return root;
}

/** The elements directly inside one. */
export const elementsOf = (element: Element | undefined): readonly Element[] =>
  (element?.children.filter(isElement) ?? []) as readonly Element[];

/** The first element of a name directly inside one. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child): child is Element => isElement(child) && child.name === name);

/** The value that an element inside one states: `<w:jc w:val="center"/>`. */
export const valOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** The letters directly inside one. */
export const lettersOf = (element: Element): string =>
  element.children.filter((child) => typeof child === 'string').join('');

/** Everything below an element, in the order of the document. */
export function* below(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* below(child);
  }
}

/** All letters below an element as they follow each other; between paragraphs and for a tab a space. */
export function textOf(element: Element): string {
  let text = '';
  for (const one of [element, ...below(element)]) {
    if (LETTERS.has(one.name) && one.name !== 'w:instrText') text += lettersOf(one);
    else if (text !== '' && (one.name === 'w:p' || one.name === 'w:tab')) text += ' ';
  }
  return text;
}
