import { badAddress } from '../body/links.ts';
import {
  inlineMarkdown,
  mergedPieces,
  type Piece,
  plainWords,
  type TidyCounts,
  tidied,
  wordsOf,
} from '../grammar/inline-markdown.ts';
import type {
  Block,
  BlockPlace,
  EmbeddedPicture,
  Inline,
  Manuscript,
  TableBlock,
  TableCell,
  TextBlock,
} from './manuscript.ts';
import {
  foldedLevels,
  hasPicture,
  headingsOf,
  isBullet,
  isPlainNumber,
  labelled,
  lineOf,
  type Remark,
  styleRole,
} from './text-roles.ts';

/** A picture that stands beside the draft. */
export interface DraftPicture {
  /** Of its file beside the story. */
  readonly name: string;
  readonly picture: EmbeddedPicture;
}

/** One place at which a picture is shown, with what the document says of it. */
export interface ShownPicture {
  readonly name: string;
  readonly place: BlockPlace;
  /** What is seen, as the document says it; empty: it does not. */
  readonly alt: string;
  /** The words below or above it; empty: there are none. */
  readonly caption: string;
  /** Who took it, as the caption says; null: it does not. */
  readonly photographer: string | null;
}

/** The body of a draft, and what its writer has to know of it. */
export interface DraftBody {
  readonly markdown: string;
  readonly pictures: readonly DraftPicture[];
  readonly shown: readonly ShownPicture[];
  /** How much of what was taken over. */
  readonly counts: readonly (readonly [what: string, count: number])[];
  readonly changed: readonly Remark[];
  readonly left: readonly Remark[];
  readonly questions: readonly Remark[];
  /** The text of its first paragraphs, for a summary. */
  readonly opening: string;
}

const ENDINGS: Readonly<Record<EmbeddedPicture['kind'], string>> = { jpeg: 'jpg', png: 'png' };

const CAPTION =
  /^(?:[▲△▼▽◆■●☆★]\s*|[（(]?(?:图|照片|图片|附图|插图|fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]{1,3}(?!\d*[%％个人年月])|图为|图说[:：]|摄影[:：]|上图|下图[为：:])/iu;
/** 张三 摄, （李四供图）, 摄影：王五, 图/赵六 at the end of a caption. */
const CREDITS: readonly RegExp[] = [
  /[（(【[]\s*(?:摄影者?|图片?|照片|供图|拍摄|摄|来源|图片来源|图源)\s*[:：/／丨|]?\s*([^（）()【】[\]]{1,30}?)\s*[）)】\]]\s*[。.]?$/u,
  /[（(【[]\s*([^（）()【】[\]，。]{1,30}?)\s*(?:摄影|摄|供图|拍摄|提供|图)\s*[）)】\]]\s*[。.]?$/u,
  /(?:^|[\s　。，,；;])(?:摄影者?|图|照片|供图|拍摄|摄|图片来源|图源)\s*[:：/／丨|]\s*([^\s，。；：:]{1,20})\s*[。.]?$/u,
  /(?:^|[\s　。，,；;])([\p{L}·、]{1,20})\s*(?:摄影|摄|供图|拍摄)\s*[。.]?$/u,
];

/** Who a caption says took its picture, null: nobody; and what it says besides. */
export function creditIn(caption: string): { photographer: string | null; rest: string } {
  for (const pattern of CREDITS) {
    const found = pattern.exec(caption);
    const photographer = found?.[1]?.trim().replace(/[/／]$/u, '');
    if (found && photographer) return { photographer, rest: caption.slice(0, found.index).trim() };
  }
  return { photographer: null, rest: caption };
}

/** An alternative text that a program put there. */
const NO_ALT =
  /^(?:一?[张幅]?(?:图|图片|图像|照片|相片|插图|配图|截图|图形|形状|文本框|组合|对象)|image|img|photo|picture|pic|graphic|untitled|screenshot|微信图片|qq图片|dsc|mmexport)[\s\d_()（）-]*$|\.(?:jpe?g|png|gif|bmp|tiff?|webp|wmf|emf)$|[\\/]|自动生成|automatically generated|^[\da-f-]{8,}$|^[\W\d_]+$/iu;
const altOf = (text: string) => {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return NO_ALT.test(line) && !/\p{Script=Han}{4}/u.test(line.replace(/微信图片|描述已自动生成/gu, '')) ? '' : line;
};

/** What became otherwise on the way from a document's words to Markdown. */
interface InlineChange {
  readonly what: 'underline' | 'position' | 'link' | 'anchor' | 'style' | 'tab';
  /** The words it was about. */
  readonly words: string;
}

const SUPER: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()ni'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][i] ?? sign]),
);
const SUB: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] ?? sign]),
);

/** Letters that are raised or lowered by themselves; null where not all of them have such a form. */
function raised(text: string, position: 'super' | 'sub'): string | null {
  const table = position === 'super' ? SUPER : SUB;
  const letters = [...text].map((letter) => table[letter]);
  return letters.every((letter) => letter !== undefined) ? letters.join('') : null;
}

/** Signs that no file may hold: a space for each, so that no words are glued together. */
const withoutControls = (text: string) =>
  text.replaceAll(/(?![\n])\p{Cc}/gu, ' ').replaceAll(/[\ufffc\ufffe\uffff]/g, '');

/** One run of a document's words: raised letters by themselves, line ends that are none made spaces. */
function textPiece(inline: Extract<Inline, { type: 'text' }>, changes: InlineChange[]): Piece[] {
  const { bold, italic, strike, underline, position } = inline;
  const clean = withoutControls(inline.text.replaceAll(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, ' '));
  if (clean === '') return [];
  if (underline && clean.trim() !== '') changes.push({ what: 'underline', words: clean });
  const own = position === 'normal' ? null : raised(clean, position);
  if (position !== 'normal' && clean.trim() !== '') changes.push({ what: 'position', words: clean });
  return [{ type: 'text', text: own ?? clean, bold, italic, strike }];
}

/** Whether a link of a document may be one on the site. */
const mayLink = (href: string) => /^(?:https?:|mailto:|tel:)/i.test(href) && badAddress(href) === null;

/**
 * The words of a document's paragraph without its pictures, as pieces; what cannot stand in a story is told.
 * A tab is a wide space between two words.
 */
function piecesOf(inlines: readonly Inline[], changes: InlineChange[]): Piece[] {
  const pieces = inlines.flatMap((inline): Piece[] => {
    if (inline.type === 'text') return textPiece(inline, changes);
    if (inline.type === 'break') return [{ type: 'break' }];
    if (inline.type === 'note') return [{ type: 'note', id: inline.id }];
    if (inline.type === 'picture') return [];
    if (inline.type === 'tab') return [{ type: 'text', text: '　', bold: false, italic: false, strike: false }];
    const inner = piecesOf(inline.inlines, changes);
    const words = plainWords(inner);
    if (words === '') return inner;
    if (mayLink(inline.href) && !inner.some(({ type }) => type === 'note' || type === 'break' || type === 'link'))
      return [{ type: 'link', href: inline.href, pieces: inner }];
    changes.push({ what: inline.href.startsWith('#') ? 'anchor' : 'link', words: `${words}（${inline.href}）` });
    return inner;
  });
  return mergedPieces(pieces);
}

const flat = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline): Inline[] =>
    inline.type === 'link' && hasPicture({ inlines: inline.inlines }) ? flat(inline.inlines) : [inline],
  );

type ListItem = TextBlock & { list: NonNullable<TextBlock['list']> };

/** A paragraph of a list in Markdown, or none. */
const isItem = (block: Block): block is ListItem =>
  block.type === 'paragraph' &&
  block.list !== null &&
  !block.box &&
  (block.label === null ? !block.list.ordered : isBullet(block.label) || isPlainNumber(block.label));

/** A line from which a summary may be taken: a sentence, or one that is long enough to be one. */
const SAYS_SOMETHING = /[。！？…]|.{30}/u;

/** Writes the body of a draft, block by block. */
class BodyWriter {
  readonly #manuscript: Manuscript;
  readonly #used: ReadonlySet<Block>;
  readonly #levels: ReadonlyMap<TextBlock, 2 | 3>;
  readonly #parts: string[] = [];
  readonly #notes: string[] = [];
  readonly #pictures = new Map<string, DraftPicture>();
  readonly #tidy: TidyCounts = new Map();
  readonly #counts = new Map<string, number>();
  readonly shown: { -readonly [Key in keyof ShownPicture]: ShownPicture[Key] }[] = [];
  readonly changed: Remark[] = [];
  readonly left: Remark[] = [];
  readonly questions: Remark[] = [];
  readonly #looks = new Map<InlineChange['what'], { place: BlockPlace; words: string }[]>();
  opening = '';
  #opens = true;
  /** Behind which part the last list stands, and the sign of its marks. */
  #listAt = -1;
  #lastMark = '';

  constructor(manuscript: Manuscript, used: ReadonlySet<Block>, levels: ReadonlyMap<TextBlock, 2 | 3>) {
    this.#manuscript = manuscript;
    this.#used = used;
    this.#levels = levels;
  }

  #count(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  #changed(place: BlockPlace | null, words: string): void {
    this.changed.push({ place, words });
  }

  /** The number of a note in the story: in the order in which they are first named. */
  readonly #label = (id: string): string => {
    const known = this.#notes.indexOf(id);
    if (known >= 0) return String(known + 1);
    this.#notes.push(id);
    return String(this.#notes.length);
  };

  #pieces(inlines: readonly Inline[], place: BlockPlace, label: string | null = null, bold = false): Piece[] {
    const changes: InlineChange[] = [];
    const pieces = piecesOf(inlines, changes).filter((piece) => piece.type !== 'note' || this.#hasNote(piece.id));
    this.#look(changes, place);
    const before = labelled(label, '一').slice(0, -1);
    const head: Piece[] = before === '' ? [] : [{ type: 'text', text: before, bold, italic: false, strike: false }];
    return tidied([...head, ...pieces], this.#tidy);
  }

  #hasNote(id: string): boolean {
    return this.#manuscript.notes.some((note) => note.id === id);
  }

  #look(changes: readonly InlineChange[], place: BlockPlace): void {
    for (const { what, words } of changes) this.#looks.set(what, [...(this.#looks.get(what) ?? []), { place, words }]);
  }

  #markdown(pieces: readonly Piece[], context: 'text' | 'heading' | 'cell', place: BlockPlace): string {
    return inlineMarkdown(pieces, context, this.#label, (words) => this.#look([{ what: 'style', words }], place));
  }

  #push(markdown: string): void {
    if (markdown.trim() !== '') this.#parts.push(markdown);
  }

  /** Everything of a list of blocks, in order. */
  blocks(blocks: readonly Block[]): void {
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      if (this.#used.has(block)) continue;
      if (block.type === 'table') {
        i += this.#table(block, blocks.slice(i + 1));
        continue;
      }
      if (isItem(block) && !this.#levels.has(block) && !hasPicture(block) && lineOf(block) !== '') {
        const items = this.#run(
          blocks.slice(i),
          (one) => isItem(one) && !this.#levels.has(one) && !hasPicture(one) && !this.#used.has(one),
        );
        this.#list(items.filter(isItem));
        i += items.length - 1;
        continue;
      }
      if (block.box && (blocks[i - 1] === undefined || !(blocks[i - 1] as TextBlock).box) && lineOf(block) !== '') {
        this.#changed(block.place, `文本框里的字“${lineOf(block).slice(0, 24)}”放进了正文，在这一段后面。`);
      }
      i += this.#text(block, blocks, i);
    }
  }

  #run(blocks: readonly Block[], is: (block: Block) => boolean): Block[] {
    const end = blocks.findIndex((block) => !is(block));
    return blocks.slice(0, end < 0 ? undefined : end);
  }

  /** A paragraph, a heading, pictures with their caption; returns how many more blocks were written with it. */
  #text(block: TextBlock, blocks: readonly Block[], at: number): number {
    if (hasPicture(block)) return this.#pictured(block, blocks, at);
    const caption = this.#captionAbove(block, blocks, at);
    if (caption) return caption;
    this.#plain(block);
    return 0;
  }

  #plain(block: TextBlock, level = this.#levels.get(block)): void {
    const pieces = this.#pieces(block.inlines, block.place, block.label, block.bold);
    if (plainWords(pieces) === '' && !pieces.some(({ type }) => type === 'note')) return;
    if (level !== undefined) {
      const plain = pieces.flatMap((piece): Piece[] => {
        if (piece.type === 'text') return [{ ...piece, bold: false, italic: false }];
        return [
          piece.type === 'break' ? { type: 'text', text: ' ', bold: false, italic: false, strike: false } : piece,
        ];
      });
      const words = this.#markdown(joinedChinese(plain), 'heading', block.place);
      this.#push(`${'#'.repeat(level)} ${words}`);
      if (this.opening !== '') this.#opens = false;
      this.#count('小标题');
      return;
    }
    const quoted = styleRole(block)?.is === 'quote';
    for (const part of parted(pieces)) {
      const words = this.#markdown(part, 'text', block.place);
      if (words === '') continue;
      this.#push(quoted ? words.replaceAll(/^/gm, '> ') : words);
      this.#count(quoted ? '引文' : '段落');
      if (!quoted && this.#opens && SAYS_SOMETHING.test(plainWords(part)))
        this.opening += `${this.opening === '' ? '' : '\n'}${plainWords(part)}`;
    }
    if (this.opening !== '' && [...this.opening].length > 60) this.#opens = false;
  }

  #nameOf(id: string): string | null {
    const known = this.#pictures.get(id);
    if (known) return known.name;
    const picture = this.#manuscript.pictures.find((one) => one.id === id);
    if (!picture) return null;
    const name = `photo-${this.#pictures.size + 1}.${ENDINGS[picture.kind]}`;
    this.#pictures.set(id, { name, picture });
    return name;
  }

  /** One picture as a block of its own. */
  #picture({ picture: id, alt }: { picture: string; alt: string }, place: BlockPlace): string | null {
    const name = this.#nameOf(id);
    if (name === null) {
      this.left.push({ place, words: '这里的一张图片网站用不了，没有放进来：找到原图，另存为 JPEG，放在稿件旁边。' });
      return null;
    }
    const own = altOf(alt);
    this.shown.push({ name, place, alt: own, caption: '', photographer: null });
    this.#count('图片');
    const words =
      own === ''
        ? ''
        : this.#markdown([{ type: 'text', text: own, bold: false, italic: false, strike: false }], 'heading', place);
    return `![${words}](${name})`;
  }

  /** Pictures in a paragraph, with the words before and behind them and the caption below them. */
  #pictured(block: TextBlock, blocks: readonly Block[], at: number): number {
    const inlines = flat(block.inlines);
    const groups: { pictures: Extract<Inline, { type: 'picture' }>[]; words: Inline[] }[] = [];
    let words: Inline[] = [];
    const pictures = inlines.filter((one): one is Extract<Inline, { type: 'picture' }> => one.type === 'picture');
    const behind = inlines.slice(inlines.findLastIndex(({ type }) => type === 'picture') + 1);
    const before = inlines.slice(
      0,
      inlines.findIndex(({ type }) => type === 'picture'),
    );
    const between = inlines
      .slice(before.length, inlines.length - behind.length)
      .filter(({ type }) => type !== 'picture');
    const say = (own: readonly Inline[]) => plainWords(piecesOf(own, []));
    // A picture in the middle of a sentence stands behind it.
    const cut =
      say(before) !== '' && say(behind) !== '' && !/[。！？：:；…”]$/u.test(say(before)) && behind[0]?.type !== 'break';
    if (say(between) !== '' && pictures.length > 1) {
      for (const inline of inlines) {
        if (inline.type === 'picture') {
          if (groups.length === 0 || groups.at(-1)?.words.length) groups.push({ pictures: [], words: [] });
          groups.at(-1)?.pictures.push(inline);
        } else if (groups.length === 0) words.push(inline);
        else groups.at(-1)?.words.push(inline);
      }
    } else if (cut) {
      words = [...before, ...behind];
      groups.push({ pictures, words: [] });
      this.#changed(block.place, '夹在一句话中间的图片，放到了这一段的后面。');
    } else {
      const own = [...between, ...behind];
      // A caption in the line above its picture goes below it.
      const above = isCaptionLine(say(before)) && say(own) === '';
      words = above ? [] : before;
      groups.push({ pictures, words: above ? before : own });
    }
    if (say(words) !== '') this.#plain({ ...block, inlines: words }, this.#levels.get(block));
    groups.forEach(({ pictures: own, words: below }, i) => {
      const first = this.shown.length;
      this.#gallery(own.flatMap((one) => this.#picture(one, block.place) ?? []));
      if (say(below) === '') return;
      if (i < groups.length - 1 || isCaptionLine(say(below)) || own.length > 0)
        this.#bind(first, say(below), block.place);
      this.#plain({ ...block, inlines: below, label: null });
    });
    const last = groups.at(-1);
    if (!last || say(last.words) !== '') return 0;
    return this.#captionBelow(blocks, at, last.pictures.length);
  }

  #gallery(pictures: readonly string[]): void {
    if (pictures.length < 2) for (const one of pictures) this.#push(one);
    else this.#push(['<Gallery>', ...pictures, '</Gallery>'].join('\n\n'));
  }

  /** Says of the pictures shown since a place what stands below them. */
  #bind(first: number, caption: string, place: BlockPlace): void {
    // What is said of a picture is no beginning of the text.
    this.#opens = false;
    const photographer = creditIn(caption).photographer;
    const own = this.shown.slice(first);
    if (own.length === 0 || [...caption].length > 120) return;
    for (const one of own) {
      one.caption = caption;
      one.photographer = photographer;
      one.place = place;
    }
    this.#count('图片说明');
  }

  /** The caption that stands below pictures; returns how many blocks it took. */
  #captionBelow(blocks: readonly Block[], at: number, pictures: number): number {
    const next = blocks.findIndex(
      (block, i) => i > at && (block.type === 'table' || lineOf(block) !== '' || hasPicture(block)),
    );
    const block = blocks[next];
    if (
      next < 0 ||
      block?.type !== 'paragraph' ||
      this.#used.has(block) ||
      this.#levels.has(block) ||
      hasPicture(block)
    )
      return 0;
    const words = lineOf(block);
    const before = blocks[at];
    const small = block.size !== null && before?.type === 'paragraph' && [...words].length <= 80;
    const styled = styleRole(block)?.is === 'caption' || isCaptionLine(words);
    const centred = block.align === 'center' && [...words].length <= 60 && block.label === null;
    const credited = creditIn(words).photographer !== null && [...words].length <= 80;
    if (!styled && !centred && !(credited && small) && !credited) return 0;
    this.#bind(this.shown.length - pictures, labelled(block.label, words), block.place);
    this.#plain(block);
    return next - at;
  }

  /** A caption before its picture goes below it, where a story has captions; returns how many blocks were written. */
  #captionAbove(block: TextBlock, blocks: readonly Block[], at: number): number {
    if (styleRole(block)?.is !== 'caption' && !/^(?:图|照片)\s*[\d一二三四五六七八九十]{1,3}/u.test(lineOf(block)))
      return 0;
    const next = blocks.findIndex(
      (one, i) => i > at && (one.type === 'table' || lineOf(one) !== '' || hasPicture(one)),
    );
    const picture = blocks[next];
    if (next < 0 || picture?.type !== 'paragraph' || !hasPicture(picture) || lineOf(picture) !== '') return 0;
    const after = blocks.slice(next + 1).find((one) => one.type === 'table' || lineOf(one) !== '' || hasPicture(one));
    if (after?.type === 'paragraph' && (styleRole(after)?.is === 'caption' || isCaptionLine(lineOf(after)))) return 0;
    const first = this.shown.length;
    const own = flat(picture.inlines).filter(
      (one): one is Extract<Inline, { type: 'picture' }> => one.type === 'picture',
    );
    this.#gallery(own.flatMap((one) => this.#picture(one, picture.place) ?? []));
    this.#bind(first, labelled(block.label, lineOf(block)), block.place);
    this.#plain(block);
    this.#changed(block.place, '写在图片上面的说明，放到了图片下面。');
    return next - at;
  }

  #list(items: readonly ListItem[]): void {
    for (let rest = items; rest.length > 0; ) rest = this.#listFrom(rest);
  }

  /** A list with its levels; returns the items of the one that begins behind it. */
  #listFrom(items: readonly ListItem[]): readonly ListItem[] {
    const lines: string[] = [];
    const stack: { level: number; ordered: boolean; width: number; number: number; list: string }[] = [];
    // Two lists one below the other are two: their marks differ.
    const [first] = items;
    const natural = first?.label && isPlainNumber(first.label) ? first.label.slice(-1) : '-';
    const glued = this.#listAt === this.#parts.length && this.#lastMark === natural;
    const sign = glued ? (OTHER_MARKS[natural] ?? natural) : natural;
    const base = items.reduce((least, { list }) => Math.min(least, list.level), Number.POSITIVE_INFINITY);
    for (const item of items) {
      const { list, label } = item;
      const pieces = this.#pieces(item.inlines, item.place);
      if (plainWords(pieces) === '') continue;
      const ordered = label !== null && isPlainNumber(label);
      const number = ordered ? Number.parseInt(label, 10) : 0;
      while ((stack.at(-1)?.level ?? -1) > list.level) stack.pop();
      const own = stack.at(-1);
      const goesOn = own?.level === list.level && own.ordered === ordered && (!ordered || number === own.number + 1);
      if (own?.level === list.level && !goesOn) {
        stack.pop();
        if (stack.length === 0) {
          this.#pushList(lines, sign);
          return items.slice(items.indexOf(item));
        }
      }
      const indent = ' '.repeat(
        stack.filter(({ level }) => level < list.level).reduce((sum, { width }) => sum + width, 0),
      );
      const inner = ordered ? (label ?? '').slice(-1) : '-';
      const mark = `${ordered ? number : ''}${stack.every(({ level }) => level >= list.level) ? signFor(sign, ordered) : inner} `;
      if (goesOn && own) own.number = number;
      else stack.push({ level: list.level, ordered, width: mark.length, number, list: list.id });
      const words = this.#markdown(pieces, 'text', item.place).replaceAll(
        '\n',
        `\n${indent}${' '.repeat(mark.length)}`,
      );
      lines.push(`${list.level < base ? '' : indent}${mark}${words}`);
      this.#count('列表的项');
    }
    this.#pushList(lines, sign);
    return [];
  }

  #pushList(lines: readonly string[], sign: string): void {
    this.#push(lines.join('\n'));
    this.#listAt = this.#parts.length;
    this.#lastMark = sign;
  }

  /** A table, or what was only laid out in one; returns how many more blocks were written with it. */
  #table(table: TableBlock, behind: readonly Block[]): number {
    const cells = table.rows.flat();
    const [only] = cells;
    if (cells.length === 1 && only) {
      this.#changed(table.place, '只有一格的表格，写成了段落。');
      this.blocks(only.blocks);
      return 0;
    }
    const full = cells.filter(({ blocks }) =>
      blocks.some((block) => block.type === 'table' || lineOf(block) !== '' || hasPicture(block)),
    );
    if (full.length === 0) return 0;
    const pictured = cells.filter((cell) => hasPictures(cell.blocks));
    if (pictured.length > 0 && this.#isPictureGrid(table)) {
      this.#grid(table);
      return this.#captionBelowGrid(behind, pictured.length);
    }
    this.#grown(table);
    return 0;
  }

  /** Pictures side by side, each perhaps with a line below it. */
  #isPictureGrid({ rows }: TableBlock): boolean {
    return (
      rows.flat().every(({ blocks }) => {
        const words = blocks
          .flatMap((block) => (block.type === 'paragraph' ? lineOf(block) : '表'.repeat(80)))
          .join('');
        return [...words].length <= 60;
      }) && rows.some((row) => row.length > 0 && row.every((cell) => hasPictures(cell.blocks) || isEmptyCell(cell)))
    );
  }

  #grid({ rows, place }: TableBlock): void {
    const captions = new Set<TableCell>();
    this.#changed(place, '排在表格里的图片，一张一张放进了正文。');
    let waiting: { inline: Extract<Inline, { type: 'picture' }>; place: BlockPlace }[] = [];
    const flush = () => {
      this.#gallery(waiting.flatMap(({ inline, place: own }) => this.#picture(inline, own) ?? []));
      waiting = [];
    };
    rows.forEach((row, r) => {
      for (const cell of row) {
        if (captions.has(cell)) continue;
        const own = picturesIn(cell.blocks);
        const inside = cell.blocks.filter(
          (block): block is TextBlock => block.type === 'paragraph' && lineOf(block) !== '',
        );
        const below =
          own.length > 0 && inside.length === 0 ? rows[r + 1]?.find(({ column }) => column === cell.column) : undefined;
        const words =
          inside.length > 0
            ? inside
            : below && !hasPictures(below.blocks) && !isEmptyCell(below)
              ? below.blocks.filter((b): b is TextBlock => b.type === 'paragraph' && lineOf(b) !== '')
              : [];
        if (below && words.length > 0) captions.add(below);
        if (own.length === 0 && words.length > 0) {
          flush();
          for (const block of words) this.#plain(withoutPictures(block));
          continue;
        }
        waiting.push(...own);
        if (words.length === 0) continue;
        const first = this.shown.length + waiting.length - own.length;
        flush();
        this.#bind(first, words.map(lineOf).join(' '), words[0]?.place ?? place);
        for (const block of words) this.#plain(withoutPictures(block));
      }
    });
    flush();
  }

  #captionBelowGrid(behind: readonly Block[], pictures: number): number {
    const unsaid = this.shown.slice(-pictures).filter(({ caption }) => caption === '');
    if (unsaid.length < pictures) return 0;
    const filler: TextBlock = {
      type: 'paragraph',
      place: { block: 0, words: '' },
      inlines: [],
      styles: [],
      outline: null,
      align: 'left',
      size: null,
      bold: false,
      label: null,
      list: null,
      box: false,
    };
    return this.#captionBelow([filler, ...behind], 0, pictures);
  }

  /** A table as Markdown has it: every cell one line, covered cells as a reader needs them, pictures behind it. */
  #grown(table: TableBlock): void {
    const width = table.rows.flat().reduce((most, { column, columns }) => Math.max(most, column + columns), 0);
    if (width > 60) {
      this.#changed(table.place, `表格有${width}列，写成了段落：一格一段。`);
      for (const row of table.rows) for (const cell of row) this.blocks(cell.blocks);
      return;
    }
    const grid: string[][] = table.rows.map(() => Array.from({ length: width }, () => ''));
    const inner: TableBlock[] = [];
    const pictures: { inline: Extract<Inline, { type: 'picture' }>; place: BlockPlace }[] = [];
    let [spread, several] = [0, 0];
    const [first] = table.rows;
    const isTitle = first?.length === 1 && (first[0]?.columns ?? 1) >= width && table.rows.length > 2 && width > 1;
    const [top = [], ...below] = isTitle ? table.rows.slice(1) : table.rows;
    const isDouble =
      top.some(({ rows: own }) => own === 2) && top.some(({ columns: own }) => own > 1) && below.length > 1;
    const heads = Number(isTitle) + (isDouble ? 2 : 1);
    table.rows.forEach((row, r) => {
      for (const cell of row) {
        const lines = this.#cellLines(cell, inner, r < heads);
        pictures.push(...picturesIn(cell.blocks.filter((block) => block.type === 'paragraph')));
        if (lines.length > 1) several++;
        const words = lines.join('　');
        if (cell.columns > 1 || cell.rows > 1) spread++;
        const isNumber = /^[\s\d.,，%％+\\-]*$/.test(words) && !/^(?:19|20)\d{2}$/.test(words);
        for (let dr = 0; dr < Math.min(cell.rows, table.rows.length - r); dr++)
          for (let dc = 0; dc < cell.columns; dc++) {
            // A number that was repeated would be counted twice; so would words across a row say nothing more.
            const repeated =
              (dr > 0 && dc === 0 && !isNumber) || (dc > 0 && r === 0 && !isNumber && table.rows.length > 1);
            const line = grid[r + dr];
            if (line && cell.column + dc < width && ((dr === 0 && dc === 0) || repeated))
              line[cell.column + dc] = words;
          }
      }
    });
    if (isTitle) {
      for (const block of first[0]?.blocks ?? []) if (block.type === 'paragraph') this.#plain(withoutPictures(block));
      grid.shift();
      this.#changed(table.place, '表格第一行是合并的一格，写在了表格上面。');
    }
    if (isDouble) {
      const [upper = [], lower = []] = grid;
      grid.splice(
        0,
        2,
        upper.map((cell, i) => (lower[i] === '' || lower[i] === cell ? cell : `${cell}　${lower[i]}`)),
      );
      this.#changed(table.place, '表头有两行，并成了一行：上一行的字在前。');
    }
    const rows = grid.filter((row) => row.some((cell) => cell !== ''));
    const columns = Array.from({ length: width }, (_, i) => i).filter((i) => rows.some((row) => row[i] !== ''));
    if (rows.length > 0) {
      const lines = rows.map((row) => `| ${columns.map((i) => row[i] || ' ').join(' | ')} |`);
      this.#push([lines[0], `|${' --- |'.repeat(columns.length)}`, ...lines.slice(1)].join('\n'));
      this.#count('表格');
    }
    if (spread - (isTitle ? 1 : 0) > 0) {
      const words = '竖着合并的文字每行重写一遍，横着合并的写在第一格（表头每格都写），合并的数只写一次';
      this.#changed(table.place, `表格里有${spread - (isTitle ? 1 : 0)}个合并的格：${words}。对照原件看一眼。`);
    }
    if (several > 0) this.#changed(table.place, `表格里有${several}格分了几段：一格里连成一行，段和段之间空一格。`);
    if (pictures.length > 0) this.#changed(table.place, `表格里的${pictures.length}张图片放到了表格后面。`);
    this.#gallery(pictures.flatMap(({ inline, place }) => this.#picture(inline, place) ?? []));
    for (const one of inner) {
      this.#changed(one.place, '表格里套着的表格放到了外面，排在后面。');
      this.#table(one, []);
    }
  }

  /** The lines of a cell, without tables in it, which are put aside. */
  #cellLines({ blocks }: TableCell, inner: TableBlock[], head: boolean): string[] {
    return blocks.flatMap((block) => {
      if (block.type === 'table') {
        inner.push(block);
        return [];
      }
      const all = this.#pieces(block.inlines, block.place, block.label, block.bold);
      // The head of a table is bold by itself.
      const pieces = head ? all.map((piece) => (piece.type === 'text' ? { ...piece, bold: false } : piece)) : all;
      return parted(pieces)
        .map((part) => this.#markdown(part, 'cell', block.place))
        .filter((words) => words !== '');
    });
  }

  /** Notes at the end, as the story's grammar has them; those that nothing names as plain lines. */
  notes(): void {
    for (let i = 0; i < this.#notes.length; i++) {
      const note = this.#manuscript.notes.find(({ id }) => id === this.#notes[i]);
      if (!note) continue;
      const blocks = note.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : textsOf(block)));
      const lines = blocks.flatMap((block) =>
        parted(
          this.#pieces(
            block.inlines.filter(({ type }) => type !== 'note'),
            block.place,
            block.label,
          ),
        ).map((part) => this.#markdown(part, 'text', block.place)),
      );
      const words = lines.filter((line) => line !== '').map((line) => line.replaceAll('\n', '\n    '));
      this.#push(`[^${i + 1}]: ${words.length === 0 ? '（空的）' : words.join('\n\n    ')}`);
      for (const block of blocks)
        for (const one of picturesIn([block]))
          this.left.push({ place: block.place, words: `脚注里的图片没有放进来（${one.inline.alt || '没有说明'}）。` });
    }
    if (this.#notes.length > 0) this.#count('注释', this.#notes.length);
    const unnamed = this.#manuscript.notes.filter(({ id }) => !this.#notes.includes(id));
    for (const { blocks } of unnamed) {
      const texts = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : textsOf(block)));
      const [first] = texts;
      if (!texts.some((block) => lineOf(block) !== '')) continue;
      this.#changed(
        first?.place ?? null,
        `这一条注释的记号不在正文里（例如在标题上），写成了文末的一段：“${lineOf(first as TextBlock).slice(0, 24)}”。`,
      );
      for (const block of texts)
        this.#plain({
          ...withoutPictures(block),
          inlines: block.inlines.filter(({ type }) => type !== 'note' && type !== 'picture'),
        });
    }
  }

  /** What was done to words all over the text, said once with a count. */
  #looksTold(): void {
    const say = (what: InlineChange['what'], words: (count: number, first: string) => string) => {
      const all = this.#looks.get(what) ?? [];
      const [first] = all;
      if (first) this.#changed(first.place, words(all.length, first.words.trim().slice(0, 24)));
    };
    say('underline', (n, first) => `下划线不留，字都在：${n}处，第一处“${first}”。`);
    say(
      'position',
      (n, first) => `上标、下标：${n}处，第一处“${first}”；数字换成了上标、下标的字，别的写成了平常的字。`,
    );
    say('style', (n, first) => `粗体、斜体紧挨着别的字，写不成：${n}处，字都在，第一处“${first}”。`);
    say('anchor', (n, first) => `文件里面的链接只留文字：${n}处，第一处“${first}”。`);
    for (const { place, words } of this.#looks.get('link') ?? [])
      this.#changed(place, `链接打不开或者不能用，只留文字：${words}。`);
    for (const [what, count] of this.#tidy) this.#changed(null, `和 npm run tidy 一样整理：${what}，${count}处。`);
  }

  finish(): DraftBody {
    this.#looksTold();
    const pictures = [...this.#pictures.values()];
    const unshown = this.#manuscript.pictures.filter(({ id }) => !this.#pictures.has(id));
    if (unshown.length > 0)
      this.left.push({ place: null, words: `文件里另有${unshown.length}张图片，正文里没有放它们的地方，没有放进来。` });
    return {
      markdown: `${this.#parts.join('\n\n')}\n`,
      pictures,
      shown: this.shown,
      counts: [...this.#counts],
      ...{ changed: this.changed, left: this.left, questions: this.questions, opening: this.opening },
    };
  }
}

const isCaptionLine = (words: string) => CAPTION.test(words) && [...words].length <= 120;
const isEmptyCell = ({ blocks }: TableCell) =>
  blocks.every((block) => block.type === 'paragraph' && lineOf(block) === '' && !hasPicture(block));
const hasPictures = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.type === 'paragraph' && hasPicture(block));

const picturesIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? flat(block.inlines).flatMap((inline) => (inline.type === 'picture' ? [{ inline, place: block.place }] : []))
      : [],
  );
const withoutPictures = (block: TextBlock): TextBlock => ({
  ...block,
  inlines: flat(block.inlines).filter(({ type }) => type !== 'picture'),
});
const textsOf = (table: TableBlock): TextBlock[] =>
  table.rows.flatMap((row) =>
    row.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : textsOf(block)))),
  );

/** The sign by which the marks of a list differ from those of the one right above it. */
const OTHER_MARKS: Readonly<Record<string, string>> = { '-': '*', '.': ')', ')': '.' };
/** The sign of a list for an item of the same kind; for one of another kind its own. */
const signFor = (sign: string, ordered: boolean): string => {
  if (ordered) return sign === ')' ? ')' : '.';
  return sign === '*' ? '*' : '-';
};

/** Two breaks, one behind the other, part two paragraphs. */
function parted(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  let breaks: Piece[] = [];
  for (const piece of pieces) {
    if (piece.type === 'break') {
      breaks.push(piece);
      continue;
    }
    if (breaks.length > 0 && piece.type === 'text' && piece.text.trim() === '') continue;
    if (breaks.length > 1 && parts.at(-1)?.length) parts.push([]);
    else if (breaks.length === 1 && parts.at(-1)?.length) parts.at(-1)?.push(breaks[0] as Piece);
    breaks = [];
    parts.at(-1)?.push(piece);
  }
  return parts.filter((part) => wordsOf(part).trim() !== '');
}

/** Lines of a heading as one: no space where Chinese stands on both sides. */
function joinedChinese(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, i) => {
    if (piece.type !== 'text' || piece.text !== ' ') return true;
    const [before, after] = [wordsOf(pieces.slice(0, i)), wordsOf(pieces.slice(i + 1))];
    return !(/[\p{Script=Han}\p{P}]$/u.test(before) || /^[\p{Script=Han}\p{P}]/u.test(after));
  });
}

/**
 * Makes the body of a draft of a document, without the blocks that its front matter tells.
 * @param asked blocks of which it was asked already what they are
 */
export function draftBody(
  manuscript: Manuscript,
  used: ReadonlySet<Block>,
  asked: ReadonlySet<Block> = new Set(),
): DraftBody {
  const rest = manuscript.blocks.filter((block) => !used.has(block));
  const { ranks, perhaps } = headingsOf(rest);
  const levels = foldedLevels(ranks, rest);
  const writer = new BodyWriter(manuscript, used, levels);
  writer.blocks(manuscript.blocks);
  writer.notes();
  const distinct = new Set(ranks.values()).size;
  if (distinct > 2)
    writer.changed.unshift({
      place: null,
      words: `小标题原来有${distinct}级，网站用两级：最高的写成“## ”，下面的都写成“### ”。`,
    });
  for (const block of perhaps) {
    if (asked.has(block)) continue;
    const words = labelled(block.label, lineOf(block));
    writer.questions.push({
      place: block.place,
      words: `“${words}”像小标题，拿不准，先当作一段：是的话，在这一行前面加“## ”。`,
    });
  }
  return writer.finish();
}
