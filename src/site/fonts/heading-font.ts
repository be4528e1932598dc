import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { displayedCharacters } from './displayed-characters.ts';
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

/** What the pages of a site show in the site's own fonts. */
interface Shown {
  /** Heading characters by section: see `sectionOf`. */
  readonly sections: ReadonlyMap<string, string>;
  /** By page file: the characters of a title that stands on this page alone. */
  readonly titles: ReadonlyMap<string, string>;
  readonly tibetan: string;
}

/** The part of the site a page lies in; lists below a section, as many as the content has names, are one of their own. */
const sectionOf = (path: readonly string[]) => path.slice(0, path.length > 3 ? 2 : 1).join('/');

function shownBy(siteFolder: string): Shown {
  const sections = new Map<string, string>();
  const titles = new Map<string, string>();
  let tibetan = '';
  const files = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of files.sort()) {
    const shown = displayedCharacters(readFileSync(join(siteFolder, file), 'utf8'));
    const section = sectionOf(file.split(sep));
    sections.set(section, uniqueCharacters((sections.get(section) ?? '') + shown.heading));
    if (shown.own) titles.set(file, shown.own);
    tibetan = uniqueCharacters(tibetan + shown.tibetan);
  }
  return { sections, titles, tibetan };
}

/**
 * After a build: reads every page of the site and writes the fonts cut down to what the pages show in them. The common
 * ones are written even where nothing needs them, so that the stylesheet's addresses always answer. A page with a title
 * of its own gets the few glyphs that the common font lacks in a font of its own: the common one never grows by it.
 */
export async function writeFonts(siteFolder: string, base: string): Promise<void> {
  const { sections, titles, tibetan } = shownBy(siteFolder);
  const { common, more } = splitBySection(sections, FIRST);
  const serif = readFileSync(packages.resolve(HEADING_SOURCE));
  mkdirSync(join(siteFolder, 'fonts'), { recursive: true });
  const write = (file: string, bytes: Uint8Array) => writeFileSync(join(siteFolder, file), bytes);
  write(HEADING_FILE, await subsetForText(serif, common, 'han'));
  write(MORE_FILE, await subsetForText(serif, more, 'han'));
  write(TIBETAN_FILE, await subsetForText(readFileSync(tibetanSource()), tibetan, 'tibetan'));

  const known = new Set(common);
  const lacking = (text: string) => uniqueCharacters([...text].filter((character) => !known.has(character)).join(''));
  // The whole font is cut once to what all titles lack; cutting each from that takes a hundredth of the time.
  const all = await subsetForText(serif, lacking([...titles.values()].join('')), 'han', 'truetype');
  const written = new Set<string>();
  for (const [page, text] of titles) {
    const characters = lacking(text);
    if (characters === '') continue;
    const file = `fonts/title-${createHash('sha256').update(characters).digest('hex').slice(0, 8)}.woff2`;
    if (!written.has(file)) write(file, await subsetForText(all, characters, 'han'));
    written.add(file);
    const path = join(siteFolder, page);
    writeFileSync(path, withOwnFont(readFileSync(path, 'utf8'), base + file));
  }
}

/** The page with one more font face, at the end of its first style: the stylesheet names the family already. */
function withOwnFont(html: string, address: string): string {
  const face = `@font-face{font-family:"Heading Own";src:url("${address}") format("woff2");font-display:swap;font-weight:900}`;
  return html.replace('</style>', `${face}</style>`);
}

const packages = createRequire(import.meta.url);

/** The package only exports its stylesheets by name, so the font is found from one of them. */
function tibetanSource(): string {
  return join(dirname(packages.resolve(`${TIBETAN_PACKAGE}/index.css`)), TIBETAN_SOURCE);
}
