import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DisplayedCharacters } from './displayed-characters.ts';
import { splitBySection, subsetForText, uniqueCharacters } from './subset.ts';

/** Where the stylesheet expects the fonts, relative to the built site. The names never change. */
const HEADING_FILE = 'fonts/heading.woff2';
const MORE_FILE = 'fonts/heading-more.woff2';
const TIBETAN_FILE = 'fonts/tibetan.woff2';

/** Pages that must not need more than the common font and a title's own: where readers come in from outside. */
const FIRST = ['index.html', 'stories', 'people'];

const HEADING_SOURCE = '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';
const TIBETAN_PACKAGE = '@fontsource/noto-serif-tibetan';
const TIBETAN_SOURCE = 'files/noto-serif-tibetan-tibetan-700-normal.woff2';

/** The part of the site a page lies in; lists below a section, as many as the content has names, are one of their own. */
const sectionOf = (path: readonly string[]) => path.slice(0, path.length > 3 ? 2 : 1).join('/');

/** A page with what it shows in the site's own fonts; its file with `/`, below the folder of the site. */
export interface ShowingPage {
  readonly file: string;
  readonly characters: DisplayedCharacters;
}

/** Which characters stand in which font of a site. */
export interface FontPlan {
  readonly common: string;
  readonly more: string;
  readonly tibetan: string;
  /** By file of a title's font, relative to the site: its characters. */
  readonly titles: ReadonlyMap<string, string>;
  /** By page: the file of its title's font, where the common one does not hold all of the title. */
  readonly ownFont: ReadonlyMap<string, string>;
}

/**
 * What the fonts of a site hold. A page with a title of its own gets the few glyphs that the common font lacks in a font
 * of its own: the common one never grows by it.
 */
export function planFonts(pages: Iterable<ShowingPage>): FontPlan {
  const sections = new Map<string, Set<string>>();
  const tibetan = new Set<string>();
  const own = new Map<string, string>();
  for (const { file, characters } of pages) {
    const section = sectionOf(file.split('/'));
    const shown = sections.get(section) ?? new Set();
    for (const character of characters.heading) shown.add(character);
    sections.set(section, shown);
    for (const character of characters.tibetan) tibetan.add(character);
    if (characters.own) own.set(file, characters.own);
  }
  const { common, more } = splitBySection(
    new Map([...sections].map(([name, all]) => [name, [...all].join('')])),
    FIRST,
  );
  const known = new Set(common);
  const titles = new Map<string, string>();
  const ownFont = new Map<string, string>();
  for (const [page, text] of own) {
    const lacking = uniqueCharacters([...text].filter((character) => !known.has(character)).join(''));
    if (lacking === '') continue;
    const file = `fonts/title-${createHash('sha256').update(lacking).digest('hex').slice(0, 8)}.woff2`;
    titles.set(file, lacking);
    ownFont.set(page, file);
  }
  return { common, more, tibetan: uniqueCharacters([...tibetan].join('')), titles, ownFont };
}

/**
 * Writes the fonts of a site, cut down to what the pages show in them. The common ones are written even where nothing
 * needs them, so that the stylesheet's addresses always answer.
 */
export async function writeFonts(siteFolder: string, { common, more, tibetan, titles }: FontPlan): Promise<void> {
  const serif = readFileSync(packages.resolve(HEADING_SOURCE));
  mkdirSync(join(siteFolder, 'fonts'), { recursive: true });
  const write = (file: string, bytes: Uint8Array) => writeFileSync(join(siteFolder, file), bytes);
  write(HEADING_FILE, await subsetForText(serif, common, 'han'));
  write(MORE_FILE, await subsetForText(serif, more, 'han'));
  write(TIBETAN_FILE, await subsetForText(readFileSync(tibetanSource()), tibetan, 'tibetan'));
  // The whole font is cut once to what all titles lack; cutting each from that takes a hundredth of the time.
  const all = await subsetForText(serif, [...titles.values()].join(''), 'han', 'truetype');
  for (const [file, characters] of titles) write(file, await subsetForText(all, characters, 'han'));
}

const packages = createRequire(import.meta.url);

/** The package only exports its stylesheets by name, so the font is found from one of them. */
function tibetanSource(): string {
  return join(dirname(packages.resolve(`${TIBETAN_PACKAGE}/index.css`)), TIBETAN_SOURCE);
}
