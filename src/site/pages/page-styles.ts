import { type Block, type CssNode, parse, type Selector, walk } from 'css-tree';

/** At-rules that hold rules; all others are kept as they stand. */
const HOLDING = new Set(['media', 'supports', 'container', 'layer']);
/** The colours of the cloth: three a stripe, and those of light and dark. */
const COLOUR = /^--[snlhwb]\d+$/;
const NAMED = /var\((--[snlhwb]\d+)/g;

/** A stretch of a sheet, with the colours it asks for; one that only sets a colour says which. */
interface Stretch {
  readonly text: string;
  readonly asks: readonly string[];
  readonly sets?: string;
}

interface Rule {
  readonly selectors: readonly { readonly text: string; readonly classes: readonly string[] }[];
  readonly body: readonly Stretch[];
}

/** `@media …` and the like, with what is in it. */
interface Holder {
  readonly prelude: string;
  readonly parts: readonly Part[];
}

type Part = Stretch | Rule | Holder;

/** A style sheet as it was parsed. */
export type Sheet = readonly Part[];

const sheets = new Map<string, Sheet>();

/** The sheet of a text. Thousands of pages come with the same few: each is parsed once. */
export function sheetOf(css: string): Sheet {
  const known = sheets.get(css);
  if (known) return known;
  const tree = parse(css, { positions: true, parseValue: false, parseAtrulePrelude: false });
  const sheet = tree.type === 'StyleSheet' ? partsOf(css, [...tree.children], 0, css.length) : [stretch(css)];
  sheets.set(css, sheet);
  return sheet;
}

/** The colours of the cloth that a text asks for. */
export const coloursAsked = (text: string): string[] => [...text.matchAll(NAMED)].map(([, name = '']) => name);

/** What sets and asks nothing: selectors and the beginnings of at-rules. */
const plain = (text: string): Stretch => ({ text, asks: [] });
const stretch = (text: string): Stretch => ({ text, asks: coloursAsked(text) });

const startOf = (node: CssNode) => node.loc?.start.offset ?? 0;
const endOf = (node: CssNode) => node.loc?.end.offset ?? 0;

/** The parts of a stretch of the sheet; what stands between two nodes, ends of lines, goes with the second. */
function partsOf(css: string, nodes: readonly CssNode[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const node of nodes) {
    parts.push(partOf(css, node, at));
    at = endOf(node);
  }
  return at < to ? [...parts, stretch(css.slice(at, to))] : parts;
}

function partOf(css: string, node: CssNode, start: number): Part {
  if (node.type === 'Atrule' && node.block && HOLDING.has(node.name)) {
    const [from, to] = [startOf(node.block) + 1, endOf(node.block) - 1];
    return { prelude: css.slice(start, startOf(node.block)), parts: partsOf(css, [...node.block.children], from, to) };
  }
  if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
    const selectors = [...node.prelude.children].filter((child) => child.type === 'Selector');
    return {
      selectors: selectors.map((selector, i) => ({
        text: css.slice(i === 0 ? start : startOf(selector), endOf(selector)),
        classes: demanded(selector),
      })),
      body: bodyOf(css, node.block),
    };
  }
  return stretch(css.slice(start, endOf(node)));
}

/** The classes that an element must have for a selector to touch it; what stands in brackets is a choice or a denial. */
function demanded(selector: Selector): string[] {
  return [...selector.children].flatMap((node) => (node.type === 'ClassSelector' ? [node.name] : []));
}

/** A block with its braces, each colour that it sets a stretch of its own. */
function bodyOf(css: string, block: Block): Stretch[] {
  const body: Stretch[] = [];
  let at = startOf(block);
  walk(block, {
    visit: 'Declaration',
    enter(declaration) {
      if (!COLOUR.test(declaration.property)) return;
      const [from, to] = [startOf(declaration), endOf(declaration)];
      const end = css[to] === ';' ? to + 1 : to;
      if (from > at) body.push(stretch(css.slice(at, from)));
      body.push({ ...stretch(css.slice(from, end)), sets: declaration.property });
      at = end;
    },
  });
  return [...body, stretch(css.slice(at, endOf(block)))];
}

/** The rules of a sheet that can touch something in a page with these classes; of lists of selectors those that can. */
export function rulesWorn(sheet: Sheet, classes: ReadonlySet<string>): Stretch[] {
  return sheet.flatMap((part) => {
    if ('text' in part) return [part];
    if ('parts' in part) {
      const inner = rulesWorn(part.parts, classes);
      const empty = inner.every(({ text }) => text.trim() === '');
      return empty ? [] : [plain(`${part.prelude}{`), ...inner, plain('}')];
    }
    const touching = part.selectors.filter((selector) => selector.classes.every((name) => classes.has(name)));
    return touching.length === 0 ? [] : [plain(touching.map(({ text }) => text).join(',')), ...part.body];
  });
}

/** Stretches as one text, without the colours that nobody asks for. */
export function styleText(worn: readonly Stretch[], asked: ReadonlySet<string>): string {
  let text = '';
  for (const one of worn) if (one.sets === undefined || asked.has(one.sets)) text += one.text;
  return text;
}
