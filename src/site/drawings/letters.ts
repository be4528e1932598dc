import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { Blob, Direction, Font, Face as FontFace, Buffer as Letters, shape } from 'harfbuzzjs';
import type { Column, Face, Line, Sheet } from '#exports/posters/sheet.ts';
import { COLUMN_STEP } from '#exports/posters/sheet.ts';
import { FONT_SCRIPTS, SCRIPT_FONTS, scriptFont } from '../fonts/script-fonts.ts';
import { fontFileForText } from '../fonts/subset.ts';
import { SHADES, type Stamp } from './flat-picture.ts';
import { forgetBytes } from './forget-bytes.ts';

/** What is set as a piece: a Chinese character, or a word in letters that are joined to each other. */
interface Piece {
  readonly text: string;
  /** `on-end`: a Chinese character in a column; `turned`: a word in a column, lying on its side. */
  readonly way: 'level' | 'on-end' | 'turned';
  readonly face: Face;
  readonly size: number;
  /** The most it may take of a line, px: it is made narrower. */
  readonly most?: number;
}

/** A piece with where it is put. */
interface PlacedPiece extends Piece {
  readonly x: number;
  readonly y: number;
}

/** A piece as outlines, y upwards, in units of its font. */
interface Outlined {
  readonly path: string;
  /** How far it goes on, px. */
  readonly advance: number;
  /** px, from where it is put. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** From units to px. */
  readonly transform: string;
}

const packages = createRequire(import.meta.url);
const FILES: Readonly<Record<Face, string>> = {
  heading: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  plain: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
};

const fontOf = (bytes: Uint8Array) => new Font(new FontFace(new Blob(bytes)));

/** Set one by one, upright in a column too. */
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2e80-\u303f\uff01-\uff60“”‘’—…·]/u;
const PIECES = new RegExp(`${SQUARE.source}|\\s|(?:(?!${SQUARE.source})\\S)+`, 'gu');
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u;

/** Where the baseline of a square lies below its upper edge, and the middle of a turned word beside its baseline, in sizes. */
const [BASELINE, MIDDLE] = [0.88, 0.36];

/** Bytes of stamps that are held from one batch of pictures to the next. */
const MOST_WEIGHT = 32_000_000;

const keyOf = ({ text, way, face, size, most = 0 }: Piece) => `${face} ${way} ${size} ${most} ${text}`;

/**
 * Letters as stamps: each is outlined once and drawn once, however many pictures it stands in. The whole typefaces are
 * read, thirty megabytes, once.
 */
export class LetterCase {
  readonly #fonts = new Map<Face, Font>();
  #scripts: readonly { readonly letters: RegExp; readonly font: Font }[] = [];
  /** How far each piece goes on. Its outline is asked for once, when it is drawn. */
  readonly #advances = new Map<string, number>();
  readonly #stamps = new Map<string, Stamp | null>();
  /** Bytes of all stamps. */
  #weight = 0;

  /** Makes the fonts of other scripts ready that these texts need. */
  async open(texts: readonly string[]): Promise<void> {
    const text = texts.join('');
    const needed = FONT_SCRIPTS.filter((script) => text.search(SCRIPT_FONTS[script].letters) >= 0);
    this.#scripts = await Promise.all(
      needed.map(async (script) => ({
        letters: new RegExp(SCRIPT_FONTS[script].letters.source, 'u'),
        font: fontOf(await fontFileForText(scriptFont(script), text, 'other')),
      })),
    );
  }

  #font(face: Face): Font {
    const known = this.#fonts.get(face);
    if (known) return known;
    const font = fontOf(readFileSync(packages.resolve(FILES[face])));
    forgetBytes();
    this.#fonts.set(face, font);
    return font;
  }

  /** The font that has a character: that of the face, the other one, one of its script. */
  #fontWith(character: string, face: Face): Font | null {
    const code = character.codePointAt(0) ?? 0;
    const own = this.#scripts.find(({ letters }) => letters.test(character))?.font;
    const faces: readonly Face[] = face === 'heading' ? ['heading', 'plain'] : ['plain', 'heading'];
    for (const font of [...(own ? [own] : []), ...faces.map((one) => this.#font(one))])
      if (font.nominalGlyph(code)) return font;
    return null;
  }

  /** The characters of a text that no font has. */
  lackingIn(text: string): string[] {
    return [...new Set(text)].filter((one) => !UNSEEN.test(one) && this.#fontWith(one, 'heading') === null);
  }

  /** How far a piece goes on, px. */
  #advance(piece: Piece): number {
    const key = keyOf(piece);
    const known = this.#advances.get(key);
    if (known !== undefined) return known;
    const advance = this.#outline(piece)?.advance ?? spaceOf(piece.text, piece.size);
    this.#advances.set(key, advance);
    return advance;
  }

  #outline({ text, way, face, size, most }: Piece): Outlined | null {
    if (UNSEEN.test(text)) return null;
    const font = this.#fontWith([...text].find((one) => !UNSEEN.test(one)) ?? '', face);
    if (!font) return null;
    const letters = new Letters();
    letters.addText(text);
    letters.guessSegmentProperties();
    if (way === 'on-end') letters.setDirection(Direction.TTB);
    shape(font, letters);
    const scale = size / font.face.upem;
    let [path, pen] = ['', 0];
    let [left, right, top, bottom] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ];
    const parts: string[] = [];
    for (const { codepoint: glyph, xAdvance = 0, xOffset = 0, yOffset = 0 } of letters.getGlyphInfosAndPositions()) {
      const [x, y] = way === 'on-end' ? [0, 0] : [pen + xOffset, yOffset];
      const outline = font.glyphToPath(glyph);
      const extents = font.glyphExtents(glyph);
      if (outline && extents) {
        parts.push(`<path transform="translate(${x} ${y})" d="${outline}"/>`);
        left = Math.min(left, x + extents.xBearing);
        right = Math.max(right, x + extents.xBearing + extents.width);
        top = Math.max(top, y + extents.yBearing);
        bottom = Math.min(bottom, y + extents.yBearing + extents.height);
      }
      pen += way === 'on-end' ? font.glyphHAdvance(glyph) : xAdvance;
    }
    path = parts.join('');
    const narrower = most === undefined ? 1 : Math.min(1, most / (pen * scale));
    const across = scale * narrower;
    const advance = pen * across;
    if (!path) return null;
    if (way === 'turned') {
      // Lying on its side: upwards becomes rightwards... the first letter is the highest.
      const offset = MIDDLE * size;
      return {
        path,
        advance,
        box: boxOf(bottom * scale - offset, left * scale, (top - bottom) * scale, (right - left) * scale),
        transform: `matrix(0 ${scale} ${scale} 0 ${-offset} 0)`,
      };
    }
    const [dx, dy] = way === 'on-end' ? [-advance / 2, BASELINE * size] : [0, 0];
    return {
      path,
      advance,
      box: boxOf(left * across + dx, -top * scale + dy, (right - left) * across, (top - bottom) * scale),
      transform: `matrix(${across} 0 0 ${-scale} ${dx} ${dy})`,
    };
  }

  /** Where the pieces of a line stand. */
  #inLine({ text, x, y, size, face, anchor }: Line): PlacedPiece[] {
    let pen = 0;
    const placed = (text.match(PIECES) ?? []).map((one): PlacedPiece => {
      const piece = { text: one, way: 'level', face, size } as const;
      const at = { ...piece, x: pen, y };
      pen += this.#advance(piece);
      return at;
    });
    const from = anchor === 'end' ? x - pen : anchor === 'middle' ? x - pen / 2 : x;
    return placed.map((piece) => ({ ...piece, x: from + piece.x }));
  }

  /** Where the pieces of a column stand: a short number upright in one place, other words on their side. */
  #inColumn({ pieces, x, y, size, face }: Column): PlacedPiece[] {
    let pen = y;
    const step = size * COLUMN_STEP;
    return pieces.flatMap(({ text, upright }) => {
      if (upright) {
        const piece = { text, way: 'level', face, size, most: size * 0.98 } as const;
        const half = this.#advance(piece) / 2;
        const at = { ...piece, x: x - half, y: pen + BASELINE * size };
        pen += step;
        return [at];
      }
      return (text.match(PIECES) ?? []).map((one): PlacedPiece => {
        const way = SQUARE.test(one) ? 'on-end' : 'turned';
        const piece = { text: one, way, face, size } as const;
        const at = { ...piece, x, y: pen };
        pen += way === 'on-end' ? step : this.#advance(piece) + size * 0.06;
        return at;
      });
    });
  }

  /** Draws all letters that these sheets need and that were not drawn before. */
  async drawFor(sheets: readonly Sheet[]): Promise<void> {
    // A letter that comes again is drawn again: the memory of a build must not grow with its stories.
    if (this.#weight > MOST_WEIGHT) this.#stamps.clear();
    if (this.#stamps.size === 0) this.#weight = 0;
    const missing = new Map<string, Piece>();
    for (const { lines, columns } of sheets)
      for (const piece of [
        ...lines.flatMap((line) => this.#inLine(line)),
        ...columns.flatMap((column) => this.#inColumn(column)),
      ])
        if (!this.#stamps.has(keyOf(piece))) missing.set(keyOf(piece), piece);
    const outlined = [...missing].flatMap(([key, piece]) => {
      const outline = this.#outline(piece);
      if (outline) return [{ key, outline }];
      this.#stamps.set(key, null);
      return [];
    });
    outlined.sort((a, b) => a.outline.box.height - b.outline.box.height);
    for (const row of contactSheets(outlined))
      for (const [key, stamp] of await drawn(row)) {
        this.#stamps.set(key, stamp);
        this.#weight += stamp.stretches.byteLength;
      }
  }

  /** The stamps of a line or a column, with where they are put. */
  *stampsOf(of: Line | Column): Generator<readonly [stamp: Stamp, x: number, y: number]> {
    for (const piece of 'text' in of ? this.#inLine(of) : this.#inColumn(of)) {
      const stamp = this.#stamps.get(keyOf(piece));
      if (stamp) yield [stamp, Math.round(piece.x), Math.round(piece.y)];
    }
  }
}

/** A wide space is as wide as a character. */
const spaceOf = (text: string, size: number) => (text === '\u3000' ? size : /\s/.test(text) ? size / 4 : 0);

/** A box in whole pixels around one that is not. */
function boxOf(left: number, top: number, width: number, height: number): Outlined['box'] {
  const [x, y] = [Math.floor(left) - 1, Math.floor(top) - 1];
  return { left: x, top: y, width: Math.ceil(left + width) + 1 - x, height: Math.ceil(top + height) + 1 - y };
}

interface KeyedOutline {
  readonly key: string;
  readonly outline: Outlined;
}

/** Width of a contact sheet, and its height at most unless one piece is higher, px. */
const CONTACT = { width: 1024, height: 1024 };

interface Put extends KeyedOutline {
  readonly x: number;
  readonly y: number;
}

/** Pieces side by side, row under row, sheet after sheet: one drawing for some hundreds of them. */
function contactSheets(pieces: readonly KeyedOutline[]): Put[][] {
  const sheets: Put[][] = [];
  let [sheet, x, y, high]: [Put[], number, number, number] = [[], 0, 0, 0];
  for (const { key, outline } of pieces) {
    const { width, height } = outline.box;
    if (x > 0 && x + width > CONTACT.width) [x, y, high] = [0, y + high, 0];
    if (sheet.length > 0 && y + height > CONTACT.height) {
      sheets.push(sheet);
      [sheet, x, y, high] = [[], 0, 0, 0];
    }
    sheet.push({ key, outline, x, y });
    x += width;
    high = Math.max(high, height);
  }
  return sheet.length > 0 ? [...sheets, sheet] : sheets;
}

async function drawn(sheet: readonly Put[]): Promise<[string, Stamp][]> {
  const width = Math.max(...sheet.map(({ x, outline }) => x + outline.box.width));
  const height = Math.max(...sheet.map(({ y, outline }) => y + outline.box.height));
  // Each in a layer of its own: the renderer counts with few digits from the corner of what it draws into, and a letter would
  // come out another one, by the shade of a pixel, wherever on the sheet it stands.
  const shapes = sheet.map(
    ({ x, y, outline: { box, transform, path } }) =>
      `<g style="isolation:isolate" transform="translate(${x - box.left} ${y - box.top})"><g transform="${transform}">${path}</g></g>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false }, logLevel: 'off' });
  const stamps = sheet.map(({ key, x, y, outline: { box } }): [string, Stamp] => {
    const stretches: number[] = [];
    for (let row = 0; row < box.height; row++) {
      const shadeAt = (column: number) => SHADE[pixels[4 * ((y + row) * width + x + column) + 3] as number] as number;
      for (let from = 0, to = 0; from < box.width; from = to) {
        const shade = shadeAt(from);
        for (to = from + 1; to < box.width && shadeAt(to) === shade; ) to++;
        if (shade > 0) stretches.push(box.top + row, box.left + from, to - from, shade);
      }
    }
    return [key, { stretches: Int16Array.from(stretches) }];
  });
  forgetBytes();
  return stamps;
}

/** The shade of each of 256 grades of ink. */
const SHADE = Uint8Array.from({ length: 0x100 }, (_, ink) => Math.round((ink * SHADES) / 0xff));
