import type { Plugin } from 'vite';
import { clothCss } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { stripesIn } from '#domain/places/pairing.ts';
import type { Content } from '#domain/programme/programme.ts';

/** Name under which the layout imports the stylesheet that is woven from the content. */
const NAME = 'virtual:woven.css';

/** Fonts lie under the base path and are made after the build, so their addresses are written here, not in a file of Vite's. */
function fontFaces(base: string): string {
  const face = (family: string, file: string, more: string) =>
    `@font-face{font-family:"${family}";src:url("${base}fonts/${file}.woff2") format("woff2");font-display:swap;${more}}`;
  return (
    face('Heading', 'heading', 'font-weight:900') +
    face('Heading More', 'heading-more', 'font-weight:900') +
    face('Heading Bo', 'tibetan', 'unicode-range:U+0F00-0FFF')
  );
}

/** Vite plugin: stripes and hues of this content, the number of stripes, and the font faces, as one stylesheet. */
export function wovenCss(content: () => Content, base: string): Plugin {
  return {
    name: 'woven-css',
    // The fonts are cut after the pages are built: Vite is to leave their addresses alone, without a warning.
    config: () => ({ build: { rolldownOptions: { external: [/\/fonts\/[a-z-]+\.woff2$/] } } }),
    resolveId: (id) => (id === NAME ? NAME : undefined),
    load(id) {
      if (id !== NAME) return undefined;
      const { pairings, cloth } = content();
      const sizes = pairings.map(stripesIn);
      const woven = weaveCloth(
        sizes,
        pairings.map((p) => p.hue),
        cloth,
      );
      const count = sizes.reduce((a, b) => a + b, 0);
      return `:root{--count:${count}}${clothCss(woven)}${fontFaces(base)}`;
    },
  };
}
