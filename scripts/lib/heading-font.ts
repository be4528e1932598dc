import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Script, splitBySection, subsetForText, uniqueCharacters } from '#exports/heading-font.ts';
import { displayedCharacters } from './displayed-characters.ts';

/** Where the stylesheet expects the fonts, relative to the built site. The names never change. */
const HEADING_FILE = 'fonts/heading.woff2';
const MORE_FILE = 'fonts/heading-more.woff2';
const TIBETAN_FILE = 'fonts/tibetan.woff2';

/** The page that must not need more than the common font. */
const HOME = 'index.html';

const HEADING_SOURCE = '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';
const TIBETAN_PACKAGE = '@fontsource/noto-serif-tibetan';
const TIBETAN_SOURCE = 'files/noto-serif-tibetan-tibetan-700-normal.woff2';

/** One font as it was written. */
export interface WrittenFont {
  /** Relative to the built site. */
  readonly file: string;
  /** How many different characters the pages show in it. */
  readonly characters: number;
  readonly bytes: number;
}

/**
 * After a build: reads every page of the site and writes the fonts cut down to what the pages show in them.
 * All are written even where nothing needs them, so that the stylesheet's addresses always answer.
 */
export async function writeFonts(siteFolder: string): Promise<readonly WrittenFont[]> {
  const headings = new Map<string, string>();
  let tibetan = '';
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) => file.endsWith('.html'));
  for (const file of files.sort()) {
    const shown = displayedCharacters(await readFile(join(siteFolder, file), 'utf8'));
    const section = file.split(sep)[0] ?? file;
    headings.set(section, uniqueCharacters((headings.get(section) ?? '') + shown.heading));
    tibetan = uniqueCharacters(tibetan + shown.tibetan);
  }
  const { common, more } = splitBySection(headings, HOME);
  return [
    await writeFont(siteFolder, HEADING_FILE, headingSource(), common, 'han'),
    await writeFont(siteFolder, MORE_FILE, headingSource(), more, 'han'),
    await writeFont(siteFolder, TIBETAN_FILE, tibetanSource(), tibetan, 'tibetan'),
  ];
}

async function writeFont(
  siteFolder: string,
  file: string,
  source: string,
  characters: string,
  script: Script,
): Promise<WrittenFont> {
  const bytes = await subsetForText(await readFile(source), characters, script);
  const target = join(siteFolder, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  return { file, characters: [...characters].length, bytes: bytes.length };
}

const packages = createRequire(import.meta.url);

function headingSource(): string {
  return packages.resolve(HEADING_SOURCE);
}

/** The package only exports its stylesheets by name, so the font is found from one of them. */
function tibetanSource(): string {
  return join(dirname(packages.resolve(`${TIBETAN_PACKAGE}/index.css`)), TIBETAN_SOURCE);
}
