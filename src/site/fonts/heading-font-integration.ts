import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFonts } from './heading-font.ts';

/** After the pages are built: cuts the fonts down to the characters the pages show. Changes pages: before their policies. */
export function headingFonts(base: string): AstroIntegration {
  return {
    name: 'heading-fonts',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await writeFonts(fileURLToPath(dir), base);
      },
    },
  };
}
