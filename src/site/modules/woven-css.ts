import type { Plugin } from 'vite';
import { clothCss } from '#charts/kit/cloth.ts';
import { clothOf } from '#charts/kit/palette.ts';
import { hasOwnScript, isInColumns, type LanguageName, tagAlone } from '#domain/places/language-name.ts';
import type { Content } from '#domain/programme/programme.ts';
import { ALWAYS, FONT_SCRIPTS, type FontScript, SCRIPT_FONTS, scriptsIn } from '../fonts/script-fonts.ts';

/** Name under which the layout imports the stylesheet that is woven from the content. */
const NAME = 'virtual:woven.css';

/** Fonts lie under the base path and are made after the build, so their addresses are written here, not in a file of Vite's. */
function fontFaces(base: string, scripts: readonly FontScript[]): string {
  const face = (family: string, file: string, more: string) =>
    `@font-face{font-family:"${family}";src:url("${base}fonts/${file}.woff2") format("woff2");font-display:swap;${more}}`;
  return (
    face('Heading', 'heading', 'font-weight:900') +
    face('Heading More', 'heading-more', 'font-weight:900') +
    // The old name of the family stays that of all scripts: each is a face of it with its own letters.
    scripts
      .map((script) => face('Heading Bo', SCRIPT_FONTS[script].file, `unicode-range:${SCRIPT_FONTS[script].range}`))
      .join('')
  );
}

type ShownName = Pick<LanguageName, 'lang' | 'text'>;

/** All that this content shows in other languages: the names of places, and what stories have copied. */
const shownNames = ({ places, stories }: Content): ShownName[] => [
  ...places.flatMap((place) => place.names ?? []),
  ...stories.flatMap(({ body }) => body.foreign.flatMap(({ lang, text }) => (text ? [{ lang, text }] : []))),
];

/** On the cloth, where there is room for it: two words stand beside each other, so that a group is not higher than wide. */
const onClothCss = (tag: string): string =>
  `@media (min-width:48rem){.selv span[lang=${tag}]{writing-mode:vertical-lr;text-orientation:mixed;white-space:normal;max-height:5em;line-height:1.3;padding:.4em 0 0}}`;

/** Where a name stands alone: in the register, under a heading of a list, at the head of a township and of a pairing. */
const ALONE = ['.register .bo', '.groups', '.tibetan', '.one .lab'];
/** A script of columns stands in them there, from left to right as they are read; in a sentence it lies in the line. */
const columnsCss = (tags: readonly string[]): string =>
  tags.length === 0
    ? ''
    : `:is(${tags.flatMap((tag) => ALONE.map((place) => `${place}${place.endsWith('.bo') ? '' : ' '}[lang=${tag}]`)).join()}){display:inline-block;writing-mode:vertical-lr;text-orientation:mixed;max-height:12em;margin:.3em 0;vertical-align:top}${tags.map(onClothCss).join('')}`;

/** Names in the languages of this content are set as Tibetan ones are, which the stylesheet of all sites names. */
function languageCss(names: readonly ShownName[]): string {
  const langs = new Set(
    names.flatMap((name) => (name.lang !== 'bo' && hasOwnScript(name.text) ? [name.lang, tagAlone(name)] : [])),
  );
  if (langs.size === 0) return '';
  return `:is(${[...langs].map((lang) => `[lang=${lang}]`).join()}){font-family:var(--bo);font-weight:400;line-height:1.6;letter-spacing:0}.one [dir=rtl]{text-align:left}${columnsCss([...langs].filter(isInColumns))}`;
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
      const all = content();
      const woven = clothOf(all);
      const count = woven.stripes.length;
      const names = shownNames(all);
      const scripts = scriptsIn(names.map(({ text }) => text).join(''));
      const faces = FONT_SCRIPTS.filter((script) => script === ALWAYS || scripts.includes(script));
      return `:root{--count:${count}}${clothCss(woven)}${languageCss(names)}${fontFaces(base, faces)}`;
    },
  };
}
