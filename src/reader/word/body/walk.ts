import type { Block, Inline, Note, TableCell } from '#stories/manuscript/manuscript.ts';
import type { Package, Relationship } from '../../office/package.ts';
import { below, childOf, type Element, elementsOf, lettersOf, textOf, UnreadableXml, valOf } from '../../office/xml.ts';
import { type Drawn, drawnIn, wordsOfPart } from '../drawings/drawn.ts';
import { type Numbering, numberWords } from '../formats/numbering.ts';
import type { RunFormat, Styles } from '../formats/styles.ts';
import { isSymbolFace, symbolOf } from '../formats/symbols.ts';
import {
  addWords,
  Draft,
  inlinesOf,
  type LeftDraft,
  type LinkDraft,
  looksOf,
  type Piece,
  type PlaceDraft,
  seenText,
} from './draft.ts';

/** A paragraph that is being read; one whose mark is gone goes on with the next. */
interface Line {
  readonly place: PlaceDraft;
  readonly pieces: Piece[];
  /** What follows it: the boxes that are anchored in it. */
  readonly boxes: (() => void)[];
  /** Whether something of it was not taken: with nothing else in it, it is no empty line. */
  gone: boolean;
  pPr: Element | undefined;
}

/** A field: instructions to the program, and what it showed in their place. */
interface Field {
  instruction: string;
  phase: 'code' | 'result';
  /** What it shows is not taken; told in `left` where that is anything. */
  skips: boolean;
  left: LeftDraft | null;
  link: LinkDraft | null;
  shows: boolean;
  readonly form: Element | undefined;
}

/** A run of text with its own fields: the body, a box, a note. */
interface Story {
  readonly part: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly fields: Field[];
  /** Beginnings of fields that never end: they are none. */
  readonly unended: ReadonlySet<Element>;
  readonly box: boolean;
  line: Line | null;
}

/** Where an inline is read. */
interface Here {
  readonly story: Story;
  readonly line: Line;
  readonly pPr: Element | undefined;
  readonly link: LinkDraft | null;
  readonly out: Block[];
}

export interface Source {
  readonly pack: Package;
  readonly main: string;
  readonly root: Element;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Elements of the parts that hold notes and comments; null: there is none. */
  readonly footnotes: readonly [part: string, root: Element] | null;
  readonly endnotes: readonly [part: string, root: Element] | null;
  readonly comments: Element | null;
}

/** Said of what is left out. */
const WHAT = {
  hidden: '隐藏的文字',
  deleted: '修订时删掉的字',
  comment: '批注',
  contents: '目录',
  page: '页码',
  pinyin: '注音',
  controls: '看不见的控制字符',
  sign: '认不出的符号',
  formula: '公式（排成了一行字，请核对）',
  chunk: '嵌进来的另一份文件',
} as const;

/** Properties and marks: nothing in them is read as text. */
const NO_TEXT = new Set(
  (
    'w:pPr w:rPr w:sectPr w:tblPr w:trPr w:tcPr w:tblPrEx w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:permStart ' +
    'w:permEnd w:commentRangeStart w:commentRangeEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart ' +
    'w:moveToRangeEnd w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart ' +
    'w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd ' +
    'w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd w:annotationRef w:footnoteRef w:endnoteRef w:separator ' +
    'w:continuationSeparator w:delText w:delInstrText w:softHyphen w:fldData w:ffData'
  ).split(' '),
);

/** What stands in a paragraph; outside of one, it is a paragraph of its own. */
const INLINE = new Set(['w:r', 'w:hyperlink', 'w:fldSimple', 'm:oMath', 'm:oMathPara', 'w:subDoc']);

const CONTENTS_STYLE = /^(?:(?:toc|目录)\s*(?:\d|heading|标题)|contents (?:heading|\d)|table of figures|图表目录)$/i;

/** Fields that show something of another place: what is shown is kept, and that it came from there is said. */
const FETCHING = new Set('INCLUDETEXT INCLUDEPICTURE INCLUDE IMPORT DDE DDEAUTO LINK DATABASE'.split(' '));
/** Fields whose result is made anew on every page or in every print. */
const PAGES = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION']);
const CONTENTS = new Set(['TOC', 'TOA', 'INDEX']);
/** Fields that show nothing. */
const SILENT = new Set('TC XE TA RD SET ASK PRINT PRIVATE ADVANCE NEXT NEXTIF SKIPIF'.split(' '));
const COUNTING = new Set('AUTONUM AUTONUMLGL AUTONUMOUT LISTNUM'.split(' '));

const isOn = (element: Element | undefined) =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '1');

/** The words of an instruction, those in quotation marks as one. */
const wordsOf = (instruction: string): string[] =>
  [...instruction.matchAll(/"((?:[^"\\]|\\.)*)"|[“”]([^“”]*)[“”]|(\S+)/g)].map(
    ([, quoted, chinese, plain]) => quoted?.replaceAll('\\\\', '\\') ?? chinese ?? plain ?? '',
  );

/** An address that a reader may follow; null: it leads into a file or starts a program. */
function webAddress(address: string): string | null {
  const plain = address
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replaceAll(/\s/g, '%20');
  if (plain.length > LONGEST_ADDRESS || !/^(?:https?:\/\/[^/]|mailto:[^@]+@)/i.test(plain)) return null;
  try {
    new URL(plain);
    return plain;
  } catch {
    return null;
  }
}

/** The beginnings of fields below an element that have no end there. */
function unendedIn(root: Element): ReadonlySet<Element> {
  const open: Element[] = [];
  const look = (element: Element) => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:del' || child.name === 'w:moveFrom' || child.name === 'w:txbxContent') continue;
      const type = child.name === 'w:fldChar' ? child.attributes['w:fldCharType'] : undefined;
      if (type === 'begin') open.push(child);
      else if (type === 'end') open.pop();
      else look(child);
    }
  };
  look(root);
  return new Set(open);
}

/** No program writes longer instructions, and no address is longer. */
const LONGEST_INSTRUCTION = 8192;
const LONGEST_ADDRESS = 4096;
/** A run, a break, a tab, a picture takes as much work as some letters. */
const PRICE = 5;
/** Circles and sounds take a hundred. */
const LONGEST_EQUATION = 500;

/** Fields inside fields; each is asked about every word in it. */
const DEEPEST_FIELD = 100;

/** Without the spaces of XML at both ends; a wide space is a character like others. */
const withoutEnds = (text: string) => text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** A control that holds nothing but the words that ask for some. */
const isPrompt = (sdt: Element) => isOn(childOf(childOf(sdt, 'w:sdtPr'), 'w:showingPlcHdr'));

/** Rows or cells that lie in controls and corrections, too; a cell that only asks for words has none. */
function within(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt' && name === 'w:tc' && isPrompt(child))
      return within(child, name).map((cell) => ({ ...cell, children: elementsOf(cell).slice(0, 1) }));
    return NO_TEXT.has(child.name) || child.name === 'w:p' || child.name === 'w:tbl' ? [] : within(child, name);
  });
}

/**
 * Reads a document from its first element to its last: blocks as a reader sees them, and what of the file is not among
 * them. Pictures are named by their keys and stand in `draft.left` until their bytes have been looked at.
 */
export function walkDocument(source: Source): { blocks: Block[]; notes: Note[]; draft: Draft } {
  const { pack, styles, numbering } = source;
  const draft = new Draft();
  const comments = new Map(
    elementsOf(source.comments ?? undefined).map((comment) => [comment.attributes['w:id'], textOf(comment)] as const),
  );

  /** Notes that a writer wrote; the lines that a program draws above them are among them, too. */
  const notesById = new Map<string, { element: Element; part: string; kind: Note['kind'] }>(
    (['footnote', 'endnote'] as const).flatMap((kind) => {
      const [part, root] = source[`${kind}s`] ?? [];
      return elementsOf(root)
        .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
        .map(
          (element) => [`${kind}-${element.attributes['w:id'] ?? ''}`, { element, part: part ?? '', kind }] as const,
        );
    }),
  );

  const storyOf = (root: Element, part: string, relationships: Story['relationships'], box: boolean): Story => ({
    ...{ part, relationships, fields: [], unended: unendedIn(root), box, line: null },
  });

  // ── Inlines ──

  /** The field whose result is not taken, or in whose instructions we are; null: what comes is shown. */
  const silencing = ({ fields }: Story): Field | null =>
    fields.find(({ phase, skips }) => phase === 'code' || skips) ?? null;

  function put({ story, line, link }: Here, inline: Piece['inline'], size: number | null = null): void {
    if (inline.type !== 'text') draft.take(PRICE);
    const silent = silencing(story);
    if (silent) {
      if (silent.phase === 'code') return;
      line.gone = true;
      if (silent.left) addWords(silent.left, inline.type === 'text' ? inline.text : ' ');
      return;
    }
    let own = link;
    for (const field of story.fields) {
      field.shows = true;
      own ??= field.link;
      if (field.left && inline.type === 'text') addWords(field.left, inline.text);
    }
    const left = own?.left;
    if (left && inline.type === 'text') addWords(left, inline.text);
    line.pieces.push({ inline, link: own, size });
  }

  function leave({ line }: Pick<Here, 'line'>, what: string, words: string, between = ''): LeftDraft {
    line.gone = true;
    return draft.leave(what, words, line.place, between);
  }

  function putText(here: Here, raw: string, format: RunFormat): void {
    draft.take(raw.length + PRICE - 1);
    const { bold, italic, strike, underline, size } = format;
    const isSign = format.position === 'normal' && /^[\d+\-−]{1,2}$/.test(raw);
    const position = isSign ? format.lifted : format.position;
    const { text, controls } = seenText(raw.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' '));
    if (controls) leave(here, WHAT.controls, text, '…');
    for (const [i, part] of text.split(/([\t\u2028\u2029])/).entries()) {
      if (i % 2 === 1) put(here, { type: part === '\t' ? 'tab' : 'break' });
      else if (part !== '') put(here, { type: 'text', text: part, bold, italic, strike, underline, position }, size);
    }
  }

  /** Letters of a typeface of signs, and those that only such a typeface has. */
  function putLetters(here: Here, raw: string, format: RunFormat): void {
    const face = isSymbolFace(format.typeface);
    if (!face && !/[\uf000-\uf0ff]/.test(raw)) {
      putText(here, raw, format);
      return;
    }
    for (const letter of raw) {
      const number = letter.codePointAt(0) ?? 0;
      if ((face && number > 0x20 && number <= 0xff) || (number >= 0xf000 && number <= 0xf0ff))
        putSign(here, format.typeface, number, format);
      else putText(here, letter, format);
    }
  }

  function putSign(here: Here, typeface: string, number: number, format: RunFormat): void {
    const sign = symbolOf(typeface, number);
    if (sign === null) {
      const code = number.toString(16).toUpperCase();
      leave(here, `${WHAT.sign}（${typeface || '没有写字体'}，${code}）`, wordsBefore(here));
    } else putText(here, sign, format);
  }

  const wordsBefore = ({ line }: Here): string =>
    line.pieces
      .slice(-8)
      .map(({ inline }) => (inline.type === 'text' ? inline.text : ''))
      .join('')
      .slice(-20);

  function run(element: Element, here: Here): void {
    const rPr = childOf(element, 'w:rPr');
    const format = styles.run(rPr, here.pPr);
    let customMark: string | null = null;
    for (const child of elementsOf(element)) {
      if (child.name === 'w:fldChar') fieldMark(child, here, format);
      else if (child.name === 'w:instrText') instruct(here.story, lettersOf(child));
      else if (format.hidden && child.name !== 'w:rPr') hide(child, here);
      // The mark that a writer chose stands in the same run; the draft numbers its notes itself.
      else if (customMark !== null && (child.name === 'w:t' || child.name === 'w:sym'))
        draft.notes.set(customMark, lettersOf(child).trim());
      else runPart(child, here, format);
      if (/^w:(?:foot|end)noteReference$/.test(child.name) && isTrue(child, 'w:customMarkFollows'))
        customMark = noteId(child);
    }
  }

  const isTrue = ({ attributes }: Element, name: string) =>
    attributes[name] !== undefined && !/^(?:0|false|off)$/.test(attributes[name]);

  function hide(child: Element, here: Here): void {
    const words = textOf(child);
    if (words.trim() !== '') leave(here, WHAT.hidden, words);
    else if (/^(?:w:drawing|w:pict|w:object)$/.test(child.name)) leave(here, '隐藏的图', '');
  }

  function runPart(child: Element, here: Here, format: RunFormat): void {
    switch (child.name) {
      case 'w:t': {
        const text = lettersOf(child);
        putLetters(here, child.attributes['xml:space'] === 'preserve' ? text : withoutEnds(text), format);
        return;
      }
      case 'w:tab':
      case 'w:ptab':
        put(here, { type: 'tab' });
        return;
      case 'w:cr':
        put(here, { type: 'break' });
        return;
      case 'w:br':
        put(here, { type: /^(?:page|column)$/.test(child.attributes['w:type'] ?? '') ? 'page' : 'break' });
        return;
      case 'w:noBreakHyphen':
        putText(here, '-', format);
        return;
      case 'w:sym': {
        const number = Number.parseInt(child.attributes['w:char'] ?? '', 16);
        putSign(here, child.attributes['w:font'] ?? '', Number.isNaN(number) ? 0 : number, format);
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        noteMark(child, here);
        return;
      case 'w:commentReference':
        // A line with nothing but a comment is an empty line all the same.
        draft.leave(WHAT.comment, comments.get(child.attributes['w:id']) ?? '', here.line.place, '；');
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        for (const drawn of drawnIn(child)) putDrawn(drawn, here, child.name === 'w:object');
        return;
      case 'w:ruby':
        ruby(child, here);
        return;
      case 'w:contentPart':
        leave(here, '手写的墨迹', '');
        return;
      case 'w:pgNum':
        leave(here, WHAT.page, '');
        return;
      default:
        // Whatever is not known here may hold words.
        if (INLINE.has(child.name) || child.name === 'w:p') inlines([child], here);
        else if (!NO_TEXT.has(child.name)) for (const one of elementsOf(child)) runPart(one, here, format);
    }
  }

  function ruby(element: Element, here: Here): void {
    const base = childOf(element, 'w:rubyBase');
    inlines(elementsOf(base), here);
    const above = textOf(childOf(element, 'w:rt') ?? element);
    if (!silencing(here.story)) draft.leave(WHAT.pinyin, `${base ? textOf(base) : ''}（${above}）`, here.line.place);
  }

  const noteId = ({ name, attributes }: Element) =>
    `${name === 'w:footnoteReference' ? 'footnote' : 'endnote'}-${attributes['w:id'] ?? ''}`;

  function noteMark(mark: Element, here: Here): void {
    const id = noteId(mark);
    if (silencing(here.story) || !notesById.has(id)) return;
    if (!draft.notes.has(id)) draft.notes.set(id, '');
    put(here, { type: 'note', id });
  }

  function putDrawn(drawn: Drawn, here: Here, isObject: boolean): void {
    const { story, line, out } = here;
    if (silencing(story)) {
      line.gone = true;
      return;
    }
    switch (drawn.type) {
      case 'box': {
        const box = storyOf(drawn.content, story.part, story.relationships, true);
        line.boxes.push(() => blocks(elementsOf(drawn.content), box, out));
        return;
      }
      case 'words': {
        const run: Element = {
          name: 'w:r',
          attributes: {},
          children: [{ name: 'w:t', attributes: {}, children: [drawn.words] }],
        };
        const box = storyOf(run, story.part, story.relationships, true);
        line.boxes.push(() => blocks([{ name: 'w:p', attributes: {}, children: [run] }], box, out));
        return;
      }
      case 'left': {
        const part = drawn.part === null ? undefined : story.relationships.get(drawn.part);
        const root = part && !part.external ? pack.xml(part.target) : null;
        leave(here, drawn.what, [drawn.words, root ? wordsOfPart(root) : ''].filter(Boolean).join('：'), '；');
        return;
      }
      case 'picture': {
        const target = story.relationships.get(drawn.id);
        const { shown, alt } = drawn;
        const around = drawn.link === null ? undefined : story.relationships.get(drawn.link);
        const outside = drawn.linked || target?.external === true;
        const part = outside || !target ? null : target.target;
        const address = outside ? (target?.target ?? '') : '';
        const key = JSON.stringify([part ?? '', address, shown]);
        const link = around ? linkTo(around.target, '', here) : here.link;
        put({ ...here, link }, { type: 'picture', picture: key, alt: seenText(alt).text });
        draft.left.push({ key, part, address, shown, alt, place: line.place, preview: isObject });
      }
    }
  }

  function inlines(elements: readonly Element[], here: Here): void {
    for (const element of elements) inline(element, here);
  }

  function inline(element: Element, here: Here): void {
    switch (element.name) {
      case 'w:r':
        run(element, here);
        return;
      case 'w:hyperlink':
        inlines(elementsOf(element), { ...here, link: hyperlink(element, here) });
        return;
      case 'w:del':
        if (!silencing(here.story)) deleted(element, here);
        return;
      case 'w:moveFrom':
        here.line.gone = true;
        return;
      case 'w:sdt':
        if (isPrompt(element)) return;
        if (madeIn(element) !== null) leave(here, madeIn(element) ?? '', textOf(element));
        else inlines(elementsOf(childOf(element, 'w:sdtContent')), here);
        return;
      case 'w:fldSimple':
        simpleField(element, here);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        formula(element, here);
        return;
      case 'w:subDoc':
        leave(here, WHAT.chunk, '');
        return;
      case 'w:tbl':
        here.line.boxes.push(() => block(element, here.story, here.out));
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'w:ruby':
        runPart(element, here, styles.run(undefined, here.pPr));
        return;
      default:
        if (!NO_TEXT.has(element.name)) inlines(elementsOf(element), here);
    }
  }

  function deleted(element: Element, here: Here): void {
    const words = textOf(element);
    if (words !== '') leave(here, WHAT.deleted, words);
    else if ([...below(element)].some(({ name }) => /^w:(?:drawing|pict|object)$/.test(name)))
      leave(here, '修订时删掉的图', '');
    here.line.gone = true;
  }

  function linkTo(address: string, anchor: string, here: Here): LinkDraft {
    // Some programs write a place of the document as if it were an address outside.
    const inside = address.startsWith('#') ? address.slice(1) : address === '' ? anchor : '';
    if (inside !== '') return { href: `#${seenText(inside).text}`, left: null };
    const href = webAddress(address);
    draft.take(href?.length ?? 0);
    if (href === null && address === '') return { href: null, left: null };
    if (href === null) {
      const shown = seenText(address).text;
      return { href, left: draft.leave(`链接（${[...shown].slice(0, 60).join('')}）`, '', here.line.place) };
    }
    return { href: anchor !== '' && !href.includes('#') ? `${href}#${encodeURI(anchor)}` : href, left: null };
  }

  function hyperlink({ attributes }: Element, here: Here): LinkDraft | null {
    if (silencing(here.story)) return null;
    const target = here.story.relationships.get(attributes['r:id'] ?? '');
    return linkTo(target?.target ?? '', attributes['w:anchor'] ?? '', here);
  }

  // ── Fields ──

  const instruct = (story: Story, words: string): void => {
    const field = story.fields.at(-1);
    if (field?.phase === 'code') field.instruction = (field.instruction + words).slice(0, LONGEST_INSTRUCTION);
  };

  function fieldMark(mark: Element, here: Here, format: RunFormat): void {
    const { story } = here;
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      if (story.unended.has(mark)) return;
      if (story.fields.length >= DEEPEST_FIELD) throw new UnreadableXml('too-deep');
      const form = childOf(mark, 'w:ffData');
      story.fields.push({ instruction: '', phase: 'code', skips: false, left: null, link: null, shows: false, form });
      return;
    }
    const field = story.fields.at(-1);
    if (!field) return;
    if (type === 'separate' && field.phase === 'code') beginResult(field, here);
    if (type === 'end') endField(here, format);
  }

  /** What a field shows begins: whether it is taken, and as what. */
  function beginResult(field: Field, here: Here): void {
    const outer = here.story.fields.filter((one) => one !== field);
    field.phase = 'result';
    if (outer.some(({ phase, skips }) => phase === 'code' || skips)) return;
    const [kind = '', ...words] = wordsOf(field.instruction);
    const name = kind.toUpperCase();
    if (CONTENTS.has(name)) {
      field.skips = true;
      field.left = leave(here, name === 'INDEX' ? '索引' : WHAT.contents, '');
    } else if (PAGES.has(name)) {
      field.skips = true;
      field.left = leave(here, WHAT.page, '', '、');
    } else if (SILENT.has(name)) field.skips = true;
    else if (name === 'HYPERLINK') field.link = fieldLink(words, here);
    else if (FETCHING.has(name)) {
      field.left = draft.leave(`从别处取来的内容（${name} 域，留下的是文件里存着的字）`, '', here.line.place, '；');
    }
  }

  function fieldLink(words: readonly string[], here: Here): LinkDraft | null {
    let [address, anchor] = ['', ''];
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? '';
      if (/^\\[lL]$/.test(word)) anchor = words[++i] ?? '';
      else if (/^\\[omtsOMTS]$/.test(word)) i += /^\\[nm]$/i.test(word) ? 0 : 1;
      else if (!word.startsWith('\\') && address === '') address = word;
    }
    return address === '' && anchor === '' ? null : linkTo(address, anchor, here);
  }

  function endField(here: Here, format: RunFormat): void {
    const { fields } = here.story;
    const field = fields.at(-1);
    if (!field) return;
    if (field.phase === 'code') beginResult(field, here);
    fields.pop();
    here.line.gone ||= field.skips;
    if (!field.shows && !field.skips && !silencing(here.story)) drawField(field, here, format);
  }

  /** What some fields show although the file does not hold it: the program draws it from their instructions. */
  function drawField({ instruction, form }: Field, here: Here, format: RunFormat): void {
    const [kind = '', ...words] = wordsOf(instruction);
    const name = kind.toUpperCase();
    if (name === 'FORMCHECKBOX') {
      const box = childOf(form, 'w:checkBox');
      putText(here, isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ? '☒' : '☐', format);
    } else if (name === 'FORMDROPDOWN') {
      const list = childOf(form, 'w:ddList');
      const entries = elementsOf(list).filter((entry) => entry.name === 'w:listEntry');
      const chosen = entries[Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? 0)];
      putText(here, chosen?.attributes['w:val'] ?? '', format);
    } else if (name === 'SYMBOL') {
      const number = Number(words[0]);
      const face = words[words.findIndex((word) => /^\\f$/i.test(word)) + 1] ?? '';
      putSign(here, face === words[0] ? '' : face, Number.isInteger(number) ? number : 0, format);
    } else if (name === 'EQ') drawEquation(instruction, here, format);
    else if (COUNTING.has(name)) leave(here, `自动编的号（${name} 域）`, wordsBefore(here));
    else if (name === 'MACROBUTTON' || name === 'GOTOBUTTON')
      leave(here, `按钮（${name} 域）`, instruction.replace(/^\s*\S+\s+\S+\s*/, ''));
    else if (CONTENTS.has(name)) leave(here, WHAT.contents, '');
  }

  /** The older ways to circle a character and to write its sound above it. */
  function drawEquation(instruction: string, here: Here, format: RunFormat): void {
    if (instruction.length > LONGEST_EQUATION) {
      leave(here, '公式（EQ 域）', instruction.replace(/^\s*EQ\s*/i, ''), '；');
      return;
    }
    const circled = /\\o\s*\\ac\s*\(\s*[○〇△□◇]\s*[,，;；]\s*(.+?)\s*\)\s*$/i.exec(instruction)?.[1];
    const [, above, base] = /\\s\s*\\up\s*\d+\s*\((.*?)\)\s*[,，;；]\s*(.*?)\)\s*$/i.exec(instruction) ?? [];
    if (circled !== undefined) {
      const number = Number(circled);
      if (Number.isInteger(number) && number >= 1 && number <= 20)
        putText(here, numberWords(number, 'decimalEnclosedCircle'), format);
      else {
        putText(here, circled, format);
        leave(here, '字外面的圈', circled);
      }
    } else if (base !== undefined) {
      putText(here, base, format);
      draft.leave(WHAT.pinyin, `${base}（${above}）`, here.line.place);
    } else leave(here, '公式（EQ 域）', instruction.replace(/^\s*EQ\s*/i, ''), '；');
  }

  function simpleField(element: Element, here: Here): void {
    const { fields } = here.story;
    const instruction = (element.attributes['w:instr'] ?? '').slice(0, LONGEST_INSTRUCTION);
    const field: Field = {
      ...{ instruction, phase: 'code', skips: false, left: null, link: null, shows: false },
      form: childOf(element, 'w:ffData'),
    };
    fields.push(field);
    const depth = fields.length;
    beginResult(field, here);
    inlines(elementsOf(element), here);
    // Fields that begin inside it and do not end there end with it.
    fields.length = Math.min(fields.length, depth);
    if (fields.at(-1) === field) endField(here, styles.run(undefined, here.pPr));
  }

  // ── Formulas ──

  function formula(element: Element, here: Here): void {
    const format = styles.run(undefined, here.pPr);
    let words = '';
    let isBuilt = false;
    const say = (text: string, position: RunFormat['position']) => {
      words += text;
      putText(here, text, { ...format, position });
    };
    const part = (of: Element, name: string) => childOf(of, name);
    const isShort = (one: Element | undefined) => one === undefined || [...textOf(one)].length <= 1;
    const inBrackets = (one: Element | undefined, position: RunFormat['position']) => {
      if (!one) return;
      if (isShort(one)) tell(one, position);
      else {
        say('(', position);
        tell(one, position);
        say(')', position);
      }
    };
    const tell = (of: Element | undefined, position: RunFormat['position']): void => {
      for (const child of elementsOf(of)) one(child, position);
    };
    const one = (child: Element, position: RunFormat['position']): void => {
      const properties = part(child, `${child.name}Pr`);
      const sign = (name: string, usual: string) => part(properties ?? child, name)?.attributes['m:val'] ?? usual;
      switch (child.name) {
        case 'm:t':
        case 'w:t':
          say(lettersOf(child), position);
          return;
        case 'm:f':
          isBuilt = true;
          inBrackets(part(child, 'm:num'), position);
          say('/', position);
          inBrackets(part(child, 'm:den'), position);
          return;
        case 'm:sSup':
        case 'm:sSub':
        case 'm:sSubSup':
          isBuilt ||= position !== 'normal' || child.name === 'm:sSubSup';
          tell(part(child, 'm:e'), position);
          tell(part(child, 'm:sub'), 'sub');
          tell(part(child, 'm:sup'), 'super');
          return;
        case 'm:rad':
          isBuilt = true;
          tell(part(child, 'm:deg'), 'super');
          say('√', position);
          inBrackets(part(child, 'm:e'), position);
          return;
        case 'm:nary':
          isBuilt = true;
          say(sign('m:chr', '∫'), position);
          tell(part(child, 'm:sub'), 'sub');
          tell(part(child, 'm:sup'), 'super');
          tell(part(child, 'm:e'), position);
          return;
        case 'm:d': {
          say(sign('m:begChr', '('), position);
          const inside = elementsOf(child).filter(({ name }) => name === 'm:e');
          for (const [i, e] of inside.entries()) {
            if (i > 0) say(sign('m:sepChr', '|'), position);
            tell(e, position);
          }
          say(sign('m:endChr', ')'), position);
          return;
        }
        case 'w:del':
        case 'w:moveFrom':
          return;
        case 'm:r':
        case 'm:oMath':
        case 'w:ins':
        case 'w:r':
        case 'm:func':
        case 'm:fName':
        case 'm:e':
          tell(child, position);
          return;
        default:
          if (/Pr$/.test(child.name) || NO_TEXT.has(child.name)) return;
          isBuilt = true;
          tell(child, position);
      }
    };
    tell(element, 'normal');
    if (isBuilt && !silencing(here.story)) draft.leave(WHAT.formula, words, here.line.place, '；');
  }

  // ── Blocks ──

  /** What a control holds that the program makes by itself; null: words of the writer. */
  const madeIn = (sdt: Element): typeof WHAT.contents | typeof WHAT.page | null => {
    const properties = childOf(sdt, 'w:sdtPr');
    const part = childOf(properties, 'w:docPartObj') ?? childOf(properties, 'w:docPartList');
    const gallery = valOf(part, 'w:docPartGallery') ?? '';
    if (/^page numbers/i.test(gallery)) return WHAT.page;
    return /^table of contents$/i.test(gallery) ? WHAT.contents : null;
  };

  function blocks(elements: readonly Element[], story: Story, out: Block[]): void {
    for (const element of elements) block(element, story, out);
    flush(story, out);
  }

  function block(element: Element, story: Story, out: Block[]): void {
    const inside = (of: Element | undefined) => {
      for (const child of elementsOf(of)) block(child, story, out);
    };
    switch (element.name) {
      case 'w:p':
        paragraph(element, story, out);
        return;
      case 'w:tbl':
        flush(story, out);
        table(element, story, out);
        return;
      case 'w:sdt':
        if (isPrompt(element)) return;
        if (madeIn(element) === WHAT.contents) leaveContents(textOf(element));
        else if (madeIn(element) === WHAT.page) draft.leave(WHAT.page, textOf(element), draft.lastPlace());
        else inside(childOf(element, 'w:sdtContent'));
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (element.name === 'w:del' && textOf(element) !== '')
          draft.leave(WHAT.deleted, textOf(element), draft.lastPlace());
        return;
      case 'w:altChunk':
        flush(story, out);
        draft.leave(WHAT.chunk, '', draft.lastPlace());
        return;
      default:
        if (INLINE.has(element.name)) paragraph({ name: 'w:p', attributes: {}, children: [element] }, story, out);
        else if (!NO_TEXT.has(element.name)) inside(element);
    }
  }

  /** The lines of one table of contents are told as one. */
  function leaveContents(words: string): void {
    const last = draft.left.at(-1);
    if (last && !('key' in last) && last.what === WHAT.contents) addWords(last, words, ' ');
    else draft.leave(WHAT.contents, words, draft.lastPlace());
  }

  function paragraph(element: Element, story: Story, out: Block[]): void {
    const pPr = childOf(element, 'w:pPr');
    story.line ??= { place: draft.begin(), pieces: [], boxes: [], gone: false, pPr };
    const { line } = story;
    line.pPr = pPr;
    inlines(elementsOf(element), { story, line, pPr, link: null, out });
    if (!goesOn(pPr)) finish(line, story, out);
  }

  /** Whether a paragraph goes on with the next: its mark is deleted or hidden, or it is one large letter before it. */
  function goesOn(pPr: Element | undefined): boolean {
    const mark = childOf(pPr, 'w:rPr');
    if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) return true;
    if (isOn(childOf(mark, 'w:vanish')) || isOn(childOf(mark, 'w:specVanish'))) return true;
    return /^(?:drop|margin)$/.test(childOf(pPr, 'w:framePr')?.attributes['w:dropCap'] ?? '');
  }

  function flush(story: Story, out: Block[]): void {
    if (story.line) finish(story.line, story, out);
  }

  function finish(line: Line, story: Story, out: Block[]): void {
    story.line = null;
    const { place, pieces, pPr } = line;
    const { styles: names, outline, align, list } = styles.paragraph(pPr);
    const all = inlinesOf(pieces);
    const isGone = all.length === 0 && line.gone;
    if (names.some((name) => CONTENTS_STYLE.test(name))) {
      draft.drop(place);
      if (pieces.length > 0)
        leaveContents(pieces.map(({ inline: one }) => (one.type === 'text' ? one.text : ' ')).join(''));
    } else if (isGone && !list) draft.drop(place);
    else {
      const item = list && numbering.next(list, styles.idsOf(pPr));
      if (isGone) draft.drop(place);
      else {
        draft.count(place, all);
        out.push({
          ...{ type: 'paragraph', place, inlines: all, styles: names, outline, align, ...looksOf(pieces) },
          label: item?.label ?? null,
          list: list && item && { id: list.number, level: item.level, ordered: item.ordered },
          box: story.box,
        });
      }
    }
    for (const box of line.boxes) box();
  }

  function table(element: Element, story: Story, out: Block[]): void {
    const place = draft.begin();
    draft.count(place, []);
    const own = { ...place };
    const rows: TableCell[][] = [];
    /** The cell that reaches down in each column. */
    const reaching = new Map<number, TableCell & { rows: number; columns: number }>();
    for (const row of within(element, 'w:tr')) {
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        draft.leave(WHAT.deleted, textOf(row), own);
        continue;
      }
      if (isOn(childOf(properties, 'w:hidden'))) {
        draft.leave(WHAT.hidden, textOf(row), own);
        continue;
      }
      const cells: (TableCell & { rows: number; columns: number })[] = [];
      let column = Number(valOf(properties, 'w:gridBefore') ?? 0) || 0;
      for (const cell of within(row, 'w:tc')) {
        const tcPr = childOf(cell, 'w:tcPr');
        if (childOf(tcPr, 'w:cellDel')) {
          draft.leave(WHAT.deleted, textOf(cell), own);
          continue;
        }
        const columns = Math.min(Math.max(Number(valOf(tcPr, 'w:gridSpan') ?? 1) || 1, 1), 1000);
        const merge = childOf(tcPr, 'w:vMerge');
        const above = reaching.get(column);
        const last = cells.at(-1);
        if (merge && merge.attributes['w:val'] !== 'restart' && above) {
          above.rows++;
          if (textOf(cell).trim() !== '') draft.leave('合并的单元格里盖住的字', textOf(cell), own, '；');
        } else if (childOf(tcPr, 'w:hMerge') && valOf(tcPr, 'w:hMerge') !== 'restart' && last) {
          last.columns += columns;
          if (textOf(cell).trim() !== '') draft.leave('合并的单元格里盖住的字', textOf(cell), own, '；');
        } else {
          const content: Block[] = [];
          blocks(elementsOf(cell), story, content);
          const made = { blocks: content, columns, rows: 1, column };
          for (let at = column; at < column + columns; at++) reaching.delete(at);
          if (merge) reaching.set(column, made);
          cells.push(made);
        }
        column += columns;
      }
      rows.push(cells);
    }
    // Its words are those of the first cell that has any.
    own.words = firstWords(rows) || own.words;
    out.push({ type: 'table', place: own, rows });
  }

  const firstWords = (rows: readonly (readonly TableCell[])[]): string => {
    for (const { blocks: content } of rows.flat())
      for (const { place, ...one } of content) {
        const hasWords =
          one.type === 'table' || one.inlines.some((inline) => inline.type === 'text' || inline.type === 'link');
        if (hasWords && place.words !== '') return place.words;
      }
    return '';
  };

  // ── The whole ──

  const body = childOf(source.root, 'w:body');
  const out: Block[] = [];
  if (body) blocks(elementsOf(body), storyOf(body, source.main, pack.relationships(source.main), false), out);
  const notes: Note[] = [];
  // A note may itself hold the mark of another one; the map goes on while it is walked.
  for (const [id, mark] of draft.notes) {
    const note = notesById.get(id);
    if (!note) continue;
    const content: Block[] = [];
    const story = storyOf(note.element, note.part, pack.relationships(note.part), false);
    blocks(elementsOf(note.element), story, content);
    notes.push({ id, kind: note.kind, blocks: withoutMark(content, mark) });
  }
  return { blocks: out, notes, draft };
}

/** Before its words a note has a space or a tab, and the mark that a writer chose for it. */
function withoutMark(blocks: readonly Block[], mark: string): Block[] {
  return blocks.map((block, i): Block => {
    if (block.type !== 'paragraph' || i > 0) return block;
    const inlines: Inline[] = [...block.inlines];
    for (let left = mark; inlines.length > 0; ) {
      const first = inlines[0];
      if (first?.type === 'tab') inlines.shift();
      else if (first?.type === 'text') {
        const text = first.text.replace(/^ +/, '');
        const isMark = left !== '' && text.startsWith(left);
        const rest = isMark ? text.slice(left.length) : text;
        if (isMark) left = '';
        if (rest === '') inlines.shift();
        else inlines[0] = { ...first, text: rest };
        if (rest !== '' && !isMark) break;
      } else break;
    }
    return { ...block, inlines };
  });
}
