import type { Package } from '../office/package.ts';
import { UnreadableXml, walkPart } from '../office/xml.ts';
import type { OpenZip } from '../office/zip-parts.ts';
import {
  belowTheLast,
  EMPTY_CELL,
  MOST_COLUMNS,
  MOST_LETTERS,
  MOST_ROWS,
  RefusedTable,
  type Table,
  type TableCell,
  type TableRow,
  type Tables,
} from './table.ts';

/** What every sheet has; no file that a program wrote has more. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];
const MOST_STRINGS = 300_000;
const MOST_STYLES = 65_536;
/** Cells that are looked at because they are merged, or belong to one formula. */
const MOST_FILLED = MOST_ROWS * MOST_COLUMNS;
const MOST_MERGED = 200_000;
/** All cells of a file together, and all letters in them: one long string can be shown by every cell. */
const MOST_CELLS = MOST_FILLED;
const MOST_SHOWN = 16_000_000;

const SAVE_AGAIN = '请对方用 Excel 或 WPS 打开，另存一份再发。';

const local = (name: string) => name.slice(name.indexOf(':') + 1);

interface Handlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Walks a part from its beginning to its end, names without their prefixes. Throws `UnreadableXml`. */
const walk = (bytes: Buffer, { open, text, close }: Handlers): void =>
  walkPart(
    bytes,
    { xmlns: false, position: false } as const,
    () => ({
      open: ({ name, attributes }) => open(local(name), attributes),
      ...(text && { text }),
      close: ({ name }) => close?.(local(name)),
    }),
    [RefusedTable],
  );

/** The letters of a string in all its runs, without how they are read aloud (`rPh`); `_x000D_` is how a sign is written that XML has not. */
class Letters {
  #text = '';
  #reads = 0;
  #inText = false;

  open(name: string): void {
    if (name === 'rPh') this.#reads++;
    this.#inText = name === 't' && this.#reads === 0;
  }
  add(text: string): void {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > MOST_LETTERS * 2) throw new RefusedTable(tooLong(''));
  }
  close(name: string): void {
    if (name === 'rPh') this.#reads--;
    this.#inText = false;
  }
  /** What was read; the next string begins. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

const tooLong = (place: string) =>
  `文件不正常：${place}一格里的字超过${MOST_LETTERS}个，没有读。把格子里的字改短，另存一份再来。`;

const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The table of strings that cells point into. */
function stringsIn(bytes: Buffer): string[] {
  const strings: string[] = [];
  const letters = new Letters();
  walk(bytes, {
    open: (name) => letters.open(name),
    text: (text) => letters.add(text),
    close: (name) => {
      letters.close(name);
      if (name !== 'si') return;
      if (strings.length >= MOST_STRINGS) throw new UnreadableXml('too-large');
      strings.push(letters.take());
    },
  });
  return strings;
}

/** How a number is shown, as far as it changes what it says. */
type Shown = 'number' | 'day' | 'share';

/** The formats of Excel that have a number and no words, days of Chinese, Japanese and Korean among them. */
const builtIn = (id: number): Shown => {
  if (id === 9 || id === 10) return 'share';
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
    ? 'day'
    : 'number';
};

/** What a format shows: `yyyy"年"m"月"d"日"`, `[$-804]m月d日;@`, `0.0%`. Hours alone are no day. */
function shownBy(code: string): Shown {
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./gsu, '')
    .replaceAll(/\[[^\]]*\]|general|通用格式/giu, '')
    .replaceAll(/e[+-]/giu, '');
  if (/[yde]|a{3}/iu.test(bare) || (/m/iu.test(bare) && !/[hs#0?]/iu.test(bare))) return 'day';
  return /%/u.test(bare) ? 'share' : 'number';
}

/** How the numbers of each style are shown. */
function stylesIn(bytes: Buffer): Shown[] {
  const own = new Map<number, Shown>();
  const styles: Shown[] = [];
  let inside = false;
  walk(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), shownBy(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside || styles.length >= MOST_STYLES) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(own.get(id) ?? builtIn(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles;
}

const DAY = 86_400_000;
/** A day that is counted from the end of 1899, in which Excel has a 29th of February 1900 that never was; or from 1904. */
function dayOf(serial: number, since1904: boolean): string | null {
  const whole = Math.floor(serial) + (since1904 ? 1462 : 0);
  if (whole < 1 || whole > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY).toISOString().slice(0, 10);
}

/** A number without the noise of binary fractions. */
const plainNumber = (value: number) => String(Number(value.toPrecision(14)));

function shownNumber(written: string, shown: Shown, since1904: boolean): string {
  const value = Number(written);
  // What is no number stands there as it is, to be told at its cell.
  if (written.trim() === '' || !/^[\s\d.eE+-]+$/.test(written) || !Number.isFinite(value)) return written;
  if (shown === 'share') return `${plainNumber(value * 100)}%`;
  return (shown === 'day' ? dayOf(value, since1904) : null) ?? plainNumber(value);
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a cell is said to stand, from 1; null: nowhere. */
function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW ? null : { row, column };
}

function areaOf(reference: string): Area | null {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  if (!from || !to || to.row < from.row || to.column < from.column) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly since1904: boolean;
  /** What the sheets may still hold together. */
  readonly left: { cells: number; letters: number };
}

/** Reads one sheet from its first row to its last; what comes out is bounded, however much goes in. */
class SheetReader {
  readonly #name: string;
  readonly #book: Book;
  readonly #rows = new Map<number, TableCell[]>();
  readonly #merged: Area[] = [];
  readonly #computed: Area[] = [];
  readonly #letters = new Letters();
  #beyond: string | null = null;
  #row = 0;
  #column = 0;
  #inData = false;
  #cell: { type: string; style: number; value: string; formula: boolean } | null = null;
  #inside: '' | 'v' | 'is' = '';

  constructor(name: string, book: Book) {
    this.#name = name;
    this.#book = book;
  }

  #refuse(problem: string): never {
    throw new RefusedTable(`文件不正常：工作表“${this.#name}”${problem}。${SAVE_AGAIN}`);
  }

  #openRow(written: string | undefined): void {
    const row = written === undefined ? this.#row + 1 : Number(written);
    if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) this.#refuse(`有一行的行号是“${written}”`);
    if (row === this.#row) this.#refuse(`的第${row}行出现了两次`);
    if (row < this.#row) this.#refuse(`的第${row}行排在第${this.#row}行后面`);
    this.#row = row;
    this.#column = 0;
  }

  #openCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(r);
    if (!place || place.row !== this.#row || place.column > LAST_COLUMN)
      this.#refuse(`第${this.#row}行里放着“${r?.slice(0, 20) ?? ''}”这一格`);
    if (place.column <= this.#column) this.#refuse(`的 ${r} 这一格出现了两次，或者次序乱了`);
    this.#column = place.column;
    this.#cell = { type: t, style: s === undefined ? 0 : Number(s), value: '', formula: false };
  }

  #text({ type, style, value }: { type: string; style: number; value: string }): string {
    const { strings, styles, since1904 } = this.#book;
    if (type === 's') {
      if (value === '') return '';
      const found = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
      return found ?? this.#refuse(`第${this.#row}行有一格的字不在文件里（第${value.slice(0, 20)}个字串）`);
    }
    if (type === 'str') return unescaped(value);
    if (type === 'b') return value === '' ? '' : Number(value) === 0 || value === 'false' ? '否' : '是';
    if (type === 'd') return value.slice(0, 10);
    return type === 'e' ? value : shownNumber(value, styles[style] ?? 'number', since1904);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const inline = this.#letters.take();
    const text = cell.type === 'inlineStr' ? inline || cell.value : this.#text(cell);
    if (this.#column > MOST_COLUMNS || (text.trim() === '' && !cell.formula)) return;
    if (text.length > MOST_LETTERS) throw new RefusedTable(tooLong(`工作表“${this.#name}”第${this.#row}行有`));
    if (this.#row > MOST_ROWS) {
      this.#beyond ??= belowTheLast(`工作表“${this.#name}”第${this.#row}行`, text);
      return;
    }
    const { left } = this.#book;
    left.letters -= text.length;
    if (--left.cells < 0 || left.letters < 0) throw new UnreadableXml('too-large');
    const cells = this.#rows.get(this.#row) ?? [];
    this.#rows.set(this.#row, cells);
    while (cells.length < this.#column - 1) cells.push(EMPTY_CELL);
    cells.push({ text, formula: cell.formula });
  }

  #openMerge(reference: string): void {
    const area = areaOf(reference);
    if (!area || area.top > MOST_ROWS) return;
    if (this.#merged.push(area) > MOST_MERGED) this.#refuse(`里合并的格子超过${MOST_MERGED}处`);
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true;
    else if (name === 'mergeCell') this.#openMerge(attributes['ref'] ?? '');
    if (!this.#inData) return;
    if (this.#inside === 'is') this.#letters.open(name);
    else if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (this.#cell && (name === 'v' || name === 'is')) this.#inside = name;
    else if (this.#cell && name === 'f') {
      this.#cell.formula = true;
      const area = attributes['ref'] !== undefined && attributes['t'] !== 'shared' ? areaOf(attributes['ref']) : null;
      if (area) this.#computed.push(area);
    }
  }

  #letter(text: string): void {
    if (this.#inside === 'is') this.#letters.add(text);
    else if (this.#inside === 'v' && this.#cell) {
      this.#cell.value += text;
      if (this.#cell.value.length > MOST_LETTERS * 2)
        throw new RefusedTable(tooLong(`工作表“${this.#name}”第${this.#row}行有`));
    }
  }

  #close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    else if (name === this.#inside) this.#inside = '';
    else if (this.#inside === 'is') this.#letters.close(name);
    else if (name === 'c') this.#closeCell();
  }

  /** The cells of the areas that exist, each with the first one of its area. */
  #each(areas: readonly Area[], change: (cells: TableCell[], row: number, area: Area, first: TableCell) => void): void {
    const last = Math.max(0, ...this.#rows.keys());
    let left = MOST_FILLED;
    for (const area of areas) {
      const first = this.#rows.get(area.top)?.[area.left - 1] ?? EMPTY_CELL;
      const bottom = Math.min(area.bottom, last);
      left -= Math.max(1, bottom - area.top + 1) * Math.min(area.right - area.left + 1, MOST_COLUMNS);
      if (left < 0) this.#refuse('里合并的格子太多，互相盖着');
      for (let row = area.top; row <= bottom; row++) {
        const cells = this.#rows.get(row);
        if (cells) change(cells, row, area, first);
      }
    }
  }

  read(bytes: Buffer, comments: ReadonlyMap<string, string>): Table {
    walk(bytes, {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => this.#letter(text),
      close: (name) => this.#close(name),
    });
    this.#each(this.#computed, (cells, _, { left, right }) => {
      for (let at = left - 1; at < Math.min(right, cells.length); at++) {
        cells[at] = { ...(cells[at] ?? EMPTY_CELL), formula: true };
      }
    });
    // What is merged downwards is true of every row; to the right it stands in its own column only.
    this.#each(this.#merged, (cells, row, { top, left, right }, first) => {
      if (left > MOST_COLUMNS) return;
      for (let at = left; at < Math.min(right, cells.length); at++) cells[at] = EMPTY_CELL;
      if (row === top) return;
      while (cells.length < left) cells.push(EMPTY_CELL);
      cells[left - 1] = first === EMPTY_CELL ? first : { ...first, from: top };
    });
    for (const [reference, comment] of comments) {
      const place = placeOf(reference);
      const cells = place && this.#rows.get(place.row);
      if (!cells || place.column > MOST_COLUMNS) continue;
      while (cells.length < place.column) cells.push(EMPTY_CELL);
      cells[place.column - 1] = { ...(cells[place.column - 1] ?? EMPTY_CELL), comment };
    }
    const rows = [...this.#rows].map(([number, cells]): TableRow => ({ number, cells }));
    return { name: this.#name, rows, ...(this.#beyond === null ? {} : { beyond: this.#beyond }) };
  }
}

/** The remarks on the cells of a sheet: newer ones stand there a second time, below a word of Excel on itself. */
function commentsIn(bytes: Buffer): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  const letters = new Letters();
  let reference = '';
  walk(bytes, {
    open: (name, attributes) => {
      if (name === 'comment') reference = attributes['ref'] ?? '';
      letters.open(name);
    },
    text: (text) => letters.add(text),
    close: (name) => {
      letters.close(name);
      if (name !== 'comment') return;
      const text = letters.take();
      const own = text.startsWith('[') ? text.split(/\n\s?(?:Comment|注释|批注)[:：]/u).at(-1) : text;
      if (comments.size < MOST_ROWS) comments.set(reference, (own ?? '').trim());
    },
  });
  return comments;
}

/** What may lie in a workbook beside its cells, by the names of its parts. */
const BESIDE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\/externalLinks\//i, '连到别的表格的链接'],
  [/\/(?:connections\.xml|queryTables\/|model\/|customData\/)/i, '连到外面数据的连接'],
  [/\/(?:embeddings|activeX)\/|\/ctrlProps\//i, '嵌入的文件和控件'],
  [/\/(?:media|charts|drawings\/drawing\d+\.xml|cellimages)\b/i, '图片和图表'],
];

function leftOf(pack: Package, sheets: readonly { part: string }[]): string | null {
  const found = BESIDE.filter(([pattern]) => pack.names.some((name) => pattern.test(name))).map(([, what]) => what);
  const links = sheets.some(({ part }) =>
    [...pack.relationships(part).values()].some(({ type, external }) => type === 'hyperlink' && external),
  );
  const all = links ? [...found, '超链接'] : found;
  return all.length === 0 ? null : `表格里还有${all.join('、')}：只读了格子里的字，这些没有要。`;
}

/** The sheets that a workbook names, in its order, and how it counts days. */
function sheetsOf(pack: Package, main: string): { sheets: { name: string; part: string }[]; since1904: boolean } {
  const related = pack.relationships(main);
  const sheets: { name: string; part: string }[] = [];
  let since1904 = false;
  walk(pack.bytes(main) ?? Buffer.alloc(0), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const found = related.get(id);
      if (found?.type === 'worksheet' && !found.external)
        sheets.push({ name: attributes['name'] ?? '', part: found.target });
    },
  });
  return { sheets, since1904 };
}

/** The sheets of an .xlsx. Throws `UnreadableXml` or `RefusedTable` where it is not read. */
export function workbookTables(zip: OpenZip, main: string, pack: Package): Tables {
  const related = [...pack.relationships(main).values()];
  const partOf = (type: string) => {
    const found = related.find((one) => one.type === type && !one.external);
    return found ? pack.bytes(found.target) : null;
  };
  const { sheets, since1904 } = sheetsOf(pack, main);
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const book: Book = {
    strings: strings ? stringsIn(strings) : [],
    styles: styles ? stylesIn(styles) : [],
    since1904,
    left: { cells: MOST_CELLS, letters: MOST_SHOWN },
  };
  const tables = sheets.map(({ name, part }) => {
    const bytes = zip.part(part);
    if (!bytes) throw new UnreadableXml('damaged');
    const comments = [...pack.relationships(part).values()].find(
      ({ type, external }) => type === 'comments' && !external,
    );
    const remarks = comments && zip.part(comments.target);
    return new SheetReader(name, book).read(bytes, remarks ? commentsIn(remarks) : new Map());
  });
  return { tables, left: leftOf(pack, sheets) };
}
