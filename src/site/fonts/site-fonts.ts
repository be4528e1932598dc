import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sha256 } from '#reader/sha256.ts';
import { forgetAllBut, keep, takeKept } from '../pictures/cache.ts';
import type { DisplayedCharacters } from './displayed-characters.ts';
import {
  ALWAYS,
  FONT_SCRIPTS,
  type FontScript,
  lettersOf,
  SCRIPT_FONTS,
  scriptFont,
  scriptsIn,
} from './script-fonts.ts';
import { SUBSET_VERSION, splitBySection, subsetForText, subsetsForTexts, uniqueCharacters } from './subset.ts';

/** Where the stylesheet expects the fonts, relative to the built site. The names never change. */
const HEADING_FILE = 'fonts/heading.woff2';
const MORE_FILE = 'fonts/heading-more.woff2';

/** Pages that must not need more than the common font and a title's own: where readers come in from outside. */
const FIRST = ['index.html', 'stories', 'people'];

const HEADING_SOURCE = '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';

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
  /** By script: those of it that are shown; none where the site shows none. */
  readonly scripts: ReadonlyMap<FontScript, string>;
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
  const others = new Set<string>();
  const own = new Map<string, string>();
  for (const { file, characters } of pages) {
    const section = sectionOf(file.split('/'));
    const shown = sections.get(section) ?? new Set();
    for (const character of characters.heading) shown.add(character);
    sections.set(section, shown);
    for (const character of characters.scripts) others.add(character);
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
    const file = `fonts/title-${sha256(lacking).slice(0, 8)}.woff2`;
    titles.set(file, lacking);
    ownFont.set(page, file);
  }
  const shown = uniqueCharacters([...others].join(''));
  const scripts = new Map(scriptsIn(shown).map((script) => [script, lettersOf(script, shown)]));
  return { common, more, scripts, titles, ownFont };
}

/** A font that a site needs. */
interface Font {
  /** Relative to the site. */
  readonly file: string;
  readonly characters: string;
  /** `title`: one of thousands, made another way than the common ones. */
  readonly kind: 'han' | 'title' | FontScript;
}

/**
 * Writes the fonts of a site, cut down to what the pages show in them. The common ones are written even where nothing
 * needs them, so that the stylesheet's addresses always answer.
 * @param kept where fonts are kept from one build to the next, by the set of their characters; what this site does not
 * need is removed from there, for it may be of a title that was withdrawn. Null: nothing is kept
 */
export async function writeFonts(siteFolder: string, plan: FontPlan, kept: string | null): Promise<void> {
  const fonts = fontsOf(plan);
  // 15 MB: read once.
  const serif = readFileSync(packages.resolve(HEADING_SOURCE));
  await mkdir(join(siteFolder, 'fonts'), { recursive: true });
  if (kept === null) return make(serif, fonts, ({ file }, bytes) => writeFile(join(siteFolder, file), bytes));
  const sources = fonts.flatMap(({ kind }) => (kind === 'han' || kind === 'title' ? [] : [sha256(scriptFont(kind))]));
  const version = sha256([SUBSET_VERSION, sha256(serif), ...sources].join(' ')).slice(0, 8);
  const placeOf = ({ kind, characters }: Font) => join(kept, version, `${sha256(`${kind} ${characters}`)}.woff2`);
  const missing: Font[] = [];
  for (const font of fonts) if (!takeKept(placeOf(font), join(siteFolder, font.file))) missing.push(font);
  await make(serif, missing, async (font, bytes) => {
    await writeFile(join(siteFolder, font.file), bytes);
    // A build beside this one may be clearing the folder: then this font is made once more, next time.
    await keep(placeOf(font), bytes).catch(() => undefined);
  });
  await forgetAllBut(kept, new Set(fonts.map(placeOf)));
}

function fontsOf({ common, more, scripts, titles }: FontPlan): Font[] {
  return [
    { file: HEADING_FILE, characters: common, kind: 'han' },
    { file: MORE_FILE, characters: more, kind: 'han' },
    ...FONT_SCRIPTS.filter((script) => script === ALWAYS || scripts.has(script)).map(
      (script): Font => ({
        file: `fonts/${SCRIPT_FONTS[script].file}.woff2`,
        characters: scripts.get(script) ?? '',
        kind: script,
      }),
    ),
    ...[...titles].map(([file, characters]): Font => ({ file, characters, kind: 'title' })),
  ];
}

async function make(
  serif: Uint8Array,
  fonts: readonly Font[],
  made: (font: Font, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const ofTitles = fonts.filter(({ kind }) => kind === 'title');
  for (const font of fonts) {
    if (font.kind === 'title') continue;
    const [source, script] =
      font.kind === 'han' ? ([serif, 'han'] as const) : ([scriptFont(font.kind), 'other'] as const);
    await made(font, await subsetForText(source, font.characters, script));
  }
  const cut = subsetsForTexts(
    serif,
    ofTitles.map(({ characters }) => characters),
  );
  let at = 0;
  for await (const bytes of cut) {
    const font = ofTitles[at++];
    if (font) await made(font, bytes);
  }
}

const packages = createRequire(import.meta.url);
