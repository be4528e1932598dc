import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A font for the names in other languages, by the script it serves. */
export interface ScriptFont {
  /** Relative to the built site, without its ending. */
  readonly file: string;
  readonly package: string;
  /** What the font is called on a system that has it. */
  readonly family: string;
  readonly source: string;
  /** As the stylesheet has it, and what is looked for in the pages. */
  readonly range: string;
  readonly letters: RegExp;
}

/** Few readers have these letters on a phone. All are faces of one family: a text may be in any of them. */
export const SCRIPT_FONTS = {
  tibetan: {
    file: 'tibetan',
    package: '@fontsource/noto-serif-tibetan',
    family: 'Noto Serif Tibetan',
    source: 'files/noto-serif-tibetan-tibetan-700-normal.woff2',
    range: 'U+0F00-0FFF',
    letters: /[\u0f00-\u0fff]/gu,
  },
  arabic: {
    file: 'arabic',
    package: '@fontsource/noto-naskh-arabic',
    family: 'Noto Naskh Arabic',
    source: 'files/noto-naskh-arabic-arabic-700-normal.woff2',
    range: 'U+0600-06FF,U+0750-077F',
    letters: /[\u0600-\u06ff\u0750-\u077f]/gu,
  },
  mongolian: {
    file: 'mongolian',
    package: '@fontsource/noto-sans-mongolian',
    family: 'Noto Sans Mongolian',
    source: 'files/noto-sans-mongolian-mongolian-400-normal.woff2',
    range: 'U+1800-18AF',
    letters: /[\u1800-\u18af]/gu,
  },
  yi: {
    file: 'yi',
    package: '@fontsource/noto-sans-yi',
    family: 'Noto Sans Yi',
    source: 'files/noto-sans-yi-yi-400-normal.woff2',
    range: 'U+A000-A4CF',
    letters: /[\ua000-\ua4cf]/gu,
  },
} as const satisfies Readonly<Record<string, ScriptFont>>;

export type FontScript = keyof typeof SCRIPT_FONTS;
export const FONT_SCRIPTS = Object.keys(SCRIPT_FONTS) as FontScript[];

/** The face that every stylesheet names, whatever the site shows. */
export const ALWAYS: FontScript = 'tibetan';

const LETTERS = new RegExp(FONT_SCRIPTS.map((script) => SCRIPT_FONTS[script].letters.source).join('|'), 'gu');

/** The scripts with a font of their own in which something of a text is written. */
export const scriptsIn = (text: string): FontScript[] =>
  FONT_SCRIPTS.filter((script) => text.match(SCRIPT_FONTS[script].letters) !== null);

/** The letters of one of them in a text. */
export const lettersOf = (script: FontScript, text: string): string =>
  text.match(SCRIPT_FONTS[script].letters)?.join('') ?? '';

/** The letters of all of them in a text. */
export const scriptLetters = (text: string): string => text.match(LETTERS)?.join('') ?? '';

const packages = createRequire(import.meta.url);

/** The bytes of a font. The packages only export their stylesheets by name, so it is found from one of them. */
export function scriptFont(script: FontScript): Uint8Array {
  const { package: name, source } = SCRIPT_FONTS[script];
  return readFileSync(join(dirname(packages.resolve(`${name}/index.css`)), source));
}
