import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { Blob, Face } from 'harfbuzzjs';
import { LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { sha256 } from '#reader/sha256.ts';
import { SCRIPT_FONTS, scriptFont, scriptsIn } from '../fonts/script-fonts.ts';
import { fontFileForText, SUBSET_VERSION } from '../fonts/subset.ts';
import { forgetBytes } from './forget-bytes.ts';
import { refuseLacking } from './lacking.ts';

/** Pixels for each px of the drawing: sharp in print and on screens of today. */
const SCALE = 2;
/** Whoever puts a picture on a page or a slide has white there. */
const GROUND = '#ffffff';

const packages = createRequire(import.meta.url);

/** The faces that the tokens of a drawing name, of those that come with the project. */
const FACES = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
];

/** What a text without a family of its own is set in. */
const PLAIN_FAMILY = 'Noto Sans SC';
const HEADING_FAMILY = 'Noto Serif SC';

/** The packages the fonts come from, with their versions: another font draws another picture. */
const FONTS_VERSION = [
  ...['noto-sans-sc', 'noto-serif-sc'].map((name) => `@expo-google-fonts/${name}`),
  ...Object.values(SCRIPT_FONTS).map((font) => font.package),
].map((name) => `${name}@${packages(`${name}/package.json`).version}`);

/** Fonts to draw texts with, and the characters that none of them has. */
interface FigureFonts {
  /** TrueType files. */
  readonly files: readonly Uint8Array[];
  readonly has: (character: string) => boolean;
}

/**
 * The fonts that these drawings need, cut down to what they show: the whole ones are thirty megabytes, which every
 * drawing would read anew.
 */
async function figureFonts(drawings: readonly string[]): Promise<FigureFonts> {
  const text = [...new Set(drawings.join(''))].join('');
  const files: Uint8Array[] = [];
  // One after another: a whole typeface lies in memory only until it is cut.
  for (const path of FACES) {
    files.push(await fontFileForText(readFileSync(packages.resolve(path)), text, 'han'));
    forgetBytes();
  }
  for (const script of scriptsIn(text)) files.push(await fontFileForText(scriptFont(script), text, 'other'));
  const known = new Set(files.flatMap((bytes) => [...new Face(new Blob(bytes), 0).collectUnicodes()]));
  return { files, has: (character) => known.has(character.codePointAt(0) ?? 0) };
}

/** Changes with whatever draws a figure another way. */
export const DRAWING_VERSION = sha256(
  JSON.stringify([
    sha256(readFileSync(import.meta.filename)),
    packages('@resvg/resvg-js/package.json').version,
    FONTS_VERSION,
    SUBSET_VERSION,
  ]),
).slice(0, 8);

/** A drawing with its address in the site, e.g. `figures/river-map.svg`. */
export interface NamedDrawing {
  readonly file: string;
  readonly svg: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words that a drawing shows: without its name and description, which are for who does not see it. */
export const shownText = (svg: string): string =>
  svg
    .replace(/<(title|desc|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Characters that are drawn, without spaces and what only steers the letters beside it. */
const DRAWN = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** The characters of a drawing that no font of ours has: they would be drawn as empty boxes. */
const lackingIn = (svg: string, fonts: Pick<FigureFonts, 'has'>): string[] =>
  [...new Set(shownText(svg).match(DRAWN))].filter((character) => !fonts.has(character));

const pngOf = async (svg: string, font: NonNullable<ResvgRenderOptions['font']>): Promise<Uint8Array> =>
  (await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: SCALE }, logLevel: 'off' })).asPng();

/**
 * Draws each of these figures as PNG, on white, and hands it over when it is done. Rejects with one `DrawingError` that
 * names every figure with a character that no font has, before any is drawn: an empty box in a picture that is taken away
 * cannot be mended.
 */
export async function drawFigures(
  drawings: readonly NamedDrawing[],
  drawn: (drawing: NamedDrawing, png: Uint8Array) => Promise<void>,
): Promise<void> {
  if (drawings.length === 0) return;
  const fonts = await figureFonts(drawings.map(({ svg }) => shownText(svg)));
  refuseLacking(
    drawings.map(({ file, svg }) => ({ where: file, characters: lackingIn(svg, fonts) })),
    '有的图做不成图片',
  );
  const folder = await mkdtemp(join(tmpdir(), 'figure-fonts-'));
  try {
    const fontFiles = fonts.files.map((_, i) => join(folder, `${i}.ttf`));
    await Promise.all(fontFiles.map((path, i) => writeFile(path, fonts.files[i] ?? '')));
    const font = {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: PLAIN_FAMILY,
      sansSerifFamily: PLAIN_FAMILY,
      serifFamily: HEADING_FAMILY,
    };
    for (const drawing of drawings) {
      const svg = drawing.svg.replaceAll(LIGHT_TOKENS.paper, GROUND);
      await drawn(drawing, await pngOf(svg, font));
      forgetBytes();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
