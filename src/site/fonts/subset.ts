import subsetFont from 'subset-font';

/** Layout features a subset keeps; undefined keeps all. */
const FEATURES = {
  /** Vertical forms for upright titles, half-width forms and spacing of punctuation; the rest drags in alternate glyphs. */
  han: ['vert', 'vrt2', 'halt', 'chws'],
  /** All: without its stacking rules Tibetan falls apart into separate letters. */
  tibetan: undefined,
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
 * A font cut down to the characters of a text, as WOFF2 (or uncompressed, to be cut again). Characters that the font lacks are left to the fallback fonts.
 * The same font and the same set of characters give the same bytes. Rejects where the bytes are no font.
 */
export async function subsetForText(
  font: Uint8Array,
  text: string,
  script: Script,
  format: 'woff2' | 'truetype' = 'woff2',
): Promise<Uint8Array> {
  const features = FEATURES[script];
  // A space always belongs to it: a run of text set in two fonts would otherwise break at every space.
  return subsetFont(Buffer.from(font), ` ${uniqueCharacters(text)}`, {
    targetFormat: format,
    noHinting: true,
    ...(features && { keepFeatures: [...features] }),
  });
}
