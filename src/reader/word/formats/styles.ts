import { childOf, type Element, elementsOf, valOf } from '../../office/xml.ts';

/** How letters look, as far as a draft can tell. */
export interface RunFormat {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly underline: boolean;
  readonly hidden: boolean;
  readonly position: 'normal' | 'super' | 'sub';
  /** Where letters of their full size stand far above or below the line. */
  readonly lifted: 'normal' | 'super' | 'sub';
  /** In points; null: it is said nowhere. */
  readonly size: number | null;
  /** The typeface of Latin letters and signs; '': it is said nowhere. */
  readonly typeface: string;
}

/** Letters above or below the line are smaller than those around them by at least so much. */
const SMALL = 0.85;
/** So many half points above or below the line letters of any size stand in no line of text. */
const FAR = 6;

/** What one place says of letters; undefined: nothing. */
interface RunWords {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly doubleStrike?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly vanish?: boolean | undefined;
  readonly webHidden?: boolean | undefined;
  readonly position?: RunFormat['position'] | undefined;
  readonly size?: number | undefined;
  readonly typeface?: string | undefined;
  /** In half points. */
  readonly lift?: number | undefined;
}

/** Said by a style these turn what is below them: bold in bold is plain. */
const TOGGLES = ['bold', 'italic', 'strike', 'doubleStrike', 'vanish'] as const;
const PLAIN = ['underline', 'webHidden', 'position', 'size', 'typeface'] as const;

export interface BlockFormat {
  /** Names, the nearest first. */
  readonly styles: readonly string[];
  readonly outline: number | null;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Number of its list, its level where the paragraph itself states it, and where only its style does; null: none. */
  readonly list: { readonly number: string; readonly level: number | null; readonly ofStyle: number } | null;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly basedOn: string | undefined;
  readonly run: RunWords;
  readonly outline: number | null | undefined;
  readonly align: string | undefined;
  readonly number: string | undefined;
  readonly level: number | undefined;
}

const OFF = new Set(['0', 'false', 'off', 'none']);

/** Whether an element that is a switch is on; undefined: it is not there. */
function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  return found && !OFF.has(found.attributes['w:val'] ?? '1');
}

/** A size is written in half points, or with its unit. */
function sizeOf(words: string | undefined): number | undefined {
  const [, number, unit] = /^([\d.]+)(pt)?$/.exec(words ?? '') ?? [];
  const size = Number(number) / (unit ? 1 : 2);
  return size > 0 && size < 2000 ? size : undefined;
}

const POSITIONS: Readonly<Record<string, RunFormat['position']>> = { superscript: 'super', subscript: 'sub' };

/** Lifted or lowered, in half points; 0: neither. */
const liftOf = (rPr: Element): number => {
  const by = Number(valOf(rPr, 'w:position') ?? 0);
  return Number.isFinite(by) ? by : 0;
};

function runWords(rPr: Element | undefined): RunWords {
  if (!rPr) return {};
  const line = valOf(rPr, 'w:u');
  const position = valOf(rPr, 'w:vertAlign');
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  return {
    bold: switchOf(rPr, 'w:b'),
    italic: switchOf(rPr, 'w:i'),
    strike: switchOf(rPr, 'w:strike'),
    doubleStrike: switchOf(rPr, 'w:dstrike'),
    vanish: switchOf(rPr, 'w:vanish'),
    webHidden: switchOf(rPr, 'w:webHidden'),
    underline: line === undefined ? undefined : line !== 'none',
    position: position === undefined ? undefined : (POSITIONS[position] ?? 'normal'),
    lift: liftOf(rPr),
    size: sizeOf(valOf(rPr, 'w:sz')),
    typeface: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? fonts?.['w:eastAsia'],
  };
}

/** 1 to 9; null: it says that it is body text. */
function outlineOf(pPr: Element | undefined): number | null | undefined {
  const words = valOf(pPr, 'w:outlineLvl');
  if (words === undefined || !/^\d$/.test(words)) return undefined;
  return Number(words) > 8 ? null : Number(words) + 1;
}

/** A level of a list, 0 to 8; null: it is not stated. */
const levelOf = (words: string | undefined) => (words !== undefined && /^[0-8]$/.test(words) ? Number(words) : null);

function styleOf(element: Element): Style {
  const pPr = childOf(element, 'w:pPr');
  const numPr = childOf(pPr, 'w:numPr');
  return {
    id: element.attributes['w:styleId'] ?? '',
    name: valOf(element, 'w:name') ?? '',
    kind: element.attributes['w:type'] ?? 'paragraph',
    basedOn: valOf(element, 'w:basedOn'),
    run: runWords(childOf(element, 'w:rPr')),
    outline: outlineOf(pPr),
    align: valOf(pPr, 'w:jc'),
    number: valOf(numPr, 'w:numId'),
    level: levelOf(valOf(numPr, 'w:ilvl')) ?? undefined,
  };
}

const ALIGNS: Readonly<Record<string, BlockFormat['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
  thaiDistribute: 'justify',
};

/** The headings that every program knows by their names, whether or not the file says how high they are. */
const HEADING = /^(?:heading|标题)\s*([1-9])$/i;

function firstSaid<T>(chain: readonly Style[], said: (style: Style) => T | undefined): T | undefined {
  for (const style of chain) {
    const value = said(style);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What a style and those it is based on say together: the nearest that says anything counts. */
function wordsOfChain(chain: readonly Style[]): RunWords {
  const words: Record<string, unknown> = {};
  for (const key of [...TOGGLES, ...PLAIN]) words[key] = firstSaid(chain, ({ run }) => run[key]);
  return words as RunWords;
}

export interface Styles {
  readonly paragraph: (pPr: Element | undefined) => BlockFormat;
  readonly run: (rPr: Element | undefined, pPr: Element | undefined) => RunFormat;
  /** The list that a style of lists stands for. */
  readonly listOf: (styleId: string) => string | undefined;
  /** The styles that a paragraph has by its properties, as the levels of a list name them. */
  readonly idsOf: (pPr: Element | undefined) => readonly string[];
}

/** The styles of a document. A style that is based on itself ends there. */
export function stylesOf(root: Element | null): Styles {
  const all = elementsOf(root ?? undefined).filter(({ name }) => name === 'w:style');
  const byId = new Map(all.map((element) => [element.attributes['w:styleId'] ?? '', styleOf(element)]));
  const usual = all.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' &&
      attributes['w:default'] !== undefined &&
      !OFF.has(attributes['w:default']),
  )?.attributes['w:styleId'];
  const defaults = childOf(root ?? undefined, 'w:docDefaults');
  const base = runWords(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'));
  const baseAlign = valOf(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'), 'w:jc');

  const chains = new Map<string, readonly Style[]>();
  function chainOf(id: string | undefined): readonly Style[] {
    if (id === undefined) return [];
    const known = chains.get(id);
    if (known) return known;
    const chain: Style[] = [];
    for (let style = byId.get(id); style && !chain.includes(style); style = byId.get(style.basedOn ?? '')) {
      chain.push(style);
      if (chain.length > 50) break;
    }
    chains.set(id, chain);
    return chain;
  }
  const said = new Map<string, RunWords>();
  function wordsOf(id: string | undefined): RunWords {
    const known = said.get(id ?? '');
    if (known) return known;
    const words = wordsOfChain(chainOf(id));
    said.set(id ?? '', words);
    return words;
  }
  const styleIdOf = (pPr: Element | undefined) => {
    const id = valOf(pPr, 'w:pStyle');
    return id !== undefined && byId.has(id) ? id : usual;
  };

  return {
    paragraph: (pPr) => {
      const chain = chainOf(styleIdOf(pPr));
      const numPr = childOf(pPr, 'w:numPr');
      const number = valOf(numPr, 'w:numId') ?? firstSaid(chain, (style) => style.number);
      const level = levelOf(valOf(numPr, 'w:ilvl'));
      const outline = outlineOf(pPr);
      const byName = firstSaid(chain, ({ name }) => HEADING.exec(name)?.[1]);
      const byStyle = firstSaid(chain, (style) => style.outline);
      const align = valOf(pPr, 'w:jc') ?? firstSaid(chain, (style) => style.align) ?? baseAlign ?? 'left';
      return {
        styles: chain.map(({ name, id }) => name || id),
        outline: outline !== undefined ? outline : byStyle !== undefined ? byStyle : byName ? Number(byName) : null,
        align: ALIGNS[align] ?? 'left',
        list:
          number === undefined || number === '0'
            ? null
            : { number, level, ofStyle: firstSaid(chain, (style) => style.level) ?? 0 },
      };
    },
    run: (rPr, pPr) => {
      const direct = runWords(rPr);
      const [ofParagraph, ofLetters] = [wordsOf(styleIdOf(pPr)), wordsOf(valOf(rPr, 'w:rStyle'))];
      const toggle = (key: (typeof TOGGLES)[number]) =>
        direct[key] ?? (base[key] === true || (ofParagraph[key] ?? false) !== (ofLetters[key] ?? false));
      const plain = <Key extends (typeof PLAIN)[number]>(key: Key): RunWords[Key] =>
        direct[key] ?? ofLetters[key] ?? ofParagraph[key] ?? base[key];
      // Smaller letters above or below the line are how LibreOffice writes these.
      const [size, lift] = [
        direct.size ?? ofLetters.size ?? Number.POSITIVE_INFINITY,
        direct.lift || ofLetters.lift || 0,
      ];
      const isSmaller = size <= (ofParagraph.size ?? base.size ?? 10) * SMALL;
      const lifted = lift === 0 ? 'normal' : lift > 0 ? 'super' : 'sub';
      return {
        bold: toggle('bold'),
        italic: toggle('italic'),
        strike: toggle('strike') || toggle('doubleStrike'),
        underline: plain('underline') ?? false,
        hidden: toggle('vanish') || (plain('webHidden') ?? false),
        position: plain('position') ?? (isSmaller ? lifted : 'normal'),
        lifted: Math.abs(lift) >= FAR ? lifted : 'normal',
        size: plain('size') ?? null,
        typeface: plain('typeface') ?? '',
      };
    },
    listOf: (styleId) => firstSaid(chainOf(styleId), (style) => style.number),
    idsOf: (pPr) => chainOf(styleIdOf(pPr)).map(({ id }) => id),
  };
}
