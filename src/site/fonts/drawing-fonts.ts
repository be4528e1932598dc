import { type FontScript, lettersOf, SCRIPT_FONTS, scriptFont, scriptsIn } from './script-fonts.ts';
import { subsetForText } from './subset.ts';

/** Every system of today brings a font for these letters; a drawing stays as light as it is. */
const EVERYWHERE: readonly FontScript[] = ['tibetan'];

/**
 * A drawing to take away with the fonts that its names need and a device may lack, cut down to their letters and written
 * into it. Where nothing needs them, and where a reader's programme passes over them, it is as it was: its texts name
 * fonts of the systems too. The same drawing gives the same bytes.
 */
export async function withOwnFonts(svg: string): Promise<string> {
  const scripts = scriptsIn(svg).filter((script) => !EVERYWHERE.includes(script));
  if (scripts.length === 0) return svg;
  const faces = await Promise.all(
    scripts.map(async (script) => {
      const { family, range } = SCRIPT_FONTS[script];
      const bytes = Buffer.from(await subsetForText(scriptFont(script), lettersOf(script, svg), 'other'));
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")`;
      return `@font-face{font-family:"${family}";src:${source};unicode-range:${range}}`;
    }),
  );
  return svg.replace(/^<svg\b[^>]*>/, (tag) => `${tag}<style>${faces.join('')}</style>`);
}
