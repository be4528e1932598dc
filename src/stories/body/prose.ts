import type { Nodes, Root, Table } from 'mdast';
import type { CellPlace, Citation, ProseBlock, ProsePart, ProvedNumber } from '#check/prose/prose.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { STORY_COMPONENTS } from '#domain/stories/components.ts';
import { quantity } from '#format/number.ts';
import { type Element, isElement, rangeOf } from './nodes.ts';
import type { Tag } from './tag.ts';

/** A block of a story as it stands in its source: of numbers only where they go is known. */
export interface SourceBlock extends Omit<ProseBlock, 'proved'> {
  /** Of each character of the text, its offset in the source. */
  readonly offsets: ArrayLike<number>;
  /** The component in which it stands; of an attribute its own. */
  readonly inside?: string;
  /** Of an attribute its name. */
  readonly attribute?: string;
  /** What is set apart in the source: bold, emphasis, links. */
  readonly spans?: readonly { readonly start: number; readonly end: number }[];
  /** Where numbers are put in, ascending: each stands for one character of the text. */
  readonly numbers: readonly { readonly at: number; readonly fact: string }[];
}

/** Stands for a number that is put in later. */
const NUMBER = '\ufffc';
const LINE_BREAK = 0x0a;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—\ufffc]/u;
/** Stands for what is put in later and not read here: what is around it does not close up. */
const UNKNOWN = '□';
/** Nodes whose words stand out from the sentence. */
const SET_APART = new Set<string>(['strong', 'emphasis', 'delete', 'link', 'linkReference']);
/** Components whose words are somebody else's. */
const QUOTATIONS = new Set(['Quote', 'Letter']);

/** So many characters of the source may stand between two that are read: looked for further, one could be any. */
const NEAR = 24;

/** Collects the characters of one block with their offsets. */
class Words {
  #text = '';
  readonly #offsets: number[] = [];
  /** Place in the text → fact. */
  readonly #numbers = new Map<number, string>();

  add(value: string, source: string, { start, end }: { start: number; end: number }): void {
    let at = start;
    for (let i = 0; i < value.length; i++) {
      // Most characters stand in the source as they are read.
      if (at < end && source.charCodeAt(at) === value.charCodeAt(i)) at++;
      else {
        // Marks, escapes and indents stand in the source only; a character from an entity has no place of its own.
        const found = source.slice(at, Math.min(end, at + NEAR)).indexOf(value.charAt(i));
        if (found >= 0) at += found + 1;
      }
      this.#offsets.push(Math.max(start, at - 1));
    }
    this.#text += value;
  }

  readonly #spans: { readonly start: number; readonly end: number }[] = [];

  addSpan(range: { start: number; end: number }): void {
    this.#spans.push(range);
  }

  addNumber(fact: string, at: number): void {
    this.#numbers.set(this.#text.length, fact);
    this.#text += NUMBER;
    this.#offsets.push(at);
  }

  /** The words as blocks: paragraphs copied from Word begin with two wide spaces and need no empty line between them. */
  blocks(part: ProsePart, { group, quoted, citation, cell, inside }: Where): SourceBlock[] {
    const blocks: SourceBlock[] = [];
    let from = 0;
    const cut = (to: number): void => {
      const block = this.#slice(from, to);
      const told = {
        ...(citation ? { citation } : {}),
        ...(cell ? { cell } : {}),
        ...(inside ? { inside } : {}),
        ...(this.#spans.length > 0 ? { spans: this.#spans } : {}),
      };
      if (block.text.trim() !== '') blocks.push({ part, group, quoted, ...told, ...block });
      from = to;
    };
    for (const { index } of this.#text.matchAll(/\n(?=[\u3000\u00a0]{2})/g)) cut(index);
    cut(this.#text.length);
    return blocks;
  }

  /** A part without the line breaks that no reader sees and the spaces at both ends. */
  #slice(from: number, to: number): Pick<SourceBlock, 'text' | 'offsets' | 'numbers'> {
    const all = this.#text;
    let first = from;
    while (first < to && /\s/u.test(all.charAt(first))) first++;
    let text = '';
    const offsets: number[] = [];
    const numbers: { at: number; fact: string }[] = [];
    // What stands between two line breaks is taken over in one piece.
    let next = first;
    for (let i = first; i < to; i++) {
      if (all.charCodeAt(i) === LINE_BREAK) {
        text += all.slice(next, i);
        next = i + 1;
        if (WIDE.test(all.charAt(i - 1)) || WIDE.test(all.charAt(i + 1))) continue;
        text += ' ';
      }
      const fact = this.#numbers.get(i);
      if (fact !== undefined) numbers.push({ at: text.length + i - next, fact });
      offsets.push(this.#offsets[i] ?? 0);
    }
    text += all.slice(next, to);
    return { text: text.trimEnd(), offsets: Int32Array.from(offsets), numbers };
  }
}

interface Where {
  readonly group: number | null;
  readonly quoted: boolean;
  readonly part: ProsePart;
  readonly inside?: string;
  readonly cell?: CellPlace;
  readonly citation?: Citation;
}

/** What a component says in an attribute. */
function attributeOf(node: Element, name: string): string | null {
  const value = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)?.value;
  return typeof value === 'string' ? value : null;
}

/** Reads the blocks of a tree as it is written. */
class ProseTree {
  readonly blocks: SourceBlock[] = [];
  readonly #source: string;
  #groups = 0;
  #tables = 0;

  constructor(source: string) {
    this.#source = source;
  }

  walk(node: Nodes, where: Where): void {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const part = node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : where.part;
      const words = new Words();
      for (const child of node.children) this.#words(child, words);
      this.blocks.push(...words.blocks(part, where));
      return;
    }
    if (node.type === 'table') this.#table(node, where);
    if (node.type === 'table' || !('children' in node)) return;
    const inner = this.#inside(node, where);
    for (const child of node.children) this.walk(child, inner);
  }

  /** Each cell with its place: an empty one is no block, and leaves the others where they are. */
  #table({ children }: Table, where: Where): void {
    const table = this.#tables++;
    children.forEach((line, row) => {
      const group = ++this.#groups;
      line.children.forEach((cell, column) => {
        this.walk(cell, { ...where, group, cell: { table, row, column } });
      });
    });
  }

  #inside(node: Nodes, outside: Where): Where {
    const where = isElement(node) && node.name ? { ...outside, inside: node.name } : outside;
    if (node.type === 'list') return { ...where, part: 'item', group: ++this.#groups };
    if (node.type === 'footnoteDefinition') return { ...where, part: 'note', group: null };
    if (node.type === 'blockquote') return { ...where, quoted: true };
    if (isElement(node) && QUOTATIONS.has(node.name ?? '')) {
      const inside = { ...where, quoted: true, group: ++this.#groups };
      if (node.name !== 'Quote') return inside;
      return { ...inside, citation: { by: attributeOf(node, 'by'), clause: attributeOf(node, 'clause') } };
    }
    return where;
  }

  #words(node: Nodes, words: Words): void {
    if (node.type === 'text') words.add(node.value, this.#source, rangeOf(node));
    else if (node.type === 'inlineCode') words.add(node.value, this.#source, rangeOf(node));
    else if (node.type === 'break') words.add('\n', this.#source, rangeOf(node));
    else if (isElement(node) && node.name === 'Num') {
      const fact = attributeOf(node, 'fact');
      if (fact !== null) words.addNumber(fact, rangeOf(node).start);
    } else if (isElement(node) && node.name === 'Name') {
      // The name of a place is not read: it is what another file says. Words as they were copied are.
      words.add(attributeOf(node, 'text') ?? UNKNOWN, this.#source, rangeOf(node));
    } else if ('children' in node) {
      if (SET_APART.has(node.type)) words.addSpan(rangeOf(node));
      for (const child of node.children) this.#words(child, words);
    }
  }
}

/** Attributes that name rights and their holders: no sentences. */
const RIGHTS = new Set(['photographer', 'holder', 'licence', 'people', 'map_approval']);

/** Captions, alternative texts, titles of components: each attribute that holds words for readers. */
function attributeBlocks(tags: readonly Tag[]): SourceBlock[] {
  return tags.flatMap(({ component, kind, attributes }) => {
    if (kind === 'close') return [];
    const known: Readonly<Record<string, { readonly value: string }>> = STORY_COMPONENTS[component].attributes;
    return attributes.flatMap(({ name, value, valueAt }): SourceBlock[] => {
      if (!value?.trim() || RIGHTS.has(name) || !Object.hasOwn(known, name) || known[name]?.value !== 'words')
        return [];
      const offsets = Int32Array.from({ length: value.length }, (_, i) => valueAt + i);
      const own = { inside: component, attribute: name };
      return [{ part: 'words', text: value, offsets, numbers: [], group: null, quoted: false, ...own }];
    });
  });
}

/** What the body of a story says, block by block, from its tree as it is written; words of attributes come last. */
export function proseBlocksOf(tree: Root, tags: readonly Tag[], source: string): SourceBlock[] {
  const prose = new ProseTree(source);
  prose.walk(tree, { group: null, quoted: false, part: 'paragraph' });
  return [...prose.blocks, ...attributeBlocks(tags)];
}

/** The same with the numbers put in, and offsets for every character of what is then read. */
export function withNumbers(
  block: SourceBlock,
  facts: ReadonlyMap<string, Fact>,
): { block: ProseBlock; offsets: ArrayLike<number> } {
  const { numbers, offsets, text, inside: _inside, attribute: _attribute, spans: _spans, ...rest } = block;
  if (numbers.length === 0) return { block: { ...rest, text, proved: [] }, offsets };
  const proved: ProvedNumber[] = [];
  const places: number[] = [];
  let read = '';
  let from = 0;
  const take = (to: number): void => {
    for (let i = from; i < to; i++) places.push(offsets[i] ?? 0);
    read += text.slice(from, to);
  };
  for (const { at, fact: id } of numbers) {
    take(at);
    const fact = facts.get(id);
    const words = fact ? quantity(fact.value, fact.unit, fact.approximate) : UNKNOWN;
    proved.push({ start: read.length, end: read.length + words.length, fact: id });
    for (let i = 0; i < words.length; i++) places.push(offsets[at] ?? 0);
    read += words;
    from = at + 1;
  }
  take(text.length);
  return { block: { ...rest, text: read, proved }, offsets: places };
}
