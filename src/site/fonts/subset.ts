import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { convertTTFToWOFF2 } from '@napi-rs/woff-build';
import subsetFont, { type Options } from 'subset-font';
import { sha256 } from '#reader/sha256.ts';

const packages = createRequire(import.meta.url);

/** Layout features a subset keeps; undefined keeps all. */
const FEATURES = {
  /** Vertical forms for upright titles, half-width forms and spacing of punctuation; the rest drags in alternate glyphs. */
  han: ['vert', 'vrt2', 'halt', 'chws'],
  /** All: without their rules for stacking and joining other scripts fall apart into separate letters. */
  other: undefined,
} as const;

/** Which kind of script the subset is for; it decides the layout features kept. */
export type Script = keyof typeof FEATURES;

/** The characters of a text, each once, in code point order, without spaces and controls: the order decides the bytes. */
export function uniqueCharacters(text: string): string {
  return [...new Set(text)]
    .filter((character) => character > ' ' && character.trim() !== '')
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('');
}

/**
 * Splits the heading characters of a site in two, so that every page loads a small font and only some a second one.
 * `common`: what the sections that readers come to first show, and what more than one section of the site shows; `more`:
 * what a single other one does.
 * @param sections characters by section
 * @param first the sections whose characters are all common
 */
export function splitBySection(
  sections: ReadonlyMap<string, string>,
  first: readonly string[],
): { common: string; more: string } {
  const counts = new Map<string, number>();
  for (const [section, text] of sections) {
    for (const character of uniqueCharacters(text)) {
      counts.set(character, (counts.get(character) ?? 0) + (first.includes(section) ? 2 : 1));
    }
  }
  const pick = (common: boolean) =>
    [...counts].filter(([, count]) => count > 1 === common).map(([character]) => character);
  return { common: uniqueCharacters(pick(true).join('')), more: uniqueCharacters(pick(false).join('')) };
}

/**
 * A font cut down to the characters of a text, as WOFF2. Characters that the font lacks are left to the fallback fonts.
 * The same font and the same set of characters give the same bytes. Rejects where the bytes are no font.
 */
export function subsetForText(font: Uint8Array, text: string, script: Script): Promise<Uint8Array> {
  return subset(font, text, { targetFormat: 'woff2', ...featuresOf(script) });
}

/** What stands between words in a drawing; a drawing programme has no other font to take it from. */
const WIDE_SPACES = ' \u00a0\u2002\u2003\u2009\u3000';

/**
 * A font cut down to the characters of a text, as the TrueType file that drawing programmes read, under the name of its
 * family whatever its weight. Characters that the font lacks are left out; rejects where the bytes are no font.
 */
export function fontFileForText(font: Uint8Array, text: string, script: Script): Promise<Uint8Array> {
  // A heavy face calls itself a family of its own in the old names; 16 and 17 tell which family it is of.
  const options: Options = { targetFormat: 'truetype', preserveNameIds: [16, 17], ...featuresOf(script) };
  return subset(font, text, options, WIDE_SPACES);
}

const featuresOf = (script: Script) => {
  const features = FEATURES[script];
  return features && { keepFeatures: [...features] };
};

function subset(font: Uint8Array, text: string, options: Options, spaces = ' '): Promise<Uint8Array> {
  // A space always belongs to it: a run of text set in two fonts would otherwise break at every space.
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  return subsetFont(bytes, `${spaces}${uniqueCharacters(text)}`, { noHinting: true, ...options });
}

/** So many titles are cut from one part of the typeface: what a cut costs grows with what it is cut from. */
const TOGETHER = 16;

/** What only variable fonts and lines of mixed baselines need: a tenth of a font of eight characters. */
const NOT_IN_TITLES = ['BASE', 'STAT'];

/** Packing the last two per cent smaller takes twenty times as long; there is one such font for every story. */
const QUALITY = 8;

/**
 * A small Chinese font for each of many texts, in their order, one at a time. The whole typeface is cut once to what all
 * of them hold, that to parts, and only those to texts; the bytes are those that cutting each from the whole would give.
 */
export async function* subsetsForTexts(font: Uint8Array, texts: readonly string[]): AsyncGenerator<Uint8Array> {
  const options = { targetFormat: 'truetype', dropTables: NOT_IN_TITLES, ...featuresOf('han') } as const;
  if (texts.length === 0) return;
  const all = await subset(font, texts.join(''), options);
  for (let i = 0; i < texts.length; i += TOGETHER) {
    const group = texts.slice(i, i + TOGETHER);
    const part = await subset(all, group.join(''), options);
    for (const text of group) {
      const cut = await subset(part, text, options);
      yield withEmptyEnd(convertTTFToWOFF2(cut, { brotliQuality: QUALITY, allowTransforms: true }));
    }
  }
}

/**
 * A WOFF2 font with zeros behind its last byte, as the format has it: the packer fills it up to a multiple of four with
 * whatever lay in memory.
 */
function withEmptyEnd(font: Uint8Array): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  let at = 48;
  const pastNumber = () => {
    while (view.getUint8(at++) & 0x80);
  };
  for (let tables = view.getUint16(12); tables > 0; tables--) {
    const [tag, version] = [view.getUint8(at) & 0x3f, view.getUint8(at) >> 6];
    // A tag that has no number of its own stands written out.
    at += tag === 0x3f ? 5 : 1;
    pastNumber();
    // Of glyf and loca the version 0 is a transformed one, of all others any other; it has a length of its own.
    if ((tag === 10 || tag === 11) === (version === 0)) pastNumber();
  }
  return font.fill(0, at + view.getUint32(20));
}

const hashOf = (path: string) => sha256(readFileSync(path));

/** Changes with whatever makes a font another one: this file and its tools. */
export const SUBSET_VERSION = JSON.stringify([
  hashOf(import.meta.filename),
  hashOf(packages.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  ['subset-font', 'wawoff2', '@napi-rs/woff-build'].map((name) => packages(`${name}/package.json`).version),
]);
